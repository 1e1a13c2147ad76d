"""Sending a stored response: complete, without its body, or as ``304``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug import Request
from werkzeug.http import parse_date

from service.cache.entry import Headers, StoredResponse
from service.web.conditional import not_modified
from service.web.problem import Problem

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_CONDITIONS = frozenset(
    {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}
)


def send(
    environ: WSGIEnvironment, start_response: StartResponse, entry: StoredResponse, more: Headers
) -> list[bytes] | None:
    """Send an entry with more headers; return ``None`` where the request's conditions fail or are malformed."""
    if not _CONDITIONS.isdisjoint(environ):
        try:
            unchanged = environ.get("HTTP_IF_NONE_MATCH") == entry.etag or _is_unchanged(environ, entry)
        except Problem:
            return None
        if unchanged:
            start_response("304 NOT MODIFIED", entry.headers_304 + more)
            return []
    start_response("200 OK", entry.headers + more)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [entry.body]


def _is_unchanged(environ: WSGIEnvironment, entry: StoredResponse) -> bool:
    modified = parse_date(entry.header("Last-Modified"))
    return not_modified(Request(environ), entry.etag, None if modified is None else modified.isoformat())
