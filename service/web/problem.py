"""Problem documents (RFC 9457): the exception that answers one, and the handlers that make any error one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sized
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import structlog
from flask import Flask, Response, current_app, request
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import RequestRedirect

from service.web import problem_catalogue as kinds
from service.web.addresses import nearest_address
from service.web.problem_catalogue import ProblemKind
from service.web.request_id import request_id

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

MEDIA_TYPE = "application/problem+json"

# A body of 1 MiB can hold 500,000 errors; the answer must not be a hundred times what was sent.
MAX_ERRORS = 1000
MAX_ERROR_BYTES = 262_144
LONGEST_ERROR_TEXT = 2000
# Of the errors, in `detail` too.
_TOLD = 2
_IN_PATHS = "/:,*~@!$&'()+;="

# SQLite's code for "your SQL is wrong", which SQLAlchemy files under OperationalError too.
_SQLITE_ERROR = 1

# What the router, the body parser and `abort` may mean by a status, of which the catalogue may have several
# kinds.
_OF_FRAMEWORK = {
    kind.status: kind
    for kind in (
        kinds.BAD_REQUEST,
        kinds.UNAUTHORIZED,
        kinds.FORBIDDEN,
        kinds.NOT_FOUND,
        kinds.METHOD_NOT_ALLOWED,
        kinds.NOT_ACCEPTABLE,
        kinds.PRECONDITION_FAILED,
        kinds.PAYLOAD_TOO_LARGE,
        kinds.URI_TOO_LONG,
        kinds.UNSUPPORTED_MEDIA_TYPE,
        kinds.PRECONDITION_REQUIRED,
        kinds.RATE_LIMITED,
        kinds.HEADER_FIELDS_TOO_LARGE,
        kinds.SERVICE_UNAVAILABLE,
    )
}

log = structlog.get_logger()


class Problem(Exception):
    """Raise to answer with a problem document.

    :param kind: entry of the catalogue; the status is its status.
    :param detail: what is wrong with this request, for people; the kind's explanation where it is empty.
    :param errors: mappings with ``pointer`` or ``parameter``, ``code`` and ``detail``; answered up to a bound,
        past which the members ``errors_truncated`` and, of a list, ``errors_total`` say that there are more.
    :param errors_omitted: how many errors there are besides these.
    :param headers: further header fields of the answer.
    :param members: extension members (RFC 9457 §3.2), JSON values.
    """

    def __init__(
        self,
        kind: ProblemKind,
        detail: str = "",
        /,
        *,
        errors: Iterable[Mapping[str, Any]] = (),
        errors_omitted: int = 0,
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(kind.slug, detail)
        self.kind = kind
        self.detail = _cut(detail or kind.explanation)
        self.headers = dict(headers or {})
        self.errors, truncated = _bounded(errors)
        self.members = members
        if truncated or errors_omitted:
            self.members |= {"errors_truncated": True}
            if isinstance(errors, Sized):
                self.members |= {"errors_total": len(errors) + errors_omitted}

    def document(self, instance: str) -> dict[str, Any]:
        """Return the problem document for a request to the path ``instance``."""
        document: dict[str, Any] = {
            "type": self.kind.type,
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
            "instance": instance,
        }
        if self.errors:
            document["errors"] = self.errors
        return document | self.members


def _bounded(errors: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], bool]:
    """Return the first errors, and whether there are more."""
    taken: list[dict[str, Any]] = []
    size = 0
    for error in errors:
        if len(taken) >= MAX_ERRORS or size >= MAX_ERROR_BYTES:
            return taken, True
        taken.append({name: _cut(value) for name, value in error.items()})
        size += sum(len(str(value).encode("utf-8", "replace")) for value in taken[-1].values())
    return taken, False


def _cut(value: Any) -> Any:
    """Return a text of an error as it is answered: it may quote a name as long as the body."""
    if isinstance(value, str) and len(value) > LONGEST_ERROR_TEXT:
        return f"{value[:LONGEST_ERROR_TEXT]}…"
    return value


def first_errors(told: Iterable[str], total: int) -> str:
    """Return the first two errors in words, and how many more there are: ``detail`` is all that many clients show."""
    found = list(islice(told, _TOLD))
    more = total - len(found)
    if more > 0:
        found.append(f"And {more:,} more {'error' if more == 1 else 'errors'}.")
    return " ".join(found)


def respond_with(problem: Problem) -> Response:
    """Return the answer to the request in hand; to ``HEAD`` it is sent without its body."""
    return _response(problem, request.path)


def answer_outside(
    problem: Problem, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """Answer as a WSGI application: for what refuses a request before Flask sees it."""
    path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
    return _response(problem, path)(environ, start_response)


def _response(problem: Problem, path: str) -> Response:
    instance = quote(path, safe=_IN_PATHS, errors="replace")
    # An error's pointer may quote a lone surrogate of the body, which UTF-8 cannot carry.
    body = json.dumps(problem.document(instance), ensure_ascii=False, allow_nan=False).encode(
        "utf-8", "replace"
    )
    response = Response(body, status=problem.kind.status, content_type=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    if problem.kind.retry_after_seconds is not None:
        response.headers["Retry-After"] = str(problem.kind.retry_after_seconds)
    for name, value in problem.headers.items():
        response.headers[name] = value
    return response


def from_http_exception(error: HTTPException) -> Problem:
    """Return the problem for what the router, the body parser or ``abort`` raised.

    A status that the catalogue does not have, and so the OpenAPI description neither, becomes 400 or 500.
    """
    kind = _OF_FRAMEWORK.get(error.code or 500)
    if kind is None:
        kind = kinds.BAD_REQUEST if error.code and error.code < 500 else kinds.INTERNAL_ERROR
    headers = {
        name: value
        for name, value in error.get_headers(request.environ)
        if name.lower() not in ("content-type", "content-length", "allow")
    }
    if isinstance(error, MethodNotAllowed):
        headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return Problem(kind, _framework_detail(kind), headers=headers)


def _framework_detail(kind: ProblemKind) -> str:
    if kind is kinds.NOT_FOUND:
        return f"There is nothing at {request.path}.{_did_you_mean()}"
    if kind is kinds.METHOD_NOT_ALLOWED:
        return f"{request.path} does not know the method {request.method}; Allow lists those it does."
    return ""


def _did_you_mean() -> str:
    meant = nearest_address(current_app.url_map, request.environ.get("PATH_INFO", ""))
    return f" Did you mean '{quote(request.script_root + meant, safe=_IN_PATHS)}'?" if meant else ""


def install(app: Flask) -> None:
    """Make every error of ``app`` a problem document, and its router answer 404 where it would redirect."""
    # The second name of a thing would be a second cache entry, and a redirect is an error no problem document
    # describes.
    app.url_map.merge_slashes = False
    app.url_map.redirect_defaults = False
    app.before_request(_refuse_redirect)
    app.register_error_handler(Problem, respond_with)
    app.register_error_handler(HTTPException, _answer_http_exception)
    app.register_error_handler(DBAPIError, _answer_database_error)
    app.register_error_handler(PoolTimeout, _answer_database_error)
    app.register_error_handler(Exception, _answer_unhandled)


def _refuse_redirect() -> None:
    path = request.environ.get("PATH_INFO", "")
    if path.startswith("//"):
        # The router takes as many slashes for one: a rule of a proxy, or the cache, would not know the place again.
        detail = f"There is nothing at a path that begins with more than one slash.{_did_you_mean()}"
        raise Problem(kinds.NOT_FOUND, detail)
    if isinstance(request.routing_exception, RequestRedirect):
        raise Problem(kinds.NOT_FOUND, _framework_detail(kinds.NOT_FOUND))


def _answer_http_exception(error: HTTPException) -> Response:
    problem = from_http_exception(error)
    if problem.kind is kinds.INTERNAL_ERROR:
        return _answer_unhandled(getattr(error, "original_exception", None) or error)
    return respond_with(problem)


def _answer_database_error(error: DBAPIError | PoolTimeout) -> Response:
    if not _is_unavailable(error):
        return _answer_unhandled(error)
    detail = getattr(error, "public_detail", "")
    # What it says of itself needs no traceback, of which there would be one for each request.
    log.error(
        "database_unavailable",
        exc_info=None if detail else error,
        method=request.method,
        path=request.path,
        **{"reason": detail} if detail else {},
    )
    return respond_with(Problem(kinds.SERVICE_UNAVAILABLE, detail, request_id=request_id()))


def _is_unavailable(error: DBAPIError | PoolTimeout) -> bool:
    if isinstance(error, PoolTimeout) or error.connection_invalidated:
        return True
    sqlite_code = getattr(error.orig, "sqlite_errorcode", None)
    return isinstance(error, OperationalError) and sqlite_code != _SQLITE_ERROR


def _answer_unhandled(error: BaseException) -> Response:
    log.error("unhandled_exception", exc_info=error, method=request.method, path=request.path)
    identity = request_id()
    detail = f"The service failed, and has logged why under the request id {identity}."
    return respond_with(Problem(kinds.INTERNAL_ERROR, detail, request_id=identity))
