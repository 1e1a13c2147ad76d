"""The words of a text, for the index, for queries and for highlights alike.

A *compound* is what stands between blanks and most punctuation (``Hwasong-17``, ``D.P.R.K.``, ``ICBM급``,
``partially_dismantled``). It is cut into *pieces*, each of letters, of digits or of Hangul; what is found by a piece is
its stem. Pieces joined by hyphens or middle dots are found as one word too (``longrange``, ``한미``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from service.records.index import english, korean
from service.records.schemas.names import fold

# PostgreSQL's text search takes words up to 2,047 bytes; no word of any language comes near.
LONGEST_WORD = 100
# Between the texts of a record, so that no phrase reaches from one into the next; no word.
BOUNDARY = "."
APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u201b\u02b9-\u02bc\u02be\u02bf\uff07]")
# Hyphens, and the middle dots of Korean (한·미).
JOINERS = re.compile("[\\-\u2010\u2011\u2212\ufe63\uff0d\u00b7\u2022\u2027\u22c5\u30fb\u318d\uff65]")
# What ASCII is prepared to: letters in lower case, digits and dots; joiners are ``_``, apostrophes are gone.
_ASCII = {
    code: None
    if APOSTROPHES.match(chr(code))
    else "_"
    if JOINERS.match(chr(code))
    else chr(code).lower()
    if chr(code).isalnum() or chr(code) in "._*"
    else " "
    for code in range(128)
}
_COMPOUND = re.compile(r"[^\W_]+(?:(?:\._?|_)[^\W_]+)*")
_PIECE = re.compile(
    r"(?<![^\W_])[a-z](?:\.[a-z])+(?![^\W_])"
    "|\\d+|[\uac00-\ud7a3]+|[^\\W\\d_\uac00-\ud7a3]+"
)


class Piece(NamedTuple):
    """A word as it is written, its stem, which may be empty, and its half-open range in its compound."""

    start: int
    end: int
    written: str
    stem: str


class Join(NamedTuple):
    """Pieces that joiners make one word, from ``first`` up to but without ``after``, and that word."""

    first: int
    after: int
    word: Piece


class Compound(NamedTuple):
    """Pieces that are written together, in order; their stems; what else is found by; and the runs that are joined."""

    pieces: tuple[Piece, ...]
    stems: tuple[str, ...]
    others: tuple[str, ...]
    joins: tuple[Join, ...]


def prepare(text: str) -> str:
    """Return a text folded for ``compounds``: joiners are ``_``, apostrophes are gone."""
    if text.isascii():
        # Most text is, and then this is a tenth of the work.
        return text.translate(_ASCII)
    return fold(APOSTROPHES.sub("", JOINERS.sub("_", text)))


def compounds(prepared: str) -> Iterator[tuple[int, Compound]]:
    """Yield where the compounds of a prepared text begin, and the compounds."""
    for found in _COMPOUND.finditer(prepared):
        yield found.start(), _compound(found[0])


def words_of(texts: Iterable[str]) -> list[str]:
    """Return all that these texts are found by.

    First the stems of each in order, a ``BOUNDARY`` after each text; then, each between two, words as they are written,
    which prefixes find, and joined ones.
    """
    stems: list[str] = []
    others: dict[str, None] = {}
    for text in texts:
        for written in _COMPOUND.findall(prepare(text)):
            compound = _compound(written)
            stems += compound.stems
            if compound.others:
                others.update(dict.fromkeys(compound.others))
        stems.append(BOUNDARY)
    for each in others:
        stems += (each, BOUNDARY)
    return stems


def joined_stems(text: str) -> str:
    """Return the stems of a text as one word: the same, however it is put apart."""
    return "".join(stem for _, compound in compounds(prepare(text)) for stem in compound.stems)


@lru_cache(maxsize=16_384)
def _compound(written: str) -> Compound:
    pieces = tuple(_pieces(written))
    joins = tuple(_joins(written, pieces)) if "_" in written else ()
    others = [piece.written for piece in pieces if piece.written != piece.stem]
    others += (form for join in joins for form in (join.word.stem, join.word.written))
    stems = tuple(piece.stem for piece in pieces if piece.stem)
    return Compound(pieces, stems, tuple(dict.fromkeys(others)), joins)


def _pieces(compound: str) -> Iterator[Piece]:
    last = -1
    for found in _PIECE.finditer(compound):
        written = found[0].replace(".", "")[:LONGEST_WORD]
        is_attached = found.start() == last
        last = found.end()
        yield Piece(found.start(), last, written, _stem(written, is_attached=is_attached))


def _joins(compound: str, pieces: tuple[Piece, ...]) -> Iterator[Join]:
    first = 0
    for number in range(1, len(pieces) + 1):
        if number < len(pieces) and _is_joined(compound, pieces[number - 1], pieces[number]):
            continue
        if number - first > 1:
            written = "".join(piece.written for piece in pieces[first:number])[:LONGEST_WORD]
            start, end = pieces[first].start, pieces[number - 1].end
            yield Join(first, number, Piece(start, end, written, _stem(written)))
        first = number


def _is_joined(compound: str, one: Piece, other: Piece) -> bool:
    """Tell whether two pieces, both without digits, are joined to one word."""
    between = compound[one.end : other.start]
    return between.endswith("_") and not one.written.isdecimal() and not other.written.isdecimal()


def _stem(written: str, *, is_attached: bool = False) -> str:
    if written.isascii():
        return english.stem(written) if written.isalpha() else written
    if "\uac00" <= written[-1] <= "\ud7a3":
        return korean.stem(written, is_attached=is_attached)
    return written
