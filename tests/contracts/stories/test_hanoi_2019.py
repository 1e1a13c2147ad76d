"""A summit held without agreement (facts: s-2019-02-27-hanoi), and a date of its making that was corrected."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.factories import party, step
from tests.contracts.stories.telling import (
    KIM_JONG_UN,
    TRUMP,
    WHITE_HOUSE,
    add_sources,
    cite,
    cited,
    last_held,
    preparing,
    situation,
    standing,
    timeline,
    write,
)

HANOI = "summits/hanoi-2019"
_DAYS = "2019-02-27/2019-02-28"
_RI = party("Ri Yong Ho", "PRK", office="Foreign Minister")

_STEPS = [
    step(
        "requested",
        "2018-09-06",
        by=KIM_JONG_UN,
        citations=cite("washtimes-2018-09-07", "cnn-2018-09-07", "ap-2018-09-08"),
    ),
    step("coordinating", "2018-09-10", by=WHITE_HOUSE, citations=cite("cbs-2018-09-10", "seed-2018-09")),
    step(
        "coordinating",
        "2019-01-18",
        by=WHITE_HOUSE,
        target={"date": "2019-02~"},
        note="Near the end of February, place to be announced.",
        citations=cite("upi-2019-01-18"),
    ),
    step(
        "scheduled",
        "2019-02-05",
        by=TRUMP,
        target={"date": _DAYS, "place": {"country": "VNM"}},
        citations=cite("politico-2019-02-05"),
    ),
    step(
        "scheduled",
        "2019-02-08",
        by=TRUMP,
        target={"date": _DAYS, "place": {"name": "Hanoi", "country": "VNM"}},
        citations=cite("nknews-2019-02-hanoi", "ap-2019-02-08"),
    ),
    step("held", "2019-02-27", note="The summit opened.", citations=cite("wiki-hanoi", "state-travels")),
    step(
        "held",
        "2019-02-28",
        note="Cut short: working lunch and signing ceremony dropped.",
        citations=cite("wiki-hanoi", "gazette-2019-02-28"),
    ),
]


def _hanoi(steps: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": "hanoi-2019",
        "title": "Trump - Kim, Hanoi (second US-DPRK summit)",
        "kind": "summit",
        "parties": [TRUMP, KIM_JONG_UN],
        "place": {"name": "Sofitel Legend Metropole, Hanoi", "country": "VNM"},
        "date": _DAYS,
        "steps": steps,
        "outcome": {"result": "no_agreement"},
        "claims": [
            {
                "id": "trump-on-sanctions",
                "about": "/outcome/result",
                "statement": "The DPRK wanted the sanctions lifted in their entirety.",
                "by": TRUMP,
                "stance": "asserts",
                "citations": cite("wiki-hanoi", "gazette-2019-02-28"),
            },
            {
                "id": "ri-on-sanctions",
                "about": "/outcome/result",
                "statement": "The DPRK asked for partial relief, five of eleven resolutions, for dismantling Yongbyon.",
                "by": _RI,
                "stance": "disputes",
                "responds_to": "trump-on-sanctions",
                "citations": cite("gazette-2019-02-28", "cgtn-2019-02-28", "hanoitimes-2019-03-01"),
            },
        ],
        "citations": cite("wiki-hanoi", "gazette-2019-02-28"),
    }


# From the facts, s-2018-06-12-singapore
_SINGAPORE = {
    "id": "singapore-2018",
    "title": "Trump - Kim, Singapore",
    "parties": [TRUMP, KIM_JONG_UN],
    "date": "2018-06-12",
    "steps": [step("held", "2018-06-12")],
    "outcome": {"result": "joint_statement"},
    "citations": cite("wiki-singapore", "state-travels"),
}


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    write(shared, "summits", _SINGAPORE, {**_hanoi(_STEPS), "follows": "singapore-2018"})
    return shared


def test_the_last_summit_held_ended_without_agreement(told: Api) -> None:
    last = situation(told, as_of="2019-03-01")["last_summit_held"]
    assert (last["record"]["id"], last["result"], last["follows"]) == (
        "hanoi-2019",
        "no_agreement",
        "singapore-2018",
    )
    assert (last["date"], last["date_earliest"], last["date_latest"]) == (_DAYS, "2019-02-27", "2019-02-28")
    assert (last["since"], last["since_rests_on"]["pointer"]) == ("2019-02-27", "/steps/5")
    assert (last["rests_on"]["pointer"], cited(last["rests_on"])) == (
        "/steps/6",
        ["wiki-hanoi", "gazette-2019-02-28"],
    )
    assert cited(last) == ["wiki-hanoi", "gazette-2019-02-28"]


def test_before_it_the_last_summit_was_another_and_had_a_statement(told: Api) -> None:
    answer = situation(told, as_of="2019-02-26")
    assert (last_held(answer), answer["last_summit_held"]["result"]) == ("singapore-2018", "joint_statement")
    assert preparing(answer) == {"hanoi-2019": "scheduled"}


def test_no_agreement_was_public_on_the_day_that_a_paper_told_it(told: Api) -> None:
    assert last_held(situation(told, published_until="2019-02-27")) is None
    last = situation(told, published_until="2019-02-28")["last_summit_held"]
    assert (last["record"]["id"], last["result"]) == ("hanoi-2019", "no_agreement")
    assert cited(last) == cited(last["rests_on"]) == ["gazette-2019-02-28"]


@pytest.mark.parametrize(
    ("day", "status", "since", "aimed_at", "where", "source"),
    [
        ("2018-09-10", "coordinating", "2018-09-10", None, None, "cbs-2018-09-10"),
        ("2019-01-18", "coordinating", "2018-09-10", "2019-02~", None, "upi-2019-01-18"),
        ("2019-02-05", "scheduled", "2019-02-05", _DAYS, (None, "VNM"), "politico-2019-02-05"),
        ("2019-02-08", "scheduled", "2019-02-05", _DAYS, ("Hanoi", "VNM"), "nknews-2019-02-hanoi"),
    ],
)
def test_what_was_aimed_at_grew_more_precise(
    told: Api, day: str, status: str, since: str, aimed_at: str | None, where: Any, source: str
) -> None:
    (found,) = situation(told, as_of=day)["summits_in_preparation"]
    assert (found["status"], found["since"]) == (status, since)
    target = found["rests_on"]["target"] or {"date": None, "place": None}
    place = target["place"] and (target["place"]["name"], target["place"]["country"])
    assert (target["date"], place) == (aimed_at, where)
    assert cited(found["rests_on"])[0] == source


def test_both_accounts_of_why_it_failed_stand_side_by_side(told: Api) -> None:
    claims = told.read(HANOI)["claims"]
    assert [(each["by"]["name"], each["stance"], each["responds_to"]) for each in claims] == [
        ("Donald J. Trump", "asserts", None),
        ("Ri Yong Ho", "disputes", "trump-on-sanctions"),
    ]
    assert cited(claims[1]) == ["gazette-2019-02-28", "cgtn-2019-02-28", "hanoitimes-2019-03-01"]


def test_a_corrected_date_changes_todays_answer_and_not_the_one_known_before(service: Api) -> None:
    # From the facts, s-2019-02-27-hanoi, last claim: Wikipedia dates the White House's confirmation to
    # 11 September, reports of the time to Monday the 10th.
    first = [_STEPS[0], step("coordinating", "2018-09-11", by=WHITE_HOUSE, citations=cite("wiki-hanoi"))]
    (made,) = write(service, "summits", _hanoi([*first, *_STEPS[5:]]))
    add_sources(service, "cbs-2018-09-10")
    right = step("coordinating", "2018-09-10", by=WHITE_HOUSE, citations=cite("cbs-2018-09-10"))
    service.revise(HANOI, steps=[_STEPS[0], right, *_STEPS[5:]])
    that_monday = {"as_of": "2018-09-10"}
    assert standing(service, HANOI, **that_monday) == ("coordinating", "2018-09-10")
    assert preparing(situation(service, **that_monday)) == {"hanoi-2019": "coordinating"}
    before = {"known_at": made["recorded_at"], **that_monday}
    assert standing(service, HANOI, **before) == ("requested", "2018-09-06")
    (then,) = situation(service, **before)["summits_in_preparation"]
    assert (then["status"], cited(then["rests_on"])[0]) == ("requested", "washtimes-2018-09-07")
    known = {"known_at": made["recorded_at"]}
    september = {"since": "2018-09-01", "to": "2018-09-30"}
    assert [day for day, _ in timeline(service, **september)] == ["2018-09-06", "2018-09-10"]
    assert [day for day, _ in timeline(service, **september, **known)] == ["2018-09-06", "2018-09-11"]
