"""Alembic's entry point: migrates on the connection it is given, within that connection's transaction."""

from alembic import context

from service.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
