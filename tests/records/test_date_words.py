"""EDTF dates as people write them."""

from __future__ import annotations

import pytest

from service.records.schemas.date_words import date_in_words, date_parts, days_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-07-20", "20 July 2018"),
        ("2018-07", "July 2018"),
        ("2018", "2018"),
        ("2018-09-09~", "about 9 September 2018"),
        ("2018-07?", "perhaps July 2018"),
        ("2018%", "perhaps about 2018"),
        ("2018-22", "summer 2018"),
        ("201X", "the 2010s"),
        ("20XX", "2000–2099"),
        ("1985-04-XX", "April 1985"),
        ("1985-XX-XX", "1985"),
        ("1985-XX", "1985"),
        ("2018-09-09T15:00:00+09:00", "9 September 2018"),
        ("2018-07-20/2018-07-22", "20–22 July 2018"),
        ("2018-07-30/2018-08-02", "30 July – 2 August 2018"),
        ("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019"),
        ("2018-07-20/2018-07-20", "20 July 2018"),
        ("2018-07/2018-09~", "July 2018 to about September 2018"),
        ("2018-07/..", "from July 2018"),
        ("../2018-07", "until July 2018"),
        ("2018-07/", "from July 2018"),
        ("/2018-07", "until July 2018"),
    ],
)
def test_a_date_is_told_in_words(text: str, words: str) -> None:
    assert date_in_words(text) == words


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2018-07-20", ("2018-07-20", "2018-07-20")),
        ("2018-07-20/2018-07-22", ("2018-07-20", "2018-07-22")),
        ("2018-07-20T10:00:00Z", ("2018-07-20", "2018-07-20")),
        ("2018-07-20~", None),
        ("2018-07", None),
        ("2018-07-XX", None),
        ("2018-07-20/..", None),
        ("../2018-07-20", None),
        ("2018-07-20/2018-08", None),
    ],
)
def test_only_exact_days_are_days(text: str, days: tuple[str, str] | None) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2018-07-20", ((2018, 7, 20),)),
        ("2018-07~", ((2018, 7),)),
        ("2018-22", ((2018,),)),
        ("201X", ()),
        ("1985-04-XX", ((1985, 4),)),
        ("2018-07-20/2018-07-22", ((2018, 7, 20), (2018, 7, 22))),
        ("2018-07/..", ((2018, 7),)),
        ("2018-07-20T10:00:00Z", ((2018, 7, 20),)),
    ],
)
def test_a_date_has_the_parts_that_are_known(text: str, parts: tuple[tuple[int, ...], ...]) -> None:
    assert date_parts(text) == parts
