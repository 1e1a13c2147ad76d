"""The pages of problems: of the kinds that there are, and of one that a request met."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from flask import Flask, request
from marshmallow import ValidationError
from werkzeug import Request

from service.pages.addresses import Addresses
from service.pages.asked import Asked
from service.pages.clock_bar import clock_bar
from service.pages.shell import shell_of
from service.pages.words import label
from service.records.http.answers import CLOCKS
from service.records.http.parameters import view_clocks
from service.records.record_type import Registry
from service.web.html import HTML, MEDIA_TYPE, POLICY, HtmlPage, render
from service.web.links import url
from service.web.negotiation import JSON, prefers
from service.web.operation import Answer
from service.web.problem import MEDIA_TYPE as PROBLEM
from service.web.problem_catalogue import INVALID_CURSOR

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Headers = list[tuple[str, str]]
_CLOCK_FIELDS = {each.name: each.field for each in view_clocks()}
# Of a name that a caller sent, so much is repeated.
_LONGEST_NAME = 40
_REWRITTEN = frozenset({"content-type", "content-length", "content-security-policy"})


def problem_kinds_page(asked: Asked) -> Answer:
    """Return the page that explains every kind of problem."""
    return asked.page("problems.html", "Problems", document=asked.document)


def problem_kind_page(asked: Asked) -> Answer:
    """Return the page that explains a kind of problem."""
    document = asked.document
    trail = [("Problems", "/problems")]
    return asked.page("problem.html", document["title"], trail=trail, document=document)


class ProblemPages:
    """WSGI middleware that shows a browser a page where the answer to a read is a problem document."""

    def __init__(self, app: Flask, application: WSGIApplication, registry: Registry) -> None:
        self._app = app
        self._application = application
        self._registry = registry

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not _may_be_for_people(environ):
            return self._application(environ, start_response)
        head: list[Any] = []

        def start(*given: Any) -> Callable[[bytes], object]:
            head[:] = given
            return _refuse_to_write

        body = self._application(environ, start)
        status, headers, *rest = head
        media_type = next((value for name, value in headers if name.lower() == "content-type"), "")
        if media_type != PROBLEM or not _prefers_page(environ):
            start_response(status, headers, *rest)
            return body
        kept = [pair for pair in headers if pair[0].lower() not in _REWRITTEN]
        kept += [("Content-Type", MEDIA_TYPE), ("Content-Security-Policy", POLICY), ("Vary", "Accept")]
        try:
            content = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()
        if not content:
            # The answer to HEAD, whose length is that of a page that nobody makes.
            start_response(status, kept, *rest)
            return []
        page = self._page(environ, json.loads(content))
        start_response(status, [*kept, ("Content-Length", str(len(page)))], *rest)
        return [page]

    def _page(self, environ: WSGIEnvironment, document: dict[str, Any]) -> bytes:
        with self._app.request_context(environ):
            clocks = _clocks(document)
            to = Addresses(clocks)
            shell = shell_of(self._registry, to, document["title"])
            shell["clocks"] = clock_bar(to, request.path, clocks, CLOCKS)
            ways = _ways_on(document, to)
            return render(HtmlPage(("failed.html",), shell | {"document": document, "ways": ways}))


def _may_be_for_people(environ: WSGIEnvironment) -> bool:
    return "text/html" in environ.get("HTTP_ACCEPT", "").lower()


def _prefers_page(environ: WSGIEnvironment) -> bool:
    """Tell whether the reader is a browser, by ``Accept``: it may have asked for a table that there is not.

    A program that names ``format=html`` gets the problem documents that it knows.
    """
    wanted = Request(environ)
    return wanted.args.get("format") != JSON.name and prefers(wanted, HTML)


def _clocks(document: dict[str, Any]) -> dict[str, str]:
    """Return the clocks of the request that met a problem, those that can be read."""
    wrong = _wrong(document)
    pairs = parse_qsl(request.query_string.decode("utf-8", "replace"))
    return {
        name: value
        for name, value in pairs
        if name in _CLOCK_FIELDS and name not in wrong and _is_clock(name, value)
    }


def _is_clock(name: str, value: str) -> bool:
    try:
        _CLOCK_FIELDS[name].deserialize(value)
    except ValidationError:
        return False
    return True


def _wrong(document: dict[str, Any]) -> set[str]:
    """Return the names of the parameters that a problem is about."""
    wrong = {each["parameter"] for each in document.get("errors", ()) if "parameter" in each}
    return wrong | ({"cursor"} if document["type"] == INVALID_CURSOR.type else set())


def _ways_on(document: dict[str, Any], to: Addresses) -> list[tuple[str, str]]:
    """Return the name and URL of each page that leads on from a problem."""
    found = []
    if last := document.get("last_revision"):
        found.append(("The last content of the record", to(last)))
        found.append(("Its revisions", to(last.rpartition("/")[0])))
    wrong = _wrong(document)
    pairs = parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True)
    without = [pair for pair in pairs if pair[0] not in wrong]
    if wrong and len(without) < len(pairs):
        names = " and ".join(sorted(f"“{label(each[:_LONGEST_NAME])}”" for each in wrong))
        found.append((f"The same page without {names}", to.root + url(request.path, without)))
    parts = [each for each in request.path.split("/") if each]
    if len(parts) > 2 and parts[0] == "v1":
        name = parts[2][:_LONGEST_NAME]
        if document["status"] == HTTPStatus.NOT_FOUND and any(map(str.isalnum, name)):
            found.append((f"Search for “{name}”", to("/v1/search", q=name)))
        found.append((label(parts[1]), to(f"/v1/{parts[1]}")))
    return found


def _refuse_to_write(_: bytes) -> object:
    raise NotImplementedError("no application here uses the write callable of PEP 3333")
