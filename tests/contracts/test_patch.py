"""PATCH: JSON Merge Patch (RFC 7396), and nothing else."""

from __future__ import annotations

import pytest

from tests.contracts import factories
from tests.contracts.api import JSON, MERGE_PATCH, Api
from tests.contracts.refusals import assert_problem, faults, nothing_stored


def test_a_patch_changes_what_it_names_and_leaves_the_rest(service: Api) -> None:
    made = service.make("summits", id="one", place={"name": "Singapore", "country": "SGP"}, note="Stays")
    answer = service.patch("summits/one", {"place": {"name": "Capella"}, "date": "2018-06-12"})
    assert answer.status_code == 200
    assert answer.json["revision"] == 2
    assert answer.json["place"] == made["place"] | {"name": "Capella"}
    assert answer.json["date_latest"] == "2018-06-12"
    assert (answer.json["note"], answer.json["steps"]) == ("Stays", made["steps"])
    assert service.get("summits/one").data == answer.data


def test_null_removes_and_a_list_is_replaced_whole(service: Api) -> None:
    service.make("sources", id="one", note="Gone", authors=["A", "B"])
    changed = service.revise("sources/one", note=None, authors=["C"])
    assert (changed["note"], changed["authors"]) == (None, ["C"])


def test_the_result_must_be_a_valid_record(service: Api) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        answer = service.patch("sources/one", {"title": None, "kind": "novel"})
        assert faults(answer) == {("/title", "required"), ("/kind", "invalid_choice")}


def test_a_patch_that_changes_nothing_makes_no_new_revision(service: Api) -> None:
    made = service.make("sources", id="one")
    with nothing_stored(service):
        assert service.patch("sources/one", {}).json == made
        assert service.patch("sources/one", {"title": made["title"], "note": None}).json == made


def test_a_date_can_be_patched_though_its_stored_bounds_no_longer_fit(service: Api) -> None:
    service.make("parades", id="one", date="2018-02-08")
    changed = service.revise("parades/one", date="2018-09")
    assert (changed["date_earliest"], changed["date_latest"]) == ("2018-09-01", "2018-09-30")


@pytest.mark.parametrize("removed", ["id", "type", "revision", "recorded_at", "self", "published_earliest"])
def test_what_the_server_sets_cannot_be_removed(service: Api, removed: str) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        code = "id_differs" if removed == "id" else "read_only"
        assert faults(service.patch("sources/one", {removed: None})) == {(f"/{removed}", code)}


def test_what_the_server_sets_cannot_be_removed_from_a_part_either(service: Api) -> None:
    broadcast = {"aired": "2018-02-08"}
    service.make("parades", id="one", broadcast=broadcast)
    with nothing_stored(service):
        answer = service.patch("parades/one", {"broadcast": {"aired_latest": None}})
        assert faults(answer) == {("/broadcast/aired_latest", "read_only")}


def test_another_id_in_a_patch_is_refused_with_422(service: Api) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        assert faults(service.patch("sources/one", {"id": "two"})) == {("/id", "id_differs")}


@pytest.mark.parametrize(
    "content_type", [JSON, "application/json-patch+json", "text/plain", "", f"{MERGE_PATCH}; charset=latin-1"]
)
def test_any_other_media_type_is_415_and_accept_patch_names_the_accepted_ones(
    service: Api, content_type: str
) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        answer = service.patch("sources/one", b'{"title": "x"}', content_type=content_type)
        assert_problem(answer, 415, "unsupported-media-type")
    assert answer.headers["Accept-Patch"] == MERGE_PATCH


@pytest.mark.parametrize("content_type", [f"{MERGE_PATCH}; charset=utf-8", MERGE_PATCH.upper()])
def test_the_media_type_is_read_as_http_has_it(service: Api, content_type: str) -> None:
    service.make("sources", id="one")
    answer = service.patch("sources/one", b'{"title": "x"}', content_type=content_type)
    assert answer.status_code == 200


def test_a_patch_that_is_not_an_object_is_refused(service: Api) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        assert faults(service.patch("sources/one", b"[]")) == {("", "invalid_type")}


def test_what_is_not_there_cannot_be_patched(service: Api) -> None:
    service.make("sources", id="gone")
    service.remove("sources/gone")
    with nothing_stored(service):
        assert_problem(service.patch("sources/never", {"title": "x"}), 404, "not-found")
        assert_problem(service.patch("sources/gone", {"title": "x"}), 410, "record-deleted")


def test_a_patch_may_give_the_first_reference_of_a_list_a_new_meaning(service: Api) -> None:
    service.make("sources", id="other")
    made = service.make("systems", id="one")
    changed = service.revise("systems/one", citations=[factories.citation("other")])
    assert [each["source"] for each in changed["citations"]] == ["other"]
    assert service.ids("systems", {"source": "other"}) == ["one"]
    assert service.ids("systems", {"source": made["citations"][0]["source"]}) == ["a-system"]
