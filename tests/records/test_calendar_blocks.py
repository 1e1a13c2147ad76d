"""Dates overlap a range exactly where they share a term with it, and terms are few."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.calendar_blocks import (
    blocks_between,
    terms_holding,
    terms_of_dates,
    terms_overlapping,
)

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
# Near one another, so that there are blocks that touch, meet and hold each other.
NEAR = st.dates(date(1998, 11, 1), date(2001, 3, 1)).map(date.isoformat)
RANGES = st.tuples(DAYS, DAYS).map(sorted) | st.tuples(NEAR, NEAR).map(sorted)


@given(RANGES, RANGES)
def test_dates_share_a_term_with_a_range_where_they_overlap_it_and_only_there(
    one: list[str], other: list[str]
) -> None:
    shared = set(terms_of_dates(*one)) & set(terms_overlapping(*other))
    assert bool(shared) == (one[0] <= other[1] and other[0] <= one[1])


@given(RANGES, DAYS | NEAR)
def test_dates_have_one_term_of_a_day_that_they_hold_and_none_of_another(dates: list[str], day: str) -> None:
    shared = set(terms_of_dates(*dates)) & set(terms_holding(day))
    assert len(shared) == (dates[0] <= day <= dates[1])


@given(RANGES, DAYS | NEAR)
def test_a_day_is_in_one_block_of_a_range_that_holds_it_and_in_none_of_another(
    days: list[str], day: str
) -> None:
    held = sum(day.startswith(block) for block in blocks_between(*days))
    assert held == (days[0] <= day <= days[1])


def test_a_day_a_month_and_a_year_are_one_block_each() -> None:
    assert set(terms_of_dates("2018-06-12", "2018-06-12")) == {
        ("days", "2018-06-12"), ("days_within", "2018-06"), ("days_within", "2018"), ("days_within", "20"),
    }  # fmt: skip
    assert set(terms_of_dates("2018-01-01", "2018-12-31")) == {("days", "2018"), ("days_within", "20")}


def test_blocks_are_as_long_as_they_can_be() -> None:
    assert list(blocks_between("1899-12-31", "2003-02-02")) == [
        "1899-12-31", "19", "2000", "2001", "2002", "2003-01", "2003-02-01", "2003-02-02",
    ]  # fmt: skip
    assert list(blocks_between("0001-01-01", "0099-12-31")) == ["00"]
    assert list(blocks_between("2018-03-02", "2018-03-01")) == []
