"""``peninsula import`` and ``peninsula export``: many records from and to files."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from service.commands.progress import progress_bar
from service.commands.reindex import prepare_store
from service.commands.starting import ACTOR, context_from_environment, fail
from service.exchange.entries import OUTCOMES, Refused
from service.exchange.exporting import snapshot
from service.exchange.importing import Options, import_entries
from service.exchange.paths import UnknownFile, files_in, read_files, size_of
from service.records.coverage import COVERAGE_FILE


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option(
    "--best-effort", is_flag=True, help="Import the records without errors; the default is all or nothing."
)
@click.option("--dry-run", is_flag=True, help="Report what the import would do, and store nothing.")
@click.option("--reason", help="Why existing records change; stored in the history and the feed.")
def import_command(paths: tuple[str, ...], best_effort: bool, dry_run: bool, reason: str | None) -> None:
    """Import records from files or standard input.

    PATHS are NDJSON, YAML and CSV files, folders of these, or - for NDJSON from standard input. An existing record is
    replaced; importing the same content again changes nothing.
    """
    context = context_from_environment()
    prepare_store(context)
    try:
        files = files_in(paths)
    except UnknownFile as error:
        raise click.BadParameter(str(error), param_hint="PATHS") from None
    with progress_bar("Importing", size_of(files)) as bar:
        try:
            report = import_entries(
                context,
                lambda connected: read_files(context, connected, files, bar.update),
                ACTOR,
                Options(atomic=not best_effort, dry_run=dry_run, reason=reason),
            )
        except Refused as refused:
            report = refused.report
    for each in report.errors():
        click.echo(_rendered(each), err=True)
    for warning in report.warnings():
        click.echo(f"Warning: {_rendered(warning)}", err=True)
    if report.failed and not best_effort:
        fail(f"{report.failed} of {len(report.results)} records have errors: nothing was imported.")
    counts = ", ".join(f"{report.count(outcome)} {outcome}" for outcome in OUTCOMES)
    click.echo(f"{'Would be' if dry_run else 'Imported'}: {counts}.", err=True)
    for path in paths:
        if (file := Path(path) / COVERAGE_FILE).is_file():
            click.echo(f"{file} is not a record: 'peninsula coverage {file}' sets the coverage.", err=True)
    if report.failed:
        sys.exit(1)


@click.command("export")
@click.option("--type", "types", multiple=True, help="Only records of this type; may be repeated.")
@click.option(
    "--after", type=click.IntRange(0), default=0, help="Only records made by changes after this number."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def export_command(types: tuple[str, ...], after: int, output: Path | None) -> None:
    """Export records as NDJSON.

    Exports all records to standard output, unless options say otherwise.
    """
    context = context_from_environment()
    for unknown in set(types) - set(context.registry.names):
        known = ", ".join(context.registry.names)
        raise click.BadParameter(f"{unknown!r} is not one of {known}", param_hint="--type")
    prepare_store(context)
    records = snapshot(context, types)
    stream = nullcontext(sys.stdout.buffer) if output is None else output.open("wb")
    with stream as file, progress_bar("Exporting", records.count(context.database, after)) as bar:
        for lines in records.pieces(context.database, after):
            file.write("".join(lines).encode())
            bar.update(len(lines))
        file.flush()


def _rendered(error: Mapping[str, Any]) -> str:
    """Return an error as one line of text: file, line and column, JSON Pointer, detail."""
    where = [
        error.get("file", ""),
        *(f"{name} {error[name]}" for name in ("line", "column") if name in error),
    ]
    return ": ".join(part for part in (*where, error["pointer"], error["detail"]) if part)
