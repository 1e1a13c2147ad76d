"""Which records a list is of, in which order, and a row of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection

from service.records.index.conditions import AnyOf, Condition, Rows
from service.records.index.indexing import EVERY
from service.records.index.slices import Order
from service.records.index.sql import Sql

# In which column each order runs, and what decides where that is the same.
COLUMNS: dict[Order, tuple[str, ...]] = {
    "sort_key": ("sort_key", "id"),
    "id": ("id",),
    "recorded_at": ("seq_from",),
}
_INDEXED: dict[Order, tuple[str, ...]] = {
    "sort_key": ("sort_key", "id", "seq_from"),
    "id": ("id", "seq_from", "sort_key"),
    "recorded_at": ("seq_from", "id", "sort_key"),
}
EVERYTHING = AnyOf(((EVERY, EVERY),))


Place = tuple[str | int, ...]


class Row(NamedTuple):
    """One record of a page, with what its place in any order is known by."""

    body: str
    sort_key: str
    id: str
    seq_from: int


@dataclass(frozen=True)
class Selection:
    """Which records of a type, as at which change (``None``: now). ``overlaps`` is a pair of ISO dates, either open."""

    record_type: str
    conditions: tuple[Condition, ...] = ()
    rows: Rows = field(default_factory=Rows)
    overlaps: tuple[str | None, str | None] | None = None
    at: int | None = None

    def sql(self, connection: Connection) -> Sql:
        """Return what SQL about these records is put together with."""
        return Sql(self.record_type, self.at, is_sqlite=connection.dialect.name == "sqlite")


@dataclass(frozen=True)
class Direction:
    """An order that is run through one way or the other."""

    order: Order
    descending: bool

    @property
    def column(self) -> str:
        """Return the column that the order is of."""
        return COLUMNS[self.order][0]

    def by(self, alias: str = "") -> str:
        """Return the order of rows by all the columns of its index, so that the index gives it."""
        way = "DESC" if self.descending else "ASC"
        return ", ".join(f"{alias}{column} {way}" for column in _INDEXED[self.order])

    def beyond(self, sql: Sql, place: Place | None) -> str:
        """Return the condition on a row ``t`` to come after a place."""
        return self._compared(sql, "<" if self.descending else ">", place)

    def until(self, sql: Sql, place: Place | None) -> str:
        """Return the condition on a row ``t`` not to come after a place."""
        return self._compared(sql, ">=" if self.descending else "<=", place)

    def _compared(self, sql: Sql, operator: str, place: Place | None) -> str:
        if place is None:
            return "1 = 1"
        columns = ", ".join(f"t.{column}" for column in COLUMNS[self.order])
        return f"({columns}) {operator} ({sql.bind_all(place)})"


def place_of(row: Row, order: Order) -> Place:
    """Return the keyset position of a row in an order."""
    if order == "sort_key":
        return (row.sort_key, row.id)
    return (row.id,) if order == "id" else (row.seq_from,)
