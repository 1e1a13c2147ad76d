"""Import and export in the API description."""

from __future__ import annotations

from service.exchange.entries import OUTCOMES
from service.exchange.ndjson import MEDIA_TYPES
from service.exchange.tables import APPEARANCES, MEDIA_TYPE, OBSERVATIONS
from service.openapi import problems
from service.openapi.headers import taken
from service.openapi.operations import NOT_MODIFIED, Operation, answer
from service.openapi.schemas import Node, Schemas, ref
from service.openapi.shared import described, whole
from service.records.http.routes import Resource
from service.web.problem_catalogue import FEED_HISTORY_DIFFERS

_NUMBER: Node = {"type": "integer", "minimum": 1}
_COUNT: Node = {"type": "integer", "minimum": 0}
_TEXT: Node = {"type": "string"}
_OTHER_HISTORY = problems.Failure("OtherHistory", (FEED_HISTORY_DIFFERS,))


def add_exchange(schemas: Schemas) -> None:
    """Add the schemas of what an import answers."""
    fault = whole(
        "An error or a warning of a line.",
        {
            "pointer": described(
                "JSON Pointer (RFC 6901) to the place in the line's record; empty for the whole.",
                {"type": "string", "format": "json-pointer"},
            ),
            "code": described("What is wrong, for programs.", _TEXT | {"pattern": "^[a-z0-9_]+$"}),
            "detail": described("What is wrong, for people.", _TEXT),
        },
        {
            "line": described("Number of the line, from 1; where a problem lists the errors.", _NUMBER),
            "column": described(
                "Where in the line: the column where reading stopped, of a table the name of the column.",
                {"type": ["integer", "string"]},
            ),
        },
    )
    schemas.add("LineError", fault)
    result = whole(
        "What came of a line.",
        {
            "line": described("Number of the line, from 1.", _NUMBER),
            "result": described("What was done.", {"type": "string", "enum": list(OUTCOMES)}),
        },
        {
            "type": described("Type of the record, as far as the line tells it.", _TEXT),
            "id": described("Id of the record, as far as the line tells it.", _TEXT),
            "revision": described(
                "Number of the record's revision now; null in a dry run.", {"type": ["integer", "null"]}
            ),
            "seq": described(
                "Number of the change that made it; null in a dry run.", {"type": ["integer", "null"]}
            ),
            "errors": described("Its errors.", {"type": "array", "minItems": 1, "items": ref("LineError")}),
            "errors_truncated": described(
                "The line has more errors than are listed.", {"type": "boolean", "const": True}
            ),
            "warnings": described(
                "What the record that was replaced had and no longer has: fewer items of a list, fewer citations.",
                {"type": "array", "minItems": 1, "items": ref("LineError")},
            ),
        },
    )
    schemas.add("ImportResult", result)
    counts = {name: described(f"How many lines are {name}.", _COUNT) for name in OUTCOMES}
    report: dict[str, Node] = {
        "mode": described("The mode asked for.", {"type": "string", "enum": ["atomic", "best_effort"]}),
        "dry_run": described("Whether nothing was kept.", {"type": "boolean"}),
        "results": described(
            "What came of each line, in order. Where these are too many for one answer, lines with errors or warnings "
            "come before others.",
            {"type": "array", "items": ref("ImportResult")},
        ),
        "results_omitted": described("How many lines are not listed in `results`.", _COUNT),
    }
    schemas.add("ImportReport", whole("What came of an import.", report | counts))


def describe_exchange(resource: Resource) -> Operation:
    """Return what there is to say of import or export; raises ``KeyError`` for another resource."""
    return {"import": _import, "export": _export}[resource.endpoint]()


def _import() -> Operation:
    lines = {
        "schema": described("One record a line, a JSON object with its `type` and `id`.", _TEXT),
        "example": '{"type":"source","id":"a-report","title":"A report","kind":"report","published":"2018"}\n',
    }
    observations, appearances = (",".join(each) for each in (OBSERVATIONS, APPEARANCES))
    table = {
        "schema": described(
            f"A table of observations ({observations}) or of appearances ({appearances}); columns may be left out.",
            _TEXT,
        ),
        "example": "parade,system,presence,basis,source\nnorth-korea-2018-09-09,hwasong-14,absent,stated,a-report\n",
    }
    return Operation(
        "importRecords",
        "Import many records",
        "NDJSON: each line is a record as `GET` answers it or `PUT` takes it, with its `type` and `id`; what the "
        "service sets (`seq`, `revision`, `recorded_at`) is passed over, so that an export can be imported. A record "
        "that exists is replaced, and one that says what is stored is left `unchanged`: the same lines again change "
        "nothing. A line is at most as long as one record's body. What replaces a record with fewer items or "
        "citations than it had says so in `warnings`. All lines are checked before anything is written.\n\n"
        "CSV with a header: observations, a finding a row, or appearances, which are added to those of their parade.",
        (
            *problems.ANY_WRITE,
            problems.BAD_REQUEST,
            problems.PAYLOAD_TOO_LARGE,
            problems.UNSUPPORTED_MEDIA_TYPE,
            problems.IN_PROGRESS,
            problems.NOT_IMPORTED,
        ),
        {
            "200": answer(
                "What came of each line.",
                ref("ImportReport"),
                "Vary",
                "Cache-Control",
                "Content-Encoding",
                "Idempotency-Replayed",
            )
        },
        taken("Idempotency-Key"),
        {"required": True, "content": dict.fromkeys(MEDIA_TYPES, lines) | {MEDIA_TYPE: table}},
        writes=True,
    )


def _export() -> Operation:
    found = answer(
        "One record a line.",
        described(
            "A record as `GET` answers it, with the number of the change that made it as `seq`.", _TEXT
        ),
        "ETag",
        "Vary",
        "Cache-Control",
        "Cache-Status",
        "Content-Encoding",
        "Content-Location",
        media_type=MEDIA_TYPES[0],
    )
    return Operation(
        "exportRecords",
        "Export all records",
        "NDJSON, in the order of the changes that made the records, all as they stand at one change and as of one day "
        "(`as_of`, else that of `known_at`, else today): what is written meanwhile is not in it. "
        "`Content-Location` is the URL of this very state: to go on after a break, ask for it "
        "with `after` set to the `seq` of the last whole line. `/v1/changes` tells what happened since.",
        (*problems.ANY_READ, _OTHER_HISTORY),
        {"200": found, "304": NOT_MODIFIED},
        taken("If-None-Match"),
    )
