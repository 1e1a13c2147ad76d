"""Lists as one bound parameter, however long they are: the text of the statement stays the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson


def bound_list(values: Iterable[str] | Iterable[int], *, is_sqlite: bool) -> Any:
    """Return the parameter for a list: an array on PostgreSQL, JSON on SQLite, which has no arrays."""
    listed = list(values)
    return orjson.dumps(listed).decode() if is_sqlite else listed


def among(placeholder: str, *, is_sqlite: bool, of: str = "text") -> str:
    """Return what makes of a column the condition that it is in a bound list of this PostgreSQL type."""
    if is_sqlite:
        return f"IN (SELECT value FROM json_each({placeholder}))"
    return f"= ANY(CAST({placeholder} AS {of}[]))"


def rows_of(placeholder: str, *, is_sqlite: bool) -> str:
    """Return a table expression with a row for each text of a bound list, as ``item``."""
    if is_sqlite:
        return f"(SELECT value AS item FROM json_each({placeholder}))"
    return f"(SELECT unnest(CAST({placeholder} AS text[])) AS item)"
