"""Slices: days and change numbers that lie between two are in exactly one slice between them, others in none."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.public_days import NEVER, slices_of_public, slices_until
from service.records.index.slices import place_text, slices_between, thousands_between

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
CHANGES = st.integers(0, 10**8)


@given(DAYS, DAYS, DAYS)
def test_a_day_is_in_one_slice_of_a_range_that_holds_it_and_in_none_of_another(
    one: date, other: date, day: date
) -> None:
    first, last = sorted((one, other))
    slices = list(slices_between(first.isoformat(), last.isoformat()))
    assert sum(day.isoformat().startswith(each) for each in slices) == (first <= day <= last)


@given(DAYS, st.integers(0, 40_000))
def test_a_range_is_few_slices(first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    # Days and months on both sides, years of two centuries, and a century or so.
    assert len(list(slices_between(first.isoformat(), last.isoformat()))) <= 2 * (30 + 11 + 99) + 2


def test_slices_are_as_long_as_they_can_be() -> None:
    assert list(slices_between("1899-12-31", "2003-02-02")) == [
        "1899-12-31", "19", "2000", "2001", "2002", "2003-01", "2003-02-01", "2003-02-02",
    ]  # fmt: skip
    assert list(slices_between("0001-01-01", "0099-12-31")) == ["00"]
    assert list(slices_between("2018-03-02", "2018-03-01")) == []


@given(CHANGES, CHANGES, CHANGES)
def test_a_change_is_in_one_slice_of_a_range_of_thousands_that_holds_it(
    one: int, other: int, change: int
) -> None:
    first, last = sorted((one, other))
    held = sum(place_text(change).startswith(each) for each in thousands_between(first, last))
    assert held == (first // 1000 <= change // 1000 <= last // 1000)


@given(DAYS, DAYS)
def test_what_was_public_by_the_end_of_a_month_is_in_one_slice_until_a_day_of_it(
    until: date, day: date
) -> None:
    slices = list(slices_until(until.isoformat()))
    held = len(set(slices) & set(slices_of_public(day.isoformat())))
    assert held == (day.isoformat()[:7] <= until.isoformat()[:7])
    assert len(slices) == len(set(slices)) <= 9 + 99 + 9 + 12


def test_what_never_was_public_is_in_no_slice() -> None:
    assert list(slices_of_public(NEVER)) == []
