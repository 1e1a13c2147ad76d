"""The documents: each is what its revision says, the present ones are valid, and what they name is there."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, text

from service.records.documents import Invalid, draft, finish
from service.records.existing import ExistingRecords
from service.records.record_type import Document, Registry
from service.records.writing import Revision, dump

_BATCH = 500
_ROWS = text(
    "SELECT seq_from, type, id, revision, operation, recorded_at, body FROM revisions "
    "WHERE body IS NOT NULL AND seq_from > :after ORDER BY seq_from LIMIT :most"
)


def revisions(connection: Connection, registry: Registry) -> Iterator[list[tuple[Revision, Document]]]:
    """Yield the revisions of known types whose bodies can be read, in batches, in the order of changes."""
    after = 0
    while rows := connection.execute(_ROWS, {"after": after, "most": _BATCH}).all():
        after = rows[-1][0]
        batch = []
        for row in rows:
            revision = Revision(*row)
            document = _parsed(revision)
            if document is not None and revision.type in registry.names:
                batch.append((revision, document))
        yield batch


def check_bodies(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield bodies that are no JSON object, or not that of their revision."""
    after = 0
    while rows := connection.execute(_ROWS, {"after": after, "most": _BATCH}).all():
        after = rows[-1][0]
        for row in rows:
            revision = Revision(*row)
            document = _parsed(revision)
            if document is None:
                yield f"{_name(revision)} has a body that is no JSON object"
                continue
            for name in ("type", "id", "revision", "recorded_at"):
                if document.get(name) != getattr(revision, name):
                    yield f"{_name(revision)} says in its body that its {name} is {document.get(name)!r}"


def check_validity(connection: Connection, registry: Registry) -> Iterator[str]:
    """Yield present records that would be refused if they were sent now, or stored otherwise."""
    known = ExistingRecords(connection, registry)
    for batch in revisions(connection, registry):
        heads = _heads(connection, [revision.seq for revision, _ in batch])
        for revision, document in batch:
            if revision.seq in heads:
                for fault in _faults(registry, known, revision, document):
                    yield f"{_name(revision)}: {fault}"


def _faults(
    registry: Registry, known: ExistingRecords, revision: Revision, document: Document
) -> Iterator[str]:
    record_type = registry.named(revision.type)
    try:
        made = draft(record_type, registry, document)
        again = finish(
            made,
            record_id=revision.id,
            revision=revision.revision,
            recorded_at=revision.recorded_at,
            stored=document,
        )
    except Invalid as invalid:
        yield from (f"{each['pointer']}: {each['detail']}" for each in invalid.faults)
        return
    if dump(again) != revision.body:
        yield "is not stored as it would be now"
    known.learn(made.named)
    own = (revision.type, revision.id)
    yield from (f"{each['pointer']}: {each['detail']}" for each in known.faults(made.named, own, document))


def _heads(connection: Connection, seqs: list[int]) -> set[int]:
    if not seqs:
        return set()
    query = text("SELECT seq_from FROM revisions WHERE seq_to IS NULL AND seq_from BETWEEN :first AND :last")
    return set(connection.execute(query, {"first": seqs[0], "last": seqs[-1]}).scalars())


def _parsed(revision: Revision) -> Document | None:
    try:
        document = json.loads(revision.body or "null")
    except ValueError:
        return None
    return document if isinstance(document, dict) else None


def _name(revision: Revision) -> str:
    return f"{revision.type} {revision.id}, revision {revision.revision}"
