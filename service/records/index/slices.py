"""Slices of a list: all records whose place in an order begins alike are in one.

A word that many records hold, but few of those that come next, is found in the full-text index by asking for it and the
slice: neither all that hold it nor all that come next are read. Slices are as fine as a day and as coarse as a year.
Slices of dates are terms too, so that a range of dates is a few of them in any order.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Literal

Order = Literal["sort_key", "id", "recorded_at"]

# How much of a place slices have in common, finest first: of a date (else a name), an id, a change number's digits.
LENGTHS: dict[Order, tuple[int, ...]] = {
    "sort_key": (10, 7, 4, 2),
    "id": (22, 20, 18, 16, 14, 12, 10, 8),
    "recorded_at": (9, 8, 7, 6),
}
_DIGITS = 12


def place_text(value: str | int) -> str:
    """Return what a place in an order begins with as text that sorts the same."""
    return value if isinstance(value, str) else f"{value:0{_DIGITS}}"


def slices_of(order: Order, place: str | int) -> Iterator[tuple[str, str]]:
    """Yield the slices that a place is in, as terms: the order and what its places begin with."""
    whole = place_text(place)
    for length in LENGTHS[order]:
        yield order, whole[:length]


def bound_beyond(prefix: str, order: Order, length: int, *, descending: bool) -> str | int:
    """Return the place that all places after a slice lie beyond: below it descending, above it ascending."""
    if order == "recorded_at":
        return int(prefix.ljust(_DIGITS, "0" if descending else "9"))
    # A place that is shorter than its slice's prefix might be is alone in the slice.
    return prefix if descending or len(prefix) < length else f"{prefix}\U0010ffff"


def slices_between(first: str, last: str) -> Iterator[str]:
    """Yield the fewest slices, in order, that hold exactly the days from one ISO date to another."""
    day, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    while day <= end:
        prefix, after = next(each for each in _beginning_on(date.fromordinal(day)) if each[1] <= end + 1)
        yield prefix
        day = after


def _beginning_on(day: date) -> Iterator[tuple[str, int]]:
    """Yield the slices that begin with a day, the longest first, with the ordinal of the day after each."""
    iso, century = day.isoformat(), day.year // 100
    if (day.month, day.day) == (1, 1):
        # There is no year 0.
        if day.year in (1, century * 100):
            yield iso[:2], date(century * 100 + 99, 12, 31).toordinal() + 1
        yield iso[:4], date(day.year, 12, 31).toordinal() + 1
    if day.day == 1:
        yield iso[:7], day.toordinal() + monthrange(day.year, day.month)[1]
    yield iso, day.toordinal() + 1


def thousands_between(first: int, last: int) -> Iterator[str]:
    """Yield the fewest slices, in order, that hold these change numbers; the first and the last may hold others."""
    finest, coarsest = LENGTHS["recorded_at"][0], LENGTHS["recorded_at"][-1]
    here, end = first // 1000, last // 1000
    while here <= end:
        power = next(
            n for n in range(finest - coarsest, -1, -1) if here % 10**n == 0 and here + 10**n <= end + 1
        )
        yield f"{here // 10**power:0{finest - power}}"
        here += 10**power
