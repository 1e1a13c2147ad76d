"""API keys: created, listed, revoked and verified. A secret is shown once and stored only as a hash."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from service.storage.tables import api_keys

# Each scope includes the ones before it: a key that may write may also read.
SCOPES = ("read", "write", "admin")

MAX_OWNER_CHARACTERS = 200
_TOKEN = re.compile(r"pen_([0-9a-f]{12})_([0-9a-f]{64})")
_NO_HASH = hashlib.sha256(b"").hexdigest()


def is_name(owner: str) -> bool:
    """Return whether an owner can be shown in one line: not too long, no line breaks or other control characters."""
    return bool(owner) and owner.isprintable() and len(owner) <= MAX_OWNER_CHARACTERS


def visible(owner: str) -> str:
    """Return an owner with control characters escaped: older releases stored owners that ``is_name`` now refuses."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in owner
    )


@dataclass(frozen=True, slots=True)
class Key:
    """An API key without its secret; instants are aware datetimes in UTC."""

    id: str
    owner: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    def grants(self, scope: str) -> bool:
        """Return whether the key has ``scope``, itself or within a higher one."""
        return any(SCOPES.index(granted) >= SCOPES.index(scope) for granted in self.scopes)

    def is_valid(self, now: datetime) -> bool:
        """Return whether the key is valid at ``now``; at the instant of its expiry it no longer is."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


def create_key(
    connection: Connection, owner: str, scopes: Iterable[str], expires_at: datetime | None, now: datetime
) -> tuple[Key, str]:
    """Store a new key and return it with its token ``pen_<id>_<secret>``, which cannot be shown again.

    The secret has 256 random bits, so a fast hash protects it as well as a slow one. Raises ``ValueError`` for an
    invalid owner, for missing or unknown scopes, and for an expiry that is not in the future.
    """
    wanted = set(scopes)
    if not is_name(owner.strip()):
        raise ValueError(f"an owner must be a name of 1 to {MAX_OWNER_CHARACTERS} visible characters")
    if not wanted or wanted - set(SCOPES):
        raise ValueError(f"scopes must be one or more of {', '.join(SCOPES)}")
    if expires_at is not None and expires_at <= now:
        raise ValueError("the expiry is not in the future")
    granted = tuple(scope for scope in SCOPES if scope in wanted)
    key = Key(secrets.token_hex(6), owner.strip(), granted, now, expires_at, None)
    secret = secrets.token_hex(32)
    connection.execute(
        insert(api_keys).values(
            id=key.id,
            owner=key.owner,
            scopes=",".join(key.scopes),
            secret_hash=_hash(secret),
            created_at=_render(now),
            expires_at=None if expires_at is None else _render(expires_at),
        )
    )
    return key, f"pen_{key.id}_{secret}"


def list_keys(connection: Connection) -> list[Key]:
    """Return all keys, including revoked and expired ones, oldest first."""
    rows = connection.execute(select(api_keys).order_by(api_keys.c.created_at, api_keys.c.id))
    return [_key(row) for row in rows]


def revoke_key(connection: Connection, key_id: str, now: datetime) -> bool:
    """Revoke a key from now on; return False if no key has this id. Revoking again changes nothing."""
    connection.execute(
        update(api_keys)
        .where(api_keys.c.id == key_id, api_keys.c.revoked_at.is_(None))
        .values(revoked_at=_render(now))
    )
    return connection.execute(select(api_keys.c.id).where(api_keys.c.id == key_id)).first() is not None


def authenticate(connection: Connection, token: str, now: datetime) -> Key | None:
    """Return the key of ``token``, or None if the token is malformed, unknown, wrong, revoked or expired.

    The secret is compared in constant time, also for an unknown id, against a hash that nothing matches.
    """
    match = _TOKEN.fullmatch(token)
    if match is None:
        return None
    row = connection.execute(select(api_keys).where(api_keys.c.id == match[1])).first()
    expected = _NO_HASH if row is None else row.secret_hash
    is_secret = hmac.compare_digest(_hash(match[2]), expected)
    if row is None or not is_secret:
        return None
    key = _key(row)
    return key if key.is_valid(now) else None


def _key(row: Row[Any]) -> Key:
    scopes = tuple(row.scopes.split(","))
    created_at = datetime.fromisoformat(row.created_at)
    return Key(row.id, row.owner, scopes, created_at, _instant(row.expires_at), _instant(row.revoked_at))


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _render(instant: datetime) -> str:
    """Return an aware datetime as RFC 3339 text in UTC."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("ascii")).hexdigest()
