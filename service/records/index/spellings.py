"""The words of names as they are written, not stemmed: in parts, and joined over apostrophes and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.records.index.analysis import APOSTROPHES, LONGEST_WORD
from service.records.schemas.names import fold

_HYPHENS = re.compile("[\\-\u2010\u2011\u2212\ufe63\uff0d]")
# One set of characters: searched several times as fast as one or the other.
_MARKS = re.compile(f"{APOSTROPHES.pattern[:-1]}{_HYPHENS.pattern[1:]}")
_NOT_WORD = re.compile(r"[\W_]+")
# What ASCII is folded to: letters in lower case and digits, blanks for all that is beside words.
_FOLDED = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))


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
