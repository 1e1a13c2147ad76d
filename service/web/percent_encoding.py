"""Percent-encoding of URLs (RFC 3986 §2.1): what cannot be decoded is refused, never taken literally."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, unquote_to_bytes

from flask import Flask, request

from service.web.problem import Problem
from service.web.problem_catalogue import BAD_REQUEST, INVALID_PARAMETER

_MALFORMED = re.compile(rb"%(?![0-9A-Fa-f]{2}).{0,2}", re.DOTALL)
_ESCAPE_OF_JAVASCRIPT = re.compile(rb"%[uU][0-9A-Fa-f]{4}")
# Enough of a long name or path to find it by.
_LONGEST_ECHO = 100


def check_query(query: bytes) -> None:
    """Raise a 400 problem for the first name or value of a query string that is not percent-encoded UTF-8."""
    if b"%" not in query and query.isascii():
        return
    for pair in query.split(b"&"):
        name, _, value = pair.partition(b"=")
        shown = _shown(name)
        for encoded, what in ((name, f"The parameter name {shown!r}"), (value, f"The value of {shown!r}")):
            if detail := _malformed(encoded, what):
                error = {"parameter": shown, "code": "invalid_encoding", "detail": detail}
                raise Problem(INVALID_PARAMETER, detail, errors=[error])


def check_path(path: bytes) -> None:
    """Raise a 400 problem for a path that is not percent-encoded UTF-8."""
    if detail := _malformed(path, "The path"):
        raise Problem(BAD_REQUEST, detail)


def install(app: Flask) -> None:
    """Refuse every request to an application whose URL cannot be decoded, whatever it is for."""

    @app.before_request
    def check_url() -> None:
        # As it was sent: once decoded, `%zz` and `%25zz` are the same.
        target = str(request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI") or "")
        check_path(target.partition("?")[0].encode("latin-1", "replace"))
        check_query(request.query_string)


def _malformed(encoded: bytes, what: str) -> str | None:
    """Return what is wrong with a name, value or path as it was sent, ``None`` for nothing."""
    if malformed := _MALFORMED.search(encoded):
        wrong, hint = malformed[0], "write a literal % as %25"
        if _ESCAPE_OF_JAVASCRIPT.match(encoded, malformed.start()):
            wrong = encoded[malformed.start() : malformed.start() + 6]
            hint = "encode text as UTF-8, as encodeURIComponent() does and escape() does not"
        quoted = wrong.decode("ascii", "replace")
        return f"{what} is not percent-encoded: {quoted!r} is not % and two hexadecimal digits; {hint}."
    try:
        unquote_to_bytes(encoded).decode()
    except UnicodeDecodeError as error:
        wrong = error.object[error.start : error.end]
        return f"{what} is not percent-encoded UTF-8: {''.join(f'%{byte:02X}' for byte in wrong)} is not a character."
    return None


def _shown(encoded: bytes) -> str:
    return unquote_plus(encoded.decode("latin-1"), errors="replace")[:_LONGEST_ECHO]
