"""The command line, ``peninsula``: serving, maintaining and checking the record."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import click
from sqlalchemy.exc import OperationalError

from service.app import create_app, make_resources
from service.commands.check import check
from service.commands.coverage import coverage
from service.commands.exchange import export_command, import_command
from service.commands.keys import keys
from service.commands.reindex import prepare_store, reindex
from service.commands.starting import (
    ACTOR,
    check_address,
    check_replica_of,
    context_from_environment,
    fail,
)
from service.dataset.files import SETS, Folder, bundled
from service.dataset.loading import InvalidDataset, bundled_records, load
from service.openapi.document import as_yaml, describe
from service.openapi.levels import LEVELS, levels_of
from service.openapi.view_examples import questions
from service.operations.workers import share_metrics
from service.records.context import Context
from service.records.reading import last_change
from service.settings import Settings
from service.storage.migrate import migrate


class Commands(click.Group):
    """A command group that reports a database error in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end it with an error if the database cannot be used."""
        try:
            return super().invoke(ctx)
        except OperationalError as error:
            reason = " ".join(str(error.orig).split())
            raise click.ClickException(f"The database cannot be used: {reason}") from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="peninsula")
def main() -> None:
    """Peninsula: the sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula."""


@main.command()
def serve() -> None:
    """Migrate the database and start the server.

    Loads the configured dataset into an empty database, and serves with Gunicorn.
    """
    context = context_from_environment()
    check_address(context.settings.host, context.settings.port)
    prepare_store(context)
    check_replica_of(context)
    with context.database.reading() as connection:
        is_empty = last_change(connection)[0] == 0
    if is_empty and context.settings.dataset != "none":
        _load(context, bundled(context.settings.dataset))
    context.engine.dispose()
    sys.stdout.flush()
    share_metrics()
    configuration = Path(__file__).parent / "gunicorn.conf.py"
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", str(configuration), "service.wsgi:app"])  # noqa: S606


@main.command("migrate")
def migrate_command() -> None:
    """Migrate the schema and the index to this release."""
    prepare_store(context_from_environment())
    click.echo("The schema and the index are up to date.")


@main.command("load")
@click.argument("dataset", type=click.Choice(list(SETS)))
def load_command(dataset: str) -> None:
    """Load a bundled dataset; loading it again changes nothing."""
    context = context_from_environment()
    prepare_store(context)
    _load(context, bundled(dataset))


@main.command("openapi")
@click.option(
    "--detail", type=click.Choice(LEVELS), default=LEVELS[0], help="How much of it.", show_default=True
)
def openapi_command(detail: str) -> None:
    """Print the API description.

    It is OpenAPI 3.1 in YAML; no database is needed.
    """
    context = context_from_environment()
    full = describe(context, make_resources(context), bundled_records("seed", context.registry))
    click.echo(as_yaml(levels_of(full)[detail]), nl=False)


@main.command("view-examples", hidden=True)
def view_examples_command() -> None:
    """Print the views' answers for the seed dataset, which the API description has as examples."""
    with TemporaryDirectory() as folder:
        settings = replace(Settings(), database_url=f"sqlite:///{folder}/seed.db")
        app = create_app(settings)
        context = app.extensions["peninsula"]
        migrate(context.database)
        load(context, bundled("seed"), ACTOR)
        client = app.test_client()
        answers = {asked: client.get(asked).json for asked in questions(make_resources(context))}
        context.engine.dispose()
    click.echo(json.dumps(answers, ensure_ascii=False, indent=1))


def _load(context: Context, folders: Iterable[Folder]) -> None:
    started = monotonic()
    try:
        loaded = load(context, folders, ACTOR)
    except InvalidDataset as error:
        fail("\n".join(error.errors))
    duration = f"in {monotonic() - started:.1f} s"
    click.echo(f"Read {loaded.read} records, wrote {loaded.written}, {duration}.", err=True)


main.add_command(import_command)
main.add_command(export_command)
main.add_command(reindex)
main.add_command(check)
main.add_command(coverage)
main.add_command(keys)


if __name__ == "__main__":
    main()
