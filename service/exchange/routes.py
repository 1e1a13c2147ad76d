"""Import and export over HTTP: parameters, bodies and answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from hashlib import blake2b
from io import BytesIO
from typing import Any

from flask import Response, request
from marshmallow import fields, validate
from sqlalchemy import Connection

from service.access.keys import Key
from service.access.scopes import current_key
from service.exchange import ndjson, tables
from service.exchange.encodings import without_mark
from service.exchange.entries import OUTCOMES, Connected, Refused, Report
from service.exchange.exporting import Snapshot
from service.exchange.importing import BeforeCommit, Options, Overtaken, Read, import_body
from service.exchange.memory import give_back
from service.exchange.shapes import LINES, NOT_IMPORTED, TABLE, ImportReport
from service.formats.ndjson import NDJSON
from service.records.clocks import reference_date
from service.records.context import Context
from service.records.http import changes, parameters
from service.records.http.answers import own_url
from service.records.http.idempotent import idempotency_key, idempotent
from service.records.http.resource import RecordResource
from service.records.http.streams import version_at
from service.records.idempotency import IdempotentResponse, canonical_json, fingerprint, store_response
from service.records.reading import change_at, last_change
from service.records.revisions import dump
from service.records.schemas.fields import Enumeration
from service.web import problem_catalogue as kinds
from service.web.failures import IN_PROGRESS, OTHER_HISTORY
from service.web.json_body import read_body
from service.web.negotiation import JSON, VARY, choose_coding, encode
from service.web.operation import Success
from service.web.parameters import Parameter, TrueOrFalse, WholeNumber
from service.web.problem import Problem, first_errors
from service.web.streaming import stream

Values = Mapping[str, Any]
ATOMIC, BEST_EFFORT = "atomic", "best_effort"
TAKEN = (*ndjson.MEDIA_TYPES, tables.MEDIA_TYPE)
_LONGEST_ECHO = 100


def resources(context: Context) -> list[RecordResource]:
    """Return the resources of import and export."""
    types = Enumeration(
        *context.registry.names, description="Only records of one of these types (comma list)."
    )
    after = WholeNumber(
        metadata={
            "description": "Only records made by changes after this number: to continue an interrupted export, the "
            "`seq` of the last line received."
        }
    )
    mode = Enumeration(
        ATOMIC,
        BEST_EFFORT,
        load_default=ATOMIC,
        description="`atomic`: all lines or, if one has an error, none; lines may name one another in any order. "
        "`best_effort`: each line as a write of its own, in order; lines with errors are left out.",
    )
    dry_run = TrueOrFalse(
        load_default=False,
        metadata={"description": "`true` reports what the import would do, and stores nothing."},
    )
    reason = fields.String(
        validate=validate.Length(1, 500),
        metadata={
            "description": "Why existing records change, in words; stored in the history and the feed."
        },
    )
    exported = [
        Parameter("type", types, many=True),
        Parameter("after", after),
        changes.chain(),
        parameters.known_at(),
        parameters.as_of(),
    ]
    imported = [Parameter("mode", mode), Parameter("dry_run", dry_run), Parameter("reason", reason)]
    return [
        RecordResource("/v1/export", "export", offered=(NDJSON,), is_kept=False).on(
            "GET",
            partial(export_records, context),
            exported,
            {200: Success("One record a line.", headers=("Content-Location",))},
            (OTHER_HISTORY,),
        ),
        RecordResource("/v1/import", "import").on(
            "POST",
            partial(import_records, context),
            imported,
            {
                200: Success(
                    "What came of each line.",
                    ImportReport,
                    ("Vary", "Cache-Control", "Content-Encoding", "Idempotency-Replayed"),
                    is_tagged=False,
                )
            },
            (IN_PROGRESS, NOT_IMPORTED),
            dict.fromkeys(ndjson.MEDIA_TYPES, LINES) | {tables.MEDIA_TYPE: TABLE},
        ),
    ]


def export_records(context: Context, values: Values) -> Response:
    """Export all records.

    NDJSON, in the order of the changes that made the records, all as they stand at one change and as of one day
    (`as_of`, else that of `known_at`, else today): what is written meanwhile is not in it. `Content-Location` is the
    URL of this very state: to go on after a break, ask for it with `after` set to the `seq` of the last whole line.
    `/v1/changes` tells what happened since.
    """
    with context.database.reading(snapshot=True) as connection:
        changes.check_position(connection, values)
        at, instant = last_change(connection)
        if "known_at" in values:
            at, instant = change_at(connection, values["known_at"]), values["known_at"]
        version = version_at(context, connection, at)
    snapshot = Snapshot(context.registry, at, reference_date(values), tuple(sorted(values.get("type", ()))))
    after = values.get("after", 0)
    # The change's hash and the day determine the content, the release how it is written.
    state = dump([version, snapshot.day, snapshot.types, after])
    headers = {"Content-Location": own_url(known_at=instant, as_of=snapshot.day)} if instant else {}
    pieces = ("".join(lines).encode() for lines in snapshot.pieces(context.database, after))
    return stream(request, pieces, state=state.encode(), media_type=NDJSON.media_type, headers=headers)


def import_records(context: Context, values: Values) -> Response:
    """Import many records.

    NDJSON: each line is a record as `GET` answers it or `PUT` takes it, with its `type` and `id`; what the service sets
    (`seq`, `revision`, `recorded_at`) is passed over, so that an export can be imported. A record that exists is
    replaced, and one that says what is stored is left `unchanged`: the same lines again change nothing. A line is at
    most as long as one record's body. What replaces a record with fewer items or citations than it had says so in
    `warnings`. All lines are checked before anything is written.

    CSV with a header: observations, a finding a row, or appearances, which are added to those of their parade.
    """
    key = current_key()
    assert key is not None
    settings = context.settings
    # Blank lines at the end are ignored.
    body = read_body(request, settings.max_import_bytes, TAKEN).rstrip(b"\r\n")
    _check_length(body, settings.max_import_lines)
    try:
        return _answer_import(context, body, key, values)
    finally:
        give_back(len(body))


def _answer_import(context: Context, body: bytes, key: Key, values: Values) -> Response:
    def read(connected: Connected) -> Any:
        if request.mimetype == tables.MEDIA_TYPE:
            return tables.read_entries(body, connected)
        return ndjson.read_entries(BytesIO(body), context.registry, context.settings)

    idempotency = idempotency_key()
    if idempotency is None or values.get("dry_run"):
        return _answer(_document(_imported(context, read, key, values), values))
    request_fingerprint = fingerprint(request.method, request.path, _canonical(body, values))
    with idempotent(context, key, idempotency, request_fingerprint) as stored:
        if stored is not None:
            return _answer(stored.body, {"Idempotency-Replayed": "true"})

        def before_commit(connection: Connection, report: Report) -> None:
            response = IdempotentResponse(request_fingerprint, 200, "{}", _document(report, values))
            store_response(connection, key.id, idempotency, response, context.settings.idempotency_hours)

        report = _imported(context, read, key, values, before_commit)
        return _answer(_document(report, values))


def _check_length(body: bytes, most: int) -> None:
    """Raise ``Problem`` 413 for more lines than an import may have."""
    lines = max(body.count(b"\n"), body.count(b"\r")) + 1
    if lines > most:
        detail = f"The body has {lines:,} lines; an import may have at most {most:,}. Send it in parts."
        raise Problem(kinds.PAYLOAD_TOO_LARGE, detail, max_lines=most)


def _canonical(body: bytes, values: Values) -> bytes:
    """Return bytes that identify an import: its parameters and lines, regardless of the order of members."""
    chosen = dump({name: values[name] for name in sorted(values)}).encode()
    if request.mimetype == tables.MEDIA_TYPE:
        return chosen + body
    content = blake2b(chosen)
    for line in without_mark(body).rstrip().split(b"\n"):
        content.update(canonical_json(line) + b"\n")
    return content.digest()


def _imported(
    context: Context, read: Read, key: Key, values: Values, before_commit: BeforeCommit | None = None
) -> Report:
    options = Options(
        atomic=values.get("mode", ATOMIC) == ATOMIC,
        dry_run=values.get("dry_run", False),
        reason=values.get("reason"),
    )
    try:
        return import_body(context, read, key.owner, options, before_commit)
    except Refused as refused:
        report = refused.report
        lines = len(report.results)
        verb = "has" if report.failed == 1 else "have"
        what = "The line has" if lines == 1 else f"{report.failed:,} of {lines:,} lines {verb}"
        errors = (_rendered(each) for each in report.errors())
        total = sum(len(each.errors) for each in report.results) + report.errors_omitted
        detail = f"{what} errors, so nothing was imported. {first_errors(errors, total)}"
        raise Problem(
            kinds.IMPORT_REFUSED, detail, errors=report.errors(), errors_omitted=report.errors_omitted
        ) from None
    except Overtaken:
        raise Problem(
            kinds.SERVICE_UNAVAILABLE,
            "Other writers keep changing the same parades: repeat the import later.",
        ) from None


def _rendered(error: Mapping[str, Any]) -> str:
    places = [f"Line {error['line']}", *([error["pointer"][:_LONGEST_ECHO]] if error["pointer"] else [])]
    return f"{', '.join(places)}: {error['detail']}"


def _document(report: Report, values: Values) -> bytes:
    counts = {outcome: report.count(outcome) for outcome in OUTCOMES}
    listed = report.listed()
    mode = values.get("mode", ATOMIC)
    omitted = {"results_omitted": len(report.results) - len(listed)}
    return dump({"mode": mode, "dry_run": report.dry_run, **counts, "results": listed, **omitted}).encode()


def _answer(body: bytes, more: Mapping[str, str] | None = None) -> Response:
    coding = choose_coding(request, len(body))
    headers = {"Vary": VARY, "Cache-Control": "no-store"} | dict(more or {})
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return Response(encode(body, coding), headers=headers, content_type=JSON.media_type)
