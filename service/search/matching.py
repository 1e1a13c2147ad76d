"""Where the words of a query stand in a text, compared as the index compares them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from service.records.index.analysis import APOSTROPHES, JOINERS, Piece, compounds, prepare
from service.records.index.word_conditions import Sequence, Word, Words
from service.records.schemas.names import fold

# What stands between two ASCII separators folds by itself.
_RUN = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+|[\x00-/:-@\[-`{-\x7f]+")


class Match(NamedTuple):
    """What a query asks for in a text: the half-open range of its characters, and the number of the clause."""

    start: int
    end: int
    clause: int


def matches(text: str, words: Words) -> list[Match]:
    """Return where what a query asks for stands in a text, in order; a range may lie within another."""
    found = set(_found(prepare(text), words))
    if not found or (text.isascii() and not APOSTROPHES.search(text)):
        # Each character was made of the one in its place.
        return sorted(found)
    prepared, places = _with_places(text)
    return sorted(
        {
            Match(places[start][0], places[end - 1][1], clause)
            for start, end, clause in _found(prepared, words)
        }
    )


def _found(prepared: str, words: Words) -> Iterator[Match]:
    """Yield what is found in a prepared text."""
    parts = list(compounds(prepared))
    pieces = [(start, piece) for start, compound in parts for piece in compound.pieces]
    joined = [(start, join.word) for start, compound in parts for join in compound.joins]
    in_order = [(start, piece) for start, piece in pieces if piece.stem]
    for number, clause in enumerate(words.clauses):
        for way in clause:
            if len(way) == 1:
                for start, piece in chain(pieces, joined):
                    if _is(piece, way[0]):
                        yield Match(start + piece.start, start + piece.end, number)
            else:
                for start, end in _sequences(in_order, way):
                    yield Match(start, end, number)


def _is(piece: Piece, word: Word) -> bool:
    text, is_prefix = word
    if is_prefix:
        return piece.written.startswith(text) or piece.stem.startswith(text)
    return text in (piece.stem, piece.written)


def _sequences(pieces: list[tuple[int, Piece]], way: Sequence) -> Iterator[tuple[int, int]]:
    """Yield the ranges of pieces, given with where their compounds begin, that are these words in this order."""
    *before, (last, is_prefix) = way
    stems = [word for word, _ in before]
    for number in range(len(pieces) - len(before)):
        run = [piece.stem for _, piece in pieces[number : number + len(before) + 1]]
        if run[:-1] == stems and (run[-1].startswith(last) if is_prefix else run[-1] == last):
            (first_at, first), (last_at, end) = pieces[number], pieces[number + len(before)]
            yield first_at + first.start, last_at + end.end


def _with_places(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text prepared, and for each character the half-open range in the text that it was made of."""
    kept = [place for place, character in enumerate(text) if not APOSTROPHES.match(character)]
    plain = JOINERS.sub("_", APOSTROPHES.sub("", text))
    prepared: list[str] = []
    places: list[tuple[int, int]] = []
    for run in _RUN.finditer(plain):
        written, at = run[0], run.start()
        if written.isascii():
            prepared.append(written.lower())
            places += ((kept[place], kept[place] + 1) for place in range(at, run.end()))
        else:
            for start, end, folded in _clusters(written):
                prepared.append(folded)
                places += [(kept[at + start], kept[at + end - 1] + 1)] * len(folded)
    return "".join(prepared), places


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
