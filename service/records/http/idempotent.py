"""Idempotency-Key on POST: the first success, given again to whoever asks again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from flask import request

from service.access.keys import Key
from service.records.context import Context
from service.records.idempotency import IdempotentResponse, InProgress, find_stored_response, idempotency_lock
from service.web import problem_catalogue as kinds
from service.web.problem import Problem

_SHAPE = re.compile(r"[\x21-\x7e]{1,255}")


def idempotency_key() -> str | None:
    """Return the request's key, if it has one; raises ``Problem`` 400 for what can be none."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not _SHAPE.fullmatch(key):
        raise Problem(kinds.INVALID_HEADER, "Idempotency-Key must be 1 to 255 visible ASCII characters.")
    return key


@contextmanager
def idempotent(context: Context, owner: Key, key: str, asked: str) -> Iterator[IdempotentResponse | None]:
    """Hold an idempotency key while its request is answered, and yield the success stored under it, if there is one.

    ``asked`` is the request's fingerprint. Raises ``Problem`` 409 while the first request runs, 422 where the key came
    with another request.
    """
    try:
        with idempotency_lock(context.database, owner.id, key):
            with context.database.reading() as connection:
                stored = find_stored_response(connection, owner.id, key, context.settings.idempotency_hours)
            if stored is not None and stored.fingerprint != asked:
                raise Problem(
                    kinds.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another request before: use a new one.",
                )
            yield stored
    except InProgress:
        raise Problem(
            kinds.IDEMPOTENCY_IN_PROGRESS,
            "The first request with this Idempotency-Key still runs: send it again later.",
        ) from None
