"""A condition that can be met in several ways, each of several terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.records.index.conditions import AnyOf, Condition
from service.records.index.sql import Sql


@dataclass(frozen=True)
class Alternative:
    """One way to meet ``OneOf``: the record meets ``every`` condition, and has no term of ``unless``."""

    every: tuple[Condition, ...]
    unless: tuple[tuple[str, str], ...] = ()

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        if any(isinstance(each, AnyOf) and not each.terms for each in self.every):
            return "1 = 0"
        tests = [each.probe(sql, arm) for each in self.every]
        if self.unless:
            tests.append(f"NOT {AnyOf(self.unless).probe(sql, arm)}")
        return f"({' AND '.join(tests)})"


@dataclass(frozen=True)
class OneOf:
    """The record meets one of these branches; it never drives a scan, ``driver`` is what does beside it."""

    branches: tuple[Alternative, ...]

    @classmethod
    def of(cls, branches: Iterable[Iterable[Alternative]]) -> OneOf:
        """Return the condition that one of all these branches is met."""
        return cls(tuple(branch for some in branches for branch in some))

    @property
    def driver(self) -> AnyOf:
        """The terms that the branches ask for first, one of which all records have that meet this condition.

        Each branch begins with an ``AnyOf``.
        """
        first = [each.every[0] for each in self.branches]
        return AnyOf(
            tuple(dict.fromkeys(term for each in first if isinstance(each, AnyOf) for term in each.terms))
        )

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        return f"({' OR '.join(each.probe(sql, arm) for each in self.branches)})"
