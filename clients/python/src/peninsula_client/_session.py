"""What the synchronous and the asynchronous client have in common: how requests are made and answers are read."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast
from urllib.parse import quote

import httpx

from peninsula_client._documents import Document, etag
from peninsula_client._exchange import Steps, exchange
from peninsula_client._version import __version__
from peninsula_client.errors import (
    IncompatibleServiceError,
    NotFoundError,
    PreconditionFailedError,
    ProblemError,
)

Query = Mapping[str, Any]


@dataclass
class Session:
    """Makes the steps of each call.

    :param build: makes a request; that of the HTTP client, which knows the base URL and the key.
    :param clocks: parameters that every read gets: ``as_of``, ``published_until``, ``known_at``.
    """

    build: Callable[..., httpx.Request]
    retries: int
    clocks: dict[str, Any] = field(default_factory=dict)
    recognised: bool = False

    def send(
        self,
        method: str,
        path: str,
        query: Query | None = None,
        *,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Steps[httpx.Response]:
        """Send a request and return its answer.

        :raises ProblemError: the answer is an error.
        :raises IncompatibleServiceError: there is no such path, since there is no ``/v1``.
        """
        request = self.request(method, path, query, content=content, headers=headers)
        try:
            response = yield from exchange(request, self.retries)
        except NotFoundError:
            if not self.recognised:
                yield from self._recognise()
            raise
        return response

    def request(
        self,
        method: str,
        path: str,
        query: Query | None = None,
        *,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Request:
        given = {name: value for name, value in (query or {}).items() if value is not None}
        values = {**self.clocks, **given} if method in {"GET", "HEAD"} else given
        params = {name: on_the_wire(value) for name, value in values.items()}
        return self.build(method, path, params=params, content=content, headers=headers)

    def read(self, path: str, query: Query | None = None) -> Steps[Document]:
        response = yield from self.send("GET", path, query)
        return self.document(response)

    def create(self, path: str, body: Mapping[str, Any], idempotency_key: str | None) -> Steps[Document]:
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": idempotency_key or str(uuid.uuid4()),
        }
        response = yield from self.send("POST", path, content=encoded(body), headers=headers)
        return self.document(response)

    def replace(self, path: str, record: Mapping[str, Any], if_match: str | None) -> Steps[Document]:
        target = f"{path}/{segment(_id_of(record))}"
        if if_match or etag(record) or "revision" in record:
            base = yield from self._base(target, record, if_match)
            condition = {"If-Match": base}
        else:
            condition = {"If-None-Match": "*"}
        headers = {"Content-Type": "application/json", **condition}
        response = yield from self.send("PUT", target, content=encoded(record), headers=headers)
        return self.document(response)

    def update(
        self, path: str, record: Mapping[str, Any] | str, changes: Mapping[str, Any], if_match: str | None
    ) -> Steps[Document]:
        target = f"{path}/{segment(_id_of(record))}"
        base = yield from self._base(target, record, if_match)
        headers = {"Content-Type": "application/merge-patch+json", "If-Match": base}
        response = yield from self.send("PATCH", target, content=encoded(changes), headers=headers)
        return self.document(response)

    def delete(
        self, path: str, record: Mapping[str, Any] | str, if_match: str | None, query: Query
    ) -> Steps[None]:
        target = f"{path}/{segment(_id_of(record))}"
        base = yield from self._base(target, record, if_match)
        yield from self.send("DELETE", target, query, headers={"If-Match": base})

    def document(self, response: httpx.Response) -> Document:
        """Return the JSON object of an answer.

        :raises IncompatibleServiceError: it is no JSON object.
        """
        try:
            members = response.json()
        except ValueError:
            members = None
        if not isinstance(members, dict):
            kind = response.headers.get("Content-Type", "no media type")
            raise IncompatibleServiceError(
                f"{response.url} answered with {kind} where peninsula-client {__version__} expects a JSON object. "
                "Is this the address of a Peninsula service?"
            )
        self.recognised = True
        return Document(members, response)

    def _base(self, target: str, record: Mapping[str, Any] | str, if_match: str | None) -> Steps[str]:
        """Return the entity tag to send as ``If-Match``.

        An id alone stands for whatever revision there is. A record that has lost its tag (a copy, or an item of a
        list) is compared by its revision with what is stored now.
        """
        if if_match:
            return if_match
        if isinstance(record, str):
            return "*"
        if tag := etag(record):
            return tag
        if "revision" not in record:
            raise ValueError(
                "The record has neither an entity tag nor a 'revision'. Pass if_match, or its id alone."
            )
        response = yield from exchange(self.build("GET", target), self.retries)
        current = self.document(response)
        if current["revision"] != record["revision"]:
            raise PreconditionFailedError(
                {
                    "type": "/problems/precondition-failed",
                    "title": "Precondition failed",
                    "status": 412,
                    "detail": f"The record is at revision {current['revision']}, and the one passed is revision "
                    f"{record['revision']}. Read it again and apply the change to what it is now.",
                    "instance": target,
                }
            )
        return cast("str", current.etag)

    def _recognise(self) -> Steps[None]:
        """Tell a missing record from a service that is none, or has no ``/v1`` (any more).

        :raises IncompatibleServiceError: there is no index of this version of the API.
        """
        index = self.build("GET", "/v1")
        try:
            response = yield from exchange(index, self.retries)
            self.document(response)
        except ProblemError as error:
            version = yield from self._announced_version()
            raise IncompatibleServiceError(
                f"peninsula-client {__version__} needs a service with /v1, and GET {index.url} "
                f"answered {error.status}. {version}"
            ) from error

    def _announced_version(self) -> Steps[str]:
        request = self.build("GET", "/openapi.json", params={"detail": "reads"})
        try:
            response = yield from exchange(request, self.retries)
            version = response.json()["info"]["version"]
        except (ProblemError, ValueError, KeyError, TypeError):
            return "It has no /openapi.json either: is this the address of a Peninsula service?"
        return f"Its description says that it is release {version}: use the peninsula-client of that release."


def segment(value: object) -> str:
    """Return a value as one segment of a path.

    :raises ValueError: no segment can be that: nothing, or dots, which clients of HTTP take out of paths.
    """
    if str(value) in {"", ".", ".."}:
        raise ValueError(f"{str(value)!r} is no id.")
    return quote(str(value), safe="")


def on_the_wire(value: Any) -> str:
    """Return a value of a parameter as text: lists with commas, dates and instants as ISO 8601 has them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(f"The instant {value.isoformat()} has no time zone.")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return str(value)
    return ",".join(on_the_wire(each) for each in value)


def encoded(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, allow_nan=False).encode()


def _id_of(record: Mapping[str, Any] | str) -> str:
    if isinstance(record, str):
        return record
    if not record.get("id"):
        raise ValueError("The record has no 'id', so it does not say which it is.")
    return str(record["id"])
