"""A table: named columns, each with one kind of value, and rows; what CSV and spreadsheets are written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "integer", "number", "boolean", "date", "instant"]
Cell = str | int | float | bool | None
Row = list[Cell]
REFUSED = {
    "count": "A table has no place for a total: ask for format=json.",
    "expand": "A cell holds one value, not a record: ask for format=json or ndjson.",
}
"""Parameters that no table takes, and what to do instead."""


@dataclass(frozen=True)
class Column:
    """A column: its name, the kind of its values, and what they mean. Dates and instants are ISO 8601 text."""

    name: str
    kind: Kind = "text"
    description: str = ""


@dataclass(frozen=True)
class Table:
    """Columns, and rows with a cell for each, ``None`` where there is nothing to say.

    :param rows: lists that the writer of a form may change.
    :param about: where the table comes from, by name, for forms that have room for it.
    :param byte_order_mark: whether text begins with one (U+FEFF), by which Excel knows that it is in UTF-8.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Row]
    about: Mapping[str, str] = field(default_factory=dict)
    byte_order_mark: bool = False
