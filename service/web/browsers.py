"""What browsers are told: which pages may read an answer (CORS), and what none may do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Headers = list[tuple[str, str]]

ANY_ORIGIN, OFF = "*", "off"
# The answer is what its media type says, is no page, is shown in nobody's frame, and leads nowhere with its address.
_ALWAYS: Headers = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")]
_POLICY = ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")

# Scripts may see every header field: none is secret (Fetch, the wildcard of requests without credentials).
_EXPOSED = ("Access-Control-Expose-Headers", "*")
_TO_READ = ", ".join(
    (
        "Accept, Cache-Control, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since",
        "X-Request-ID, traceparent",
    )
)
_READING = ("GET, HEAD, OPTIONS", _TO_READ)
_EVERYTHING = (
    "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE",
    f"{_TO_READ}, Authorization, Content-Type, Idempotency-Key",
)
# As long as any browser remembers it.
_PREFLIGHT_SECONDS = "7200"


class BrowserPolicy:
    """WSGI middleware that adds the header fields, to errors too, and answers preflight requests.

    Where ``*`` is among the origins any page may read, without a key; a page of a named origin may use keys and
    write as well. Credentials that browsers send by themselves, such as cookies, are never asked for.
    """

    def __init__(self, application: WSGIApplication, origins: tuple[str, ...], hsts_seconds: int) -> None:
        self._application = application
        self._origins = frozenset(origins)
        self._is_open = ANY_ORIGIN in origins
        self._secure: Headers = []
        if hsts_seconds:
            self._secure = [("Strict-Transport-Security", f"max-age={hsts_seconds}; includeSubDomains")]
        self._open = [
            *_ALWAYS,
            ("Access-Control-Allow-Origin", "*"),
            _EXPOSED,
        ]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "OPTIONS" and "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in environ:
            allowed = self._allowed(environ.get("HTTP_ORIGIN", ""))
            if allowed:
                start_response("204 No Content", self._fields(environ) + allowed)
                return []
        fields = self._fields(environ)
        with_policy = [*fields, _POLICY]

        def start(status: str, headers: Headers, exc_info: Any = None, /) -> Callable[[bytes], object]:
            if not self._is_open and self._origins:
                headers = _varying(headers)
            has_policy = any(name == _POLICY[0] for name, _ in headers)
            return start_response(status, [*headers, *(fields if has_policy else with_policy)], exc_info)

        return self._application(environ, start)

    def _fields(self, environ: WSGIEnvironment) -> Headers:
        fields = self._open if self._is_open else _ALWAYS
        origin = environ.get("HTTP_ORIGIN")
        if not self._is_open and origin in self._origins:
            fields = [
                *fields,
                ("Access-Control-Allow-Origin", origin),
                _EXPOSED,
            ]
        if self._secure and environ["wsgi.url_scheme"] == "https":
            fields = [*fields, *self._secure]
        return fields

    def _allowed(self, origin: str) -> Headers:
        """Return what a preflight request from an origin is answered, nothing where it may not ask."""
        if origin in self._origins and origin != ANY_ORIGIN:
            methods, names = _EVERYTHING
        elif self._is_open and origin:
            methods, names = _READING
        else:
            return []
        return [
            ("Access-Control-Allow-Methods", methods),
            ("Access-Control-Allow-Headers", names),
            ("Access-Control-Max-Age", _PREFLIGHT_SECONDS),
            ("Vary", "Origin"),
        ]


def _varying(headers: Headers) -> Headers:
    """Return the fields with ``Origin`` among what the answer was chosen by."""
    named = [value for name, value in headers if name.lower() == "vary"]
    return [
        *((name, value) for name, value in headers if name.lower() != "vary"),
        ("Vary", ", ".join([*named, "Origin"])),
    ]


def install(app: Flask, origins: str, hsts_seconds: int) -> None:
    """Have ``app`` tell browsers what its answers are for; ``origins`` is a comma list, or ``off``."""
    named = () if origins == OFF else tuple(origins.split(","))
    app.wsgi_app = BrowserPolicy(app.wsgi_app, named, hsts_seconds)  # type: ignore[method-assign]
