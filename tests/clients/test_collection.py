"""clients/collection is of this description, and runs as imported against a running service."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.openapi.contract import COMMITTED, Contract
from tests.servers import PATIENCE_SECONDS, REPOSITORY, run_server

WRITER = REPOSITORY / "clients" / "collection" / "write_collection.py"
COLLECTION = WRITER.with_name("peninsula.postman_collection.json")
NEWMAN = REPOSITORY / "tests" / "node_modules" / ".bin" / "newman"
WRITES = ["POST", "PATCH", "PUT", "DELETE"]


@pytest.fixture(scope="module")
def server(
    copy_full_record: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The URL of a running server with the full record, and a key to write with."""
    database_url = copy_full_record(tmp_path_factory.mktemp("record") / "record.db")
    context = make_context(Settings(database_url=database_url))
    with context.database.writing() as connection:
        _, key = create_key(connection, "collection", ["write"], None, datetime.now(UTC))
    context.engine.dispose()
    with run_server(database_url, dataset="none", workers=1) as running:
        yield running.url, key


def _requests() -> list[dict[str, Any]]:
    return [
        item["request"] for folder in json.loads(COLLECTION.read_text())["item"] for item in folder["item"]
    ]


def _run(folder: Path, url: str, token: str | None) -> list[tuple[str, int]]:
    """Run the collection, or with a key the folder that writes; returns the method and status of each request."""
    report = folder / "report.json"
    variables = ["--env-var", f"baseUrl={url}"]
    if token:
        variables += ["--env-var", f"token={token}", "--folder", "Writing"]
    done = subprocess.run(
        [NEWMAN, "run", COLLECTION, *variables, "--reporters", "json", "--reporter-json-export", report],
        env=os.environ | {"NODE_NO_WARNINGS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), done.stdout + done.stderr
    run = json.loads(report.read_text())["run"]
    assert run["failures"] == []
    sent = [each for each in run["executions"] if "response" in each]
    return [(each["request"]["method"], each["response"]["code"]) for each in sent]


def test_the_collection_is_of_this_description() -> None:
    subprocess.run([sys.executable, WRITER, "--check"], check=True)


def test_every_read_of_the_description_is_in_the_collection() -> None:
    described = {path for path, method, _ in Contract.committed().operations() if method == "get"}
    shown = {
        "/" + "/".join(f"{{{part[1:]}}}" if part[0] == ":" else part for part in request["url"]["path"])
        for request in _requests()
        if request["method"] == "GET"
    }
    assert shown == described, COMMITTED.name


def test_it_runs_as_imported_and_writes_where_it_has_a_key(tmp_path: Path, server: tuple[str, str]) -> None:
    url, key = server
    reads = [request for request in _requests() if request["method"] == "GET"]
    assert _run(tmp_path, url, None) == [("GET", 200)] * len(reads)
    assert _run(tmp_path, url, key) == list(zip(WRITES, [201, 200, 200, 204], strict=True))


def test_every_parameter_that_is_switched_off_has_a_value_that_the_service_takes(
    server: tuple[str, str],
) -> None:
    refused = []
    with httpx.Client(base_url=server[0], timeout=PATIENCE_SECONDS) as client:
        for request in _requests():
            url = request["url"]
            values = {f":{each['key']}": each["value"] for each in url.get("variable", [])}
            path = "/" + "/".join(values.get(part, part) for part in url["path"])
            query = url.get("query", [])
            needed = {each["key"]: each["value"] for each in query if not each.get("disabled")}
            for each in query:
                if each.get("disabled") and each["value"]:
                    answer = client.get(path, params=needed | {each["key"]: each["value"]})
                    if not answer.is_success:
                        refused.append((path, each["key"], answer.text))
    assert refused == []
