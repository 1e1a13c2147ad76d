"""The last and the first records of a series of terms, found without reading those between.

A series is what shares all of a term's value but the day that it ends with: ``…|YYYY-MM-DD``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, text

from service.records.conditions import Sql
from service.records.indexing import SOURCE
from service.records.publication import PUBLIC_FROM

_DAY = len("YYYY-MM-DD")
# Sorts after every digit and after "|", so that what begins with a text ends before the text and it.
_END = "~"


class Place(NamedTuple):
    """A term of a record: its value, and the change that made the revision which has it."""

    value: str
    seq: int

    @property
    def series(self) -> str:
        """What all values of the series begin with."""
        return self.value[:-_DAY]

    @property
    def day(self) -> str:
        """The day it ends with."""
        return self.value[-_DAY:]


@dataclass(frozen=True)
class Terms:
    """Which terms count: of the field of this name, with values that begin so, as held at a change (``None``: now).

    ``until`` is the last day that counts. With ``published_until`` a source of the record must have been public by
    then. ``without`` are values and record ids, with a space between, of terms that are passed over.
    """

    record_type: str
    name: str
    start: str
    at: int | None = None
    until: str | None = None
    published_until: str | None = None
    without: frozenset[str] = field(default_factory=frozenset)


def last_of_each(connection: Connection, terms: Terms) -> list[Place]:
    """Return the last place of each series; of several on its day, that of the greatest sort key, then id."""
    sql = _sql(connection, terms)
    ahead, known = sql.bind(terms.start), sql.bind(terms.start[:-1] + _END)
    stop = sql.bind((terms.until or "") + _END)
    first = _one(sql, terms, f"t.value > {ahead} AND t.value < {known}", "t.value", counting=False)
    next_one = _one(
        sql,
        terms,
        f"t.value > substr(s.value, 1, length(s.value) - {_DAY}) || '{_END}' AND t.value < {known}",
        "t.value",
        counting=False,
    )
    last = _one(
        sql,
        terms,
        f"t.value >= s.start AND t.value < s.start || {stop}",
        "t.value DESC, t.sort_key DESC, t.id DESC",
    )
    series = f"substr(value, 1, length(value) - {_DAY})"
    query = (
        f"WITH RECURSIVE walk(value) AS (SELECT {first} UNION ALL "
        f"SELECT {next_one} FROM walk s WHERE s.value IS NOT NULL) "
        f"SELECT {last} FROM (SELECT {series} AS start FROM walk WHERE value IS NOT NULL) s"
    )
    return _places(connection, query, sql)


def first_after(connection: Connection, terms: Terms, days: Iterable[tuple[str, str | None]]) -> list[Place]:
    """Return the first place of each of these series after a day, or of all days (``None``).

    Of several on its day it is that of the greatest sort key, then id.
    """
    sql = _sql(connection, terms)
    rows = ", ".join(
        f"({sql.bind(start)}, {sql.bind(start + (f'{day}{_END}' if day else ''))})" for start, day in days
    )
    if not rows:
        return []
    stop = sql.bind((terms.until or "") + _END)
    first = _one(sql, terms, f"t.value > s.after AND t.value < s.start || {stop}", "t.value", "t.value")
    best = _one(sql, terms, "t.value = s.value", "t.sort_key DESC, t.id DESC")
    query = f"WITH asked(start, after) AS (VALUES {rows}) SELECT {best} FROM (SELECT {first} AS value FROM asked s) s"
    return _places(connection, query, sql)


def naming(
    connection: Connection, record_type: str, field_name: str, of: tuple[str, str], at: int | None
) -> list[tuple[str, str]]:
    """Return value and record id of the terms of a field whose value is the id of a record that has the term ``of``.

    All terms of the field are walked through: for fields that few records have.
    """
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    held = "r.seq_to IS NULL" if at is None else "r.seq_from <= :at AND (r.seq_to IS NULL OR r.seq_to > :at)"
    # By way of the revision: an index on it finds the term whatever the planner knows of the table.
    named = (
        f"EXISTS (SELECT 1 FROM revisions r JOIN terms p ON p.seq_from = r.seq_from WHERE r.type = :type "
        f"AND r.id = t.value AND {held} AND p.field = {sql.bind(of[0])} AND p.value = {sql.bind(of[1])}"
        f"{_no_semijoin(sql)})"
    )
    return _pairs(connection, sql, field_name, named)


def having(
    connection: Connection, record_type: str, field_name: str, values: Iterable[str], at: int | None
) -> list[tuple[str, str]]:
    """Return value and record id of the terms of a field that have one of these values."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    return _pairs(connection, sql, field_name, f"t.value IN ({sql.bind_all(tuple(values)) or 'NULL'})")


def _pairs(connection: Connection, sql: Sql, field_name: str, condition: str) -> list[tuple[str, str]]:
    query = " UNION ALL ".join(
        f"SELECT t.value, t.id FROM terms t WHERE t.type = :type AND t.field = {sql.bind(field_name)} "
        f"AND {sql.held('t', arm)} AND {condition}"
        for arm in sql.arms
    )
    return [(row[0], row[1]) for row in connection.execute(text(query), sql.parameters)]


def seqs_with(connection: Connection, record_type: str, term: tuple[str, str], at: int | None) -> list[int]:
    """Return the changes that made the records with a term, in order."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    asked = f"t.type = :type AND t.field = {sql.bind(term[0])} AND t.value = {sql.bind(term[1])}"
    query = " UNION ALL ".join(
        f"SELECT t.seq_from FROM terms t WHERE {asked} AND {sql.held('t', arm)}" for arm in sql.arms
    )
    return sorted(int(row[0]) for row in connection.execute(text(query), sql.parameters))


def bodies_of(connection: Connection, seqs: Sequence[int]) -> list[dict[str, Any]]:
    """Return the documents that these changes made."""
    found: list[dict[str, Any]] = []
    for start in range(0, len(seqs), 500):
        names = {f"seq{number}": seq for number, seq in enumerate(seqs[start : start + 500])}
        rows = connection.execute(
            text(f"SELECT body FROM revisions WHERE seq_from IN ({', '.join(f':{name}' for name in names)})"),
            names,
        )
        found += [orjson.loads(row[0]) for row in rows]
    return found


def _sql(connection: Connection, terms: Terms) -> Sql:
    return Sql(terms.record_type, terms.at, is_sqlite=connection.dialect.name == "sqlite")


def _one(
    sql: Sql, terms: Terms, condition: str, order: str, column: str = "", *, counting: bool = True
) -> str:
    """Return a scalar query for the first term in an order: its value, or value and change number."""
    column = column or ("t.value || ' ' || CAST(t.seq_from AS TEXT)" if counting else "t.value")
    asked = f"t.type = :type AND t.field = {sql.bind(terms.name)} AND {condition}"
    if counting:
        asked += _counting(sql, terms)
    arms = [
        f"SELECT {column} AS found, t.value, t.sort_key, t.id FROM terms t WHERE {asked} AND {sql.held('t', arm)} "
        f"ORDER BY {order} LIMIT 1"
        for arm in sql.arms
    ]
    if len(arms) == 1:
        return f"(SELECT found FROM ({arms[0]}) t)"
    union = " UNION ALL ".join(f"SELECT * FROM ({arm}) a{number}" for number, arm in enumerate(arms))
    return f"(SELECT t.found FROM ({union}) t ORDER BY {order} LIMIT 1)"


def _counting(sql: Sql, terms: Terms) -> str:
    """Return the conditions by which a term counts that its value does not show."""
    tests = ""
    if terms.without:
        out = sorted(terms.without)
        if sql.is_sqlite:
            listed = f"IN (SELECT value FROM json_each({sql.bind(orjson.dumps(out).decode())}))"
        else:
            listed = f"= ANY(CAST({sql.bind(out)} AS text[]))"
        tests += f" AND NOT t.value || ' ' || t.id {listed}"
    if terms.published_until is not None:
        until = sql.bind(terms.published_until)
        public = _exists(
            sql,
            f"p.type = {sql.bind(SOURCE)} AND p.field = {sql.bind(PUBLIC_FROM)} "
            f"AND p.value > c.value || '|' AND p.value <= c.value || '|' || {until}",
        )
        tests += (
            f" AND EXISTS (SELECT 1 FROM terms c WHERE c.seq_from = t.seq_from AND c.type = :type "
            f"AND c.field = {sql.bind(SOURCE)} AND {public}{_no_semijoin(sql)})"
        )
    return tests


def _exists(sql: Sql, condition: str) -> str:
    """Return the condition that there is a term ``p`` of this kind; each arm has an index of its own."""
    probes = (
        f"EXISTS (SELECT 1 FROM terms p WHERE {condition} AND {sql.held('p', arm)}{_no_semijoin(sql)})"
        for arm in sql.arms
    )
    return f"({' OR '.join(probes)})"


def _no_semijoin(sql: Sql) -> str:
    # PostgreSQL would turn EXISTS into a join over the whole table; an OFFSET keeps it a probe for each row.
    return "" if sql.is_sqlite else " OFFSET 0"


def _places(connection: Connection, query: str, sql: Sql) -> list[Place]:
    found: list[Place] = []
    for (place,) in connection.execute(text(query), sql.parameters):
        if place is not None:
            value, seq = place.split(" ")
            found.append(Place(value, int(seq)))
    return found
