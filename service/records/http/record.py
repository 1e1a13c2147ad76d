"""Reading one record: as it is, as it was held, trimmed, inlined, under its clocks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection

from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.http.answers import deleted, not_found, resolve_known_at, shape_trees, shaped
from service.records.http.citing import version_links
from service.records.http.clocked import clock, on_day
from service.records.reading import is_deleted, revision_at
from service.records.record_type import RecordType
from service.records.revisions import StoredRevision
from service.storage.shared_snapshot import pin_reads
from service.web.operation import Answer

_PLAIN = frozenset({"known_at", "format"})
_OF_THE_REVISION = _PLAIN | {"fields"}
# What no other record plays a part in.
_OF_ONE_RECORD = _OF_THE_REVISION | {"as_of"}


def get_record(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> Answer:
    """Get {record}.

    Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts
    records in the places of their ids.
    """
    is_plain, is_of_the_revision = values.keys() <= _PLAIN, values.keys() <= _OF_THE_REVISION
    is_of_one_record = values.keys() <= _OF_ONE_RECORD
    values = at_reference_date(values)
    if is_plain:
        with context.database.reading() as connection:
            revision = find_record(connection, record_type, record_id, values)
        pin_reads(revision.recorded_at)
        answered = on_day(record_type, revision, values["as_of"])
        return Answer(
            (answered.body or "").encode(),
            {"Link": version_links(record_type, record_id, revision.revision)},
            tag=partial(context.tags.of, (revision.body or "").encode()),
            last_modified=_last_modified(record_type, revision),
        )
    trees = shape_trees(context, record_type.name, values)
    with context.database.reading(snapshot=True) as connection:
        revision = find_record(connection, record_type, record_id, values)
        at = resolve_known_at(connection, values)
        documents = clock(connection, record_type, [revision.document or {}], values, at)
        (document,) = shaped(context, connection, record_type.name, documents, trees, values)
    if is_of_one_record:
        pin_reads(revision.recorded_at)
    return Answer(
        document,
        {"Link": version_links(record_type, record_id, revision.revision)},
        tag=partial(context.tags.of, (revision.body or "").encode()),
        # With other records or clocks in it, the answer may change while the record does not.
        last_modified=_last_modified(record_type, revision) if is_of_the_revision else None,
    )


def _last_modified(record_type: RecordType, revision: StoredRevision) -> str | None:
    """Return the instant of a revision, ``None`` where the days since then may have changed what is answered."""
    if record_type.settled_on and record_type.settled_on(revision.document or {}) > revision.recorded_at[:10]:
        return None
    return revision.recorded_at


def find_record(
    connection: Connection, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> StoredRevision:
    """Return the revision asked for; raises ``Problem`` 404 before its creation and 410 after its deletion."""
    revision = revision_at(connection, record_type.name, record_id, resolve_known_at(connection, values))
    if revision is None:
        raise not_found(record_type, record_id, then="known_at" in values)
    if is_deleted(revision):
        raise deleted(connection, record_type, revision)
    return revision
