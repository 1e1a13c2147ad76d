"""Authentication and authorisation of requests by API key and scope (RFC 6750)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Literal, Protocol

from flask import Flask, current_app, g, request

from service.access.keys import Key, authenticate, visible
from service.storage.engine import Database
from service.web import problem_catalogue as kinds
from service.web.problem import Problem
from service.web.request_id import OWNER_KEY

Scope = Literal["read", "write", "admin"]

# The entry of the WSGI environment that holds the id of a verified key.
KEY_ID = "peninsula.key_id"

_REALM = 'Bearer realm="peninsula"'
# RFC 6750 §2.1 and RFC 9110 §11.6.2: the scheme, spaces, the token.
_BEARER = re.compile(r"(?i:bearer) +([A-Za-z0-9._~+/-]+=*)")


class _AccessSettings(Protocol):
    @property
    def read_access(self) -> str: ...


class Service(Protocol):
    """The part of ``app.extensions["peninsula"]`` that this module uses."""

    @property
    def settings(self) -> _AccessSettings: ...

    @property
    def database(self) -> Database: ...


def install(app: Flask) -> None:
    """Refuse an invalid key on every request to ``app``, also on routes that need no key."""
    app.before_request(identify)


def identify() -> None:
    """Find the key of the current request, if it has one; raises a 401 problem if it is invalid."""
    g.api_key = None
    # Some clients without a key send the header field with an empty value.
    header = request.headers.get("Authorization", "").strip()
    if header.lower() in ("", "bearer"):
        return
    scheme = header.partition(" ")[0].lower()
    if scheme != "bearer":
        raise _unauthorized("Authorization must use the scheme Bearer.")
    match = _BEARER.fullmatch(header)
    if match is None:
        raise _unauthorized("Authorization must be Bearer, a space and the API key.", "invalid_request")
    service: Service = current_app.extensions["peninsula"]
    with service.database.reading() as connection:
        g.api_key = authenticate(connection, match[1], datetime.now(UTC))
    if g.api_key is None:
        raise _unauthorized("The API key is unknown, expired or revoked.", "invalid_token")
    request.environ[OWNER_KEY] = visible(g.api_key.owner)
    request.environ[KEY_ID] = g.api_key.id


def current_key() -> Key | None:
    """Return the key of the current request, None if it has none."""
    key: Key | None = g.get("api_key")
    return key


def require(scope: Scope) -> Key | None:
    """Return the key of the current request if it may do what requires ``scope``; None for a public read without key.

    Raises a 401 problem if a key is required, a 403 problem if the key lacks the scope (RFC 6750 §3.1).
    """
    key = current_key()
    if key is None:
        service: Service = current_app.extensions["peninsula"]
        if scope == "read" and service.settings.read_access == "public":
            return None
        raise _unauthorized(f"This requires an API key with the scope {scope}.")
    if not key.grants(scope):
        challenge = f'{_REALM}, error="insufficient_scope", scope="{scope}"'
        detail = f"This requires the scope {scope}; the key has {', '.join(key.scopes)}."
        raise Problem(kinds.FORBIDDEN, detail, headers={"WWW-Authenticate": challenge})
    return key


def _unauthorized(detail: str, error: str | None = None) -> Problem:
    """Return a 401 problem; its challenge names an error only if a key was sent (RFC 6750 §3.1)."""
    challenge = _REALM if error is None else f'{_REALM}, error="{error}"'
    return Problem(kinds.UNAUTHORIZED, detail, headers={"WWW-Authenticate": challenge})
