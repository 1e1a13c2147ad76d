"""Actors: what a body holds, and what an actor is found by."""

import pytest

from service.actors.record import ACTOR
from service.actors.schema import ActorSchema
from tests.bodies import actor, faults

SCHEMA = ActorSchema()


def test_an_actor_needs_a_name_a_kind_and_a_source() -> None:
    assert faults(SCHEMA, {}) == [("/name", "required"), ("/kind", "required"), ("/citations", "required")]
    assert faults(SCHEMA, actor(citations=[])) == [("/citations", "too_few_items")]


@pytest.mark.parametrize(
    ("field", "value", "pointer", "code"),
    [
        ("kind", "people", "/kind", "invalid_choice"),
        ("country", "KP", "/country", "invalid_country"),
        ("aliases", ["최선희"], "/aliases/0", "wrong_type"),
        ("aliases", [{"language": "ko"}], "/aliases/0/name", "required"),
        (
            "aliases",
            [{"name": "최선희", "language": "korean language"}],
            "/aliases/0/language",
            "invalid_language",
        ),
        ("offices", [{"from": "2022"}], "/offices/0/title", "required"),
        ("offices", [{"title": "Minister", "from": 2022}], "/offices/0/from", "wrong_type"),
        ("offices", [{"title": "Minister", "from": "2022-13"}], "/offices/0/from", "invalid_date"),
        (
            "offices",
            [{"title": "Minister", "from": "2022-06", "to": "2021"}],
            "/offices/0/to",
            "out_of_order",
        ),
        ("same_as", ["Q54854461"], "/same_as/0", "invalid_url"),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: object, pointer: str, code: str) -> None:
    assert faults(SCHEMA, actor(**{field: value})) == [(pointer, code)]


@pytest.mark.parametrize(
    ("start", "end", "bounds"),
    [
        ("2018-05", "2018", ("2018-05-01", "2018-12-31")),
        ("2018", "2018-04-26", ("2018-01-01", "2018-04-26")),
        ("2018-04-26", "2018-04-26", ("2018-04-26", "2018-04-26")),
    ],
)
def test_a_term_may_end_in_the_year_or_on_the_day_in_which_it_began(
    start: str, end: str, bounds: tuple[str, str]
) -> None:
    (office,) = SCHEMA.load(actor(offices=[{"title": "Envoy", "from": start, "to": end}]))["offices"]
    assert (office["from_earliest"], office["to_latest"]) == bounds


def test_an_actor_is_found_by_kind_country_and_each_of_its_names() -> None:
    loaded = SCHEMA.load(actor(aliases=[{"name": "최선희", "language": "ko"}, {"name": "Choe Sun-hui"}]))
    assert set(ACTOR.found_by(loaded)) == {
        ("kind", "person"),
        ("country", "PRK"),
        ("name", "Choe Son Hui"),
        ("name", "최선희"),
        ("name", "Choe Sun-hui"),
    }
    assert ACTOR.name_of is not None
    assert ACTOR.name_of(loaded) == ACTOR.title(loaded) == "Choe Son Hui"
    assert ACTOR.date is None
