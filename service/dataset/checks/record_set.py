"""A set of data files read for checking: its valid records, the errors of the others, and iteration over both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from marshmallow import Schema

from service.dataset.files import DataFile, Folder, read_files
from service.records.documents import Invalid, draft, nested_schemas
from service.records.index.indexing import Named
from service.records.record_type import Document, RecordType, Registry
from service.records.schemas.dates import DateBounds

# The folder of what one article states: its quotes may be long, and it has no other source.
SEED = "seed"


class DatasetError(NamedTuple):
    """An error: the file, the position in it (a JSON Pointer), and a description."""

    path: str
    pointer: str
    detail: str

    def __str__(self) -> str:
        return ": ".join(part for part in self if part)


@dataclass(frozen=True)
class Record:
    """A valid record of the set: its file, and the document that would be stored."""

    file: DataFile
    type: RecordType
    document: Document
    named: tuple[Named, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The type's name and the id."""
        return self.type.name, self.file.id

    def finding(self, pointer: str, detail: str) -> DatasetError:
        """Return an error at a position in this record."""
        return DatasetError(self.file.path, pointer, detail)


@dataclass(frozen=True)
class RecordSet:
    """The valid records by type and id, and the keys of all files, valid or not."""

    records: Mapping[tuple[str, str], Record]
    known: frozenset[tuple[str, str]]

    def of(self, record_type: str) -> list[Record]:
        """Return the valid records of a type."""
        return [record for (name, _), record in self.records.items() if name == record_type]

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records.values())


def read_set(registry: Registry, folders: Iterable[Folder]) -> tuple[RecordSet, list[str]]:
    """Return the records of folders overlaid on one another, and a line for each error of a file or its schema."""
    files, errors = read_files(registry, folders)
    records: dict[tuple[str, str], Record] = {}
    for file in files:
        record_type = registry.named(file.type)
        try:
            made = draft(record_type, registry, file.body)
        except Invalid as invalid:
            errors += [
                str(DatasetError(file.path, each["pointer"], each["detail"])) for each in invalid.errors
            ]
        else:
            records[file.type, file.id] = Record(file, record_type, made.document, made.named)
    return RecordSet(records, frozenset((file.type, file.id) for file in files)), errors


def parts_of(record: Record, wanted: type[Schema]) -> Iterator[tuple[str, Document]]:
    """Yield the pointer and content of each part of a class: for example each party, wherever the schema has one."""
    yield from _parts(record.document, record.type.schema, wanted, "")


def _parts(
    part: Mapping[str, Any], schema: type[Schema], wanted: type[Schema], pointer: str
) -> Iterator[tuple[str, Document]]:
    for name, nested in nested_schemas(schema):
        value = part.get(name)
        if value is None:
            continue
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, item in items:
            place = f"{pointer}/{name}" if index is None else f"{pointer}/{name}/{index}"
            if nested is wanted:
                yield place, item
            yield from _parts(item, nested, wanted, place)


def bounds_of(part: Mapping[str, Any], name: str) -> DateBounds | None:
    """Return the bounds of a date of a part, or ``None`` if it is not given."""
    return None if part[name] is None else DateBounds(part[f"{name}_earliest"], part[f"{name}_latest"])


def is_after(one: DateBounds | None, other: DateBounds | None) -> bool:
    """Return whether one date is certainly after another, whichever days the two mean; open ends prove nothing."""
    return bool(one and other and one.earliest and other.latest and one.earliest > other.latest)


def overlap(one: DateBounds, other: DateBounds) -> bool:
    """Return whether two dates can mean the same day."""
    return not is_after(one, other) and not is_after(other, one)
