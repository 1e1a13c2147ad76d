"""Where the words of a question stand in a text, compared as the index compares them: folded, in parts and joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from service.records.index.conditions import Word, Words
from service.records.index.indexing import APOSTROPHES, HYPHENS, LONGEST_WORD
from service.records.schemas.names import fold

# What stands between two ASCII separators folds by itself.
_PIECE = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+")
_WORD = re.compile(r"[^\W_]+")


class Match(NamedTuple):
    """A word of the question in a text: the half-open range of its characters, and which word it is."""

    start: int
    end: int
    word: Word


def asked_for(words: Words) -> tuple[Word, ...]:
    """Return every word that may answer a question."""
    spelled = (word for ways in words.spelled for way in ways for word in way)
    return tuple(dict.fromkeys((*words.words, *spelled)))


def are_held(words: Words, present: Collection[str]) -> bool:
    """Tell whether these folded words meet the condition."""

    def held(word: Word) -> bool:
        text, prefix = word
        return any(each.startswith(text) for each in present) if prefix else text in present

    return all(map(held, words.words)) and all(
        any(all(map(held, way)) for way in ways) for ways in words.spelled
    )


def matches(text: str, asked: Iterable[Word]) -> list[Match]:
    """Return where these words stand in a text, in order; a range may lie within another."""
    wanted = tuple(asked)
    found = {
        Match(places[start], places[end - 1] + 1, word)
        for spelling, places in _spelled(text)
        for start, end, folded in _words(spelling, wanted)
        for word in wanted
        if _is(folded, word)
    }
    return sorted(found)


def _is(folded: str, word: Word) -> bool:
    text, prefix = word
    return folded[:LONGEST_WORD].startswith(text) if prefix else folded[:LONGEST_WORD] == text


def _spelled(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the spellings that are indexed, with the place of each character in the text."""
    places: Sequence[int] = range(len(text))
    yield text, places
    for left_out in (APOSTROPHES, HYPHENS):
        if left_out.search(text):
            places = [
                place for place, character in zip(places, text, strict=True) if not left_out.match(character)
            ]
            text = left_out.sub("", text)
            yield text, places


def _words(text: str, wanted: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and folded form of the words of those pieces of a text that may hold one that is wanted."""
    for piece in _PIECE.finditer(text):
        written, at = piece[0], piece.start()
        folded = written.lower() if written.isascii() else fold(written)
        if not any(word in folded for word, _ in wanted):
            continue
        if written.isascii():
            yield at, piece.end(), folded
            continue
        clusters = _clusters(written)
        origin = [number for number, (_, _, form) in enumerate(clusters) for _ in form]
        for word in _WORD.finditer("".join(form for _, _, form in clusters)):
            first, last = clusters[origin[word.start()]], clusters[origin[word.end() - 1]]
            yield at + first[0], at + last[1], word[0]


def _clusters(text: str) -> list[tuple[int, int, str]]:
    """Cut a text where folding does not reach across: start, end and folded form of what lies between.

    Hangul written in letters (jamo) folds to syllables, and marks go with the letter before them.
    """
    starts: list[int] = []
    for place, character in enumerate(text):
        if not starts or not _goes_with(text[starts[-1] : place], character):
            starts.append(place)
    ends = [*starts[1:], len(text)]
    return [(start, end, _folded(text[start:end])) for start, end in zip(starts, ends, strict=True)]


@lru_cache(maxsize=16384)
def _goes_with(before: str, character: str) -> bool:
    alone = _folded(character)
    if not alone or unicodedata.combining(unicodedata.normalize("NFKD", character)[0]):
        return True
    return _folded(before + character) != _folded(before) + alone


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    """Return a text folded, spaces at its ends kept."""
    return fold(f"0{text}0")[1:-1]
