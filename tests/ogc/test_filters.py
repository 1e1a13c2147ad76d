"""CQL2 text against the test data of its standard (OGC 21-065r2, annex A), and what is refused.

``places.json`` has the populated places of Natural Earth (public domain) that the standard's test data consists of:
longitude, latitude, name, pop_other, date, start, end, boolean. ``predicates.json`` has the expressions on them, with
the number of places that each is true of.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from service.ogc.expressions import InvalidExpression, parse
from service.ogc.filters import Candidate, compile_filter
from service.records.http.forms.properties import Kind

HERE = Path(__file__).parent
KINDS: dict[str, Kind] = {
    "name": "text",
    "pop_other": "integer",
    "date": "date",
    "start": "instant",
    "end": "instant",
    "boolean": "boolean",
}
PREDICATES = [
    (conformance_class, predicate, expected)
    for conformance_class, predicates in json.loads((HERE / "predicates.json").read_text()).items()
    for predicate, expected in predicates
]


def instant(text: str | None) -> str | None:
    return f"{text}.000000Z" if text else None


@pytest.fixture(scope="module")
def places() -> list[Candidate]:
    rows = json.loads((HERE / "places.json").read_text())
    return [
        Candidate(
            {
                "name": name,
                "pop_other": population,
                "date": date,
                "start": instant(start),
                "end": instant(end),
                "boolean": None if boolean is None else bool(boolean),
            },
            (latitude, longitude),
        )
        for longitude, latitude, name, population, date, start, end, boolean in rows
    ]


def count(places: list[Candidate], text: str) -> int:
    # The standard calls the geometry of its test data so.
    test = compile_filter(parse(text.replace("geom,", "geometry,")), KINDS)
    return sum(test(each) is True for each in places)


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [(predicate, expected) for _, predicate, expected in PREDICATES],
    ids=[f"/conf/{name}/test-data {predicate}" for name, predicate, _ in PREDICATES],
)
def test_a_predicate_of_the_standard_is_true_of_as_many_places_as_it_says(
    places: list[Candidate], predicate: str, expected: int
) -> None:
    assert count(places, predicate) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S_INTERSECTS(geometry, POLYGON((10 50, 15 50, 15 57, 10 57, 10 50)))", {"København", "Berlin", "Prague"}),
        ("S_INTERSECTS(POINT(12.5615 55.6805), geometry)", {"København"}),
        ("S_INTERSECTS(geometry, POLYGON((10 50,15 50,15 57,10 57,10 50),(13 52,14 52,14 53,13 53,13 52)))",
         {"København", "Prague"}),
        ("'Berlin' = name", {"Berlin"}),
        ("3013258 >= pop_other AND pop_other > 3013257", {"Berlin"}),
        ("date IN ('2023-04-16')", {"Berlin"}),
        ("start = '2022-04-16T12:13:19+02:00'", {"Berlin"}),
        ("name LIKE '%\\_%' OR name = 'O''Neill' OR NOT boolean = true", {"Athens"}),
        ("date < DATE('2022-04-16') OR date IS NULL AND name LIKE 'Berl%'", {"København"}),
    ],
)  # fmt: skip
def test_geometries_sides_escapes_and_unknown_values_are_read_as_the_standard_says(
    places: list[Candidate], text: str, expected: set[str]
) -> None:
    test = compile_filter(parse(text), KINDS)
    assert {each.properties["name"] for each in places if test(each)} == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name =", "at its end: expected"),
        ("name LIK 'x'", "at character 6: expected the end, "),
        ("nam = 'x'", "Unknown property 'nam'. Did you mean 'name'?"),
        ("name = 1", "is text is compared with a text in single quotes"),
        ("pop_other = 'many'", "compared with a number"),
        ("pop_other = true", "compared with a number"),
        ("date = DATE('2022-02-30')", "not a calendar date"),
        ("start > TIMESTAMP('2022-02-28')", "not an instant"),
        ("date > TIMESTAMP('2022-02-28T00:00:00Z')", "compared with DATE("),
        ("name = date", "not with another property"),
        ("name", "A condition is expected"),
        ("pop_other + 1 = 2", "'+' is not offered for values"),
        ("accenti(name) = 'x'", "'accenti' is not offered for values"),
        ("S_WITHIN(geometry, BBOX(0,0,1,1))", "'s_within' is not offered"),
        ("A_CONTAINS(name, ('x'))", "'a_contains' is not offered"),
        ("geometry = 'x'", "compared by S_INTERSECTS"),
        ("S_INTERSECTS(geometry, POINT(90 180))", "no longitude 90 and latitude 180"),
        ("S_INTERSECTS(geometry, BBOX(1,2,3,4,5,6))", "have no height"),
        ("S_INTERSECTS(geometry, BBOX(0,2,1,1))", "must not be north"),
        ("S_INTERSECTS(geometry, LINESTRING(0 0, 1 1))", "S_INTERSECTS takes POINT"),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 1)))", "ends where it begins"),
        ("S_INTERSECTS(name, POINT(1 1))", "takes the property geometry"),
        ("T_AFTER(name, DATE('2022-01-01'))", "compares dates with dates"),
        ("T_AFTER(DATE('2022-01-01'), DATE('2022-01-01'))", "must name a property"),
        ("T_AFTER(date, TIMESTAMP('2022-01-01T00:00:00Z'))", "compared with DATE("),
        ("pop_other LIKE '1%'", "LIKE takes a property that is text"),
        ("name BETWEEN 1 AND 2", "BETWEEN takes a property that is a number"),
        ("CASEI(pop_other) = 'x'", "CASEI takes a text"),
        ("name = NULL", "is text is compared with"),
        ("(" * 13 + "name = 'x'" + ")" * 13, "nested 12 deep"),
        ("(" * 3900 + "name = 'x'" + ")" * 3900, "at most 2,000"),
        ("name IN (" + "(" * 14 + ")" * 15, "nested 12 deep"),
        ("pop_other = " + "-" * 1900 + "1", "one sign at most"),
        ("NOT " * 450 + "name = 'x'", "nested too deep"),
    ],
    ids=lambda each: str(each)[:60],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(InvalidExpression) as refused:
        compile_filter(parse(text), KINDS)
    assert said in str(refused.value)


def test_a_pattern_takes_time_that_grows_with_its_length_only(places: list[Candidate]) -> None:
    pattern = "%a" * 400 + "%b"
    test: Any = compile_filter(parse(f"name LIKE '{pattern}'"), KINDS)
    assert test(Candidate({"name": "a" * 10_000}, None)) is False
    assert test(Candidate({"name": "a" * 10_000 + "b"}, None)) is True
