"""Answers to requests that do not reach the application: problem documents as bytes, each of them logged."""

from __future__ import annotations

import json
import secrets
from email.utils import formatdate
from http import HTTPStatus

import structlog
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException

from service.web import problem_catalogue as kinds
from service.web.problem import MEDIA_TYPE, Problem

_MOST_QUOTED = 200

log = structlog.get_logger(__name__)


def problem_of(error: ParseException) -> Problem:
    """Return the problem for an error of Gunicorn's parser."""
    if isinstance(error, LimitRequestLine):
        return Problem(kinds.URI_TOO_LONG)
    if isinstance(error, LimitRequestHeaders):
        return Problem(kinds.HEADER_FIELDS_TOO_LARGE)
    return Problem(kinds.BAD_REQUEST, f"{type(error).__name__}: {str(error)[:_MOST_QUOTED]}")


def refusal(problem: Problem, client: str, *, path: str = "", has_body: bool = True) -> bytes:
    """Log a problem and return it as a complete response, after which the connection is to be closed."""
    identity = secrets.token_hex(16)
    log.warning(
        "request_refused",
        status=problem.kind.status,
        detail=problem.detail,
        client=client,
        request_id=identity,
    )
    document = problem.document(path) | {"request_id": identity}
    body = json.dumps(document, ensure_ascii=True).encode("ascii")
    lines = [
        f"HTTP/1.1 {problem.kind.status} {HTTPStatus(problem.kind.status).phrase}",
        f"Date: {formatdate(usegmt=True)}",
        "Connection: close",
        f"Content-Type: {MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        f"X-Request-ID: {identity}",
    ]
    if problem.kind.retry_after_seconds is not None:
        lines.append(f"Retry-After: {problem.kind.retry_after_seconds}")
    head = "\r\n".join(lines).encode("ascii") + b"\r\n\r\n"
    return head + body if has_body else head
