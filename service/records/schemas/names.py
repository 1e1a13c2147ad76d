"""Names folded, so that case, accents and what stands between words make no difference."""

from __future__ import annotations

import re
import unicodedata

# The blocks of combining diacritics. Other marks (Indic vowels, kana voicing) belong to their letters; the
# Greek iota subscript (U+0345) is a letter in capitals.
_ACCENTS = re.compile("[\u0300-\u0344\u0346-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# Whitespace, hyphens and dashes, and all that is typed for the apostrophe of romanised Korean (Tongch'ang).
_SEPARATORS = re.compile(
    "[\\s\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d'`\u00b4\u2018\u2019\u201b\u02b9-\u02bc\u02be\u02bf\uff07]+"
)


# Letters that no decomposition reaches, as people type them who do not have them.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
    }
)
# Shows nothing, and may be within a word: soft hyphen, zero width space, joiners, direction marks.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def fold(text: str) -> str:
    """Return a name in the form that names are compared and sorted by.

    Case folded, diacritics stripped (``Ł`` is ``l``, ``þ`` is ``th``), compatibility forms unified, invisible
    characters left out, separators (whitespace, hyphens, apostrophes) collapsed to one space. Hangul and other scripts
    come out whole, in NFC. Folding twice changes nothing.
    """
    if text.isascii():
        # Most text is, and then there is nothing to decompose.
        return _SEPARATORS.sub(" ", text.lower()).strip()
    # Folding case may yield new accents (``İ``), and decomposing new capitals (``℡``): twice makes it stable.
    text = _INVISIBLE.sub("", text)
    for _ in range(2):
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", _SEPARATORS.sub(" ", text).strip())
