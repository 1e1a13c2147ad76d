"""Finds the last and the first records of a series of terms without reading those between.

A series consists of the terms whose values are equal except for the two days at the end: the day from which the term
counts, and the first that its date can mean. The sort keys of such terms contain the day from which one of their
sources was public (``public_key``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, text

from service.evidence.publication import Published
from service.records.index.public_days import PLACE_IN_KEY
from service.records.index.sql import Sql, joined, unjoined
from service.storage.lists import among, bound_list, rows_of

_DAY = len("YYYY-MM-DD")
_DAYS = len("YYYY-MM-DD|YYYY-MM-DD")
# Sorts after every digit and after "|", so it ends the range of the values that begin with a text.
_END = "~"
# The relevant columns of a row ``t``. None contains a space, since the values of these terms consist of ids and days.
_PLACE = "t.sort_key || ' ' || t.value || ' ' || t.id"
# The position in the record that the term is about.
_NUMBER = f"substr(t.sort_key, {PLACE_IN_KEY.start + 1}, {PLACE_IN_KEY.stop - PLACE_IN_KEY.start})"


class TermRow(NamedTuple):
    """A term of a record."""

    value: str
    id: str
    sort_key: str

    @property
    def number(self) -> int:
        """The position in the record that the term is about."""
        return int(self.sort_key[PLACE_IN_KEY])


class SeriesPosition(NamedTuple):
    """A term of a record: its value, the record's id, and the position in the record that it is about."""

    value: str
    id: str
    number: int

    @classmethod
    def of(cls, row: TermRow) -> SeriesPosition:
        """Return the place of a term."""
        return cls(row.value, row.id, row.number)

    @property
    def series(self) -> str:
        """The common prefix of all values of the series."""
        return self.value[:-_DAYS]

    @property
    def day(self) -> str:
        """The day from which it counts."""
        return self.value[-_DAYS:][:_DAY]

    @property
    def first_day(self) -> str:
        """The first day that its date can mean."""
        return self.value[-_DAY:]

    @property
    def key(self) -> str:
        """The key by which ``Terms.without`` excludes it."""
        return f"{self.value} {self.id}"


class Between(NamedTuple):
    """The days of a series after ``after`` (``""``: from the first on) up to ``until``."""

    series: str
    after: str
    until: str


@dataclass(frozen=True)
class Terms:
    """The terms that count: those of the field ``name`` with values that begin with ``start``, as of a change
    (``None``: now).

    ``until`` is the last day that counts. With ``published`` a source of the term must have been public by its day.
    ``without`` are values and record ids, separated by a space, of terms that are excluded.
    """

    record_type: str
    name: str
    start: str
    at: int | None = None
    until: str | None = None
    published: Published | None = None
    without: frozenset[str] = field(default_factory=frozenset)


def last_of_each(connection: Connection, terms: Terms) -> list[SeriesPosition]:
    """Return the last place of each series; of several on that day, the one with the latest first day, then the last
    id.
    """
    sql = _sql(connection, terms)
    # Finds the series: before each one, the last term of another, whether or not it counts. One probe for each.
    last = _one(sql, terms, _begins(sql, terms.start), "t.value", "t.value DESC")
    series, stop = f"substr(s.value, 1, length(s.value) - {_DAYS})", sql.bind((terms.until or "") + _END)
    ahead = f"t.value > {sql.bind(terms.start)} AND t.value < {series}"
    before = _one(sql, terms, ahead, "t.value", "t.value DESC")
    best = _best(sql, terms, f"t.value >= {series} AND t.value < {series} || {stop}")
    return _places(
        connection,
        f"WITH RECURSIVE walk(value) AS (SELECT {last} UNION ALL SELECT {before} FROM walk s "
        f"WHERE s.value IS NOT NULL) SELECT {best} AS found FROM walk s WHERE s.value IS NOT NULL",
        sql,
    )


def count_not_public(connection: Connection, terms: Terms) -> int:
    """Return how many places of records have terms up to ``until`` of which none meets ``published``.

    Every term is tested.
    """
    if terms.published is None:
        return 0
    sql = _sql(connection, terms)
    day = f"substr(t.value, length(t.value) - {_DAYS - 1}, {_DAY})"
    dated = f"{_begins(sql, terms.start)} AND {day} <= {sql.bind(terms.until or _END)}"
    rows = " UNION ALL ".join(
        f"SELECT t.id || ' ' || {_NUMBER} AS place, {terms.published.test(sql)} AS is_public FROM terms t "
        f"WHERE t.type = :type AND t.field = {sql.bind(terms.name)} AND {dated} AND {sql.held('t', partition)}"
        for partition in sql.partitions
    )
    counted = "count(DISTINCT place) - count(DISTINCT CASE WHEN is_public THEN place END)"
    return int(connection.execute(text(f"SELECT {counted} FROM ({rows}) n"), sql.parameters).scalar_one())


def last_value(connection: Connection, terms: Terms) -> str | None:
    """Return the last value of the terms that count, whatever their day."""
    sql = _sql(connection, terms)
    counting = _begins(sql, terms.start) + _counting(sql, terms)
    last = _one(sql, terms, counting, "t.value", "t.value DESC")
    found: str | None = connection.execute(text(f"SELECT {last}"), sql.parameters).scalar_one()
    return found


def first_after(connection: Connection, terms: Terms, days: Iterable[Between]) -> list[SeriesPosition]:
    """Return the first place of each of these series between two days.

    Of several on that day it is the one with the latest first day, then the last id.
    """
    asked = list(days)
    found = _first_after(connection, replace(terms, without=frozenset()), asked)
    passed = {place.series for place in found if place.key in terms.without}
    again = [each for each in asked if each.series in passed]
    kept = [place for place in found if place.series not in passed]
    return kept + _first_after(connection, terms, again)


def _first_after(connection: Connection, terms: Terms, days: list[Between]) -> list[SeriesPosition]:
    if not days:
        return []
    sql = _sql(connection, terms)
    # The two days come before the series, because the length of the series varies.
    ends = [min(each.until, terms.until or each.until) for each in days]
    items = (f"{each.after:{_DAY}}{end}{each.series}" for each, end in zip(days, ends, strict=True))
    after, until = f"substr(s.item, 1, {_DAY})", f"substr(s.item, {_DAY + 1}, {_DAY})"
    series = f"substr(s.item, {2 * _DAY + 1})"
    between = f"t.value > {series} || {after} || '{_END}' AND t.value < {series} || {until} || '{_END}'"
    first = _one(sql, terms, between + _counting(sql, terms), "t.value", "t.value")
    best = _best(sql, terms, f"t.value > s.day AND t.value < s.day || '{_END}'")
    query = (
        f"SELECT {best} AS found FROM (SELECT substr(value, 1, length(value) - {_DAY}) AS day "
        f"FROM (SELECT {first} AS value FROM {_asked(sql, items)} s) f) s"
    )
    return _places(connection, query, sql)


def _asked(sql: Sql, items: Iterable[str]) -> str:
    return rows_of(sql.bind(bound_list(items, is_sqlite=sql.is_sqlite)), is_sqlite=sql.is_sqlite)


def beginning(
    connection: Connection, record_type: str, name: str, start: str, at: int | None
) -> list[TermRow]:
    """Return the terms of the field of this name whose values begin with ``start``."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    return _rows(connection, sql, name, _begins(sql, start))


def having(
    connection: Connection, record_type: str, name: str, values: Iterable[str], at: int | None
) -> list[TermRow]:
    """Return the terms of the field of this name that have one of these values."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    return _rows(connection, sql, name, f"t.value {sql.among(values)}")


def _rows(connection: Connection, sql: Sql, name: str, condition: str) -> list[TermRow]:
    query = " UNION ALL ".join(
        f"SELECT {_PLACE} AS found FROM terms t WHERE t.type = :type AND t.field = {sql.bind(name)} "
        f"AND {sql.held('t', partition)} AND {condition}"
        for partition in sql.partitions
    )
    return _found(connection, query, sql)


def of_records(
    connection: Connection, record_type: str, name: str, record_ids: Iterable[str], at: int | None
) -> list[TermRow]:
    """Return the terms of the field of this name that these records have."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    held = "r.seq_to IS NULL" if at is None else "r.seq_from <= :at AND (r.seq_to IS NULL OR r.seq_to > :at)"
    # The concatenation keeps the planner off the index by type: the one by revision and field is far more selective.
    query = (
        f"SELECT {_PLACE} AS found FROM revisions r JOIN terms t ON t.seq_from = r.seq_from "
        f"WHERE r.type = :type AND r.id {sql.among(record_ids)} AND {held} "
        f"AND t.type || '' = :type AND t.field = {sql.bind(name)}"
    )
    return _found(connection, query, sql)


def seqs_with(connection: Connection, record_type: str, term: tuple[str, str], at: int | None) -> list[int]:
    """Return the change numbers of the revisions that have a term, in order."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    asked = f"t.type = :type AND t.field = {sql.bind(term[0])} AND t.value = {sql.bind(term[1])}"
    query = " UNION ALL ".join(
        f"SELECT t.seq_from FROM terms t WHERE {asked} AND {sql.held('t', partition)}"
        for partition in sql.partitions
    )
    return sorted(int(row[0]) for row in connection.execute(text(query), sql.parameters))


def bodies_of(connection: Connection, seqs: Sequence[int]) -> list[dict[str, Any]]:
    """Return the documents of the revisions with these change numbers."""
    is_sqlite = connection.dialect.name == "sqlite"
    rows = connection.execute(
        text(f"SELECT body FROM revisions WHERE seq_from {among(':seqs', is_sqlite=is_sqlite, of='bigint')}"),
        {"seqs": bound_list(seqs, is_sqlite=is_sqlite)},
    )
    return [orjson.loads(row[0]) for row in rows]


def _begins(sql: Sql, start: str) -> str:
    """Return the condition that the value of a row ``t`` begins with ``start``."""
    return f"t.value > {sql.bind(start)} AND t.value < {sql.bind(start + _END)}"


def _sql(connection: Connection, terms: Terms) -> Sql:
    return Sql(terms.record_type, terms.at, is_sqlite=connection.dialect.name == "sqlite")


def _best(sql: Sql, terms: Terms, condition: str) -> str:
    """Return a scalar query for the last place that counts: sort key, value and id, separated by spaces."""
    return _one(sql, terms, condition + _counting(sql, terms), _PLACE, f"t.value DESC, t.id DESC, {_NUMBER}")


def _one(sql: Sql, terms: Terms, condition: str, column: str, order: str) -> str:
    asked = f"t.type = :type AND t.field = {sql.bind(terms.name)} AND {condition}"
    partitions = [
        f"SELECT {column} AS found, t.value, t.sort_key, t.id FROM terms t "
        f"WHERE {asked} AND {sql.held('t', partition)} ORDER BY {order} LIMIT 1"
        for partition in sql.partitions
    ]
    if len(partitions) == 1:
        return f"(SELECT found FROM ({partitions[0]}) t)"
    union = " UNION ALL ".join(
        f"SELECT * FROM ({partition}) a{number}" for number, partition in enumerate(partitions)
    )
    return f"(SELECT t.found FROM ({union}) t ORDER BY {order} LIMIT 1)"


def _counting(sql: Sql, terms: Terms) -> str:
    """Return the further conditions under which a term counts, which its value does not show."""
    tests = ""
    if terms.published is not None:
        tests += f" AND {terms.published.test(sql)}"
    if terms.without:
        tests += f" AND NOT t.value || ' ' || t.id {sql.among(terms.without)}"
    return tests


def _places(connection: Connection, query: str, sql: Sql) -> list[SeriesPosition]:
    return list(map(SeriesPosition.of, _found(connection, query, sql)))


def _found(connection: Connection, query: str, sql: Sql) -> list[TermRow]:
    """Return the rows of a query, in the form of ``_PLACE``, without nulls."""
    if sql.is_sqlite:
        in_one = text(f"SELECT {joined('found')} FROM ({query})")
        rows = unjoined(connection.execute(in_one, sql.parameters).scalar_one())
    else:
        rows = [row for row in connection.execute(text(query), sql.parameters).scalars() if row is not None]
    return [TermRow(value, record_id, key) for key, value, record_id in (row.split(" ") for row in rows)]
