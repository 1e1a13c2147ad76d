"""Parts with dates of their own are indexed each by its own date, beside their record."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.records.documents import draft
from service.records.index.calendar_blocks import terms_of_dates
from service.records.index.indexing import EVERY, entries, moment_id, moment_of, moments_of
from service.records.record_type import Registry
from service.records.schemas.fields import MOST_ITEMS
from service.sources.record import SOURCE
from service.summits.record import SUMMIT
from tests.bodies import KIM, TRUMP, source, summit

REGISTRY = Registry([SOURCE, SUMMIT])


def no_original(*_: str) -> None:
    return None


def indexed(**more: Any) -> Any:
    return entries(
        SUMMIT,
        draft(SUMMIT, REGISTRY, summit(id="singapore", parties=[TRUMP, KIM], **more)).document,
        no_original,
    )


def test_each_step_has_rows_of_its_own_date() -> None:
    steps = [
        {"status": "requested", "date": "../2018-03-08"},
        {"status": "held", "date": "2018-06-11/2018-06-12"},
    ]
    found = indexed(date="2018-06-12", steps=steps)
    assert found.sort_key == "2018-06-12"
    assert [(each.id, each.sort_key) for each in found.moments] == [
        ("singapore/000", "2018-03-08"),
        ("singapore/001", "2018-06-11"),
    ]
    first, second = (each.terms for each in found.moments)
    other = {(EVERY, EVERY), ("country", "USA"), ("country", "PRK")}
    assert first == other | {("steps.status", "requested")} | set(terms_of_dates("2018-03-08", "2018-03-08"))
    assert second == other | {("steps.status", "held")} | set(terms_of_dates("2018-06-11", "2018-06-12"))


def test_a_step_concerns_the_countries_of_the_parties_of_the_place_and_of_who_took_it() -> None:
    taken = {"status": "proposed", "date": "2018", "by": {"name": "Moon Jae-in", "country": "KOR"}}
    (moment,) = indexed(steps=[taken], place={"country": "SGP"}).moments
    assert {value for field, value in moment.terms if field == "country"} == {"USA", "PRK", "SGP", "KOR"}


def test_a_type_without_moments_has_no_such_rows() -> None:
    assert entries(SOURCE, draft(SOURCE, REGISTRY, source(id="a-source")).document, no_original).moments == ()


def test_moments_are_kept_under_a_type_that_no_record_can_have() -> None:
    assert REGISTRY.at(moments_of("summit")) is None
    assert moments_of("summit") not in REGISTRY.names


@given(st.integers(0, MOST_ITEMS - 1), st.integers(0, MOST_ITEMS - 1))
def test_ids_of_moments_sort_as_their_parts_are_sent_and_lead_back(one: int, other: int) -> None:
    assert (moment_id("a-summit", one) < moment_id("a-summit", other)) == (one < other)
    assert moment_of(moment_id("a-summit", one)) == ("a-summit", one)
