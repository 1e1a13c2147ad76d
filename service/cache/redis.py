"""Entries in Redis, shared by workers and machines; behind a breaker, so that trouble there is only a miss."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from random import uniform
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import structlog
from redis.exceptions import ClusterDownError, ResponseError

from service.cache import metrics
from service.cache.breaker import Breaker
from service.cache.entry import Entry
from service.cache.key import Key
from service.storage.redis import FAILURES, Client, connect

T = TypeVar("T")

log = structlog.get_logger(__name__)

# A holder that computes longer than this is taken for dead: another computes too.
LOCK_SECONDS = 5.0
# Entries made together must not all go together: each is kept for up to this part shorter.
_JITTER = 0.1

# Both at once, as seen by others: who waits for the lock finds the entry when it is gone.
_PUT_AND_UNLOCK = """
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if redis.call('GET', KEYS[2]) == ARGV[3] then redis.call('DEL', KEYS[2]) end
return 1
"""
_UNLOCK = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end"


class GuardedRedis:
    """A client that answers ``None`` instead of raising, and is left alone for a while when it keeps failing."""

    def __init__(self, url: str, timeout_seconds: float) -> None:
        self._url = url
        self._timeout_seconds = timeout_seconds
        self._client: Client | None = None
        self._lock = Lock()
        self.breaker = Breaker()

    @property
    def client(self) -> Client:
        """The client; raises one of ``FAILURES`` where it cannot be made."""
        if self._client is None:
            with self._lock:
                if self._client is None:
                    self._client = connect(self._url, self._timeout_seconds)
        return self._client

    def run(self, operation: str, call: Callable[[Any], T]) -> T | None:
        """Return what ``call`` returns for the client, ``None`` where Redis fails, refuses or is left alone."""
        if not self.breaker.allows():
            metrics.REDIS_SKIPPED.inc()
            return None
        try:
            answer = call(self.client)
        except FAILURES as error:
            metrics.REDIS_ERRORS.labels(operation, type(error).__name__).inc()
            if isinstance(error, ResponseError) and not isinstance(error, ClusterDownError):
                # It answered, and fast: it is full, say. What it has can still be read.
                self.breaker.succeeded()
                return None
            was_open = self.breaker.is_open
            self.breaker.failed()
            if self.breaker.is_open and not was_open:
                log.warning("redis_left_alone", operation=operation, error=type(error).__name__)
            return None
        if self.breaker.is_open:
            log.info("redis_back")
        self.breaker.succeeded()
        return answer


class Lead(NamedTuple):
    """Who computes: ``token`` is for ``end``; ``None`` where another one does. Where Redis fails, all do.

    ``found`` is what is kept by now, in whichever coding.
    """

    token: str | None
    found: tuple[Entry, ...]


class RedisStore:
    """Entries under ``prefix``, each for ``ttl_seconds`` at most, larger ones than ``max_entry_bytes`` not at all."""

    def __init__(self, redis: GuardedRedis, prefix: str, ttl_seconds: int, max_entry_bytes: int) -> None:
        self._redis = redis
        self._prefix = prefix
        self._ttl_seconds = ttl_seconds
        self._max_entry_bytes = max_entry_bytes

    def get(self, address: str) -> Entry | None:
        """Return the entry at an address."""
        packed = self._redis.run("get", lambda client: client.get(self._key(address)))
        return None if packed is None else Entry.unpacked(packed)

    def put(self, address: str, entry: Entry) -> bool:
        """Keep an entry, unless it is too large; tell whether it is kept."""
        if entry.size > self._max_entry_bytes:
            return False
        key, packed, milliseconds = self._key(address), entry.packed(), self._milliseconds()
        return bool(self._redis.run("put", lambda client: client.set(key, packed, px=milliseconds)))

    def lead(self, key: Key, stamp: int) -> Lead:
        """Try to become the one, of all workers and machines, that computes an entry for a version."""
        token = secrets.token_hex(8)

        def ask(client: Any) -> list[Any]:
            pipeline = client.pipeline(transaction=False)
            pipeline.set(self._lock(key.address, stamp), token, nx=True, px=int(LOCK_SECONDS * 1000))
            # After the lock: who held it before has kept his entry by the time he lets it go.
            pipeline.get(self._key(key.address))
            pipeline.get(self._key(key.other_address))
            return list(pipeline.execute())

        answer = self._redis.run("lead", ask)
        if answer is None:
            # It may have given the lock and been too slow to say so: ``end`` lets it go, or others wait for nobody.
            return Lead(token, ())
        took, *packed = answer
        found = (Entry.unpacked(each) for each in packed if each is not None)
        return Lead(token if took else None, tuple(entry for entry in found if entry is not None))

    def end(self, address: str, stamp: int, token: str | None, entry: Entry | None) -> bool:
        """Keep what was computed, if anything, and let the lead go; tell whether it is kept."""
        if token is None:
            return False
        lock, key = self._lock(address, stamp), self._key(address)
        if entry is None or entry.size > self._max_entry_bytes:
            self._redis.run("unlock", lambda client: client.eval(_UNLOCK, 1, lock, token))
            return False
        values = (entry.packed(), self._milliseconds(), token)
        return bool(
            self._redis.run("put", lambda client: client.eval(_PUT_AND_UNLOCK, 2, key, lock, *values))
        )

    def _key(self, address: str) -> str:
        return f"{self._prefix}:{address}"

    def _lock(self, address: str, stamp: int) -> str:
        return f"{self._prefix}:{address}:lock:{stamp}"

    def _milliseconds(self) -> int:
        return int(self._ttl_seconds * 1000 * uniform(1 - _JITTER, 1))  # noqa: S311 - spreads, hides nothing
