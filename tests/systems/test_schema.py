"""Weapon systems: what a body holds, and what a system is found by."""

import pytest

from service.systems.record import SYSTEM
from service.systems.schema import SystemSchema
from tests.bodies import faults, system

SCHEMA = SystemSchema()


def test_a_system_needs_a_name_a_category_a_country_and_a_source() -> None:
    assert faults(SCHEMA, {}) == [
        ("/name", "required"),
        ("/category", "required"),
        ("/country", "required"),
        ("/citations", "required"),
    ]
    assert faults(SCHEMA, system(citations=[])) == [("/citations", "too_few_items")]


@pytest.mark.parametrize(
    ("field", "value", "pointer", "code"),
    [
        ("category", "ICBM", "/category", "invalid_choice"),
        ("country", "KP", "/country", "invalid_country"),
        ("aliases", ["KN-20"], "/aliases/0", "wrong_type"),
        ("aliases", [{"used_by": "USA"}], "/aliases/0/name", "required"),
        ("range_km", 10_000, "/range_km", "wrong_type"),
        ("range_km", {"low": 13_000, "high": 10_000}, "/range_km/low", "low_above_high"),
        ("range_km", {"low": -1}, "/range_km/low", "out_of_range"),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: object, pointer: str, code: str) -> None:
    assert faults(SCHEMA, system(**{field: value})) == [(pointer, code)]


def test_a_system_is_found_by_category_country_and_name() -> None:
    loaded = SCHEMA.load(
        system(name="Hwasong-14", category="icbm", aliases=[{"name": "KN-20", "used_by": "United States"}])
    )
    assert list(SYSTEM.found_by(loaded)) == [("category", "icbm"), ("country", "PRK")]
    assert SYSTEM.name_of is not None
    assert SYSTEM.name_of(loaded) == SYSTEM.title(loaded) == "Hwasong-14"
    assert SYSTEM.date is None
