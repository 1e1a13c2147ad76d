"""One parade beside another over HTTP, on the seed set and on harder stories, under each clock."""

from __future__ import annotations

from typing import Any

import pytest

from service.parades.answers import ParadeComparison
from service.parades.lookup import last_parade
from tests.bodies import without_bounds
from tests.contracts import factories
from tests.contracts.api import Api

SEPTEMBER = "parades/north-korea-2018-09-09/comparison"
GROUPS = ("added", "kept", "no_longer_shown", "shown_at_neither")


def shown(*systems: str, presence: str = "displayed", **more: Any) -> list[dict[str, Any]]:
    return [{"system": system, "presence": presence, "basis": "stated", **more} for system in systems]


def names(answer: dict[str, Any]) -> dict[str, list[str]]:
    return {
        group: [each["system"] for each in answer["systems"][group]]
        for group in GROUPS
        if answer["systems"][group]
    }


def error(api: Api, path: str, query: dict[str, str]) -> dict[str, Any]:
    answer = api.get(path, query)
    assert answer.status_code == 400, answer.text
    (found,) = answer.json["errors"]
    return {"parameter": found["parameter"], "code": found["code"]}


def parade(api: Api, parade_id: str, date: str, *appearances: dict[str, Any], **more: Any) -> dict[str, Any]:
    return api.make("parades", id=parade_id, date=date, appearances=list(appearances), **more)


@pytest.fixture
def armed(service: Api) -> Api:
    """The service with three missiles and sources of several dates."""
    service.furnish()
    for name, category in (("h14", "icbm"), ("h15", "icbm"), ("h12", "irbm")):
        service.create("systems", factories.system(id=name, name=name, category=category))
    for month in ("02", "06", "12"):
        service.create("sources", factories.source(id=f"m{month}", published=f"2018-{month}"))
    return service


# ------------------------------------------------------------------------------------- the seed set


def test_the_september_parade_no_longer_showed_two_icbms_that_a_source_says_were_absent(seeded: Api) -> None:
    answer = seeded.read(SEPTEMBER)
    assert answer["with"]["id"] == "north-korea-2018-02"
    assert names(answer) == {"no_longer_shown": ["hwasong-14", "hwasong-15"]}
    for each in answer["systems"]["no_longer_shown"]:
        assert (each["parade"]["presence"], each["parade"]["basis"]) == ("absent", "stated")
        assert each["with"]["presence"] == "displayed"
    (category,) = answer["categories"]["no_longer_shown"]
    assert (category["category"], category["parade"]["presence"]) == ("icbm", "absent")


def test_each_statement_leads_to_the_place_in_the_record_and_to_the_quoted_words(seeded: Api) -> None:
    answer = seeded.read(SEPTEMBER)
    for each in answer["systems"]["no_longer_shown"]:
        for side in ("parade", "with"):
            assert each[side]["rests_on"]
            for evidence in each[side]["rests_on"]:
                record = seeded.read(evidence["record"]["self"])
                index = int(evidence["pointer"].removeprefix("/appearances/"))
                appearance = record["appearances"][index]
                assert evidence["citations"] == appearance["citations"]
                assert evidence["presence"] == appearance["presence"]
                assert all(citation["quote"] for citation in evidence["citations"])
        sources = {c["source"] for e in each["parade"]["rests_on"] for c in e["citations"]}
        assert "new-york-times-2018-09-parade" in sources


@pytest.mark.parametrize("parade", ["north-korea-2018-09-09", "north-korea-2018-02"])
def test_the_answer_has_the_shape_that_is_described(seeded: Api, parade: str) -> None:
    answer = seeded.read(f"parades/{parade}/comparison")
    assert ParadeComparison().load(without_bounds(answer)) == answer


def test_a_country_s_first_parade_is_compared_with_none(seeded: Api) -> None:
    answer = seeded.read("parades/north-korea-2018-02/comparison")
    assert answer["with"] is None
    assert names(answer) == {}


def test_a_later_parade_may_be_asked_for_and_what_it_left_out_is_then_added(seeded: Api) -> None:
    answer = seeded.read("parades/north-korea-2018-02/comparison", {"with": "north-korea-2018-09-09"})
    assert names(answer) == {"added": ["hwasong-14", "hwasong-15"]}
    assert answer["systems"]["added"][0]["with"]["presence"] == "absent"


def test_before_the_parade_took_place_nothing_is_compared(seeded: Api) -> None:
    answer = seeded.read(SEPTEMBER, {"as_of": "2018-09-08"})
    assert answer["parade"]["counts"] is False
    assert names(answer) == {}
    assert names(seeded.read(SEPTEMBER, {"as_of": "2018-09-09"}))


def test_before_any_source_was_public_nothing_is_compared(seeded: Api) -> None:
    assert names(seeded.read(SEPTEMBER, {"published_until": "2018-09-09"})) == {}
    assert names(seeded.read(SEPTEMBER, {"published_until": "2018-09-10"}))


# ------------------------------------------------------------------------------- the one compared with


def test_the_previous_parade_is_the_last_of_the_same_country_that_certainly_ended_before(armed: Api) -> None:
    parade(armed, "older", "2017-04-15")
    parade(armed, "same-year", "2018", title="Some time that year")
    parade(armed, "south", "2018-01-01", country="KOR")
    parade(armed, "later", "2018-09-10")
    parade(armed, "same-day", "2018-09-09")
    parade(armed, "this", "2018-09-09")
    assert armed.read("parades/this/comparison")["with"]["id"] == "older"
    assert armed.read("parades/later/comparison")["with"]["id"] == "this"


def test_the_previous_parade_is_found_behind_many_that_are_not_public(armed: Api) -> None:
    parade(armed, "public", "2017-01-01", citations=[factories.citation("m02")])
    for day in range(1, 25):
        parade(armed, f"p{day}", f"2017-02-{day:02}", citations=[factories.citation("m12")])
    parade(armed, "this", "2018-01-01", citations=[factories.citation("m02")])
    found = armed.read("parades/this/comparison", {"published_until": "2018-05-01"})
    assert found["with"]["id"] == "public"
    assert armed.read("parades/this/comparison")["with"]["id"] == "p24"


def test_a_parade_that_was_deleted_is_passed_over(armed: Api) -> None:
    parade(armed, "first", "2017-01-01")
    parade(armed, "second", "2017-06-01")
    parade(armed, "this", "2018-01-01")
    armed.remove("parades/second")
    assert armed.read("parades/this/comparison")["with"]["id"] == "first"


# ------------------------------------------------------------------------------------------- the clocks


def test_absent_not_observed_and_unrecorded_are_told_apart(armed: Api) -> None:
    parade(armed, "before", "2017-01-01", *shown("h14", "h15", "h12"))
    said = [*shown("h14", presence="absent"), *shown("h15", presence="not_observed")]
    parade(armed, "this", "2018-01-01", *said)
    gone = armed.read("parades/this/comparison")["systems"]["no_longer_shown"]
    assert {each["system"]: each["parade"]["presence"] for each in gone} == {
        "h12": "unrecorded",
        "h14": "absent",
        "h15": "not_observed",
    }


def test_an_absence_inferred_says_so(armed: Api) -> None:
    parade(armed, "before", "2017-01-01", *shown("h14"))
    parade(armed, "this", "2018-01-01", {"category": "icbm", "presence": "absent", "basis": "inferred"})
    (gone,) = armed.read("parades/this/comparison")["systems"]["no_longer_shown"]
    assert (gone["parade"]["presence"], gone["parade"]["basis"]) == ("absent", "inferred")
    assert gone["parade"]["rests_on"][0]["citations"] == [
        {"source": "a-source", "quote": None, "locator": None, "supports": []}
    ]


def test_published_until_judges_each_appearance_by_its_own_citations_else_the_record_s(armed: Api) -> None:
    parade(armed, "before", "2017-01-01", *shown("h14", "h15"), citations=[factories.citation("m02")])
    later = [factories.citation("m06"), factories.citation("m12")]
    said = [*shown("h14", presence="absent", citations=later), *shown("h15")]
    parade(armed, "this", "2018-01-01", *said, citations=[factories.citation("m02")])
    path = "parades/this/comparison"

    def h14(until: str) -> tuple[str, list[str]]:
        (gone,) = armed.read(path, {"published_until": until})["systems"]["no_longer_shown"]
        return gone["parade"]["presence"], [
            c["source"] for e in gone["parade"]["rests_on"] for c in e["citations"]
        ]

    assert h14("2018-06-29") == ("unrecorded", [])
    assert h14("2018-06-30") == ("absent", ["m06"])
    assert h14("2018-12-31") == ("absent", ["m06", "m12"])
    assert names(armed.read(path, {"published_until": "2018-02-27"})) == {}


def test_known_at_compares_the_parades_and_the_systems_as_they_were_held_then(armed: Api) -> None:
    parade(armed, "before", "2017-01-01", *shown("h14"))
    parade(armed, "this", "2018-01-01", {"category": "icbm", "presence": "absent", "basis": "stated"})
    then = armed.read("parades/this")["recorded_at"]
    armed.revise("systems/h14", category="irbm")
    armed.revise("parades/before", appearances=shown("h15"))
    parade(armed, "between", "2017-06-01", *shown("h12"))
    path = "parades/this/comparison"
    assert names(armed.read(path)) == {"no_longer_shown": ["h12"]}
    (gone,) = armed.read(path, {"known_at": then})["systems"]["no_longer_shown"]
    assert (gone["system"], gone["category"], gone["parade"]["presence"]) == ("h14", "icbm", "absent")
    together = {"known_at": then, "as_of": "2018-01-01", "published_until": "2018-01-01"}
    assert names(armed.read(path, together)) == {"no_longer_shown": ["h14"]}
    assert names(armed.read(path, together | {"as_of": "2017-12-31"})) == {}
    assert names(armed.read(path, together | {"published_until": "2017-12-31"})) == {}


def test_what_is_recorded_of_later_days_never_changes_an_answer_about_earlier_ones(armed: Api) -> None:
    parade(armed, "before", "2017-01-01", *shown("h14"))
    parade(armed, "this", "2018-01-01", *shown("h15"))
    query = {"as_of": "2018-01-01"}
    then = armed.read("parades/this/comparison", query)
    parade(armed, "after", "2018-01-02", *shown("h12"))
    parade(armed, "perhaps-after", "2017/2018-01-02", *shown("h12"))
    assert armed.read("parades/this/comparison", query) == then


def test_the_last_parade_is_found_for_other_views(armed: Api) -> None:
    parade(armed, "north", "2017-01-01", citations=[factories.citation("m12")])
    parade(armed, "south", "2016-01-01", country="KOR")

    def last(**more: Any) -> str | None:
        values = {name: more.pop(name) for name in ("as_of", "published_until") if name in more}
        with armed.context.database.reading(snapshot=True) as connection:
            found = last_parade(connection, values, None, **more)
        return None if found is None else found["id"]

    assert last() == "north"
    assert last(country="KOR") == "south"
    assert last(as_of="2016-12-31") == "south"
    assert last(published_until="2018-11-30") == "south"
    assert last(before="2016-01-01") is None


# --------------------------------------------------------------------------------------- wrong questions


def test_a_parade_of_another_country_is_a_problem(armed: Api) -> None:
    parade(armed, "north", "2017-01-01")
    parade(armed, "south", "2018-01-01", country="KOR")
    found = error(armed, "parades/south/comparison", {"with": "north"})
    assert found == {"parameter": "with", "code": "other_country"}


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("north-korea-2018-09-09", "same_parade"),
        ("no-such-parade", "unknown_reference"),
        ("Not a slug", "invalid_slug"),
    ],
)
def test_a_parade_that_cannot_be_compared_with_is_a_problem(seeded: Api, other: str, code: str) -> None:
    assert error(seeded, SEPTEMBER, {"with": other}) == {"parameter": "with", "code": code}


@pytest.mark.parametrize("clock", ["as_of", "published_until"])
@pytest.mark.parametrize(("value", "code"), [("2999-01-01", "in_the_future"), ("2018-02-30", "invalid_date")])
def test_a_clock_in_the_future_or_malformed_is_a_problem(
    seeded: Api, clock: str, value: str, code: str
) -> None:
    assert error(seeded, SEPTEMBER, {clock: value}) == {"parameter": clock, "code": code}


@pytest.mark.parametrize("name", ["no-such-parade", "Not%20a%20slug", "%00"])
def test_an_unknown_parade_is_not_found(seeded: Api, name: str) -> None:
    assert seeded.get(f"parades/{name}/comparison").status_code == 404


def test_a_deleted_parade_is_gone_and_cannot_be_compared_with(armed: Api) -> None:
    parade(armed, "first", "2017-01-01")
    parade(armed, "second", "2018-01-01")
    armed.remove("parades/first")
    assert armed.get("parades/first/comparison").status_code == 410
    found = error(armed, "parades/second/comparison", {"with": "first"})
    assert found == {"parameter": "with", "code": "unknown_reference"}


def test_a_parade_has_no_comparison_before_it_was_recorded(armed: Api) -> None:
    then = parade(armed, "first", "2017-01-01")["recorded_at"]
    parade(armed, "second", "2018-01-01")
    assert armed.get("parades/second/comparison", {"known_at": then}).status_code == 404
    found = error(armed, "parades/first/comparison", {"with": "second", "known_at": then})
    assert found["code"] == "unknown_reference"


def test_the_answer_is_tagged_and_not_sent_twice(seeded: Api) -> None:
    tag = seeded.get(SEPTEMBER).headers["ETag"]
    assert seeded.get(SEPTEMBER, headers={"If-None-Match": tag}).status_code == 304
