"""The order of what is found: sources last, names before texts, the newest first; the same on each database."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from service.evidence.publication import OwnPublicDay
from service.records.index.conditions import Condition, Not
from service.records.index.full_text import revisions_with
from service.records.index.indexing import has_names
from service.records.index.listing import page
from service.records.index.public_days import Public
from service.records.index.selection import PageRow, Selection
from service.records.index.sql import Sql
from service.records.index.word_conditions import Words
from service.records.record_type import RecordType

MATCHED = ("name", "text")
"""The words stand in the record's names; or they do not, but stand somewhere in it."""
# What has a name of its own, what is about such things, and the sources that report both.
_NAMED, _UNNAMED, _SOURCES = GROUPS = range(3)
# The words are the whole of a name; they stand in the names; or they stand somewhere.
_WHOLE, _NAME, _TEXT = TIERS = range(3)

_AFTER_ALL, _BEFORE_ALL = "~", ""


class SearchPosition(NamedTuple):
    """Where a record stands: group, tier, whether its type has a date, its date or folded name, its type, its id."""

    group: int
    tier: int
    is_dated: int
    key: str
    type: str
    id: str


@dataclass(frozen=True)
class SearchHit:
    """A record as it was found, with its text."""

    place: SearchPosition
    type: RecordType
    body: str

    @property
    def matched(self) -> str:
        """Which of ``MATCHED`` it is found for."""
        return MATCHED[self.place.tier == _TEXT]


@dataclass(frozen=True)
class SearchQuery:
    """The words, what must not be there, the words as a whole name, the types to look through, clocks and change."""

    words: Words
    excluded: tuple[Words, ...]
    whole: Words | None
    types: tuple[RecordType, ...]
    values: Mapping[str, Any]
    at: int | None

    @property
    def is_clocked(self) -> bool:
        """Whether only some texts of a record may count, which is found out by reading it."""
        return "as_of" in self.values or "published_until" in self.values


def ranked(
    connection: Connection, question: SearchQuery, after: Sequence[str | int] | None, chunk: int
) -> Iterator[SearchHit]:
    """Yield the records that hold the words, from a place on; each type is read ``chunk`` rows at a time.

    Within a tier of a group the types without a date come first, one after the other by name; then the others in one
    stream, newest first, those of one day by type and id, backwards.
    """
    place = None if after is None else _place(after)
    for group in GROUPS:
        in_group = [each for each in question.types if _group(each) == group]
        for tier in (_TEXT,) if group == _UNNAMED else TIERS:
            if not in_group or (place is not None and (group, tier) < (place.group, place.tier)):
                continue
            here = place if place is not None and (group, tier) == (place.group, place.tier) else None
            yield from _of_tier(connection, question, in_group, tier, here, chunk)


def any_has(connection: Connection, words: Words) -> bool:
    """Tell whether any revision of any record may hold the words."""
    sql = Sql("", None, is_sqlite=connection.dialect.name == "sqlite")
    query = f"SELECT EXISTS ({revisions_with(sql, [words])})"
    return bool(connection.execute(text(query), sql.parameters).scalar_one())


def is_source(record_type: RecordType) -> bool:
    """Tell whether records of a type are reports, which others cite and which are public from a day of their own."""
    return record_type.declared(OwnPublicDay) is not None


def _group(record_type: RecordType) -> int:
    if is_source(record_type):
        return _SOURCES
    return _NAMED if has_names(record_type.schema) else _UNNAMED


def _of_tier(
    connection: Connection,
    question: SearchQuery,
    in_group: Sequence[RecordType],
    tier: int,
    here: SearchPosition | None,
    chunk: int,
) -> Iterator[SearchHit]:
    types = _types(connection, question, in_group, tier)
    if here is None or not here.is_dated:
        for each in sorted((each for each in types if each.date is None), key=lambda each: each.name):
            if here is None or each.name >= here.type:
                within = (here.key, here.id) if here is not None and here.type == each.name else None
                yield from _of_type(connection, question, each, tier, within, chunk)
        here = None
    streams = [
        _of_type(connection, question, each, tier, None if here is None else _within(each, here), chunk)
        for each in types
        if each.date is not None
    ]
    yield from heapq.merge(*streams, key=lambda found: found.place, reverse=True)


def _types(
    connection: Connection, question: SearchQuery, types: Sequence[RecordType], tier: int
) -> Sequence[RecordType]:
    """Return those of these types to look through: of which any revision matches."""
    is_sqlite = connection.dialect.name == "sqlite"
    if tier != _WHOLE and not is_sqlite:
        # PostgreSQL reads all that match, however few are asked for.
        return types
    conditions = _conditions(question, tier)
    if conditions is None:
        return []
    sql = Sql("", question.at, is_sqlite=is_sqlite)
    exist = (
        f"SELECT {sql.bind(each.name)} WHERE EXISTS ({revisions_with(sql, conditions[:1], (), each.name)})"
        for each in types
    )
    matching = set(connection.execute(text(" UNION ALL ".join(exist)), sql.parameters).scalars())
    return [each for each in types if each.name in matching]


def _of_type(
    connection: Connection,
    question: SearchQuery,
    record_type: RecordType,
    tier: int,
    after: tuple[str, str] | None,
    chunk: int,
) -> Iterator[SearchHit]:
    is_dated = record_type.date is not None
    after = after or _begin(question, record_type)
    for row in rows_of(
        connection, _selection(question, record_type, tier), after, chunk, descending=is_dated
    ):
        place = SearchPosition(
            _group(record_type), tier, int(is_dated), row.sort_key, record_type.name, row.id
        )
        yield SearchHit(place, record_type, row.body)


def _conditions(question: SearchQuery, tier: int) -> list[Words] | None:
    """Return words of records of a tier: first what they hold, then what they do not; ``None`` where none can."""
    named, whole = question.words.in_names(), question.whole
    # A word that must not be there may be in a text that does not count.
    excluded = () if question.is_clocked else question.excluded
    if tier == _TEXT:
        return [question.words, named, *excluded]
    if tier == _NAME:
        return [named, *(() if whole is None else (whole,)), *excluded]
    return None if whole is None else [named.and_also(whole), *excluded]


def _selection(question: SearchQuery, record_type: RecordType, tier: int) -> Selection:
    """Return what to read; under the clocks more than counts, but little that cannot."""
    wanted, *unwanted = _conditions(question, tier) or (question.words,)
    conditions: list[Condition] = [wanted, *map(Not, unwanted)]
    until = question.values.get("published_until")
    if until is not None and not is_source(record_type):
        conditions.append(Public(until))
    return Selection(record_type.name, tuple(conditions), at=question.at)


def _begin(question: SearchQuery, record_type: RecordType) -> tuple[str, str] | None:
    """Return where a type's records begin that can count: of a date, those that had begun by ``as_of``."""
    as_of = question.values.get("as_of")
    # What counts by its moments may have a later date itself, and a source by when it was read.
    if as_of is None or record_type.date is None or record_type.moments or is_source(record_type):
        return None
    return as_of, _AFTER_ALL


def rows_of(
    connection: Connection,
    selection: Selection,
    after: tuple[str, str] | None,
    chunk: int,
    *,
    descending: bool,
) -> Iterator[PageRow]:
    """Yield the records of a selection in the order of their sort keys, from a place on, read ``chunk`` at a time."""
    while True:
        rows = page(connection, selection, "sort_key", descending=descending, after=after, limit=chunk)
        yield from rows
        if len(rows) < chunk:
            return
        after = (rows[-1].sort_key, rows[-1].id)


def _place(after: Sequence[str | int]) -> SearchPosition:
    group, tier, is_dated, key, type_name, record_id = after
    return SearchPosition(int(group), int(tier), int(is_dated), str(key), str(type_name), str(record_id))


def _within(record_type: RecordType, place: SearchPosition) -> tuple[str, str]:
    """Return where a type goes on: order runs backwards, so types after that of the place are past its day."""
    if record_type.name == place.type:
        return place.key, place.id
    return place.key, _AFTER_ALL if record_type.name < place.type else _BEFORE_ALL
