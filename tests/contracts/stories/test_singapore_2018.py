"""A summit that was cancelled and reinstated within eight days (facts: s-2018-06-12-singapore)."""

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

SINGAPORE = "summits/singapore-2018"
_TARGET = {"date": "2018-06-12", "place": {"name": "Singapore", "country": "SGP"}}


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    write(
        shared,
        "summits",
        {
            "id": "singapore-2018",
            "title": "Trump - Kim, Singapore",
            "kind": "summit",
            "parties": [TRUMP, KIM_JONG_UN],
            "place": {"name": "Capella Hotel, Sentosa Island", "country": "SGP"},
            "date": "2018-06-12",
            "steps": [
                step(
                    "proposed",
                    "2018-03-08",
                    by=KIM_JONG_UN,
                    citations=cite("ap-2018-03-08", "fox30-2018-03-08"),
                ),
                step("accepted", "2018-03-08", by=TRUMP, citations=cite("ap-2018-03-08", "mail-2018-03")),
                step("coordinating", "2018-04-09", by=TRUMP, citations=cite("yna-2018-06-12-chron")),
                step(
                    "scheduled",
                    "2018-05-10",
                    by=TRUMP,
                    target=_TARGET,
                    citations=cite("fox13-2018-05-24", "yna-2018-06-12-chron"),
                ),
                step(
                    "cancelled",
                    "2018-05-24",
                    by=TRUMP,
                    citations=cite("letter-2018-05-24", "ss-2018-05-24", "fox13-2018-05-24"),
                ),
                step(
                    "reinstated",
                    "2018-06-01",
                    by=TRUMP,
                    target=_TARGET,
                    citations=cite("npr-2018-06-01", "cnn-2018-06-01", "newson6-2018-06-01"),
                ),
                step("held", "2018-06-12", citations=cite("wiki-singapore", "state-travels")),
            ],
            "outcome": {
                "result": "joint_statement",
                "commitments": [
                    {
                        "by": KIM_JONG_UN,
                        "text": "To destroy a missile-engine test site; not in the signed document.",
                        "form": "oral",
                    }
                ],
            },
            "citations": cite("wiki-singapore", "state-travels", "hill-2018-06-20"),
        },
        # From the facts, s-2018-05-26-panmunjom
        {
            "id": "panmunjom-2018-05",
            "title": "May 2018 inter-Korean summit",
            "kind": "impromptu_meeting",
            "parties": [party("Moon Jae-in", "KOR", office="President"), KIM_JONG_UN],
            "date": "2018-05-26",
            "steps": [step("requested", "2018-05-25", by=KIM_JONG_UN), step("held", "2018-05-26")],
            "citations": cite("chosun-2018-05-28", "wiki-2018-05"),
        },
    )
    about = {"regarding": [{"type": "summit", "id": "singapore-2018"}]}
    write(
        shared,
        "communications",
        # From the facts, l-2018-05-24-trump
        {
            "id": "trump-cancels",
            "kind": "letter",
            "date": "2018-05-24",
            "from": TRUMP,
            "to": KIM_JONG_UN,
            "summary": "Cancels the Singapore summit.",
            "quotes": [{"text": "tremendous anger and open hostility"}],
            "citations": cite("letter-2018-05-24", "ss-2018-05-24"),
            **about,
        },
        # From the facts, s-2018-06-12-singapore, history 2018-05-25: no step of the summit, since nothing was decided
        {
            "id": "trump-productive-talks",
            "kind": "statement",
            "date": "2018-05-25",
            "from": TRUMP,
            "summary": "Productive talks; it would likely remain 12 June in Singapore.",
            "citations": cite("zh-2018-05-26"),
            **about,
        },
        # From the facts, l-2018-05-29-kim
        {
            "id": "kim-revives",
            "kind": "letter",
            "date": "2018-06-01",
            "written": "2018-05-29",
            "from": KIM_JONG_UN,
            "to": TRUMP,
            "carried_by": party("Kim Yong Chol", "PRK"),
            "summary": "Written to revive the summit.",
            "citations": cite("npr-2018-06-01", "cnn-2018-06-01"),
            **about,
        },
    )
    return shared


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-03-07", (None, None)),
        ("2018-03-08", ("accepted", "2018-03-08")),
        ("2018-05-23", ("scheduled", "2018-05-10")),
        ("2018-05-24", ("cancelled", "2018-05-24")),
        ("2018-05-31", ("cancelled", "2018-05-24")),
        ("2018-06-01", ("reinstated", "2018-06-01")),
        ("2018-06-11", ("reinstated", "2018-06-01")),
        ("2018-06-12", ("held", "2018-06-12")),
    ],
)
def test_each_day_has_its_own_status(told: Api, day: str, expected: tuple[str | None, str | None]) -> None:
    assert standing(told, SINGAPORE, as_of=day) == expected


def test_the_situation_drops_it_when_cancelled_and_has_it_back_when_reinstated(told: Api) -> None:
    days = ("2018-05-23", "2018-05-24", "2018-05-25", "2018-06-01", "2018-06-12")
    found = {day: situation(told, as_of=day) for day in days}
    assert {day: preparing(answer) for day, answer in found.items()} == {
        "2018-05-23": {"singapore-2018": "scheduled"},
        "2018-05-24": {},
        "2018-05-25": {"panmunjom-2018-05": "requested"},
        "2018-06-01": {"singapore-2018": "reinstated"},
        "2018-06-12": {},
    }
    assert [last_held(answer) for answer in found.values()] == [
        None,
        None,
        None,
        "panmunjom-2018-05",
        "singapore-2018",
    ]


def test_a_reinstated_summit_is_told_with_its_target_who_asked_and_who_reported_it(told: Api) -> None:
    (again,) = situation(told, as_of="2018-06-01")["summits_in_preparation"]
    assert (again["since"], again["rests_on"]["by"]["name"]) == ("2018-06-01", "Donald J. Trump")
    assert again["rests_on"]["target"]["date"] == "2018-06-12"
    assert again["rests_on"]["target"]["place"]["name"] == "Singapore"
    assert cited(again["rests_on"]) == ["npr-2018-06-01", "cnn-2018-06-01", "newson6-2018-06-01"]
    assert (again["asked_for"]["status"], again["asked_for"]["by"]["name"]) == ("proposed", "Kim Jong Un")
    assert cited(again["asked_for"]) == ["ap-2018-03-08", "fox30-2018-03-08"]


def test_the_summit_held_is_told_with_its_result(told: Api) -> None:
    last = situation(told, as_of="2018-06-30")["last_summit_held"]
    assert (last["date"], last["result"]) == ("2018-06-12", "joint_statement")
    assert cited(last["rests_on"]) == ["wiki-singapore", "state-travels"]


def test_the_timeline_of_those_days_has_letters_and_steps_in_one_stream(told: Api) -> None:
    assert timeline(told, since="2018-05-24", to="2018-06-12") == [
        ("2018-05-24", "trump-cancels"),
        ("2018-05-24", "singapore-2018/steps/4"),
        ("2018-05-25", "trump-productive-talks"),
        ("2018-05-25", "panmunjom-2018-05/steps/0"),
        ("2018-05-26", "panmunjom-2018-05/steps/1"),
        ("2018-06-01", "kim-revives"),
        ("2018-06-01", "singapore-2018/steps/5"),
        ("2018-06-12", "singapore-2018/steps/6"),
    ]


def test_the_timeline_around_it_reaches_back_to_the_reinstatement_only(told: Api) -> None:
    assert timeline(told, near=SINGAPORE, days=11) == [
        ("2018-06-01", "kim-revives"),
        ("2018-06-01", "singapore-2018/steps/5"),
        ("2018-06-12", "singapore-2018/steps/6"),
    ]


def test_the_public_knew_of_the_cancellation_on_its_day_and_of_the_reinstatement_on_its_own(
    told: Api,
) -> None:
    # The tweet of 10 May is cited from a page of 24 May, and coordination from one of 12 June.
    assert standing(told, SINGAPORE, as_of="2018-05-23", published_until="2018-05-23") == (
        "uncertain",
        "2018-03-08",
    )
    assert standing(told, SINGAPORE, published_until="2018-05-24") == ("cancelled", "2018-05-24")
    assert standing(told, SINGAPORE, published_until="2018-06-01") == ("reinstated", "2018-06-01")
    assert standing(told, SINGAPORE, as_of="2018-05-31", published_until="2018-06-01")[0] == "cancelled"


def test_a_page_without_a_date_is_no_public_evidence_that_it_was_held(told: Api) -> None:
    (held,) = [
        each
        for each in told.items("timeline", {"published_until": "2026-07-31", "kind": "summit_step"})
        if each["record"]["id"] == "singapore-2018" and each["pointer"] == "/steps/6"
    ]
    assert cited(held) == ["state-travels"]
