"""Writing revisions: one change number each, taken under the write lock, with everything a record is found by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, text

from service.records import instants
from service.records.documents import Draft, Invalid, content, fault, finish
from service.records.index_rows import write_index
from service.records.indexing import Named, entries
from service.records.lending import lender, mark_unsettled
from service.records.record_type import Document, RecordType, Registry
from service.records.schema import references

CREATED, UPDATED, DELETED = "created", "updated", "deleted"


@dataclass(frozen=True)
class Revision:
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


class Referenced(Exception):
    """A record cannot be deleted: ``named_by`` lists the references to it."""

    def __init__(self, named_by: list[Named]) -> None:
        super().__init__(f"{len(named_by)} references stand in the way")
        self.named_by = named_by


def dump(document: Any) -> str:
    """Return the JSON text in which documents are stored and served."""
    return orjson.dumps(document).decode()


_HEAD = text(
    "SELECT seq_from, type, id, revision, operation, recorded_at, body FROM revisions "
    "WHERE type = :type AND id = :id AND seq_to IS NULL"
)
_BODY_BEFORE_DELETION = text(
    "SELECT body FROM revisions WHERE type = :type AND id = :id AND revision = :revision"
)


def head(connection: Connection, record_type: str, record_id: str) -> Revision | None:
    """Return the current revision, which may be a deletion, or ``None`` where the id was never used."""
    row = connection.execute(_HEAD, {"type": record_type, "id": record_id}).one_or_none()
    return None if row is None else Revision(*row)


class Writer:
    """Writes revisions on a connection that holds the write lock.

    With ``deferred`` references are checked by ``check_deferred`` at the end, so that a load may come in any order.
    """

    def __init__(
        self, connection: Connection, registry: Registry, actor: str, *, deferred: bool = False
    ) -> None:
        self._connection = connection
        self._registry = registry
        self._actor = actor
        self._deferred = deferred
        self._lent = lender(connection, registry)
        self._pending: list[tuple[str, tuple[Named, ...]]] = []
        row = connection.execute(
            text("SELECT seq_from, recorded_at FROM revisions ORDER BY seq_from DESC LIMIT 1")
        ).one_or_none()
        self._last_seq, self._last_instant = (0, "") if row is None else (int(row[0]), str(row[1]))

    def put(
        self, made: Draft, record_id: str, *, stored: Revision | None, reason: str | None = None
    ) -> tuple[Revision, bool]:
        """Store a draft as the next revision and return it with ``True``; the same content again changes nothing.

        ``stored`` is the present head. Raises ``Invalid`` for read-only values that differ, references that lead
        nowhere, and parts taken away that others name.
        """
        record_type = made.record_type
        number = stored.revision + 1 if stored else 1
        instant = max(instants.now(), instants.after(self._last_instant) if self._last_instant else "")
        before = self._last_document(stored)
        faults: list[dict[str, str]] = []
        document: Document = {}
        try:
            document = finish(made, record_id=record_id, revision=number, recorded_at=instant, stored=before)
        except Invalid as invalid:
            faults = invalid.faults
        if self._deferred:
            self._pending.append((f"{record_type.name} {record_id}", made.named))
        else:
            faults += self.reference_faults(made.named, (record_type.name, record_id), document)
        faults += self._parts_in_use(record_type, record_id, made.document) if stored else []
        if faults:
            raise Invalid(faults)
        if stored and stored.body is not None and before is not None and content(before) == content(document):
            return stored, False
        operation = UPDATED if stored and stored.operation != DELETED else CREATED
        written = self._append(
            record_type, record_id, number, operation, instant, dump(document), stored, reason
        )
        found = entries(record_type, document, self._lent)
        write_index(self._connection, written.seq, written.type, written.id, found)
        is_new = operation == CREATED
        mark_unsettled(self._connection, record_type, written.id, written.seq, found, is_new=is_new)
        return written, True

    def delete(self, record_type: RecordType, stored: Revision, reason: str | None) -> Revision:
        """Store the deletion of a record; raises ``Referenced`` while others name it."""
        rows = self._connection.execute(
            text(
                "SELECT pointer, from_type, from_id, to_part FROM links WHERE to_type = :type AND to_id = :id "
                "AND seq_to IS NULL ORDER BY from_type, from_id, pointer"
            ),
            {"type": record_type.name, "id": stored.id},
        )
        if named_by := [Named(*row) for row in rows]:
            raise Referenced(named_by)
        instant = max(instants.now(), instants.after(self._last_instant))
        return self._append(
            record_type, stored.id, stored.revision + 1, DELETED, instant, None, stored, reason
        )

    def check_deferred(self) -> None:
        """Check the references of all that was put; raises ``Invalid``, each fault telling its record."""
        faults = [
            fault(entry["pointer"], entry["code"], f"{where}: {entry['detail']}")
            for where, named in self._pending
            for entry in self.reference_faults(named)
        ]
        if faults:
            raise Invalid(faults)

    def reference_faults(
        self, named: Iterable[Named], own: tuple[str, str] | None = None, document: Document | None = None
    ) -> list[dict[str, str]]:
        """Return a fault for each reference to a record, or part of one, that does not exist, or to itself."""
        return reference_faults(self._connection, self._registry, named, own, document)

    def _last_document(self, stored: Revision | None) -> Document | None:
        if stored is None:
            return None
        if stored.body is not None:
            return stored.document
        body = self._connection.execute(
            _BODY_BEFORE_DELETION, {"type": stored.type, "id": stored.id, "revision": stored.revision - 1}
        ).scalar_one()
        document: Document = json.loads(body)
        return document

    def _parts_in_use(
        self, record_type: RecordType, record_id: str, document: Document
    ) -> list[dict[str, str]]:
        if record_type.parts is None:
            return []
        kept = set(record_type.parts(document))
        rows = self._connection.execute(
            text(
                "SELECT DISTINCT to_part, from_type, from_id FROM links WHERE to_type = :type AND to_id = :id "
                "AND to_part IS NOT NULL AND seq_to IS NULL ORDER BY to_part, from_type, from_id"
            ),
            {"type": record_type.name, "id": record_id},
        )
        return [
            fault(
                self._place_of_parts(record_type),
                "part_in_use",
                f"{part!r} cannot be taken away: the {other_type} {other_id!r} names it.",
            )
            for part, other_type, other_id in rows
            if part not in kept and (other_type, other_id) != (record_type.name, record_id)
        ]

    def _place_of_parts(self, record_type: RecordType) -> str:
        paths = (path for other in self._registry for path in references(other.schema))
        return next((f"/{p.collection}" for p in paths if p.collection and p.target == record_type.name), "")

    def _append(
        self,
        record_type: RecordType,
        record_id: str,
        number: int,
        operation: str,
        instant: str,
        body: str | None,
        stored: Revision | None,
        reason: str | None,
    ) -> Revision:
        self._last_seq, self._last_instant = self._last_seq + 1, instant
        if stored is not None:
            for table in ("revisions", "terms", "links", "positions"):
                self._connection.execute(
                    text(f"UPDATE {table} SET seq_to = :now WHERE seq_from = :then"),
                    {"now": self._last_seq, "then": stored.seq},
                )
        self._connection.execute(
            text(
                "INSERT INTO revisions (seq_from, type, id, revision, operation, recorded_at, actor, reason, body) "
                "VALUES (:seq, :type, :id, :revision, :operation, :recorded_at, :actor, :reason, :body)"
            ),
            {
                "seq": self._last_seq,
                "type": record_type.name,
                "id": record_id,
                "revision": number,
                "operation": operation,
                "recorded_at": instant,
                "actor": self._actor,
                "reason": reason,
                "body": body,
            },
        )
        return Revision(self._last_seq, record_type.name, record_id, number, operation, instant, body)


def reference_faults(
    connection: Connection,
    registry: Registry,
    named: Iterable[Named],
    own: tuple[str, str] | None = None,
    document: Document | None = None,
) -> list[dict[str, str]]:
    """Return a fault for each reference that leads nowhere, or to the record ``own`` itself.

    ``document`` is the draft of ``own``, whose parts may name one another.
    """
    faults: list[dict[str, str]] = []
    found: dict[tuple[str, str], Document | None] = {}
    for name in named:
        target = (name.type, name.id)
        if target == own and name.part is None:
            faults.append(
                fault(name.pointer, "self_reference", f"The {name.type} {name.id!r} cannot name itself.")
            )
            continue
        if target not in found:
            revision = head(connection, *target)
            found[target] = revision.document if revision else None
        existing = document if target == own else found[target]
        if existing is None:
            faults.append(fault(name.pointer, "unknown_reference", f"There is no {name.type} {name.id!r}."))
        elif name.part is not None:
            parts = registry.named(name.type).parts
            if parts is None or name.part not in set(parts(existing)):
                faults.append(
                    fault(
                        name.pointer,
                        "unknown_part",
                        f"The {name.type} {name.id!r} has no part {name.part!r}.",
                    )
                )
    return faults
