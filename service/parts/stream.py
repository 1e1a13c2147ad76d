"""The rows of a list of parts in order: the records of each type are read in their order and taken apart."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import orjson
from sqlalchemy import Connection

from service.parts.query import Order, PartPosition, PartQuery, parts_of, records_of, records_with_own_filters
from service.parts.rows import PartRow, RowReader
from service.records.index.conditions import MERGED_VALUES
from service.records.index.indexing import moment_id, moment_of
from service.records.index.listing import page
from service.records.index.selection import KeysetPosition, PageRow, Selection, place_of
from service.records.index.selection import Order as IndexOrder
from service.records.publication import clocks_of
from service.records.record_type import RecordType

Document = dict[str, Any]
# After every id, and before every id.
_AFTER_ALL, _BEFORE_ALL = "~", ""
# How many records are read at once: few for a page, more where it goes on and on.
_MOST_READ, _GROWTH = 500, 4


def stream(
    connection: Connection,
    query: PartQuery,
    after: PartPosition | None,
    chunk: int,
    *,
    hidden: bool = False,
) -> Iterator[PartRow]:
    """Yield the rows of a query after a position; records are read ``chunk`` at a time at first.

    In order of date, rows whose dates begin on one day go by type, then id; those without a date come before all. In
    order of id, those of one id go by type. Descending, all of this turns round, but for rows of one record and day:
    these are in the order of the record, unless they have dates of their own. In order of recording there are no ties
    but within a record.
    With ``hidden`` these are the rows instead that ``published_until`` leaves out.
    """
    reader = _RecordReader(connection, query, after, chunk, hidden=hidden)
    streams = [reader.of_type(each) for each in query.types]
    return heapq.merge(*streams, key=_KEYS[query.order], reverse=query.is_descending)


class _RecordReader:
    def __init__(
        self,
        connection: Connection,
        query: PartQuery,
        after: PartPosition | None,
        chunk: int,
        *,
        hidden: bool,
    ) -> None:
        self._connection = connection
        self._query = query
        self._after = after
        self._chunk = chunk
        self._hidden = hidden

    def of_type(self, record_type: RecordType) -> Iterator[PartRow]:
        """Yield the rows of records of one type."""
        if self._query.order == "date" and self._query.is_by_own_date(record_type):
            return self._by_own_date(record_type)
        return self._by_record(record_type)

    def _by_record(self, record_type: RecordType) -> Iterator[PartRow]:
        selection = records_of(self._connection, self._query, record_type, hidden=self._hidden)
        is_dated = self._query.order == "date" and record_type.date is not None
        if selection is None or self._is_behind(record_type, is_dated=is_dated):
            return
        order: IndexOrder = "sort_key" if is_dated else "id"
        if self._query.order == "recorded_at":
            order = "recorded_at"
        start = self._start(record_type, is_dated=is_dated)
        for rows in self._pages(selection, order, start, _MOST_READ):
            records: Iterable[Document] = map(orjson.loads, [row.body for row in rows])
            if "published_until" in self._query.values:
                # Their sources are looked up before the first is taken apart.
                records = list(records)
            reader = self._row_reader(record_type, records)
            for row, record in zip(rows, records, strict=True):
                found = reader.rows(record, self._number_in(record_type, row, is_dated))
                if order == "recorded_at":
                    found = (
                        each._replace(position=each.position._replace(seq=row.seq_from)) for each in found
                    )
                yield from found

    def _is_behind(self, record_type: RecordType, *, is_dated: bool) -> bool:
        """Return whether all records without dates of a type come before the position."""
        after, descending = self._after, self._query.is_descending
        if after is None or is_dated or self._query.order != "date":
            return False
        if after.day:
            return not descending
        return record_type.name > after.type if descending else record_type.name < after.type

    def _start(self, record_type: RecordType, *, is_dated: bool) -> KeysetPosition | None:
        """Return the keyset position after which records of a type go on; that of the position itself is read again."""
        after, name = self._after, record_type.name
        if after is None:
            return None
        if self._query.order == "recorded_at":
            return (after.seq + 1 if self._query.is_descending else after.seq - 1,)
        if is_dated:
            if name == after.type:
                return after.day, self._just_before(after.id)
            return after.day, _AFTER_ALL if name < after.type else _BEFORE_ALL
        if self._query.order == "date":
            is_within = not after.day and name == after.type
            return (self._just_before(after.id),) if is_within else None
        # Of one id, those of earlier types are behind in ascending order, and of later ones in descending order.
        is_over = name > after.type if self._query.is_descending else name < after.type
        return (after.id if is_over else self._just_before(after.id),)

    def _just_before(self, record_id: str) -> str:
        """Return a text between an id and the one before it in this order: ids hold no character before a hyphen."""
        if self._query.is_descending:
            return f"{record_id}!"
        return f"{record_id[:-1]}{chr(ord(record_id[-1]) - 1)}~"

    def _number_in(self, record_type: RecordType, row: PageRow, is_dated: bool) -> int:
        """Return the number of the last part of a record that comes before the position, -1 for none."""
        after = self._after
        if after is None or (after.type, after.id) != (record_type.name, row.id):
            return -1
        return -1 if is_dated and row.sort_key != after.day else after.number

    def _by_own_date(self, record_type: RecordType) -> Iterator[PartRow]:
        selected = records_with_own_filters(self._connection, self._query, record_type)
        if selected is not None:
            few = page(
                self._connection, selected, "id", descending=False, after=None, limit=MERGED_VALUES + 1
            )
            if len(few) <= MERGED_VALUES:
                yield from self._of_few(record_type, few)
                return
        parts = parts_of(self._query, record_type, hidden=self._hidden)
        if parts is None:
            return
        after = self._after
        start = None if after is None else (after.day, moment_id(after.id, after.number))
        for rows in self._pages(parts, "sort_key", start, MERGED_VALUES):
            bodies = {moment_of(row.id)[0]: row.body for row in rows}
            allowed = bodies if selected is None else self._among(selected, bodies)
            records = {record_id: orjson.loads(bodies[record_id]) for record_id in allowed}
            reader = self._row_reader(record_type, records.values())
            for row in rows:
                record_id, number = moment_of(row.id)
                if record_id in records:
                    yield from reader.row(records[record_id], number)

    def _of_few(self, record_type: RecordType, rows: Iterable[PageRow]) -> Iterator[PartRow]:
        """Yield the rows of a few records, taken apart all at once and sorted."""
        records = [orjson.loads(row.body) for row in rows]
        reader = self._row_reader(record_type, records)
        found = sorted(
            (row for record in records for row in reader.rows(record)),
            key=_own_place,
            reverse=self._query.is_descending,
        )
        after = self._after
        for row in found:
            if after is None or _is_past(_own_place(row), after, descending=self._query.is_descending):
                yield row

    def _among(self, selected: Selection, ids: Iterable[str]) -> list[str]:
        """Return those of some ids whose records are selected."""
        wanted = tuple(each for each in sorted(ids) if selected.rows.ids is None or each in selected.rows.ids)
        some = replace(selected, rows=replace(selected.rows, ids=wanted))
        rows = page(self._connection, some, "id", descending=False, after=None, limit=len(wanted) + 1)
        return [row.id for row in rows]

    def _pages(
        self, selection: Selection, order: IndexOrder, after: KeysetPosition | None, most: int
    ) -> Iterator[list[PageRow]]:
        limit = min(self._chunk, most)
        while True:
            rows = page(
                self._connection,
                selection,
                order,
                descending=self._query.is_descending,
                after=after,
                limit=limit,
            )
            if rows:
                yield rows
            if len(rows) < limit:
                return
            after, limit = place_of(rows[-1], order), min(limit * _GROWTH, most)

    def _row_reader(self, record_type: RecordType, records: Iterable[Document]) -> RowReader:
        clocks = clocks_of(self._connection, records, self._query.values, self._query.at)
        return RowReader(self._query, record_type, clocks, hidden=self._hidden)


def _by_date(row: PartRow) -> tuple[str, ...]:
    return row.position.day, row.position.type, row.position.id


def _by_id(row: PartRow) -> tuple[str, ...]:
    return row.position.id, row.position.type


def _by_change(row: PartRow) -> tuple[int, ...]:
    return (row.position.seq,)


_KEYS: dict[Order, Callable[[PartRow], tuple[Any, ...]]] = {
    "date": _by_date,
    "id": _by_id,
    "recorded_at": _by_change,
}


def _own_place(row: PartRow) -> tuple[str, str]:
    return row.position.day, moment_id(row.position.id, row.position.number)


def _is_past(place: tuple[str, str], after: PartPosition, *, descending: bool) -> bool:
    end = (after.day, moment_id(after.id, after.number))
    return place < end if descending else place > end
