"""Filters that go through a reference: a record is found also by what the records that it names have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from service.records.index.alternatives import Alternative, OneOf
from service.records.index.conditions import MERGED_VALUES, AnyOf, Condition
from service.records.index.listing import page
from service.records.index.selection import Selection

# Records that are read at once.
_CHUNK = 500


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


def either(own: Sequence[Condition], field: str, ids: Sequence[str]) -> list[Condition]:
    """Return the conditions that a record meets all of its ``own``, or names one of these records in a field."""
    if not ids:
        return list(own)
    naming = AnyOf.of(field, ids)
    first = own[0]
    if len(own) == 1 and isinstance(first, AnyOf):
        return [AnyOf((*first.terms, *naming.terms))]
    condition = OneOf((Alternative(tuple(own)), Alternative((naming,))))
    if isinstance(first, AnyOf) and len(ids) <= MERGED_VALUES:
        return [condition, condition.driver]
    return [condition]
