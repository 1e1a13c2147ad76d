"""One page of records, by the way that keeps its time the same however large the record grows: see docs/decisions."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, text

from service.records.index.conditions import (
    MERGED_VALUES,
    RARE,
    AnyOf,
    Condition,
    Public,
    Rows,
)
from service.records.index.full_text import Question, question
from service.records.index.indexing import SOURCE, SPAN, is_moments
from service.records.index.public_days import slices_until
from service.records.index.scanning import Driver, count, place_at, scan
from service.records.index.scanning import total as total_by
from service.records.index.selection import EVERYTHING, Direction, Place, Row, Selection, place_of
from service.records.index.slices import Order, slices_between, thousands_between
from service.records.index.slicing import WHOLE, by_slices, finest_around, total_of
from service.records.index.spans import blocks_around
from service.records.index.streaming import stream
from service.records.index.word_conditions import Without, Words
from service.records.publication import published

# Rows that are tried one by one, for each that is wanted, before the full-text index is asked; and then, where at least
# one of ``DENSE`` was found.
TRIED = (1, 3)
DENSE = 5


def page(
    connection: Connection,
    selection: Selection,
    order: Order,
    *,
    descending: bool,
    after: Sequence[str | int] | None,
    limit: int,
) -> list[Row]:
    """Return up to ``limit`` records after a keyset position; ties of ``sort_key`` go by id in the same direction."""
    way = Direction(order, descending)
    place = None if after is None else tuple(after)
    parts = _parts(connection, selection, way)
    if order == "sort_key":
        rows: list[Row] = []
        for part in parts:
            if len(rows) < limit:
                rows += _page(connection, part, way, place, limit - len(rows))
        return rows
    pages = (_page(connection, part, way, place, limit) for part in parts)
    merged = heapq.merge(*pages, key=lambda row: place_of(row, order), reverse=descending)
    return list(merged)[:limit]


def total(connection: Connection, selection: Selection) -> int:
    """Return how many records are selected; the one part of a list whose time grows with them."""
    way = Direction("sort_key", descending=True)
    found = 0
    for part in _parts(connection, selection, way):
        asked = _asked(connection, part, way)
        driver, _ = _driver(connection, part, way)
        found += total_by(connection, part, driver) if asked is None else total_of(connection, part, *asked)
    return found


def _parts(connection: Connection, selection: Selection, way: Direction) -> list[Selection]:
    """Split a date range into what began inside it and what had begun before; the two never share a record.

    In order of dates the parts come one after the other. In another order the days of the range, if nothing else is
    asked, are a few slices, which are terms: scans of these are merged.
    """
    if any(isinstance(each, AnyOf) and not each.terms for each in selection.conditions):
        return []
    if selection.overlaps is None:
        return [selection]
    start, end = selection.overlaps
    # Spans cover the days after the first: what is found by one began before ``start``, so before ``end``.
    running = [] if start is None else [AnyOf.of(SPAN, blocks_around(start))]
    before = [replace(selection, conditions=(*selection.conditions, each), overlaps=None) for each in running]
    rows = replace(selection.rows, sort_key_from=start or "0", sort_key_to=end)
    inside = replace(selection, rows=rows, overlaps=None)
    if way.order == "sort_key":
        return [inside, *before] if way.descending else [*before, inside]
    if selection.conditions or selection.rows != Rows():
        return [inside, *before]
    ends = [
        place_at(connection, inside, EVERYTHING, Direction("sort_key", descending), None, 1)
        for descending in (False, True)
    ]
    days = [] if ends[0] is None or ends[1] is None else slices_between(str(ends[0][0]), str(ends[1][0]))
    terms = *(("sort_key", each) for each in days), *(term for each in running for term in each.terms)
    return [replace(selection, conditions=(AnyOf(terms),), overlaps=None)] if terms else []


def _page(
    connection: Connection, selection: Selection, way: Direction, after: Place | None, limit: int
) -> list[Row]:
    driver, is_short = _driver(connection, selection, way)
    asked = None if is_short else _asked(connection, selection, way)
    if asked is None:
        return scan(connection, selection, driver, way, after, limit)
    if way.order == "recorded_at" and asked[0].is_in_order:
        return stream(connection, selection, *asked, way, after, limit)
    assert isinstance(driver, AnyOf)
    rows: list[Row] = []
    tried = after
    for times in TRIED:
        last = place_at(connection, selection, driver, way, tried, times * limit)
        rows += scan(connection, selection, driver, way, tried, limit - len(rows), until=last)
        if last is None or len(rows) == limit:
            return rows
        tried, is_dense = last, DENSE * len(rows) >= limit
        if not is_dense:
            break
    assert tried is not None
    first = after or place_at(connection, selection, driver, way, None, 1) or tried
    # The fewer were found, the longer the first slice.
    coarser = 0 if is_dense else 1 if rows else 2
    is_all = not rows and asked[0].is_quick
    level = WHOLE if is_all else finest_around(way.order, first, tried, coarser)
    more, dense_from = by_slices(connection, selection, *asked, way, tried, limit - len(rows), level)
    rows += more
    if dense_from is not None:
        # On this very day, say, there are so many that trying one by one soon has a page of them.
        rows += scan(connection, selection, driver, way, dense_from, limit - len(rows))
    return rows


def _driver(connection: Connection, selection: Selection, way: Direction) -> tuple[Driver, bool]:
    """Return what to run through in order, the rarest, and whether that is all to do: alone, or short enough."""
    merged = [
        each for each in selection.conditions if isinstance(each, AnyOf) and len(each.terms) <= MERGED_VALUES
    ]
    bounds = selection.rows.but(way.column)
    if bounds == Rows() and len(merged) == len(selection.conditions) <= 1:
        return (merged[0] if merged else EVERYTHING), True
    drivers: list[Driver] = [*merged] if bounds == Rows() else [*merged, bounds]
    counted = [(count(connection, selection, driver), driver) for driver in drivers]
    rarest = min(counted, key=lambda each: each[0], default=(RARE + 1, EVERYTHING))
    if rarest[0] <= RARE:
        return rarest[1], True
    return min(merged, key=lambda each: len(each.terms), default=EVERYTHING), False


def _asked(
    connection: Connection, selection: Selection, way: Direction
) -> tuple[Question, list[Condition]] | None:
    """Return what to ask the full-text index and what it cannot tell; ``None`` where it would be no help."""
    if is_moments(selection.record_type):
        return None
    put, probed = _put_or_probed(connection, selection)
    seq_after = selection.rows.seq_after
    if seq_after is not None and way.order != "recorded_at":
        newest = int(connection.execute(text("SELECT max(seq_from) FROM revisions")).scalar_one())
        put.append(AnyOf.of("recorded_at", thousands_between(seq_after + 1, max(newest, seq_after + 1))))
    elif len(put) < 2 and not any(isinstance(each, Words | Public) for each in (*put, *probed)):
        # One condition is a scan; in order of the index there is nothing that it leaves out.
        return None
    # The index is asked for something, never for all but something.
    if all(isinstance(each, Without) for each in put):
        return None
    return question(connection, selection.record_type, put), probed


def _put_or_probed(
    connection: Connection, selection: Selection
) -> tuple[list[AnyOf | Words | Without], list[Condition]]:
    """Return the conditions that the full-text index is asked for, and those to test on what it finds."""
    put: list[AnyOf | Words | Without] = []
    probed: list[Condition] = []
    for each in selection.conditions:
        if isinstance(each, Public):
            put += _appeared(connection, each, selection.at)
            # The index knows of months, and of what has changed since only where to look.
            probed.append(each)
        elif isinstance(each, Words | Without) and each.has_sequences:
            # Nor does it know in which order words stand: what lacks the sequence may have its words.
            put += [each] if isinstance(each, Words) else []
            probed.append(each)
        elif isinstance(each, Words | Without) or (
            isinstance(each, AnyOf) and len(each.terms) <= MERGED_VALUES
        ):
            put.append(each)
        else:
            probed.append(each)
    return put, probed


def _appeared(connection: Connection, public: Public, at: int | None) -> list[AnyOf]:
    """Return the condition on terms of the index that all records meet that were public, and few others."""
    known = published(connection, public.until, at)
    changed = [(SOURCE, source) for source in sorted(known.public)]
    return [AnyOf((*slices_until(public.until), *changed))] if len(changed) <= MERGED_VALUES else []
