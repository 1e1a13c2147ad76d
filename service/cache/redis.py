"""The shared store: responses in Redis. Behind a circuit breaker a failure is only a miss."""

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
from service.cache.entry import StoredResponse
from service.cache.key import CacheKey
from service.storage.redis import FAILURES, Client, connect

T = TypeVar("T")

log = structlog.get_logger(__name__)

# A worker that computes for longer than this counts as dead: another one computes too.
LOCK_SECONDS = 5.0
# Entries stored together must not all expire together: each one's time to live is up to this share shorter.
_JITTER = 0.1

# One atomic step: whoever waits for the lock finds the entry once the lock is gone.
_PUT_AND_UNLOCK = """
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if redis.call('GET', KEYS[2]) == ARGV[3] then redis.call('DEL', KEYS[2]) end
return 1
"""
_UNLOCK = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end"


class GuardedRedis:
    """A Redis client that returns ``None`` instead of raising, and is not called for a while after many failures."""

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
        """Return what ``call`` returns for the client; ``None`` where Redis fails, or the breaker is open."""
        if not self.breaker.allows():
            metrics.REDIS_SKIPPED.inc()
            return None
        try:
            answer = call(self.client)
        except FAILURES as error:
            metrics.REDIS_ERRORS.labels(operation, type(error).__name__).inc()
            if isinstance(error, ResponseError) and not isinstance(error, ClusterDownError):
                # Redis answered at once, for example because its memory is full: it can still be read.
                self.breaker.succeeded()
                return None
            was_open = self.breaker.is_open
            self.breaker.failed()
            if self.breaker.is_open and not was_open:
                log.warning("redis_breaker_opened", operation=operation, error=type(error).__name__)
            return None
        if self.breaker.is_open:
            log.info("redis_breaker_closed")
        self.breaker.succeeded()
        return answer


class ComputeLock(NamedTuple):
    """The right to compute an entry, of one worker among all machines.

    ``holder`` is this worker's name in the lock, for ``release_lock``; ``None`` where another one holds it. Where Redis
    fails, every worker computes. ``found`` is what is stored by now, in either content coding.
    """

    holder: str | None
    found: tuple[StoredResponse, ...]


class RedisStore:
    """Entries under ``prefix``: none for longer than ``ttl_seconds``, none larger than ``max_entry_bytes``."""

    def __init__(self, redis: GuardedRedis, prefix: str, ttl_seconds: int, max_entry_bytes: int) -> None:
        self._redis = redis
        self._prefix = prefix
        self._ttl_seconds = ttl_seconds
        self._max_entry_bytes = max_entry_bytes

    def get(self, address: str) -> StoredResponse | None:
        """Return the entry at an address."""
        packed = self._redis.run("get", lambda client: client.get(self._key(address)))
        return None if packed is None else StoredResponse.unpacked(packed)

    def put(self, address: str, entry: StoredResponse) -> bool:
        """Store an entry unless it is too large; return whether it was stored."""
        if entry.size > self._max_entry_bytes:
            return False
        key, packed, milliseconds = self._key(address), entry.packed(), self._milliseconds()
        return bool(self._redis.run("put", lambda client: client.set(key, packed, px=milliseconds)))

    def take_lock(self, key: CacheKey, version_token: int) -> ComputeLock:
        """Try to become the one worker that computes an entry for a version of the record."""
        holder = secrets.token_hex(8)

        def ask(client: Any) -> list[Any]:
            pipeline = client.pipeline(transaction=False)
            pipeline.set(self._lock(key.address, version_token), holder, nx=True, px=int(LOCK_SECONDS * 1000))
            # Read after the lock: whoever held it before stored the entry before releasing it.
            pipeline.get(self._key(key.address))
            pipeline.get(self._key(key.other_address))
            return list(pipeline.execute())

        answer = self._redis.run("lock", ask)
        if answer is None:
            # Redis may have given the lock and been too slow to say so: ``release_lock`` frees it in that case.
            return ComputeLock(holder, ())
        took, *packed = answer
        found = (StoredResponse.unpacked(each) for each in packed if each is not None)
        return ComputeLock(holder if took else None, tuple(entry for entry in found if entry is not None))

    def release_lock(
        self, address: str, version_token: int, holder: str | None, entry: StoredResponse | None
    ) -> bool:
        """Store what was computed, if anything, and release the lock; return whether the entry was stored."""
        if holder is None:
            return False
        lock, key = self._lock(address, version_token), self._key(address)
        if entry is None or entry.size > self._max_entry_bytes:
            self._redis.run("unlock", lambda client: client.eval(_UNLOCK, 1, lock, holder))
            return False
        values = (entry.packed(), self._milliseconds(), holder)
        return bool(
            self._redis.run("put", lambda client: client.eval(_PUT_AND_UNLOCK, 2, key, lock, *values))
        )

    def _key(self, address: str) -> str:
        return f"{self._prefix}:{address}"

    def _lock(self, address: str, version_token: int) -> str:
        return f"{self._prefix}:{address}:lock:{version_token}"

    def _milliseconds(self) -> int:
        return int(self._ttl_seconds * 1000 * uniform(1 - _JITTER, 1))  # noqa: S311 - spreads expiry, protects nothing
