"""Instants keep their order as text and survive any offset."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.records.schemas import instants

# A day less on each side, so that no offset leaves the years 1 to 9999.
naive = st.datetimes().filter(
    lambda moment: timedelta(1) < moment - moment.min < moment.max - moment.min - timedelta(1)
)
moments = naive.map(lambda moment: moment.replace(tzinfo=UTC))


@given(moments, moments)
def test_text_order_is_time_order(one: datetime, other: datetime) -> None:
    assert (instants.render(one) < instants.render(other)) == (one < other)


@given(moments)
def test_the_next_instant_is_a_microsecond_later(moment: datetime) -> None:
    assert instants.parse(instants.after(instants.render(moment))) == moment + timedelta(microseconds=1)


def test_an_offset_is_read_into_utc() -> None:
    assert instants.render(instants.parse("2018-09-10T14:05:00+09:00")) == "2018-09-10T05:05:00.000000Z"


@pytest.mark.parametrize("text", ["2018-09-10", "2018-09-10T14:05:00", "2018-09-10 14:05:00Z", "now", ""])
def test_an_invalid_rfc_3339_instant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        instants.parse(text)
