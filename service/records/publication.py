"""Which sources had certainly appeared by a date, and of which the rows of other records may not say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, text

from service.records.clocks import Clocks, citations_within
from service.records.index.copies import STALE_COPIES
from service.records.index.public_days import PUBLIC_FROM, SOURCE
from service.records.index.sql import Sql, no_semijoin
from service.storage.lists import bound_list, rows_of


def clocks_of(
    connection: Connection, documents: Iterable[Mapping[str, Any]], values: Mapping[str, Any], at: int | None
) -> Clocks:
    """Return the clocks of a request, with the sources that these documents cite looked up where it asks for them."""
    until = values.get("published_until")
    if until is None:
        return Clocks(as_of=values.get("as_of"))
    cited = {citation["source"] for document in documents for citation in citations_within(document)}
    return Clocks(values.get("as_of"), until, _public(connection, cited, until, at).__contains__)


def _public(connection: Connection, sources: Iterable[str], until: str, at: int | None) -> set[str]:
    """Return those of some sources that were public by an ISO date."""
    sql = _sql(connection, at)
    listed = sql.bind(bound_list(sources, is_sqlite=sql.is_sqlite))
    field, day = sql.bind(PUBLIC_FROM), sql.bind(until)
    public = " OR ".join(
        f"EXISTS (SELECT 1 FROM terms t WHERE t.type = :type AND t.field = {field} AND t.value > asked.item || '|' "
        f"AND t.value <= asked.item || '|' || {day} AND {sql.held('t', partition)}{no_semijoin(sql)})"
        for partition in sql.partitions
    )
    query = f"SELECT asked.item FROM {rows_of(listed, is_sqlite=sql.is_sqlite)} asked WHERE {public}"
    return {row[0] for row in connection.execute(text(query), sql.parameters)}


def days_of_stale_copies(connection: Connection, at: int | None) -> list[tuple[str, str]]:
    """Return the sources that rows of other records may hold another day of, as at a change (``None``: now).

    Each with the ISO date from which it is public, ``(day, source)``.
    """
    sql = _sql(connection, at)
    stale_copies = " UNION ALL ".join(
        f"SELECT t.value FROM terms t WHERE t.type = :type AND t.field = {sql.bind(STALE_COPIES)} "
        f"AND {sql.held('t', partition)}"
        for partition in sql.partitions
    )
    rows = connection.execute(text(stale_copies), sql.parameters)
    return [(day, source) for day, source in (row[0].split("|") for row in rows)]


def _sql(connection: Connection, at: int | None) -> Sql:
    return Sql(SOURCE, at, is_sqlite=connection.dialect.name == "sqlite")
