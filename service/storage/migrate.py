"""Migrating a database to the newest schema, safely even if several processes do it at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from service.storage.engine import Database


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str:
    """Return the schema revision that this code was written for."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def current_revision(connection: Connection) -> str | None:
    """Return the schema revision of a database, ``None`` for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def migrate(database: Database) -> None:
    """Upgrade the schema under the write lock: one process does it, and the others then have nothing left to do.

    Raises ``SchemaTooNew`` if a newer release has migrated this database.
    """
    if database.file is not None:
        database.file.create()
    with database.writing() as connection:
        found = current_revision(connection)
        known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
        if found is not None and found not in known:
            raise SchemaTooNew(
                f"the database has schema {found}, which this release does not know: start the newer release"
            )
        # Building an index on a large table may take longer than the statement timeout.
        with database.unhurried(connection):
            command.upgrade(_config(connection), "head")


class SchemaTooNew(Exception):
    """The database was migrated by a newer release."""
