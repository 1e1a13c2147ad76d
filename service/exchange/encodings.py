"""The encoding of what is imported: UTF-8, with or without a byte order mark; others are named in the error."""

from __future__ import annotations

import codecs

# The longer marks first: UTF-32's begins as UTF-16's does.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def other_encoding(start: bytes) -> str | None:
    """Return the name of the encoding that a text begins to be in, ``None`` where it may be UTF-8.

    Without a byte order mark, UTF-16 is told by the NUL in one of its first two bytes.
    """
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    return "UTF-16" if start[:2].count(b"\0") == 1 else None


def without_mark(start: bytes) -> bytes:
    """Return a text without UTF-8's byte order mark, which spreadsheets and some editors write."""
    return start.removeprefix(codecs.BOM_UTF8)


def save_as_utf8(what: str, encoding: str) -> str:
    """Return what to tell who sent another encoding."""
    return f"The {what} is in {encoding}: save it as UTF-8 and send it again."
