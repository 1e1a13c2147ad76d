"""A real server with the bundled record, and the schemas of the standard."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.servers import RunningServer, free_port, run_server

COLLECTIONS = ("facilities", "observations", "summits", "parades")
SCHEMAS = json.loads((Path(__file__).parent / "schemas.json").read_text())


@pytest.fixture(scope="session")
def server(
    copy_full_record: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    url = copy_full_record(tmp_path_factory.mktemp("ogc") / "record.db")
    port = free_port()
    with run_server(url, port=port, workers=1, public_url=f"http://127.0.0.1:{port}") as running:
        yield running


@pytest.fixture(scope="session")
def get(server: RunningServer) -> Callable[..., httpx.Response]:
    """Sends a GET to a path below ``/ogc``, or to an absolute URL."""
    with httpx.Client(timeout=120) as client:

        def send(path: str, **query: Any) -> httpx.Response:
            where = path if path.startswith("http") else f"{server.url}/ogc{path}"
            return client.get(where, params=query or None)

        yield send


@pytest.fixture(scope="session")
def valid() -> Callable[[str, Any], None]:
    """Checks a document against a schema of the standard."""
    schemas = {
        name: Resource.from_contents(content, DRAFT202012)
        for name, content in SCHEMAS.items()
        if name != "$comment"
    }
    registry = Registry().with_resources(schemas.items())

    def check(name: str, document: Any) -> None:
        Draft202012Validator({"$ref": name}, registry=registry).validate(document)

    return check


@pytest.fixture(scope="session")
def features(get: Callable[..., httpx.Response]) -> dict[str, list[dict[str, Any]]]:
    """All features by collection, read without any parameter that selects."""
    return {each: all_pages(get, f"/collections/{each}/items", limit=40) for each in COLLECTIONS}


def all_pages(get: Callable[..., httpx.Response], path: str, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    page = get(path, **query)
    while True:
        assert page.status_code == 200, page.text
        found += page.json()["features"]
        links = [each["href"] for each in page.json()["links"] if each["rel"] == "next"]
        if not links:
            return found
        page = get(links[0])
