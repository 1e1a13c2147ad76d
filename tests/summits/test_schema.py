"""Summits: what a body holds, the order of steps, and what a summit is found by."""

from itertools import permutations
from typing import Any

import pytest

from service.records.clocks import Clocks
from service.records.schemas.dates import DateBounds
from service.summits.record import SUMMIT
from service.summits.schema import STATUSES, SummitSchema
from tests.bodies import KIM, TRUMP, faults, summit

SCHEMA = SummitSchema()

SINGAPORE = {
    "id": "singapore-2018",
    "title": "Singapore summit",
    "kind": "summit",
    "parties": [TRUMP, KIM],
    "place": {"name": "Singapore", "country": "SGP", "precision": "town"},
    "date": "2018-06-12",
    "steps": [{"status": "held", "date": "2018-06-12"}],
    "citations": [
        {
            "source": "article",
            "quote": "their earlier sit-down in Singapore on June 12",
            "supports": ["/date"],
        }
    ],
}
SECOND = {
    "id": "second-meeting",
    "title": "Second meeting of Donald Trump and Kim Jong Un",
    "parties": [TRUMP, KIM],
    "steps": [
        {"status": "requested", "date": "../2018-09-10", "by": KIM},
        {
            "status": "coordinating",
            "date": "2018-09-10",
            "by": {"name": "White House", "country": "USA"},
            "citations": [{"source": "briefing", "quote": "already in the process of coordinating"}],
        },
    ],
    "follows": "singapore-2018",
    "citations": [{"source": "briefing"}],
}


def loaded(body: dict[str, Any]) -> dict[str, Any]:
    document = SCHEMA.load(body)
    assert SUMMIT.derive is not None
    return SUMMIT.derive(document)


def at(body: dict[str, Any], **clocks: Any) -> tuple[str | None, str | None]:
    assert SUMMIT.clocked is not None
    answer = SUMMIT.clocked(loaded(body), Clocks(**clocks))
    return answer["status"], answer["status_since"]


def steps(*dated: tuple[str, str]) -> list[dict[str, str]]:
    return [{"status": status, "date": date} for status, date in dated]


def test_the_singapore_summit_was_held() -> None:
    document = loaded(SINGAPORE)
    assert (document["status"], document["status_since"]) == ("held", "2018-06-12")
    assert (document["date_earliest"], document["date_latest"]) == ("2018-06-12", "2018-06-12")
    assert set(SUMMIT.found_by(document)) == {
        ("status", "held"),
        ("party", "Donald Trump"),
        ("party", "Kim Jong Un"),
        ("party_country", "USA"),
        ("party_country", "PRK"),
        ("place", "Singapore"),
        ("country", "SGP"),
    }


def test_the_second_meeting_is_coordinated_from_the_day_its_letter_is_known_of() -> None:
    document = loaded(SECOND)
    assert (document["status"], document["status_since"]) == ("coordinating", "2018-09-10")
    assert (document["date"], document["date_earliest"], document["place"]) == (None, None, None)
    assert at(SECOND, as_of="2018-09-10") == ("coordinating", "2018-09-10")
    assert at(SECOND, as_of="2018-09-09") == (None, None)


def test_an_undated_summit_has_the_dates_of_its_last_step() -> None:
    assert SUMMIT.date is not None
    assert SUMMIT.date(loaded(SECOND)) == DateBounds("2018-09-10", "2018-09-10")
    assert SUMMIT.date(loaded(SINGAPORE)) == DateBounds("2018-06-12", "2018-06-12")


def test_steps_that_were_not_public_do_not_count() -> None:
    assert at(SECOND, published_until="2018-09-10", is_public=lambda _: False) == (None, None)
    body = SECOND | {"citations": [{"source": "other"}]}
    assert at(body, published_until="2018-09-10", is_public=lambda source: source == "other") == (
        "uncertain",
        "2018-09-10",
    )


def test_a_summit_needs_a_title_parties_steps_and_a_source() -> None:
    assert faults(SCHEMA, {}) == [
        ("/title", "required"),
        ("/parties", "required"),
        ("/steps", "required"),
        ("/citations", "required"),
    ]
    assert faults(SCHEMA, summit(steps=[])) == [("/steps", "too_few_items")]


def test_a_summit_has_at_least_two_parties() -> None:
    assert faults(SCHEMA, summit(parties=[TRUMP])) == [("/parties", "too_few_items")]
    assert faults(SCHEMA, summit(parties=[TRUMP, {"country": "KP"}])) == [
        ("/parties/1/name", "required"),
        ("/parties/1/country", "invalid_country"),
    ]


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_may_follow_every_other(status: str) -> None:
    for other in STATUSES:
        assert SCHEMA.load(summit(steps=steps((status, "2018-05-24"), (other, "2018-06-01"))))


@pytest.mark.parametrize(
    "dates",
    [
        ("../2018-09-10", "2018-09-10"),
        ("2018", "2018-12-31"),
        ("2018-05", "2018-05-31", "2018-05-31", "2018-06/.."),
        ("2018-05-01", "2018-05-02/..", "2018-05-02", "2018-05-03"),
    ],
)
def test_steps_come_in_order_of_their_latest_then_earliest_day(dates: tuple[str, ...]) -> None:
    assert SCHEMA.load(summit(steps=steps(*(("scheduled", date) for date in dates))))


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        (("2018-06-12", "2018-06-11"), [1]),
        (("2018-12-31", "2018"), [1]),
        (("2018-09-10", "../2018-09-09"), [1]),
        (("2018-06-02/..", "2018-06-01"), [1]),
        (("2018-06-03", "2018-06-02", "2018-06-01", "2018-06-04"), [1, 2]),
    ],
)
def test_steps_out_of_order_are_refused_where_they_stand(dates: tuple[str, ...], wrong: list[int]) -> None:
    body = summit(steps=steps(*(("scheduled", date) for date in dates)))
    assert faults(SCHEMA, body) == [(f"/steps/{index}/date", "steps_out_of_order") for index in wrong]


def test_of_the_orders_of_different_days_one_is_taken() -> None:
    days = ("2018-06-01", "2018-06-02", "2018-06-03")
    for order in permutations(days):
        body = summit(steps=steps(*(("scheduled", date) for date in order)))
        if order == days:
            assert SCHEMA.load(body)
        else:
            assert {code for _, code in faults(SCHEMA, body)} == {"steps_out_of_order"}


def test_a_faulty_step_does_not_hide_the_order_of_the_others() -> None:
    body = summit(
        steps=[
            {"status": "held", "date": "2018-06-12"},
            5,
            {"status": "held", "date": "soon"},
            {"status": "planned", "date": "2018-06-11", "target": {"place": {}, "dat": 1}},
        ]
    )
    assert faults(SCHEMA, body) == [
        ("/steps/1", "wrong_type"),
        ("/steps/2/date", "invalid_date"),
        ("/steps/3/status", "invalid_choice"),
        ("/steps/3/target/place", "unnamed_place"),
        ("/steps/3/target/dat", "unknown_field"),
        ("/steps/3/date", "steps_out_of_order"),
    ]


def test_a_step_tells_what_was_aimed_at_then() -> None:
    body = summit(
        steps=[
            {
                "status": "scheduled",
                "date": "2018-05-10",
                "target": {"date": "2018-06-12", "place": {"country": "SGP"}},
            }
        ]
    )
    target = loaded(body)["steps"][0]["target"]
    assert (target["date_earliest"], target["place"]["name"]) == ("2018-06-12", None)


def test_an_outcome_holds_documents_and_commitments() -> None:
    outcome = {
        "result": "signed_document",
        "documents": [{"title": "Joint Statement", "url": "https://x.org/statement"}],
        "commitments": [
            {
                "by": KIM,
                "text": "Work toward denuclearization.",
                "form": "written",
                "regarding": [{"type": "facility", "id": "sohae"}],
            }
        ],
    }
    assert loaded(summit(outcome=outcome))["outcome"]["commitments"][0]["by"]["name"] == "Kim Jong Un"
    wrong = {
        "result": "success",
        "documents": [{"url": "x"}],
        "commitments": [{"form": "spoken", "regarding": ["sohae"]}],
    }
    assert faults(SCHEMA, summit(outcome=wrong)) == [
        ("/outcome/result", "invalid_choice"),
        ("/outcome/documents/0/title", "required"),
        ("/outcome/documents/0/url", "invalid_url"),
        ("/outcome/commitments/0/text", "required"),
        ("/outcome/commitments/0/form", "invalid_choice"),
        ("/outcome/commitments/0/regarding/0", "wrong_type"),
    ]


@pytest.mark.parametrize("name", ["status", "status_since", "date_earliest"])
def test_what_the_server_derives_is_no_field_of_a_body(name: str) -> None:
    assert faults(SCHEMA, summit(**{name: None})) == [(f"/{name}", "unknown_field")]
    assert name in SUMMIT.read_only or name in SummitSchema.read_only()
