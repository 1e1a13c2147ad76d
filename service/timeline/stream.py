"""The rows of the stream: one range scan a kind, merged in the order of their dates."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection

from service.records.index.listing import page
from service.records.index.public_days import Public
from service.records.index.selection import PageRow, Selection
from service.timeline.kinds import Kind

# After every id, and before every id.
_AFTER_ALL, _BEFORE_ALL = "~", ""


class TimelinePosition(NamedTuple):
    """Where an entry stands: its first day, then its kind, then its id."""

    day: str
    kind: str
    id: str


@dataclass(frozen=True)
class TimelineRow:
    """An entry as it was found, with the text of its record."""

    place: TimelinePosition
    kind: Kind
    body: str


@dataclass(frozen=True)
class TimelineQuery:
    """What is asked for: the filters' values, a range of days (either end open), the change asked about, the kinds."""

    values: Mapping[str, Any]
    days: tuple[str | None, str | None]
    at: int | None
    descending: bool
    kinds: Sequence[Kind]


def stream(
    connection: Connection, question: TimelineQuery, after: Sequence[str | int] | None, chunk: int
) -> Iterator[TimelineRow]:
    """Yield the entries whose dates overlap the days, from a place on; each kind is read ``chunk`` rows at a time.

    Entries that began on the same day go by kind, then id; descending, all of it turns round.
    """
    place = None if after is None else TimelinePosition(*map(str, after))
    parts = [_of_kind(connection, kind, question, place, chunk) for kind in question.kinds]
    return heapq.merge(*parts, key=lambda found: found.place, reverse=question.descending)


def selection_of(connection: Connection, kind: Kind, question: TimelineQuery) -> Selection | None:
    """Return what there is of a kind whenever it was public, ``None`` where no entry can meet the filters."""
    conditions = kind.declared.conditions(connection, question.values, question.at)
    if conditions is None:
        return None
    days = None if question.days == (None, None) else question.days
    return Selection(kind.terms, conditions, overlaps=days, at=question.at)


def _of_kind(
    connection: Connection, kind: Kind, question: TimelineQuery, after: TimelinePosition | None, chunk: int
) -> Iterator[TimelineRow]:
    selection = selection_of(connection, kind, question)
    if selection is None:
        return
    if (until := question.values.get("published_until")) is not None:
        selection = replace(selection, conditions=(*selection.conditions, Public(until)))
    for row in rows_of(
        connection, selection, question, None if after is None else _within(kind, after), chunk
    ):
        yield TimelineRow(TimelinePosition(row.sort_key, kind.name, row.id), kind, row.body)


def rows_of(
    connection: Connection,
    selection: Selection,
    question: TimelineQuery,
    after: tuple[str, str] | None,
    chunk: int,
) -> Iterator[PageRow]:
    """Yield the rows of a selection in the order asked for, from a place on, read ``chunk`` at a time."""
    while True:
        rows = page(
            connection, selection, "sort_key", descending=question.descending, after=after, limit=chunk
        )
        yield from rows
        if len(rows) < chunk:
            return
        after = (rows[-1].sort_key, rows[-1].id)


def _within(kind: Kind, place: TimelinePosition) -> tuple[str, str]:
    """Return where a kind goes on, in either direction: kinds before that of the place have all of its day behind."""
    if kind.name == place.kind:
        return place.day, place.id
    return place.day, _AFTER_ALL if kind.name < place.kind else _BEFORE_ALL
