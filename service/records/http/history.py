"""What became of a record: who revised it, when, by which operation, with the JSON Patch from the revision before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from service.records.clocks import reference_date
from service.records.context import Context
from service.records.http.answers import not_found, resolve_known_at, url_of
from service.records.http.paging import Page
from service.records.on_day import body_on_day
from service.records.reading import RecordedChange, history, patch_between, revision_at, revision_numbered
from service.records.record_type import RecordType
from service.web import problem_catalogue as kinds
from service.web.operation import Answer
from service.web.problem import Problem


def list_record_revisions(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> Answer:
    """List the revisions of {record}.

    Newest first: who wrote it when, and what changed. Also of a deleted record.
    """
    page = Page(values)
    limit, after = page.limit, int(page.after[0]) if page.after else None
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        if revision_at(connection, record_type.name, record_id, at) is None:
            raise not_found(record_type, record_id, then=at is not None)
        # One more than the page, and with it what the last one's patch begins from.
        entries = history(connection, record_type.name, record_id, at=at, after=after, limit=limit + 1)
    day = reference_date(values)
    bodies = {entry.revision: _on_day(record_type, entry.body, day) for entry in entries}
    items = [
        _entry(record_type, entry, bodies.get(entry.revision - 1), bodies[entry.revision])
        for entry in entries[:limit]
    ]
    next_cursor = page.cursor((entries[limit - 1].revision,) if len(entries) > limit else None)
    return page.answer({"items": items, "next_cursor": next_cursor}, next_cursor)


def get_record_revision(
    context: Context, record_type: RecordType, record_id: str, number: int, values: Mapping[str, Any]
) -> Answer:
    """Get a revision of {record}.

    With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with
    `known_at` as of its day, in the record and in the patch alike.
    """
    with context.database.reading(snapshot=True) as connection:
        entry = _numbered(connection, record_type, record_id, number, resolve_known_at(connection, values))
        before = revision_numbered(connection, record_type.name, record_id, number - 1)
    day = reference_date(values)
    body = _on_day(record_type, entry.body, day)
    document = _entry(record_type, entry, _on_day(record_type, before.body, day) if before else None, body)
    return Answer(document | {"record": None if body is None else json.loads(body)})


def _on_day(record_type: RecordType, body: str | None, day: str) -> str | None:
    """Return a revision's body as of a day, that of the answer: so each patch leads from one record to the next."""
    return None if body is None else body_on_day(record_type, body, day)


def _numbered(
    connection: Connection, record_type: RecordType, record_id: str, number: int, at: int | None
) -> RecordedChange:
    entry = revision_numbered(connection, record_type.name, record_id, number)
    if entry is None or (at is not None and entry.seq > at):
        raise Problem(kinds.NOT_FOUND, f"The {record_type.name} {record_id[:80]!r} has no revision {number}.")
    return entry


def _entry(
    record_type: RecordType, entry: RecordedChange, before: str | None, body: str | None
) -> dict[str, Any]:
    return {
        "revision": entry.revision,
        "seq": entry.seq,
        "operation": entry.operation,
        "recorded_at": entry.recorded_at,
        "actor": entry.actor,
        "reason": entry.reason,
        "self": f"{url_of(record_type, entry.id)}/revisions/{entry.revision}",
        "patch": patch_between(before, body),
    }
