"""EDTF level 1: what is a date, and its strict bounds."""

from datetime import date
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from service.records.schemas import dates
from service.records.schemas.dates import DateBounds, InvalidDate, bounds

days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018-09-09", "2018-09-09", "2018-09-09"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
        ("2018-09", "2018-09-01", "2018-09-30"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-09~", "2018-09-01", "2018-09-30"),
        ("2018-07?", "2018-07-01", "2018-07-31"),
        ("2018-07-20%", "2018-07-20", "2018-07-20"),
        ("2018-07-20/2018-07-22", "2018-07-20", "2018-07-22"),
        ("2018-07/2019", "2018-07-01", "2019-12-31"),
        ("2018-07~/2018-08?", "2018-07-01", "2018-08-31"),
        ("2018-07/..", "2018-07-01", None),
        ("../2018-07", None, "2018-07-31"),
        ("2018-07/", "2018-07-01", None),
        ("/2018-07", None, "2018-07-31"),
        ("2018-09-09/2018-09", "2018-09-09", "2018-09-30"),
        ("2018-09/2018-09-09", "2018-09-01", "2018-09-09"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-02-XX", "2018-02-01", "2018-02-28"),
        ("2018-XX-XX~", "2018-01-01", "2018-12-31"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-23", "2018-09-01", "2018-11-30"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2018-21/2018-22", "2018-03-01", "2018-08-31"),
        ("2018-06-12T09:03:00+08:00", "2018-06-12", "2018-06-12"),
        ("2018-06-12T01:03:00Z", "2018-06-12", "2018-06-12"),
    ],
)
def test_a_date_has_its_strict_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(text) == DateBounds(earliest, latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2018-02-30", "no such day"),
        ("2018-02-29", "no such day"),
        ("2018-04-31~", "no such day"),
        ("2018-02-28/2018-02-30", "no such day"),
        ("2018-09-32/2018-10", "EDTF level 1"),
        ("2018-13", "no such month"),
        ("2018-00", "no such month"),
        ("2018-06-12T25:00:00Z", "no such month, day or time"),
        ("2018-07-22/2018-07-20", "ends before it starts"),
        ("2019/2018", "ends before it starts"),
        ("../..", "no known end"),
        ("/", "no known end"),
        ("../", "no known end"),
        ("..", "no known end"),
        ("", "no known end"),
        ("0000", "0001 to 9999"),
        ("-0100", "0001 to 9999"),
        ("12018", "0001 to 9999"),
        ("Y12018", "0001 to 9999"),
        ("Y17E7", "0001 to 9999"),
        ("000X", "0001 to 9999"),
        ("9999-24", "0001 to 9999"),
        ("9/10/2018", "EDTF level 1"),
        ("20180909", "EDTF level 1"),
        ("2018-9-9", "EDTF level 1"),
        (" 2018", "EDTF level 1"),
        ("2018\n", "EDTF level 1"),
        ("\uff12\uff10\uff11\uff18", "EDTF level 1"),
        ("open", "EDTF level 1"),
        ("unknown", "EDTF level 1"),
        ("2018-07/unknown", "EDTF level 1"),
        ("2018/2019/2020", "EDTF level 1"),
    ],
)
def test_an_invalid_date_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate, match=reason):
        bounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "2018-25",
        "~2018",
        "2018~-09",
        "2018-~09-09",
        "{2018,2019}",
        "[2018,2019]",
        "2018..2019",
        "2018S2",
        "XXXX",
        "2XXX",
        "20XX-XX",
        "201X-04",
        "1985-0X",
        "1985-04-1X",
        "1985-1X-XX",
        "2X18",
        "2018-1X",
        "2018-XX-09",
        "201X/2020",
        "2018-09-XX/2019",
    ],
)
def test_level_2_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        bounds(text)


@pytest.mark.parametrize(
    "text",
    ["XXXX", "2XXX", "2X18", "201x", "201u", "2018-1X", "20XX-XX", "2018-XX-09", "1985-04-1X", "1985-04-1X~"],
)
def test_a_wrong_place_of_unspecified_digits_is_told_the_right_ones(text: str) -> None:
    with pytest.raises(InvalidDate, match="as in 201X, 20XX, 2004-XX, 1985-04-XX and 1985-XX-XX"):
        bounds(text)


def test_an_endless_text_is_refused_in_a_short_sentence() -> None:
    with pytest.raises(InvalidDate) as refused:
        bounds("2018" * 100_000)
    assert len(str(refused.value)) < 300


def test_an_open_end_counts_as_the_known_one() -> None:
    assert (bounds("2018-07/..").first, bounds("2018-07/..").last) == ("2018-07-01", "2018-07-01")
    assert (bounds("../2018-07").first, bounds("../2018-07").last) == ("2018-07-31", "2018-07-31")


@settings(deadline=None)
@given(days)
def test_every_day_of_the_calendar_is_a_date(day: str) -> None:
    assert bounds(day) == DateBounds(day, day)
    assert bounds(f"{day}~") == DateBounds(day, day)


@settings(deadline=None)
@given(days, days)
def test_an_interval_of_days_spans_them_or_is_refused(one: str, other: str) -> None:
    start, end = sorted((one, other))
    assert bounds(f"{start}/{end}") == DateBounds(start, end)
    if start != end:
        with pytest.raises(InvalidDate):
            bounds(f"{end}/{start}")


@settings(deadline=None)
@given(st.text(alphabet="0129X-/.~?%TYZ:+S{}[], ", max_size=24))
def test_any_text_has_bounds_in_order_or_is_refused(text: str) -> None:
    try:
        found = bounds(text)
    except InvalidDate:
        return
    assert found.first <= found.last


def test_the_same_invalid_date_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def parse(text: str) -> Any:
        parsed.append(text)
        return parse_edtf(text)

    monkeypatch.setattr(dates, "parse_edtf", parse)
    dates._read.cache_clear()
    messages = set()
    for _ in range(3):
        with pytest.raises(dates.InvalidDate) as refused:
            dates.bounds("0000")
        messages.add(str(refused.value))
    assert parsed == ["0000"]
    assert messages == {"'0000': years go from 0001 to 9999"}
