"""Which of the sources that had appeared by a date are cited, found without reading what cites them."""

from __future__ import annotations

from sqlalchemy import Connection, text

from service.records.conditions import Sql
from service.records.indexing import SOURCE
from service.records.public_days import PUBLIC_FROM
from service.records.selection import Selection


def public_sources(connection: Connection, selection: Selection, until: str, *, limit: int) -> list[str]:
    """Return up to ``limit`` sources public by an ISO date that are cited by records within the selection's rows.

    Each source that was public is tried: the time grows with them, but not with the records.
    """
    sql = Sql(selection.record_type, selection.at, is_sqlite=connection.dialect.name == "sqlite")
    day = sql.bind(until)
    cited = " OR ".join(
        f"EXISTS (SELECT 1 FROM terms t WHERE t.type = :type AND t.field = {sql.bind(SOURCE)} AND t.value = s.id "
        f"AND {selection.rows.test(sql)} AND {sql.held('t', arm)}{'' if sql.is_sqlite else ' OFFSET 0'})"
        for arm in sql.arms
    )
    query = " UNION ".join(
        f"SELECT id FROM (SELECT s.id FROM terms s WHERE s.type = {sql.bind(SOURCE)} "
        f"AND s.field = {sql.bind(PUBLIC_FROM)} AND substr(s.value, length(s.value) - 9) <= {day} "
        f"AND {sql.held('s', arm)} AND ({cited}) LIMIT {limit:d}) s{number}"
        for number, arm in enumerate(sql.arms)
    )
    rows = connection.execute(text(f"{query} LIMIT {limit:d}"), sql.parameters)
    return [row[0] for row in rows]
