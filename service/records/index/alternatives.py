"""A condition that can be met in several ways, each of several terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.records.index.conditions import AnyOf
from service.records.index.sql import Sql


@dataclass(frozen=True)
class Branch:
    """One way to meet ``OneOf``: the record has a term of each of ``every``, and none of ``unless``."""

    every: tuple[AnyOf, ...]
    unless: tuple[tuple[str, str], ...] = ()

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        if not all(each.terms for each in self.every):
            return "1 = 0"
        tests = [each.probe(sql, arm) for each in self.every]
        if self.unless:
            tests.append(f"NOT {AnyOf(self.unless).probe(sql, arm)}")
        return f"({' AND '.join(tests)})"


@dataclass(frozen=True)
class OneOf:
    """The record meets one of these branches; it never drives a scan, ``driver`` is what does beside it."""

    branches: tuple[Branch, ...]

    @classmethod
    def of(cls, branches: Iterable[Iterable[Branch]]) -> OneOf:
        """Return the condition that one of all these branches is met."""
        return cls(tuple(branch for some in branches for branch in some))

    @property
    def driver(self) -> AnyOf:
        """The condition that each branch asks for first, which all records that meet this one meet."""
        return AnyOf(tuple(dict.fromkeys(term for each in self.branches for term in each.every[0].terms)))

    def probe(self, sql: Sql, arm: str) -> str:
        """Return the condition on the row ``t``."""
        return f"({' OR '.join(each.probe(sql, arm) for each in self.branches)})"
