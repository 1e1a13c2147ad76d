"""What operations answer when they fail: the problem documents of each status."""

from __future__ import annotations

from typing import Any

from service.openapi.headers import sent
from service.openapi.schemas import Node, Schemas
from service.web import problem_catalogue as kinds
from service.web.failures import Failure
from service.web.negotiation import OFFERED
from service.web.problem import MEDIA_TYPE, Problem
from service.web.problem_catalogue import ProblemKind

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


class Failures:
    """The component responses for failures, added as operations name them."""

    def __init__(self, schemas: Schemas) -> None:
        self.components: dict[str, Node] = {}
        self._schemas = schemas

    def of(self, *failures: Failure) -> dict[str, Node]:
        """Return the responses of an operation for these failures, by status."""
        found: dict[str, Node] = {}
        for failure in failures:
            status = str(failure.status)
            if status in found:
                raise ValueError(f"an operation has two descriptions of its {status}")
            if failure.name not in self.components:
                self.components[failure.name] = self._response(failure)
            found[status] = {"$ref": f"#/components/responses/{failure.name}"}
        return found

    def _response(self, failure: Failure) -> Node:
        told = "\n".join(f"- `{kind.type}`: {kind.explanation}" for kind in failure.kinds)
        schema = self._schemas.any_of(f"{failure.name}Problem", failure.shapes)
        examples = {kind.slug: {"summary": kind.title, "value": example(kind)} for kind in failure.kinds}
        return {
            "description": f"{failure.phrase}.\n\n{told}",
            "headers": sent("Cache-Control", "Cache-Status", *failure.headers),
            "content": {
                MEDIA_TYPE: {
                    "schema": schema,
                    "examples": examples,
                }
            },
        }


def example(kind: ProblemKind) -> Node:
    """Return a problem document of a kind, as the service makes them."""
    errors = [_ERRORS[kind]] if kind in _ERRORS else []
    return Problem(kind, errors=errors, **_MEMBERS.get(kind, {})).document("/v1/summits")
