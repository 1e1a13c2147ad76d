"""What commands do first: read the settings, check address, replica and database, and migrate the schema."""

from __future__ import annotations

import errno
import socket
from contextlib import nullcontext
from typing import NoReturn

import click

from service.app import make_context
from service.records.context import Context
from service.settings import Settings, SettingsError
from service.storage.migrate import SchemaTooNew, migrate
from service.storage.replica import NotAReplica, check_replica

# The author, in the history, of what commands write.
ACTOR = "command line"


def context_from_environment() -> Context:
    """Return the context for the environment's settings; end the command with all errors if these are invalid."""
    try:
        context = make_context(Settings.from_env())
    except SettingsError as error:
        fail("\n".join(error.errors))
    click.get_current_context().call_on_close(context.engine.dispose)
    return context


def check_address(host: str, port: int) -> None:
    """End the command if another process already listens on the port, or the address is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As Gunicorn does, so that connections in TIME_WAIT do not prevent binding.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                fail(
                    f"Port {port} of {host} is in use: stop the process that listens there, or set PORT to another."
                )
            fail(
                f"Cannot listen on {host}, port {port}: {error.strerror}. Set HOST to an address of this machine."
            )


def migrate_schema(context: Context) -> None:
    """Migrate the database to the newest schema.

    Ends the command if a newer release has migrated it, or if acknowledged changes are missing.
    """
    # Before migrating, which creates the file if it is missing.
    refuse_missing_changes(context)
    try:
        migrate(context.database)
    except SchemaTooNew as error:
        fail(str(error))


def refuse_missing_changes(context: Context) -> None:
    """End the command if the SQLite database lacks changes that were acknowledged."""
    file = context.database.file
    if file is None:
        return
    version = context.caching.version
    with context.database.reading() if file.is_there() else nullcontext() as connection:
        missing = version.missing_changes(connection)
    if missing:
        fail(missing)


def check_replica_of(context: Context) -> None:
    """End the command if the configured replica is not a replica of the database."""
    if context.database.replica is None:
        return
    try:
        check_replica(context.engine, context.database.replica.engine)
    except NotAReplica as error:
        fail(str(error))
    finally:
        context.database.replica.engine.dispose()


def fail(message: str) -> NoReturn:
    """End the command with a message and status 1."""
    raise click.ClickException(message)
