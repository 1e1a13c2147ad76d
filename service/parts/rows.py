"""A row of a list of parts: when it counts, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from marshmallow import Schema

from service.evidence.citations import own_citations
from service.parts.query import PartPosition, PartQuery
from service.records.clocks import Clocks
from service.records.index.public_days import SOURCE
from service.records.part_lists import PartList
from service.records.record_type import RecordType
from service.records.schemas.dates import DateBounds
from service.records.schemas.notations import EdtfDate

Document = dict[str, Any]
_DATE = ("date", "date_earliest", "date_latest")


class PartRow(NamedTuple):
    """A part of a record that meets the filters, with the citations that it rests on."""

    position: PartPosition
    record_type: RecordType
    record: Document
    part: Document
    citations: list[Document]
    cited_by: str


class RowReader:
    """Makes rows of the parts of a type's records, those that meet a query; the clocks know the records' sources.

    With ``hidden`` it makes instead those that count by ``as_of`` and no source had reported by ``published_until``.
    """

    def __init__(
        self, query: PartQuery, record_type: RecordType, clocks: Clocks, *, hidden: bool = False
    ) -> None:
        self._part_list = query.part_list
        self._record_type = record_type
        self._clocks = clocks
        self._hidden = hidden
        self._sources = frozenset(query.values.get(SOURCE, ()))
        self._tests = [each.test for each in query.conditions]
        self._is_own = query.is_by_own_date(record_type)
        self._as_of = query.values["as_of"]
        self._days = query.days

    def rows(self, record: Document, after: int = -1) -> Iterator[PartRow]:
        """Yield the rows of a record, of parts after the one of a number, in the order of the record."""
        return self._rows(record, range(after + 1, len(self._part_list.parts(record))))

    def row(self, record: Document, number: int) -> Iterator[PartRow]:
        """Yield the row of one part, if it meets the query."""
        return self._rows(record, (number,))

    def _rows(self, record: Document, numbers: Iterable[int]) -> Iterator[PartRow]:
        bounds = None if self._is_own else _dates_of(self._record_type, record)
        if bounds is not None and not self._is_in_time(bounds):
            return
        parts = self._part_list.parts(record)
        for number in numbers:
            part = parts[number]
            if self._tests and not all(test(part) for test in self._tests):
                continue
            own = bounds or _bounds(part, "date")
            if self._is_own and not self._is_in_time(own):
                continue
            citations, cited_by = self._citations(record, number, part)
            if self._sources and self._sources.isdisjoint(each["source"] for each in citations):
                continue
            if self._clocks.published_until is not None:
                public = [each for each in citations if self._clocks.is_public(each["source"])]
                if self._hidden is bool(public):
                    continue
                citations = citations if self._hidden else public
            position = PartPosition(own.first, self._record_type.name, record["id"], number)
            yield PartRow(position, self._record_type, record, part, citations, cited_by)

    def _is_in_time(self, bounds: DateBounds) -> bool:
        if bounds.last > self._as_of:
            return False
        start, end = self._days
        if start is None and end is None:
            return True
        return bounds.first != "" and (start or "") <= bounds.last and (end is None or bounds.first <= end)

    def _citations(self, record: Document, number: int, part: Document) -> tuple[list[Document], str]:
        if part.get("citations"):
            return part["citations"], "part"
        pointer = f"/{self._part_list.name}/{number}"
        return own_citations(record, pointer) or record.get("citations") or [], "record"


class RowHead(NamedTuple):
    """What all rows of one record say of it: which one it is, its date with its bounds, and the context of the list."""

    record: Document
    date: Document
    context: Document


def head_of(part_list: PartList, record_type: RecordType, record: Document) -> RowHead:
    """Return what rows say of their record."""
    return RowHead(
        {
            "type": record["type"],
            "id": record["id"],
            "self": record["self"],
            "title": record_type.called(record),
            "revision": record["revision"],
            "recorded_at": record["recorded_at"],
        },
        _date_of(record_type, record),
        {name: record[name] for name in part_list.context},
    )


def document_of(
    part_list: PartList, head: RowHead, row: PartRow, referenced: Mapping[tuple[str, str], Document]
) -> Document:
    """Return a row as it is answered; ``referenced`` are the records that members are inherited from."""
    part = row.part
    document = {
        "record": head.record,
        "pointer": f"/{part_list.name}/{row.position.number}",
        # Members keep the first place that they are named at: a date of the part comes here too.
        **({name: part[name] for name in _DATE} if "date" in part else head.date),
        **head.context,
        **part,
    }
    document.pop("citations", None)
    for member, reference in part_list.inherited.items():
        if document[member] is None and document[reference] is not None:
            target = referenced.get((reference, document[reference]))
            document[member] = None if target is None else target[member]
    document["citations"] = row.citations
    document["cited_by"] = row.cited_by
    return document


def _date_of(record_type: RecordType, record: Document) -> Document:
    """Return the date that a record is found by, with its bounds: one of its own, else of its dated parts."""
    bounds, found = _dates_of(record_type, record), None
    if bounds.first:
        dated = [record[name] for name in _date_fields(record_type.schema) if _bounds(record, name) == bounds]
        moments = record_type.moments(record) if record_type.moments and not dated else ()
        for moment in moments:
            _, name, number = moment.pointer.split("/", 2)
            part = record[name][int(number)]
            dated += [part["date"]] if "date" in part and moment.bounds == bounds else []
        found = dated[0] if dated else None
    return {"date": found, "date_earliest": bounds.earliest, "date_latest": bounds.latest}


def _dates_of(record_type: RecordType, record: Document) -> DateBounds:
    return (record_type.date(record) if record_type.date else None) or DateBounds(None, None)


@cache
def _date_fields(schema: type[Schema]) -> tuple[str, ...]:
    return tuple(name for name, field in schema().fields.items() if isinstance(field, EdtfDate))


def _bounds(dated: Document, name: str) -> DateBounds:
    return DateBounds(dated[f"{name}_earliest"], dated[f"{name}_latest"])
