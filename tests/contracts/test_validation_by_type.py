"""What each type demands of its fields (PRODUCT.md, section 1), over HTTP: one wrong field, one fault."""

from __future__ import annotations

from typing import Any

import pytest
from marshmallow import fields

from service.app import RECORD_TYPES
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, faults, nothing_stored

CITED = [factories.citation()]
STEP = factories.step("proposed", "2018-03-05")
FINDING = factories.finding()
APPEARANCE = {"category": "icbm", "presence": "displayed"}
CLAIM = {"statement": "So", "by": {"name": "X"}, "citations": CITED}
COMPONENT = {"id": "pad", "name": "Pad"}


def appearance(**changes: Any) -> dict[str, Any]:
    return {"appearances": [APPEARANCE | changes]}


def supporting(*pointers: str) -> dict[str, Any]:
    return {"citations": [factories.citation(supports=list(pointers))]}


def committed(**changes: Any) -> dict[str, Any]:
    return {"outcome": {"commitments": [{"text": "x"} | changes]}}


def located(**changes: Any) -> dict[str, Any]:
    return {"other_locations": [{"name": "x"} | changes]}


def active(**changes: Any) -> dict[str, Any]:
    return {"activity": [{"kind": "crane"} | changes]}


def found(**changes: Any) -> dict[str, Any]:
    return {"findings": [FINDING | changes]}


def claimed(**changes: Any) -> dict[str, Any]:
    return {"claims": [CLAIM | changes]}


WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("sources", {"id": "Not A Slug"}, "/id", "invalid_slug"),
    ("sources", {"id": "a" * 81}, "/id", "too_long"),
    ("sources", {"id": 7}, "/id", "wrong_type"),
    ("sources", {"titel": "x"}, "/titel", "unknown_field"),
    ("sources", {"title": ""}, "/title", "blank"),
    ("sources", {"title": " \n"}, "/title", "blank"),
    ("sources", {"title": None}, "/title", "null_not_allowed"),
    ("sources", {"title": "x" * 301}, "/title", "too_long"),
    ("sources", {"title": ["x"]}, "/title", "wrong_type"),
    ("sources", {"url": "ftp://example.org"}, "/url", "invalid_url"),
    ("sources", {"url": "javascript:alert(1)"}, "/url", "invalid_url"),
    ("sources", {"archived_url": "//example.org"}, "/archived_url", "invalid_url"),
    ("sources", {"same_as": ["https://x.org", "x"]}, "/same_as/1", "invalid_url"),
    ("sources", {"authors": "Somebody"}, "/authors", "wrong_type"),
    ("sources", {"authors": None}, "/authors", "null_not_allowed"),
    ("sources", {"authors": [""]}, "/authors/0", "blank"),
    ("sources", {"authors": ["x"] * 501}, "/authors", "too_many_items"),
    ("sources", {"published": "June 2018"}, "/published", "invalid_date"),
    ("sources", {"published": "2018-02-29"}, "/published", "invalid_date"),
    ("sources", {"published": 2018}, "/published", "wrong_type"),
    ("sources", {"kind": "blog"}, "/kind", "invalid_choice"),
    ("sources", {"language": "english please"}, "/language", "invalid_language"),
    ("sources", {"reliability": "G"}, "/reliability", "invalid_choice"),
    ("sources", {"retrieved_on": "2024-13"}, "/retrieved_on", "invalid_date"),
    ("sources", {"corrected": "2018-07-22/2018-07-20"}, "/corrected", "invalid_date"),
    ("systems", {"category": "tank"}, "/category", "invalid_choice"),
    ("systems", {"country": "KP"}, "/country", "invalid_country"),
    ("systems", {"country": "XXX"}, "/country", "invalid_country"),
    ("systems", {"aliases": [{"used_by": "x"}]}, "/aliases/0/name", "required"),
    ("systems", {"range_km": {"low": 5, "high": 4}}, "/range_km/low", "low_above_high"),
    ("systems", {"range_km": {}}, "/range_km", "empty_range"),
    ("systems", {"range_km": {"low": "5"}}, "/range_km/low", "wrong_type"),
    ("systems", {"range_km": {"low": True}}, "/range_km/low", "wrong_type"),
    ("systems", {"range_km": {"low": -1}}, "/range_km/low", "out_of_range"),
    ("systems", {"range_km": {"low": 1, "qualifier": "roughly"}}, "/range_km/qualifier", "invalid_choice"),
    ("systems", {"citations": []}, "/citations", "too_few_items"),
    ("systems", {"citations": [{}]}, "/citations/0/source", "required"),
    ("systems", {"citations": [factories.citation(quote="x" * 501)]}, "/citations/0/quote", "too_long"),
    ("systems", supporting("name"), "/citations/0/supports/0", "invalid_pointer"),
    ("systems", supporting("/nmae"), "/citations/0/supports/0", "unresolved_pointer"),
    ("systems", supporting("/aliases/0"), "/citations/0/supports/0", "unresolved_pointer"),
    ("systems", supporting("/aliases/-"), "/citations/0/supports/0", "unresolved_pointer"),
    ("systems", supporting("/name/0"), "/citations/0/supports/0", "unresolved_pointer"),
    ("systems", claimed(statement=None), "/claims/0/statement", "null_not_allowed"),
    ("systems", claimed(by={"office": "x"}), "/claims/0/by/name", "required"),
    ("systems", claimed(stance="says"), "/claims/0/stance", "invalid_choice"),
    ("systems", claimed(citations=[]), "/claims/0/citations", "too_few_items"),
    ("systems", claimed(about="/nmae"), "/claims/0/about", "unresolved_pointer"),
    ("systems", claimed(responds_to="none"), "/claims/0/responds_to", "unknown_claim"),
    ("systems", claimed(credibility=7), "/claims/0/credibility", "out_of_range"),
    ("systems", claimed(value=5), "/claims/0/value", "wrong_type"),
    ("systems", claimed(value="soon"), "/claims/0/value", "invalid_date"),
    ("systems", claimed(value={"low": 2, "high": 1}), "/claims/0/value/low", "low_above_high"),
    ("systems", {"claims": [CLAIM | {"id": "a"}, CLAIM | {"id": "a"}]}, "/claims/1/id", "duplicate_id"),
    ("summits", {"kind": "party"}, "/kind", "invalid_choice"),
    ("summits", {"parties": [factories.party("Kim")]}, "/parties", "too_few_items"),
    ("summits", {"parties": [{"name": "A"}, {"name": "B", "country": "prk"}]}, "/parties/1/country", "invalid_country"),
    ("summits", {"place": {"precision": "site"}}, "/place", "unnamed_place"),
    ("summits", {"place": {"name": "x", "latitude": 1}}, "/place/longitude", "incomplete_coordinates"),
    ("summits", {"place": {"name": "x", "latitude": 91, "longitude": 1}}, "/place/latitude", "out_of_range"),
    ("summits", {"place": {"name": "x", "longitude": -181, "latitude": 1}}, "/place/longitude", "out_of_range"),
    ("summits", {"steps": []}, "/steps", "too_few_items"),
    ("summits", {"steps": [STEP | {"status": "dreamt"}]}, "/steps/0/status", "invalid_choice"),
    ("summits", {"steps": [STEP, factories.step("held", "2018-03-04")]}, "/steps/1/date", "steps_out_of_order"),
    ("summits", {"steps": [STEP | {"target": {"date": "x"}}]}, "/steps/0/target/date", "invalid_date"),
    ("summits", {"outcome": {"result": "success"}}, "/outcome/result", "invalid_choice"),
    ("summits", {"outcome": {"documents": [{"url": "https://x.org"}]}}, "/outcome/documents/0/title", "required"),
    ("summits", committed(form="sung"), "/outcome/commitments/0/form", "invalid_choice"),
    ("communications", {"kind": "tweet"}, "/kind", "invalid_choice"),
    ("communications", {"from": None}, "/from", "null_not_allowed"),
    ("communications", {"to": {}}, "/to/name", "required"),
    ("communications", {"standing": "rumoured"}, "/standing", "invalid_choice"),
    ("communications", {"quotes": [{}]}, "/quotes/0/text", "required"),
    ("communications", {"quotes": [{"text": "x", "speaker": {}}]}, "/quotes/0/speaker/name", "required"),
    ("communications", {"regarding": ["summits/x"]}, "/regarding/0", "wrong_type"),
    ("communications", {"regarding": [{"type": "summit"}]}, "/regarding/0/id", "required"),
    ("parades", {"starts_at": "2018-02-08T11:30:00"}, "/starts_at", "invalid_instant"),
    ("parades", {"starts_at": "2018-02-30T11:30:00Z"}, "/starts_at", "invalid_instant"),
    ("parades", {"force": "naval"}, "/force", "invalid_choice"),
    ("parades", {"occasion": {"anniversary_years": 7.5}}, "/occasion/anniversary_years", "wrong_type"),
    ("parades", {"time_of_day": "dusk"}, "/time_of_day", "invalid_choice"),
    ("parades", {"broadcast": {"mode": "radio"}}, "/broadcast/mode", "invalid_choice"),
    ("parades", {"leader": {"attended": "yes"}}, "/leader/attended", "wrong_type"),
    ("parades", {"leader": {"spoke": 1}}, "/leader/spoke", "wrong_type"),
    ("parades", {"appearances": [{"presence": "displayed"}]}, "/appearances/0", "exactly_one_of"),
    ("parades", appearance(system=factories.SYSTEM), "/appearances/0", "exactly_one_of"),
    ("parades", appearance(presence="absent"), "/appearances/0/basis", "required"),
    ("parades", appearance(presence="hidden"), "/appearances/0/presence", "invalid_choice"),
    ("parades", appearance(identification="maybe"), "/appearances/0/identification", "invalid_choice"),
    ("parades", appearance(first_display="no"), "/appearances/0/first_display", "wrong_type"),
    ("facilities", {"kind": "villa"}, "/kind", "invalid_choice"),
    ("facilities", {"place": None}, "/place", "null_not_allowed"),
    ("facilities", {"declared": "no"}, "/declared", "wrong_type"),
    ("facilities", {"aliases": [{"name": "x", "language": "korean!"}]}, "/aliases/0/language", "invalid_language"),
    ("facilities", located(standing="odd"), "/other_locations/0/standing", "invalid_choice"),
    ("facilities", {"components": [{"name": "Pad"}]}, "/components/0/id", "required"),
    ("facilities", {"components": [COMPONENT, COMPONENT]}, "/components/1/id", "duplicate_id"),
    ("facilities", {"components": [COMPONENT | {"part_of": "none"}]}, "/components/0/part_of", "unknown_component"),
    ("facilities", {"components": [COMPONENT | {"part_of": "pad"}]}, "/components/0/part_of", "cyclic_components"),
    ("facilities", {"components": [COMPONENT | {"latitude": 1}]}, "/components/0/longitude", "incomplete_coordinates"),
    ("facilities", {"related": [{"facility": factories.FACILITY}]}, "/related/0/relation", "required"),
    ("observations", {"method": "hearsay"}, "/method", "invalid_choice"),
    ("observations", {"findings": []}, "/findings", "too_few_items"),
    ("observations", found(state="gone"), "/findings/0/state", "invalid_choice"),
    ("observations", found(aspect="position"), "/findings/0/state", "invalid_choice"),
    ("observations", found(aspect="colour"), "/findings/0/aspect", "invalid_choice"),
    ("observations", found(extent={"low": 0.5, "high": 1.5}), "/findings/0/extent/high", "out_of_range"),
    ("observations", found(extent={"low": 0.5, "high": 0.4}), "/findings/0/extent/low", "low_above_high"),
    ("observations", found(credibility=0), "/findings/0/credibility", "out_of_range"),
    ("observations", found(credibility=2.5), "/findings/0/credibility", "wrong_type"),
    ("observations", found(reversible="unknown"), "/findings/0/reversible", "wrong_type"),
    ("observations", {"imagery": [{"resolution_m": "0.3 m"}]}, "/imagery/0/resolution_m", "wrong_type"),
    ("observations", active(kind="dance"), "/activity/0/kind", "invalid_choice"),
    ("observations", active(level="some"), "/activity/0/level", "invalid_choice"),
    ("observations", active(count={"high": -1}), "/activity/0/count/high", "out_of_range"),
    ("observations", {"related": [{"relation": "retracts"}]}, "/related/0/observation", "required"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "changes", "pointer", "code"), WRONG, ids=[f"{p}{w}={c}" for p, _, w, c in WRONG]
)
def test_a_wrong_field_is_422_and_named(
    service: Api, path: str, changes: dict[str, Any], pointer: str, code: str
) -> None:
    service.furnish()
    with nothing_stored(service):
        assert faults(service.post(path, factories.BODIES[path](**changes))) == {(pointer, code)}


REQUIRED = {
    "sources": {"title", "published", "kind"},
    "systems": {"name", "category", "country", "citations"},
    "summits": {"title", "parties", "steps", "citations"},
    "communications": {"kind", "date", "from", "summary", "citations"},
    "parades": {"title", "date", "country", "citations"},
    "facilities": {"name", "kind", "country", "place", "citations"},
    "observations": {"facility", "date", "method", "findings", "citations"},
}


@pytest.mark.parametrize(("path", "required"), REQUIRED.items())
def test_what_is_required_of_each_type_is_demanded_at_once(
    service: Api, path: str, required: set[str]
) -> None:
    with nothing_stored(service):
        assert faults(service.post(path, {})) == {(f"/{name}", "required") for name in required}


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.path)
def test_no_field_of_any_type_takes_a_value_of_a_type_that_it_is_not(service: Api, record_type: Any) -> None:
    """An object, where no object fits; a number, where none does: each field says so itself."""
    service.furnish()
    declared = record_type.schema().fields
    body = factories.BODIES[record_type.path]()
    for wrong in ({"x": 1}, 12.5, [[]], False):
        sent = body | dict.fromkeys(declared, wrong)
        with nothing_stored(service):
            answer = service.post(record_type.path, sent)
            errors = assert_problem(answer, 422, "validation-failed")["errors"]
        with_errors = {error["pointer"].split("/")[1] for error in errors}
        fitting = {
            name for name, field in declared.items() if isinstance(field, fields.Boolean) and wrong is False
        }
        assert with_errors == set(declared) - fitting, wrong


def test_an_unknown_field_is_refused_with_what_was_probably_meant(service: Api) -> None:
    answer = service.post("sources", factories.source(publishd="2018", citations=CITED))
    details = {error["pointer"]: error["detail"] for error in answer.get_json(force=True)["errors"]}
    assert "'published'" in details["/publishd"]
    assert "Did you mean" not in details["/citations"]


def test_an_unknown_value_is_refused_with_what_was_probably_meant(service: Api) -> None:
    answer = service.post("sources", factories.source(kind="news-article"))
    assert "'news_article'" in answer.get_json(force=True)["errors"][0]["detail"]


RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("sources", {"published": None, "language": "ko-KR", "reliability": "A", "url": "http://x.org/?a=b#c"}),
    ("systems", {"range_km": {"low": 300.5, "qualifier": "at_least"}}),
    ("systems", claimed(about="/name", value={"low": 1, "high": 1, "qualifier": "exact"})),
    ("systems", claimed(about="the name", value={"country": "PRK", "name": "Pyongyang"})),
    ("systems", {"claims": [CLAIM | {"id": "a", "value": "2018~"}, CLAIM | {"responds_to": "a"}]}),
    ("systems", {"citations": [factories.citation(supports=["", "/name", "/citations/0/source"])]}),
    ("summits", {"date": None, "place": {"country": "SGP"}}),
    ("summits", {"steps": [STEP, STEP | {"status": "cancelled"}, STEP | {"status": "reinstated"}]}),
    ("communications", {"from": {"name": "unnamed officials"}, "to": None}),
    ("parades", appearance(presence="absent", basis="inferred", quantity={"high": 4, "qualifier": "up_to"})),
    ("parades", {"starts_at": "2018-02-08T11:30:00.5+08:30"}),
    ("facilities", {"declared": None, "place": {"name": "x", "latitude": -90, "longitude": 180}}),
    ("observations", found(component=None, aspect="activity", state="idle", extent={"low": 0, "high": 1})),
]  # fmt: skip


@pytest.mark.parametrize(("path", "changes"), RIGHT)
def test_what_the_contract_allows_is_accepted_and_served_as_sent(
    service: Api, path: str, changes: dict[str, Any]
) -> None:
    made = service.make(path, id="one", **changes)
    for name, sent in changes.items():
        if name != "starts_at":
            assert holds(made[name], sent), (made[name], sent)


def holds(served: Any, sent: Any) -> bool:
    """Whether all that was sent is served; more may be."""
    if isinstance(sent, dict):
        return all(holds(served[name], value) for name, value in sent.items())
    if isinstance(sent, list):
        return len(served) == len(sent) and all(map(holds, served, sent))
    return bool(served == sent)


@pytest.mark.parametrize(
    "date",
    [
        "2018-09-09",
        "2018-09",
        "2018",
        "2018-09~",
        "2018-07?",
        "2018-07%",
        "2018-07-20/2018-07-22",
        "2018-07/..",
        "../2018-07",
        "2018-XX",
        "201X",
        "2018-21",
    ],
)
def test_edtf_level_1_dates_are_accepted_as_written(service: Api, date: str) -> None:
    assert service.make("sources", published=date)["published"] == date


@pytest.mark.parametrize(
    "date",
    [
        "2018-9-9",
        "20180909",
        "2018-09-09T00:00",
        "{2018,2019}",
        "2018-09-..",
        "unknown",
        "",
        "2018-00",
        "2018-02-30",
        "2018-07-22/2018-07-20",
        "12018",
        "y12018",
        "../..",
        "/",
        " 2018",
    ],
)
def test_a_date_beyond_edtf_level_1_is_refused(service: Api, date: str) -> None:
    with nothing_stored(service):
        ((pointer, code),) = faults(service.post("sources", factories.source(published=date)))
    assert (pointer, code) in {("/published", "invalid_date"), ("/published", "blank")}
