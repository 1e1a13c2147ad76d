"""Below a path of a proxy: every URL of every answer begins with that path, kept answers and streams too."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.access.keys import create_key
from service.app import create_app
from service.settings import Settings
from service.storage.migrate import migrate
from tests.contracts import factories

PREFIX = "/korea/record"


class Service:
    def __init__(self, database_url: str, **settings: Any) -> None:
        app = create_app(Settings(database_url=database_url, **settings))
        app.testing = False
        self.database = app.extensions["peninsula"].database
        migrate(self.database)
        with self.database.writing() as connection:
            _, token = create_key(connection, "tests", ["write"], None, datetime.now(UTC))
        self.key = {"Authorization": f"Bearer {token}"}
        self.client: FlaskClient = app.test_client()

    def send(self, path: str, method: str = "GET", **options: Any) -> TestResponse:
        return self.client.open(path, method=method, **options)


@pytest.fixture
def make(sqlite_database: str) -> Iterator[Callable[..., Service]]:
    made: list[Service] = []

    def one(**settings: Any) -> Service:
        made.append(Service(sqlite_database, **settings))
        return made[-1]

    yield one
    for each in made:
        each.database.engine.dispose()


@pytest.fixture
def service(make: Callable[..., Service]) -> Service:
    made = make(path_prefix=PREFIX)
    for name in ("one", "two"):
        answer = made.send("/v1/sources", "POST", json=factories.source(id=name), headers=made.key)
        assert answer.status_code == 201, answer.text
        assert answer.headers["Location"] == f"{PREFIX}/v1/sources/{name}"
        assert answer.json["self"] == f"{PREFIX}/v1/sources/{name}"
    return made


@pytest.mark.parametrize("how", ["computed", "kept"])
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_a_list_has_it_in_links_and_documents(service: Service, how: str, coding: str) -> None:
    path = "/v1/sources?limit=1"
    for _ in range(2 if how == "kept" else 1):
        answer = service.send(path, headers={"Accept-Encoding": coding})
    assert ("hit" in answer.headers["Cache-Status"]) == (how == "kept")
    body = gzip.decompress(answer.data) if answer.headers.get("Content-Encoding") else answer.data
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert json.loads(body)["items"][0]["self"].startswith(f"{PREFIX}/v1/sources/")
    targets = [part.strip() for part in answer.headers["Link"].split(", <")]
    assert len(targets) >= 2
    assert all(target.lstrip("<").startswith(f"{PREFIX}/v1/sources?") for target in targets)


def test_the_same_cached_answer_serves_under_every_prefix(make: Callable[..., Service]) -> None:
    service = make(trusted_proxies=1)
    service.send("/v1/sources", "POST", json=factories.source(id="one"), headers=service.key)
    for prefix in ("/a", "/b/c", "", "/a"):
        sent = {"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Prefix": prefix}
        answer = service.send("/v1/sources/one", headers=sent)
        assert answer.json["self"] == f"{prefix}/v1/sources/one"
    assert "hit" in answer.headers["Cache-Status"]


@pytest.mark.parametrize("path", [f"{PREFIX}/v1/sources/one", "/v1/sources/one"])
def test_a_proxy_may_take_it_off_or_leave_it(service: Service, path: str) -> None:
    assert service.send(path).json["self"] == f"{PREFIX}/v1/sources/one"


@pytest.mark.parametrize(
    ("path", "status", "instance"),
    [
        ("/nowhere", 404, "/nowhere"),
        ("/v1/sources/none", 404, "/v1/sources/none"),
        ("/v1/sources?limit=x", 400, "/v1/sources"),
    ],
)
def test_problems_have_it_in_type_and_instance(
    service: Service, path: str, status: int, instance: str
) -> None:
    answer = service.send(path)
    assert answer.status_code == status
    assert answer.json["instance"] == f"{PREFIX}{instance}"
    explained = service.send(answer.json["type"])
    assert answer.json["type"].startswith(f"{PREFIX}/problems/")
    assert explained.status_code == 200


def test_the_problem_type_of_a_429_has_the_prefix(make: Callable[..., Service]) -> None:
    service = make(path_prefix=PREFIX, rate_limit_read="1/hour")
    service.send("/v1")
    assert service.send("/v1").json["type"] == f"{PREFIX}/problems/rate-limited"


def test_an_answer_that_was_not_modified_keeps_its_tag(service: Service) -> None:
    first = service.send("/v1/sources/one")
    again = service.send("/v1/sources/one", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = service.send("/v1/sources/one", "HEAD")
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", first.headers["ETag"])


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_an_export_has_it_in_every_line(service: Service, coding: str) -> None:
    answer = service.send("/v1/export", headers={"Accept-Encoding": coding})
    body = gzip.decompress(answer.data) if coding == "gzip" else answer.data
    lines = [json.loads(line) for line in body.splitlines()]
    assert [line["self"] for line in lines] == [f"{PREFIX}/v1/sources/one", f"{PREFIX}/v1/sources/two"]


@pytest.mark.parametrize("page", ["/", "/docs", "/problems", "/problems/not-found"])
def test_pages_link_below_it_once(service: Service, page: str) -> None:
    answer = service.send(page, headers={"Accept": "text/html"})
    assert answer.mimetype == "text/html"
    targets = [
        urljoin(f"{PREFIX}{page}", each) for each in re.findall(r"(?:href|src)=\"([^\"#]+)\"", answer.text)
    ]
    assert targets
    for target in targets:
        assert target.removeprefix("http://127.0.0.1:8000").startswith(f"{PREFIX}/"), target
        assert not target.startswith(f"{PREFIX}{PREFIX}"), target
        # The tour of the front page asks of records that are not here.
        if "/v1/" not in target:
            assert service.send(target).status_code == 200, target


def test_the_description_has_it_in_its_server_alone(service: Service) -> None:
    description = service.send("/openapi.json").json
    assert description["servers"][0]["url"].endswith(PREFIX)
    assert "/v1/sources" in description["paths"]


def test_texts_that_speak_of_a_path_stay_as_they_are(service: Service) -> None:
    note = 'See "/v1/sources" or /v1/sources/one.'
    made = service.send(
        "/v1/sources", "POST", json=factories.source(id="three", note=note), headers=service.key
    )
    assert made.json["note"] == note


@pytest.mark.parametrize(
    "hostile", ["//evil.example", "no-slash", "/a b", '/"><script>', "/a/../b", "/é", "/", "/a\\b", "/<x>"]
)
def test_an_invalid_path_is_not_a_prefix(make: Callable[..., Service], hostile: str) -> None:
    service = make(trusted_proxies=1)
    sent = {"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Prefix": hostile}
    assert service.send("/nowhere", headers=sent).json["type"] == "/problems/not-found"


def test_only_a_trusted_proxy_may_give_a_prefix(make: Callable[..., Service]) -> None:
    answer = make().send("/nowhere", headers={"X-Forwarded-Prefix": "/evil"})
    assert answer.json["type"] == "/problems/not-found"
