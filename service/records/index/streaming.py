"""Pages in order of changes, which is the order in which SQLite's full-text index has what it finds."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from service.records.index.conditions import Condition
from service.records.index.full_text import Question
from service.records.index.scanning import rows_in_one
from service.records.index.selection import Direction, Place, Row, Selection
from service.records.index.slicing import row_test


def stream(
    connection: Connection,
    selection: Selection,
    question: Question,
    probed: Sequence[Condition],
    way: Direction,
    after: Place | None,
    limit: int,
) -> list[Row]:
    """Return up to ``limit`` rows after a place that answer the question and meet the conditions to probe."""
    sql = selection.sql(connection)
    asked = [question.matches(sql)]
    if after is not None:
        asked.append(f"m.rowid {'<' if way.descending else '>'} {sql.bind(after[0])}")
    if selection.rows.seq_after is not None:
        asked.append(f"m.rowid > {sql.bind(selection.rows.seq_after)}")
    if sql.at is not None:
        asked.append("m.rowid <= :at")
    direction = "DESC" if way.descending else "ASC"
    # CROSS JOIN: the order it is written in, which is that of the rows.
    arms = " UNION ALL ".join(
        "SELECT * FROM (SELECT t.sort_key, t.id, t.seq_from FROM texts_index m CROSS JOIN terms t "
        f"WHERE {' AND '.join(asked)} AND t.seq_from = m.rowid AND {row_test(sql, selection, probed, arm)} "
        f"ORDER BY m.rowid {direction} LIMIT {limit:d})"
        for arm in sql.arms
    )
    return rows_in_one(connection, f"{arms} ORDER BY {way.by()} LIMIT {limit:d}", sql.parameters)
