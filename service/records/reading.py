"""Reading records, now or as they were held at an earlier change, their history and the change feed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import jsonpatch
import orjson
from sqlalchemy import Connection, text

from service.records.writing import DELETED, Revision
from service.storage.engine import Database

_COLUMNS = "seq_from, type, id, revision, operation, recorded_at, body"
_NOW = text(f"SELECT {_COLUMNS} FROM revisions WHERE type = :type AND id = :id AND seq_to IS NULL")
_THEN = text(
    f"SELECT {_COLUMNS} FROM revisions WHERE type = :type AND id = :id AND seq_from <= :at "
    "ORDER BY revision DESC LIMIT 1"
)


class Change(NamedTuple):
    """An entry of the change feed, or of a record's history."""

    seq: int
    operation: str
    type: str
    id: str
    revision: int
    recorded_at: str
    reason: str | None
    actor: str
    body: str | None


_CHANGE = "seq_from, operation, type, id, revision, recorded_at, reason, actor, body"


def last_change(connection: Connection) -> tuple[int, str]:
    """Return the newest change number and its instant; ``(0, "")`` for an empty database."""
    row = connection.execute(
        text("SELECT seq_from, recorded_at FROM revisions ORDER BY seq_from DESC LIMIT 1")
    ).one_or_none()
    return (0, "") if row is None else (int(row[0]), str(row[1]))


def change_at(connection: Connection, instant: str) -> int:
    """Return the number of the last change recorded at or before an instant, 0 where there was none."""
    row = connection.execute(
        text(
            "SELECT seq_from FROM revisions WHERE recorded_at <= :instant ORDER BY recorded_at DESC LIMIT 1"
        ),
        {"instant": instant},
    ).one_or_none()
    return 0 if row is None else int(row[0])


def settle(database: Database, instant: str) -> None:
    """Return once no write can be recorded at or before an instant any more, so that its answer is for ever.

    A change is given its instant before it is committed. All up to the newest committed one are in, since they commit
    in order; past that, writers that have begun must end first.
    """
    with database.reading() as connection:
        newest = last_change(connection)[1]
    if instant > newest:
        database.wait_for_writers()


def revision_at(connection: Connection, record_type: str, record_id: str, at: int | None) -> Revision | None:
    """Return the revision in force at a change (``None``: now), which may be a deletion; ``None`` before the first."""
    parameters: dict[str, Any] = {"type": record_type, "id": record_id}
    if at is None:
        row = connection.execute(_NOW, parameters).one_or_none()
    else:
        row = connection.execute(_THEN, parameters | {"at": at}).one_or_none()
    return None if row is None else Revision(*row)


def bodies_at(
    connection: Connection, record_type: str, record_ids: Sequence[str], at: int | None
) -> dict[str, dict[str, Any]]:
    """Return the documents of several records of one type, those that exist, by id."""
    found: dict[str, dict[str, Any]] = {}
    when = "seq_to IS NULL" if at is None else "seq_from <= :at AND (seq_to IS NULL OR seq_to > :at)"
    for start in range(0, len(record_ids), 500):
        some = record_ids[start : start + 500]
        names = {f"id{number}": record_id for number, record_id in enumerate(some)}
        rows = connection.execute(
            text(
                f"SELECT id, body FROM revisions WHERE type = :type AND {when} "
                f"AND id IN ({', '.join(f':{name}' for name in names)}) AND body IS NOT NULL"
            ),
            {"type": record_type, **names} | ({} if at is None else {"at": at}),
        )
        found.update((row[0], orjson.loads(row[1])) for row in rows)
    return found


def history(
    connection: Connection, record_type: str, record_id: str, *, at: int | None, after: int | None, limit: int
) -> list[Change]:
    """Return up to ``limit`` revisions of a record, newest first, older than revision ``after`` where given."""
    rows = connection.execute(
        text(
            f"SELECT {_CHANGE} FROM revisions WHERE type = :type AND id = :id "
            + ("" if at is None else "AND seq_from <= :at ")
            + ("" if after is None else "AND revision < :after ")
            + "ORDER BY revision DESC LIMIT :limit"
        ),
        {"type": record_type, "id": record_id, "limit": limit}
        | ({} if at is None else {"at": at})
        | ({} if after is None else {"after": after}),
    )
    return [Change(*row) for row in rows]


def revision_numbered(connection: Connection, record_type: str, record_id: str, number: int) -> Change | None:
    """Return one revision of a record, or ``None``."""
    row = connection.execute(
        text(f"SELECT {_CHANGE} FROM revisions WHERE type = :type AND id = :id AND revision = :number"),
        {"type": record_type, "id": record_id, "number": number},
    ).one_or_none()
    return None if row is None else Change(*row)


def patch_between(before: str | None, after: str | None) -> list[dict[str, Any]]:
    """Return the JSON Patch (RFC 6902) from one revision's body to the next; a deletion leaves ``null``.

    The two fields that change with every revision are part of it, so that applying it gives the next body exactly.
    """
    if before is None and after is None:
        return []
    if before is None:
        return [{"op": "add", "path": "", "value": json.loads(after or "null")}]
    if after is None:
        # Many libraries refuse to remove the whole document; all replace it.
        return [{"op": "replace", "path": "", "value": None}]
    patch: list[dict[str, Any]] = jsonpatch.make_patch(json.loads(before), json.loads(after)).patch
    return patch


def changes(
    connection: Connection, *, after: int, types: Iterable[str], limit: int, upto: int | None
) -> tuple[list[Change], int, bool]:
    """Return entries of the feed after a change number, the number to go on from, and whether more are there now.

    The number to go on from passes over entries of other types, so that a filtered reader never reads them again.
    """
    names = {f"type{number}": name for number, name in enumerate(types)}
    last = last_change(connection)[0] if upto is None else upto
    rows = connection.execute(
        text(
            f"SELECT {_CHANGE.replace('body', 'NULL')} FROM revisions WHERE seq_from > :after AND seq_from <= :last "
            + (f"AND type IN ({', '.join(f':{name}' for name in names)}) " if names else "")
            + "ORDER BY seq_from LIMIT :limit"
        ),
        {"after": after, "last": last, "limit": limit + 1, **names},
    ).all()
    entries = [Change(*row) for row in rows[:limit]]
    more = len(rows) > limit
    return entries, entries[-1].seq if more else max(last, after), more


def is_deleted(revision: Revision) -> bool:
    """Tell whether this revision is a deletion."""
    return revision.operation == DELETED
