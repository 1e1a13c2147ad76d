"""Checks of API keys and idempotency keys: what is stored can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

from service.access.keys import SCOPES
from service.records.record_type import Registry

_HASH = re.compile("[0-9a-f]{64}")


def check_api_keys(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield an error for each key with unknown scopes, without an owner, or without a hash of its secret."""
    for key_id, owner, scopes, secret_hash in connection.execute(
        text("SELECT id, owner, scopes, secret_hash FROM api_keys ORDER BY id")
    ):
        if not owner.strip():
            yield f"API key {key_id} has no owner"
        if not scopes or set(scopes.split(",")) - set(SCOPES):
            yield f"API key {key_id} has invalid scopes: {scopes!r}"
        if not _HASH.fullmatch(secret_hash):
            yield f"API key {key_id} has no SHA-256 hash of a secret"


def check_idempotency_keys(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield an error for each stored response that is not a success, or whose headers cannot be read."""
    for key_id, key, status, headers in connection.execute(
        text("SELECT api_key_id, idempotency_key, status, headers FROM idempotency_keys ORDER BY 1, 2")
    ):
        if not 200 <= status < 300:
            yield f"idempotency key {key} of {key_id} has a stored response with status {status}"
        if not _is_object(headers):
            yield f"idempotency key {key} of {key_id} has a stored response with unreadable headers"


def _is_object(written: str) -> bool:
    try:
        return isinstance(json.loads(written), dict)
    except ValueError:
        return False
