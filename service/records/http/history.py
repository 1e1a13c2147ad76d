"""What became of a record: who revised it, when, by which operation, with the JSON Patch from the revision before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from service.records.clocks import reference_date
from service.records.context import Context
from service.records.differences import differences
from service.records.documents import without_read_only
from service.records.http.answers import not_found, resolve_known_at, url_of
from service.records.http.citing import revision_links
from service.records.http.paging import Page
from service.records.on_day import body_on_day
from service.records.reading import (
    RecordedChange,
    change_at,
    history,
    patch_between,
    revision_at,
    revision_numbered,
)
from service.records.record_type import RecordType
from service.web import problem_catalogue as kinds
from service.web.links import link_header, url
from service.web.operation import Answer
from service.web.parameters import parameter_error
from service.web.problem import Problem


@dataclass(frozen=True)
class RevisionPage:
    """One page of a record's history, newest first, and the revision before its last, if there is one."""

    page: Page
    entries: Sequence[RecordedChange]
    before: RecordedChange | None
    next_cursor: str | None


def list_record_revisions(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> Answer:
    """List the revisions of {record}.

    Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as
    it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
    """
    found = read_revisions(context, record_type, record_id, values)
    day = reference_date(values)
    read = [*found.entries, *([found.before] if found.before else [])]
    bodies = {entry.revision: _on_day(record_type, entry.body, day) for entry in read}
    items = [
        _entry(record_type, entry, bodies.get(entry.revision - 1), bodies[entry.revision])
        for entry in found.entries
    ]
    return found.page.answer({"items": items, "next_cursor": found.next_cursor}, found.next_cursor)


def read_revisions(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> RevisionPage:
    """Return the page of a record's history that the request in hand asks for; raises ``Problem`` 404 and 400."""
    earliest, latest = values.get("from", ""), values.get("to")
    if latest is not None and earliest > latest:
        raise parameter_error("to", "out_of_order", f"Must not be before from={earliest}.")
    page = Page(values)
    limit, after = page.limit, int(page.after[0]) if page.after else None
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        if revision_at(connection, record_type.name, record_id, at) is None:
            raise not_found(record_type, record_id, then=at is not None)
        if latest is not None:
            upto = change_at(connection, latest)
            at = upto if at is None else min(at, upto)
        # One more than the page, and with it what the last one's patch begins from.
        found = history(connection, record_type.name, record_id, at=at, after=after, limit=limit + 1)
    # A later revision is recorded later.
    within = [each for each in found if each.recorded_at >= earliest]
    entries = within[:limit]
    before = found[len(entries)] if len(found) > len(entries) else None
    return RevisionPage(
        page, entries, before, page.cursor((entries[-1].revision,) if len(within) > limit else None)
    )


def get_record_revision(
    context: Context, record_type: RecordType, record_id: str, number: int, values: Mapping[str, Any]
) -> Answer:
    """Get a revision of {record}.

    With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with
    `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision,
    earlier or later.
    """
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        newest = revision_at(connection, record_type.name, record_id, at)
        if newest is None:
            raise not_found(record_type, record_id, then=at is not None)
        entry = revision_numbered(connection, record_type.name, record_id, number)
        if entry is None or number > newest.revision:
            detail = f"The {record_type.name} {record_id!r} has no revision {number}: its newest is {newest.revision}."
            raise Problem(kinds.NOT_FOUND, detail)
        before = revision_numbered(connection, record_type.name, record_id, number - 1)
        other = None
        if "compare" in values:
            other = _compared(connection, record_type, record_id, values["compare"], newest.revision)
    day = reference_date(values)
    body = _on_day(record_type, entry.body, day)
    document = _entry(record_type, entry, _on_day(record_type, before.body, day) if before else None, body)
    document["record"] = None if body is None else json.loads(body)
    if other is not None:
        document["comparison"] = _comparison(record_type, other, entry)
    links = revision_links(record_type, record_id, number, newest.revision)
    return Answer(document, {"Link": link_header(links)})


def _compared(
    connection: Connection, record_type: RecordType, record_id: str, number: int, newest: int
) -> RecordedChange:
    found = revision_numbered(connection, record_type.name, record_id, number)
    if found is None or number > newest:
        there = "its only revision is 1" if newest == 1 else f"its revisions are 1 to {newest}"
        detail = f"The {record_type.name} {record_id!r} has no revision {number}: {there}."
        raise parameter_error("compare", "unknown_revision", detail)
    return found


def _comparison(record_type: RecordType, other: RecordedChange, entry: RecordedChange) -> dict[str, Any]:
    """Return what differs from another revision, in what people write."""
    old, new = (_written(record_type, each.body) for each in (other, entry))
    changes = [each._asdict() for each in differences(old, new)]
    return {"revision": other.revision, "changes": changes}


def _written(record_type: RecordType, body: str | None) -> Any:
    """Return a body without the members that the service sets, ``None`` for a deletion."""
    return (
        None if body is None else without_read_only(json.loads(body), record_type.schema, "", [], record_type)
    )


def memento_of(record_type: RecordType, entry: RecordedChange) -> str | None:
    """Return the URL of a record as a revision left it, ``None`` where it deleted it."""
    if entry.body is None:
        return None
    return url(url_of(record_type, entry.id), [("known_at", entry.recorded_at)])


def _on_day(record_type: RecordType, body: str | None, day: str) -> str | None:
    """Return a revision's body as of a day, that of the answer: so each patch leads from one record to the next."""
    return None if body is None else body_on_day(record_type, body, day)


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
        "memento": memento_of(record_type, entry),
        "patch": patch_between(before, body),
    }
