"""Names by their words: the conditions that a caller's words make."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from service.records.index.conditions import AnyOf, NameWords
from service.records.index.name_terms import whole_name
from service.records.index.spellings import spellings, split_words
from service.records.index.word_conditions import Word


class MisplacedStar(Exception):
    """A ``*`` that does not end a word."""


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
