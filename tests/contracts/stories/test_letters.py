"""A letter that its alleged sender denied, one known from unnamed officials, one refused, one that was none."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api
from tests.contracts.factories import party
from tests.contracts.stories.telling import KIM_JONG_UN, TRUMP, cite, cited, situation, timeline, write

POST = party("Washington Post, citing two unnamed officials", "USA")


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    write(
        shared,
        "communications",
        # From the facts, l-2018-08-belligerent
        {
            "id": "belligerent-letter",
            "kind": "letter",
            "date": "2018-08-24",
            "delivered": "2018-08-24",
            "disclosed": "2018-08-27",
            "standing": "reported",
            "from": party("Kim Yong Chol", "PRK"),
            "to": party("Mike Pompeo", "USA", office="Secretary of State"),
            "summary": "A belligerent message before a planned visit; contents not public.",
            "tone": "belligerent",
            "described_by": POST,
            "citations": cite("reuters-2018-08-28", "rappler-2018-08", "nextnews24-2018-09-06"),
        },
        # From the facts, l-2020-03-trump
        {
            "id": "trump-covid-letter",
            "kind": "letter",
            "date": "2020-03",
            "standing": "confirmed",
            "from": TRUMP,
            "to": KIM_JONG_UN,
            "summary": "COVID-19 cooperation.",
            "citations": cite("yna-2020-04-19"),
        },
        # From the facts, l-2020-04-claimed
        {
            "id": "nice-note",
            "kind": "letter",
            "date": "2020-04-18",
            "disclosed": "2020-04-18",
            "standing": "disputed",
            "from": KIM_JONG_UN,
            "to": TRUMP,
            "summary": "A nice note, as Trump says; the DPRK denies having sent any.",
            "claims": [
                {
                    "id": "received",
                    "about": "/standing",
                    "statement": "Received a nice note recently.",
                    "by": TRUMP,
                    "stance": "asserts",
                    "citations": cite("yna-2020-04-19", "globe-2020-04-19", "voa-2020-04-19"),
                },
                {
                    "id": "not-sent",
                    "about": "/standing",
                    "statement": "No letter was sent.",
                    "by": party("DPRK Foreign Ministry", "PRK"),
                    "stance": "denies",
                    "responds_to": "received",
                    "citations": cite("yna-2020-04-19", "globe-2020-04-19", "voa-2020-04-19"),
                },
            ],
            "citations": cite("yna-2020-04-19", "globe-2020-04-19", "voa-2020-04-19"),
        },
        # From the facts, l-2025-trump-refused
        {
            "id": "refused-letter",
            "kind": "letter",
            "date": "2025-06-11",
            "disclosed": "2025-06-11",
            "standing": "refused",
            "from": TRUMP,
            "to": KIM_JONG_UN,
            "summary": "The DPRK mission to the UN did not take it.",
            "citations": cite("kbs-2025-06-12", "aa-2025-06-11"),
        },
    )
    return shared


def test_a_disputed_letter_is_told_as_disputed_and_never_dropped(told: Api) -> None:
    letter = situation(told, as_of="2020-04-30")["latest_communications"][0]
    assert (letter["record"]["id"], letter["standing"]) == ("nice-note", "disputed")
    assert cited(letter) == ["yna-2020-04-19", "globe-2020-04-19", "voa-2020-04-19"]
    (listed,) = told.items("timeline", {"from": "2020-04-18", "to": "2020-04-19"})
    assert "(disputed)" in listed["summary"]


def test_the_assertion_and_the_denial_stand_side_by_side_with_their_sources(told: Api) -> None:
    claims = told.read("communications/nice-note")["claims"]
    assert [(each["by"]["country"], each["stance"], each["responds_to"]) for each in claims] == [
        ("USA", "asserts", None),
        ("PRK", "denies", "received"),
    ]
    assert all(cited(each) for each in claims)


def test_each_letter_keeps_its_own_standing(told: Api) -> None:
    found = {each["record"]["id"]: each["standing"] for each in situation(told)["latest_communications"]}
    assert found == {
        "refused-letter": "refused",
        "nice-note": "disputed",
        "trump-covid-letter": "confirmed",
        "belligerent-letter": "reported",
    }


def test_the_letter_was_not_public_on_the_day_before_it_was_reported_and_denied(told: Api) -> None:
    assert [
        each["record"]["id"]
        for each in situation(told, published_until="2020-04-18")["latest_communications"]
    ] == ["belligerent-letter"]
    assert timeline(told, since="2020-01-01", to="2020-12-31", published_until="2020-04-18") == []
    assert timeline(told, since="2020-01-01", to="2020-12-31", published_until="2020-04-19") == [
        ("2020-03", "trump-covid-letter"),
        ("2020-04-18", "nice-note"),
    ]


def test_a_letter_reported_from_unnamed_officials_says_who_called_it_belligerent(told: Api) -> None:
    (letter,) = situation(told, as_of="2018-08-24")["latest_communications"]
    assert (letter["standing"], letter["tone"], letter["described_by"]["name"]) == (
        "reported",
        "belligerent",
        POST["name"],
    )
    # Delivered on the 24th, it became known later: pages of August, so from the last of the month.
    assert situation(told, published_until="2018-08-30")["latest_communications"] == []
    (known,) = situation(told, published_until="2018-08-31")["latest_communications"]
    assert cited(known) == ["reuters-2018-08-28", "rappler-2018-08"]


def test_a_letter_corrected_to_an_oral_message_is_still_read_as_it_was_first_held(service: Api) -> None:
    # From the facts, l-2018-03-08-oral
    told_as = {
        "id": "invitation-of-8-march",
        "date": "2018-03-08",
        "from": KIM_JONG_UN,
        "to": TRUMP,
        "carried_by": party("Chung Eui-yong", "KOR"),
        "summary": "An invitation to meet.",
        "citations": cite("fox30-2018-03-08", "ap-2018-03-08"),
    }
    (first,) = write(service, "communications", {**told_as, "kind": "letter"})
    service.revise("communications/invitation-of-8-march", kind="oral_message")
    (now,) = situation(service)["latest_communications"]
    (then,) = situation(service, known_at=first["recorded_at"])["latest_communications"]
    assert (now["kind"], then["kind"]) == ("oral_message", "letter")
    assert cited(now) == cited(then) == ["fox30-2018-03-08", "ap-2018-03-08"]
    (entry,) = service.items("timeline")
    assert entry["summary"].startswith("Oral message from Kim Jong Un")
    history = service.items("communications/invitation-of-8-march/revisions")
    assert {"op": "replace", "path": "/kind", "value": "oral_message"} in history[0]["patch"] + history[-1][
        "patch"
    ]
