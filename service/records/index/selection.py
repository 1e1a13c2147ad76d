"""Which records a list is of, in which order, and a row of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from service.records.index.conditions import AnyOf, Condition, ConditionRows
from service.records.index.indexing import EVERY
from service.records.index.sql import Sql

Order = Literal["sort_key", "id", "recorded_at"]
KeysetPosition = tuple[str | int, ...]

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
# Before and after every id.
_BEFORE_ALL, _AFTER_ALL = "", "~"


class PageRow(NamedTuple):
    """One record of a page, with what its position in any order is known by.

    ``newest`` is the instant of the newest change there was when the page was read.
    """

    body: str
    sort_key: str
    id: str
    seq_from: int
    newest: str


class IndexRange(NamedTuple):
    """A part of an order, in its direction: what comes after a position, up to and with another (``None``: all)."""

    after: KeysetPosition | None = None
    until: KeysetPosition | None = None


@dataclass(frozen=True)
class Selection:
    """Which records of a type, as at which change (``None``: now). ``overlaps`` is a pair of ISO dates, either open."""

    record_type: str
    conditions: tuple[Condition, ...] = ()
    rows: ConditionRows = field(default_factory=ConditionRows)
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

    def stretch(self, selection: Selection, after: KeysetPosition | None = None) -> IndexRange:
        """Return the part of the order that holds what lies within the bounds on its column, and after a position."""
        rows, at = selection.rows, selection.at
        low: KeysetPosition | None = None
        high: KeysetPosition | None = None
        if self.order == "sort_key":
            low = None if rows.sort_key_from is None else (rows.sort_key_from, _BEFORE_ALL)
            high = None if rows.sort_key_to is None else (rows.sort_key_to, _AFTER_ALL)
        elif self.order == "recorded_at":
            # Descending, what is begun with is left out at the upper end and what is ended with is in at the lower.
            shift = int(self.descending)
            low = None if rows.seq_after is None else (rows.seq_after + shift,)
            high = None if at is None else (at + shift,)
        start, until = (high, low) if self.descending else (low, high)
        known = [each for each in (after, start) if each is not None]
        return IndexRange((min if self.descending else max)(known, default=None), until)

    def within(self, sql: Sql, stretch: IndexRange) -> str:
        """Return the condition on a row ``t`` to lie in a part of the order, empty where that is all of it."""
        columns = ", ".join(f"t.{column}" for column in COLUMNS[self.order])
        operators = ("<", ">=") if self.descending else (">", "<=")
        tests = [
            f"({columns}) {operator} ({sql.bind_all(position)})"
            for operator, position in zip(operators, stretch, strict=True)
            if position is not None
        ]
        return " AND ".join(tests)


def place_of(row: PageRow, order: Order) -> KeysetPosition:
    """Return the keyset position of a row in an order."""
    if order == "sort_key":
        return (row.sort_key, row.id)
    return (row.id,) if order == "id" else (row.seq_from,)
