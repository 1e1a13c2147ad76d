"""One connection for all threads of a worker: each kind of request takes its turn, and none waits for itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.contracts import factories
from tests.faults.test_concurrent_writers import make_token
from tests.servers import run_server

CLOCKS = {"as_of": "2018-12-31", "published_until": "2018-12-31"}
READS: tuple[tuple[str, dict[str, str]], ...] = (
    ("/v1", {}),
    ("/v1/summits", {"expand": "citations.source,follows", "count": "true", **CLOCKS}),
    ("/v1/observations", {"q": "engine", "bbox": "120,30,135,45", "expand": "facility,citations.source"}),
    ("/v1/summits/singapore-2018", {"expand": "citations.source", **CLOCKS}),
    ("/v1/summits/singapore-2018/revisions", {}),
    ("/v1/summits/singapore-2018/revisions/1", {}),
    ("/v1/facilities/sohae/status", {"expand": "facility", **CLOCKS}),
    ("/v1/facilities/sohae/status/history", {"limit": "2", **CLOCKS}),
    ("/v1/parades/north-korea-2018-09-09/comparison", {"expand": "parade", **CLOCKS}),
    ("/v1/situation", {"expand": "facilities.facility", **CLOCKS}),
    ("/v1/timeline", {"near": "summits/singapore-2018", "expand": "citations.source", **CLOCKS}),
    ("/v1/search", {"q": "sohae engine", "expand": "record", **CLOCKS}),
    ("/v1/changes", {"type": "observation"}),
    ("/v1/export", {}),
    ("/readyz", {}),
    ("/healthz", {}),
    ("/metrics", {}),
)


@pytest.fixture
def http(database_url: str) -> Iterator[httpx.Client]:
    settings: dict[str, Any] = {"workers": 1, "threads": 8, "database_pool_size": 1, "dataset": "seed"}
    with run_server(database_url, **settings) as server:
        headers = {"Authorization": f"Bearer {make_token(database_url)}", "Cache-Control": "no-cache"}
        with httpx.Client(base_url=server.url, headers=headers, timeout=120) as client:
            yield client


def write(http: httpx.Client, number: int) -> list[int]:
    """Create a source twice with one idempotency key, change, replace and delete it, and import another."""
    body, path = factories.source(id=f"s-{number}"), f"/v1/sources/s-{number}"
    once = {"Idempotency-Key": f"key-{number}"}
    line = json.dumps({"type": "source", **factories.source(id=f"i-{number}")})
    existing = {"If-Match": "*"}
    answers = [
        http.post("/v1/sources", json=body, headers=once),
        http.post("/v1/sources", json=body, headers=once),
        http.patch(
            path,
            content=b'{"note": "Changed."}',
            headers={**existing, "Content-Type": "application/merge-patch+json"},
        ),
        http.put(path, json=body, headers=existing),
        http.delete(path, headers=existing),
        http.post("/v1/import", content=line, headers={"Content-Type": "application/x-ndjson"}),
    ]
    return [answer.status_code for answer in answers]


def test_every_kind_of_request_is_answered_with_one_connection(http: httpx.Client) -> None:
    def read(asked: tuple[str, dict[str, str]]) -> tuple[str, int]:
        return asked[0], http.get(asked[0], params=asked[1]).status_code

    with ThreadPoolExecutor(8) as threads:
        written = [threads.submit(write, http, number) for number in range(8)]
        found = [threads.submit(read, each) for _ in range(3) for each in READS]
        assert {each.result() for each in found} == {(path, 200) for path, _ in READS}
        assert [each.result() for each in written] == [[201, 201, 200, 200, 204, 200]] * 8
