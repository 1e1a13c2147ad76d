"""Whoever accepts what an operation is described to answer is never refused: generated clients send just that."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.contracts import factories
from tests.contracts.api import Api

DOCUMENT = yaml.load(
    (Path(__file__).parents[2] / "openapi.yaml").read_text(),
    Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
)
OPERATIONS = [
    (method.upper(), path, operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
    if method != "parameters"
]
NAMES = {"number": "1", "slug": "not-found", "asset": "docs.js"}


def _media_types(operation: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for response in operation["responses"].values():
        named = DOCUMENT["components"]["responses"].get(response.get("$ref", "").rpartition("/")[2], response)
        found += [each for each in named.get("content", {}) if each not in found]
    return found


def _url(path: str) -> str:
    of_type = {"summits": "singapore-2018", "sources": "white-house-briefing-2018-09-10"}
    kind = path.split("/")[2] if path.startswith("/v1/") else ""
    names = NAMES | {"id": of_type.get(kind, "nowhere")}
    return re.sub(r"\{(\w+)\}", lambda match: names[match[1]], path)


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=lambda each: str(each)[:60])
def test_an_accept_of_the_operation_s_own_media_types_is_never_refused(
    seeded: Api, method: str, path: str, operation: dict[str, Any]
) -> None:
    every = _media_types(operation)
    for accept in (", ".join(every), ",".join(reversed(every))):
        key = None if method == "GET" else "write"
        answer = seeded.send(method, _url(path), key=key, headers={"Accept": accept})
        assert answer.status_code != 406, (accept, answer.text)


@pytest.mark.parametrize(
    "accept", ["application/problem+json", "text/html", "application/json;q=0", "image/png, text/csv;q=0.5"]
)
def test_what_is_answered_without_a_body_is_not_negotiated(service: Api, accept: str) -> None:
    service.put("sources/one", factories.source(id="one"))
    answer = service.delete("sources/one", headers={"Accept": accept})
    assert (answer.status_code, answer.data) == (204, b"")
