"""The conditions of a list, each able to drive a scan, to be probed row by row, or both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from service.records.index.sql import Sql, no_semijoin

# More values than this are probed instead of merged from one scan each: SQLite takes 500 scans in one query, and a list
# at an older change makes two of each.
MERGED_VALUES = 200


class Condition(Protocol):
    """What a list may ask of a record."""

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``."""
        ...


@dataclass(frozen=True)
class AnyOf:
    """The record has one of these terms, each a field and a value."""

    terms: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, field: str, values: Iterable[str]) -> AnyOf:
        """Return the condition that the record has one of these values in this field."""
        return cls(tuple((field, value) for value in values))

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``."""
        if not self.terms:
            return "1 = 0"
        fields: dict[str, list[str]] = {}
        for field, value in self.terms:
            fields.setdefault(field, []).append(value)
        wanted = " OR ".join(
            f"p.field = {sql.bind(field)} AND p.value {self._among(sql, values)}"
            for field, values in fields.items()
        )
        return (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.type = :type AND ({wanted}) AND p.id = t.id "
            f"AND p.seq_from = t.seq_from AND {sql.held('p', partition)}{no_semijoin(sql)})"
        )

    @staticmethod
    def _among(sql: Sql, values: list[str]) -> str:
        """Return the condition to be one of these values; those that may be too many to bind are bound as one."""
        return sql.among(values) if len(values) > MERGED_VALUES else f"IN ({sql.bind_all(tuple(values))})"


@dataclass(frozen=True)
class Not:
    """The record does not meet a condition; it never drives a scan."""

    condition: Condition

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``."""
        return f"NOT {self.condition.probe(sql, partition)}"


@dataclass(frozen=True)
class AllOf:
    """The record meets every one of these conditions: a branch of ``OneOf``."""

    conditions: tuple[Condition, ...]

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``."""
        return f"({' AND '.join(each.probe(sql, partition) for each in self.conditions)})"


@dataclass(frozen=True)
class OneOf:
    """The record meets one of these conditions, each an ``AnyOf`` or an ``AllOf``."""

    branches: tuple[AnyOf | AllOf, ...]

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``."""
        return f"({' OR '.join(each.probe(sql, partition) for each in self.branches) or '1 = 0'})"


def driver_of(condition: Condition) -> AnyOf | None:
    """Return terms of which all records have one that meet a condition; ``None`` where none are known."""
    if isinstance(condition, OneOf):
        first = [each.conditions[0] if isinstance(each, AllOf) else each for each in condition.branches]
        terms = [each.terms for each in first if isinstance(each, AnyOf)]
        return AnyOf(tuple(dict.fromkeys(chain(*terms)))) if len(terms) == len(first) else None
    return condition if isinstance(condition, AnyOf) else None


def either(own: Sequence[Condition], field: str, ids: Sequence[str]) -> list[Condition]:
    """Return the conditions that a record meets all of its ``own``, or names one of these records in a field."""
    if not ids:
        return list(own)
    naming, first = AnyOf.of(field, ids), own[0]
    if len(own) == 1 and isinstance(first, AnyOf):
        return [AnyOf((*first.terms, *naming.terms))]
    return [OneOf((AllOf(tuple(own)), naming))]


@dataclass(frozen=True)
class ConditionRows:
    """Bounds on the columns of the row itself; all are inclusive, but for ``seq_after``."""

    sort_key_from: str | None = None
    sort_key_to: str | None = None
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
                ("seq_from", ">", self.seq_after),
            )
            if value is not None and column != but
        ]
        if self.ids is not None:
            tests.append(f"t.id IN ({sql.bind_all(self.ids)})" if self.ids else "1 = 0")
        return " AND ".join(tests)


def _unindexed(column: str) -> str:
    """Return a column of the row ``t`` as an expression that no index is used for.

    Both planners would rather read all that lies within a bound, and sort it, than go by the order of the page.
    """
    return "t.seq_from + 0" if column == "seq_from" else f"t.{column} || ''"
