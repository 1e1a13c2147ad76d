"""A row of a list of parts: when it counts, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema

from service.evidence.citations import own_citations
from service.parts.query import PartPosition, PartQuery
from service.records.clocks import Clocks
from service.records.index.indexing import SOURCE
from service.records.record_type import RecordType
from service.records.schemas.dates import DateBounds
from service.records.schemas.notations import EdtfDate

Document = dict[str, Any]
_DATE = ("date", "date_earliest", "date_latest")


@dataclass(frozen=True)
class PartRow:
    """A part of a record that meets the filters, with the citations that it rests on."""

    position: PartPosition
    record_type: RecordType
    record: Document
    part: Document
    citations: list[Document]
    cited_by: str


class RowReader:
    """Makes rows of the parts of records, those that meet a query; the clocks know the sources of these records.

    With ``hidden`` it makes instead those that count by ``as_of`` and no source had reported by ``published_until``.
    """

    def __init__(self, query: PartQuery, clocks: Clocks, *, hidden: bool = False) -> None:
        self._query = query
        self._clocks = clocks
        self._hidden = hidden
        self._sources = frozenset(query.values.get(SOURCE, ()))
        self._tests = [each.test for each in query.conditions]

    def rows(self, record_type: RecordType, record: Document, after: int = -1) -> Iterator[PartRow]:
        """Yield the rows of a record, of parts after the one of a number, in the order of the record."""
        for number in range(after + 1, len(self._query.part_list.parts(record))):
            yield from self.row(record_type, record, number)

    def row(self, record_type: RecordType, record: Document, number: int) -> Iterator[PartRow]:
        """Yield the row of one part, if it meets the query."""
        part = self._query.part_list.parts(record)[number]
        if not all(test(part) for test in self._tests):
            return
        is_own = self._query.is_by_own_date(record_type)
        bounds = _bounds(part, "date") if is_own else _dates_of(record_type, record)
        if not self._is_in_time(bounds):
            return
        citations, cited_by = self._citations(record, number, part)
        if self._sources and self._sources.isdisjoint(each["source"] for each in citations):
            return
        if self._clocks.published_until is not None:
            public = [each for each in citations if self._clocks.is_public(each["source"])]
            if self._hidden is bool(public):
                return
            citations = citations if self._hidden else public
        position = PartPosition(bounds.first, record_type.name, record["id"], number)
        yield PartRow(position, record_type, record, part, citations, cited_by)

    def _is_in_time(self, bounds: DateBounds) -> bool:
        if bounds.last > self._query.values["as_of"]:
            return False
        start, end = self._query.days
        if start is None and end is None:
            return True
        return bounds.first != "" and (start or "") <= bounds.last and (end is None or bounds.first <= end)

    def _citations(self, record: Document, number: int, part: Document) -> tuple[list[Document], str]:
        if part.get("citations"):
            return part["citations"], "part"
        pointer = f"/{self._query.part_list.name}/{number}"
        return own_citations(record, pointer) or record.get("citations") or [], "record"


def document_of(query: PartQuery, row: PartRow, referenced: Mapping[tuple[str, str], Document]) -> Document:
    """Return a row as it is answered; ``referenced`` are the records that members are inherited from."""
    record, part_list = row.record, query.part_list
    own = dict(row.part)
    own.pop("citations", None)
    dated = {name: own.pop(name) for name in _DATE} if "date" in own else _date_of(row.record_type, record)
    for member, reference in part_list.inherited.items():
        if own[member] is None and own[reference] is not None:
            target = referenced.get((reference, own[reference]))
            own[member] = None if target is None else target[member]
    return {
        "record": {
            **{name: record[name] for name in ("type", "id", "self")},
            "title": row.record_type.called(record),
            **{name: record[name] for name in ("revision", "recorded_at")},
        },
        "pointer": f"/{part_list.name}/{row.position.number}",
        **dated,
        **{name: record[name] for name in part_list.context},
        **own,
        "citations": row.citations,
        "cited_by": row.cited_by,
    }


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
