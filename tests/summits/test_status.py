"""The status of a summit at a date."""

from typing import Any

import pytest

from service.records.schemas.dates import bounds
from service.summits.status import status_at


def step(status: str, date: str) -> dict[str, Any]:
    found = bounds(date)
    return {"status": status, "date": date, "date_earliest": found.earliest, "date_latest": found.latest}


# The Singapore meeting as it went in 2018: cancelled and reinstated within eight days.
STEPS = [
    step("accepted", "2018-03-08"),
    step("scheduled", "2018-05-10"),
    step("cancelled", "2018-05-24"),
    step("reinstated", "2018-06-01"),
    step("held", "2018-06-12"),
]


@pytest.mark.parametrize(
    ("as_of", "status", "since"),
    [
        ("2018-03-07", None, None),
        ("2018-03-08", "accepted", "2018-03-08"),
        ("2018-05-23", "scheduled", "2018-05-10"),
        ("2018-05-24", "cancelled", "2018-05-24"),
        ("2018-06-11", "reinstated", "2018-06-01"),
        (None, "held", "2018-06-12"),
    ],
)
def test_the_last_step_by_then_is_the_status(
    as_of: str | None, status: str | None, since: str | None
) -> None:
    assert status_at(STEPS, as_of) == (status, since)


def test_a_step_counts_from_its_latest_possible_day() -> None:
    assert status_at([step("proposed", "2018-03")], "2018-03-30") == (None, None)
    assert status_at([step("proposed", "2018-03")], "2018-03-31") == ("proposed", "2018-03-31")


def test_an_open_end_counts_as_the_known_one() -> None:
    assert status_at([step("proposed", "2018-03-05/..")], "2018-03-05") == ("proposed", "2018-03-05")
    assert status_at([step("proposed", "../2018-03-05")], "2018-03-04") == (None, None)


def test_since_is_the_start_of_the_unbroken_run() -> None:
    run = [
        step("scheduled", "2018-01-01"),
        step("postponed", "2018-02-01"),
        *(step("scheduled", f"2018-0{n}-01") for n in (3, 4)),
    ]
    assert status_at(run) == ("scheduled", "2018-03-01")
    assert status_at(run, visible=lambda each: each["status"] != "postponed") == ("scheduled", "2018-01-01")


def test_without_a_step_there_is_no_status() -> None:
    assert status_at([]) == (None, None)
    assert status_at(STEPS, visible=lambda _: False) == (None, None)
