"""Conditions on the words of a record: all or most of some, in any of its texts or in its names, or none of some."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from service.records.index.sql import Sql, no_semijoin

# Before a word that stands in a record's names. For private use in Unicode: a letter to both full-text indexes, but in
# no word that a caller can ask for.
NAME_MARK = "\ue001"
# Before the whole of a name, joined to one word; as private.
WHOLE_MARK = "\ue003"

Word = tuple[str, bool]
"""A word of the index; with ``True`` each that begins so."""
Sequence = tuple[Word, ...]
"""Words that stand one after the other; only the last can be the beginning of one."""
Clause = tuple[Sequence, ...]
"""Something that can be written in several ways, of which one is enough."""


@dataclass(frozen=True)
class Words:
    """The record's texts hold all of these clauses, or with ``least`` at least so many."""

    clauses: tuple[Clause, ...]
    least: int | None = None

    @property
    def has_sequences(self) -> bool:
        """Whether it asks for words that stand one after the other, of which a full-text index does not know."""
        return any(len(sequence) > 1 for clause in self.clauses for sequence in clause)

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word that can be what the condition finds."""
        return tuple(dict.fromkeys(word for clause in self.clauses for way in clause for word in way))

    def in_names(self) -> Words:
        """Return the condition that the record's names hold these clauses."""
        marked = (
            tuple(tuple((f"{NAME_MARK}{word}", prefix) for word, prefix in way) for way in clause)
            for clause in self.clauses
        )
        return Words(tuple(marked), self.least)

    def and_also(self, other: Words) -> Words:
        """Return the condition that both hold, of which neither is content with less than all its clauses."""
        assert self.least is None
        assert other.least is None
        return Words((*self.clauses, *other.clauses))

    def put(self, one: Callable[[Word], str], both: str, either: str) -> str:
        """Return the condition for a full-text index, in a language that has parentheses and these two operators.

        It is met by all that meet the condition; by others only where that asks for sequences.
        """
        clauses = [
            f"({either.join(f'({both.join(map(one, way))})' for way in clause)})" for clause in self.clauses
        ]
        if self.least is None:
            return both.join(clauses)
        return f"({either.join(f'({both.join(some)})' for some in combinations(clauses, self.least))})"

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``; words hold letters and digits only, so no wildcard to escape."""

        def like(way: Sequence) -> str:
            return f"x.words LIKE {sql.bind(f'%{written(way)}%')}"

        clauses = [f"({' OR '.join(map(like, clause))})" for clause in self.clauses]
        held = (
            " AND ".join(clauses)
            if self.least is None
            else f"{' + '.join(f'CASE WHEN {clause} THEN 1 ELSE 0 END' for clause in clauses)} >= {self.least:d}"
        )
        return f"EXISTS (SELECT 1 FROM texts x WHERE x.seq_from = t.seq_from AND {held}{no_semijoin(sql)})"

    def are_held(self, indexed: str) -> bool:
        """Tell whether a text meets the condition that has a space before, between and after its words."""
        held = sum(any(written(way) in indexed for way in clause) for clause in self.clauses)
        return held >= (len(self.clauses) if self.least is None else self.least)


def written(way: Sequence) -> str:
    """Return how a sequence stands among words that have a space before, between and after each."""
    words = " ".join(word for word, _ in way)
    return f" {words}" if way[-1][1] else f" {words} "
