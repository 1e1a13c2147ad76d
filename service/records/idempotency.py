"""Idempotency keys: the first success of a POST, stored in the transaction of its write and answered to repeats."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

import orjson
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from service.records.schemas import instants
from service.storage.engine import Database


@dataclass(frozen=True)
class IdempotentResponse:
    """A success as it was answered; ``headers`` is a JSON object."""

    fingerprint: str
    status: int
    headers: str
    body: bytes


class InProgress(Exception):
    """The first request with this key still runs."""


def fingerprint(method: str, path: str, body: bytes) -> str:
    """Return what tells one request from another under the same key."""
    return blake2b(b"\0".join((method.encode(), path.encode(), body)), digest_size=16).hexdigest()


def canonical_json(text: bytes) -> bytes:
    """Return a JSON text with the members of each object in one order and no white space; any other text as it is.

    Bodies that differ in nothing else are one request.
    """
    try:
        return orjson.dumps(orjson.loads(text), option=orjson.OPT_SORT_KEYS)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError, RecursionError):
        return text


@contextmanager
def idempotency_lock(database: Database, api_key_id: str, key: str) -> Iterator[None]:
    """Hold the key for the length of a request, across threads, workers and replicas; raises ``InProgress``.

    The lock goes with its holder, so that a killed worker's key is free at once. On PostgreSQL it is an advisory lock
    of the session that also writes; SQLite serves one machine, so a lock on a file beside the database will do.
    """
    number = int.from_bytes(blake2b(f"{api_key_id} {key}".encode(), digest_size=8).digest(), "big") >> 1
    if database.is_sqlite:
        with _locked(Path(f"{database.engine.url.database}.keys") / f"{number:016x}"):
            yield
        return
    with database.keeping_one() as connection:
        if not connection.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": number}).scalar_one():
            raise InProgress
        try:
            yield
        finally:
            _unlock(connection, number)


def _unlock(connection: Connection, number: int) -> None:
    """Let a key go; where its session has ended it is free, and what was answered stands."""
    try:
        if not connection.invalidated:
            connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": number})
    except SQLAlchemyError:
        # Not to go back to the pool with a lock.
        connection.invalidate()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a file, made for that and removed afterwards; one that a killed process left behind does no harm."""
    path.parent.mkdir(exist_ok=True)
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _lock(descriptor)
            # Whoever held it before may have removed the file between its opening and its locking here.
            if not _is_at(descriptor, path):
                continue
            try:
                yield
            finally:
                path.unlink(missing_ok=True)
            return
        finally:
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InProgress from None


def _is_at(descriptor: int, path: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(descriptor), path.stat())
    return False


def find_stored_response(
    connection: Connection, api_key_id: str, key: str, hours: int
) -> IdempotentResponse | None:
    """Return the success stored under a key, if it is not older than ``hours``."""
    row = connection.execute(
        text(
            "SELECT fingerprint, status, headers, body FROM idempotency_keys "
            "WHERE api_key_id = :api_key AND idempotency_key = :key AND created_at >= :oldest"
        ),
        {"api_key": api_key_id, "key": key, "oldest": _oldest(hours)},
    ).one_or_none()
    return None if row is None else IdempotentResponse(row[0], row[1], row[2], bytes(row[3]))


def store_response(
    connection: Connection, api_key_id: str, key: str, stored: IdempotentResponse, hours: int
) -> None:
    """Store a success, in the transaction of the write that it answers for; forgets all older than ``hours``."""
    connection.execute(
        text("DELETE FROM idempotency_keys WHERE created_at < :oldest"), {"oldest": _oldest(hours)}
    )
    connection.execute(
        text(
            "INSERT INTO idempotency_keys "
            "(api_key_id, idempotency_key, fingerprint, status, headers, body, created_at) "
            "VALUES (:api_key, :key, :fingerprint, :status, :headers, :body, :now)"
        ),
        {
            "api_key": api_key_id,
            "key": key,
            "fingerprint": stored.fingerprint,
            "status": stored.status,
            "headers": stored.headers,
            "body": stored.body,
            "now": instants.now(),
        },
    )


def _oldest(hours: int) -> str:
    return instants.render(datetime.now(UTC) - timedelta(hours=hours))
