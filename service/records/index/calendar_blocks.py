"""Which dates overlap a range, as terms: the days, months, years and centuries that dates and ranges are made of.

Dates are cut into the fewest blocks that hold exactly their days: "2018" is one, "2018-06-11/2018-06-12" are two. A
date overlaps a range where a block of the one is, holds or lies within a block of the other. So a date has a term for
each of its blocks, and one for each longer block around them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

# The fields of terms: blocks whose days a date has all, and blocks of which it has some.
WHOLE, PART = "days", "days_within"
# How much of an ISO date the blocks around it have in common: its century, year and month; a day is all of it.
_LENGTHS = (2, 4, 7)


def terms_of_dates(first: str, last: str) -> Iterator[tuple[str, str]]:
    """Yield the terms of the dates from one ISO date to another; some come twice."""
    for block in blocks_between(first, last):
        yield WHOLE, block
        for around in _around(block):
            yield PART, around


def terms_overlapping(first: str, last: str) -> Iterator[tuple[str, str]]:
    """Yield terms of which all dates have one that overlap those from one ISO date to another; some come twice."""
    for block in blocks_between(first, last):
        yield PART, block
        yield WHOLE, block
        for around in _around(block):
            yield WHOLE, around


def terms_holding(day: str) -> Iterator[tuple[str, str]]:
    """Yield the terms of which all dates have one, and one only, that hold a day."""
    for block in (*_around(day), day):
        yield WHOLE, block


def blocks_between(first: str, last: str) -> Iterator[str]:
    """Yield the fewest blocks, in order, that hold exactly the days from one ISO date to another."""
    day, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    while day <= end:
        block, after = next(each for each in _beginning_on(date.fromordinal(day)) if each[1] <= end + 1)
        yield block
        day = after


def _around(block: str) -> tuple[str, ...]:
    return tuple(block[:length] for length in _LENGTHS if length < len(block))


def _beginning_on(day: date) -> Iterator[tuple[str, int]]:
    """Yield the blocks that begin with a day, the longest first, with the ordinal of the day after each."""
    iso, century = day.isoformat(), day.year // 100
    if (day.month, day.day) == (1, 1):
        # There is no year 0.
        if day.year in (1, century * 100):
            yield iso[:2], date(century * 100 + 99, 12, 31).toordinal() + 1
        yield iso[:4], date(day.year, 12, 31).toordinal() + 1
    if day.day == 1:
        yield iso[:7], day.toordinal() + monthrange(day.year, day.month)[1]
    yield iso, day.toordinal() + 1
