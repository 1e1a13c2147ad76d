"""``peninsula coverage``: the dates between which the record is maintained."""

from __future__ import annotations

from typing import BinaryIO

import click
import yaml

from service.commands.reindex import prepare_store
from service.commands.starting import context_from_environment, fail
from service.exchange.yaml_files import read_yaml
from service.records.coverage import read_coverage, write_coverage
from service.records.schemas.coverage import InvalidCoverage, validated


@click.command()
@click.argument("file", required=False, type=click.File("rb"))
def coverage(file: BinaryIO | None) -> None:
    """Print the coverage of each type; with FILE, set it.

    Coverage says between which days the records of a type are maintained. FILE is YAML in the format that is printed:
    by type `from` and `until` (days), and `missing`, a list of sentences. Views and /v1 return the coverage. Loading a
    bundled dataset sets the coverage of that dataset.
    """
    context = context_from_environment()
    prepare_store(context)
    if file is None:
        with context.database.reading() as connection:
            stored = read_coverage(connection)
        click.echo(yaml.safe_dump(dict(stored), allow_unicode=True, sort_keys=False, width=120), nl=False)
        return
    try:
        new = validated(context.registry.names, read_yaml(file.read()))
    except ValueError as error:
        fail(f"{file.name}: {error}")
    except InvalidCoverage as invalid:
        fail("\n".join(invalid.lines(file.name)))
    with context.database.writing() as connection:
        is_new = write_coverage(connection, new)
    click.echo("Set." if is_new else "Nothing changed.", err=True)
