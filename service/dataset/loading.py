"""Loading data files into the record: one transaction, any order, nothing written that is already so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from service.dataset.files import Folder, bundled, read_files
from service.records.context import Context
from service.records.documents import Invalid, draft
from service.records.record_type import Registry
from service.records.writing import Writer, head


class Loaded(NamedTuple):
    """How many files were read, and how many of them changed the record."""

    read: int
    written: int


class InvalidDataset(Exception):
    """Data files that are no valid records; ``faults`` has a line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def load(context: Context, folders: Iterable[Folder], actor: str) -> Loaded:
    """Write the records of folders that have one YAML file a record, in folders by type; later folders replace.

    A file that changes a stored record makes one revision, with the reason that the file gives. Raises
    ``InvalidDataset`` with the faults of all files; then nothing has been written.
    """
    records, faults = read_files(context.registry, folders)
    written = 0
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, actor, deferred=True)
        for record in records:
            stored = head(connection, record.type, record.id)
            try:
                made = draft(context.registry.named(record.type), context.registry, record.body)
                reason = record.reason if stored else None
                written += writer.put(made, record.id, stored=stored, reason=reason)[1]
            except Invalid as invalid:
                faults += [told(record.path, fault) for fault in invalid.faults]
        try:
            writer.check_deferred()
        except Invalid as invalid:
            faults += [f"{fault['pointer']}: {fault['detail']}" for fault in invalid.faults]
        if faults:
            raise InvalidDataset(faults)
    return Loaded(len(records), written)


def told(path: str, fault: dict[str, str]) -> str:
    """Return a fault as one line: the file, the place in it, what is wrong."""
    return (
        f"{path}: {fault['pointer']}: {fault['detail']}" if fault["pointer"] else f"{path}: {fault['detail']}"
    )


def bundled_records(name: str, registry: Registry) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the type name and body of each record of a bundled dataset, as its files have them."""
    for record in read_files(registry, bundled(name))[0]:
        yield record.type, record.body
