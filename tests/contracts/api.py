"""A client of the service under test: no server in between, the same requests and answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from werkzeug.test import TestResponse

from service.app import create_app
from service.records.context import Context
from service.settings import Settings
from tests.contracts import factories

ACTOR = "contract tests"
JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"


def address(path: str) -> str:
    """``summits`` and ``summits/x`` are below ``/v1``; what begins with a slash stands as it is."""
    return path if path.startswith("/") else f"/v1/{path}"


@dataclass(repr=False)
class Api:
    """Requests to one application. ``key`` is ``read``, ``write`` or ``admin``, a token, or None for no key."""

    app: Flask
    tokens: Mapping[str, str]
    settings: Settings

    def __repr__(self) -> str:
        return f"the service on {self.context.engine.dialect.name}"

    @property
    def context(self) -> Context:
        return self.app.extensions["peninsula"]

    def send(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
        **options: Any,
    ) -> TestResponse:
        sent = dict(headers or {})
        if key is not None:
            sent["Authorization"] = f"Bearer {self.tokens.get(key, key)}"
        where = address(path)
        if query:
            where += ("&" if "?" in where else "?") + urlencode(query, doseq=True)
        # A client each, as it would keep cookies.
        return self.app.test_client().open(where, method=method, headers=sent, **options)

    def get(self, path: str, query: Mapping[str, Any] | None = None, **options: Any) -> TestResponse:
        return self.send("GET", path, query, **options)

    def head(self, path: str, query: Mapping[str, Any] | None = None, **options: Any) -> TestResponse:
        return self.send("HEAD", path, query, **options)

    def options(self, path: str, **options: Any) -> TestResponse:
        return self.send("OPTIONS", path, **options)

    def post(self, path: str, body: Any = None, *, key: str | None = "write", **options: Any) -> TestResponse:
        return self.send("POST", path, key=key, **_body(body, options, JSON))

    def put(
        self,
        path: str,
        body: Any = None,
        *,
        key: str | None = "write",
        match: str | None = None,
        **options: Any,
    ) -> TestResponse:
        return self.send("PUT", path, key=key, **_body(body, _matching(match, options), JSON))

    def patch(
        self,
        path: str,
        body: Any = None,
        *,
        key: str | None = "write",
        match: str | None = "*",
        **options: Any,
    ) -> TestResponse:
        return self.send("PATCH", path, key=key, **_body(body, _matching(match, options), MERGE_PATCH))

    def delete(
        self,
        path: str,
        query: Mapping[str, Any] | None = None,
        *,
        key: str | None = "write",
        match: str | None = "*",
        **options: Any,
    ) -> TestResponse:
        return self.send("DELETE", path, query, key=key, **_matching(match, options))

    # --------------------------------------------------------------- what tests do again and again

    def read(self, path: str, query: Mapping[str, Any] | None = None, **options: Any) -> Any:
        """The JSON of a ``200``."""
        answer = self.get(path, query, **options)
        assert answer.status_code == 200, answer.text
        return answer.json

    def create(self, path: str, body: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        """``POST`` a body as it is; returns the record created."""
        answer = self.post(path, {**(body or {}), **more})
        assert answer.status_code == 201, answer.text
        return answer.json

    def make(self, path: str, **changes: Any) -> dict[str, Any]:
        """Create the minimal record of a type with these changes, and what it refers to by default."""
        self.furnish()
        return self.create(path, factories.BODIES[path](**changes))

    def furnish(self) -> None:
        """Have the records that minimal bodies refer to, unless they are there."""
        for path, body in factories.STANDING:
            where = f"{path}/{body['id']}"
            if self.get(where).status_code == 404:
                assert self.put(where, body).status_code == 201

    def revise(self, path: str, **changes: Any) -> dict[str, Any]:
        """Merge changes into a record; returns it as it is then."""
        answer = self.patch(path, changes)
        assert answer.status_code == 200, answer.text
        return answer.json

    def remove(self, path: str, **query: str) -> None:
        answer = self.delete(path, query)
        assert answer.status_code == 204, answer.text

    def pages(self, path: str, query: Mapping[str, Any] | None = None) -> Iterator[dict[str, Any]]:
        """Every page of a list, each asked for when the one before has been looked at."""
        asked = dict(query or {})
        while True:
            page = self.read(path, asked)
            yield page
            if page["next_cursor"] is None:
                return
            asked["cursor"] = page["next_cursor"]

    def items(self, path: str, query: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The items of all pages of a list."""
        return [item for page in self.pages(path, query) for item in page["items"]]

    def ids(self, path: str, query: Mapping[str, Any] | None = None) -> list[str]:
        """The ids of all pages of a list."""
        return [item["id"] for item in self.items(path, query)]

    def restarted(self, **settings: Any) -> Api:
        """Another application with other settings on the same database."""
        chosen = replace(self.settings, **settings)
        return Api(create_app(chosen), self.tokens, chosen)

    def close(self) -> None:
        """Close the cache, and the database once the cache has done asking it in a thread of its own."""
        self.context.caching.close()
        asking = self.context.caching.version._attempt
        if asking is not None:
            asking.done.wait(30)
        self.context.engine.dispose()


def _matching(match: str | None, options: dict[str, Any]) -> dict[str, Any]:
    if match is not None:
        options["headers"] = {"If-Match": match, **(options.get("headers") or {})}
    return options


def _body(body: Any, options: dict[str, Any], content_type: str) -> dict[str, Any]:
    """Bytes and text are sent as they are, anything else as JSON; options overrule."""
    if isinstance(body, str | bytes):
        options.setdefault("data", body)
    elif body is not None:
        options.setdefault("data", json.dumps(body))
    if "data" in options:
        options.setdefault("content_type", content_type)
    return options
