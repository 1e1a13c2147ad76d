"""Which dates overlap a range, as terms: a segment tree over days, so that a long interval needs no scan.

A record overlaps ``[from, to]`` when its earliest day lies in the range, which is a range of sort keys, or when it
began before and had not ended on ``from``. For the second, the days after the first are cut into the few aligned
blocks of 2^n days that cover them exactly; ``from`` lies in one block of each size, and in at most one of a record's.
(de Berg et al., Computational Geometry, 10.3: segment trees.)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

# 2^22 days are more than the 3,652,059 that end with the year 9999.
_LEVELS = 22


def blocks_after_first_day(earliest: str, latest: str) -> Iterator[str]:
    """Yield the blocks that cover the days after ``earliest`` up to ``latest`` (ISO dates); none for one day."""
    start = date.fromisoformat(earliest).toordinal() + 1
    stop = date.fromisoformat(latest).toordinal() + 1
    level = 0
    while start < stop:
        if start & 1:
            yield f"{level}.{start}"
            start += 1
        if stop & 1:
            stop -= 1
            yield f"{level}.{stop}"
        start, stop, level = start >> 1, stop >> 1, level + 1


def blocks_around(day: str) -> list[str]:
    """Return the blocks, one of each size, that hold this ISO date."""
    ordinal = date.fromisoformat(day).toordinal()
    return [f"{level}.{ordinal >> level}" for level in range(_LEVELS)]
