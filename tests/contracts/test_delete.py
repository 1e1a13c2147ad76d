"""DELETE: a record goes, and its past stays."""

from __future__ import annotations

import pytest

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, nothing_stored


def test_delete_answers_204_without_a_body(service: Api) -> None:
    service.make("sources", id="one")
    answer = service.delete("sources/one")
    assert answer.status_code == 204
    assert answer.data == b""
    assert "Content-Type" not in answer.headers


def test_a_deleted_record_is_410_with_the_link_of_its_last_revision(service: Api) -> None:
    service.make("sources", id="one")
    service.revise("sources/one", title="Last title")
    service.remove("sources/one")
    answer = service.get("sources/one")
    problem = assert_problem(answer, 410, "record-deleted")
    assert problem["last_revision"] == "/v1/sources/one/revisions/2"
    assert '</v1/sources/one/revisions/2>; rel="latest-version"' in answer.headers["Link"]
    assert service.read(problem["last_revision"])["record"]["title"] == "Last title"


def test_a_deleted_record_tells_why_it_was_deleted(service: Api) -> None:
    for name, query in (("why", {"reason": "Two records of one page."}), ("silent", {})):
        service.make("sources", id=name)
        service.remove(f"sources/{name}", **query)
    problem = assert_problem(service.get("sources/why"), 410, "record-deleted")
    assert problem["reason"] == "Two records of one page."
    assert problem["detail"].endswith("Reason given: Two records of one page.")
    refused = service.delete("sources/why")
    assert assert_problem(refused, 410, "record-deleted")["reason"] == "Two records of one page."
    problem = assert_problem(service.get("sources/silent"), 410, "record-deleted")
    assert problem["reason"] is None
    assert "Reason" not in problem["detail"]


def test_a_deleted_record_is_in_no_list(service: Api) -> None:
    service.make("sources", id="one")
    service.remove("sources/one")
    assert service.ids("sources") == [factories.SOURCE]


def test_the_reason_is_in_the_history_and_in_the_feed(service: Api) -> None:
    service.make("sources", id="one")
    service.remove("sources/one", reason="Entered twice, see 북한")
    assert service.read("sources/one/revisions")["items"][0]["reason"] == "Entered twice, see 북한"
    last = service.read("changes")["items"][-1]
    assert (last["operation"], last["id"], last["reason"]) == ("deleted", "one", "Entered twice, see 북한")


@pytest.mark.parametrize(
    "query", ["reason=", f"reason={'x' * 501}", "reason=a&reason=b", "raeson=x", "reason=%00", "reason=%ff"]
)
def test_a_reason_that_cannot_be_stored_is_400(service: Api, query: str) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        assert_problem(service.delete(f"sources/one?{query}"), 400, "invalid-parameter")


def test_put_brings_it_back(service: Api) -> None:
    service.make("sources", id="one")
    service.remove("sources/one")
    assert service.put("sources/one", factories.source()).status_code == 201
    assert service.get("sources/one").status_code == 200


def test_deleting_twice_is_410_and_what_never_was_404(service: Api) -> None:
    service.make("sources", id="one")
    service.remove("sources/one")
    with nothing_stored(service):
        assert_problem(service.delete("sources/one"), 410, "record-deleted")
        assert_problem(service.delete("sources/never"), 404, "not-found")


def test_a_record_that_others_name_is_409_with_the_list_of_what_stands_in_the_way(service: Api) -> None:
    service.make(
        "systems", id="one", citations=[factories.citation("a-source"), factories.citation("a-source")]
    )
    with nothing_stored(service):
        problem = assert_problem(service.delete("sources/a-source"), 409, "record-referenced")
    named_by = [
        (each["type"], each["id"], each["pointer"], each["self"]) for each in problem["referenced_by"]
    ]
    assert named_by == [
        ("facility", "a-facility", "/citations/0/source", "/v1/facilities/a-facility"),
        ("system", "a-system", "/citations/0/source", "/v1/systems/a-system"),
        ("system", "one", "/citations/0/source", "/v1/systems/one"),
        ("system", "one", "/citations/1/source", "/v1/systems/one"),
    ]


def test_a_record_can_be_deleted_once_nothing_refers_to_it(service: Api) -> None:
    service.make("summits", id="first")
    service.make("summits", id="second", follows="first")
    assert service.delete("summits/first").status_code == 409
    service.revise("summits/second", follows=None)
    service.remove("summits/first")


def test_what_a_deleted_record_named_may_go(service: Api) -> None:
    service.make("summits", id="first")
    service.make("summits", id="second", follows="first")
    service.remove("summits/second")
    service.remove("summits/first")


def test_a_record_that_came_back_stands_in_the_way_again(service: Api) -> None:
    service.make("summits", id="first")
    second = service.make("summits", id="second", follows="first")
    service.remove("summits/second")
    assert service.put("summits/second", second).status_code == 201
    assert_problem(service.delete("summits/first"), 409, "record-referenced")
