"""A facility that was dismantled and rebuilt (facts: f-sohae, o-005, o-009, o-016, o-017, o-020 to o-024)."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api
from tests.contracts.factories import party, step
from tests.contracts.stories.sohae import FACILITY, seen, state
from tests.contracts.stories.telling import (
    KIM_JONG_UN,
    TRUMP,
    cite,
    cited,
    entry,
    situation,
    status,
    timeline,
    write,
)


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    # From the facts, f-sohae, disputes: When did the 2019 rebuilding start
    claims = [
        {
            "id": "between-images",
            "about": "start of the rebuilding in 2019",
            "statement": "Between 16 February and 2 March 2019, so possibly before the Hanoi summit.",
            "by": party("38 North"),
            "value": "2019-02-16/2019-03-02",
            "citations": cite("kyodo-2019-03-07", "rstone-2019-03", "guardian-2019-03-06"),
        },
        {
            "id": "before-hanoi",
            "about": "start of the rebuilding in 2019",
            "statement": "It began before the Hanoi summit.",
            "by": party("National Intelligence Service", "KOR"),
            "citations": cite("taipei-2019-03-07", "rt-2019-03-29"),
        },
    ]
    write(shared, "facilities", {**FACILITY, "claims": claims})
    moved = state("transfer", "relocated", aspect="position", description="In the middle of the pad.")
    write(
        shared,
        "observations",
        seen(
            "o-005",
            "2018-07-20",
            "seed-2018-09",
            "epoch-2018-07",
            findings=[moved, state("transfer", "partially_dismantled")],
        ),
        seen("o-009", "2018-07-22", "seed-2018-09", findings=[state("transfer", "partially_dismantled")]),
        seen(
            "o-016",
            "2018-08-03",
            "38n-2018-08-07",
            findings=[state("vets", "partially_dismantled", reversible=True)],
        ),
        seen("o-017", "2018-08-03", "38n-2018-08-07", findings=[state("transfer", "partially_dismantled")]),
        seen(
            "o-020",
            "2019-02-16/2019-03-02",
            "rstone-2019-03",
            "taipei-2019-03-07",
            "rt-2019-03-29",
            findings=[state("vets", "rebuilding")],
        ),
        seen(
            "o-021",
            "2019-03-02",
            "theweek-2019-03",
            "taipei-2019-03-07",
            "b14643-2019",
            findings=[state("vets", "rebuilding")],
        ),
        seen(
            "o-022",
            "2019-03-02",
            "b14643-2019",
            "theweek-2019-03",
            findings=[state("transfer", "rebuilding")],
        ),
        seen("o-023", "2019-03-06", "nbc-2019-03-07", "b14643-2019", findings=[state("transfer", "rebuilt")]),
        seen("o-024", "2019-03-08", "38n-2019-03-13", findings=[state("vets", "rebuilt")]),
    )
    # From the facts, s-2019-02-27-hanoi
    write(
        shared,
        "summits",
        {
            "id": "hanoi-2019",
            "title": "Trump - Kim, Hanoi",
            "parties": [TRUMP, KIM_JONG_UN],
            "date": "2019-02-27/2019-02-28",
            "steps": [step("held", "2019-02-27")],
            "citations": cite("wiki-hanoi", "state-travels"),
        },
    )
    return shared


@pytest.mark.parametrize(
    ("day", "trend", "transfer", "vets"),
    [
        ("2018-07-19", "unknown", ("unknown", None), ("unknown", None)),
        ("2018-07-22", "dismantling", ("partially_dismantled", "2018-07-20"), ("unknown", None)),
        (
            "2018-08-03",
            "dismantling",
            ("partially_dismantled", "2018-07-20"),
            ("partially_dismantled", "2018-08-03"),
        ),
        # The rebuilding began at some point up to 2 March: it is certain on that day only.
        (
            "2019-03-01",
            "dismantling",
            ("partially_dismantled", "2018-07-20"),
            ("partially_dismantled", "2018-08-03"),
        ),
        ("2019-03-02", "rebuilding", ("rebuilding", "2019-03-02"), ("rebuilding", "2019-03-02")),
        ("2019-03-06", "rebuilding", ("rebuilt", "2019-03-06"), ("rebuilding", "2019-03-02")),
        ("2019-03-08", "rebuilding", ("rebuilt", "2019-03-06"), ("rebuilt", "2019-03-08")),
    ],
)
def test_each_day_has_its_states_and_its_trend(
    told: Api, day: str, trend: str, transfer: tuple[str, str | None], vets: tuple[str, str | None]
) -> None:
    answer = status(told, "sohae", as_of=day)
    assert answer["trend"] == trend
    for component, expected in (("transfer", transfer), ("vets", vets)):
        found = entry(answer, component)
        assert (found["state"], found["since"]) == expected


def test_the_history_has_an_entry_each_time_that_a_state_changed(told: Api) -> None:
    items = told.items("facilities/sohae/status/history")
    changes = [
        (
            each["date"],
            each["trend"],
            [(one["component"], one["before"], one["state"]) for one in each["changed"]],
        )
        for each in items
    ]
    assert changes == [
        (
            "2018-07-20",
            "dismantling",
            [("transfer", ["unknown"], "partially_dismantled"), ("transfer", ["unknown"], "relocated")],
        ),
        ("2018-08-03", "dismantling", [("vets", ["unknown"], "partially_dismantled")]),
        (
            "2019-03-02",
            "rebuilding",
            [
                ("transfer", ["partially_dismantled"], "rebuilding"),
                ("vets", ["partially_dismantled"], "rebuilding"),
            ],
        ),
        ("2019-03-06", "rebuilding", [("transfer", ["rebuilding"], "rebuilt")]),
        ("2019-03-08", "rebuilding", [("vets", ["rebuilding"], "rebuilt")]),
    ]


def test_of_two_agreeing_observations_the_precisely_dated_one_is_answered_with_its_sources(told: Api) -> None:
    (rests,) = entry(status(told, "sohae", as_of="2019-03-02"), "vets")["rests_on"]
    assert (rests["record"]["id"], rests["pointer"]) == ("o-021", "/findings/0")
    assert cited(rests) == ["theweek-2019-03", "taipei-2019-03-07", "b14643-2019"]


def test_what_was_reversible_says_so_and_where_that_was_read(told: Api) -> None:
    (rests,) = entry(status(told, "sohae", as_of="2018-08-31"), "vets")["rests_on"]
    assert (rests["reversible"], cited(rests)) == (True, ["38n-2018-08-07"])


def test_the_last_change_is_told_with_what_came_before_it(told: Api) -> None:
    change = status(told, "sohae", as_of="2019-03-31")["last_change"]
    assert change["date"] == "2019-03-08"
    (one,) = change["changes"]
    assert (one["component"], one["before"], one["direction"]) == ("vets", ["rebuilding"], "rebuilding")
    assert cited(one["rests_on"][0]) == ["38n-2019-03-13"]


def test_the_public_learnt_of_it_step_by_step(told: Api) -> None:
    days = ("2019-03-06", "2019-03-07", "2019-03-12", "2019-03-13")
    found = {day: status(told, "sohae", published_until=day) for day in days}
    assert [entry(answer, "transfer")["state"] for answer in found.values()] == [
        "partially_dismantled",
        "rebuilt",
        "rebuilt",
        "rebuilt",
    ]
    assert [entry(answer, "vets")["state"] for answer in found.values()] == [
        "partially_dismantled",
        "rebuilding",
        "rebuilding",
        "rebuilt",
    ]
    (rests,) = entry(found["2019-03-07"], "transfer")["rests_on"]
    assert cited(rests) == ["nbc-2019-03-07"]  # the other page is dated by its month


def test_the_situation_tells_the_trend_and_how_long_ago_it_was_seen(told: Api) -> None:
    (before,) = situation(told, as_of="2019-02-28")["facilities"]
    assert (before["trend"], before["last_observed"], before["days_since_observed"]) == (
        "dismantling",
        "2018-08-03",
        209,
    )
    (after,) = situation(told, as_of="2019-03-08")["facilities"]
    assert (after["trend"], after["counts"]["rebuilt"], after["days_since_observed"]) == ("rebuilding", 2, 0)
    (by,) = after["last_observed_by"]
    assert (by["record"]["id"], cited(by)) == ("o-024", ["38n-2019-03-13"])


def test_around_the_hanoi_summit_the_timeline_shows_the_rebuilding(told: Api) -> None:
    found = timeline(told, near="summits/hanoi-2019", days=8)
    assert sorted(found) == [
        ("2019-02-16/2019-03-02", "o-020"),
        ("2019-02-27", "hanoi-2019/steps/0"),
        ("2019-03-02", "o-021"),
        ("2019-03-02", "o-022"),
        ("2019-03-06", "o-023"),
        ("2019-03-08", "o-024"),
    ]


def test_both_accounts_of_when_it_began_are_kept(told: Api) -> None:
    claims = told.read("facilities/sohae")["claims"]
    assert {each["id"]: (each["by"]["name"], each["value"]) for each in claims} == {
        "between-images": ("38 North", "2019-02-16/2019-03-02"),
        "before-hanoi": ("National Intelligence Service", None),
    }


def test_where_sources_place_it_differently_each_location_stands_with_its_source(told: Api) -> None:
    found = told.read("facilities/sohae")
    assert (found["place"]["latitude"], found["place"]["longitude"]) == (39.66, 124.705)
    assert {
        cited(each)[0]: (each["latitude"], each["longitude"], each["standing"])
        for each in found["other_locations"]
    } == {
        "cns-db-2023": (39.6596, 124.7057, "alternative"),
        "dewiki-sohae": (39.660083, 124.705306, "alternative"),
        "acw-pongdong": (39.66, 124.706, "approximate"),
    }
    assert told.ids("facilities", {"near": "39.66,124.705,1"}) == ["sohae"]
