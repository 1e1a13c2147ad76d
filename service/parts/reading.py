"""One page of a list of parts, as documents; how many rows there are, and how many the clocks leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from service.evidence.left_out import MOST_COUNTED
from service.parts.query import PartPosition, PartQuery, later_than, query_of
from service.parts.rows import PartRow, document_of, head_of
from service.parts.stream import stream
from service.records.context import Context
from service.records.http.answers import resolve_known_at
from service.records.part_lists import PartList
from service.records.reading import bodies_at
from service.records.record_type import RecordType
from service.records.schemas.fields import Reference

Document = dict[str, Any]
# Records that are read at once where all are: the rows of most are more than one.
_CHUNK = 500
# Rows of a batch where all are answered: of the last records that are read for it, some are read again for the next.
BATCH = 3 * _CHUNK


@dataclass(frozen=True)
class PartPage:
    """Rows in order, as they are answered; ``next_position`` is that of the last, where there are more."""

    rows: list[Document]
    next_position: PartPosition | None


def read_page(
    connection: Connection, query: PartQuery, after: Sequence[str | int] | None, limit: int
) -> PartPage:
    """Return the ``limit`` rows after a position."""
    position = None
    if after is not None:
        day, record_type, record_id = map(str, after[:3])
        position = PartPosition(day, record_type, record_id, *map(int, after[3:]))
    found = list(islice(stream(connection, query, position, limit // 2 + 1), limit + 1))
    rows = found[:limit]
    return PartPage(
        list(documents_of(connection, query, rows)), rows[-1].position if len(found) > limit else None
    )


def documents_of(connection: Connection, query: PartQuery, rows: Sequence[PartRow]) -> Iterator[Document]:
    """Yield rows as they are answered."""
    referenced = _inherited_from(connection, query, rows)
    record, head = None, None
    for row in rows:
        if head is None or row.record is not record:
            record, head = row.record, head_of(query.part_list, row.record_type, row.record)
        yield document_of(query.part_list, head, row, referenced)


def query_under(
    connection: Connection, part_list: PartList, types: Sequence[RecordType], values: Mapping[str, Any]
) -> PartQuery:
    """Return the query of a list of parts under the clocks of a request, of which ``as_of`` is set."""
    return query_of(connection, part_list, types, values, resolve_known_at(connection, values))


def batches(
    context: Context, part_list: PartList, types: Sequence[RecordType], values: Mapping[str, Any]
) -> Iterator[list[Document]]:
    """Yield all rows of a list of parts that were held at ``known_at``, some at a time."""
    position = None
    while True:
        with context.database.reading(snapshot=True) as connection:
            query = query_under(connection, part_list, types, values)
            page = read_page(connection, query, position, BATCH)
        yield page.rows
        position = page.next_position
        if position is None:
            return


def count_rows(connection: Connection, query: PartQuery) -> int:
    """Return how many rows a query has on all pages; all of their records are read."""
    return sum(1 for _ in stream(connection, query, None, _CHUNK))


def count_left_out(connection: Connection, query: PartQuery) -> dict[str, int]:
    """Return how many rows that meet the filters each clock leaves out, up to ``MOST_COUNTED``: ``LeftOutOfParts``."""
    later = later_than(query)
    not_yet = 0 if later is None else _count(connection, later)
    not_public = 0
    if "published_until" in query.values:
        not_public = _count(connection, query, hidden=True)
    return {"not_yet": not_yet, "not_public": not_public}


def _count(connection: Connection, query: PartQuery, *, hidden: bool = False) -> int:
    return sum(1 for _ in islice(stream(connection, query, None, _CHUNK, hidden=hidden), MOST_COUNTED))


def _inherited_from(
    connection: Connection, query: PartQuery, rows: Sequence[PartRow]
) -> Mapping[tuple[str, str], Document]:
    """Return the records that members of rows are inherited from, by the member that refers to them and their id."""
    found: dict[tuple[str, str], Document] = {}
    for member, reference in query.part_list.inherited.items():
        ids = {row.part[reference] for row in rows if row.part[member] is None and row.part[reference]}
        if not ids:
            continue
        field = query.part_list.schema(query.types[0].schema)().fields[reference]
        assert isinstance(field, Reference)
        there = bodies_at(connection, field.record_type, sorted(ids), query.at)
        found |= {(reference, record_id): record for record_id, record in there.items()}
    return found
