"""The command line: ``peninsula serve``, ``migrate``, ``load``, ``keys``, ``openapi``, ``check``."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from service.access import keys as api_keys
from service.app import create_app, make_context
from service.dataset.loading import NAMES, InvalidDataset, bundled, bundled_records, load
from service.openapi.document import as_yaml, describe
from service.openapi.view_examples import QUESTIONS
from service.records.context import Context
from service.records.reading import last_change
from service.settings import Settings, SettingsError
from service.storage.migrate import SchemaTooNew, migrate

ACTOR = "command line"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="peninsula")
def main() -> None:
    """Peninsula: the sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula."""


@main.command()
def serve() -> None:
    """Migrate, load an empty database, and serve with Gunicorn."""
    context = _context()
    _migrate(context)
    with context.database.reading() as connection:
        is_empty = last_change(connection)[0] == 0
    if is_empty and context.settings.dataset != "none":
        _load(context, bundled(context.settings.dataset))
    context.engine.dispose()
    sys.stdout.flush()
    configuration = Path(__file__).parent / "gunicorn.conf.py"
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", str(configuration), "service.wsgi:app"])  # noqa: S606


@main.command("migrate")
def migrate_command() -> None:
    """Bring the database to the newest schema."""
    _migrate(_context())
    click.echo("The schema is up to date.")


@main.command("load")
@click.argument("dataset", type=click.Choice(NAMES))
def load_command(dataset: str) -> None:
    """Load a bundled dataset; loading it again changes nothing."""
    context = _context()
    _migrate(context)
    _load(context, bundled(dataset))


@main.command("openapi")
def openapi_command() -> None:
    """Print the API description (OpenAPI 3.1, YAML); needs no database."""
    context = _context()
    click.echo(as_yaml(describe(context, bundled_records("seed", context.registry))), nl=False)


@main.command("view-examples", hidden=True)
def view_examples_command() -> None:
    """Print what the views answer of the seed set: the examples that the API description has of them."""
    with TemporaryDirectory() as folder:
        settings = replace(Settings(), database_url=f"sqlite:///{folder}/seed.db")
        app = create_app(settings)
        context = app.extensions["peninsula"]
        migrate(context.database)
        load(context, bundled("seed"), ACTOR)
        client = app.test_client()
        answers = {name: client.get(asked).json for name, asked in QUESTIONS.items()}
    click.echo(json.dumps(answers, ensure_ascii=False, indent=1))


@main.group()
def keys() -> None:
    """Manage API keys."""


@keys.command("create")
@click.option("--owner", required=True, help="Who writes with it; shown in the history.")
@click.option(
    "--scope", "scopes", required=True, multiple=True, type=click.Choice(["read", "write", "admin"])
)
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), help="Last day on which it is good (UTC).")
def create_key(owner: str, scopes: tuple[str, ...], expires: datetime | None) -> None:
    """Make a key and print it: it is shown this once."""
    now = datetime.now(UTC)
    until = None if expires is None else datetime.combine(expires.date(), time.max, UTC)
    if until is not None and until < now:
        raise click.BadParameter(f"{expires:%Y-%m-%d} is over", param_hint="--expires")
    if not owner.strip():
        raise click.BadParameter("must not be blank", param_hint="--owner")
    context = _context()
    _migrate(context)
    with context.database.writing() as connection:
        key, token = api_keys.create_key(connection, owner, scopes, until, now)
    click.echo(f"Key {key.id} for {owner}: keep it, it is not shown again.", err=True)
    click.echo(token)


@keys.command("list")
def list_keys() -> None:
    """List keys: id, owner, scopes, and whether they are good."""
    context = _context()
    _migrate(context)
    with context.database.reading() as connection:
        for key in api_keys.list_keys(connection):
            click.echo("\t".join((key.id, key.owner, ",".join(key.scopes), _state(key, datetime.now(UTC)))))


@keys.command("revoke")
@click.argument("key_id")
def revoke_key(key_id: str) -> None:
    """Revoke a key, for good."""
    context = _context()
    _migrate(context)
    with context.database.writing() as connection:
        found = api_keys.revoke_key(connection, key_id, datetime.now(UTC))
    if not found:
        _fail(f"There is no key {key_id!r} that is not revoked yet; see: peninsula keys list")
    click.echo(f"Revoked {key_id}.")


def _state(key: api_keys.Key, now: datetime) -> str:
    if key.revoked_at is not None:
        return f"revoked {key.revoked_at:%Y-%m-%d}"
    if key.expires_at is None:
        return "good"
    return f"{'expired' if key.expires_at < now else 'good until'} {date.isoformat(key.expires_at.date())}"


def _context() -> Context:
    try:
        return make_context(Settings.from_env())
    except SettingsError as error:
        _fail("\n".join(error.faults))


def _migrate(context: Context) -> None:
    try:
        migrate(context.database)
    except SchemaTooNew as error:
        _fail(str(error))


def _load(context: Context, folder: object) -> None:
    try:
        loaded = load(context, folder, ACTOR)  # type: ignore[arg-type]
    except InvalidDataset as error:
        _fail("\n".join(error.faults))
    click.echo(f"Read {loaded.read} records, wrote {loaded.written}.", err=True)


def _fail(message: str) -> NoReturn:
    raise click.ClickException(message)


if __name__ == "__main__":
    main()
