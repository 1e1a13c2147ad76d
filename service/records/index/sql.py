"""SQL about what is in the index, put together piece by piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from service.storage.lists import among, bound_list

# The control character for it; JSON has none as it is, nor has any key or id.
_SEPARATOR = "\x1e"


class Sql:
    """SQL text under construction: hands out names for bound parameters."""

    def __init__(
        self, record_type: str, at: int | None, *, is_sqlite: bool, of_any_revision: bool = False
    ) -> None:
        self.parameters: dict[str, Any] = {"type": record_type}
        self.is_sqlite = is_sqlite
        self.at = at
        self._of_any_revision = of_any_revision
        if at is not None:
            self.parameters["at"] = at

    def bind(self, value: Any) -> str:
        """Bind a value and return its placeholder."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"

    def bind_all(self, values: tuple[Any, ...]) -> str:
        """Bind several values and return their placeholders, with commas between."""
        return ", ".join(self.bind(value) for value in values)

    def among(self, values: Iterable[str]) -> str:
        """Return what makes of a text the condition that it is one of these, however many they are."""
        placeholder = self.bind(bound_list(sorted(values), is_sqlite=self.is_sqlite))
        return among(placeholder, is_sqlite=self.is_sqlite)

    def held(self, alias: str, partition: str) -> str:
        """Return the condition that a row of a partition, ``current`` or ``past``, held at the change asked about."""
        if self._of_any_revision:
            return "1 = 1"
        # As a sum it is in no index: SQLite would rather read all that was recorded by then, and sort it.
        known = "" if self.at is None else f" AND {alias}.seq_from + 0 <= :at"
        if partition == "current":
            return f"{alias}.seq_to IS NULL{known}"
        return f"{alias}.seq_to IS NOT NULL{known} AND {alias}.seq_to > :at"

    @property
    def partitions(self) -> tuple[str, ...]:
        """The partitions to look at: at an older change also the one of rows that have ended since."""
        return ("current",) if self.at is None else ("current", "past")


def joined(column: str) -> str:
    """Return what SQLite joins the values of a column to, nulls left out, in the order of the rows.

    Its driver lets go of the interpreter at each row it steps to, and waits until it gets it back: with eight busy
    threads a page took a third longer.
    """
    return f"group_concat({column}, char({ord(_SEPARATOR)}))"


def unjoined(found: str | None) -> list[str]:
    """Return the values that were ``joined``."""
    return [] if found is None else found.split(_SEPARATOR)


def all_of(*tests: str) -> str:
    """Return the condition that all of these hold; empty ones are passed over."""
    return " AND ".join(filter(None, tests)) or "1 = 1"


def no_semijoin(sql: Sql) -> str:
    """Return what keeps PostgreSQL from turning EXISTS into a join over the whole table, to put at its end."""
    return "" if sql.is_sqlite else " OFFSET 0"
