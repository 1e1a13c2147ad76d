"""Reading records, now or as they were held at an earlier change, their history and the change feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import jsonpatch
import orjson
from sqlalchemy import Connection, text

from service.records.index.sql import Sql
from service.records.newest import newest_instant
from service.records.revisions import DELETED, StoredRevision
from service.records.schemas import instants
from service.storage.engine import Database
from service.storage.lists import among, bound_list
from service.web.parameters import parameter_error

_COLUMNS = "seq_from, type, id, revision, operation, recorded_at, body"
_NOW = text(f"SELECT {_COLUMNS} FROM revisions WHERE type = :type AND id = :id AND seq_to IS NULL")
_THEN = text(
    f"SELECT {_COLUMNS} FROM revisions WHERE type = :type AND id = :id AND seq_from <= :at "
    "ORDER BY revision DESC LIMIT 1"
)


class RecordedChange(NamedTuple):
    """An entry of a record's history."""

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


def reason_of(connection: Connection, seq: int) -> str | None:
    """Return the reason that was given for a change, ``None`` where none was."""
    found = connection.execute(
        text("SELECT reason FROM revisions WHERE seq_from = :seq"), {"seq": seq}
    ).scalar()
    return None if found is None else str(found)


def settle(database: Database, instant: str) -> None:
    """Return once no write can be recorded at or before an instant any more, so that its answer is for ever.

    Raises ``Problem`` 400 for an instant in the future. None is that a change has been given already: the clock may
    have been set back since.

    A change is given its instant before it is committed. All up to the newest committed one are in, since they commit
    in order; past that, writers that have begun must end first.
    """
    with database.reading() as connection:
        newest = newest_instant(connection)
    if instant > newest:
        if instants.parse(instant) > datetime.now(UTC):
            raise parameter_error(
                "known_at", "in_the_future", "Must not be in the future: nothing is known of it yet."
            )
        database.wait_for_writers()


def revision_at(
    connection: Connection, record_type: str, record_id: str, at: int | None
) -> StoredRevision | None:
    """Return the revision in force at a change (``None``: now), which may be a deletion; ``None`` before the first."""
    parameters: dict[str, Any] = {"type": record_type, "id": record_id}
    if at is None:
        row = connection.execute(_NOW, parameters).one_or_none()
    else:
        row = connection.execute(_THEN, parameters | {"at": at}).one_or_none()
    return None if row is None else StoredRevision(*row)


def bodies_at(
    connection: Connection, record_type: str, record_ids: Sequence[str], at: int | None
) -> dict[str, dict[str, Any]]:
    """Return the documents of several records of one type, those that exist, by id."""
    if not record_ids:
        return {}
    is_sqlite = connection.dialect.name == "sqlite"
    when = "seq_to IS NULL" if at is None else "seq_from <= :at AND (seq_to IS NULL OR seq_to > :at)"
    rows = connection.execute(
        text(
            f"SELECT id, body FROM revisions WHERE type = :type AND {when} "
            f"AND id {among(':ids', is_sqlite=is_sqlite)} AND body IS NOT NULL"
        ),
        {"type": record_type, "ids": bound_list(record_ids, is_sqlite=is_sqlite)}
        | ({} if at is None else {"at": at}),
    )
    return {row[0]: orjson.loads(row[1]) for row in rows}


def values_after(
    connection: Connection, record_type: str, field: str, start: str, at: int | None, limit: int
) -> list[str]:
    """Return up to ``limit`` values that records of a type have in a field of the index and that sort after a text."""
    sql = Sql(record_type, at, is_sqlite=connection.dialect.name == "sqlite")
    asked = f"t.type = :type AND t.field = {sql.bind(field)} AND t.value > {sql.bind(start)}"
    partitions = " UNION ALL ".join(
        f"SELECT * FROM (SELECT t.value FROM terms t WHERE {asked} AND {sql.held('t', partition)} "
        f"LIMIT {limit:d}) {partition}"
        for partition in sql.partitions
    )
    return list(connection.execute(text(f"{partitions} LIMIT {limit:d}"), sql.parameters).scalars())


def history(
    connection: Connection, record_type: str, record_id: str, *, at: int | None, after: int | None, limit: int
) -> list[RecordedChange]:
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
    return [RecordedChange(*row) for row in rows]


def last_body(connection: Connection, record_type: str, record_id: str, at: int | None) -> str:
    """Return the JSON of a record that there was by a change (``None``: now); of a deleted one that from before."""
    then = "" if at is None else "AND seq_from <= :at "
    query = (
        "SELECT body FROM revisions WHERE type = :type AND id = :id AND body IS NOT NULL "
        f"{then}ORDER BY revision DESC LIMIT 1"
    )
    parameters = {"type": record_type, "id": record_id} | ({} if at is None else {"at": at})
    return str(connection.execute(text(query), parameters).scalar_one())


def revision_numbered(
    connection: Connection, record_type: str, record_id: str, number: int
) -> RecordedChange | None:
    """Return one revision of a record, or ``None``."""
    row = connection.execute(
        text(f"SELECT {_CHANGE} FROM revisions WHERE type = :type AND id = :id AND revision = :number"),
        {"type": record_type, "id": record_id, "number": number},
    ).one_or_none()
    return None if row is None else RecordedChange(*row)


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


def is_deleted(revision: StoredRevision) -> bool:
    """Tell whether this revision is a deletion."""
    return revision.operation == DELETED
