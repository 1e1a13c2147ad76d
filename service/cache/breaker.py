"""A circuit breaker: after repeated failures it stops calls for a while, then lets a single one try."""

from __future__ import annotations

from threading import Lock
from time import monotonic

from service.cache import metrics

# One slow answer is no outage; five in a row are, and by then five threads have waited.
FAILURES = 5
# Long enough to spare requests the waiting, short enough that its return is noticed soon.
OPEN_SECONDS = 2.0


class Breaker:
    """Closed: every call goes through. After ``FAILURES`` in a row it is open: none does.

    After ``OPEN_SECONDS`` one call tries, and decides.
    """

    def __init__(self) -> None:
        self._failures = 0
        self._retry_at = 0.0
        self._lock = Lock()

    @property
    def is_open(self) -> bool:
        """Whether calls are stopped."""
        return self._failures >= FAILURES

    def allows(self) -> bool:
        """Return whether the caller may try; while open, one caller in ``OPEN_SECONDS`` may."""
        if self._failures < FAILURES:
            return True
        with self._lock:
            now = monotonic()
            if now < self._retry_at:
                return False
            # The caller that tries may die on the way: the next one tries after the same time.
            self._retry_at = now + OPEN_SECONDS
            return True

    def succeeded(self) -> None:
        """Close."""
        if self._failures:
            with self._lock:
                self._failures = 0
                metrics.BREAKER_OPEN.set(0)

    def failed(self) -> None:
        """Count a failure, and open where there were too many."""
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES:
                self._retry_at = monotonic() + OPEN_SECONDS
                metrics.BREAKER_OPEN.set(1)
            if self._failures == FAILURES:
                metrics.BREAKER_OPENED.inc()
