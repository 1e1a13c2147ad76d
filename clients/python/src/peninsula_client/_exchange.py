"""One exchange with the service: when a request is sent again, and after how long.

What is to be done is written once, as a generator that yields steps: a request to send, or a pause. The synchronous
and the asynchronous client each carry them out in their own way (as ``httpx.Auth`` does).
"""

from __future__ import annotations

import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

import httpx

from peninsula_client.errors import (
    ConnectionFailedError,
    IdempotencyInProgressError,
    ProblemError,
    error_of,
)

T = TypeVar("T")

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 8.0
# A wait longer than this is the caller's to decide.
LONGEST_RETRY_AFTER_SECONDS = 60.0
# The service, or a proxy before it, may do better in a moment.
TRANSIENT = {408, 502, 503, 504}
# Wrong before it is sent, and as wrong the next time.
UNSENDABLE = (httpx.UnsupportedProtocol, httpx.LocalProtocolError)


@dataclass(frozen=True)
class Pause:
    seconds: float


Step = httpx.Request | Pause
Outcome = httpx.Response | httpx.TransportError | None
Steps = Generator[Step, Outcome, T]


def exchange(request: httpx.Request, retries: int) -> Steps[httpx.Response]:
    """Send a request until it is answered, and return the answer.

    Only what may be sent twice is sent again: reads, and creation with an ``Idempotency-Key``. What the rate limit
    refused was not done, so any request is sent again after that.

    :raises ProblemError: the service answered with an error.
    :raises ConnectionFailedError: no answer came.
    """
    may_repeat = request.method in {"GET", "HEAD"} or "Idempotency-Key" in request.headers
    for attempt in range(retries + 1):
        outcome = yield request
        error: ProblemError | ConnectionFailedError
        if isinstance(outcome, httpx.Response):
            if outcome.is_success or outcome.status_code == httpx.codes.NOT_MODIFIED:
                return outcome
            error = error_of(outcome)
            repeats = error.status == httpx.codes.TOO_MANY_REQUESTS or (
                may_repeat and (error.status in TRANSIENT or isinstance(error, IdempotencyInProgressError))
            )
            told = error.retry_after_seconds
        else:
            error = ConnectionFailedError(f"{request.method} {request.url}: {outcome or 'no answer'}")
            error.__cause__ = outcome
            repeats, told = may_repeat and not isinstance(outcome, UNSENDABLE), None
        if not repeats or attempt == retries or (told or 0) > LONGEST_RETRY_AFTER_SECONDS:
            raise error
        yield Pause(pause_seconds(attempt, told))
    raise AssertionError("unreachable: the last attempt returns or raises")


def pause_seconds(attempt: int, told: float | None = None) -> float:
    """Return how long to wait: as told by ``Retry-After``, else ever longer; at random, so that clients spread."""
    spread = random.random()  # noqa: S311 -- not for security
    if told is not None:
        return told + spread * FIRST_PAUSE_SECONDS
    return float(min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2**attempt)) * (0.5 + spread / 2)
