"""A service that a proxy shows below a path of its own: every URL of its answers begins with that path.

Behind this nothing knows of it. Answers are computed and kept once, whichever prefix they are read under, and stored
documents hold their own URL without one. So the prefix is put in here, where an answer in JSON leaves. Pages link by
``SCRIPT_NAME`` or relative to themselves, and so have it already.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Headers = list[tuple[str, str]]
Write = Callable[[bytes], object]

# What a member of JSON is when it is a URL of this service, all of it: one that begins like its
# routes.
_FIRST_SEGMENTS = rb"/(?:v1|ogc|problems|docs|openapi\.json|openapi\.yaml|metrics|healthz|readyz)"
_JSON_URL = re.compile(
    rb'(?<=[:,\[ ])"(?=' + _FIRST_SEGMENTS + rb'(?:[/?#][\x21\x23-\x5b\x5d-\x7e]*)?"(?!\s*:))'
    # Of a problem (RFC 9457): the path that was asked for, of whatever there is not.
    rb'|(?<="instance": )"(?=/)'
)
_URL_FIELDS = frozenset({"location", "content-location", "link"})
# Whose paths are those below the URL of the server.
_DESCRIPTIONS = frozenset({"/openapi.json", "/openapi.yaml"})
_GZIP = zlib.MAX_WBITS | 16


class Prefix:
    """WSGI middleware that takes the prefix off the path of a request, and puts it before the URLs of the answer.

    :param prefix: the operator's; what a trusted proxy told (``SCRIPT_NAME``) goes before it.
    """

    def __init__(self, application: WSGIApplication, prefix: str) -> None:
        self._application = application
        self._prefix = prefix

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        prefix = environ.get("SCRIPT_NAME") or self._prefix
        if not prefix:
            return self._application(environ, start_response)
        environ["SCRIPT_NAME"] = prefix
        path = environ["PATH_INFO"]
        if path == prefix or path.startswith(f"{prefix}/"):
            # Some proxies take it off, others leave it.
            environ["PATH_INFO"] = path[len(prefix) :] or "/"
        answer = _Answer(prefix, start_response, environ)
        return answer.body(self._application(environ, answer.start))


class _Answer:
    """One answer, whose head waits until the length of its body is known again."""

    def __init__(self, prefix: str, start_response: StartResponse, environ: WSGIEnvironment) -> None:
        self._prefix = prefix
        self._start_response = start_response
        self._is_head = environ["REQUEST_METHOD"] == "HEAD"
        self._is_description = environ["PATH_INFO"] in _DESCRIPTIONS
        self._has_urls = False
        self._head: tuple[str, Headers, Any] = ("", [], None)
        self._is_gzip = False

    def start(self, status: str, headers: Headers, exc_info: Any = None, /) -> Write:
        fields = {name.lower(): value for name, value in headers}
        media_type = fields.get("content-type", "").partition(";")[0].strip().lower()
        self._has_urls = media_type.endswith("json") and not self._is_description
        self._is_gzip = fields.get("content-encoding") == "gzip"
        changed = [
            (name, self._in_field(value) if name.lower() in _URL_FIELDS else value) for name, value in headers
        ]
        self._head = status, changed, exc_info
        return _refuse_to_write

    def body(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        """Return the body with the prefix before its URLs."""
        status, headers, exc_info = self._head
        if not self._has_urls or status[:3] == "304":
            self._start_response(status, headers, exc_info)
            return pieces
        without = [pair for pair in headers if pair[0].lower() != "content-length"]
        if self._is_head:
            self._start_response(status, without, exc_info)
            return pieces
        if len(without) == len(headers):
            # Its length was not told: it is streamed, in pieces that end where lines end.
            self._start_response(status, headers, exc_info)
            return self._streamed(pieces)
        whole = b"".join(self._streamed(pieces))
        self._start_response(status, [*without, ("Content-Length", str(len(whole)))], exc_info)
        return [whole]

    def _streamed(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        reader, writer = zlib.decompressobj(_GZIP), zlib.compressobj(5, zlib.DEFLATED, _GZIP)
        try:
            for piece in pieces:
                if self._is_gzip:
                    yield writer.compress(self._in_text(reader.decompress(piece))) + writer.flush(
                        zlib.Z_SYNC_FLUSH
                    )
                else:
                    yield self._in_text(piece)
            if self._is_gzip:
                yield writer.flush()
        finally:
            getattr(pieces, "close", lambda: None)()

    def _in_text(self, text: bytes) -> bytes:
        prefix = self._prefix.encode("ascii")
        return _JSON_URL.sub(lambda match: match[0] + prefix, text)

    def _in_field(self, value: str) -> str:
        if value.startswith("/"):
            return self._prefix + value
        return value.replace("</", f"<{self._prefix}/")


def _refuse_to_write(_: bytes) -> object:
    raise NotImplementedError("no application here uses the write callable of PEP 3333")


def install(app: Flask, prefix: str) -> None:
    """Have ``app`` answer below a path; ``prefix`` is the operator's, empty for none."""
    app.wsgi_app = Prefix(app.wsgi_app, prefix)  # type: ignore[method-assign]
