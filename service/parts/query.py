"""What is asked of a list of parts, and the records in which the index finds such parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection

from service.parts.filtering import PartCondition, conditions_of
from service.records.http.clocked import NOTHING_PENDING
from service.records.http.lists import select
from service.records.index.conditions import AnyOf, Condition
from service.records.index.indexing import moments_of
from service.records.index.part_terms import having_any
from service.records.index.public_days import CitesLater, Public
from service.records.index.selection import Selection
from service.records.part_lists import PartList
from service.records.record_type import RecordType

Order = Literal["date", "id", "recorded_at"]
Days = tuple[str | None, str | None]


class PartPosition(NamedTuple):
    """Where a row stands in order of date: the first day of its date (empty where it has none), then its place.

    ``seq`` is the number of the change that recorded it, where rows are in that order.
    """

    day: str
    type: str
    id: str
    number: int
    seq: int = 0


@dataclass(frozen=True)
class PartQuery:
    """The rows that are asked for.

    ``values`` are those of the parameters, with ``as_of`` set; ``types`` the record types that are looked at; ``at``
    the change asked about (``None``: now).
    """

    part_list: PartList
    types: Sequence[RecordType]
    values: Mapping[str, Any]
    at: int | None
    conditions: Sequence[PartCondition]

    @property
    def order(self) -> Order:
        """What rows are ordered by."""
        order: Order = self.values.get("sort", "date").removeprefix("-")
        return order

    @property
    def is_descending(self) -> bool:
        """Whether that order runs backwards."""
        return str(self.values.get("sort", "-date")).startswith("-")

    @property
    def days(self) -> Days:
        """The range of days that dates of rows must overlap, either end open."""
        return self.values.get("from"), self.values.get("to")

    def is_by_own_date(self, record_type: RecordType) -> bool:
        """Return whether rows of a type have dates of their own."""
        return record_type.lists_by_own_date(self.part_list)


def query_of(
    connection: Connection,
    part_list: PartList,
    types: Sequence[RecordType],
    values: Mapping[str, Any],
    at: int | None,
) -> PartQuery:
    """Return the query of a list of parts; ``types`` are those that have the list.

    Raises ``Problem`` 400 for names without words.
    """
    asked = values.get("type")
    looked_at = [each for each in types if asked is None or each.name in asked]
    conditions = conditions_of(connection, part_list, values, at)
    return PartQuery(part_list, looked_at, values, at, conditions)


def records_of(
    connection: Connection, query: PartQuery, record_type: RecordType, *, hidden: bool = False
) -> Selection | None:
    """Return the records of a type that may have rows of a query, ``None`` where none has.

    With ``hidden`` these are the records with rows that ``published_until`` may leave out.
    """
    selection = _by_filters_of_records(connection, query, record_type)
    conditions = [*selection.conditions, *_narrowing(query, record_type, hidden=hidden)]
    conditions += [each for condition in query.conditions for each in condition.narrowing]
    selection = replace(selection, conditions=tuple(conditions))
    if query.is_by_own_date(record_type) or (query.days == (None, None) and record_type.date is None):
        return selection
    if record_type.date is None:
        return None
    if query.days == (None, None):
        if query.order != "date":
            return selection
        return replace(selection, rows=replace(selection.rows, sort_key_to=query.values["as_of"]))
    days = _until(query.days, query.values["as_of"])
    return None if days is None else replace(selection, overlaps=days)


def parts_of(query: PartQuery, record_type: RecordType, *, hidden: bool = False) -> Selection | None:
    """Return the parts of a type, by their own dates, that may be rows of a query, whatever their record is like."""
    days = _until(query.days, query.values["as_of"])
    if days is None:
        return None
    conditions = [*_public(query, record_type, hidden=hidden)]
    conditions += [
        each for condition in query.conditions if condition.is_of_parts for each in condition.narrowing
    ]
    return Selection(moments_of(record_type.name), tuple(conditions), overlaps=days, at=query.at)


def records_with_own_filters(
    connection: Connection, query: PartQuery, record_type: RecordType
) -> Selection | None:
    """Return the records that the filters of records select, ``None`` where none of these is given."""
    selection = _by_filters_of_records(connection, query, record_type)
    everything = Selection(record_type.name, at=query.at)
    return None if selection == everything else selection


def later_than(query: PartQuery) -> PartQuery | None:
    """Return the query for those rows that had not certainly come by ``as_of``; ``None`` where there is no such day."""
    try:
        tomorrow = (date.fromisoformat(query.values["as_of"]) + timedelta(days=1)).isoformat()
    except OverflowError:
        return None
    start, end = query.days
    begins = max(start or tomorrow, tomorrow)
    if end is not None and end < begins:
        return None
    values = {name: value for name, value in query.values.items() if name != "published_until"}
    return replace(query, values=values | {"from": begins, "as_of": date.max.isoformat()})


def _by_filters_of_records(connection: Connection, query: PartQuery, record_type: RecordType) -> Selection:
    own = {each.name for each in query.part_list.filters} | {"from", "to"}
    values = {name: value for name, value in query.values.items() if name not in own}
    return select(connection, record_type, values, NOTHING_PENDING)


def _narrowing(query: PartQuery, record_type: RecordType, *, hidden: bool) -> list[Condition]:
    conditions = _public(query, record_type, hidden=hidden)
    # What parts alone have leads to no record without any.
    is_of_parts = any(each.is_of_parts and each.narrowing for each in query.conditions)
    if query.part_list.is_optional(record_type.schema) and not is_of_parts:
        conditions.append(AnyOf((having_any(query.part_list),)))
    return conditions


def _public(query: PartQuery, record_type: RecordType, *, hidden: bool) -> list[Condition]:
    until = query.values.get("published_until")
    if until is None:
        return []
    if hidden:
        return [CitesLater(until)]
    # Accounts are public by sources that do not make their record so.
    return [] if query.part_list.name in record_type.accounts else [Public(until)]


def _until(days: Days, as_of: str) -> Days | None:
    """Return the range of days up to ``as_of``; ``None`` where that is empty."""
    start, end = days
    last = min(end or as_of, as_of)
    return None if start is not None and start > last else (start, last)
