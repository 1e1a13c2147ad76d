"""Pages of what the full-text index finds, slice by slice of an order; slices are the longer the less is found."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from service.records.index.conditions import Condition
from service.records.index.full_text import Question
from service.records.index.indexed_words import term_word
from service.records.index.indexing import EVERY
from service.records.index.selection import Direction, Place, Row, Selection, place_of
from service.records.index.slices import LENGTHS, Order, bound_beyond, place_text
from service.records.index.sql import Sql

# What is sorted at most: few enough to be told soon that there are more.
MOST = 300
# A century is all there is, mostly, and all there is needs no slice.
_LENGTHS: dict[Order, tuple[int, ...]] = LENGTHS | {"sort_key": LENGTHS["sort_key"][:3]}
# All there is, as the size of a slice.
WHOLE = -1


def finest_around(order: Order, one: Place, other: Place, coarser: int = 0) -> int:
    """Return which of an order's slices, from the finest on, is the first that holds two places, or one coarser."""
    first, last = place_text(one[0]), place_text(other[0])
    lengths = _LENGTHS[order]
    fitting = (n for n, length in enumerate(lengths) if first[:length] == last[:length])
    return min(next(fitting, len(lengths)) + coarser, len(lengths) - 1)


def by_slices(
    connection: Connection,
    selection: Selection,
    question: Question,
    probed: Sequence[Condition],
    way: Direction,
    after: Place,
    limit: int,
    level: int,
) -> tuple[list[Row], Place | None]:
    """Return up to ``limit`` rows after a place that answer the question and meet the conditions to probe.

    The first slice is of the size ``level``. Where even the finest has too many, the place to go on from comes too.
    """
    rows: list[Row] = []
    order, lengths = way.order, (*_LENGTHS[way.order], 0)
    level %= len(lengths)
    too_many: set[str] = set()
    key: str | int | None = after[0]
    while key is not None and len(rows) < limit:
        while level and place_text(key)[: lengths[level]] in too_many:
            level -= 1
        prefix = place_text(key)[: lengths[level]]
        within = (
            question.within(term_word(selection.record_type, order, prefix))
            if lengths[level]
            else _of_type(question, selection.record_type)
        )
        left = limit - len(rows)
        found = _answers(connection, selection, within, probed, way, after, left)
        if found is None:
            if not level:
                return rows, after
            too_many.add(prefix)
            level -= max(1, level // 3)
            continue
        rows += found
        if not lengths[level] or len(rows) == limit:
            break
        after = place_of(rows[-1], order) if found else after
        key = _next_key(
            connection, selection, way, bound_beyond(prefix, order, lengths[level], descending=way.descending)
        )
        level += 1
    return rows, None


def total_of(
    connection: Connection, selection: Selection, question: Question, probed: Sequence[Condition]
) -> int:
    """Return how many records answer a question and meet the conditions to probe, by reading all answers."""
    sql = selection.sql(connection)
    arms = _arms(sql, selection, probed, "1 = 1", "")
    asked = _of_type(question, selection.record_type)
    query = f"WITH m AS ({asked.answers(sql)}) SELECT count(*) FROM ({' UNION ALL '.join(arms)}) n"
    return int(connection.execute(text(query), sql.parameters).scalar_one())


def _of_type(question: Question, record_type: str) -> Question:
    """Return the question for records of a type, as far as that is less work than to look at the type of each answer.

    PostgreSQL reads all that match, SQLite no more than are wanted: for that it is more to look up one more word.
    """
    return question if question.is_sqlite else question.of_type(record_type)


def _answers(
    connection: Connection,
    selection: Selection,
    question: Question,
    probed: Sequence[Condition],
    way: Direction,
    after: Place,
    limit: int,
) -> list[Row] | None:
    """Return up to ``limit`` rows after a place; ``None`` where more than ``MOST`` would have to be sorted."""
    sql = selection.sql(connection)
    arms = _arms(
        sql,
        selection,
        probed,
        f"{way.beyond(sql, after)} AND (SELECT n FROM c) <= {MOST}",
        f" LIMIT {MOST + 1}",
    )
    found = connection.execute(
        text(
            f"WITH m AS MATERIALIZED ({question.answers(sql)} LIMIT {MOST + 1}), "
            "c AS MATERIALIZED (SELECT count(*) AS n FROM m) "
            "SELECT c.n, r.body, k.sort_key, k.id, k.seq_from FROM c LEFT JOIN "
            f"(SELECT * FROM ({' UNION ALL '.join(arms)}) a ORDER BY {way.by()} LIMIT {limit:d}) k ON 1 = 1 "
            f"LEFT JOIN revisions r ON r.seq_from = k.seq_from ORDER BY {way.by('k.')}"
        ),
        sql.parameters,
    ).all()
    if found[0][0] > MOST:
        return None
    return [Row(*row[1:]) for row in found if row[1] is not None]


def _arms(sql: Sql, selection: Selection, probed: Sequence[Condition], test: str, most: str) -> list[str]:
    arms = []
    for arm in sql.arms:
        row = f"terms t WHERE t.seq_from = m.seq AND {row_test(sql, selection, probed, arm)} AND {test}"
        if sql.is_sqlite:
            # CROSS JOIN: the order it is written in. LIMIT: else it takes m for long, and makes a filter of all terms.
            rows = f"(SELECT seq FROM m{most}) m CROSS JOIN {row}"
        else:
            # LATERAL: it would rather read all terms.
            rows = f"m CROSS JOIN LATERAL (SELECT * FROM {row} OFFSET 0) t"
        arms.append(f"SELECT t.sort_key, t.id, t.seq_from FROM {rows}")
    return arms


def row_test(sql: Sql, selection: Selection, probed: Sequence[Condition], arm: str) -> str:
    """Return the condition on a row ``t`` of a revision that the index found: of the selection, whatever its place."""
    return " AND ".join(
        (
            f"t.type = :type AND t.field = {sql.bind(EVERY)} AND t.value = {sql.bind(EVERY)}",
            sql.held("t", arm),
            selection.rows.test(sql, in_order_of="seq_from"),
            *(condition.probe(sql, arm) for condition in probed),
        )
    )


def _next_key(
    connection: Connection, selection: Selection, way: Direction, bound: str | int
) -> str | int | None:
    """Return the first key in an order that any record within the bounds has beyond one."""
    sql = selection.sql(connection)
    beyond = f"t.{way.column} {'<' if way.descending else '>'} {sql.bind(bound)}"
    direction = "DESC" if way.descending else "ASC"
    arms = " UNION ALL ".join(
        f"SELECT * FROM (SELECT t.{way.column} AS place FROM terms t WHERE t.type = :type "
        f"AND t.field = {sql.bind(EVERY)} AND t.value = {sql.bind(EVERY)} AND {beyond} "
        f"AND {selection.rows.only(way.column).test(sql)} AND {sql.held('t', arm)} "
        f"ORDER BY t.{way.column} {direction} LIMIT 1) {arm}"
        for arm in sql.arms
    )
    found = connection.execute(text(f"{arms} ORDER BY place {direction} LIMIT 1"), sql.parameters).scalar()
    return None if found is None else found if isinstance(found, str) else int(found)
