"""The segment tree over days answers "does this interval hold that day" exactly, with few terms."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from service.records.index.spans import blocks_after_first_day, blocks_around

days = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)


@given(days, days, days)
def test_a_day_shares_one_block_with_an_interval_that_began_before_and_holds_it_and_none_otherwise(
    one: str, other: str, day: str
) -> None:
    earliest, latest = sorted((one, other))
    shared = set(blocks_after_first_day(earliest, latest)) & set(blocks_around(day))
    assert len(shared) == (1 if earliest < day <= latest else 0)


@given(days, days)
def test_an_interval_of_any_length_needs_at_most_two_blocks_of_each_size(one: str, other: str) -> None:
    earliest, latest = sorted((one, other))
    blocks = list(blocks_after_first_day(earliest, latest))
    assert len(blocks) == len(set(blocks))
    assert len(blocks) <= 2 * len(blocks_around(earliest))


def test_a_single_day_needs_no_block() -> None:
    assert list(blocks_after_first_day("2018-09-09", "2018-09-09")) == []
