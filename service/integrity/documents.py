"""Checks of documents: each agrees with its revision; the current ones are valid and their references resolve."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, text

from service.records.documents import Invalid, draft, finish
from service.records.existing import ExistingRecords
from service.records.record_type import Document, Registry
from service.records.revisions import StoredRevision, dump

_BATCH = 500
_ROWS = text(
    "SELECT seq_from, type, id, revision, operation, recorded_at, body FROM revisions "
    "WHERE body IS NOT NULL AND seq_from > :after ORDER BY seq_from LIMIT :most"
)


def revisions(connection: Connection, registry: Registry) -> Iterator[list[tuple[StoredRevision, Document]]]:
    """Yield the revisions of known types that have a readable body, in batches, in the order of changes."""
    after = 0
    while rows := connection.execute(_ROWS, {"after": after, "most": _BATCH}).all():
        after = rows[-1][0]
        batch = []
        for row in rows:
            revision = StoredRevision(*row)
            document = _parsed(revision)
            if document is not None and revision.type in registry.names:
                batch.append((revision, document))
        yield batch


def check_bodies(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield an error for each body that is not a JSON object, or does not agree with its revision."""
    after = 0
    while rows := connection.execute(_ROWS, {"after": after, "most": _BATCH}).all():
        after = rows[-1][0]
        for row in rows:
            revision = StoredRevision(*row)
            document = _parsed(revision)
            if document is None:
                yield f"{_name(revision)} has a body that is not a JSON object"
                continue
            for name in ("type", "id", "revision", "recorded_at"):
                if document.get(name) != getattr(revision, name):
                    yield f"{_name(revision)} says in its body that its {name} is {document.get(name)!r}"


def check_validity(connection: Connection, registry: Registry) -> Iterator[str]:
    """Yield an error for each current record that would now be refused, or stored differently, if it were sent."""
    existing = ExistingRecords(connection, registry)
    for batch in revisions(connection, registry):
        current = _current(connection, [revision.seq for revision, _ in batch])
        for revision, document in batch:
            if revision.seq in current:
                for error in _errors(registry, existing, revision, document):
                    yield f"{_name(revision)}: {error}"


def _errors(
    registry: Registry, existing: ExistingRecords, revision: StoredRevision, document: Document
) -> Iterator[str]:
    record_type = registry.named(revision.type)
    try:
        drafted = draft(record_type, registry, document)
        finished = finish(
            drafted,
            record_id=revision.id,
            revision=revision.revision,
            recorded_at=revision.recorded_at,
            stored=document,
        )
    except Invalid as invalid:
        yield from (f"{each['pointer']}: {each['detail']}" for each in invalid.errors)
        return
    if dump(finished) != revision.body:
        yield "differs from how it would be stored now"
    existing.learn(drafted.named)
    own = (revision.type, revision.id)
    yield from (
        f"{each['pointer']}: {each['detail']}" for each in existing.errors(drafted.named, own, document)
    )


def _current(connection: Connection, seqs: list[int]) -> set[int]:
    if not seqs:
        return set()
    query = text("SELECT seq_from FROM revisions WHERE seq_to IS NULL AND seq_from BETWEEN :first AND :last")
    return set(connection.execute(query, {"first": seqs[0], "last": seqs[-1]}).scalars())


def _parsed(revision: StoredRevision) -> Document | None:
    try:
        document = json.loads(revision.body or "null")
    except ValueError:
        return None
    return document if isinstance(document, dict) else None


def _name(revision: StoredRevision) -> str:
    return f"{revision.type} {revision.id}, revision {revision.revision}"
