"""PUT: a record is replaced, created, or brought back."""

from __future__ import annotations

import pytest

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, faults, nothing_stored


def test_put_creates_a_record_with_201_and_its_location(service: Api) -> None:
    answer = service.put("sources/new", factories.source())
    assert answer.status_code == 201
    assert answer.headers["Location"] == "/v1/sources/new"
    assert answer.json["id"] == "new"
    assert service.get("sources/new").data == answer.data


def test_put_replaces_the_whole_record_as_the_next_revision(service: Api) -> None:
    service.make("sources", id="one", note="To be gone", authors=["Somebody"])
    answer = service.put("sources/one", factories.source(title="Another"), match="*")
    assert answer.status_code == 200
    assert "Location" not in answer.headers
    assert (answer.json["revision"], answer.json["title"]) == (2, "Another")
    assert (answer.json["note"], answer.json["authors"]) == (None, [])
    assert service.get("sources/one").data == answer.data
    assert service.get("sources/one").headers["ETag"] == answer.headers["ETag"]


def test_put_brings_a_deleted_record_back_as_its_next_revision(service: Api) -> None:
    service.make("sources", id="one", title="Before")
    service.remove("sources/one")
    answer = service.put("sources/one", factories.source(title="After"))
    assert answer.status_code == 201
    assert answer.headers["Location"] == "/v1/sources/one"
    assert answer.json["revision"] == 3
    assert service.read("sources/one")["title"] == "After"
    operations = [item["operation"] for item in service.read("sources/one/revisions")["items"]]
    assert operations == ["created", "deleted", "created"]


def test_a_record_comes_back_also_with_the_content_it_had(service: Api) -> None:
    before = service.make("sources", id="one")
    service.remove("sources/one")
    answer = service.put("sources/one", before)
    assert answer.status_code == 201
    assert answer.json["revision"] == 3


def test_another_id_in_the_body_is_refused_with_422(service: Api) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        answer = service.put("sources/one", factories.source(id="two"), match="*")
        assert faults(answer) == {("/id", "id_differs")}
        assert faults(service.put("sources/new", factories.source(id="two"))) == {("/id", "id_differs")}


def test_another_id_is_reported_together_with_all_other_faults(service: Api) -> None:
    answer = service.put("sources/one", {"id": "two", "titel": "x", "published": None, "kind": "report"})
    assert faults(answer) == {("/id", "id_differs"), ("/titel", "unknown_field"), ("/title", "required")}


def test_the_same_content_again_makes_no_new_revision(service: Api) -> None:
    made = service.make("sources", id="one")
    with nothing_stored(service):
        answer = service.put("sources/one", factories.source(id="one"), match="*")
        assert answer.status_code == 200
        assert answer.json == made


@pytest.mark.parametrize("record_id", ["Big", "a--b", "-a", "a_b", "a" * 81, "%ED%95%9C"])
def test_an_id_that_is_no_slug_of_at_most_80_characters_cannot_be_put(service: Api, record_id: str) -> None:
    with nothing_stored(service):
        assert_problem(service.put(f"sources/{record_id}", factories.source()), 404, "not-found")


def test_an_id_of_80_characters_can_be_put(service: Api) -> None:
    assert service.put(f"sources/{'a' * 80}", factories.source()).status_code == 201
