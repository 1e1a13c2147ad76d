"""Whoever accepts what an operation is described to answer is never refused: generated clients send just that."""

from __future__ import annotations

import re

import pytest

from service.openapi.levels import CLIENTS, FULL, levels_of
from tests.contracts import factories
from tests.contracts.api import Api
from tests.openapi.contract import IN_PATHS, generated

DOCUMENTS = levels_of(generated())
OPERATIONS = [
    (level, method.upper(), path)
    for level in (CLIENTS, FULL)
    for path, item in DOCUMENTS[level]["paths"].items()
    for method in item
    if method != "parameters"
]


def _media_types(level: str, method: str, path: str) -> list[str]:
    found: list[str] = []
    document = DOCUMENTS[level]
    for response in document["paths"][path][method.lower()]["responses"].values():
        named = document["components"]["responses"].get(response.get("$ref", "").rpartition("/")[2], response)
        found += [each for each in named.get("content", {}) if each not in found]
    return found


def _url(path: str) -> str:
    of_type = {"summits": "singapore-2018", "sources": "white-house-briefing-2018-09-10"}
    kind = path.split("/")[2] if path.startswith("/v1/") else ""
    names = IN_PATHS | {"id": of_type.get(kind, "nowhere")}
    return re.sub(r"\{(\w+)\}", lambda match: names[match[1]], path)


@pytest.mark.parametrize(("level", "method", "path"), OPERATIONS)
def test_an_accept_of_the_operation_s_own_media_types_is_never_refused(
    seeded: Api, level: str, method: str, path: str
) -> None:
    every = _media_types(level, method, path)
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
