"""Rows of a selection: walked in the order of the page, or gathered and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat

from sqlalchemy import Connection, text

from service.records.index.conditions import AnyOf, Condition, Not
from service.records.index.full_text import revisions_with
from service.records.index.selection import (
    COLUMNS,
    EVERYTHING,
    Direction,
    IndexRange,
    KeysetPosition,
    PageRow,
    Selection,
)
from service.records.index.sql import Sql, all_of, joined, unjoined
from service.records.index.word_conditions import Words

_COLUMNS = "t.sort_key, t.id, t.seq_from"
# In the statement of the page itself, so that a list without filters takes one statement and needs no snapshot.
_NEWEST = "(SELECT recorded_at FROM revisions ORDER BY seq_from DESC LIMIT 1)"


def scan(
    connection: Connection,
    selection: Selection,
    driver: AnyOf,
    way: Direction,
    stretch: IndexRange,
    limit: int,
) -> list[PageRow]:
    """Return up to ``limit`` rows of a stretch: those of the driver are read in order, and all else tested on each."""
    sql = selection.sql(connection)
    probed = [condition for condition in selection.conditions if condition != driver]

    def tests(partition: str) -> str:
        bounds = (selection.rows.test(sql, but=way.column), way.within(sql, stretch))
        return all_of(*bounds, *(condition.probe(sql, partition) for condition in probed))

    return _rows(connection, sql, _walk(sql, driver, tests, way, limit), way)


def position_at(
    connection: Connection,
    selection: Selection,
    driver: AnyOf,
    way: Direction,
    stretch: IndexRange,
    number: int,
) -> KeysetPosition | None:
    """Return where in a stretch the row of this number is, of all that the driver has; ``None`` past the last."""
    sql = selection.sql(connection)
    found = _walk(sql, driver, lambda _: way.within(sql, stretch), way, number)
    columns = ", ".join(COLUMNS[way.order])
    row = connection.execute(
        text(f"SELECT {columns} FROM ({found}) k ORDER BY {way.by('k.')} LIMIT 1 OFFSET {number - 1:d}"),
        sql.parameters,
    ).first()
    return None if row is None else tuple(row)


@dataclass(frozen=True)
class Source:
    """Rows of ``terms``: those of a driver within the bounds of a selection, or that its words are found by (``None``).

    The same may come twice.
    """

    selection: Selection
    driver: AnyOf | None

    def queries(self, sql: Sql, *, tested: bool) -> Iterator[str]:
        """Yield queries for the rows, of any time; ``tested``: for those that meet all else too."""
        selection = self.selection
        if self.driver is not None:
            probed = [each for each in selection.conditions if tested and each != self.driver]
            # Keeps both planners from going by the order of the page instead.
            barrier = " LIMIT -1" if sql.is_sqlite else " OFFSET 0"
            for partition, found in _of_driver(sql, self.driver, lambda _: selection.rows.test(sql), barrier):
                yield f"SELECT * FROM ({found}) t WHERE {all_of(*(each.probe(sql, partition) for each in probed))}"
            return
        wanted = [each for each in selection.conditions if isinstance(each, Words)]
        unwanted = [each.condition for each in selection.conditions if isinstance(each, Not)]
        excluded = [each for each in unwanted if isinstance(each, Words)]
        answers = revisions_with(sql, wanted, excluded, selection.record_type)
        if not tested:
            yield answers
            return
        probed = [each for each in selection.conditions if _is_left(each)]
        for partition in sql.partitions:
            tests = (each.probe(sql, partition) for each in probed)
            yield _of_revisions(sql, answers, all_of(selection.rows.test(sql, but=""), *tests), partition)


def count(connection: Connection, source: Source, most: int) -> int:
    """Return how many rows a source has before they are tested, up to ``most`` and one."""
    sql = source.selection.sql(connection)
    limit = f" LIMIT {most + 1:d}"
    queries = source.queries(sql, tested=False)
    parts = " UNION ALL ".join(f"SELECT * FROM (SELECT 1 FROM ({each}) t{limit}) p" for each in queries)
    query = f"SELECT count(*) FROM (SELECT * FROM ({parts}) a{limit}) n"
    return int(connection.execute(text(query), sql.parameters).scalar_one())


def count_records(connection: Connection, source: Source, most: int | None) -> int:
    """Return how many records a source has that meet all conditions, up to ``most``."""
    sql = source.selection.sql(connection)
    parts = " UNION ALL ".join(f"SELECT t.id FROM ({each}) t" for each in source.queries(sql, tested=True))

    def counted(limit: str) -> tuple[int, int]:
        query = f"SELECT count(*), count(DISTINCT id) FROM (SELECT id FROM ({parts}) n{limit}) m"
        rows, records = connection.execute(text(query), sql.parameters).one()
        return int(rows), int(records)

    if most is None:
        return counted("")[1]
    # PostgreSQL reads all rows before it tells which are the same; few are, so twice as many nearly always suffice.
    rows, records = counted(f" LIMIT {2 * most:d}")
    return min(records if rows < 2 * most or records >= most else counted("")[1], most)


def gather(
    connection: Connection, source: Source, way: Direction, stretch: IndexRange, limit: int
) -> list[PageRow]:
    """Return the first rows of a stretch, up to ``limit``, of all that a source has, which are sorted."""
    sql = source.selection.sql(connection)
    parts = [
        f"SELECT {_COLUMNS} FROM ({each}) t WHERE {all_of(way.within(sql, stretch))}"
        for each in source.queries(sql, tested=True)
    ]
    return _rows(connection, sql, _merged(sql, parts, way, limit), way)


def _is_left(condition: Condition) -> bool:
    """Tell whether a condition remains to be tested on what the full-text index finds: most, and orders of words."""
    of_words = condition.condition if isinstance(condition, Not) else condition
    return not isinstance(of_words, Words) or of_words.has_sequences


def _walk(sql: Sql, driver: AnyOf, tests: Callable[[str], str], way: Direction, limit: int) -> str:
    # SQLite has no order within the parts of a union, and needs none; PostgreSQL reads each part to its end.
    tail = "" if sql.is_sqlite else f" ORDER BY {way.by('t.')} LIMIT {limit:d}"
    parts = [found for _, found in _of_driver(sql, driver, tests, tail)]
    return _merged(sql, parts, way, limit)


def _merged(sql: Sql, parts: list[str], way: Direction, limit: int) -> str:
    order = f"ORDER BY {way.by()} LIMIT {limit:d}"
    if sql.is_sqlite:
        # All columns are in the order, so that SQLite merges the parts as it reads them, row by row.
        return f"{' UNION '.join(parts)} {order}"
    return f"SELECT DISTINCT * FROM ({' UNION ALL '.join(parts)}) a {order}"


def _of_driver(sql: Sql, driver: AnyOf, tests: Callable[[str], str], tail: str) -> Iterator[tuple[str, str]]:
    """Yield queries for the rows of a driver, each with its partition: one for each term, on PostgreSQL one for all."""
    terms = list(dict.fromkeys(driver.terms))
    if sql.is_sqlite:
        for field, value in terms:
            for partition in sql.partitions:
                term = f"t.type = :type AND t.field = {sql.bind(field)} AND t.value = {sql.bind(value)}"
                rest = all_of(term, sql.held("t", partition), tests(partition))
                yield partition, f"SELECT {_COLUMNS} FROM terms t WHERE {rest}{tail}"
        return
    fields, values = (f'CAST({sql.bind([term[n] for term in terms])} AS text[]) COLLATE "C"' for n in (0, 1))
    # One query whatever the number of terms: planning one for each would take longer than running them. LIMIT: it
    # expects ten of every list otherwise, and plans each execution anew for fear of them.
    listed = f"(SELECT * FROM unnest({fields}, {values}) LIMIT {len(terms)}) d(field, value)"
    for partition in sql.partitions:
        term = "t.type = :type AND t.field = d.field AND t.value = d.value"
        rest = all_of(term, sql.held("t", partition), tests(partition))
        rows = f"SELECT * FROM terms t WHERE {rest}{tail}"
        yield partition, f"SELECT {_COLUMNS} FROM {listed} CROSS JOIN LATERAL ({rows}) t"


def _of_revisions(sql: Sql, answers: str, tests: str, partition: str) -> str:
    """Return a query for the rows ``t``, one of each record, of the revisions that the full-text index answers with."""
    ((field, value),) = EVERYTHING.terms
    term = f"t.type = :type AND t.field = {sql.bind(field)} AND t.value = {sql.bind(value)}"
    row = f"terms t WHERE {all_of('t.seq_from = m.seq', term, sql.held('t', partition), tests)}"
    if sql.is_sqlite:
        # CROSS JOIN: the order it is written in. LIMIT: else it makes a filter of all terms, or goes by a range of
        # positions that is asked of the result, which it reads again for each revision.
        return f"SELECT {_COLUMNS} FROM (SELECT seq FROM ({answers}) LIMIT -1) m CROSS JOIN {row} LIMIT -1"
    # LATERAL: it would rather read all terms.
    return f"SELECT {_COLUMNS} FROM ({answers}) m CROSS JOIN LATERAL (SELECT * FROM {row} OFFSET 0) t"


def _rows(connection: Connection, sql: Sql, found: str, way: Direction) -> list[PageRow]:
    """Return the rows of a page that a query finds, which SQLite joins to one."""
    columns = ("r.body", "k.sort_key", "k.id", "k.seq_from")
    if not sql.is_sqlite:
        rows = f"SELECT {', '.join(columns)}, {_NEWEST} FROM ({found}) k JOIN revisions r ON r.seq_from = k.seq_from"
        return [
            PageRow(*row)
            for row in connection.execute(text(f"{rows} ORDER BY {way.by('k.')}"), sql.parameters)
        ]
    rows = f"FROM ({found}) k CROSS JOIN revisions r ON r.seq_from = k.seq_from"
    query = f"SELECT {', '.join(map(joined, columns))}, {_NEWEST} {rows}"
    *found_columns, newest = connection.execute(text(query), sql.parameters).one()
    bodies, sort_keys, ids, numbers = map(unjoined, found_columns)
    return list(map(PageRow, bodies, sort_keys, ids, map(int, numbers), repeat(newest)))
