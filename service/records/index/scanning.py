"""Scans in keyset order: one condition drives, in an index that has the order; the others are probed for each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, text

from service.records.index.conditions import RARE, AnyOf, Condition, Rows
from service.records.index.selection import COLUMNS, EVERYTHING, Direction, Place, Row, Selection
from service.records.index.sql import Sql, joined, unjoined

Driver = AnyOf | Rows


def scan(
    connection: Connection,
    selection: Selection,
    driver: Driver,
    way: Direction,
    after: Place | None,
    limit: int,
    until: Place | None = None,
) -> list[Row]:
    """Return up to ``limit`` rows after a place, and none beyond another.

    Bounds that drive instead of a condition are known to leave at most ``RARE`` rows, which are sorted.
    """
    sql = selection.sql(connection)
    probed = [condition for condition in selection.conditions if condition != driver]
    found = _in_order(sql, selection, driver, way, (after, until), probed, limit)
    if sql.is_sqlite:
        return rows_in_one(connection, found, sql.parameters)
    rows = connection.execute(
        text(
            f"SELECT r.body, k.sort_key, k.id, k.seq_from FROM ({found}) k "
            f"JOIN revisions r ON r.seq_from = k.seq_from ORDER BY {way.by('k.')}"
        ),
        sql.parameters,
    ).all()
    return [Row(*row) for row in rows]


def rows_in_one(connection: Connection, found: str, parameters: dict[str, Any]) -> list[Row]:
    """Return the rows of a page that a query finds in their order, which SQLite joins to one."""
    columns = ", ".join(map(joined, ("r.body", "k.sort_key", "k.id", "k.seq_from")))
    lists = connection.execute(
        text(f"SELECT {columns} FROM ({found}) k CROSS JOIN revisions r ON r.seq_from = k.seq_from"),
        parameters,
    ).one()
    bodies, sort_keys, ids, numbers = map(unjoined, lists)
    return list(map(Row, bodies, sort_keys, ids, map(int, numbers)))


def place_at(
    connection: Connection,
    selection: Selection,
    driver: AnyOf,
    way: Direction,
    after: Place | None,
    number: int,
) -> Place | None:
    """Return the place of the row of this number after a place, of all that the driver has; ``None`` past the last."""
    sql = selection.sql(connection)
    everything = Selection(selection.record_type, rows=selection.rows.only(way.column), at=selection.at)
    found = _in_order(sql, everything, driver, way, (after, None), (), number)
    columns = ", ".join(COLUMNS[way.order])
    row = connection.execute(
        text(f"SELECT {columns} FROM ({found}) k ORDER BY {way.by('k.')} LIMIT 1 OFFSET {number - 1:d}"),
        sql.parameters,
    ).first()
    return None if row is None else tuple(row)


def count(connection: Connection, selection: Selection, driver: Driver) -> int:
    """Return how many rows a driver would run through, up to ``RARE`` and one."""
    if isinstance(driver, Rows) and driver.ids is not None:
        return len(driver.ids)
    sql = selection.sql(connection)
    terms, test = (driver, "1 = 1") if isinstance(driver, AnyOf) else (EVERYTHING, driver.test(sql))
    arms = " UNION ALL ".join(_arms(sql, terms, lambda _: test, f"LIMIT {RARE + 1}"))
    query = f"SELECT count(*) FROM (SELECT * FROM ({arms}) a LIMIT {RARE + 1}) n"
    return int(connection.execute(text(query), sql.parameters).scalar_one())


def total(connection: Connection, selection: Selection, driver: Driver) -> int:
    """Return how many records are selected, by reading all that the driver has."""
    sql = selection.sql(connection)
    probed = [condition for condition in selection.conditions if condition != driver]

    def tests(arm: str) -> str:
        return " AND ".join((selection.rows.test(sql), *(each.probe(sql, arm) for each in probed)))

    arms = _short(sql, driver, tests) if isinstance(driver, Rows) else _arms(sql, driver, tests, "OFFSET 0")
    query = f"SELECT count(DISTINCT id) FROM ({' UNION ALL '.join(arms)}) n"
    return int(connection.execute(text(query), sql.parameters).scalar_one())


def _in_order(
    sql: Sql,
    selection: Selection,
    driver: Driver,
    way: Direction,
    between: tuple[Place | None, Place | None],
    probed: Iterable[Condition],
    limit: int,
) -> str:
    after, until = between
    rows = selection.rows
    if after is not None:
        rows = rows.beyond(way.column, after[0], descending=way.descending)
    if until is not None:
        # As with the older bound of the two on the other side: a scan would end at that one.
        rows = rows.up_to(way.column, descending=way.descending)

    def tests(arm: str) -> str:
        # No index but that of the order may be taken: both planners would rather read a whole range and sort it.
        bounds = [rows.test(sql, in_order_of=way.column), way.beyond(sql, after), way.until(sql, until)]
        if sql.at is not None and way.column == "seq_from":
            bounds.append("t.seq_from <= :at")
        return " AND ".join((*bounds, *(condition.probe(sql, arm) for condition in probed)))

    if isinstance(driver, Rows):
        arms = _short(sql, driver, tests)
    else:
        arms = _arms(sql, driver, tests, f"ORDER BY {way.by('t.')} LIMIT {limit:d}")
    order = f"ORDER BY {way.by()} LIMIT {limit:d}"
    if sql.is_sqlite:
        # All columns are in the order, so that SQLite merges the arms as it reads them, row by row.
        return f"{' UNION '.join(arms)} {order}"
    return f"SELECT DISTINCT * FROM ({' UNION ALL '.join(arms)}) a {order}"


def _arms(sql: Sql, driver: AnyOf, tests: Callable[[str], str], tail: str) -> list[str]:
    """Return queries for the rows of a driver: on SQLite one for each term, on PostgreSQL one that runs for each."""
    columns = "SELECT t.sort_key, t.id, t.seq_from FROM"
    if sql.is_sqlite:
        return [
            f"{columns} terms t WHERE t.type = :type AND t.field = {sql.bind(field)} AND t.value = {sql.bind(value)} "
            f"AND {sql.held('t', arm)} AND {tests(arm)}"
            for field, value in dict.fromkeys(driver.terms)
            for arm in sql.arms
        ]
    terms = list(dict.fromkeys(driver.terms))
    fields, values = (f'CAST({sql.bind([term[n] for term in terms])} AS text[]) COLLATE "C"' for n in (0, 1))
    # One query whatever the number of terms: planning one for each would take longer than running them. LIMIT: it
    # expects ten of every list otherwise, and plans each execution anew for fear of them.
    return [
        f"{columns} (SELECT * FROM unnest({fields}, {values}) LIMIT {len(terms)}) d(field, value) "
        f"CROSS JOIN LATERAL (SELECT * FROM terms t WHERE t.type = :type AND t.field = d.field AND t.value = d.value "
        f"AND {sql.held('t', arm)} AND {tests(arm)} {tail}) t"
        for arm in sql.arms
    ]


def _short(sql: Sql, driver: Rows, tests: Callable[[str], str]) -> list[str]:
    """Return queries for the few rows within bounds; the LIMIT keeps both planners from going by the order instead."""
    (term,) = EVERYTHING.terms
    return [
        f"SELECT t.sort_key, t.id, t.seq_from FROM (SELECT * FROM terms t WHERE t.type = :type "
        f"AND t.field = {sql.bind(term[0])} AND t.value = {sql.bind(term[1])} AND {sql.held('t', arm)} "
        f"AND {driver.test(sql)} LIMIT {RARE + 1}) t WHERE {tests(arm)}"
        for arm in sql.arms
    ]
