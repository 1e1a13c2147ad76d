"""Which summits make the state of play: by status, by date, under the clocks, whatever comes later."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.records.clocks import Clocks
from service.situation.situation import (
    IN_PREPARATION,
    MOST_IN_PREPARATION,
    select_summits,
    summit_status,
)
from service.summits.schema import STATUSES
from service.summits.status import status_at

Summit = dict[str, Any]
ALWAYS = Clocks()


def dated(day: str | None, latest: str | None = None) -> dict[str, Any]:
    return {"date": day, "date_earliest": day, "date_latest": latest or day}


def step(status: str, day: str, latest: str | None = None, **more: Any) -> dict[str, Any]:
    return {"status": status, **dated(day, latest), "citations": [], **more}


def summit(summit_id: str, *steps: dict[str, Any], on: str | None = None) -> Summit:
    return {"id": summit_id, **dated(on), "steps": list(steps), "citations": [{"source": "record"}]}


def selected(*summits: Summit, clocks: Clocks = ALWAYS) -> tuple[str | None, list[str]]:
    found = select_summits(summit_status(each, clocks) for each in summits)
    return (
        found.last_held and found.last_held.summit["id"],
        [each.summit["id"] for each in found.in_preparation],
    )


# ------------------------------------------------------------------------------------------------ cases


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_is_held_or_in_preparation_or_neither(status: str) -> None:
    held, preparing = selected(summit("one", step(status, "2018-05-10")))
    assert held == ("one" if status == "held" else None)
    assert preparing == (["one"] if status in IN_PREPARATION else [])


def test_held_last_is_that_of_the_latest_date_else_of_the_latest_held_step() -> None:
    spring = summit("spring", step("held", "2018-06-01"), on="2018-04-27")
    may = summit("may", step("held", "2018-05-26"))
    assert selected(spring, may) == ("may", [])
    assert selected(may, spring, summit("june", step("held", "2018-06-02"), on="2018-06-12")) == ("june", [])


def test_of_two_held_on_one_day_the_last_id_is_told() -> None:
    one, two = (summit(each, step("held", "2018-04-27")) for each in ("one", "two"))
    assert selected(one, two) == selected(two, one) == ("two", [])


def test_in_preparation_the_newest_last_step_comes_first() -> None:
    old = summit("old", step("proposed", "2018-03-01"), step("scheduled", "2018-05-10"))
    new = summit("new", step("requested", "2018-04-01"))
    assert selected(new, old) == (None, ["old", "new"])


def test_at_most_so_many_in_preparation_are_told_those_with_the_newest_steps() -> None:
    day = date(2018, 1, 1)
    summits = [
        summit(f"s{number}", step("proposed", (day + timedelta(number)).isoformat()))
        for number in range(MOST_IN_PREPARATION + 20)
    ]
    _, preparing = selected(*summits)
    assert preparing == [each["id"] for each in summits[: -MOST_IN_PREPARATION - 1 : -1]]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2018-05-09", (None, [])),
        ("2018-05-10", (None, ["singapore"])),
        ("2018-05-24", (None, [])),
        ("2018-06-01", (None, ["singapore"])),
        ("2018-06-11", (None, ["singapore"])),
        ("2018-06-12", ("singapore", [])),
    ],
)
def test_a_cancelled_summit_leaves_and_a_reinstated_one_comes_back(as_of: str, expected: Any) -> None:
    singapore = summit(
        "singapore",
        step("scheduled", "2018-05-10"),
        step("cancelled", "2018-05-24"),
        step("reinstated", "2018-06-01"),
        step("held", "2018-06-12"),
        on="2018-06-12",
    )
    assert selected(singapore, clocks=Clocks(as_of)) == expected


def test_a_step_counts_once_the_latest_day_of_its_date_has_come() -> None:
    vague = summit("vague", step("proposed", "2018-05-01", "2018-05-31"))
    assert selected(vague, clocks=Clocks("2018-05-30")) == (None, [])
    assert selected(vague, clocks=Clocks("2018-05-31")) == (None, ["vague"])


def test_under_published_until_steps_count_by_their_own_sources_else_the_record_s() -> None:
    proposed = step("proposed", "2018-05-01")
    held = step("held", "2018-05-26", citations=[{"source": "own"}])

    def public(*sources: str) -> Clocks:
        return Clocks(published_until="2018-06-01", is_public=set(sources).__contains__)

    secret = summit("secret", proposed, held)
    assert selected(secret, clocks=public()) == (None, [])
    # What became of it was told only later: neither held nor in preparation.
    assert selected(secret, clocks=public("record")) == (None, [])
    assert selected(secret, clocks=public("own")) == ("secret", [])


def test_the_run_of_a_status_begins_after_the_last_other_step_that_counts() -> None:
    steps = [
        step("scheduled", "2018-05-01"),
        step("postponed", "2018-05-02", citations=[{"source": "late"}]),
        step("scheduled", "2018-05-03"),
    ]
    found = summit_status(summit("one", *steps), ALWAYS)
    assert found is not None
    assert (found.began, found.last, found.since) == (2, 2, "2018-05-03")
    early = Clocks(published_until="2018-06-01", is_public={"record"}.__contains__)
    found = summit_status(summit("one", *steps), early)
    assert found is not None
    assert (found.began, found.last, found.since) == (0, 2, "2018-05-01")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("requested", "coordinating"), 0),
        (("proposed", "coordinating"), 0),
        (("requested", "proposed", "accepted"), 0),
        (("requested", "cancelled", "requested"), 2),
        (("scheduled",), None),
    ],
)
def test_who_asked_is_told_by_the_last_request_else_the_last_proposal(
    statuses: tuple[str, ...], expected: int | None
) -> None:
    found = summit_status(summit("one", *(step(each, "2018-05-01") for each in statuses)), ALWAYS)
    assert found is not None
    assert found.asked_for == expected


# ------------------------------------------------------------------------------------------- properties


DAYS = st.integers(0, 60).map(lambda number: (date(2018, 1, 1) + timedelta(number)).isoformat())
STEPS = st.lists(st.tuples(st.sampled_from(STATUSES), DAYS, st.integers(0, 9)), min_size=1, max_size=6)


def made(number: int, steps: list[tuple[str, str, int]]) -> Summit:
    spans = [
        (status, day, (date.fromisoformat(day) + timedelta(more)).isoformat()) for status, day, more in steps
    ]
    ordered = sorted(spans, key=lambda each: (each[2], each[1]))
    return summit(f"s{number}", *(step(*each) for each in ordered))


SUMMITS = st.lists(STEPS, max_size=6).map(lambda many: [made(*each) for each in enumerate(many)])


def told(summits: list[Summit], clocks: Clocks) -> Any:
    def shown(standing: Any) -> Any:
        steps = standing.summit["steps"]
        places = (standing.began, standing.last, standing.asked_for)
        return (
            standing.summit["id"],
            standing.status,
            standing.since,
            [place if place is None else steps[place] for place in places],
        )

    found = select_summits(summit_status(each, clocks) for each in summits)
    return (
        found.last_held and shown(found.last_held),
        [shown(each) for each in found.in_preparation],
    )


@given(SUMMITS, DAYS)
def test_steps_dated_after_as_of_never_change_the_answer(summits: list[Summit], as_of: str) -> None:
    clocks = Clocks(as_of)
    without = [
        each | {"steps": [step for step in each["steps"] if step["date_latest"] <= as_of]} for each in summits
    ]
    assert told(summits, clocks) == told(without, clocks)


@given(SUMMITS, DAYS, st.randoms())
def test_the_order_of_arrival_never_matters(summits: list[Summit], as_of: str, chance: random.Random) -> None:
    shuffled = summits[:]
    chance.shuffle(shuffled)
    assert told(summits, Clocks(as_of)) == told(shuffled, Clocks(as_of))


@given(STEPS, DAYS)
def test_status_and_since_are_those_of_the_summit_itself(
    steps: list[tuple[str, str, int]], as_of: str
) -> None:
    one = made(1, steps)
    found = summit_status(one, Clocks(as_of))
    expected = status_at(one["steps"], as_of)
    assert ((found.status, found.since) if found else (None, None)) == expected
    if found:
        assert one["steps"][found.began]["date_latest"] == found.since
        assert all(Clocks(as_of).holds(one["steps"][place], one) for place in (found.began, found.last))
