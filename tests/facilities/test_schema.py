"""Facilities: what a body holds, how components belong together, and what a facility is found by."""

from typing import Any

import pytest

from service.facilities.record import FACILITY
from service.facilities.schema import FacilitySchema
from tests.bodies import facility, faults

SCHEMA = FacilitySchema()


def component(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name, **more}


def test_a_facility_needs_a_name_a_kind_a_country_a_place_and_a_source() -> None:
    assert faults(SCHEMA, {}) == [
        ("/name", "required"),
        ("/kind", "required"),
        ("/country", "required"),
        ("/place", "required"),
        ("/citations", "required"),
    ]


def test_sohae_is_found_by_kind_country_name_and_position() -> None:
    document = SCHEMA.load(
        facility(
            kind="satellite_launch_site",
            place={"name": "Tongchang-ri", "country": "PRK", "latitude": 39.66, "longitude": 124.705},
            aliases=[{"name": "서해위성발사장", "language": "ko"}],
            components=[component("launch-pad"), component("gantry-tower", part_of="launch-pad")],
        )
    )
    assert set(FACILITY.found_by(document)) == {("kind", "satellite_launch_site"), ("country", "PRK")}
    assert FACILITY.position is not None
    assert FACILITY.position(document) == (39.66, 124.705)
    assert FACILITY.parts is not None
    assert list(FACILITY.parts(document)) == ["launch-pad", "gantry-tower"]


def test_a_facility_without_coordinates_has_no_position() -> None:
    assert FACILITY.position is not None
    assert FACILITY.position(SCHEMA.load(facility())) is None


def test_component_ids_are_unique() -> None:
    body = facility(components=[component("a"), component("b"), component("a")])
    assert faults(SCHEMA, body) == [("/components/2/id", "duplicate_id")]


def test_a_component_is_part_of_one_that_exists() -> None:
    body = facility(components=[component("a", part_of="b"), component("c", part_of="a")])
    assert faults(SCHEMA, body) == [("/components/0/part_of", "unknown_component")]


@pytest.mark.parametrize(
    ("part_of", "cyclic"),
    [
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["a", "b"]),
        ({"a": "b", "b": "c", "c": "a", "d": "a"}, ["a", "b", "c"]),
    ],
)
def test_no_component_is_part_of_itself(part_of: dict[str, str], cyclic: list[str]) -> None:
    body = facility(components=[component(name, part_of=part_of.get(name)) for name in "abcd"])
    assert faults(SCHEMA, body) == [
        (f"/components/{'abcd'.index(name)}/part_of", "cyclic_components") for name in cyclic
    ]


def test_a_chain_as_long_as_the_list_may_be_is_accepted() -> None:
    components = [component(f"c{n}", part_of=f"c{n - 1}" if n else None) for n in range(500)]
    assert SCHEMA.load(facility(components=components))
    assert faults(SCHEMA, facility(components=[*components, component("x")])) == [
        ("/components", "too_many_items")
    ]


def test_a_faulty_component_does_not_make_its_parts_faulty() -> None:
    body = facility(components=[{"id": "a"}, component("b", part_of="a"), "c", {"id": "B", "name": "x"}])
    assert faults(SCHEMA, body) == [
        ("/components/0/name", "required"),
        ("/components/2", "wrong_type"),
        ("/components/3/id", "invalid_slug"),
    ]


def test_other_locations_are_places_with_a_standing() -> None:
    body = facility(
        other_locations=[
            {"country": "PRK", "latitude": 39.6596, "longitude": 124.7057, "standing": "approximate"},
            {"standing": "likely", "latitude": 1},
        ]
    )
    assert faults(SCHEMA, body) == [
        ("/other_locations/1/standing", "invalid_choice"),
        ("/other_locations/1/longitude", "incomplete_coordinates"),
        ("/other_locations/1", "unnamed_place"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "pointer", "code"),
    [
        ("kind", "launch_site", "/kind", "invalid_choice"),
        ("place", None, "/place", "null_not_allowed"),
        ("place", {}, "/place", "unnamed_place"),
        ("declared", "no", "/declared", "wrong_type"),
        ("aliases", [{"name": "x", "language": "xx-yy"}], "/aliases/0/language", "invalid_language"),
        ("components", [component("a", longitude=1)], "/components/0/latitude", "incomplete_coordinates"),
        (
            "components",
            [component("a", first_identified="?")],
            "/components/0/first_identified",
            "invalid_date",
        ),
        ("components", None, "/components", "null_not_allowed"),
        ("related", [{"relation": "part_of"}], "/related/0/facility", "required"),
        ("related", [{"facility": "x", "relation": "near"}], "/related/0/relation", "invalid_choice"),
        (
            "related",
            [{"facility": "x", "relation": "supports", "credibility": 0}],
            "/related/0/credibility",
            "out_of_range",
        ),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: object, pointer: str, code: str) -> None:
    assert faults(SCHEMA, facility(**{field: value})) == [(pointer, code)]
