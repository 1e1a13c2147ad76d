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
# With what wrappers of fetch set on every request, though a read has no use for it.
_TO_READ = ", ".join(
    (
        "Accept, Accept-Datetime, Accept-Language, Cache-Control, Content-Language, Content-Type, If-Match",
        "If-Modified-Since, If-None-Match, If-Unmodified-Since, Last-Event-ID, Pragma, Prefer, Range",
        "X-Request-ID, X-Requested-With, baggage, traceparent, tracestate",
    )
)
_READING = ("GET, HEAD, OPTIONS", _TO_READ)
_EVERYTHING = (
    "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE",
    f"{_TO_READ}, Authorization, Idempotency-Key, MCP-Protocol-Version, Mcp-Method, Mcp-Name",
)
# As long as any browser remembers it.
_PREFLIGHT_SECONDS = "7200"


class Preflights:
    """WSGI middleware that answers the requests by which browsers ask what a page may send (Fetch, CORS-preflight)."""

    def __init__(self, application: WSGIApplication, origins: tuple[str, ...]) -> None:
        self._application = application
        self._origins = frozenset(origins)
        self._is_open = ANY_ORIGIN in origins

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "OPTIONS" and "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in environ:
            allowed = self._allowed(environ.get("HTTP_ORIGIN", ""))
            if allowed:
                start_response("204 No Content", allowed)
                return []
        return self._application(environ, start_response)

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


class BrowserPolicy:
    """WSGI middleware that adds the header fields, to errors too.

    Where ``*`` is among the origins any page may read, without a key; a page of a named origin may use keys and
    write as well. Credentials that browsers send by themselves, such as cookies, are never asked for.
    """

    def __init__(
        self,
        application: WSGIApplication,
        origins: tuple[str, ...],
        hsts_seconds: int,
        *,
        hsts_subdomains: bool,
    ) -> None:
        self._application = application
        self._origins = frozenset(origins)
        self._is_open = ANY_ORIGIN in origins
        self._secure: Headers = []
        if hsts_seconds:
            subdomains = "; includeSubDomains" if hsts_subdomains else ""
            self._secure = [("Strict-Transport-Security", f"max-age={hsts_seconds}{subdomains}")]
        self._open = [
            *_ALWAYS,
            ("Access-Control-Allow-Origin", "*"),
            _EXPOSED,
        ]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        fields = self._fields(environ)
        with_policy = [*fields, _POLICY]

        def start(status: str, headers: Headers, exc_info: Any = None, /) -> Callable[[bytes], object]:
            if not self._is_open and self._origins:
                headers = _varying(headers)
            # A 304 renews the fields of what the browser has stored (RFC 9111, 3.2): a page keeps its own policy.
            has_policy = status.startswith("304") or any(name == _POLICY[0] for name, _ in headers)
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


def _varying(headers: Headers) -> Headers:
    """Return the fields with ``Origin`` among what the answer was chosen by."""
    named = [value for name, value in headers if name.lower() == "vary" and value != "Origin"]
    return [
        *((name, value) for name, value in headers if name.lower() != "vary"),
        ("Vary", ", ".join([*named, "Origin"])),
    ]


def install_preflights(app: Flask, origins: str) -> None:
    """Have ``app`` answer preflight requests, within whatever wraps it later; ``origins`` as for ``install``."""
    app.wsgi_app = Preflights(app.wsgi_app, _named(origins))  # type: ignore[method-assign]


def install(app: Flask, origins: str, hsts_seconds: int, *, hsts_subdomains: bool = False) -> None:
    """Have ``app`` tell browsers what its answers are for; ``origins`` is a comma list, or ``off``."""
    app.wsgi_app = BrowserPolicy(  # type: ignore[method-assign]
        app.wsgi_app, _named(origins), hsts_seconds, hsts_subdomains=hsts_subdomains
    )


def _named(origins: str) -> tuple[str, ...]:
    return () if origins == OFF else tuple(origins.split(","))
