"""Reads and writes as clients make them, and what the cache says it did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
from flask import Flask
from werkzeug.test import TestResponse

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.contracts import factories


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
