"""The encoding of imports: UTF-8, with or without a byte order mark; the error for another encoding names it."""

from __future__ import annotations

import codecs

# The longer marks come first, because a UTF-32 mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def other_encoding(start: bytes) -> str | None:
    """Return the name of the encoding that the start of a text is in, ``None`` if it may be UTF-8.

    UTF-16 without a byte order mark is recognised by a NUL in one of its first two bytes.
    """
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    return "UTF-16" if start[:2].count(b"\0") == 1 else None


def without_mark(start: bytes) -> bytes:
    """Return a text without UTF-8's byte order mark, which spreadsheets and some editors write."""
    return start.removeprefix(codecs.BOM_UTF8)


def save_as_utf8(what: str, encoding: str) -> str:
    """Return the error text for content in another encoding."""
    return f"The {what} is in {encoding}: save it as UTF-8 and send it again."
