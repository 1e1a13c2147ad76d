"""Coverage: every answer that could be silent says until when the record was looked after."""

from __future__ import annotations

from typing import Any

import pytest

from service.records.coverage import write_coverage
from service.records.schemas import instants
from service.records.schemas.coverage import validated
from tests.contracts.api import Api

TOLD = {
    "summit": {"from": "2000-01-01", "until": "2018-09-30", "missing": ["Meetings before 2000."]},
    "parade": {"from": None, "until": "2018-09-10", "missing": []},
}
VIEWS = [
    ("situation", {}, ["summit", "communication", "parade", "observation"]),
    ("timeline", {}, ["summit", "communication", "parade", "observation"]),
    ("timeline", {"kind": "parade,summit_step"}, ["summit", "parade"]),
    ("search", {"q": "kim", "type": "parade,summit"}, ["summit", "parade"]),
    ("facilities/sohae/status", {}, ["observation"]),
    ("facilities/sohae/status/history", {}, ["observation"]),
    ("parades/parade/comparison", {}, ["parade"]),
]


def cover(api: Api, told: dict[str, Any]) -> None:
    with api.context.database.writing() as connection:
        write_coverage(connection, validated(api.context.registry.names, told))


def fill(api: Api) -> None:
    api.furnish()
    api.make("facilities", id="sohae")
    api.make("parades", id="parade", date="2018-09-09")


def of_parades(api: Api, **query: str) -> dict[str, Any]:
    found: dict[str, Any] = api.read("parades/parade/comparison", query)["coverage"][0]
    return found


@pytest.mark.parametrize(("path", "query", "types"), VIEWS)
def test_a_view_tells_the_coverage_of_the_types_that_it_answers_about(
    service: Api, path: str, query: dict[str, str], types: list[str]
) -> None:
    fill(service)
    cover(service, TOLD)
    coverage = service.read(path, query)["coverage"]
    assert [each["type"] for each in coverage] == types
    for each in coverage:
        told = TOLD.get(each["type"], {"from": None, "until": None})
        assert (each["from"], each["until"]) == (told["from"], told["until"])


def test_search_answers_about_every_type_unless_some_are_asked_for(service: Api) -> None:
    fill(service)
    coverage = service.read("search", {"q": "kim"})["coverage"]
    assert [each["type"] for each in coverage] == list(service.context.registry.names)


def test_the_index_tells_the_coverage_of_every_type_and_what_is_missing(service: Api) -> None:
    cover(service, TOLD)
    coverage = service.read("/v1")["coverage"]
    assert [each["type"] for each in coverage] == list(service.context.registry.names)
    assert {each["type"]: each for each in coverage if each["until"]} == {
        name: {"type": name, **told} for name, told in TOLD.items()
    }
    assert all(each["missing"] == [] for each in coverage if each["until"] is None)


@pytest.mark.parametrize(
    ("day", "covers"),
    [("1999-12-31", False), ("2000-01-01", True), ("2018-09-30", True), ("2018-10-01", False)],
)
def test_a_day_is_covered_from_the_first_to_the_last_that_was_looked_after(
    service: Api, day: str, covers: bool
) -> None:
    cover(service, TOLD)
    summits, communications, *_ = service.read("situation", {"as_of": day})["coverage"]
    assert summits["covers_reference_date"] is covers
    assert communications["covers_reference_date"] is None


def test_without_a_beginning_all_days_before_the_end_are_covered(service: Api) -> None:
    fill(service)
    cover(service, TOLD)
    assert of_parades(service, as_of="1900-01-01")["covers_reference_date"] is True
    assert of_parades(service, as_of="2018-09-11")["covers_reference_date"] is False


def test_without_as_of_the_day_is_today(service: Api) -> None:
    fill(service)
    cover(service, {"parade": {"until": "2018-09-10"}})
    assert of_parades(service)["covers_reference_date"] is False
    cover(service, {"parade": {"until": "9999-12-31"}})
    assert of_parades(service)["covers_reference_date"] is True


def test_where_nothing_was_told_that_is_said(service: Api) -> None:
    fill(service)
    nothing = {"type": "parade", "from": None, "until": None}
    assert of_parades(service) == nothing | {"covers_reference_date": None}
    assert {"missing": [], **nothing} in service.read("/v1")["coverage"]


def test_known_at_tells_the_coverage_that_was_set_by_then(service: Api) -> None:
    fill(service)
    before = service.read("parades/parade")["recorded_at"]
    cover(service, {"parade": {"until": "2018-09-10"}})
    between = instants.now()
    cover(service, {"parade": {"until": "2018-09-30"}})

    assert of_parades(service, known_at=before)["until"] is None
    assert of_parades(service, known_at=between)["until"] == "2018-09-10"
    assert of_parades(service)["until"] == "2018-09-30"


def test_setting_the_coverage_changes_what_is_answered_at_once_and_its_tag(service: Api) -> None:
    fill(service)
    cover(service, TOLD)
    paths = ("/v1", "situation", "timeline", "facilities/sohae/status")
    before = {path: service.get(path).headers["ETag"] for path in paths}
    cover(service, {name: {"until": "2018-09-11"} for name in service.context.registry.names})
    for path in paths:
        after = service.get(path)
        assert '"until":"2018-09-11"' in after.text
        assert after.headers["ETag"] != before[path]


def test_setting_what_is_set_already_changes_nothing(service: Api) -> None:
    cover(service, TOLD)
    with service.context.database.writing() as connection:
        assert not write_coverage(connection, validated(service.context.registry.names, TOLD))


def test_the_change_feed_has_records_only(service: Api) -> None:
    before = service.read("/v1")["last_seq"]
    cover(service, TOLD)
    assert service.read("/v1")["last_seq"] == before


def test_the_members_of_the_coverage_are_selected_like_others(service: Api) -> None:
    cover(service, TOLD)
    answer = service.read("situation", {"fields": "coverage.until"})
    assert answer == {"coverage": [{"until": day} for day in ("2018-09-30", None, "2018-09-10", None)]}


def test_the_bundled_record_tells_of_every_type(seeded: Api) -> None:
    coverage = seeded.read("/v1")["coverage"]
    assert all(each["until"] and each["missing"] for each in coverage)
