"""The days from which records were public, as terms."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.public_days import NEVER, public_terms, public_terms_until

DAYS = st.dates(date(1, 1, 1), date(2100, 12, 31)).map(date.isoformat)


@given(DAYS, DAYS)
def test_what_was_public_by_a_day_shares_one_term_with_it_and_what_was_in_a_later_year_none(
    until: str, day: str
) -> None:
    terms = list(public_terms_until(until))
    shared = set(terms) & set(public_terms(day))
    assert len(shared) == (max(day[:4], "1900") <= max(until[:4], "1900"))
    assert len(set(terms)) == len(terms) <= 20 + 10


def test_what_never_was_public_has_no_term() -> None:
    assert list(public_terms(NEVER)) == []
