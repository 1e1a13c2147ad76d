"""What a release promised, later ones keep (docs/versioning.md)."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.openapi.breaking import RELEASED, Comparison, promises
from tests.openapi.contract import generated

# Sentences of the comparison, each with the reason that docs/versioning.md allows; they go at the next release.
ALLOWED: dict[str, str] = {
    "GET /docs/{asset} is gone": "the files of a page for people, which change freely",
}
WHOLE = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
THING = WHOLE | {"properties": {"id": {"type": "string"}, "kind": {"type": "string", "enum": ["a", "b"]}}}
DOCUMENT: dict[str, Any] = {
    "info": {"version": "1"},
    "components": {"schemas": {"Thing": THING}, "parameters": {}},
    "paths": {
        "/things": {
            "post": {
                "parameters": [
                    {"name": "dry", "in": "query", "schema": {"type": "string", "enum": ["yes", "no"]}}
                ],
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                },
                "responses": {"201": {"content": {"application/json": {"schema": copy.deepcopy(THING)}}}},
            }
        }
    },
}


def test_nothing_that_the_last_release_promised_is_broken() -> None:
    found = set(Comparison(json.loads(RELEASED.read_text()), promises(generated())).breaking())
    assert found == ALLOWED.keys()


def post(document: Any) -> Any:
    return document["paths"]["/things"]["post"]


def answer(document: Any) -> Any:
    return post(document)["responses"]["201"]["content"]["application/json"]["schema"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda it: it["paths"].clear(), "POST /things is gone"),
        (lambda it: post(it)["parameters"].clear(), "no longer takes the query parameter dry"),
        (lambda it: post(it)["parameters"][0].update(required=True), "requires the query parameter dry"),
        (lambda it: post(it)["parameters"][0]["schema"]["enum"].pop(), "dry may no longer be no"),
        (lambda it: post(it)["responses"].clear(), "no longer answers 201"),
        (lambda it: post(it)["requestBody"]["content"].clear(), "no longer takes application/json"),
        (
            lambda it: it["components"]["schemas"]["Thing"]["required"].append("kind"),
            "POST /things requires kind",
        ),
        (
            lambda it: it["components"]["schemas"]["Thing"]["properties"].pop("kind"),
            "has no member kind any more",
        ),
        (lambda it: answer(it)["properties"].pop("id"), "201 has no member id any more"),
        (lambda it: answer(it)["required"].clear(), "201 may lack id"),
        (
            lambda it: answer(it)["properties"].update(id={"type": "integer"}),
            "id is integer instead of string",
        ),
        (lambda it: answer(it)["properties"].update(id={"type": ["string", "null"]}), "201.id may be null"),
    ],
)
def test_each_breaking_difference_is_named(change: Callable[[Any], object], told: str) -> None:
    changed = copy.deepcopy(DOCUMENT)
    change(changed)
    (found,) = Comparison(promises(DOCUMENT), promises(changed)).breaking()
    assert found.endswith(told)


def test_what_is_added_breaks_nothing() -> None:
    grown = copy.deepcopy(DOCUMENT)
    grown["paths"]["/others"] = copy.deepcopy(grown["paths"]["/things"])
    post(grown)["parameters"].append({"name": "more", "in": "query", "schema": {"type": "string"}})
    answer(grown)["properties"] |= {
        "more": {"type": "string"},
        "kind": {"type": "string", "enum": ["a", "b", "c"]},
    }
    assert list(Comparison(promises(DOCUMENT), promises(grown)).breaking()) == []
