"""``peninsula reindex``, which every start also does: the index must follow the rules of the running release."""

from __future__ import annotations

from time import monotonic

import click

from service.commands.progress import progress_bar
from service.commands.starting import context_from_environment, fail, migrate_schema
from service.records.context import Context
from service.records.index_formats import (
    RELEASE,
    is_complete,
    newer_releases,
    note_completed,
    note_formats,
    stale_formats,
)
from service.records.reindexing import CannotReindex, Reindexing
from service.storage.exclusive import exclusively


@click.command()
@click.option("--type", "types", multiple=True, help="Only records of this type; may be repeated.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also records that were already indexed by these rules, for example after a library changed.",
)
def reindex(types: tuple[str, ...], everything: bool) -> None:
    """Rebuild the index where it is out of date.

    These are records that another release indexed by other rules. Servers continue to answer meanwhile. If it is
    interrupted, the next run continues where this one stopped.
    """
    context = context_from_environment()
    for unknown in set(types) - set(context.registry.names):
        known = ", ".join(context.registry.names)
        raise click.BadParameter(f"{unknown!r} is not one of {known}", param_hint="--type")
    migrate_schema(context)
    done = reindex_store(context, types, everything=everything)
    if not done:
        click.echo("Nothing to do: all records are indexed by the rules of this release.", err=True)


def prepare_store(context: Context) -> None:
    """Migrate schema and index to this release; end the command if a newer release has indexed the database."""
    migrate_schema(context)
    with context.database.reading() as connection:
        newer = newer_releases(connection, stale_formats(connection, context.registry), RELEASE)
    if newer:
        fail(
            f"The database was indexed by release {' and '.join(sorted(newer))}, and this is {RELEASE}: start the "
            "newer release, or run 'peninsula reindex' to index it by the rules of this one."
        )
    reindex_store(context)


def reindex_store(context: Context, types: tuple[str, ...] = (), *, everything: bool = False) -> int:
    """Index the revisions that need it, in one process at a time, and return how many those were."""
    reindexing = Reindexing(context.database, context.registry, types, everything=everything)
    with context.database.reading() as connection:
        is_done = is_complete(connection, context.registry)
    if is_done and not reindexing.count():
        return 0
    with exclusively(context.database, "reindex", _tell_waiting):
        with context.database.writing() as connection:
            note_formats(connection, context.registry, RELEASE)
        done = _run(reindexing)
        with context.database.writing() as connection:
            note_completed(connection, context.registry)
    return done


def _run(reindexing: Reindexing) -> int:
    # Another process may have indexed them while this one waited for the lock.
    count = reindexing.count()
    if not count:
        return 0
    started = monotonic()
    click.echo(f"Indexing {count:,} revisions by the rules of this release.", err=True)
    try:
        with progress_bar("Indexing", count) as bar:
            done = reindexing.run(bar.update)
    except CannotReindex as error:
        fail(f"{error}\nNothing is lost; the previous release can still serve.")
    click.echo(f"Indexed {done:,} revisions in {monotonic() - started:.1f} s.", err=True)
    return done


def _tell_waiting() -> None:
    click.echo("Another process is indexing this database: waiting for it.", err=True)
