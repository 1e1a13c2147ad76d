"""From body to document: read-only values, pointers that resolve, names of places."""

from __future__ import annotations

from typing import Any

import pytest

from service.app import RECORD_TYPES
from service.records.documents import (
    Invalid,
    content,
    draft,
    finish,
    known_read_only,
    read_only_errors,
)
from service.records.merge_patch import keep_removals, merge
from service.records.record_type import Registry
from tests.contracts import factories

REGISTRY = Registry(RECORD_TYPES)
SUMMIT, SOURCE = REGISTRY.named("summit"), REGISTRY.named("source")


def finished(body: dict[str, Any], stored: dict[str, Any] | None = None) -> dict[str, Any]:
    made = draft(SUMMIT, REGISTRY, body)
    return finish(made, record_id="one", revision=1, recorded_at="2026-01-01T00:00:00.000000Z", stored=stored)


def pointers(body: dict[str, Any]) -> set[str]:
    with pytest.raises(Invalid) as caught:
        draft(SUMMIT, REGISTRY, body)
    return {fault["pointer"] for fault in caught.value.errors}


def test_every_field_of_the_schema_is_in_the_document_in_its_order() -> None:
    made = finished(factories.summit())
    names = [name for name in made if not name.endswith(("_earliest", "_latest"))]
    own = [name for name in SUMMIT.schema().fields if name not in ("id", "same_as", "claims", "note")]
    assert names == [
        *("type", "id", "revision", "recorded_at", "self"),
        *own,
        *("status", "status_since"),
        *("same_as", "claims", "note"),
    ]


@pytest.mark.parametrize(
    "pointer",
    ["", "/title", "/parties/1/name", "/steps/0/date_latest", "/status", "/revision", "/self", "/note"],
)
def test_a_pointer_to_any_place_of_the_document_resolves(pointer: str) -> None:
    finished(factories.summit(citations=[factories.citation(supports=[pointer])]))


@pytest.mark.parametrize(
    "pointer",
    [
        "/nothing",
        "/parties/2",
        "/parties/-",
        "/parties/-1",
        "/parties/01",
        "/parties/1e0",
        "/title/0",
        "/note/x",
        "/parties/0/name/0",
        "/ title",
    ],
)
def test_a_pointer_to_nowhere_does_not(pointer: str) -> None:
    body = factories.summit(citations=[factories.citation(supports=["/title", pointer])])
    assert pointers(body) == {"/citations/0/supports/1"}


def test_pointers_are_checked_also_in_a_body_with_other_faults() -> None:
    body = factories.summit(titel="x", citations=[factories.citation(supports=["/parties/7", "/outcome"])])
    assert pointers(body) == {"/titel", "/citations/0/supports/0"}


def test_a_draft_names_every_record_that_the_body_names() -> None:
    made = draft(SUMMIT, REGISTRY, factories.summit(follows="another"))
    assert [(name.pointer, name.type, name.id) for name in made.named] == [
        ("/follows", "summit", "another"),
        ("/citations/0/source", "source", factories.SOURCE),
    ]


@pytest.mark.parametrize(
    ("sent", "stored"), [(1, True), (True, 1), ("1", 1), (None, 0), (0, None), ([], None)]
)
def test_values_of_different_types_are_not_equal(sent: Any, stored: Any) -> None:
    (fault,) = read_only_errors([("/x", sent)], {"x": stored})
    assert fault["code"] == "read_only"


def test_a_whole_number_may_come_back_written_as_a_fraction() -> None:
    assert read_only_errors([("/revision", 1.0)], {"revision": 1}) == []


def test_of_a_body_with_faults_only_what_is_surely_wrong_is_reported() -> None:
    body = {"date": "2018-06", "steps": [{"date": "no date"}, {}]}
    sent = [
        ("/revision", 3),
        ("/status", "held"),
        ("/date_earliest", "2018-06-01"),
        ("/date_latest", "2018-06-12"),
        ("/steps/0/date_latest", "2018-06-12"),
        ("/steps/1/date_latest", None),
    ]
    assert known_read_only(body, sent) == [("/revision", 3), ("/date_latest", "2018-06-12")]


def test_what_a_merge_patch_may_not_remove_is_put_back_as_null() -> None:
    stored = {"id": "one", "revision": 1, "title": "T", "published": "2018", "published_latest": "2018-12-31"}
    patch = {"id": None, "revision": None, "title": None, "published_latest": None}
    body = merge(stored, patch)
    keep_removals(SOURCE, body, patch)
    assert body == {"id": None, "revision": None, "published": "2018", "published_latest": None}


def test_content_is_what_a_revision_says_not_which_it_is() -> None:
    one = finished(factories.summit())
    assert content(one) == content(one | {"revision": 2, "recorded_at": "2027"})
    assert content(one) != content(one | {"title": "Another"})
