"""Observations: what a body holds, which states an aspect has, and what an observation is found by."""

import pytest

from service.observations.record import OBSERVATION
from service.observations.schema import STATES_OF_ASPECT, ObservationSchema
from service.records.schemas.branches import places
from service.records.schemas.schema import references
from tests.bodies import faults, observation

SCHEMA = ObservationSchema()

JULY_20 = observation(
    facility="sohae",
    id="sohae-2018-07-20",
    findings=[
        {
            "component": "rail-structure",
            "aspect": "position",
            "state": "relocated",
            "description": "In mid-pad.",
        },
        {
            "component": "rail-structure",
            "state": "partially_dismantled",
            "description": "Roof partly removed.",
        },
        {"component": "bunkers", "state": "intact"},
        {"component": "processing-building", "state": "intact"},
        {"component": "gantry-tower", "state": "intact"},
    ],
    activity=[
        {"kind": "vehicles", "count": {"low": 10, "qualifier": "at_least"}},
        {"kind": "crane", "component": "pad"},
    ],
)
JULY_22 = observation(
    facility="sohae",
    date="2018-07-22",
    imagery=[{"provider": "Airbus", "acquired": "2018-07-22", "resolution_m": 0.5}],
    findings=[
        {
            "component": "rail-structure",
            "state": "partially_dismantled",
            "extent": {"low": 0.25, "high": 1},
            "credibility": 2,
            "alternatives": ["Being modified, not taken down."],
            "reversible": True,
        }
    ],
    related=[
        {"observation": "sohae-2018-07-20", "relation": "corroborates", "components": ["rail-structure"]}
    ],
)


def test_an_observation_needs_a_facility_a_date_a_method_findings_and_a_source() -> None:
    assert faults(SCHEMA, {}) == [
        ("/facility", "required"),
        ("/date", "required"),
        ("/method", "required"),
        ("/findings", "required"),
        ("/citations", "required"),
    ]
    assert faults(SCHEMA, observation(findings=[])) == [("/findings", "too_few_items")]


def test_one_component_may_have_findings_in_two_aspects() -> None:
    found = SCHEMA.load(JULY_20)["findings"][:2]
    assert [(one["component"], one["aspect"], one["state"]) for one in found] == [
        ("rail-structure", "position", "relocated"),
        ("rail-structure", "integrity", "partially_dismantled"),
    ]


def test_an_observation_is_found_by_facility_method_states_and_components() -> None:
    document = SCHEMA.load(JULY_20)
    filters = {declared.name for declared in OBSERVATION.filters}
    assert {(name, value) for name, value in OBSERVATION.found_by(document) if name in filters} == {
        ("facility", "sohae"),
        ("method", "satellite_imagery"),
        ("state", "relocated"),
        ("state", "partially_dismantled"),
        ("state", "intact"),
        ("component", "rail-structure"),
        ("component", "bunkers"),
        ("component", "processing-building"),
        ("component", "gantry-tower"),
        ("component", "pad"),
    }
    assert OBSERVATION.title(document) == "sohae"


def test_its_findings_are_found_in_the_order_of_their_days() -> None:
    related = [{"observation": each, "relation": each} for each in ("supersedes", "retracts", "contradicts")]
    document = SCHEMA.load(
        observation(facility="sohae", date="2018-07/..", findings=[{"state": "intact"}], related=related)
    )
    assert OBSERVATION.copied_terms is not None
    copied_terms = list(OBSERVATION.copied_terms(document, lambda *_: "2018-08-03"))
    assert [each.value for each in copied_terms if each.field == "finding"] == [
        "sohae||integrity|intact|2018-07-01|2018-07-01"
    ]
    withdrawn = {value for name, value in OBSERVATION.found_by(document) if name == "withdraws"}
    assert withdrawn == {"supersedes", "retracts"}


def test_components_are_references_into_the_facility() -> None:
    document = SCHEMA.load(JULY_22)
    named = {
        (pointer, named.target, named.record, value)
        for pointer, value, named in places(document, references(ObservationSchema))
        if named.target != "source"
    }
    assert named == {
        ("/facility", "facility", None, "sohae"),
        ("/findings/0/component", "facility", "facility", "rail-structure"),
        ("/related/0/observation", "observation", None, "sohae-2018-07-20"),
        ("/related/0/components/0", "facility", "facility", "rail-structure"),
    }


@pytest.mark.parametrize("aspect", STATES_OF_ASPECT)
def test_every_state_of_an_aspect_is_accepted_and_no_other(aspect: str) -> None:
    for other, states in STATES_OF_ASPECT.items():
        for state in states:
            body = observation(findings=[{"aspect": aspect, "state": state}])
            if state in STATES_OF_ASPECT[aspect]:
                assert SCHEMA.load(body)["findings"][0]["state"] == state
            else:
                assert other != aspect
                assert faults(SCHEMA, body) == [("/findings/0/state", "invalid_choice")]


def test_the_aspect_is_integrity_by_default_and_never_null() -> None:
    assert SCHEMA.load(observation())["findings"][0]["aspect"] == "integrity"
    body = observation(findings=[{"state": "operating"}, {"state": "intact", "aspect": None}])
    assert faults(SCHEMA, body) == [
        ("/findings/0/state", "invalid_choice"),
        ("/findings/1/aspect", "null_not_allowed"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "pointer", "code"),
    [
        ("facility", "Sohae", "/facility", "invalid_slug"),
        ("date", "20 July 2018", "/date", "invalid_date"),
        ("method", "satellite", "/method", "invalid_choice"),
        ("imagery", [{"resolution_m": -1}], "/imagery/0/resolution_m", "out_of_range"),
        ("imagery", [{"acquired": "2018-07-20T10:00"}], "/imagery/0/acquired", "invalid_date"),
        ("findings", [{"state": "gone"}], "/findings/0/state", "invalid_choice"),
        (
            "findings",
            [{"state": "intact", "extent": {"low": 0, "high": 1.1}}],
            "/findings/0/extent/high",
            "out_of_range",
        ),
        (
            "findings",
            [{"state": "intact", "extent": {"low": 0.5, "high": 0.4}}],
            "/findings/0/extent/low",
            "low_above_high",
        ),
        ("findings", [{"state": "intact", "extent": {}}], "/findings/0/extent", "empty_range"),
        ("findings", [{"state": "intact", "credibility": 7}], "/findings/0/credibility", "out_of_range"),
        ("findings", [{"state": "intact", "reversible": "no"}], "/findings/0/reversible", "wrong_type"),
        ("findings", [{"state": "intact", "alternatives": [""]}], "/findings/0/alternatives/0", "blank"),
        ("activity", [{"level": "low"}], "/activity/0/kind", "required"),
        ("activity", [{"kind": "crane", "level": "some"}], "/activity/0/level", "invalid_choice"),
        ("activity", [{"kind": "crane", "count": 3}], "/activity/0/count", "wrong_type"),
        ("related", [{"observation": "x"}], "/related/0/relation", "required"),
        (
            "related",
            [{"observation": "x", "relation": "retracts", "components": [None]}],
            "/related/0/components/0",
            "null_not_allowed",
        ),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: object, pointer: str, code: str) -> None:
    assert faults(SCHEMA, observation(**{field: value})) == [(pointer, code)]
