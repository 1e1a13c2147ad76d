"""The condition that a source of a term had appeared, read off the term's sort key (``publication.public_key``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection, text

from service.records.conditions import Sql
from service.records.indexing import SOURCE
from service.records.lending import UNSETTLED
from service.records.publication import SOURCE_IN_KEY


@dataclass(frozen=True)
class Published:
    """A source had certainly appeared by ``until``, an ISO date.

    The sort key tells, but for ``unsettled`` sources, of which those that are ``public`` had.
    """

    until: str
    unsettled: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()

    def test(self, sql: Sql) -> str:
        """Return the condition on the row ``t``."""
        told = f"t.sort_key < {sql.bind(f'{self.until}|~')}"
        if not self.unsettled:
            return told
        source = f"substr(t.sort_key, {SOURCE_IN_KEY.start + 1})"
        return f"({told} AND NOT {source} {among(sql, self.unsettled)} OR {source} {among(sql, self.public)})"


def published(connection: Connection, until: str, at: int | None) -> Published:
    """Return the condition for a day, as at a change (``None``: now)."""
    sql = Sql(SOURCE, at, is_sqlite=connection.dialect.name == "sqlite")
    unsettled = " UNION ALL ".join(
        f"SELECT t.value FROM terms t WHERE t.type = :type AND t.field = {sql.bind(UNSETTLED)} "
        f"AND {sql.held('t', arm)}"
        for arm in sql.arms
    )
    days = [row[0].split("|") for row in connection.execute(text(unsettled), sql.parameters)]
    return Published(
        until,
        frozenset(source for _, source in days),
        frozenset(source for day, source in days if day <= until),
    )


def among(sql: Sql, values: Iterable[str]) -> str:
    """Return what makes of a text the condition that it is one of these, however many they are."""
    listed = sorted(values)
    if sql.is_sqlite:
        return f"IN (SELECT value FROM json_each({sql.bind(orjson.dumps(listed).decode())}))"
    return f"= ANY(CAST({sql.bind(listed)} AS text[]))"
