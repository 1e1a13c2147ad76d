"""Validation reports every fault of a body at once, whatever finds it."""

from __future__ import annotations

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, faults, nothing_stored

EVERYTHING_WRONG = {
    "titel": "A meeting",
    "revision": 7,
    "date": "2018-02-30",
    "date_earliest": "2018-02-01",
    "parties": [{"name": "Kim Jong Un", "country": "Korea"}],
    "place": {"latitude": 91, "precision": "vague"},
    "steps": [
        {"status": "held", "date": "2018-06", "date_latest": "2018-06-12"},
        {"status": "dreamt", "date": "2018-05", "citations": [{"source": "nowhere"}]},
    ],
    "follows": "no-summit",
    "outcome": {"commitments": [{"text": "x", "regarding": [{"type": "treaty", "id": "x"}]}]},
    "claims": [{"about": "/nothing/here", "statement": "x", "by": {"name": "x"}, "citations": []}],
    "citations": [{"source": "a-source", "supports": ["/steps/7", "no pointer"]}],
}
FAULTS = {
    ("/title", "required"),
    ("/titel", "unknown_field"),
    ("/revision", "read_only"),
    ("/date", "invalid_date"),
    ("/parties", "too_few_items"),
    ("/parties/0/country", "invalid_country"),
    ("/place", "unnamed_place"),
    ("/place/latitude", "out_of_range"),
    ("/place/longitude", "incomplete_coordinates"),
    ("/place/precision", "invalid_choice"),
    ("/steps/0/date_latest", "read_only"),
    ("/steps/1/status", "invalid_choice"),
    ("/steps/1/date", "steps_out_of_order"),
    ("/steps/1/citations/0/source", "unknown_reference"),
    ("/follows", "unknown_reference"),
    ("/outcome/commitments/0/regarding/0/type", "unknown_type"),
    ("/claims/0/about", "unresolved_pointer"),
    ("/claims/0/citations", "too_few_items"),
    ("/citations/0/supports/0", "unresolved_pointer"),
    ("/citations/0/supports/1", "invalid_pointer"),
}


def test_post_reports_all_faults_at_once(service: Api) -> None:
    service.furnish()
    with nothing_stored(service):
        assert faults(service.post("summits", EVERYTHING_WRONG)) == FAULTS


def test_put_reports_all_faults_at_once(service: Api) -> None:
    service.furnish()
    with nothing_stored(service):
        body = EVERYTHING_WRONG | {"id": "two"}
        assert faults(service.put("summits/one", body)) == FAULTS | {("/id", "id_differs")}


def test_patch_reports_all_faults_at_once(service: Api) -> None:
    service.make("summits", id="one", title="Had one")
    with nothing_stored(service):
        body = EVERYTHING_WRONG | {"title": None}
        assert faults(service.patch("summits/one", body)) == FAULTS


def test_what_only_the_store_knows_is_reported_together_too(service: Api) -> None:
    made = service.make("facilities", id="one", components=[{"id": "pad", "name": "Pad"}])
    service.make("observations", facility="one", findings=[factories.finding(component="pad")])
    body = made | {
        "components": [],
        "citations": [factories.citation("nowhere")],
        "related": [{"facility": "one", "relation": "supports"}],
        "revision": 9,
    }
    with nothing_stored(service):
        assert faults(service.put("facilities/one", body, match="*")) == {
            ("/components", "part_in_use"),
            ("/citations/0/source", "unknown_reference"),
            ("/related/0/facility", "self_reference"),
            ("/revision", "read_only"),
        }


def test_a_thousand_faults_are_enough(service: Api) -> None:
    with nothing_stored(service):
        answer = service.post("sources", factories.source(**{f"x{number}": 1 for number in range(5000)}))
        problem = assert_problem(answer, 422, "validation-failed")
    assert len(problem["errors"]) == 1000
    assert problem["errors_truncated"] is True
