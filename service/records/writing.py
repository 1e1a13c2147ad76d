"""Writing revisions: one change number each, taken under the write lock, with everything a record is found by."""

from __future__ import annotations

import json
from collections.abc import Container
from concurrent.futures import Executor, Future

from sqlalchemy import Connection, text

from service.records.acyclic import ReferenceCycles
from service.records.chain import BEGINNING, chained
from service.records.documents import Draft, Errors, Invalid, content, error_at, finish
from service.records.existing import reference_errors
from service.records.fingerprints import fingerprints
from service.records.index.copies import Originals
from service.records.index.index_rows import Rows
from service.records.index.indexing import Entries, Named, entries
from service.records.newest import newest_instant
from service.records.record_type import Document, RecordType, Registry
from service.records.revisions import CREATED, DELETED, UPDATED, StoredRevision, dump
from service.records.schemas import instants
from service.records.schemas.schema import collections

_BODY_BEFORE_DELETION = text(
    "SELECT body FROM revisions WHERE type = :type AND id = :id AND revision = :revision"
)


class Referenced(Exception):
    """A record cannot be deleted: ``named_by`` lists the references to it."""

    def __init__(self, named_by: list[Named]) -> None:
        super().__init__(f"{len(named_by)} references stand in the way")
        self.named_by = named_by


class Writer:
    """Writes revisions on a connection that holds the write lock."""

    def __init__(self, connection: Connection, registry: Registry, actor: str) -> None:
        self._connection = connection
        self._registry = registry
        self._actor = actor
        self._formats = fingerprints(registry)
        self._rows = Rows()
        self._writing: Future[None] | None = None
        self._originals = Originals(self.connected, registry)
        row = connection.execute(
            text("SELECT seq_from, chain FROM revisions ORDER BY seq_from DESC LIMIT 1")
        ).one_or_none()
        self._last_seq, self._last_chain = (0, BEGINNING) if row is None else tuple(row)
        self._last_instant = newest_instant(connection)

    def connected(self) -> Connection:
        """Return the connection when nobody writes with it; raises what went wrong with what was written aside."""
        if self._writing is not None:
            writing, self._writing = self._writing, None
            writing.result()
        return self._connection

    def put(
        self, made: Draft, record_id: str, *, stored: StoredRevision | None, reason: str | None = None
    ) -> tuple[StoredRevision, bool]:
        """Store a draft as the next revision and return it with ``True``; the same content again changes nothing.

        ``stored`` is the present head. Raises ``Invalid`` for read-only values that differ, references that lead
        nowhere, and parts taken away that others name.
        """
        errors: Errors = []
        document: Document = {}
        own = (made.record_type.name, record_id)
        try:
            document = self._document(made, record_id, stored)
        except Invalid as invalid:
            errors = invalid.errors
        errors += reference_errors(self.connected(), self._registry, made.named, own, document)
        errors += self._cycle_errors(made, record_id, stored)
        if stored and made.record_type.parts is not None:
            kept = frozenset(made.record_type.parts(made.document))
            errors += self.parts_in_use(made.record_type, record_id, kept)
        if errors:
            raise Invalid(errors)
        written = self._add(made, document, stored, reason)
        self.flush()
        return written

    def _cycle_errors(self, made: Draft, record_id: str, stored: StoredRevision | None) -> Errors:
        cyclic = ReferenceCycles(self.connected)
        cyclic.add(made.record_type, record_id, made.document, stored.document if stored else None)
        return cyclic.errors_of(made.record_type, record_id)

    def gather(
        self, made: Draft, record_id: str, *, stored: StoredRevision | None, reason: str | None = None
    ) -> tuple[StoredRevision, bool]:
        """Make a draft the next revision, to be written by ``flush`` with others; else as ``put``.

        What it names, and who names its parts, is for the caller to check. Raises ``Invalid`` for read-only values.
        """
        return self._add(made, self._document(made, record_id, stored, is_imported=True), stored, reason)

    def read_only_errors(self, made: Draft, record_id: str, stored: StoredRevision | None) -> Errors:
        """Return an error for each read-only value of a draft that differs."""
        try:
            self._document(made, record_id, stored, is_imported=True)
        except Invalid as invalid:
            return invalid.errors
        return []

    def flush(self) -> None:
        """Write what was gathered."""
        self._gathered().write(self.connected())

    def flush_aside(self, executor: Executor) -> None:
        """Begin to write what was gathered; more can be gathered meanwhile."""
        connection = self.connected()
        self._writing = executor.submit(self._gathered().write, connection)

    def _gathered(self) -> Rows:
        rows, self._rows = self._rows, Rows()
        self._originals.written()
        return rows

    def _document(
        self, made: Draft, record_id: str, stored: StoredRevision | None, *, is_imported: bool = False
    ) -> Document:
        return finish(
            made,
            record_id=record_id,
            revision=stored.revision + 1 if stored else 1,
            recorded_at=instants.now_after(self._last_instant),
            stored=self._last_document(stored),
            is_imported=is_imported,
        )

    def _add(
        self, made: Draft, document: Document, stored: StoredRevision | None, reason: str | None
    ) -> tuple[StoredRevision, bool]:
        if stored and stored.body is not None and content(json.loads(stored.body)) == content(document):
            return stored, False
        revision = StoredRevision(
            self._last_seq + 1,
            made.record_type.name,
            document["id"],
            document["revision"],
            UPDATED if stored and stored.operation != DELETED else CREATED,
            document["recorded_at"],
            dump(document),
        )
        found = entries(made.record_type, document, self._originals, made.named)
        self._append(revision, stored, reason, found)
        return revision, True

    def delete(self, record_type: RecordType, stored: StoredRevision, reason: str | None) -> StoredRevision:
        """Store the deletion of a record; raises ``Referenced`` while others name it."""
        rows = self.connected().execute(
            text(
                "SELECT pointer, from_type, from_id, to_part FROM links WHERE to_type = :type AND to_id = :id "
                "AND seq_to IS NULL ORDER BY from_type, from_id, pointer"
            ),
            {"type": record_type.name, "id": stored.id},
        )
        if named_by := [Named(*row) for row in rows]:
            raise Referenced(named_by)
        number, instant = stored.revision + 1, instants.now_after(self._last_instant)
        deletion = StoredRevision(
            self._last_seq + 1, record_type.name, stored.id, number, DELETED, instant, None
        )
        self._append(deletion, stored, reason, None)
        self.flush()
        return deletion

    def _last_document(self, stored: StoredRevision | None) -> Document | None:
        if stored is None:
            return None
        if stored.body is not None:
            return stored.document
        body = (
            self.connected()
            .execute(
                _BODY_BEFORE_DELETION, {"type": stored.type, "id": stored.id, "revision": stored.revision - 1}
            )
            .scalar_one()
        )
        document: Document = json.loads(body)
        return document

    def parts_in_use(
        self,
        record_type: RecordType,
        record_id: str,
        kept: frozenset[str],
        moving: Container[tuple[str, str]] = (),
    ) -> Errors:
        """Return an error for each part that is not ``kept`` and that others name, those ``moving`` apart."""
        rows = self.connected().execute(
            text(
                "SELECT DISTINCT to_part, from_type, from_id FROM links WHERE to_type = :type AND to_id = :id "
                "AND to_part IS NOT NULL AND seq_to IS NULL ORDER BY to_part, from_type, from_id"
            ),
            {"type": record_type.name, "id": record_id},
        )
        return [
            error_at(
                self._place_of_parts(record_type),
                "part_in_use",
                f"{part!r} cannot be taken away: the {other_type} {other_id!r} names it.",
            )
            for part, other_type, other_id in rows
            if part not in kept
            and (other_type, other_id) != (record_type.name, record_id)
            and (other_type, other_id) not in moving
        ]

    def _place_of_parts(self, record_type: RecordType) -> str:
        named = (each for other in self._registry for each in collections(other.schema))
        return next((f"/{each.collection}" for each in named if each.target == record_type.name), "")

    def _append(
        self,
        revision: StoredRevision,
        stored: StoredRevision | None,
        reason: str | None,
        found: Entries | None,
    ) -> None:
        self._last_seq, self._last_instant = revision.seq, revision.recorded_at
        if stored is not None:
            self._rows.end(stored.seq, revision.seq)
        record_type = self._registry.named(revision.type)
        stale_copies = self._originals.make(record_type, revision.id, found, is_new=stored is None)
        self._last_chain = chained(
            self._last_chain,
            revision.seq,
            revision.operation,
            (revision.type, revision.id),
            revision.revision,
            revision.recorded_at,
            reason,
        )
        self._rows.add(
            revision, self._actor, reason, self._last_chain, found, self._formats[revision.type], stale_copies
        )
