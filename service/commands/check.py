"""``peninsula check``: verify the database, or the data files of a bundled dataset."""

from __future__ import annotations

from pathlib import Path

import click

from service.app import RECORD_TYPES
from service.commands.starting import context_from_environment, fail, refuse_missing_changes
from service.dataset.checks.checking import check_set, places_are_checked
from service.dataset.coverage import coverage_tables, write_tables
from service.dataset.files import SETS, bundled, read_coverage_file
from service.integrity.checking import check_store
from service.records.record_type import Registry


@click.command()
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
    help="Write the coverage of each type, and the number of its records by year, between the markers in this file.",
)
def check(dataset: str | None, coverage: Path | None) -> None:
    """Check the database, or a bundled dataset.

    Reports every error. Without --dataset it checks the database.
    """
    if dataset is not None:
        _check_dataset(dataset, coverage)
        return
    if coverage is not None:
        raise click.UsageError("--coverage needs --dataset")
    context = context_from_environment()
    errors = 0
    if context.database.file is not None:
        context.database.file.examine()
        refuse_missing_changes(context)
    for error in check_store(context):
        errors += 1
        click.echo(error)
    if errors:
        fail(f"{errors} errors.")
    click.echo("No errors.", err=True)


def _check_dataset(dataset: str, coverage: Path | None) -> None:
    registry = Registry(RECORD_TYPES)
    records, errors = check_set(registry, bundled(dataset))
    if errors:
        fail("\n".join(errors))
    if coverage is not None:
        stated, _ = read_coverage_file(registry, bundled(dataset))
        try:
            write_tables(coverage, coverage_tables(registry, records, stated))
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--coverage") from None
    if not places_are_checked():
        click.echo(
            "Coordinates were not compared with country borders: this needs the packages tzfpy and tzdata.",
            err=True,
        )
    click.echo(f"{len(records.records)} records, no errors.")
