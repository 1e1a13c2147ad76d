"""Asking a view of this service, from within a request and for its caller: the cache, access and rules are the same."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from flask import Flask, current_app, request
from werkzeug.test import run_wsgi_app

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_VIEWS = "peninsula.views"
# Of the request in hand; the view is asked for plain JSON, as it is now.
_NOT_PASSED_ON = re.compile(
    r"HTTP_(ACCEPT.*|IF_.*|RANGE|ORIGIN|CONTENT_.*|TRANSFER_ENCODING)|CONTENT_TYPE|werkzeug\..*"
)
_CITE_AS = re.compile(r'<([^>]*)>; rel="cite-as"')


@dataclass(frozen=True)
class ViewAnswer:
    """What a view answered.

    :param document: JSON values, or a problem document.
    :param pinned: the path and query by which the same answer can be had for ever.
    """

    status: int
    document: Any
    pinned: str

    @property
    def is_problem(self) -> bool:
        """Whether the view refused."""
        return self.status >= HTTPStatus.BAD_REQUEST


def install(app: Flask) -> None:
    """Have views be asked through what ``app`` has around it by now; rate limits come later, and count once."""
    app.extensions[_VIEWS] = app.wsgi_app


def ask(path: str, query: Iterable[tuple[str, str]]) -> ViewAnswer:
    """Return what a view of this service answers to ``GET``.

    :param path: of the view, decoded.
    :param query: names and values, decoded.
    """
    text = urlencode(list(query), quote_via=quote)
    environ: WSGIEnvironment = {
        name: value for name, value in request.environ.items() if not _NOT_PASSED_ON.fullmatch(name)
    }
    environ |= {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": text,
        "RAW_URI": f"{quote(path)}?{text}" if text else quote(path),
        "CONTENT_LENGTH": "0",
        "wsgi.input": io.BytesIO(),
    }
    body, status, headers = run_wsgi_app(current_app.extensions[_VIEWS], environ, buffered=True)
    found = _CITE_AS.search(headers.get("Link", ""))
    pinned = found[1] if found else environ["RAW_URI"]
    return ViewAnswer(int(status[:3]), json.loads(b"".join(body)), pinned)
