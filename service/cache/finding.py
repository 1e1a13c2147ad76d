"""Looking a response up in the local store, the shared store and computations under way; else computing it."""

from __future__ import annotations

import re
from time import monotonic, sleep, time
from typing import TYPE_CHECKING, NamedTuple

from service.cache.computing import ComputedAnswer, compute
from service.cache.entry import StoredResponse
from service.cache.flight import Flights
from service.cache.key import CacheKey
from service.cache.memory import MemoryStore
from service.cache.redis import LOCK_SECONDS, ComputeLock, RedisStore
from service.cache.version import Version
from service.cache.version_token import UNKNOWN
from service.web.conditional import wants_newest

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

_POLL_SECONDS = 0.01
_MAX_AGE = re.compile(r'max-age="?([0-9]{1,9})')


class CacheResult(NamedTuple):
    """An entry, or an answer that may not be stored, and where it came from (``detail``: parameters of RFC 9211)."""

    outcome: str
    detail: str
    entry: StoredResponse | None = None
    answer: ComputedAnswer | None = None
    is_stored: bool = False


class Finder:
    """Answers requests from the two stores, and fills them.

    :param shared_store: in Redis, where there is one.
    :param stale_if_error_seconds: for how long a response is still served while the database is gone, counted from
        when it was last known to be current.
    """

    def __init__(
        self,
        application: WSGIApplication,
        version: Version,
        local_store: MemoryStore,
        shared_store: RedisStore | None,
        stale_if_error_seconds: float,
    ) -> None:
        self._application = application
        self.version = version
        self.local_store = local_store
        self._shared_store = shared_store
        self._stale_if_error_seconds = stale_if_error_seconds
        self._flights = Flights()

    def find(self, environ: WSGIEnvironment, key: CacheKey) -> CacheResult:
        """Return the answer to a request with this key."""
        wants = environ.get("HTTP_CACHE_CONTROL", "").lower()
        if wants_newest(wants):
            return self._refresh(environ, key, is_storable="no-store" not in wants)
        if not self.version.is_verified():
            return self._unverified(environ, key)
        found = self._find(environ, key)
        max_age = _MAX_AGE.search(wants)
        if max_age and found.entry is not None and time() - found.entry.computed_at > int(max_age[1]):
            return self._refresh(environ, key)
        if found.answer is not None and found.answer.lacks_database:
            return self._stale(key) or found
        return found

    def _refresh(self, environ: WSGIEnvironment, key: CacheKey, *, is_storable: bool = True) -> CacheResult:
        """Return an answer from the database, which the client insists on."""
        found = _answered(compute(self._application, environ, key, self.version.current), "request")
        if not is_storable or found.entry is None:
            return found
        is_stored_locally = self.local_store.put(key.address, found.entry)
        is_shared = self._shared_store is not None and self._shared_store.put(key.address, found.entry)
        return found._replace(is_stored=is_stored_locally or is_shared)

    def _find(self, environ: WSGIEnvironment, key: CacheKey) -> CacheResult:
        token = self.version.current
        entry = self.local_store.get(key.address)
        if entry is not None and _is_fresh(entry, token):
            return CacheResult("hot", "hit; detail=memory", entry)
        other = self.local_store.get(key.other_address)
        if other is not None and _is_fresh(other, token):
            entry = other.in_coding(key.coding)
            self.local_store.put(key.address, entry)
            return CacheResult("hot", "hit; detail=memory", entry)
        what = (key.address, token)
        flight, is_ours = self._flights.join(what)
        if not is_ours:
            entry = flight.wait(2 * LOCK_SECONDS)
            if entry is not None:
                return CacheResult("collapsed", "fwd=miss; collapsed", entry)
            return _answered(compute(self._application, environ, key, token))
        found: CacheResult | None = None
        try:
            found = self._fetch(environ, key, token)
            if found.entry is not None and self.local_store.put(key.address, found.entry):
                found = found._replace(is_stored=True)
            return found
        finally:
            self._flights.end(what, found and found.entry)

    def _fetch(self, environ: WSGIEnvironment, key: CacheKey, token: int) -> CacheResult:
        """Return the entry from Redis, else have it computed, by this or by another worker."""
        entry = self.local_store.get(key.address)
        if entry is not None and _is_fresh(entry, token):
            # Another thread finished computing it just before this one began.
            return CacheResult("hot", "hit; detail=memory", entry)
        if self._shared_store is None:
            return _answered(compute(self._application, environ, key, token))
        entry = self._shared_store.get(key.address)
        if entry is not None and _is_fresh(entry, token):
            return CacheResult("hit", "hit; detail=redis", entry)
        lock, waited = self._wait_for_lock(self._shared_store, key, token)
        entry = next((each for each in lock.found if _is_fresh(each, token)), None)
        try:
            if entry is None:
                found = _answered(compute(self._application, environ, key, token))
            elif waited:
                found = CacheResult("collapsed", "fwd=miss; collapsed", entry.in_coding(key.coding))
            else:
                found = CacheResult("hit", "hit; detail=redis", entry.in_coding(key.coding))
        except BaseException:
            self._shared_store.release_lock(key.address, token, lock.holder, None)
            raise
        return found._replace(
            is_stored=self._shared_store.release_lock(key.address, token, lock.holder, found.entry)
        )

    @staticmethod
    def _wait_for_lock(shared_store: RedisStore, key: CacheKey, token: int) -> tuple[ComputeLock, bool]:
        """Return the lock, held unless the entry is there by now or time is up, and whether it waited for another."""
        deadline = monotonic() + LOCK_SECONDS
        lock, waited = shared_store.take_lock(key, token), False
        while (
            lock.holder is None
            and monotonic() < deadline
            and not any(_is_fresh(e, token) for e in lock.found)
        ):
            sleep(_POLL_SECONDS)
            lock, waited = shared_store.take_lock(key, token), True
        return lock, waited

    def _unverified(self, environ: WSGIEnvironment, key: CacheKey) -> CacheResult:
        """Return an answer while the database has not verified the version.

        The database may be slow rather than gone: in that case no answer is older than a write acknowledged on this
        machine.
        """
        stale = self._stale(key)
        if (
            stale
            and stale.entry
            and (self.version.has_failed or stale.entry.version_token == self.version.current)
        ):
            return stale
        found = _answered(compute(self._application, environ, key, UNKNOWN))
        return stale if stale and found.answer is not None and found.answer.lacks_database else found

    def _stale(self, key: CacheKey) -> CacheResult | None:
        """Return the stored response, if it was known to be current recently enough."""
        for address in (key.address, key.other_address):
            entry = self.local_store.get(address) or (self._shared_store and self._shared_store.get(address))
            if entry:
                seconds = self._seconds_unverified(entry)
                if seconds <= self._stale_if_error_seconds:
                    detail = f"hit; ttl=-{int(seconds)}; detail=database-unavailable"
                    return CacheResult("stale", detail, entry.in_coding(key.coding))
        return None

    def _seconds_unverified(self, entry: StoredResponse) -> float:
        """Return how many seconds ago the entry was last known to be current."""
        now, current_at = time(), entry.computed_at
        if entry.version_token == self.version.current:
            verified_at = now - (monotonic() - self.version.verified_at)
            current_at = max(current_at, min(verified_at, entry.fresh_until))
        return max(0.0, now - current_at)


def _is_fresh(entry: StoredResponse, token: int) -> bool:
    return entry.version_token == token and time() < entry.fresh_until


def _answered(answer: ComputedAnswer, forwarded: str = "miss") -> CacheResult:
    outcome = "miss" if forwarded == "miss" else "refresh"
    if answer.entry is None:
        return CacheResult(outcome, f"fwd={forwarded}; fwd-status={answer.status[:3]}", answer=answer)
    return CacheResult(outcome, f"fwd={forwarded}", answer.entry)
