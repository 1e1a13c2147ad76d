"""The words of a text, for the index, for queries and for highlights alike.

A *compound* is what stands between blanks and most punctuation (``Hwasong-17``, ``D.P.R.K.``, ``ICBM급``,
``partially_dismantled``). It is cut into *pieces*, each of letters, of digits or of Hangul; what is found by a piece is
its stem. Pieces joined by hyphens or middle dots are found as one word too (``longrange``, ``한미``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    """A word as it is written, its stem, which may be empty, and its half-open range in the prepared text."""

    start: int
    end: int
    written: str
    stem: str


class Compound(NamedTuple):
    """Pieces that are written together, in order, and the runs of them that joiners make one word.

    A join is the half-open range of its pieces, the word as it is written and its stem.
    """

    pieces: tuple[Piece, ...]
    joins: tuple[tuple[int, int, Piece], ...]


def prepare(text: str) -> str:
    """Return a text folded for ``compounds``: joiners are ``_``, apostrophes are gone."""
    if text.isascii():
        # Most text is, and then this is a tenth of the work.
        return text.translate(_ASCII)
    return fold(APOSTROPHES.sub("", JOINERS.sub("_", text)))


def compounds(prepared: str) -> Iterator[Compound]:
    """Yield the compounds of a prepared text."""
    for found in _COMPOUND.finditer(prepared):
        pieces = tuple(_pieces(prepared, found.start(), found.end()))
        yield Compound(pieces, tuple(_joins(prepared, pieces)) if "_" in found[0] else ())


def words_of(texts: Iterable[str]) -> list[str]:
    """Return all that these texts are found by.

    First the stems of each in order, a ``BOUNDARY`` after each text; then, each between two, words as they are written,
    which prefixes find, and joined ones.
    """
    stems: list[str] = []
    others: dict[str, None] = {}
    for text in texts:
        for compound in compounds(prepare(text)):
            for piece in compound.pieces:
                if piece.stem:
                    stems.append(piece.stem)
                if piece.written != piece.stem:
                    others[piece.written] = None
            for _, _, joined in compound.joins:
                others[joined.stem] = others[joined.written] = None
        stems.append(BOUNDARY)
    for each in others:
        stems += (each, BOUNDARY)
    return stems


def joined_stems(text: str) -> str:
    """Return the stems of a text as one word: the same, however it is put apart."""
    return "".join(piece.stem for compound in compounds(prepare(text)) for piece in compound.pieces)


def _pieces(prepared: str, start: int, end: int) -> Iterator[Piece]:
    last = -1
    for found in _PIECE.finditer(prepared, start, end):
        written = found[0].replace(".", "")[:LONGEST_WORD]
        is_attached = found.start() == last
        last = found.end()
        yield Piece(found.start(), last, written, _stem(written, is_attached=is_attached))


def _joins(prepared: str, pieces: tuple[Piece, ...]) -> Iterator[tuple[int, int, Piece]]:
    first = 0
    for number in range(1, len(pieces) + 1):
        if number < len(pieces) and _is_joined(prepared, pieces[number - 1], pieces[number]):
            continue
        if number - first > 1:
            written = "".join(piece.written for piece in pieces[first:number])[:LONGEST_WORD]
            start, end = pieces[first].start, pieces[number - 1].end
            yield first, number, Piece(start, end, written, _stem(written))
        first = number


def _is_joined(prepared: str, one: Piece, other: Piece) -> bool:
    """Tell whether two pieces, both without digits, are joined to one word."""
    between = prepared[one.end : other.start]
    return between.endswith("_") and not one.written.isdecimal() and not other.written.isdecimal()


def _stem(written: str, *, is_attached: bool = False) -> str:
    if written.isascii():
        return english.stem(written) if written.isalpha() else written
    if "\uac00" <= written[-1] <= "\ud7a3":
        return korean.stem(written, is_attached=is_attached)
    return written
