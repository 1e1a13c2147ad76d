"""Reading one record: as it is, as it was held, trimmed, inlined, under its clocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, request
from sqlalchemy import Connection

from service.records.context import Context
from service.records.http.answers import deleted, not_found, resolve_known_at, shape_trees, shaped
from service.records.publication import clocks_of
from service.records.reading import is_deleted, revision_at
from service.records.record_type import RecordType
from service.records.writing import Revision, dump
from service.web.conditional import respond
from service.web.negotiation import negotiate

_PLAIN = frozenset({"known_at", "format"})
_OF_THE_REVISION = _PLAIN | {"fields"}


def read_record(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> Response:
    """Answer ``GET /v1/{path}/{id}``; raises ``Problem`` 404 and 410."""
    representation = negotiate(request)
    if values.keys() <= _PLAIN:
        with context.database.reading() as connection:
            revision = find_record(connection, record_type, record_id, values)
        body = (revision.body or "").encode()
        return respond(
            request,
            body,
            etag=context.tags.of(body),
            media_type=representation.media_type,
            last_modified=revision.recorded_at,
        )
    trees = shape_trees(context, record_type.name, values)
    with context.database.reading(snapshot=True) as connection:
        revision = find_record(connection, record_type, record_id, values)
        at = resolve_known_at(connection, values)
        document = revision.document or {}
        if record_type.clocked is not None and ("as_of" in values or "published_until" in values):
            document = record_type.clocked(document, clocks_of(connection, [document], values, at))
        (document,) = shaped(context, connection, record_type, [document], trees, at)
    body = dump(document).encode()
    return respond(
        request,
        body,
        etag=context.tags.of((revision.body or "").encode(), body),
        media_type=representation.media_type,
        # With other records or clocks in it, the answer may change while the record does not.
        last_modified=revision.recorded_at if values.keys() <= _OF_THE_REVISION else None,
    )


def find_record(
    connection: Connection, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> Revision:
    """Return the revision asked for; raises ``Problem`` 404 before its creation and 410 after its deletion."""
    revision = revision_at(connection, record_type.name, record_id, resolve_known_at(connection, values))
    if revision is None:
        raise not_found(record_type, record_id, then="known_at" in values)
    if is_deleted(revision):
        raise deleted(connection, record_type, revision)
    return revision
