"""Records whose fields depend on the clocks, a summit's status say: as of today unless another day is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson
from sqlalchemy import Connection

from service.records.clocks import Clocks
from service.records.index.conditions import MERGED_VALUES, AllOf, AnyOf, Not, OneOf
from service.records.index.indexing import SETTLED, terms_of
from service.records.index.listing import page, total
from service.records.index.selection import Order, PageRow, Selection, place_of
from service.records.on_day import body_on_day
from service.records.publication import clocks_of
from service.records.reading import bodies_at, values_after
from service.records.record_type import Document, RecordType
from service.records.revisions import StoredRevision

_CHUNK = 200


@dataclass(frozen=True)
class Pending:
    """The records of a type that on a day are not as they are stored, since something in them is dated later.

    They are few, so that all others are answered as they are stored. ``documents`` are those of the day, by id;
    ``marks`` are the terms by which each is found.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    marks: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def having(self, record_type: RecordType, name: str, values: Iterable[str]) -> OneOf:
        """Return the condition that a record had one of these values in a filter on that day."""
        terms = {(name, value) for value in values}
        then = tuple(
            mark
            for record_id, mark in self.marks.items()
            if not terms.isdisjoint(terms_of(record_type, self.documents[record_id]))
        )
        settled = AllOf((AnyOf(tuple(sorted(terms))), Not(AnyOf(tuple(self.marks.values())))))
        return OneOf((settled, AnyOf(then)))


NOTHING_PENDING = Pending()


def read_pending(
    connection: Connection, record_type: RecordType, values: Mapping[str, Any], at: int | None
) -> Pending | None:
    """Return the records that are pending on the day ``as_of``.

    ``None`` where each record has to be looked at: under ``published_until``, and where many are pending.
    """
    if record_type.clocked is None:
        return NOTHING_PENDING
    if "published_until" in values:
        return None
    day = values["as_of"]
    # After all marks of this day; digits and hyphens come before both characters.
    found = values_after(connection, record_type.name, SETTLED, f"{day}|~", at, MERGED_VALUES + 1)
    if len(found) > MERGED_VALUES:
        return None
    marks = {value.partition("|")[2]: (SETTLED, value) for value in found}
    stored = bodies_at(connection, record_type.name, sorted(marks), at)
    clocks = Clocks(day)
    documents = {record_id: record_type.clocked(each, clocks) for record_id, each in stored.items()}
    return Pending(documents, marks)


def on_day(record_type: RecordType, revision: StoredRevision, day: str) -> StoredRevision:
    """Return a revision as it is answered on a day, an ISO date: as it is stored, unless something is dated later."""
    if revision.body is None:
        return revision
    body = body_on_day(record_type, revision.body, day)
    return revision if body is revision.body else replace(revision, body=body)


def clock(
    connection: Connection,
    record_type: RecordType,
    documents: Iterable[Document],
    values: Mapping[str, Any],
    at: int | None,
) -> list[Document]:
    """Return documents of a type under the clocks in ``values``, of which ``as_of`` is set."""
    stored = list(documents)
    if record_type.clocked is None:
        return stored
    clocks = clocks_of(connection, stored, values, at)
    return [record_type.clocked(each, clocks) for each in stored]


def clock_dependent(record_type: RecordType) -> set[str]:
    """Return the names of the filters on fields that the clocks change."""
    if record_type.clocked is None:
        return set()
    return {declared.name for declared in record_type.filters if declared.name in record_type.read_only}


def clocked_page(
    connection: Connection,
    record_type: RecordType,
    selection: Selection,
    values: Mapping[str, Any],
    order: Order,
    descending: bool,
    after: Sequence[str | int] | None,
    limit: int,
) -> tuple[list[PageRow], list[dict[str, Any]], int | None]:
    """Return one row more than a page, a page's documents under the clocks, and the total if it was asked for.

    Filters on fields that the clocks change are tried document by document, so pages are read on until one is full.
    """
    wanted = [(name, set(values[name])) for name in clock_dependent(record_type) if name in values]
    rows: list[PageRow] = []
    documents: list[dict[str, Any]] = []
    counting = bool(values.get("count"))

    def matching(place: Sequence[str | int] | None, most: int | None) -> int:
        found = 0
        while True:
            chunk = page(connection, selection, order, descending=descending, after=place, limit=_CHUNK)
            read = [orjson.loads(row.body) for row in chunk]
            clocked = clock(connection, record_type, read, values, selection.at)
            for row, document in zip(chunk, clocked, strict=True):
                terms = terms_of(record_type, document) if wanted else set()
                if all(any((name, value) in terms for value in accepted) for name, accepted in wanted):
                    found += 1
                    if most is not None:
                        rows.append(row)
                        documents.append(document)
                        if found == most:
                            return found
            if len(chunk) < _CHUNK:
                return found
            place = place_of(chunk[-1], order)

    matching(after, limit + 1)
    count = None
    if counting:
        count = matching(None, None) if wanted else total(connection, selection)
    return rows, documents[:limit], count
