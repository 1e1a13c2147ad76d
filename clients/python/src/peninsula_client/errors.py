"""What can go wrong: the problems that the service answers with (RFC 9457), and answers that never came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, ClassVar

import httpx


class PeninsulaError(Exception):
    """Anything that this package raises about the service."""


class ConnectionFailedError(PeninsulaError):
    """No answer came: the service cannot be reached, or the connection broke. A write may have been done."""


class IncompatibleServiceError(PeninsulaError):
    """What answers at this address is not a Peninsula service with the API that this client was made for."""


class ProblemError(PeninsulaError):
    """An error that the service answered with.

    A type of problem that this release does not know is raised as the class of its status.

    :ivar type: URL that explains this kind of problem, such as ``/problems/not-found``.
    :ivar status: the HTTP status.
    :ivar detail: what is wrong with this request.
    :ivar errors: what is wrong with which part of it: ``pointer`` or ``parameter``, ``code`` and ``detail``.
    :ivar problem: all members of the problem.
    :ivar request_id: names the request in the log of the service.
    :ivar retry_after_seconds: after how long to try again, where the service says so.
    """

    status_code: ClassVar[int | None] = None
    slug: ClassVar[str | None] = None

    def __init__(self, problem: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> None:
        # Header fields have no case, and a pickled error is made again of plain dictionaries.
        headers = httpx.Headers(headers)
        self.problem = dict(problem)
        self.type = str(problem.get("type", "about:blank"))
        self.title = str(problem.get("title", ""))
        self.status = int(problem["status"])
        self.detail = str(problem.get("detail", ""))
        self.errors: list[dict[str, Any]] = list(problem.get("errors") or [])
        self.request_id = headers.get("X-Request-ID")
        self.retry_after_seconds = seconds_of(headers.get("Retry-After"))
        super().__init__(self.problem, dict(headers))

    def __str__(self) -> str:
        lines = [f"{self.status} {self.title}: {self.detail}"]
        for error in self.errors:
            # What is alone stands in the detail of the whole already.
            if not self.detail.endswith(str(error.get("detail"))):
                place = error.get("pointer", error.get("parameter", ""))
                lines.append(f"  {place}: {error.get('detail', '')}")
        return "\n".join(lines)

    @property
    def pointers(self) -> list[str]:
        """The JSON Pointers (RFC 6901) of the members of the body that have errors."""
        return [str(error["pointer"]) for error in self.errors if "pointer" in error]


class BadRequestError(ProblemError):
    status_code = 400


class InvalidParameterError(BadRequestError):
    slug = "invalid-parameter"


class InvalidCursorError(BadRequestError):
    """The cursor is of another query or of another release: begin again at the first page."""

    slug = "invalid-cursor"


class UnauthorizedError(ProblemError):
    status_code = 401


class ForbiddenError(ProblemError):
    status_code = 403


class NotFoundError(ProblemError):
    status_code = 404


class ConflictError(ProblemError):
    status_code = 409


class IdTakenError(ConflictError):
    slug = "id-taken"


class RecordReferencedError(ConflictError):
    """Other records name this one; ``problem["referenced_by"]`` lists them."""

    slug = "record-referenced"


class IdempotencyInProgressError(ConflictError):
    slug = "idempotency-in-progress"


class GoneError(ProblemError):
    status_code = 410


class RecordDeletedError(GoneError):
    slug = "record-deleted"


class FeedNoLongerRetainedError(GoneError):
    """Changes since this position are gone from the feed: read the lists again, then follow from ``latest``."""

    slug = "feed-no-longer-retained"


class FeedHistoryDiffersError(GoneError):
    """The service never gave this position (it was restored from a backup, say): read the lists again."""

    slug = "feed-history-differs"


class PreconditionFailedError(ProblemError):
    """The record was written since it was read: read it again and apply the change to what it is now."""

    status_code = 412


class InvalidError(ProblemError):
    """The body has errors, all of them in ``errors``."""

    status_code = 422


class PreconditionRequiredError(ProblemError):
    status_code = 428


class RateLimitedError(ProblemError):
    status_code = 429


class ServerError(ProblemError):
    """The service failed (any status from 500 on)."""


class UnavailableError(ServerError):
    status_code = 503


def _subclasses(of: type[ProblemError]) -> list[type[ProblemError]]:
    return [each for child in of.__subclasses__() for each in (child, *_subclasses(child))]


_BY_SLUG = {each.slug: each for each in _subclasses(ProblemError) if each.slug}
_BY_STATUS = {each.status_code: each for each in _subclasses(ProblemError) if "status_code" in vars(each)}


def error_of(response: httpx.Response) -> ProblemError:
    """Return the error that an answer is, by the type of its problem, else by its status."""
    problem: dict[str, Any] = {}
    if response.headers.get("Content-Type", "").startswith(("application/problem+json", "application/json")):
        try:
            document = response.json()
        except ValueError:
            document = None
        problem = document if isinstance(document, dict) else {}
    detail = "The answer is no problem of the service; it may come from a proxy before it."
    if response.has_redirect_location:
        detail = (
            f"Redirected to {response.headers['Location']}: use the address that leads there as base_url."
        )
    problem = {
        "title": response.reason_phrase,
        "detail": detail,
        **problem,
        "status": response.status_code,
    }
    slug = str(problem.get("type", "")).rpartition("/")[2]
    by_status = _BY_STATUS.get(response.status_code) or (
        ServerError if response.status_code >= 500 else ProblemError
    )
    return _BY_SLUG.get(slug, by_status)(problem, response.headers)


def seconds_of(retry_after: str | None) -> float | None:
    """Return the seconds that ``Retry-After`` states, as a number or as a date (RFC 9110 §10.2.3)."""
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo else None
