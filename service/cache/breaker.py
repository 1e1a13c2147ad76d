"""A circuit breaker: leaves alone for a while what keeps failing, then tries it with one request."""

from __future__ import annotations

from threading import Lock
from time import monotonic

from service.cache import metrics

# One slow answer is no outage; five in a row are, and five threads have waited by then.
FAILURES = 5
# Long enough to spare requests the waiting, short enough that nobody notices when it is back.
OPEN_SECONDS = 2.0


class Breaker:
    """Closed: all may try. Open after ``FAILURES`` in a row: nobody. After ``OPEN_SECONDS`` one may, and decides."""

    def __init__(self) -> None:
        self._failures = 0
        self._retry_at = 0.0
        self._lock = Lock()

    @property
    def is_open(self) -> bool:
        """Whether what failed is left alone."""
        return self._failures >= FAILURES

    def allows(self) -> bool:
        """Tell whether to try; while open, one caller each ``OPEN_SECONDS`` is told to."""
        if self._failures < FAILURES:
            return True
        with self._lock:
            now = monotonic()
            if now < self._retry_at:
                return False
            # Who tries now may die on the way: then the next one tries after the same time.
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
