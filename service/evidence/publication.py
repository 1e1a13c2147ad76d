"""What was public by a day: a term, by the day of its source; a record that has a public day of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from service.records.index.public_days import SOURCE_IN_KEY
from service.records.index.sql import Sql
from service.records.publication import days_of_stale_copies


@dataclass(frozen=True)
class OwnPublicDay:
    """The declaration of a type whose records are public from a day of their own, not by the sources that they cite.

    ``day`` returns that day for a document, an ISO date; ``None`` if it is not known. The type's terms under
    ``PUBLIC_FROM`` hold the same day.
    """

    day: Callable[[Mapping[str, Any]], str | None]


@dataclass(frozen=True)
class Published:
    """The condition that a source of a term had certainly appeared by ``until``, an ISO date.

    It is decided by the term's sort key (``public_key``), except for sources with ``stale`` copies, of which those in
    ``public`` had appeared.
    """

    until: str
    stale: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()

    @cached_property
    def end(self) -> str:
        """An upper bound of the sort keys of all sources that had appeared, according to these keys."""
        return f"{self.until}|~"

    def holds(self, key: str) -> bool:
        """Return whether the condition is true for a term with this sort key."""
        if self.stale and (source := key[SOURCE_IN_KEY]) in self.stale:
            return source in self.public
        return key < self.end

    def test(self, sql: Sql) -> str:
        """Return the condition on the row ``t``."""
        told = f"t.sort_key < {sql.bind(self.end)}"
        if not self.stale:
            return told
        source = f"substr(t.sort_key, {SOURCE_IN_KEY.start + 1})"
        return f"({told} AND NOT {source} {sql.among(self.stale)} OR {source} {sql.among(self.public)})"


def published(connection: Connection, until: str, at: int | None) -> Published:
    """Return the condition for a day, as of a change (``None``: now)."""
    days = days_of_stale_copies(connection, at)
    return Published(
        until,
        frozenset(source for _, source in days),
        frozenset(source for day, source in days if day <= until),
    )
