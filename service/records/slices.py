"""Slices of a list, as words: all records whose place in an order begins alike share one.

A word that many records hold, but few of those that come next, is found in the full-text index by asking for it and the
slice: neither all that hold it nor all that come next are read. Slices are as fine as a day and as coarse as a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Literal

Order = Literal["sort_key", "id", "recorded_at"]

# How much of a place slices have in common, finest first: of a date (else a name), an id, a change number's digits.
LENGTHS: dict[Order, tuple[int, ...]] = {
    "sort_key": (10, 7, 4),
    "id": (22, 20, 18, 16, 14, 12, 10, 8),
    "recorded_at": (9, 8, 7),
}
_DIGITS = 12
# For private use in Unicode: a letter to both full-text indexes, but in no word that a caller can ask for.
_MARK = "\ue000"


def place_text(value: str | int) -> str:
    """Return what a place in an order begins with as text that sorts the same."""
    return value if isinstance(value, str) else f"{value:0{_DIGITS}}"


@lru_cache(maxsize=16_384)
def slice_word(record_type: str, order: Order, prefix: str) -> str:
    """Return the word of the slice of places that begin with ``prefix``, cut to one of the order's lengths."""
    # 64 bits: two slices of one word would mix what they hold.
    return f"{_MARK}{blake2b(f'{record_type} {order} {prefix}'.encode(), digest_size=8).hexdigest()}"


def slice_words(record_type: str, sort_key: str, record_id: str, seq: int) -> str:
    """Return the words of all slices that a record's revision is in, a space after each."""
    return "".join(f"{word} " for word in _slice_words(record_type, sort_key, record_id, seq))


def _slice_words(record_type: str, sort_key: str, record_id: str, seq: int) -> Iterator[str]:
    places: dict[Order, str] = {"sort_key": sort_key, "id": record_id, "recorded_at": place_text(seq)}
    for order, place in places.items():
        yield from dict.fromkeys(slice_word(record_type, order, place[:length]) for length in LENGTHS[order])


def bound_beyond(prefix: str, order: Order, length: int, *, descending: bool) -> str | int:
    """Return the place that all places after a slice lie beyond: below it descending, above it ascending."""
    if order == "recorded_at":
        return int(prefix.ljust(_DIGITS, "0" if descending else "9"))
    # A place that is shorter than its slice's prefix might be is alone in the slice.
    return prefix if descending or len(prefix) < length else f"{prefix}\U0010ffff"
