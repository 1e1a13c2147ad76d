"""Revisions as they are stored, and the current ones, read by id."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, text

from service.records.record_type import Document

CREATED, UPDATED, DELETED = "created", "updated", "deleted"

_MANY = 500
_CURRENT = text(
    "SELECT seq_from, type, id, revision, operation, recorded_at, body FROM revisions "
    "WHERE type = :type AND id = :id AND seq_to IS NULL"
)


@dataclass(frozen=True)
class StoredRevision:
    """A revision as stored; ``body`` is the JSON text that is served, ``None`` for a deletion."""

    seq: int
    type: str
    id: str
    revision: int
    operation: str
    recorded_at: str
    body: str | None

    @property
    def document(self) -> Document | None:
        """The body, parsed."""
        return None if self.body is None else json.loads(self.body)


def dump(document: Any) -> str:
    """Return the JSON text in which documents are stored and served."""
    return orjson.dumps(document).decode()


def current_revision(connection: Connection, record_type: str, record_id: str) -> StoredRevision | None:
    """Return the current revision, which may be a deletion, or ``None`` where the id was never used."""
    row = connection.execute(_CURRENT, {"type": record_type, "id": record_id}).one_or_none()
    return None if row is None else StoredRevision(*row)


def current_revisions(
    connection: Connection, keys: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], StoredRevision]:
    """Return the current revisions of many records by type and id, those that there are."""
    asked: dict[str, list[str]] = {}
    for record_type, record_id in keys:
        asked.setdefault(record_type, []).append(record_id)
    found: dict[tuple[str, str], StoredRevision] = {}
    for record_type, ids in asked.items():
        for start in range(0, len(ids), _MANY):
            names = {f"id{number}": each for number, each in enumerate(ids[start : start + _MANY])}
            query = text(
                "SELECT seq_from, type, id, revision, operation, recorded_at, body FROM revisions "
                f"WHERE type = :type AND seq_to IS NULL AND id IN ({', '.join(f':{name}' for name in names)})"
            )
            rows = connection.execute(query, {"type": record_type, **names})
            found.update(((row[1], row[2]), StoredRevision(*row)) for row in rows)
    return found
