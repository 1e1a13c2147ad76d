"""Request ids and W3C trace context, on every answer and every log line of the request."""

from __future__ import annotations

import random
import re
import secrets
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from flask import Flask, has_request_context, request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from structlog.types import EventDict, WrappedLogger

# Where the parts of the service leave what they know of a request, for its line in the log.
ENVIRON_KEY = "peninsula.request_id"
TRACE_KEY = "peninsula.trace_id"
ROUTE_KEY = "peninsula.route"
OWNER_KEY = "peninsula.key_owner"

_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_TRACEPARENT = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?")
_SAMPLED = 0x01

# What the thread is at, or was last: a thread of a worker serves one request after another.
IN_HAND: ContextVar[WSGIEnvironment | None] = ContextVar("request", default=None)


def request_id() -> str:
    """Return the id of the request in hand; an empty string outside of one."""
    if not has_request_context():
        return ""
    found: str = request.environ.get(ENVIRON_KEY, "")
    return found


def name_request(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Add to an event of the log which request it belongs to; a processor for structlog."""
    environ = IN_HAND.get()
    if environ is not None:
        event.setdefault("request_id", environ[ENVIRON_KEY])
        if TRACE_KEY in environ:
            event.setdefault("trace_id", environ[TRACE_KEY])
    return event


def continue_trace(traceparent: str) -> tuple[str, str]:
    """Return (trace id, the ``traceparent`` of this service's own span) for a caller's header.

    A header that cannot be read starts a new trace that is not sampled, as W3C Trace Context §3.2 and §4.3
    ask; of versions above 00 the known first fields are read.
    """
    match = _TRACEPARENT.fullmatch(traceparent.strip())
    trace, flags = secrets.token_hex(16), 0
    if match is not None:
        version, its_trace, parent, its_flags, more = match.groups()
        readable = version != "ff" and not (version == "00" and more)
        if readable and its_trace.strip("0") and parent.strip("0"):
            trace, flags = its_trace, int(its_flags, 16) & _SAMPLED
    return trace, f"00-{trace}-{secrets.token_hex(8)}-{flags:02x}"


class RequestIdentity:
    """WSGI middleware around everything else, so that no answer leaves without ``X-Request-ID``."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        identity = environ.get("HTTP_X_REQUEST_ID")
        if identity is None or not _SANE_ID.fullmatch(identity):
            # Has to be another one each time, not to be kept secret.
            identity = f"{random.getrandbits(128):032x}"
        environ[ENVIRON_KEY] = identity
        # Another protocol is not spoken here, which a server may ignore (RFC 9110 §7.8); the router would refuse it.
        environ.pop("HTTP_UPGRADE", None)
        extra = [("X-Request-ID", identity)]
        IN_HAND.set(environ)
        traceparent = environ.get("HTTP_TRACEPARENT")
        if traceparent is not None:
            environ[TRACE_KEY], ours = continue_trace(traceparent)
            extra.append(("traceparent", ours))

        def start(
            status: str, headers: list[tuple[str, str]], exc_info: Any = None, /
        ) -> Callable[[bytes], object]:
            return start_response(status, [*headers, *extra], exc_info)

        return self._application(environ, start)


def install(app: Flask) -> None:
    """Wrap ``app``; call it last, since what wraps the app later stands outside of it."""
    app.wsgi_app = RequestIdentity(app.wsgi_app)  # type: ignore[method-assign]
