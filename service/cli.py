"""The command line, ``peninsula``: serving, keeping and checking the record."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import monotonic
from typing import Any, NoReturn

import click

from service.access import keys as api_keys
from service.app import RECORD_TYPES, make_context
from service.dataset.checks.checking import check_set
from service.dataset.coverage import coverage_table, write_table
from service.dataset.files import SETS, Folder, bundled
from service.dataset.loading import InvalidDataset, bundled_records, load
from service.exchange.entries import OUTCOMES, Refused
from service.exchange.exporting import snapshot
from service.exchange.importing import import_entries
from service.exchange.paths import UnknownFile, files_in, read_files, size_of
from service.openapi.document import as_yaml, describe
from service.operations.workers import share_metrics
from service.records.context import Context
from service.records.reading import last_change
from service.records.record_type import Registry
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
    share_metrics()
    configuration = Path(__file__).parent / "gunicorn.conf.py"
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", str(configuration), "service.wsgi:app"])  # noqa: S606


@main.command("migrate")
def migrate_command() -> None:
    """Bring the database to the newest schema."""
    _migrate(_context())
    click.echo("The schema is up to date.")


@main.command("load")
@click.argument("dataset", type=click.Choice(list(SETS)))
def load_command(dataset: str) -> None:
    """Load a bundled dataset; loading it again changes nothing."""
    context = _context()
    _migrate(context)
    _load(context, bundled(dataset))


@main.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option("--best-effort", is_flag=True, help="Import what has no fault; otherwise it is all or nothing.")
@click.option("--dry-run", is_flag=True, help="Tell what would come of it, and keep nothing.")
@click.option("--reason", help="Why existing records change; kept in the history and the feed.")
def import_command(paths: tuple[str, ...], best_effort: bool, dry_run: bool, reason: str | None) -> None:
    """Import records from NDJSON and YAML files, folders of them, or standard input (-).

    A record that exists is replaced; importing the same again changes nothing.
    """
    context = _context()
    _migrate(context)
    try:
        files = files_in(paths)
    except UnknownFile as error:
        raise click.BadParameter(str(error), param_hint="PATHS") from None
    with _progress("Importing", size_of(files)) as bar:
        try:
            report = import_entries(
                context,
                lambda _: read_files(context, files, bar.update),
                ACTOR,
                atomic=not best_effort,
                dry_run=dry_run,
                reason=reason,
            )
        except Refused as refused:
            report = refused.report
    for fault in report.faults():
        click.echo(_told(fault), err=True)
    if report.failed and not best_effort:
        _fail(f"{report.failed} of {len(report.results)} records have faults: nothing was imported.")
    counts = ", ".join(f"{report.count(outcome)} {outcome}" for outcome in OUTCOMES)
    click.echo(f"{'Would be' if dry_run else 'Imported'}: {counts}.", err=True)
    if report.failed:
        sys.exit(1)


@main.command("export")
@click.option("--type", "types", multiple=True, help="Only records of this type; may be repeated.")
@click.option("--after", type=click.IntRange(0), default=0, help="Only records of later changes than this.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def export_command(types: tuple[str, ...], after: int, output: Path | None) -> None:
    """Write all records as NDJSON, to standard output unless --output names a file."""
    context = _context()
    for unknown in set(types) - set(context.registry.names):
        known = ", ".join(context.registry.names)
        raise click.BadParameter(f"{unknown!r} is none of {known}", param_hint="--type")
    _migrate(context)
    found = snapshot(context.database, types)
    stream = nullcontext(sys.stdout.buffer) if output is None else output.open("wb")
    with stream as file, _progress("Exporting", found.count(context.database, after)) as bar:
        for lines in found.pieces(context.database, after):
            file.write("".join(lines).encode())
            bar.update(len(lines))
        file.flush()


@main.command("openapi")
def openapi_command() -> None:
    """Print the API description (OpenAPI 3.1, YAML); needs no database."""
    context = _context()
    click.echo(as_yaml(describe(context, bundled_records("seed", context.registry))), nl=False)


@main.command()
@click.option(
    "--dataset",
    type=click.Choice(list(SETS)),
    is_flag=False,
    flag_value="full",
    help="Check the data files of a bundled dataset; full if none is named.",
)
@click.option(
    "--coverage",
    type=click.Path(exists=True, dir_okay=False, writable=True, path_type=Path),
    help="Write how many records of each type and year there are between the markers of this file.",
)
def check(dataset: str | None, coverage: Path | None) -> None:
    """Check that the bundled record is true to its rules; tell every fault."""
    if dataset is None:
        raise click.UsageError("name what to check: --dataset")
    registry = Registry(RECORD_TYPES)
    records, faults = check_set(registry, bundled(dataset))
    if faults:
        _fail("\n".join(faults))
    if coverage is not None:
        try:
            write_table(coverage, coverage_table(registry, records))
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--coverage") from None
    click.echo(f"{len(records.records)} records, no fault.")


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
        context = make_context(Settings.from_env())
    except SettingsError as error:
        _fail("\n".join(error.faults))
    click.get_current_context().call_on_close(context.engine.dispose)
    return context


def _migrate(context: Context) -> None:
    try:
        migrate(context.database)
    except SchemaTooNew as error:
        _fail(str(error))


def _load(context: Context, folders: Iterable[Folder]) -> None:
    started = monotonic()
    try:
        loaded = load(context, folders, ACTOR)
    except InvalidDataset as error:
        _fail("\n".join(error.faults))
    took = f"in {monotonic() - started:.1f} s"
    click.echo(f"Read {loaded.read} records, wrote {loaded.written}, {took}.", err=True)


def _progress(label: str, length: int | None) -> Any:
    """Return a progress bar on standard error; where that is no terminal it shows nothing."""
    hidden = not sys.stderr.isatty()
    return click.progressbar(length=length or 0, label=label, file=sys.stderr, hidden=hidden)


def _told(fault: Mapping[str, Any]) -> str:
    """Return a fault as one line: the file, the line, the place in it, what is wrong."""
    where = [fault.get("file", ""), f"line {fault['line']}" if "line" in fault else ""]
    return ": ".join(part for part in (*where, fault["pointer"], fault["detail"]) if part)


def _fail(message: str) -> NoReturn:
    raise click.ClickException(message)


if __name__ == "__main__":
    main()
