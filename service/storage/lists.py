"""Lists of any length as one bound parameter, so that the text of the statement stays the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson


def bound_list(values: Iterable[str] | Iterable[int], *, is_sqlite: bool) -> Any:
    """Return the parameter for a list: an array on PostgreSQL, JSON on SQLite, which has no arrays."""
    listed = list(values)
    return orjson.dumps(listed).decode() if is_sqlite else listed


def among(placeholder: str, *, is_sqlite: bool, of: str = "text") -> str:
    """Return the SQL that follows a column to test membership in a bound list.

    :param of: PostgreSQL type of the items.
    """
    if is_sqlite:
        return f"IN (SELECT value FROM json_each({placeholder}))"
    return f"= ANY(CAST({placeholder} AS {of}[]))"


def rows_of(placeholder: str, *, is_sqlite: bool) -> str:
    """Return a table expression with one row for each text of a bound list; its column is ``item``."""
    if is_sqlite:
        return f"(SELECT value AS item FROM json_each({placeholder}))"
    return f"(SELECT unnest(CAST({placeholder} AS text[])) AS item)"
