"""Reads and writes as clients make them, and what the cache says it did."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event
from typing import Any

import httpx
from flask import Flask
from werkzeug.test import TestResponse

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.contracts import factories
from tests.servers import client_of_threads


def outcome(answer: TestResponse | httpx.Response) -> str:
    """``hit``, or why the answer was not kept already: ``miss``, ``request``, ``bypass``."""
    _, first, *_ = answer.headers["Cache-Status"].split("; ")
    return first.removeprefix("fwd=")


def kept_in(answer: TestResponse | httpx.Response) -> str:
    """Where a hit was kept: ``memory`` or ``redis``."""
    return answer.headers["Cache-Status"].rpartition("detail=")[2]


def make_token(database_url: str, **settings: Any) -> str:
    context = make_context(Settings(database_url=database_url, **settings))
    with context.database.writing() as connection:
        _, token = create_key(connection, "cache tests", ["write"], None, datetime.now(UTC))
    context.engine.dispose()
    return token


@dataclass
class App:
    """An application in this process."""

    flask: Flask
    token: str

    def get(self, path: str, method: str = "GET", **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.flask.test_client().open(path, method=method, headers=named)

    def put_source(self, record_id: str, title: str) -> None:
        headers = {"Authorization": f"Bearer {self.token}"}
        path = f"/v1/sources/{record_id}"
        if self.get(path, Cache_Control="no-cache").status_code == 200:
            headers["If-Match"] = "*"
        answer = self.flask.test_client().put(path, json=factories.source(title=title), headers=headers)
        assert answer.status_code in (200, 201), answer.text

    def title(self, record_id: str, **headers: str) -> str:
        return self.get(f"/v1/sources/{record_id}", **headers).json["title"]


class Client:
    """A client of a running server, for many threads."""

    def __init__(self, url: str, token: str) -> None:
        self._http = client_of_threads(url)
        self._authorization = {"Authorization": f"Bearer {token}"}

    def get(self, path: str, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._http.get(path, headers=named)

    def title(self, record_id: str, **headers: str) -> str:
        answer = self.get(f"/v1/sources/{record_id}", **headers)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["title"])

    def put_source(self, record_id: str, title: str) -> httpx.Response:
        path, headers = f"/v1/sources/{record_id}", dict(self._authorization)
        body = factories.source(title=title)
        answer = self._http.put(path, json=body, headers=headers)
        if answer.status_code == 428:
            answer = self._http.put(path, json=body, headers=headers | {"If-Match": "*"})
        return answer

    def write(self, record_id: str, title: str) -> None:
        answer = self.put_source(record_id, title)
        assert answer.status_code in (200, 201), answer.text


def hammer(client: Client, others: int, writes: int) -> int:
    """Write again and again while others read; fails where a read begun after an acknowledgement is older.

    Returns how many reads were hits.
    """
    client.write("tally", "0")
    acknowledged, stopped = [0], Event()

    def read(_: int) -> Counter[str]:
        seen: Counter[str] = Counter()
        while not stopped.is_set():
            before = acknowledged[0]
            answer = client.get("/v1/sources/tally")
            assert int(answer.json()["title"]) >= before, answer.headers["Cache-Status"]
            seen[outcome(answer)] += 1
        return seen

    with ThreadPoolExecutor(others) as threads:
        readers = [threads.submit(read, number) for number in range(others)]
        try:
            for number in range(1, writes + 1):
                client.write("tally", str(number))
                acknowledged[0] = number
        finally:
            stopped.set()
        return sum((reader.result() for reader in readers), Counter())["hit"]
