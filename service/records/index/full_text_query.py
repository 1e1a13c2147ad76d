"""What callers write in ``q``: words, ``"phrases"``, ``prefixes*`` and ``-exclusions``, as conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.records.index.analysis import (
    JOINERS,
    LONGEST_WORD,
    Compound,
    Piece,
    compounds,
    joined_stems,
    prepare,
)
from service.records.index.word_conditions import WHOLE_MARK, Clause, Sequence, Words

_QUOTES = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c-\u300f\u301d-\u301f\uff02]")
_PART = re.compile(rf'(?P<minus>(?<!\S){JOINERS.pattern}+(?=\S))?(?:"(?P<phrase>[^"]*)"|(?P<words>[^\s"]+))')


class NoWords(ValueError):
    """A query in which there is no word to look for."""


@dataclass(frozen=True)
class FullTextQuery:
    """Words to look for, what must not be there, and these words as a name of their own."""

    words: Words
    excluded: tuple[Words, ...] = ()
    whole: Words | None = None

    @classmethod
    def parse(cls, query: str) -> FullTextQuery:
        """Return what a query asks for; a quotation mark without another is passed over.

        Raises ``NoWords`` where there is nothing to look for, with what to do.
        """
        wanted: dict[Clause, None] = {}
        excluded: dict[Clause, None] = {}
        for part in _PART.finditer(_balanced(query)):
            clauses = excluded if part["minus"] else wanted
            if part["phrase"] is None:
                clauses.update(dict.fromkeys(_clauses_of_words(part["words"])))
            elif clause := _clause_of_phrase(part["phrase"]):
                clauses[clause] = None
        if not wanted and excluded:
            raise NoWords("Only tells what to leave out. Add a word to look for, without '-' before it.")
        if not wanted:
            raise NoWords("Must hold at least one letter or digit.")
        without = tuple(Words((clause,)) for clause in excluded)
        return cls(Words(tuple(wanted)), without, None if without else whole_name(query))


def whole_word(name: str) -> str:
    """Return the word that stands for the whole of a name, however it is put apart; empty where it is too long."""
    joined = joined_stems(name)
    return f"{WHOLE_MARK}{joined}" if 0 < len(joined) <= LONGEST_WORD else ""


def whole_name(query: str) -> Words | None:
    """Return the condition that one of the record's names is this text; ``None`` where none can be."""
    word = whole_word(query)
    return Words(((((word, False),),),)) if word else None


def _balanced(query: str) -> str:
    """Return a query with all quotation marks alike, and without the last of an odd number."""
    query = _QUOTES.sub('"', query)
    if query.count('"') % 2:
        before, _, after = query.rpartition('"')
        return f"{before}{' ' if before and before[-1].isalnum() else ''}{after}"
    return query


def _clauses_of_words(text: str) -> Iterator[Clause]:
    prepared = prepare(text)
    for start, compound in compounds(prepared):
        is_prefix = prepared.startswith("*", start + compound.pieces[-1].end)
        if clause := _clause(_ways([compound]), is_prefix=is_prefix):
            yield clause


def _clause_of_phrase(text: str) -> Clause | None:
    return _clause(_ways([compound for _, compound in compounds(prepare(text))]))


def _ways(parts: list[Compound]) -> Iterator[list[Piece]]:
    """Yield the pieces of compounds that stand one after the other, in parts and joined."""
    yield [piece for compound in parts for piece in compound.pieces]
    if any(compound.joins for compound in parts):
        yield [piece for compound in parts for piece in _joined(compound)]


def _joined(compound: Compound) -> list[Piece]:
    pieces: list[Piece] = list(compound.pieces)
    for first, after, word in reversed(compound.joins):
        pieces[first:after] = [word]
    return pieces


def _clause(ways: Iterator[list[Piece]], *, is_prefix: bool = False) -> Clause | None:
    found: dict[Sequence, None] = {}
    for pieces in ways:
        whole = pieces[:-1] if is_prefix else pieces
        words = [(piece.stem, False) for piece in whole if piece.stem]
        if is_prefix:
            words.append((pieces[-1].written, True))
        if words:
            found[tuple(words)] = None
    return tuple(found) or None
