"""Fields that the server sets: refused in a body unless they equal what is stored."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import faults, nothing_stored

RICH: dict[str, dict[str, Any]] = {
    "sources": {"retrieved_on": "2024-05~", "corrected": "2024"},
    "actors": {"offices": [{"title": "Minister", "from": "2019", "to": "2019-07~"}]},
    "systems": {"range_km": {"low": 300, "high": 500}},
    "summits": {
        "date": "2018-06-12",
        "steps": [factories.step("scheduled", "2018-05", target={"date": "2018-06-12"})],
    },
    "communications": {"written": "2018-02", "delivered": "2018-03-01"},
    "parades": {"starts_at": "2018-02-08T11:30:00+09:00", "broadcast": {"aired": "2018-02-08"}},
    "facilities": {"components": [{"id": "pad", "name": "Pad", "first_identified": "../2018"}]},
    "observations": {"imagery": [{"acquired": "2018-04-01"}], "activity": [{"kind": "crane"}]},
}


@pytest.mark.parametrize("path", factories.BODIES)
def test_a_client_may_send_back_what_it_read_and_nothing_changes(service: Api, path: str) -> None:
    claims = [
        {"statement": "So", "by": {"name": "X"}, "value": {"low": 1}, "citations": [factories.citation()]}
    ]
    made = service.make(path, id="one", claims=claims, **RICH[path])
    with nothing_stored(service):
        for answer in (service.put(f"{path}/one", made, match="*"), service.patch(f"{path}/one", made)):
            assert answer.status_code == 200, answer.text
            assert answer.json == made


@pytest.mark.parametrize("path", factories.BODIES)
def test_a_client_may_change_one_field_of_what_it_read(service: Api, path: str) -> None:
    made = service.make(path, id="one", **RICH[path])
    answer = service.put(f"{path}/one", made | {"note": "Looked at again"}, match="*")
    assert answer.status_code == 200, answer.text
    own = ("revision", "recorded_at", "note")
    assert {name: value for name, value in answer.json.items() if name not in own} == {
        name: value for name, value in made.items() if name not in own
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "source"),
        ("revision", 2),
        ("revision", "1"),
        ("revision", True),
        ("recorded_at", "2018-01-01T00:00:00.000000Z"),
        ("self", "/v1/summits/two"),
        ("self", None),
        ("status", "held"),
        ("status_since", "2018-01-01"),
        ("date_earliest", "2018-06-13"),
        ("date_latest", None),
    ],
)
def test_a_value_that_differs_is_refused(service: Api, name: str, value: Any) -> None:
    made = service.make("summits", id="one", **RICH["summits"])
    with nothing_stored(service):
        answer = service.put("summits/one", made | {name: value}, match="*")
        assert faults(answer) == {(f"/{name}", "read_only")}


def test_a_value_that_differs_is_refused_at_any_depth(service: Api) -> None:
    made = service.make("summits", id="one", **RICH["summits"])
    made["steps"][0]["date_latest"] = "2018-05-30"
    made["steps"][0]["target"]["date_earliest"] = None
    with nothing_stored(service):
        assert faults(service.put("summits/one", made, match="*")) == {
            ("/steps/0/date_latest", "read_only"),
            ("/steps/0/target/date_earliest", "read_only"),
        }


def test_a_date_may_be_changed_with_its_old_bounds_still_beside_it(service: Api) -> None:
    made = service.make("summits", id="one", **RICH["summits"])
    made["date"], made["steps"][0]["target"]["date"] = "2018-07", "2018-07-04"
    answer = service.put("summits/one", made, match="*")
    assert answer.status_code == 200, answer.text
    assert (answer.json["date_earliest"], answer.json["date_latest"]) == ("2018-07-01", "2018-07-31")
    assert answer.json["steps"][0]["target"]["date_latest"] == "2018-07-04"


def test_a_step_may_be_put_before_others_that_keep_their_bounds(service: Api) -> None:
    made = service.make("summits", id="one", **RICH["summits"])
    made["steps"].insert(0, factories.step("proposed", "2018-03"))
    answer = service.put("summits/one", made, match="*")
    assert answer.status_code == 200, answer.text
    assert [step["date_latest"] for step in answer.json["steps"]] == ["2018-03-31", "2018-05-31"]


def test_a_status_may_be_sent_back_that_a_new_step_changes(service: Api) -> None:
    made = service.make("summits", id="one", **RICH["summits"])
    assert made["status"] == "scheduled"
    made["steps"].append(factories.step("held", "2018-06-12"))
    answer = service.put("summits/one", made, match="*")
    assert answer.status_code == 200, answer.text
    assert (answer.json["status"], answer.json["status_since"]) == ("held", "2018-06-12")


@pytest.mark.parametrize("clock", [{"as_of": "2018-01-01"}, {"published_until": "1990-01-01"}])
def test_what_was_read_under_an_earlier_clock_may_be_sent_back(service: Api, clock: dict[str, str]) -> None:
    made = service.make("summits", id="one", **RICH["summits"])
    read = service.read("summits/one", clock)
    assert (read["status"], read["status_since"]) == (None, None)
    with nothing_stored(service):
        assert service.put("summits/one", read, match="*").json == made


def test_a_patch_cannot_take_away_what_is_derived(service: Api) -> None:
    service.make("summits", id="one", **RICH["summits"])
    with nothing_stored(service):
        assert faults(service.patch("summits/one", {"status": None})) == {("/status", "read_only")}


def test_a_record_with_inlined_records_is_refused_as_a_body(service: Api) -> None:
    service.make("summits", id="one", **RICH["summits"])
    read = service.read("summits/one", {"expand": "citations.source"})
    with nothing_stored(service):
        assert faults(service.put("summits/one", read, match="*")) == {("/citations/0/source", "wrong_type")}


def test_a_new_record_may_bring_what_follows_from_its_body(service: Api) -> None:
    service.furnish()
    body = factories.parade(
        id="one", type="parade", self="/v1/parades/one", date_earliest="2018-02-08", date_latest="2018-02-08"
    )
    assert service.post("parades", body).status_code == 201


@pytest.mark.parametrize(("name", "value"), [("revision", 1), ("recorded_at", "2018-01-01T00:00:00.000000Z")])
def test_a_new_record_cannot_bring_a_revision_or_an_instant(service: Api, name: str, value: Any) -> None:
    with nothing_stored(service):
        answer = service.post("sources", factories.source(id="one", **{name: value}))
        assert faults(answer) == {(f"/{name}", "read_only")}


def test_the_revision_that_a_deleted_record_had_may_come_back_with_it(service: Api) -> None:
    made = service.make("sources", id="one")
    service.remove("sources/one")
    assert service.put("sources/one", made).json["revision"] == 3


def test_the_read_only_fields_of_one_type_are_unknown_in_another(service: Api) -> None:
    service.furnish()
    answer = service.post("parades", factories.parade(status="held"))
    assert faults(answer) == {("/status", "unknown_field")}
