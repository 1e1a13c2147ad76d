"""What a request may be refused with: for each status the kinds of problem and the header fields of the answer."""

from __future__ import annotations

from dataclasses import dataclass

from marshmallow import Schema

from service.web import problem_catalogue as kinds
from service.web.problem_catalogue import ProblemKind
from service.web.problem_shapes import ProblemSchema, ValidationProblem

# Of RFC 9110 §15, RFC 6585: those of Python's http.HTTPStatus change with the interpreter.
_PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    406: "Not Acceptable",
    409: "Conflict",
    410: "Gone",
    412: "Precondition Failed",
    413: "Content Too Large",
    416: "Range Not Satisfiable",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    428: "Precondition Required",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}


@dataclass(frozen=True)
class Failure:
    """The answer of one status: the kinds of problem that it may be, and its header fields.

    ``name`` is that of the component in the API description, and ``shapes`` are those of the problem.
    """

    name: str
    kinds: tuple[ProblemKind, ...]
    headers: tuple[str, ...] = ()
    shapes: tuple[type[Schema], ...] = (ProblemSchema,)

    @property
    def status(self) -> int:
        """The status that all its kinds share."""
        (status,) = {kind.status for kind in self.kinds}
        return status

    @property
    def phrase(self) -> str:
        """The reason phrase of its status."""
        return _PHRASES[self.status]


_PARAMETERS = (kinds.INVALID_PARAMETER, kinds.INVALID_HEADER, kinds.BAD_REQUEST)
_BODY = (*_PARAMETERS, kinds.MALFORMED_JSON, kinds.JSON_TOO_DEEP)

BAD_REQUEST = Failure("BadRequest", _PARAMETERS)
BAD_PAGE_REQUEST = Failure("BadPageRequest", (kinds.INVALID_CURSOR, *_PARAMETERS))
BAD_WRITE_REQUEST = Failure("BadWriteRequest", _BODY)
UNAUTHORIZED = Failure("Unauthorized", (kinds.UNAUTHORIZED,), ("WWW-Authenticate",))
FORBIDDEN = Failure("Forbidden", (kinds.FORBIDDEN,), ("WWW-Authenticate",))
NOT_FOUND = Failure("NotFound", (kinds.NOT_FOUND,))
NOT_ACCEPTABLE = Failure("NotAcceptable", (kinds.NOT_ACCEPTABLE,))
NOT_CREATED = Failure(
    "Conflict", (kinds.ID_TAKEN, kinds.IDEMPOTENCY_IN_PROGRESS), ("Content-Location", "Retry-After")
)
REFERENCED = Failure("Referenced", (kinds.RECORD_REFERENCED,))
DELETED = Failure("Deleted", (kinds.RECORD_DELETED,), ("Link",))
NOT_RETAINED = Failure("NotRetained", (kinds.FEED_NO_LONGER_RETAINED, kinds.FEED_HISTORY_DIFFERS))
OTHER_HISTORY = Failure("OtherHistory", (kinds.FEED_HISTORY_DIFFERS,))
PRECONDITION_FAILED = Failure("PreconditionFailed", (kinds.PRECONDITION_FAILED,))
PAYLOAD_TOO_LARGE = Failure("PayloadTooLarge", (kinds.PAYLOAD_TOO_LARGE,))
UNSUPPORTED_MEDIA_TYPE = Failure(
    "UnsupportedMediaType",
    (kinds.UNSUPPORTED_MEDIA_TYPE,),
    ("Accept", "Accept-Encoding", "Accept-Patch", "Accept-Post"),
)
RANGE_NOT_SATISFIABLE = Failure("RangeNotSatisfiable", (kinds.RANGE_NOT_SATISFIABLE,), ("Content-Range",))
INVALID = Failure("Invalid", (kinds.VALIDATION_FAILED,), shapes=(ValidationProblem,))
IN_PROGRESS = Failure("InProgress", (kinds.IDEMPOTENCY_IN_PROGRESS,), ("Retry-After",))
NOT_CREATABLE = Failure(
    "NotCreatable",
    (kinds.VALIDATION_FAILED, kinds.IDEMPOTENCY_KEY_REUSED),
    shapes=(ValidationProblem, ProblemSchema),
)
PRECONDITION_REQUIRED = Failure("PreconditionRequired", (kinds.PRECONDITION_REQUIRED,))
RATE_LIMITED = Failure("RateLimited", (kinds.RATE_LIMITED,), ("Retry-After",))
INTERNAL_ERROR = Failure("InternalError", (kinds.INTERNAL_ERROR,))
UNAVAILABLE = Failure("Unavailable", (kinds.SERVICE_UNAVAILABLE,), ("Retry-After",))

PRECONDITIONS = (PRECONDITION_FAILED, PRECONDITION_REQUIRED)
MISSING = (NOT_FOUND, DELETED)
# A bad key is refused wherever it is sent, and anything may break.
ANYWHERE = (UNAUTHORIZED, INTERNAL_ERROR, UNAVAILABLE)
