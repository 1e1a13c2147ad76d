"""What operations answer when they fail: the problem documents of each status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from service.openapi.headers import sent
from service.openapi.phrases import PHRASES
from service.openapi.schemas import Node, Schemas, ref
from service.web import problem_catalogue as kinds
from service.web.negotiation import OFFERED
from service.web.problem import MEDIA_TYPE, Problem
from service.web.problem_catalogue import CATALOGUE, ProblemKind

_ERRORS: dict[ProblemKind, dict[str, Any]] = {
    kinds.IMPORT_REFUSED: {
        "line": 3,
        "pointer": "/citations/0/source",
        "code": "unknown_reference",
        "detail": "There is no source 'nothing'.",
    },
    kinds.INVALID_PARAMETER: {
        "parameter": "satus",
        "code": "unknown_parameter",
        "detail": "Unknown parameter 'satus'. Did you mean 'status'?",
    },
    kinds.VALIDATION_FAILED: {
        "pointer": "/steps/0/date",
        "code": "invalid_date",
        "detail": "'2018-02-30' is no date of the calendar.",
    },
}
_MEMBERS: dict[ProblemKind, dict[str, Any]] = {
    kinds.MALFORMED_JSON: {"line": 3, "column": 14},
    kinds.NOT_ACCEPTABLE: {
        "available": [{"format": each.name, "media_type": each.media_type} for each in OFFERED]
    },
    kinds.ID_TAKEN: {"record": "/v1/summits/singapore-2018"},
    kinds.RECORD_REFERENCED: {
        "referenced_by": [
            {
                "type": "summit",
                "id": "second-trump-kim-meeting",
                "pointer": "/follows",
                "self": "/v1/summits/second-trump-kim-meeting",
            }
        ]
    },
    kinds.RECORD_DELETED: {
        "last_revision": "/v1/summits/singapore-2018/revisions/1",
        "deleted_at": "2018-09-10T14:05:00.000000Z",
        "reason": "Two records of the same meeting.",
    },
    kinds.FEED_NO_LONGER_RETAINED: {"oldest_after": 1200},
    kinds.FEED_HISTORY_DIFFERS: {"last_seq": 1180},
    kinds.PAYLOAD_TOO_LARGE: {"max_bytes": 1_048_576},
    kinds.RATE_LIMITED: {"policy": "read"},
    kinds.INTERNAL_ERROR: {"request_id": "6f1f6b1c9d0e4e0fb7c6a1f0a9f2b3c4"},
    kinds.SERVICE_UNAVAILABLE: {"request_id": "6f1f6b1c9d0e4e0fb7c6a1f0a9f2b3c4"},
}


@dataclass(frozen=True)
class Failure:
    """The answer of one status: the kinds of problem that it may be, and its header fields."""

    name: str
    kinds: tuple[ProblemKind, ...]
    headers: tuple[str, ...] = ()
    schema: tuple[str, ...] = ("Problem",)

    @property
    def status(self) -> int:
        """The status that all its kinds share."""
        (status,) = {kind.status for kind in self.kinds}
        return status


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
PRECONDITION_FAILED = Failure("PreconditionFailed", (kinds.PRECONDITION_FAILED,))
PAYLOAD_TOO_LARGE = Failure("PayloadTooLarge", (kinds.PAYLOAD_TOO_LARGE,))
UNSUPPORTED_MEDIA_TYPE = Failure(
    "UnsupportedMediaType",
    (kinds.UNSUPPORTED_MEDIA_TYPE,),
    ("Accept", "Accept-Encoding", "Accept-Patch", "Accept-Post"),
)
INVALID = Failure("Invalid", (kinds.VALIDATION_FAILED,), schema=("ValidationProblem",))
NOT_IMPORTED = Failure(
    "NotImported",
    (kinds.IMPORT_REFUSED, kinds.IDEMPOTENCY_KEY_REUSED),
    schema=("ImportProblem", "Problem"),
)
IN_PROGRESS = Failure("InProgress", (kinds.IDEMPOTENCY_IN_PROGRESS,), ("Retry-After",))
NOT_CREATABLE = Failure(
    "NotCreatable",
    (kinds.VALIDATION_FAILED, kinds.IDEMPOTENCY_KEY_REUSED),
    schema=("ValidationProblem", "Problem"),
)
PRECONDITION_REQUIRED = Failure("PreconditionRequired", (kinds.PRECONDITION_REQUIRED,))
RATE_LIMITED = Failure("RateLimited", (kinds.RATE_LIMITED,), ("Retry-After",))
INTERNAL_ERROR = Failure("InternalError", (kinds.INTERNAL_ERROR,))
UNAVAILABLE = Failure("Unavailable", (kinds.SERVICE_UNAVAILABLE,), ("Retry-After",))

ANY_PROBE = (UNAUTHORIZED, INTERNAL_ERROR, UNAVAILABLE)
"""A bad key is refused wherever it is sent, and anything may break."""

ANY_REQUEST = (*ANY_PROBE, RATE_LIMITED)
"""All but those who watch over the service have a limit."""

ANY_READ = (BAD_REQUEST, NOT_ACCEPTABLE, PRECONDITION_FAILED, *ANY_REQUEST)
ANY_WRITE = (FORBIDDEN, NOT_ACCEPTABLE, *ANY_REQUEST)
ANY_BODY = (*ANY_WRITE, BAD_WRITE_REQUEST, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE)


class Failures:
    """The component responses for failures, added as operations name them."""

    def __init__(self, schemas: Schemas) -> None:
        self.components: dict[str, Node] = {}
        _add_schemas(schemas)

    def of(self, *failures: Failure) -> dict[str, Node]:
        """Return the responses of an operation for these failures, by status."""
        found: dict[str, Node] = {}
        for failure in failures:
            status = str(failure.status)
            if status in found:
                raise ValueError(f"an operation has two descriptions of its {status}")
            self.components.setdefault(failure.name, _response(failure))
            found[status] = {"$ref": f"#/components/responses/{failure.name}"}
        return found


def _response(failure: Failure) -> Node:
    told = "\n".join(f"- `{kind.type}`: {kind.explanation}" for kind in failure.kinds)
    schemas = [ref(name) for name in failure.schema]
    examples = {kind.slug: {"summary": kind.title, "value": example(kind)} for kind in failure.kinds}
    return {
        "description": f"{PHRASES[failure.status]}.\n\n{told}",
        "headers": sent("Cache-Control", "Cache-Status", *failure.headers),
        "content": {
            MEDIA_TYPE: {
                "schema": schemas[0] if len(schemas) == 1 else {"anyOf": schemas},
                "examples": examples,
            }
        },
    }


def example(kind: ProblemKind) -> Node:
    """Return a problem document of a kind, as the service makes them."""
    errors = [_ERRORS[kind]] if kind in _ERRORS else []
    return Problem(kind, errors=errors, **_MEMBERS.get(kind, {})).document("/v1/summits")


def _add_schemas(schemas: Schemas) -> None:
    text: Node = {"type": "string"}
    url: Node = {"type": "string", "format": "uri-reference"}
    detail: Node = {"description": "What is wrong, for people.", "type": "string"}
    code: Node = {"description": "What is wrong, for programs.", "type": "string", "pattern": "^[a-z0-9_]+$"}
    pointer: Node = {
        "description": "JSON Pointer (RFC 6901) to the place in the body; empty for the whole.",
        "type": "string",
        "format": "json-pointer",
    }
    parameter: Node = {"description": "Name of the query parameter.", "type": "string"}
    schemas.add(
        "BodyError", _closed("An error in a body.", {"pointer": pointer, "code": code, "detail": detail})
    )
    schemas.add(
        "ParameterError",
        _closed("An error in a query parameter.", {"parameter": parameter, "code": code, "detail": detail}),
    )
    types = ", ".join(f"`{kind.type}`" for kind in sorted(CATALOGUE.values(), key=lambda kind: kind.slug))
    core: dict[str, Node] = {
        "type": {
            "description": f"The kind of problem: a URL that explains it: {types}. Later releases may add others.",
            **url,
        },
        "title": {"description": "The kind of problem, in words.", **text},
        "status": {
            "description": "The status of the answer.",
            "type": "integer",
            "enum": sorted({kind.status for kind in CATALOGUE.values()}),
        },
        "detail": {"description": "What is wrong with this request, for people.", **text},
        "instance": {"description": "The path of the request.", **url},
    }
    is_truncated = {"description": "There are more errors than are listed.", "type": "boolean", "const": True}
    total = {
        "description": "How many errors there are, where they were counted.",
        "type": "integer",
        "minimum": 1,
    }
    truncated: dict[str, Node] = {"errors_truncated": is_truncated, "errors_total": total}
    validation = core | {
        "type": {
            "description": "The kind of problem: a URL that explains it.",
            "type": "string",
            "const": kinds.VALIDATION_FAILED.type,
        },
        "status": {"description": core["status"]["description"], "type": "integer", "const": 422},
        "errors": _faults("The errors of the body.", "BodyError"),
    }
    schemas.add(
        "ValidationProblem", _closed("A body that is not a valid record (RFC 9457).", validation, truncated)
    )
    refused = validation | {
        "type": validation["type"] | {"const": kinds.IMPORT_REFUSED.type},
        "errors": _faults("The errors of all lines, each with its line.", "LineError"),
    }
    schemas.add(
        "ImportProblem",
        _closed("An import of which nothing was kept (RFC 9457).", refused, truncated),
    )
    more = _more(text, url) | truncated
    schemas.add("Problem", _closed("What went wrong (RFC 9457).", core, more))


def _more(text: Node, url: Node) -> dict[str, Node]:
    """Return the extension members that problems of some kinds have."""
    number: Node = {"type": "integer", "minimum": 0}
    available = {"format": {"description": "Its name in `format`.", **text}, "media_type": text}
    named_by = {
        "type": text,
        "id": text,
        "pointer": {"type": "string", "format": "json-pointer"},
        "self": url,
    }
    return {
        "errors": _faults("What is wrong with which parameter.", "ParameterError"),
        "line": {"description": "Line of the body where reading stopped.", "type": "integer", "minimum": 1},
        "column": {"description": "Column of that line.", "type": "integer", "minimum": 1},
        "available": {
            "description": "The representations that there are.",
            "type": "array",
            "items": _closed("A representation.", available),
        },
        "record": {"description": "The URL of the record that has the id.", **url},
        "referenced_by": {
            "description": "The places that name the record.",
            "type": "array",
            "items": _closed("A place in a record that names this one.", named_by),
        },
        "last_revision": {"description": "The last content of the deleted record.", **url},
        "deleted_at": {"description": "When it was deleted.", "type": "string", "format": "date-time"},
        "reason": {"description": "Why it was deleted, in the words of who did.", "type": ["string", "null"]},
        "oldest_after": {"description": "The least `after` that the feed still answers.", **number},
        "last_seq": {"description": "The newest change number of the feed.", **number},
        "max_bytes": {"description": "The longest body that is taken.", **number},
        "max_lines": {"description": "The most lines that an import takes.", **number},
        "policy": {"description": "The rate limit that is used up.", "enum": ["read", "write"], **text},
        "request_id": {"description": "The id under which this is logged.", **text},
        "dependencies": ref("Dependencies"),
    }


def _faults(description: str, name: str) -> Node:
    return {"description": description, "type": "array", "minItems": 1, "items": ref(name)}


def _closed(description: str, required: dict[str, Node], optional: Iterable[Any] = ()) -> Node:
    return {
        "description": description,
        "type": "object",
        "required": list(required),
        "properties": required | dict(optional),
        "additionalProperties": False,
    }
