"""Loading data files into the record: one transaction, any order, nothing written that is already so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection

from service.dataset.files import Folder, bundled, read_coverage_file, read_files
from service.exchange.entries import ErrorEntry, ImportEntry, Refused, Report
from service.exchange.importing import Options, import_entries
from service.records.context import Context
from service.records.coverage import write_coverage
from service.records.record_type import Registry


class Loaded(NamedTuple):
    """How many files were read, and how many of them changed the record."""

    read: int
    written: int


class InvalidDataset(Exception):
    """Data files that are no valid records; ``errors`` has a line for each error."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors


def load(context: Context, folders: Iterable[Folder], actor: str) -> Loaded:
    """Write the records of folders that have one YAML file a record, in folders by type; later folders replace.

    The coverage that the folders tell replaces the one that was set; without a file it stays. A file that changes a
    stored record makes one revision, with the reason that the file gives. Raises ``InvalidDataset`` with the errors
    of all files; then nothing has been written.
    """
    layers = tuple(folders)
    records, errors = read_files(context.registry, layers)
    coverage, invalid = read_coverage_file(context.registry, layers)
    errors += invalid
    entries = [ImportEntry({"file": each.path}, each.type, each.body, each.reason) for each in records]

    def set_coverage(connection: Connection, _: Report) -> None:
        if coverage is not None:
            write_coverage(connection, coverage)

    try:
        report = import_entries(
            context, lambda _: entries, actor, Options(dry_run=bool(errors)), set_coverage
        )
    except Refused as refused:
        errors += [told(each) for each in refused.report.errors()]
    if errors:
        raise InvalidDataset(errors)
    return Loaded(len(records), report.count("created") + report.count("updated"))


def told(error: ErrorEntry) -> str:
    """Return an error as one line: the file, the place in it, what is wrong."""
    return ": ".join(part for part in (error["file"], error["pointer"], error["detail"]) if part)


def bundled_records(name: str, registry: Registry) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the type name and body of each record of a bundled dataset, as its files have them."""
    for record in read_files(registry, bundled(name))[0]:
        yield record.type, record.body
