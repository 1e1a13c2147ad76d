"""How many requests each caller has left, counted in Redis for all machines or in this process alone."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

import structlog
from limits import RateLimitItem
from limits.storage import RedisStorage, Storage
from prometheus_client import Counter
from redis.exceptions import RedisError

from service.storage.redis import FAILURES, Client, connect

# How long Redis is not used after it failed.
PAUSE_SECONDS = 5.0
# A lease is a hundredth of the limit, so that one worker holds at most that much unused.
_LEASES = 100
# The most callers remembered in memory; more in one window means an attack, not a crowd.
_MOST_CALLERS = 10_000
# Redis returns the remaining time of a window in whole seconds.
_ROUNDED_SECONDS = 1

STORE_FAILURES = Counter(
    "peninsula_rate_limit_store_failures",
    "Times that Redis failed to count a request, and memory counted it.",
)
log = structlog.get_logger()


class QuotaState(NamedTuple):
    """Whether a request is allowed, how many its caller has left, and the seconds until the window ends."""

    allowed: bool
    remaining: int
    seconds: int


class SharedCounts(RedisStorage):
    """The library's counters in Redis, with our own client, which handles Sentinel, Cluster and TLS."""

    def __init__(self, client: Client, prefix: str) -> None:
        Storage.__init__(self)
        self.key_prefix = f"{prefix}:limits"
        self.storage = client
        self.initialize_storage("")

    @property
    def base_exceptions(self) -> type[Exception]:
        """The errors that the library re-raises unchanged."""
        return RedisError


class OwnCounts:
    """Counts of this process, in windows by the monotonic clock: the library's use the time of day, which can jump."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, float]] = {}
        self._lock = Lock()

    def take(self, key: str, window_seconds: int, amount: int) -> tuple[int, float]:
        """Add ``amount`` to a count; return the count of the window so far, and the seconds until it ends."""
        now = time.monotonic()
        with self._lock:
            count, ends_at = self._counts.get(key, (0, 0.0))
            if ends_at <= now:
                count, ends_at = 0, now + window_seconds
                if len(self._counts) >= _MOST_CALLERS:
                    self._forget_some(now)
            self._counts[key] = count + amount, ends_at
        return count + amount, ends_at - now

    def _forget_some(self, now: float) -> None:
        self._counts = {key: counted for key, counted in self._counts.items() if counted[1] > now}
        if len(self._counts) >= _MOST_CALLERS:
            self._counts.clear()


class Store:
    """Counts that all workers share in Redis; counts of this process if there is no Redis or while it fails."""

    def __init__(self, redis_url: str | None, prefix: str, timeout_seconds: float) -> None:
        self._url = redis_url
        self._prefix = prefix
        self._timeout_seconds = timeout_seconds
        self._shared: SharedCounts | None = None
        self._own = OwnCounts()
        self._paused_until = 0.0

    def take(self, item: RateLimitItem, caller: str, amount: int, left: float | None) -> tuple[int, float]:
        """Count ``amount`` requests; return the count of the window so far and the seconds until it ends.

        :param left: these seconds, if already known, which saves a round trip.
        """
        if self._url is not None and time.monotonic() >= self._paused_until:
            failed_before = self._paused_until > 0
            if failed_before:
                # Only one request tries whether Redis is back, so that the others do not wait for it too.
                self._paused_until = time.monotonic() + self._timeout_seconds
            try:
                taken = _take(self._connected(), item, caller, amount, left)
            except FAILURES as error:
                self._paused_until = time.monotonic() + PAUSE_SECONDS
                STORE_FAILURES.inc()
                log.warning("rate_limit_store_failed", error=type(error).__name__)
            else:
                if failed_before:
                    self._paused_until = 0.0
                return taken
        return self._own.take(item.key_for(caller), item.get_expiry(), amount)

    def _connected(self) -> SharedCounts:
        if self._shared is None:
            assert self._url is not None
            self._shared = SharedCounts(connect(self._url, self._timeout_seconds), self._prefix)
        return self._shared


def _take(
    storage: SharedCounts, item: RateLimitItem, caller: str, amount: int, left: float | None
) -> tuple[int, float]:
    key, window = item.key_for(caller), item.get_expiry()
    count = storage.incr(key, window, amount)
    if count != amount:
        seconds = left if left is not None else storage.get_expiry(key) - time.time()
        if seconds <= window + _ROUNDED_SECONDS:
            return count, seconds
        # Redis' clock was set back, so the window would last until it catches up: begin a new one.
        storage.clear(key)
        count = storage.incr(key, window, amount)
    # The first count began the window.
    return count, window


@dataclass(slots=True)
class _Window:
    """What this worker knows of one caller's window.

    :param ends_at: by the monotonic clock, which does not jump.
    :param in_hand: leased requests that this worker has not spent.
    :param unclaimed: requests that no worker has leased.
    """

    ends_at: float
    in_hand: int
    unclaimed: int


class Quota:
    """A number of requests that each caller may send in a window of fixed length, which begins with the first one.

    A worker takes leases from the store and spends them without asking it again; a caller with nothing left is
    refused until the window ends without asking the store. So the limit is never exceeded, but a caller may be
    refused early by what other workers have leased: a hundredth of the limit each. A quota below two hundred is
    counted one by one.
    """

    def __init__(self, name: str, item: RateLimitItem, store: Store) -> None:
        self.name = name
        self.amount = item.amount
        self.seconds = item.get_expiry()
        self._item = item
        self._lease = max(1, item.amount // _LEASES)
        self._store = store
        self._windows: dict[str, _Window] = {}
        self._lock = Lock()

    def count(self, caller: str) -> QuotaState:
        """Count one request of a caller."""
        now = time.monotonic()
        with self._lock:
            window = self._windows.get(caller)
            if window is not None and window.ends_at > now:
                if window.in_hand:
                    window.in_hand -= 1
                    return self._state(window, now, allowed=True)
                if not window.unclaimed:
                    return self._state(window, now, allowed=False)
            else:
                window = None
        # Outside the lock, so that other requests do not wait for the store.
        known = None if window is None else window.ends_at - now
        count, left = self._store.take(self._item, f"{self.name}:{caller}", self._lease, known)
        ends_at = now + left
        granted = min(self._lease, max(0, self.amount - (count - self._lease)))
        with self._lock:
            window = self._windows.get(caller)
            if window is None or window.ends_at <= now:
                window = self._windows[caller] = _Window(ends_at, 0, 0)
                self._forget_some(now)
            window.ends_at = ends_at
            window.unclaimed = max(0, self.amount - count)
            window.in_hand += max(0, granted - 1)
            return self._state(window, now, allowed=granted > 0)

    def _state(self, window: _Window, now: float, *, allowed: bool) -> QuotaState:
        seconds = min(self.seconds, max(1, math.ceil(window.ends_at - now)))
        return QuotaState(allowed, window.in_hand + window.unclaimed, seconds)

    def _forget_some(self, now: float) -> None:
        if len(self._windows) <= _MOST_CALLERS:
            return
        self._windows = {caller: each for caller, each in self._windows.items() if each.ends_at > now}
        if len(self._windows) > _MOST_CALLERS:
            self._windows.clear()
