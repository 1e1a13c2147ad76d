"""The conditions of a list, each able to drive a scan, to be probed row by row, or both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from service.records.index.indexing import SOURCE, same_name
from service.records.index.public_days import PUBLIC_FROM
from service.records.index.sql import Sql, no_semijoin
from service.records.index.word_conditions import Word

# Rows that are looked at before a condition is held for common; also what is sorted at most outside an index.
RARE = 1000
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
            f"p.field = {sql.bind(field)} AND p.value IN ({sql.bind_all(tuple(values))})"
            for field, values in fields.items()
        )
        return (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.type = :type AND ({wanted}) AND p.id = t.id "
            f"AND p.seq_from = t.seq_from AND {sql.held('p', arm)}{no_semijoin(sql)})"
        )


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
    """A source that the record cites had certainly appeared by this ISO date; it never drives a scan."""

    until: str

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``, which may also be that of a moment of the record."""
        return (
            f"EXISTS (SELECT 1 FROM terms c WHERE c.seq_from = t.seq_from AND c.field = {sql.bind(SOURCE)} "
            f"AND {sql.held('c', arm)} AND {self.of(sql, 'c.value')}{no_semijoin(sql)})"
        )

    def of(self, sql: Sql, source: str) -> str:
        """Return the condition on a column that holds the id of a source."""
        last = f"{source} || {sql.bind('|' + self.until)}"
        probes = (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.type = {sql.bind(SOURCE)} AND p.field = {sql.bind(PUBLIC_FROM)} "
            f"AND p.value > {source} || '|' AND p.value <= {last} AND {sql.held('p', arm)}{no_semijoin(sql)})"
            for arm in sql.arms
        )
        return f"({' OR '.join(probes)})"


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
class Rows:
    """Bounds on the columns of the row itself; all are inclusive, but for ``seq_after``."""

    sort_key_from: str | None = None
    sort_key_to: str | None = None
    sort_key_before: str | None = None
    seq_after: int | None = None
    ids: tuple[str, ...] | None = None

    def test(self, sql: Sql, alias: str = "t", *, in_order_of: str | None = None) -> str:
        """Return the condition on the row; with ``in_order_of`` it lets an index be used on that column only."""
        tests = [
            f"{self._operand(alias, column, in_order_of)} {operator} {sql.bind(value)}"
            for column, operator, value in (
                ("sort_key", ">=", self.sort_key_from),
                ("sort_key", "<=", self.sort_key_to),
                ("sort_key", "<", self.sort_key_before),
                ("seq_from", ">", self.seq_after),
            )
            if value is not None
        ]
        if self.ids is not None:
            tests.append(f"{alias}.id IN ({sql.bind_all(self.ids)})" if self.ids else "1 = 0")
        return " AND ".join(tests) or "1 = 1"

    def beyond(self, column: str, place: Any, *, descending: bool) -> Rows:
        """Return the bounds without those that every row after a place in the order of this column keeps.

        An index scan begins at one bound: beside the older one, the place would be tried on each row up to it.
        """
        if column == "seq_from" and not descending and self.seq_after is not None and place >= self.seq_after:
            return replace(self, seq_after=None)
        if column != "sort_key":
            return self
        if not descending:
            return replace(self, sort_key_from=None) if place >= (self.sort_key_from or "") else self
        kept = (
            self if self.sort_key_to is None or place > self.sort_key_to else replace(self, sort_key_to=None)
        )
        passed = self.sort_key_before is not None and place < self.sort_key_before
        return replace(kept, sort_key_before=None) if passed else kept

    def up_to(self, column: str, *, descending: bool) -> Rows:
        """Return the bounds without those that every row up to a place within them, in order of this column, keeps."""
        if column == "seq_from":
            return replace(self, seq_after=None) if descending else self
        if column != "sort_key":
            return self
        if descending:
            return replace(self, sort_key_from=None)
        return replace(self, sort_key_to=None, sort_key_before=None)

    def only(self, column: str) -> Rows:
        """Return the bounds on this column."""
        if column == "sort_key":
            return replace(self, seq_after=None, ids=None)
        return Rows(seq_after=self.seq_after) if column == "seq_from" else Rows()

    def but(self, column: str) -> Rows:
        """Return the bounds on other columns than this, on which a scan in its order can only filter."""
        if column == "sort_key":
            return Rows(seq_after=self.seq_after, ids=self.ids)
        return replace(self, seq_after=None) if column == "seq_from" else self

    @staticmethod
    def _operand(alias: str, column: str, in_order_of: str | None) -> str:
        if in_order_of in (None, column):
            return f"{alias}.{column}"
        return f"{alias}.seq_from + 0" if column == "seq_from" else f"{alias}.{column} || ''"


class Condition(Protocol):
    """What a list may ask of a record."""

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        ...
