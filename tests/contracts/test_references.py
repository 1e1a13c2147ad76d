"""Referential integrity: what a record names exists, wherever it names it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonpointer
import pytest

from service.app import RECORD_TYPES
from service.records.schemas.branches import SchemaBranch
from service.records.schemas.schema import references
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import faults, nothing_stored

CITED = {"citations": [factories.citation()]}
PARTY = {"name": "X", "actor": "an-actor"}
CLAIMS = [{"statement": "So", "by": PARTY, **CITED}]
TARGET = {"type": "system", "id": factories.SYSTEM}
# For each type a body that names something in every place where it can.
FULL: dict[str, dict[str, Any]] = {
    "sources": {"republishes": factories.SOURCE},
    "systems": {},
    "actors": {"offices": [{"title": "Minister", **CITED}]},
    "summits": {
        "parties": [PARTY, PARTY],
        "follows": "a-summit",
        "steps": [factories.step("held", "2018", by=PARTY, **CITED)],
        "outcome": {"commitments": [{"text": "To meet", "by": PARTY, "regarding": [TARGET]}]},
    },
    "communications": {
        **dict.fromkeys(("from", "to", "carried_by", "described_by"), PARTY),
        "quotes": [{"text": "Words", "speaker": PARTY, **CITED}],
        "regarding": [TARGET],
    },
    "parades": {
        "leader": {"party": PARTY},
        "attendees": [PARTY],
        "appearances": [{"system": factories.SYSTEM, "presence": "displayed", **CITED}],
    },
    "facilities": {
        "other_locations": [{"country": "PRK", **CITED}],
        "components": [{"id": "pad", "name": "Pad", **CITED}],
        "related": [{"facility": factories.FACILITY, "relation": "part_of", **CITED}],
    },
    "observations": {
        "findings": [factories.finding()],
        "activity": [{"kind": "crane", "component": factories.COMPONENT}],
        "related": [
            {"observation": "an-observation", "relation": "supersedes", "components": [factories.COMPONENT]}
        ],
        "regarding": [TARGET],
    },
}


def places_of(branches: tuple[SchemaBranch[Any], ...], pointer: str = "") -> Iterator[tuple[str, Any]]:
    """The place of each reference, that in the first item of a list, and what it names."""
    for branch in branches:
        where = f"{pointer}{branch.step}{'/0' if branch.is_list else ''}"
        if branch.wanted is not None:
            yield where, branch.wanted
        yield from places_of(branch.below, where)


PLACES = [
    (record_type.path, *place)
    for record_type in RECORD_TYPES
    for place in places_of(references(record_type.schema))
]


def furnish(service: Api) -> None:
    service.make("actors", id="an-actor")
    service.make("summits", id="a-summit")
    service.make("observations", id="an-observation")


def full(path: str) -> dict[str, Any]:
    # A copy in which nothing is shared.
    return json.loads(json.dumps(factories.BODIES[path](id="one", claims=CLAIMS, **FULL[path])))


@pytest.mark.parametrize("path", factories.BODIES)
def test_references_to_existing_records_are_accepted_everywhere(service: Api, path: str) -> None:
    furnish(service)
    assert service.post(path, full(path)).status_code == 201


@pytest.mark.parametrize(("path", "pointer", "place"), PLACES, ids=[f"{path}{p}" for path, p, _ in PLACES])
def test_a_reference_to_what_does_not_exist_is_422_at_every_place(
    service: Api, path: str, pointer: str, place: Any
) -> None:
    furnish(service)
    body = full(path)
    if place.target is None:
        jsonpointer.set_pointer(body, pointer, {"type": "parade", "id": "nowhere"})
    else:
        jsonpointer.set_pointer(body, pointer, "nowhere")
    code = "unknown_part" if place.record else "unknown_reference"
    with nothing_stored(service):
        found = faults(service.post(path, body))
    if pointer == "/facility":
        # Whose components there are is not known either.
        assert (pointer, code) in found
    else:
        assert found == {(pointer, code)}


@pytest.mark.parametrize("path", factories.BODIES)
def test_every_reference_of_a_record_stands_in_the_way_of_a_deletion(service: Api, path: str) -> None:
    furnish(service)
    service.create(path, full(path))
    expected = {
        (pointer, place.target or "system")
        for of, pointer, place in PLACES
        if of == path and not place.record
    }
    for pointer, target in expected:
        target_path = next(each.path for each in RECORD_TYPES if each.name == target)
        target_id = next(
            each
            for each in ("a-source", "a-system", "an-actor", "a-facility", "a-summit", "an-observation")
            if each.split("-", 1)[1] == target
        )
        answer = service.delete(f"{target_path}/{target_id}")
        assert answer.status_code == 409
        assert (f"/v1/{path}/one", pointer) in {
            (each["self"], each["pointer"]) for each in answer.get_json(force=True)["referenced_by"]
        }


def test_a_reference_to_what_was_deleted_is_422(service: Api) -> None:
    service.make("sources", id="gone")
    service.remove("sources/gone")
    with nothing_stored(service):
        answer = service.post("sources", factories.source(republishes="gone"))
        assert faults(answer) == {("/republishes", "unknown_reference")}


def test_a_reference_to_a_record_of_another_type_is_422(service: Api) -> None:
    service.furnish()
    with nothing_stored(service):
        answer = service.post("systems", factories.system(citations=[factories.citation("a-system")]))
        assert faults(answer) == {("/citations/0/source", "unknown_reference")}


def test_a_typed_reference_to_an_unknown_type_is_422(service: Api) -> None:
    service.furnish()
    regarding = [{"type": "treaty", "id": "x"}, {"type": "summits", "id": "x"}, TARGET]
    with nothing_stored(service):
        answer = service.post("communications", factories.communication(regarding=regarding))
        assert faults(answer) == {
            ("/regarding/0/type", "unknown_type"),
            ("/regarding/1/type", "unknown_type"),
        }


@pytest.mark.parametrize(
    ("path", "changes", "pointer"),
    [
        ("sources", {"republishes": "one"}, "/republishes"),
        ("summits", {"follows": "one"}, "/follows"),
        ("facilities", {"related": [{"facility": "one", "relation": "supports"}]}, "/related/0/facility"),
        (
            "observations",
            {"related": [{"observation": "one", "relation": "retracts"}]},
            "/related/0/observation",
        ),
        ("communications", {"regarding": [{"type": "communication", "id": "one"}]}, "/regarding/0"),
    ],
)
@pytest.mark.parametrize("exists", [False, True])
def test_a_record_cannot_name_itself(
    service: Api, path: str, changes: dict[str, Any], pointer: str, exists: bool
) -> None:
    service.furnish()
    if exists:
        service.make(path, id="one")
    with nothing_stored(service):
        answer = service.put(f"{path}/one", factories.BODIES[path](**changes), match="*" if exists else None)
        assert faults(answer) == {(pointer, "self_reference")}


def test_a_posted_record_cannot_name_the_id_that_is_derived_for_it(service: Api) -> None:
    service.furnish()
    with nothing_stored(service):
        answer = service.post(
            "facilities",
            factories.facility(name="Sohae", related=[{"facility": "sohae", "relation": "supports"}]),
        )
        assert faults(answer) == {("/related/0/facility", "self_reference")}


def test_two_records_may_name_one_another_in_the_end(service: Api) -> None:
    service.make("facilities", id="one")
    service.make("facilities", id="two", related=[{"facility": "one", "relation": "supports"}])
    service.revise("facilities/one", related=[{"facility": "two", "relation": "part_of"}])


def test_a_component_that_an_observation_names_cannot_be_removed(service: Api) -> None:
    facility = service.make(
        "facilities", components=[{"id": "pad", "name": "Pad"}, {"id": "hut", "name": "Hut"}]
    )
    service.make(
        "observations", id="one", facility=facility["id"], findings=[factories.finding(component="pad")]
    )
    with nothing_stored(service):
        answer = service.patch(facility["self"], {"components": [{"id": "hut", "name": "Hut"}]})
        assert faults(answer) == {("/components", "part_in_use")}
    assert "'one'" in answer.get_json(force=True)["errors"][0]["detail"]
    # What nothing names may go, and what named it sets it free.
    service.revise(facility["self"], components=[{"id": "pad", "name": "Pad"}])
    service.revise("observations/one", findings=[factories.finding(component=None)])
    service.revise(facility["self"], components=[])


def test_a_component_of_another_facility_is_422(service: Api) -> None:
    other = service.make("facilities", components=[{"id": "pad", "name": "Pad"}])
    with nothing_stored(service):
        answer = service.post(
            "observations", factories.observation(findings=[factories.finding(component="pad")])
        )
        assert faults(answer) == {("/findings/0/component", "unknown_part")}
    service.make("observations", facility=other["id"], findings=[factories.finding(component="pad")])


def test_moving_an_observation_to_another_facility_checks_its_components(service: Api) -> None:
    other = service.make("facilities", name="Elsewhere")
    service.make("observations", id="one")
    with nothing_stored(service):
        answer = service.patch("observations/one", {"facility": other["id"]})
        assert faults(answer) == {("/findings/0/component", "unknown_part")}
