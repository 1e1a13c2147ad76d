"""The last and the first records of a series of terms, found without reading those between.

A series is what shares all of a term's value but the two days that it ends with: that from which it counts, and the
first that its date can mean. The sort keys of such terms tell from when a source of theirs was public (``public_key``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, text

from service.records.conditions import Sql
from service.records.public_days import PLACE_IN_KEY
from service.records.publication import Published
from service.storage.lists import among, bound_list

_DAY = len("YYYY-MM-DD")
_DAYS = len("YYYY-MM-DD|YYYY-MM-DD")
# Sorts after every digit and after "|", so that what begins with a text ends before the text and it.
_END = "~"


class Row(NamedTuple):
    """A term of a record."""

    value: str
    id: str
    sort_key: str


class Place(NamedTuple):
    """A term of a record: its value, the record's id, and which place in the record it is of."""

    value: str
    id: str
    number: int

    @classmethod
    def of(cls, row: Row) -> Place:
        """Return the place of a term."""
        return cls(row.value, row.id, int(row.sort_key[PLACE_IN_KEY]))

    @property
    def series(self) -> str:
        """What all values of the series begin with."""
        return self.value[:-_DAYS]

    @property
    def day(self) -> str:
        """The day from which it counts."""
        return self.value[-_DAYS:][:_DAY]

    @property
    def first_day(self) -> str:
        """The first day that its date can mean."""
        return self.value[-_DAY:]


@dataclass(frozen=True)
class Terms:
    """Which terms count: of the field of this name, with values that begin so, as held at a change (``None``: now).

    ``until`` is the last day that counts. With ``published`` a source of the term must have been public by then.
    ``without`` are values and record ids, with a space between, of terms that are passed over.
    """

    record_type: str
    name: str
    start: str
    at: int | None = None
    until: str | None = None
    published: Published | None = None
    without: frozenset[str] = field(default_factory=frozenset)


def last_of_each(connection: Connection, terms: Terms) -> list[Place]:
    """Return the last place of each series; of several on its day, that of the latest first day, then id."""
    sql = _sql(connection, terms)
    ahead, known = sql.bind(terms.start), sql.bind(terms.start[:-1] + _END)
    stop = sql.bind((terms.until or "") + _END)
    series = f"substr(value, 1, length(value) - {_DAYS})"
    first = _first(sql, terms, f"t.value > {ahead} AND t.value < {known}", counting=False)
    next_one = _first(sql, terms, f"t.value > s.start || '{_END}' AND t.value < {known}", counting=False)
    last = _best(sql, terms, f"t.value >= s.start AND t.value < s.start || {stop}")
    query = (
        f"WITH RECURSIVE walk(start) AS (SELECT {series} FROM (SELECT {first} AS value) f UNION ALL "
        f"SELECT (SELECT {series} FROM (SELECT {next_one} AS value) n) FROM walk s WHERE s.start IS NOT NULL) "
        f"SELECT {last} FROM walk s WHERE s.start IS NOT NULL"
    )
    return _places(connection, query, sql)


def first_after(connection: Connection, terms: Terms, days: Iterable[tuple[str, str | None]]) -> list[Place]:
    """Return the first place of each of these series after a day, or of all days (``None``).

    Of several on its day it is that of the latest first day, then id.
    """
    sql = _sql(connection, terms)
    rows = ", ".join(
        f"({sql.bind(start)}, {sql.bind(start + (f'{day}{_END}' if day else ''))})" for start, day in days
    )
    if not rows:
        return []
    stop = sql.bind((terms.until or "") + _END)
    first = _first(sql, terms, f"t.value > s.after AND t.value < s.start || {stop}")
    best = _best(sql, terms, f"t.value > s.day AND t.value < s.day || '{_END}'")
    query = (
        f"WITH asked(start, after) AS (VALUES {rows}) SELECT {best} FROM "
        f"(SELECT substr(value, 1, length(value) - {_DAY}) AS day FROM (SELECT {first} AS value FROM asked s) f) s"
    )
    return _places(connection, query, sql)


def beginning(connection: Connection, record_type: str, name: str, start: str, at: int | None) -> list[Row]:
    """Return the terms of the field of this name whose values begin so."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    return _rows(connection, sql, name, f"t.value > {sql.bind(start)} AND t.value < {sql.bind(start + _END)}")


def having(
    connection: Connection, record_type: str, name: str, values: Iterable[str], at: int | None
) -> list[Row]:
    """Return the terms of the field of this name that have one of these values."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    return _rows(connection, sql, name, f"t.value {sql.among(values)}")


def _rows(connection: Connection, sql: Sql, name: str, condition: str) -> list[Row]:
    query = " UNION ALL ".join(
        f"SELECT t.value, t.id, t.sort_key FROM terms t WHERE t.type = :type AND t.field = {sql.bind(name)} "
        f"AND {sql.held('t', arm)} AND {condition}"
        for arm in sql.arms
    )
    return [Row(*row) for row in connection.execute(text(query), sql.parameters)]


def of_records(
    connection: Connection, record_type: str, name: str, record_ids: Iterable[str], at: int | None
) -> list[Row]:
    """Return the terms of the field of this name that these records have."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    held = "r.seq_to IS NULL" if at is None else "r.seq_from <= :at AND (r.seq_to IS NULL OR r.seq_to > :at)"
    # The type joined to nothing is in no index: those of each revision and field are what to go by.
    query = (
        f"SELECT t.value, t.id, t.sort_key FROM revisions r JOIN terms t ON t.seq_from = r.seq_from "
        f"WHERE r.type = :type AND r.id {sql.among(record_ids)} AND {held} "
        f"AND t.type || '' = :type AND t.field = {sql.bind(name)}"
    )
    return [Row(*row) for row in connection.execute(text(query), sql.parameters)]


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
    is_sqlite = connection.dialect.name == "sqlite"
    rows = connection.execute(
        text(f"SELECT body FROM revisions WHERE seq_from {among(':seqs', is_sqlite=is_sqlite, of='bigint')}"),
        {"seqs": bound_list(seqs, is_sqlite=is_sqlite)},
    )
    return [orjson.loads(row[0]) for row in rows]


def _sql(connection: Connection, terms: Terms) -> Sql:
    return Sql(terms.record_type, terms.at, is_sqlite=connection.dialect.name == "sqlite")


def _first(sql: Sql, terms: Terms, condition: str, *, counting: bool = True) -> str:
    """Return a scalar query for the first value there is."""
    return _one(sql, terms, condition, "t.value", "t.value", counting=counting)


def _best(sql: Sql, terms: Terms, condition: str) -> str:
    """Return a scalar query for the last place: value, id and number, with spaces between."""
    number = f"substr(t.sort_key, {PLACE_IN_KEY.start + 1}, {PLACE_IN_KEY.stop - PLACE_IN_KEY.start})"
    order = f"t.value DESC, t.id DESC, {number}"
    return _one(sql, terms, condition, f"t.value || ' ' || t.id || ' ' || {number}", order, counting=True)


def _one(sql: Sql, terms: Terms, condition: str, column: str, order: str, *, counting: bool) -> str:
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
    if terms.published is not None:
        tests += f" AND {terms.published.test(sql)}"
    if terms.without:
        tests += f" AND NOT t.value || ' ' || t.id {sql.among(terms.without)}"
    return tests


def _places(connection: Connection, query: str, sql: Sql) -> list[Place]:
    found: list[Place] = []
    for (place,) in connection.execute(text(query), sql.parameters):
        if place is not None:
            value, record_id, number = place.split(" ")
            found.append(Place(value, record_id, int(number)))
    return found
