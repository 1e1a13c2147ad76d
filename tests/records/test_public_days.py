"""The days from which records were public, as terms."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.public_days import NEVER, public_terms, public_terms_after, public_terms_until

DAYS = st.dates(date(1, 1, 1), date(2100, 12, 31)).map(date.isoformat)


@given(DAYS, DAYS)
def test_what_was_public_by_a_day_shares_one_term_with_it_and_what_was_in_a_later_year_none(
    until: str, day: str
) -> None:
    terms = list(public_terms_until(until))
    shared = set(terms) & set(public_terms(day))
    assert len(shared) == (max(day[:4], "1900") <= max(until[:4], "1900"))
    assert len(set(terms)) == len(terms) <= 20 + 10


@given(DAYS, DAYS)
def test_what_was_not_public_by_a_day_shares_one_term_with_it_and_what_was_in_an_earlier_year_none(
    until: str, day: str
) -> None:
    terms = list(public_terms_after(until))
    shared = set(terms) & set(public_terms(day))
    assert len(shared) == (max(day[:4], "1900") >= max(until[:4], "1900"))
    assert len(set(terms)) == len(terms) <= 20 + 10


@given(DAYS)
def test_what_never_was_public_is_among_what_was_not_by_any_day(until: str) -> None:
    assert set(public_terms_after(until)) & set(public_terms(NEVER))
    if until < "2090":
        assert not set(public_terms_until(until)) & set(public_terms(NEVER))
