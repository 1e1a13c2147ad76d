"""One page of records: one condition drives, the others are tested; words come from the full-text index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from service.records.index.calendar_blocks import terms_holding, terms_overlapping
from service.records.index.conditions import MERGED_VALUES, AnyOf, Condition, ConditionRows, Not, driver_of
from service.records.index.indexing import is_moments
from service.records.index.public_days import SOURCE, Public, public_terms_after, public_terms_until
from service.records.index.scanning import Source, count, count_records, gather, position_at, scan
from service.records.index.selection import (
    EVERYTHING,
    Direction,
    KeysetPosition,
    Order,
    PageRow,
    Selection,
    place_of,
)
from service.records.index.word_conditions import Words
from service.records.publication import days_of_stale_copies

# Rows that are tried for each that is wanted; what little that found is gathered of up to so many times as many, and
# in the next round so many times as many are tried.
TRIED, GROWTH = 4, 4
# Rows of each condition that are counted at first, to learn of which there are few.
_FIRST_TRIED = 100
# Records whose ids are read at once.
_CHUNK = 500


def page(
    connection: Connection,
    selection: Selection,
    order: Order,
    *,
    descending: bool,
    after: Sequence[str | int] | None,
    limit: int,
) -> list[PageRow]:
    """Return up to ``limit`` records after a keyset position; ties of ``sort_key`` go by id in the same direction."""
    way = Direction(order, descending)
    position = None if after is None else tuple(after)
    rows: list[PageRow] = []
    for part in _parts(connection, selection, way):
        if order != "sort_key":
            rows += _page(connection, part, way, position, limit)
        elif len(rows) < limit:
            rows += _page(connection, part, way, position, limit - len(rows))
    if order != "sort_key":
        rows.sort(key=lambda row: place_of(row, order), reverse=descending)
    return rows[:limit]


def ids_with(
    connection: Connection, record_type: str, conditions: Iterable[Condition], at: int | None
) -> list[str]:
    """Return the ids of all records of a type that meet the conditions at a change (``None``: now), in order."""
    selection = Selection(record_type, tuple(conditions), at=at)
    found: list[str] = []
    while True:
        after = found[-1:] or None
        rows = page(connection, selection, "id", descending=False, after=after, limit=_CHUNK)
        found += [row.id for row in rows]
        if len(rows) < _CHUNK:
            return found


def total(connection: Connection, selection: Selection, most: int | None = None) -> int:
    """Return how many records are selected, of ``most`` and more ``most``: without it, time grows with them."""
    found = 0
    for part in _parts(connection, selection, Direction("sort_key", descending=True)):
        found += _total(connection, part, None if most is None else most - found)
        if found == most:
            break
    return found


def _total(connection: Connection, part: Selection, most: int | None) -> int:
    """Test the rows of what there are few of; counting on would take longer than to test the rows with the words."""
    words = _by_words(part)
    sources = words + [Source(part, each) for each in _drivers(connection, part)] or [
        Source(part, EVERYTHING)
    ]
    tried = most if words and most else _FIRST_TRIED
    while len(sources) > 1:
        few = (each for each in sources if count(connection, each, tried) <= tried)
        if chosen := next(few, sources[0] if words else None):
            sources = [chosen]
        tried *= GROWTH**2
    return count_records(connection, sources[0], most)


def _parts(connection: Connection, selection: Selection, way: Direction) -> list[Selection]:
    """Split a date range into what began inside it and what had begun before; the two never share a record.

    In order of dates the parts come one after the other. In another order the range, if nothing else is asked, is a
    condition on terms.
    """
    if AnyOf(()) in map(driver_of, selection.conditions):
        return []
    if selection.overlaps is None:
        return [selection]
    start, end = selection.overlaps
    inside = replace(
        selection, rows=replace(selection.rows, sort_key_from=start or "0", sort_key_to=end), overlaps=None
    )
    if way.order != "sort_key" and not selection.conditions and selection.rows == ConditionRows():
        terms = tuple(
            dict.fromkeys(_overlapping(connection, replace(inside, rows=ConditionRows("0")), start, end))
        )
        if len(terms) <= MERGED_VALUES:
            return [replace(selection, conditions=(AnyOf(terms),), overlaps=None)] if terms else []
    if start is None:
        return [inside]
    # Dates hold digits and hyphens only, and begin with a digit.
    day_before = f"{start[:-1]}{chr(ord(start[-1]) - 1)}~"
    rows = replace(selection.rows, sort_key_to=min(selection.rows.sort_key_to or "~", day_before))
    conditions = (*selection.conditions, AnyOf(tuple(terms_holding(start))))
    before = replace(selection, conditions=conditions, rows=rows, overlaps=None)
    return [inside, before] if way.descending or way.order != "sort_key" else [before, inside]


def _overlapping(
    connection: Connection, dated: Selection, start: str | None, end: str | None
) -> Iterator[tuple[str, str]]:
    """Yield the terms of the dates that overlap a range, of which an open end is the first or last day on record."""
    ends = []
    for descending in (False, True):
        way = Direction("sort_key", descending)
        ends.append(position_at(connection, dated, EVERYTHING, way, way.stretch(dated), 1))
    first, last = ends
    if first is not None and last is not None:
        from_day = max(start or "", str(first[0]))
        if end is None or end >= from_day:
            yield from terms_overlapping(from_day, max(min(end or "9", str(last[0])), from_day))


def _page(
    connection: Connection, selection: Selection, way: Direction, after: KeysetPosition | None, limit: int
) -> list[PageRow]:
    """Return a page in rounds, each of a walk and, where that found little, of an attempt to gather the rest.

    A walk tries some rows of the condition that is the rarest here: whose rows reach the farthest in the order. The
    next goes on from there and tries more. So no condition is walked for long where another has a gap.
    """
    stretch = way.stretch(selection, after)
    drivers, sources = _drivers(connection, selection) or [EVERYTHING], _by_words(selection)
    is_bounded = bool(selection.rows.test(selection.sql(connection), but=way.column))
    if len(drivers) == 1 and not sources and not is_bounded:
        return scan(connection, selection, drivers[0], way, stretch, limit)
    if selection.rows.ids is not None and len(selection.rows.ids) <= MERGED_VALUES:
        return gather(connection, Source(selection, drivers[0]), way, stretch, limit)
    rows: list[PageRow] = []
    tried = TRIED * limit
    while True:
        ends = [
            (position_at(connection, selection, each, way, stretch, tried), number)
            for number, each in enumerate(drivers)
        ]
        last, number = _farthest(ends, way)
        walked = stretch if last is None else stretch._replace(until=last)
        found = scan(connection, selection, drivers[number], way, walked, limit - len(rows))
        rows += found
        if last is None or len(rows) == limit:
            return rows
        stretch, tried = stretch._replace(after=last), tried * GROWTH
        if len(found) * GROWTH < limit - len(rows):
            bounded = [Source(selection, drivers[number])] if is_bounded else []
            # To look for words in each row takes longer than to walk past many.
            for most, source in zip((tried, tried // GROWTH**2), sources + bounded, strict=False):
                if count(connection, source, most) <= most:
                    return rows + gather(connection, source, way, stretch, limit - len(rows))


def _farthest(
    ends: Sequence[tuple[KeysetPosition | None, int]], way: Direction
) -> tuple[KeysetPosition | None, int]:
    """Return which of several positions comes last, ``None`` after all, with its number."""
    for end in ends:
        if end[0] is None:
            return end
    return (min if way.descending else max)(ends)


def _drivers(connection: Connection, selection: Selection) -> list[AnyOf]:
    """Return the conditions that can drive: all records selected meet each."""
    found = (*map(driver_of, selection.conditions), *_appeared(connection, selection))
    return [each for each in found if each and len(each.terms) <= MERGED_VALUES]


def _appeared(connection: Connection, selection: Selection) -> Iterator[AnyOf]:
    """Yield conditions on terms that all records meet that were public by a day, or not, and few others."""
    if is_moments(selection.record_type):
        return
    for each in selection.conditions:
        if isinstance(each, Public):
            changed = {
                source for day, source in days_of_stale_copies(connection, selection.at) if day <= each.until
            }
            terms = public_terms_until(each.until)
        elif isinstance(each, Not) and isinstance(each.condition, Public):
            until = each.condition.until
            changed = {
                source for day, source in days_of_stale_copies(connection, selection.at) if day > until
            }
            terms = public_terms_after(until)
        else:
            continue
        yield AnyOf((*terms, *((SOURCE, source) for source in sorted(changed))))


def _by_words(selection: Selection) -> list[Source]:
    """Return what gives the rows with the words that are asked for, if any are."""
    return [Source(selection, None)] if any(isinstance(each, Words) for each in selection.conditions) else []
