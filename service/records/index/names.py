"""Names by their words: the conditions that a caller's words make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.records.index.conditions import AnyOf
from service.records.index.name_terms import same_name, spellings, split_words, whole_name
from service.records.index.sql import Sql, no_semijoin
from service.records.index.word_conditions import Word


class MisplacedStar(Exception):
    """A ``*`` that does not end a word."""


@dataclass(frozen=True)
class NameWords:
    """One name of the record in this field holds all words of one of these ways to write it; it never drives a scan."""

    field: str
    ways: tuple[tuple[Word, ...], ...]

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``; words hold letters and digits only, so no wildcard to escape."""

        def like(word: Word) -> str:
            return f"' ' || p.value || ' ' LIKE {sql.bind(f'% {word[0]}%' if word[1] else f'% {word[0]} %')}"

        held = " OR ".join(f"({' AND '.join(map(like, way))})" for way in self.ways)
        return (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.seq_from = t.seq_from "
            f"AND p.field = {sql.bind(same_name(self.field))} AND {sql.held('p', partition)} "
            f"AND ({held}){no_semijoin(sql)})"
        )


def name_conditions(field: str, query: str) -> list[AnyOf | NameWords]:
    """Return the conditions that one name in a field holds all words of a text, in any order; [] where it has none.

    A word that ends in ``*`` stands for each that begins so. Raises ``MisplacedStar``.
    """
    ways = _ways(query)
    if not ways:
        return []
    whole = [[word for word, is_prefix in way if not is_prefix] for way in ways]
    conditions: list[AnyOf | NameWords] = []
    if len(ways) == 1:
        conditions += [AnyOf.of(field, (word,)) for word in dict.fromkeys(whole[0])]
    elif all(whole):
        # What any way needs: the rest is looked at name by name.
        conditions.append(AnyOf.of(field, dict.fromkeys(max(words, key=len) for words in whole)))
    if len(ways) > 1 or len(ways[0]) > 1 or not whole[0]:
        conditions.append(NameWords(field, ways))
    return conditions


def matches_name(query: str) -> Callable[[str], bool]:
    """Return the test that a name meets ``name_conditions`` of a text; none does where the text has no word."""
    wanted = [[f" {word}" if is_prefix else f" {word} " for word, is_prefix in way] for way in _ways(query)]

    def matches(name: str) -> bool:
        words = f" {whole_name(name)} "
        return any(all(word in words for word in way) for way in wanted)

    return matches


def _ways(query: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of a text in each way to write it that differs."""
    return tuple(dict.fromkeys(way for spelling in spellings(query) if (way := tuple(_words(spelling)))))


def _words(text: str) -> Iterator[Word]:
    for piece in text.split():
        start = piece.removesuffix("*")
        if "*" in start:
            raise MisplacedStar(piece)
        words = split_words(start)
        for number, word in enumerate(words, 1):
            yield word, number == len(words) and start != piece
