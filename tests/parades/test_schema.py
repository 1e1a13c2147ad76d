"""Parades: what a body holds, how appearances are told, and what a parade is found by."""

from typing import Any

import pytest

from service.parades.record import PARADE
from service.parades.schema import ParadeSchema
from tests.bodies import KIM, faults, parade

SCHEMA = ParadeSchema()


def test_a_parade_needs_a_title_a_date_a_country_and_a_source() -> None:
    assert faults(SCHEMA, {}) == [
        ("/title", "required"),
        ("/date", "required"),
        ("/country", "required"),
        ("/citations", "required"),
    ]


def test_the_september_parade_is_found_by_what_was_missing_from_it() -> None:
    document = SCHEMA.load(
        parade(
            appearances=[
                {"category": "icbm", "presence": "absent", "basis": "stated"},
                {"system": "hwasong-14", "presence": "absent", "basis": "stated"},
                {"system": "hwasong-15", "presence": "absent", "basis": "inferred"},
            ],
            occasion={"name": "Founding of the DPRK", "anniversary_years": 70},
        )
    )
    assert set(PARADE.found_by(document)) == {
        ("country", "PRK"),
        ("presence", "absent"),
        ("category", "icbm"),
        ("system", "hwasong-14"),
        ("system", "hwasong-15"),
        ("category+presence", "icbm|absent"),
        ("system+presence", "hwasong-14|absent"),
        ("system+presence", "hwasong-15|absent"),
    }


@pytest.mark.parametrize(
    ("appearance", "expected"),
    [
        ({"presence": "displayed"}, [("", "exactly_one_of")]),
        ({"presence": "displayed", "system": "a", "category": "icbm"}, [("", "exactly_one_of")]),
        ({"presence": "displayed", "system": None, "category": None}, [("", "exactly_one_of")]),
        ({"presence": "displayed", "system": "A"}, [("/system", "invalid_slug")]),
        ({"presence": "displayed", "category": "tank"}, [("/category", "invalid_choice")]),
        ({"system": "a"}, [("/presence", "required")]),
        ({"system": "a", "presence": "absent"}, [("/basis", "required")]),
        ({"system": "a", "presence": "absent", "basis": "rumour"}, [("/basis", "invalid_choice")]),
        ({"presence": "absent"}, [("", "exactly_one_of"), ("/basis", "required")]),
        ({"system": "a", "presence": "displayed", "quantity": {}}, [("/quantity", "empty_range")]),
        (
            {"system": "a", "presence": "displayed", "first_display": "yes"},
            [("/first_display", "wrong_type")],
        ),
    ],
)
def test_a_wrong_appearance_is_refused(appearance: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    body = parade(appearances=[{"system": "ok", "presence": "not_observed"}, appearance])
    assert faults(SCHEMA, body) == [(f"/appearances/1{pointer}", code) for pointer, code in expected]


def test_what_is_shown_or_not_observed_needs_no_basis() -> None:
    for presence in ("displayed", "not_observed"):
        assert SCHEMA.load(parade(appearances=[{"system": "a", "presence": presence}]))


def test_the_start_is_an_instant_answered_in_utc() -> None:
    document = SCHEMA.load(parade(starts_at="2018-09-09T10:00:00+09:00"))
    assert document["starts_at"] == "2018-09-09T01:00:00Z"
    assert faults(SCHEMA, parade(starts_at="2018-09-09")) == [("/starts_at", "invalid_instant")]


@pytest.mark.parametrize(
    ("field", "value", "pointer", "code"),
    [
        ("force", "navy", "/force", "invalid_choice"),
        ("time_of_day", "noon", "/time_of_day", "invalid_choice"),
        ("broadcast", {"mode": "tv"}, "/broadcast/mode", "invalid_choice"),
        ("broadcast", {"aired": "2018-09-31"}, "/broadcast/aired", "invalid_date"),
        ("leader", {"party": KIM, "attended": 1}, "/leader/attended", "wrong_type"),
        ("leader", KIM, "/leader/name", "unknown_field"),
        ("troops", {"low": 12_000.5, "high": 12_000}, "/troops/low", "low_above_high"),
        ("occasion", {"anniversary_years": -1}, "/occasion/anniversary_years", "out_of_range"),
        ("occasion", {"anniversary_years": 70.5}, "/occasion/anniversary_years", "wrong_type"),
        ("attendees", [{}], "/attendees/0/name", "required"),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: object, pointer: str, code: str) -> None:
    assert (pointer, code) in faults(SCHEMA, parade(**{field: value}))
