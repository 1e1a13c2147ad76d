"""Creating, replacing, patching and deleting records over HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request
from sqlalchemy import Connection

from service.access.keys import Key
from service.access.scopes import current_key
from service.records.clocks import reference_date
from service.records.context import Context
from service.records.documents import (
    Draft,
    Invalid,
    draft,
    error_at,
    known_read_only,
    read_only_errors,
)
from service.records.existing import reference_errors
from service.records.http.answers import deleted, not_found, url_of
from service.records.http.clocked import on_day
from service.records.http.idempotent import idempotency_key, idempotent
from service.records.idempotency import IdempotentResponse, canonical_json, fingerprint, store_response
from service.records.identifiers import derive_id
from service.records.merge_patch import keep_removals, merge
from service.records.record_type import RecordType
from service.records.revisions import StoredRevision, current_revision, dump
from service.records.writing import Referenced, Writer
from service.web import problem_catalogue as kinds
from service.web.conditional import Names, check_write
from service.web.json_body import read_json
from service.web.operation import Answer
from service.web.problem import Problem, first_errors

_LONGEST_ECHO = 100
MERGE_PATCH = "application/merge-patch+json"


def create_record(context: Context, record_type: RecordType, _: Mapping[str, Any]) -> Answer:
    """Create {record}.

    Without an `id` the service derives one from the title or name and the date.
    """
    key = _key(context)
    body = record_type.without_unknown(_read(context))
    idempotency = idempotency_key()
    if idempotency is None:
        made = _draft(context, record_type, body)
        with context.database.writing() as connection:
            revision = _create(context, connection, record_type, made, key)
        return _written(context, revision, record_type, created=True)
    asked = fingerprint(request.method, request.path, canonical_json(dump(body).encode()))
    with idempotent(context, key, idempotency, asked) as stored:
        if stored is None:
            made = _draft(context, record_type, body)
            with context.database.writing() as connection:
                revision = _create(context, connection, record_type, made, key)
                answered, etag = _answered(context, revision, record_type)
                headers = {
                    "Location": url_of(record_type, revision.id),
                    "ETag": etag,
                    "Last-Modified": revision.recorded_at,
                }
                first = IdempotentResponse(asked, 201, json.dumps(headers), answered)
                store_response(connection, key.id, idempotency, first, context.settings.idempotency_hours)
    if stored is not None:
        return _replayed(context, stored)
    return _written(context, revision, record_type, created=True)


def _replayed(context: Context, stored: IdempotentResponse) -> Answer:
    """Return the first success again, in the coding that this request prefers."""
    headers = json.loads(stored.headers)
    return Answer(
        stored.body,
        {"Location": headers["Location"], "Idempotency-Replayed": "true"},
        stored.status,
        lambda body: headers.get("ETag") or context.tags.of(body),
        headers["Last-Modified"],
    )


def replace_record(context: Context, record_type: RecordType, record_id: str, _: Mapping[str, Any]) -> Answer:
    """Replace {record}, or create it.

    An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL.
    A body that says what is stored writes nothing.
    """
    key = _key(context)
    body = record_type.without_unknown(_read(context))
    made = _draft(context, record_type, body, record_id)

    def write(connection: Connection) -> tuple[StoredRevision, bool]:
        stored = current_revision(connection, record_type.name, record_id)
        existing = stored is not None and stored.body is not None
        check_write(request, _naming(context, stored) if stored is not None and existing else None)
        revision, _ = _put(context, connection, made, record_id, stored, key)
        return revision, not existing

    return _in_transaction(context, record_type, write)


def patch_record(context: Context, record_type: RecordType, record_id: str, _: Mapping[str, Any]) -> Answer:
    """Change parts of {record}.

    Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a
    required member (a source's `published`), it sets null. Null for an unknown member is an error.
    """
    key = _key(context)
    patch = _read(context, MERGE_PATCH)

    def write(connection: Connection) -> tuple[StoredRevision, bool]:
        stored = _existing(connection, record_type, record_id)
        check_write(request, _naming(context, stored))
        body = merge(stored.document, patch)
        keep_removals(record_type, body, patch)
        made = _draft(context, record_type, body, record_id)
        return _put(context, connection, made, record_id, stored, key)[0], False

    return _in_transaction(context, record_type, write)


def delete_record(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> Response:
    """Delete {record}.

    Refused while other records name it. Its history stays readable, and `PUT` brings it back.
    """
    key = _key(context)
    with context.database.writing() as connection:
        stored = _existing(connection, record_type, record_id)
        check_write(request, _naming(context, stored))
        try:
            Writer(connection, context.registry, key.owner).delete(record_type, stored, values.get("reason"))
        except Referenced as referenced:
            raise Problem(
                kinds.RECORD_REFERENCED,
                f"{_count(len(referenced.named_by), 'reference')} to it must go first; see referenced_by.",
                referenced_by=[
                    {
                        "type": named.type,
                        "id": named.id,
                        "pointer": named.pointer,
                        "self": url_of(context.registry.named(named.type), named.id),
                    }
                    for named in referenced.named_by
                ],
            ) from None
    response = Response(status=204)
    del response.headers["Content-Type"]
    return response


def _key(context: Context) -> Key:
    # Made with a connection when first needed: not while the write has the only one that there may be.
    _ = context.tags
    key = current_key()
    assert key is not None
    return key


def _read(context: Context, media_type: str = "application/json") -> dict[str, Any]:
    settings = context.settings
    body: dict[str, Any] = read_json(request, settings.max_body_bytes, settings.max_json_depth, (media_type,))
    return body


def _draft(
    context: Context, record_type: RecordType, body: Mapping[str, Any], record_id: str | None = None
) -> Draft:
    """Return the body as a draft; raises ``Problem`` 422 with all its errors, also those that the store knows of."""
    differing = [] if record_id is None else _id_errors(record_id, body)
    try:
        made = draft(record_type, context.registry, body)
        if differing:
            raise Invalid([], made.named, made.read_only)
    except Invalid as invalid:
        own = None if record_id is None else (record_type.name, record_id)
        with context.database.reading() as connection:
            errors = differing + invalid.errors
            errors += reference_errors(connection, context.registry, invalid.named, own)
            stored = current_revision(connection, *own) if own else None
        allowed = {"type": record_type.name} | ((stored.document or {}) if stored else {})
        errors += read_only_errors(known_read_only(body, invalid.read_only), allowed)
        raise _invalid(errors, record_type) from None
    return made


def _id_errors(record_id: str, body: Mapping[str, Any]) -> list[dict[str, str]]:
    given = body.get("id", record_id)
    # The schema has its say about what is no text.
    if given == record_id or not (given is None or isinstance(given, str)):
        return []
    return [error_at("/id", "id_differs", f"Must be {record_id!r}, as in the URL, or left out.")]


def _create(
    context: Context, connection: Connection, record_type: RecordType, made: Draft, key: Key
) -> StoredRevision:
    record_id = made.document["id"] or derive_id(connection, record_type, made.document)
    stored = current_revision(connection, record_type.name, record_id)
    if stored is not None:
        state = "was deleted; PUT brings it back" if stored.body is None else "exists; PUT replaces it"
        raise Problem(
            kinds.ID_TAKEN,
            f"The {record_type.name} {record_id!r} {state}.",
            headers={"Content-Location": url_of(record_type, record_id)},
            record=url_of(record_type, record_id),
        )
    return _put(context, connection, made, record_id, None, key)[0]


def _put(
    context: Context,
    connection: Connection,
    made: Draft,
    record_id: str,
    stored: StoredRevision | None,
    key: Key,
) -> tuple[StoredRevision, bool]:
    try:
        return Writer(connection, context.registry, key.owner).put(made, record_id, stored=stored)
    except Invalid as invalid:
        raise _invalid(invalid.errors, made.record_type) from None


def _existing(connection: Connection, record_type: RecordType, record_id: str) -> StoredRevision:
    stored = current_revision(connection, record_type.name, record_id)
    if stored is None:
        raise not_found(record_type, record_id)
    if stored.body is None:
        raise deleted(connection, record_type, stored)
    return stored


def _invalid(errors: list[dict[str, str]], record_type: RecordType) -> Problem:
    told = (
        f"{each['pointer'][:_LONGEST_ECHO]}: {each['detail']}" if each["pointer"] else each["detail"]
        for each in errors
    )
    noun = record_type.name.replace("_", " ")
    detail = f"The body is not a valid {noun}. {first_errors(told, len(errors))}"
    return Problem(kinds.VALIDATION_FAILED, detail, errors=errors)


def _naming(context: Context, stored: StoredRevision) -> Names:
    return context.tags.naming((stored.body or "").encode())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _in_transaction(
    context: Context, record_type: RecordType, write: Callable[[Connection], tuple[StoredRevision, bool]]
) -> Answer:
    with context.database.writing() as connection:
        revision, created = write(connection)
    return _written(context, revision, record_type, created=created)


def _written(context: Context, revision: StoredRevision, record_type: RecordType, *, created: bool) -> Answer:
    """Return the answer to a write: the record as of today, with the tag that the next write needs."""
    location = {"Location": url_of(record_type, revision.id)} if created else {}
    body, etag = _answered(context, revision, record_type)
    return Answer(body, location, 201 if created else 200, lambda _: etag, revision.recorded_at)


def _answered(context: Context, revision: StoredRevision, record_type: RecordType) -> tuple[bytes, str]:
    """Return a revision as it is answered today, and its tag."""
    answered, stored = on_day(record_type, revision, reference_date({})), (revision.body or "").encode()
    body = (answered.body or "").encode()
    return body, context.tags.of(stored, None if answered is revision else body)
