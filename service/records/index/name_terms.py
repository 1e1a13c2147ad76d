"""The words of names as they are written, not stemmed, and the terms by which a name is found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.records.index.analysis import APOSTROPHES, LONGEST_WORD
from service.records.schemas.names import fold

# A term must fit into a key of an index, 2,700 bytes on PostgreSQL. Words of the name as it is written come first.
_LONGEST_NAME = 500
_HYPHENS = re.compile("[\\-\u2010\u2011\u2212\ufe63\uff0d]")
# One set of characters: searched several times as fast as one or the other.
_MARKS = re.compile(f"{APOSTROPHES.pattern[:-1]}{_HYPHENS.pattern[1:]}")
_NOT_WORD = re.compile(r"[\W_]+")
# What ASCII is folded to: letters in lower case and digits, blanks for all that is beside words.
_FOLDED = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))


def same_name(field: str) -> str:
    """Return the field under which all words of each name in a field are one term."""
    return f"{field}.name"


def terms_of_name(field: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield a term for each word of a name in a field, and one for all its words."""
    for word in _words_of(name):
        yield field, word
    yield same_name(field), whole_name(name)


def whole_name(name: str) -> str:
    """Return all words of a name, in every spelling, with blanks between: the value of the one term of it all."""
    return " ".join(_words_of(name))[:_LONGEST_NAME]


def _words_of(name: str) -> list[str]:
    return list(dict.fromkeys(word for spelling in spellings(name) for word in split_words(spelling)))


def split_words(text: str) -> list[str]:
    """Return the folded words of a text: letters and digits of any script, accents and punctuation gone."""
    if text.isascii():
        # Most text is, and then this is a tenth of the work.
        words = text.translate(_FOLDED).split()
    else:
        words = [word for word in _NOT_WORD.split(fold(text)) if word]
    return [word[:LONGEST_WORD] for word in words]


def spellings(text: str) -> Iterator[str]:
    """Yield a text as it is, without its apostrophes, and without its hyphens too: where these change anything."""
    yield text
    if not _MARKS.search(text):
        return
    plain = APOSTROPHES.sub("", text)
    if plain != text:
        yield plain
    joined = _HYPHENS.sub("", plain)
    if joined != plain:
        yield joined
