"""The conditions of a list, each able to drive a scan, to be probed row by row, or both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from service.records.index.indexing import SOURCE
from service.records.index.name_terms import same_name
from service.records.index.public_days import IN_ACCOUNTS, PUBLIC_FROM
from service.records.index.sql import Sql, no_semijoin
from service.records.index.word_conditions import Word

# More values than this are probed instead of merged from one scan each: SQLite takes 500 scans in one query, and a list
# at an older change makes two of each.
MERGED_VALUES = 200


@dataclass(frozen=True)
class AnyOf:
    """The record has one of these terms, each a field and a value."""

    terms: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, field: str, values: Iterable[str]) -> AnyOf:
        """Return the condition that the record has one of these values in this field."""
        return cls(tuple((field, value) for value in values))

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        fields: dict[str, list[str]] = {}
        for field, value in self.terms:
            fields.setdefault(field, []).append(value)
        wanted = " OR ".join(
            f"p.field = {sql.bind(field)} AND p.value {self._among(sql, values)}"
            for field, values in fields.items()
        )
        return (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.type = :type AND ({wanted}) AND p.id = t.id "
            f"AND p.seq_from = t.seq_from AND {sql.held('p', arm)}{no_semijoin(sql)})"
        )

    @staticmethod
    def _among(sql: Sql, values: list[str]) -> str:
        """Return the condition to be one of these values; those that may be too many to bind are bound as one."""
        return sql.among(values) if len(values) > MERGED_VALUES else f"IN ({sql.bind_all(tuple(values))})"


@dataclass(frozen=True)
class Through:
    """The record names, in this field, a record of a type that has one of these terms; it never drives a scan."""

    field: str
    record_type: str
    terms: tuple[tuple[str, str], ...]

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        wanted = " OR ".join(
            f"n.field = {sql.bind(field)} AND n.value = {sql.bind(value)}" for field, value in self.terms
        )
        named = " OR ".join(
            f"EXISTS (SELECT 1 FROM terms n WHERE n.type = {sql.bind(self.record_type)} AND ({wanted}) "
            f"AND n.id = p.value AND {sql.held('n', each)}{no_semijoin(sql)})"
            for each in sql.arms
        )
        # The type joined to nothing is in no index: those of the revision and field are what to go by.
        return (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.seq_from = t.seq_from AND p.id = t.id "
            f"AND p.type || '' = :type AND p.field = {sql.bind(self.field)} AND {sql.held('p', arm)} "
            f"AND ({named}){no_semijoin(sql)})"
        )


@dataclass(frozen=True)
class Public:
    """A source that the record cites, in accounts of others excepted, had certainly appeared by this ISO date.

    It never drives a scan.
    """

    until: str

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``, which may also be that of a moment of the record."""
        return (
            f"EXISTS (SELECT 1 FROM terms c WHERE c.seq_from = t.seq_from AND c.field = {sql.bind(SOURCE)} "
            f"AND {sql.held('c', arm)} AND {self.of(sql, 'c.value')} AND NOT EXISTS (SELECT 1 FROM terms a "
            f"WHERE a.seq_from = t.seq_from AND a.field = {sql.bind(IN_ACCOUNTS)} AND a.value = c.value "
            f"AND {sql.held('a', arm)}{no_semijoin(sql)}){no_semijoin(sql)})"
        )

    def of(self, sql: Sql, source: str, record_type: str | None = None) -> str:
        """Return the condition on a column that holds the id of a source, or of a record of another type."""
        record_type = record_type or sql.bind(SOURCE)
        last = f"{source} || {sql.bind('|' + self.until)}"
        probes = (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.type = {record_type} AND p.field = {sql.bind(PUBLIC_FROM)} "
            f"AND p.value > {source} || '|' AND p.value <= {last} AND {sql.held('p', arm)}{no_semijoin(sql)})"
            for arm in sql.arms
        )
        return f"({' OR '.join(probes)})"


@dataclass(frozen=True)
class CitesLater:
    """The record cites a source, anywhere, that had not certainly appeared by this ISO date; it never drives a scan."""

    until: str

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``, which may also be that of a moment of the record."""
        return (
            f"EXISTS (SELECT 1 FROM terms c WHERE c.seq_from = t.seq_from AND c.field = {sql.bind(SOURCE)} "
            f"AND {sql.held('c', arm)} AND NOT {Public(self.until).of(sql, 'c.value')}{no_semijoin(sql)})"
        )


@dataclass(frozen=True)
class Appeared:
    """The record, a source or the like, had certainly appeared by this ISO date; it never drives a scan."""

    until: str

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        return Public(self.until).of(sql, "t.id", ":type")


@dataclass(frozen=True)
class NotYet:
    """The record was not public by the ISO date of a condition that tells so; it never drives a scan."""

    public: Public | Appeared

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        return f"NOT {self.public.probe(sql, arm)}"


@dataclass(frozen=True)
class NameWords:
    """One name of the record in this field holds all words of one of these ways to write it; it never drives a scan."""

    field: str
    ways: tuple[tuple[Word, ...], ...]

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``; words hold letters and digits only, so no wildcard to escape."""

        def like(word: Word) -> str:
            return f"' ' || p.value || ' ' LIKE {sql.bind(f'% {word[0]}%' if word[1] else f'% {word[0]} %')}"

        held = " OR ".join(f"({' AND '.join(map(like, way))})" for way in self.ways)
        return (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.seq_from = t.seq_from "
            f"AND p.field = {sql.bind(same_name(self.field))} AND {sql.held('p', arm)} AND ({held}){no_semijoin(sql)})"
        )


@dataclass(frozen=True)
class ConditionRows:
    """Bounds on the columns of the row itself; all are inclusive, but for ``seq_after``."""

    sort_key_from: str | None = None
    sort_key_to: str | None = None
    sort_key_before: str | None = None
    seq_after: int | None = None
    ids: tuple[str, ...] | None = None

    def test(self, sql: Sql, *, but: str | None = None) -> str:
        """Return the condition on the row ``t``, empty where there is none.

        With ``but`` it is on all columns but this, and no index is used for it.
        """
        tests = [
            f"{_unindexed(column) if but is not None else f't.{column}'} {operator} {sql.bind(value)}"
            for column, operator, value in (
                ("sort_key", ">=", self.sort_key_from),
                ("sort_key", "<=", self.sort_key_to),
                ("sort_key", "<", self.sort_key_before),
                ("seq_from", ">", self.seq_after),
            )
            if value is not None and column != but
        ]
        if self.ids is not None:
            tests.append(f"t.id IN ({sql.bind_all(self.ids)})" if self.ids else "1 = 0")
        return " AND ".join(tests)

    def but(self, column: str) -> ConditionRows:
        """Return the bounds on other columns than this."""
        if column == "sort_key":
            return ConditionRows(seq_after=self.seq_after, ids=self.ids)
        return replace(self, seq_after=None) if column == "seq_from" else self


def _unindexed(column: str) -> str:
    """Return a column of the row ``t`` as an expression that no index is used for.

    Both planners would rather read all that lies within a bound, and sort it, than go by the order of the page.
    """
    return "t.seq_from + 0" if column == "seq_from" else f"t.{column} || ''"


class Condition(Protocol):
    """What a list may ask of a record."""

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        ...
