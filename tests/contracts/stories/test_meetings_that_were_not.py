"""Meetings that were planned and never took place, one that did without its leader, and one that nobody had planned."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api
from tests.contracts.factories import party, step
from tests.contracts.stories.telling import (
    KIM_JONG_UN,
    TRUMP,
    cite,
    cited,
    last_held,
    preparing,
    situation,
    standing,
    timeline,
    write,
)

MOON = party("Moon Jae-in", "KOR", office="President")
POMPEO = party("Mike Pompeo", "USA", office="Secretary of State")


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    write(
        shared,
        "summits",
        # From the facts, s-1994-07-interkorean
        {
            "id": "inter-korean-1994",
            "title": "Inter-Korean summit planned for 1994",
            "kind": "summit",
            "parties": [party("Kim Young-sam", "KOR", office="President"), party("Kim Il Sung", "PRK")],
            "place": {"name": "Pyongyang", "country": "PRK"},
            "steps": [
                step(
                    "proposed", "1994-06", note="Brokered by Jimmy Carter.", citations=cite("chatham-2000-06")
                ),
                step(
                    "cancelled",
                    "1994-07",
                    note="Kim Il Sung died on 8 July, 17 days before the planned date.",
                    citations=cite("chatham-2000-06", "wiki-2000", "guardian-2014-07-11"),
                ),
            ],
            "citations": cite("chatham-2000-06", "kbs-2018-05-17-1994"),
        },
        # From the facts, s-2018-07-06-pompeo
        {
            "id": "pompeo-july-2018",
            "title": "Pompeo in Pyongyang (July 2018)",
            "kind": "meeting",
            "parties": [POMPEO, KIM_JONG_UN],
            "place": {"name": "Pyongyang", "country": "PRK"},
            "date": "2018-07-05/2018-07-07",
            "steps": [
                step(
                    "not_held",
                    "2018-07-07",
                    note="A meeting with Kim Jong Un had been promised; it did not materialise.",
                    citations=cite("hill-2018-07-potato", "christianpost-2018-07"),
                )
            ],
            "citations": cite("state-travels", "hill-2018-07-potato", "christianpost-2018-07"),
        },
        # From the facts, s-2018-seoul
        {
            "id": "kim-in-seoul-2018",
            "title": "Kim Jong Un visit to Seoul",
            "kind": "summit",
            "parties": [MOON, KIM_JONG_UN],
            "place": {"name": "Seoul", "country": "KOR"},
            "steps": [
                step(
                    "accepted",
                    "2018-09-19",
                    target={"date": "2018"},
                    citations=cite("hani-2018-09-19", "usat-2018-09-19"),
                ),
                step(
                    "postponed",
                    "2018-12-30",
                    by=KIM_JONG_UN,
                    target={"date": "2019"},
                    citations=cite("nknews-2018-12-letter", "asiatoday-2018-12-31", "shine-2018-12-31"),
                ),
                step("lapsed", "2018-12-31", citations=cite("asiatoday-2018-12-31")),
            ],
            "citations": cite("hani-2018-09-19", "asiatoday-2018-12-31"),
        },
        # From the facts, s-2019-06-30-panmunjom
        {
            "id": "panmunjom-2019",
            "title": "Trump - Kim (and Moon), Panmunjom",
            "kind": "impromptu_meeting",
            "parties": [TRUMP, KIM_JONG_UN, MOON],
            "place": {"name": "Freedom House, Panmunjom", "country": "KOR"},
            "date": "2019-06-30",
            "steps": [
                step(
                    "proposed",
                    "2019-06-29",
                    by=TRUMP,
                    citations=cite("azvision-2019-06-29", "cnn-2019-06-29"),
                ),
                step("accepted", "2019-06-30", citations=cite("yna-2019-06-30", "koaa-2019-06-29")),
                step("held", "2019-06-30", citations=cite("fox-2019-06-30", "state-travels")),
            ],
            "outcome": {"result": "agreement_in_principle"},
            "claims": [
                {
                    "about": "length of the talk, in minutes",
                    "statement": statement,
                    "by": party(by),
                    "value": {"low": minutes, "high": minutes, "qualifier": qualifier},
                    "citations": cite(source),
                }
                for statement, by, minutes, qualifier, source in (
                    ("48 minutes one-on-one", "The Korea Herald", 48, "exact", "kherald-2019-06-30"),
                    ("About 50 minutes", "NK News", 50, "about", "nknews-2019-06-30"),
                    ("Nearly one hour", "Yonhap", 60, "up_to", "oana-2019-07-01"),
                )
            ],
            "citations": cite("kherald-2019-06-30", "nknews-2019-06-30", "oana-2019-07-01"),
        },
    )
    return shared


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1994-06-29", (None, None)),  # all that is known of the proposal is its month
        ("1994-06-30", ("proposed", "1994-06-30")),
        ("1994-07-30", ("proposed", "1994-06-30")),
        ("1994-07-31", ("cancelled", "1994-07-31")),
        ("2026-01-01", ("cancelled", "1994-07-31")),
    ],
)
def test_the_summit_of_1994_was_in_preparation_until_the_month_of_kim_il_sungs_death(
    told: Api, day: str, expected: tuple[str | None, str | None]
) -> None:
    assert standing(told, "summits/inter-korean-1994", as_of=day) == expected
    answer = situation(told, as_of=day)
    assert preparing(answer) == ({"inter-korean-1994": "proposed"} if expected[0] == "proposed" else {})
    assert last_held(answer) != "inter-korean-1994"


def test_what_is_recorded_of_1994_rests_on_pages_that_appeared_years_later(told: Api) -> None:
    path = "summits/inter-korean-1994"
    assert standing(told, path, published_until="2000-06-29") == (None, None)
    assert standing(told, path, published_until="2000-06-30") == ("cancelled", "1994-07-31")
    (cancelled,) = told.items(
        "timeline", {"from": "1994-07-01", "to": "1994-07-31", "published_until": "2000-06-30"}
    )
    assert (cancelled["date"], cancelled["pointer"], cited(cancelled)) == (
        "1994-07",
        "/steps/1",
        ["chatham-2000-06"],
    )


def test_a_visit_without_the_leader_is_neither_a_meeting_held_nor_one_in_preparation(told: Api) -> None:
    assert standing(told, "summits/pompeo-july-2018") == ("not_held", "2018-07-07")
    for day in ("2018-07-06", "2018-07-07", "2018-08-01"):
        answer = situation(told, as_of=day)
        assert (last_held(answer), preparing(answer)) == (None, {})
    (step_,) = told.items("timeline", {"from": "2018-07-01", "to": "2018-07-31"})
    assert (step_["record"]["id"], step_["pointer"]) == ("pompeo-july-2018", "/steps/0")
    assert "not held" in step_["summary"]
    assert cited(step_) == ["hill-2018-07-potato", "christianpost-2018-07"]


def test_the_visit_to_seoul_was_put_off_and_lapsed_with_its_year(told: Api) -> None:
    days = ("2018-09-18", "2018-09-19", "2018-12-30", "2018-12-31")
    found = {day: situation(told, as_of=day) for day in days}
    assert [preparing(answer).get("kim-in-seoul-2018") for answer in found.values()] == [
        None,
        "accepted",
        "postponed",
        None,
    ]
    (postponed,) = found["2018-12-30"]["summits_in_preparation"]
    assert (postponed["rests_on"]["target"]["date"], postponed["rests_on"]["by"]["name"]) == (
        "2019",
        "Kim Jong Un",
    )
    assert cited(postponed["rests_on"])[-1] == "shine-2018-12-31"
    assert standing(told, "summits/kim-in-seoul-2018") == ("lapsed", "2018-12-31")


def test_an_invitation_by_tweet_was_a_meeting_the_next_day(told: Api) -> None:
    (invited,) = situation(told, as_of="2019-06-29")["summits_in_preparation"]
    assert (invited["status"], invited["kind"]) == ("proposed", "impromptu_meeting")
    assert (invited["asked_for"]["by"]["name"], invited["follows"]) == ("Donald J. Trump", None)
    answer = situation(told, as_of="2019-06-30")
    last = answer["last_summit_held"]
    assert (last["record"]["id"], last["since"], last["result"]) == (
        "panmunjom-2019",
        "2019-06-30",
        "agreement_in_principle",
    )
    assert {each["country"] for each in last["parties"]} == {"USA", "PRK", "KOR"}
    assert cited(last["rests_on"]) == ["fox-2019-06-30", "state-travels"]
    assert preparing(answer) == {}


def test_the_days_around_it_hold_its_three_steps_and_no_more(told: Api) -> None:
    assert timeline(told, near="summits/panmunjom-2019", days=30) == [
        ("2019-06-29", "panmunjom-2019/steps/0"),
        ("2019-06-30", "panmunjom-2019/steps/1"),
        ("2019-06-30", "panmunjom-2019/steps/2"),
    ]


def test_three_lengths_of_the_talk_are_kept_with_who_gave_them(told: Api) -> None:
    claims = told.read("summits/panmunjom-2019")["claims"]
    found = {cited(each)[0]: (each["value"]["high"], each["value"]["qualifier"]) for each in claims}
    assert found == {
        "kherald-2019-06-30": (48, "exact"),
        "nknews-2019-06-30": (50, "about"),
        "oana-2019-07-01": (60, "up_to"),
    }
