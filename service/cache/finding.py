"""Finding the answer to a request: kept here, kept in Redis, computed by somebody else just now, or computed."""

from __future__ import annotations

import re
from time import monotonic, sleep, time
from typing import TYPE_CHECKING, NamedTuple

from service.cache.computing import Answer, compute
from service.cache.entry import Entry
from service.cache.flight import Flights
from service.cache.key import Key
from service.cache.memory import MemoryStore
from service.cache.redis import LOCK_SECONDS, Lead, RedisStore
from service.cache.stamps import UNKNOWN
from service.cache.version import Version
from service.web.conditional import wants_newest

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

_POLL_SECONDS = 0.01
_MAX_AGE = re.compile(r'max-age="?([0-9]{1,9})')


class Found(NamedTuple):
    """An entry, or an answer that is not kept, and how it was come by (``detail``: RFC 9211's parameters)."""

    outcome: str
    detail: str
    entry: Entry | None = None
    answer: Answer | None = None
    is_stored: bool = False


class Finder:
    """Finds answers.

    :param far: entries that machines share, if there is Redis.
    :param stale_if_error_seconds: how long after an answer was last known to be right it is still served while the
        database is gone.
    """

    def __init__(
        self,
        application: WSGIApplication,
        version: Version,
        near: MemoryStore,
        far: RedisStore | None,
        stale_if_error_seconds: float,
    ) -> None:
        self._application = application
        self.version = version
        self.near = near
        self._far = far
        self._stale_if_error_seconds = stale_if_error_seconds
        self._flights = Flights()

    def find(self, environ: WSGIEnvironment, key: Key) -> Found:
        """Return the answer to a request with this key."""
        wants = environ.get("HTTP_CACHE_CONTROL", "").lower()
        if wants_newest(wants):
            return self._refresh(environ, key, is_kept="no-store" not in wants)
        if not self.version.is_confirmed():
            return self._unsure(environ, key)
        found = self._find(environ, key)
        max_age = _MAX_AGE.search(wants)
        if max_age and found.entry is not None and time() - found.entry.computed_at > int(max_age[1]):
            return self._refresh(environ, key)
        if found.answer is not None and found.answer.lacks_database:
            return self._stale(key) or found
        return found

    def _refresh(self, environ: WSGIEnvironment, key: Key, *, is_kept: bool = True) -> Found:
        """Return what the database says, since the client wants nothing else."""
        found = _answered(compute(self._application, environ, key, self.version.current), "request")
        if not is_kept or found.entry is None:
            return found
        is_near = self.near.put(key.address, found.entry)
        is_far = self._far is not None and self._far.put(key.address, found.entry)
        return found._replace(is_stored=is_near or is_far)

    def _find(self, environ: WSGIEnvironment, key: Key) -> Found:
        stamp = self.version.current
        entry = self.near.get(key.address)
        if entry is not None and _is_good(entry, stamp):
            return Found("hot", "hit; detail=memory", entry)
        other = self.near.get(key.other_address)
        if other is not None and _is_good(other, stamp):
            entry = other.in_coding(key.coding)
            self.near.put(key.address, entry)
            return Found("hot", "hit; detail=memory", entry)
        what = (key.address, stamp)
        flight, leads = self._flights.join(what)
        if not leads:
            entry = flight.wait(2 * LOCK_SECONDS)
            if entry is not None:
                return Found("collapsed", "fwd=miss; collapsed", entry)
            return _answered(compute(self._application, environ, key, stamp))
        found: Found | None = None
        try:
            found = self._fetch(environ, key, stamp)
            if found.entry is not None and self.near.put(key.address, found.entry):
                found = found._replace(is_stored=True)
            return found
        finally:
            self._flights.end(what, found and found.entry)

    def _fetch(self, environ: WSGIEnvironment, key: Key, stamp: int) -> Found:
        """Return the entry from Redis, else have it computed, by this or by another worker."""
        entry = self.near.get(key.address)
        if entry is not None and _is_good(entry, stamp):
            # Another thread computed it and was done just before this one set out.
            return Found("hot", "hit; detail=memory", entry)
        if self._far is None:
            return _answered(compute(self._application, environ, key, stamp))
        entry = self._far.get(key.address)
        if entry is not None and _is_good(entry, stamp):
            return Found("hit", "hit; detail=redis", entry)
        lead, waited = self._lead(self._far, key, stamp)
        entry = next((each for each in lead.found if _is_good(each, stamp)), None)
        try:
            if entry is None:
                found = _answered(compute(self._application, environ, key, stamp))
            elif waited:
                found = Found("collapsed", "fwd=miss; collapsed", entry.in_coding(key.coding))
            else:
                found = Found("hit", "hit; detail=redis", entry.in_coding(key.coding))
        except BaseException:
            self._far.end(key.address, stamp, lead.token, None)
            raise
        return found._replace(is_stored=self._far.end(key.address, stamp, lead.token, found.entry))

    @staticmethod
    def _lead(far: RedisStore, key: Key, stamp: int) -> tuple[Lead, bool]:
        """Return who computes, once it is this worker or done or given up, and whether another one was waited for."""
        deadline = monotonic() + LOCK_SECONDS
        lead, waited = far.lead(key, stamp), False
        while (
            lead.token is None and monotonic() < deadline and not any(_is_good(e, stamp) for e in lead.found)
        ):
            sleep(_POLL_SECONDS)
            lead, waited = far.lead(key, stamp), True
        return lead, waited

    def _unsure(self, environ: WSGIEnvironment, key: Key) -> Found:
        """Return an answer while the database has not confirmed the version.

        It may be slow, not gone: then nobody gets what is older than a write that was acknowledged on this machine.
        """
        stale = self._stale(key)
        if stale and stale.entry and (self.version.has_failed or stale.entry.stamp == self.version.current):
            return stale
        found = _answered(compute(self._application, environ, key, UNKNOWN))
        return stale if stale and found.answer is not None and found.answer.lacks_database else found

    def _stale(self, key: Key) -> Found | None:
        """Return what is kept, if it was right not too long ago."""
        for address in (key.address, key.other_address):
            entry = self.near.get(address) or (self._far and self._far.get(address))
            if entry:
                seconds = self._seconds_unsure(entry)
                if seconds <= self._stale_if_error_seconds:
                    detail = f"hit; ttl=-{int(seconds)}; detail=database-unavailable"
                    return Found("stale", detail, entry.in_coding(key.coding))
        return None

    def _seconds_unsure(self, entry: Entry) -> float:
        """Return how long ago the entry was last known to be right."""
        now, right_at = time(), entry.computed_at
        if entry.stamp == self.version.current:
            confirmed_at = now - (monotonic() - self.version.confirmed_at)
            right_at = max(right_at, min(confirmed_at, entry.good_until))
        return max(0.0, now - right_at)


def _is_good(entry: Entry, stamp: int) -> bool:
    return entry.stamp == stamp and time() < entry.good_until


def _answered(answer: Answer, forwarded: str = "miss") -> Found:
    outcome = "miss" if forwarded == "miss" else "refresh"
    if answer.entry is None:
        return Found(outcome, f"fwd={forwarded}; fwd-status={answer.status[:3]}", answer=answer)
    return Found(outcome, f"fwd={forwarded}", answer.entry)
