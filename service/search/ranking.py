"""The order of what is found: names before texts, things before events, the newest first; the same on each database."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from service.records.index.conditions import Condition, Public, Without, Words
from service.records.index.full_text import question as ask
from service.records.index.indexing import SOURCE
from service.records.index.listing import page
from service.records.index.selection import Row, Selection
from service.records.index.sql import Sql
from service.records.record_type import RecordType

MATCHED = ("name", "text")
"""All words stand in the record's names; or they do not, but all stand somewhere in it."""
# The words are the whole of a name; all stand in the names; or all stand somewhere.
_WHOLE, _NAME, _TEXT = TIERS = range(3)

_AFTER_ALL, _BEFORE_ALL = "~", ""


class Place(NamedTuple):
    """Where a record stands: its tier, whether its type has a date, its date or folded name, its type, its id."""

    tier: int
    is_dated: int
    key: str
    type: str
    id: str


@dataclass(frozen=True)
class Found:
    """A record as it was found, with its text."""

    place: Place
    type: RecordType
    body: str

    @property
    def matched(self) -> str:
        """Which of ``MATCHED`` it is found for."""
        return MATCHED[self.place.tier == _TEXT]


@dataclass(frozen=True)
class Question:
    """The words, these as a whole name, the types to look through, the clocks' values, the change asked about."""

    words: Words
    whole: Words | None
    types: tuple[RecordType, ...]
    values: Mapping[str, Any]
    at: int | None


def ranked(
    connection: Connection, question: Question, after: Sequence[str | int] | None, chunk: int
) -> Iterator[Found]:
    """Yield the records that hold all words, from a place on; each type is read ``chunk`` rows at a time.

    Within a tier the types without a date come first, one after the other by name; then the others in one stream,
    newest first, those of one day by type and id, backwards.
    """
    place = None if after is None else _place(after)
    for tier in TIERS:
        if place is not None and tier < place.tier:
            continue
        types = _types(connection, question, tier)
        undated = sorted((each for each in types if each.date is None), key=lambda each: each.name)
        dated = [each for each in types if each.date is not None]
        here = place if place is not None and place.tier == tier else None
        if here is None or not here.is_dated:
            for each in undated:
                if here is None or each.name >= here.type:
                    within = (here.key, here.id) if here is not None and here.type == each.name else None
                    yield from _of_type(connection, question, each, tier, within, chunk)
            here = None
        streams = [
            _of_type(connection, question, each, tier, None if here is None else _within(each, here), chunk)
            for each in dated
        ]
        yield from heapq.merge(*streams, key=lambda found: found.place, reverse=True)


def _types(connection: Connection, question: Question, tier: int) -> list[RecordType]:
    """Return the types to look through: those of which any revision matches."""
    is_sqlite = connection.dialect.name == "sqlite"
    if tier != _WHOLE and not is_sqlite:
        # PostgreSQL reads all that match, however few are asked for.
        return list(question.types)
    conditions = _conditions(question, tier)
    if conditions is None:
        return []
    sql = Sql("", question.at, is_sqlite=is_sqlite)
    asked = ask(connection, "", conditions[:1])
    exist = (
        f"SELECT {sql.bind(each.name)} WHERE EXISTS ({asked.of_type(each.name).answers(sql)})"
        for each in question.types
    )
    matching = set(connection.execute(text(" UNION ALL ".join(exist)), sql.parameters).scalars())
    return [each for each in question.types if each.name in matching]


def _of_type(
    connection: Connection,
    question: Question,
    record_type: RecordType,
    tier: int,
    after: tuple[str, str] | None,
    chunk: int,
) -> Iterator[Found]:
    is_dated = record_type.date is not None
    after = after or _begin(question, record_type)
    for row in _rows(connection, _selection(question, record_type, tier), is_dated, after, chunk):
        yield Found(Place(tier, int(is_dated), row.sort_key, record_type.name, row.id), record_type, row.body)


def _conditions(question: Question, tier: int) -> list[Words | Without] | None:
    """Return what records of a tier meet, what they hold first; ``None`` where none can."""
    named, whole = question.words.in_names(), question.whole
    if tier == _TEXT:
        return [question.words, Without(named)]
    if tier == _NAME:
        return [named] if whole is None else [named, Without(whole)]
    return None if whole is None else [named.and_also(whole)]


def _selection(question: Question, record_type: RecordType, tier: int) -> Selection:
    """Return what to read; under the clocks more than counts, but little that cannot."""
    conditions: list[Condition] = [*(_conditions(question, tier) or ())]
    until = question.values.get("published_until")
    if until is not None and record_type.name != SOURCE:
        conditions.append(Public(until))
    return Selection(record_type.name, tuple(conditions), at=question.at)


def _begin(question: Question, record_type: RecordType) -> tuple[str, str] | None:
    """Return where a type's records begin that can count: of a date, those that had begun by ``as_of``."""
    as_of = question.values.get("as_of")
    # What counts by its moments may have a later date itself, and a source by when it was read.
    if as_of is None or record_type.date is None or record_type.moments or record_type.name == SOURCE:
        return None
    return as_of, _AFTER_ALL


def _rows(
    connection: Connection, selection: Selection, descending: bool, after: tuple[str, str] | None, chunk: int
) -> Iterator[Row]:
    while True:
        rows = page(connection, selection, "sort_key", descending=descending, after=after, limit=chunk)
        yield from rows
        if len(rows) < chunk:
            return
        after = (rows[-1].sort_key, rows[-1].id)


def _place(after: Sequence[str | int]) -> Place:
    tier, is_dated, key, type_name, record_id = after
    return Place(int(tier), int(is_dated), str(key), str(type_name), str(record_id))


def _within(record_type: RecordType, place: Place) -> tuple[str, str]:
    """Return where a type goes on: order runs backwards, so types after that of the place are past its day."""
    if record_type.name == place.type:
        return place.key, place.id
    return place.key, _AFTER_ALL if record_type.name < place.type else _BEFORE_ALL
