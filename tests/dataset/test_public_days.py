"""Statements have a source of the day, and tell nothing of after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from service.dataset.checks.months import named_months
from tests.dataset.files import APRIL, CITED, LETTER, PARADE, SIGHT, Files, changed, with_early

LATE = {
    "title": "A look back",
    "kind": "report",
    "published": "2021-03-02",
    "url": "https://example.org/late",
}
LOOK_BACK = [{"source": "late-2021"}]
HELD = {"status": "held", "date": "2018-04-27"}


def with_late(path: str, /, **fields: Any) -> Files:
    """The sound set with a source of March 2021, for the changed file to cite."""
    return changed(path, **fields) | {"sources/late-2021.yaml": LATE}


@pytest.mark.parametrize(
    ("path", "fields", "pointer", "days"),
    [
        (APRIL, {"steps": [HELD | {"citations": LOOK_BACK}]}, "/steps/0/date", 1040),
        (LETTER, {"disclosed": None, "citations": LOOK_BACK}, "/date", 1116),
        (LETTER, {"citations": LOOK_BACK}, "/disclosed", 1115),
        (PARADE, {"citations": LOOK_BACK}, "/date", 905),
        (SIGHT, {"citations": LOOK_BACK}, "/date", 956),
    ],
    ids=["step", "communication", "disclosed communication", "parade", "observation"],
)
def test_what_only_a_look_back_tells_needs_a_source_of_the_day(
    faults: Callable[[Files], list[str]], path: str, fields: dict[str, Any], pointer: str, days: int
) -> None:
    (told,) = faults(with_late(path, **fields))

    assert told.startswith(
        f"{path}: {pointer}: is {days} days before 2021-03-02, when its first source became public"
    )
    assert "cite a source of the day, or say in the note" in told


@pytest.mark.parametrize(
    "files",
    [
        with_late(SIGHT, citations=LOOK_BACK, note="Read afterwards, in March 2021."),
        with_late(SIGHT, citations=LOOK_BACK, note="Published in 2021."),
        with_late(SIGHT, citations=[*LOOK_BACK, *CITED]),
        with_late(LETTER, disclosed="2021-02", citations=LOOK_BACK),
        with_late(APRIL, steps=[HELD | {"citations": LOOK_BACK, "note": "Kept secret until March 2021."}]),
        with_late(
            APRIL,
            date=None,
            steps=[
                {"status": "accepted", "date": "2018-04-01", "target": {"date": "2018"}},
                {"status": "lapsed", "date": "2018-12-31", "citations": LOOK_BACK},
            ],
        ),
    ],
    ids=["month told", "year told", "a source of the day", "disclosed late", "secret step", "lapsed"],
)
def test_a_late_source_is_enough_where_the_record_says_why(
    faults: Callable[[Files], list[str]], files: Files
) -> None:
    assert faults(files) == []


def test_another_month_in_the_note_does_not_say_why(faults: Callable[[Files], list[str]]) -> None:
    told = faults(with_late(SIGHT, citations=LOOK_BACK, note="Read afterwards, in June 2020."))

    assert any("is 956 days before" in fault for fault in told), told


def test_an_event_needs_a_source_with_a_date(faults: Callable[[Files], list[str]]) -> None:
    told = faults(
        changed(PARADE, citations=[{"source": "undated"}])
        | {"sources/undated.yaml": LATE | {"published": None}}
    )

    assert f"{PARADE}: /date: none of its sources has a date; cite one of the day" in told


@pytest.mark.parametrize(
    ("fields", "pointer", "named"),
    [
        (
            {"findings": [{"component": "pad", "state": "intact", "description": "Rebuilt in October."}]},
            "/findings/0/description",
            "2018-10",
        ),
        (
            {"findings": [{"component": "pad", "state": "intact", "alternatives": ["A show of 2019."]}]},
            "/findings/0/alternatives/0",
            "2019",
        ),
        ({"activity": [{"kind": "crane", "note": "Gone by May 2019."}]}, "/activity/0/note", "2019-05"),
        ({"note": "In December 2018 it was said otherwise."}, "/note", "2018-12"),
    ],
    ids=["finding", "other reading", "activity", "note"],
)
def test_an_observation_tells_nothing_of_after_its_date(
    faults: Callable[[Files], list[str]], fields: dict[str, Any], pointer: str, named: str
) -> None:
    (told,) = faults(changed(SIGHT, **fields))

    assert told.startswith(
        f"{SIGHT}: {pointer}: names {named}, and the statement may speak of nothing after 2018-"
    )


def test_a_step_tells_nothing_of_after_it_but_what_was_planned(faults: Callable[[Files], list[str]]) -> None:
    plan = {"status": "scheduled", "date": "2018-03-29", "note": "Another one was to follow in March 2019."}
    held = HELD | {"note": "The next one was in September."}

    assert faults(changed(APRIL, steps=[plan, HELD])) == []
    (told,) = faults(changed(APRIL, steps=[plan, held]))
    assert told.startswith(
        f"{APRIL}: /steps/1/note: names 2018-09, and the statement may speak of nothing after 2018-04-27"
    )
    (told,) = faults(changed(APRIL, steps=[plan | {"note": "It was remembered in 2020."}, HELD]))
    assert told.startswith(f"{APRIL}: /steps/0/note: names 2020")


@pytest.mark.parametrize(
    ("text", "near", "named"),
    [
        ("in December", "2023-10-31", ["2023-12"]),
        ("since December", "2019-01-15", ["2018-12"]),
        ("July", "2018-07-22", ["2018-07"]),
        ("the report of 27 August 2021", "2018-12-31", ["2021-08"]),
        ("begun in 2011, and in May of 2012", "2021-07-11", ["2011", "2012-05"]),
        ("By May it was done; it may march on.", "2025-06-01", ["2025-05"]),
        ("May be an annex; 1,994 troops", "2024-08-01", []),
    ],
)
def test_months_without_a_year_are_the_nearest(text: str, near: str, named: list[str]) -> None:
    assert named_months(text, near) == named


def test_sources_of_the_past_alone_still_do_not_do(faults: Callable[[Files], list[str]]) -> None:
    told = faults(with_early(PARADE, citations=[{"source": "early-2017"}]))

    assert told == [f"{PARADE}: /date: is after all of its sources were published"]
