"""Conditional writes (RFC 9110, 13): nobody overwrites what they have not seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, nothing_stored

Write = Callable[[Api, str | None], TestResponse]


def put(service: Api, match: str | None) -> TestResponse:
    return service.put("systems/one", factories.system(name="Changed"), match=match)


def patch(service: Api, match: str | None) -> TestResponse:
    return service.patch("systems/one", {"name": "Changed"}, match=match)


def delete(service: Api, match: str | None) -> TestResponse:
    return service.delete("systems/one", match=match)


@pytest.fixture(params=[put, patch, delete], ids=lambda write: write.__name__)
def write(request: pytest.FixtureRequest) -> Write:
    return request.param


def tag_of(service: Api, query: str = "", coding: str = "identity") -> str:
    answer = service.get(f"systems/one{query}", headers={"Accept-Encoding": coding})
    assert answer.headers.get("Content-Encoding", "identity") == coding
    return answer.headers["ETag"]


def test_a_write_to_an_existing_record_without_if_match_is_428(service: Api, write: Write) -> None:
    service.make("systems", id="one")
    with nothing_stored(service):
        assert_problem(write(service, None), 428, "precondition-required")


def test_a_stale_tag_is_412(service: Api, write: Write) -> None:
    service.make("systems", id="one")
    stale = tag_of(service)
    service.revise("systems/one", note="Somebody was faster")
    with nothing_stored(service):
        assert_problem(write(service, stale), 412, "precondition-failed")


REPRESENTATIONS = [
    ("", "identity"),
    ("", "gzip"),
    ("?format=json", "identity"),
    ("?fields=name", "identity"),
    ("?fields=name,note", "gzip"),
    ("?expand=citations.source", "identity"),
    ("?expand=citations.source", "gzip"),
]


def test_the_tag_of_any_representation_and_coding_will_do_once(service: Api, write: Write) -> None:
    # Long enough to be sent compressed.
    body = factories.system(note="A note. " * 200)
    service.furnish()
    seen = set()
    for query, coding in REPRESENTATIONS:
        service.put("systems/one", body, headers={"If-Match": "*"} if write is not delete and seen else {})
        tag = tag_of(service, query, coding)
        seen.add(tag)
        assert write(service, f'"none-of-ours", {tag}').status_code in (200, 204), (query, coding)
        assert write(service, tag).status_code in (410, 412), (query, coding)
    assert len(seen) == len(REPRESENTATIONS)


def test_a_star_matches_whatever_is_there(service: Api, write: Write) -> None:
    service.make("systems", id="one")
    assert write(service, "*").status_code in (200, 204)


def test_a_weak_tag_matches_nothing(service: Api, write: Write) -> None:
    service.make("systems", id="one")
    with nothing_stored(service):
        assert_problem(write(service, f"W/{tag_of(service)}"), 412, "precondition-failed")


@pytest.mark.parametrize("match", ["", "one", '"one', '"a" "b"', "*, *", "W/*", ","])
def test_an_if_match_that_cannot_be_read_is_400(service: Api, write: Write, match: str) -> None:
    service.make("systems", id="one")
    with nothing_stored(service):
        problem = assert_problem(write(service, match), 400, "invalid-header")
    assert "If-Match" in problem["detail"]


def test_the_tag_of_another_record_is_412(service: Api, write: Write) -> None:
    service.make("systems", id="one")
    other = service.get(f"systems/{factories.SYSTEM}").headers["ETag"]
    assert_problem(write(service, other), 412, "precondition-failed")


def test_if_match_fails_where_there_is_no_record(service: Api) -> None:
    service.furnish()
    with nothing_stored(service):
        assert_problem(put(service, "*"), 412, "precondition-failed")


def test_the_tag_from_before_a_deletion_does_not_bring_a_record_back(service: Api) -> None:
    service.make("systems", id="one")
    tag = tag_of(service)
    service.remove("systems/one")
    with nothing_stored(service):
        assert_problem(put(service, tag), 412, "precondition-failed")
    assert put(service, None).status_code == 201


def test_the_answer_to_a_write_has_the_tag_for_the_next(service: Api) -> None:
    service.furnish()
    tag = service.post("systems", factories.system(id="one")).headers["ETag"]
    tag = put(service, tag).headers["ETag"]
    tag = service.patch("systems/one", {"name": "Another"}, match=tag).headers["ETag"]
    assert delete(service, tag).status_code == 204


def test_put_with_if_none_match_star_creates(service: Api) -> None:
    answer = service.put("sources/one", factories.source(), headers={"If-None-Match": "*"})
    assert answer.status_code == 201


def test_put_with_if_none_match_star_fails_where_there_is_a_record(service: Api) -> None:
    service.make("sources", id="one")
    with nothing_stored(service):
        answer = service.put("sources/one", factories.source(note="x"), headers={"If-None-Match": "*"})
        assert_problem(answer, 412, "precondition-failed")


def test_put_with_if_none_match_star_brings_back_what_was_deleted(service: Api) -> None:
    service.make("sources", id="one")
    service.remove("sources/one")
    answer = service.put("sources/one", factories.source(), headers={"If-None-Match": "*"})
    assert answer.status_code == 201


def test_if_unmodified_since_is_no_substitute_for_if_match(service: Api) -> None:
    service.make("systems", id="one")
    modified = service.get("systems/one").headers["Last-Modified"]
    headers = {"If-Unmodified-Since": modified}
    answer = service.put("systems/one", factories.system(), headers=headers)
    assert_problem(answer, 428, "precondition-required")


@pytest.mark.parametrize(
    "invented", ["{seq}", "{seq}.x", "{seq}.0123456789abcdef", "{tag}.x", "{tag}.0123456789abcdef"]
)
def test_a_tag_that_the_service_never_gave_is_412(service: Api, invented: str) -> None:
    service.make("systems", id="one")
    seq = service.read("changes")["items"][-1]["seq"]
    tag = tag_of(service)[1:-1]
    answer = service.patch("systems/one", {"name": "Other"}, match=f'"{invented.format(seq=seq, tag=tag)}"')
    assert_problem(answer, 412, "precondition-failed")


def test_two_databases_never_give_one_tag_for_different_content(make_service: Any) -> None:
    one, other = make_service(), make_service()
    for service, name in ((one, "Hwasong-15"), (other, "Hwasong-17")):
        service.make("systems", id="one", name=name)
    for path in (
        "systems/one",
        "systems/one?fields=id,name",
        "systems/one?expand=citations.source",
        "systems",
        "changes",
    ):
        tags = [service.get(path).headers["ETag"] for service in (one, other)]
        assert tags[0] != tags[1], path
    tag = one.get("systems/one").headers["ETag"]
    assert other.get("systems/one", headers={"If-None-Match": tag}).status_code == 200
    assert other.patch("systems/one", {"name": "Lost"}, match=tag).status_code == 412
