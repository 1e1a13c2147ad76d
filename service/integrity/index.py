"""Checks of the index: for each revision exactly the rows that follow from its document, valid as long as it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from service.integrity.documents import revisions
from service.records.index.copies import STALE_COPIES
from service.records.index.index_rows import index_rows
from service.records.index.indexing import entries
from service.records.index.stored_rows import ENDING, INDEX_TABLES, Key, OriginalsAtChanges, stored_rows
from service.records.record_type import Document, Registry
from service.records.revisions import StoredRevision
from service.storage.engine import Database


def check_rows(connection: Connection, registry: Registry) -> Iterator[str]:
    """Yield an error for each revision whose index rows differ from those that follow from its document."""
    original = OriginalsAtChanges(registry)
    for batch in revisions(connection, registry):
        if not batch:
            continue
        original.written()
        seqs = [revision.seq for revision, _ in batch]
        stored = {table: stored_rows(connection, table, seqs) for table in INDEX_TABLES}
        for revision, document in batch:
            record_type = registry.named(revision.type)
            found = entries(record_type, document, partial(original.at, connection, revision.seq))
            expected = index_rows(revision.type, revision.id, revision.seq, found)
            for table in INDEX_TABLES:
                if sorted(expected[table], key=repr) != sorted(stored[table][revision.seq], key=repr):
                    yield f"{_name(revision)} has rows in {table} that do not follow from it, or lacks some"


def check_ends(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield an error for rows that belong to no revision, or are valid for longer or shorter than theirs."""
    for table in INDEX_TABLES:
        query = f"SELECT DISTINCT x.seq_from FROM {table} x LEFT JOIN revisions r ON r.seq_from = x.seq_from WHERE "
        strays = connection.execute(
            text(f"{query} r.seq_from IS NULL OR r.body IS NULL ORDER BY 1")
        ).scalars()
        yield from (f"{table} has rows of change {seq}, which stored no document" for seq in strays)
    for table in ENDING:
        query = (
            f"SELECT DISTINCT x.seq_from FROM {table} x JOIN revisions r ON r.seq_from = x.seq_from WHERE "
        )
        wrong = connection.execute(text(f"{query} x.seq_to IS DISTINCT FROM r.seq_to ORDER BY 1")).scalars()
        yield from (
            f"{table} has rows of change {seq} that end with another change than its revision"
            for seq in wrong
        )


def check_copies(connection: Connection, registry: Registry) -> Iterator[str]:
    """Yield an error for each record whose value is copied into rows of others, where such a copy is stale.

    Copies of a record that is marked may be stale: they are read with the current value.
    """
    reported: set[Key] = set()
    original = OriginalsAtChanges(registry)
    for batch in revisions(connection, registry):
        original.written()
        for revision, document in batch:
            for key, value in _copied(connection, registry, original, revision, document).items():
                current = next(
                    (now for until, now in original.values(connection, key).values() if until is None), None
                )
                if (
                    current is not None
                    and current != value
                    and key not in reported
                    and not _is_marked(connection, key)
                ):
                    reported.add(key)
                    yield f"{key[0]} {key[1]} has stale copies in index rows, and is not marked as having them"


def check_full_text(database: Database) -> Iterator[str]:
    """Yield what SQLite finds wrong with its full-text index; PostgreSQL's is an ordinary index and needs no check."""
    if not database.is_sqlite:
        return
    try:
        with database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO texts_index (texts_index, rank) VALUES ('integrity-check', 1)"
            )
    except DatabaseError as error:
        yield f"the full-text index does not match the texts: {error.orig}"


def _copied(
    connection: Connection,
    registry: Registry,
    original: OriginalsAtChanges,
    revision: StoredRevision,
    document: Document,
) -> dict[Key, str | None]:
    """Return the values of other records that rows of a revision hold a copy of, as they were at its change."""
    values: dict[Key, str | None] = {}

    def copy(record_type: str, record_id: str) -> str | None:
        values[record_type, record_id] = original.at(connection, revision.seq, record_type, record_id)
        return values[record_type, record_id]

    entries(registry.named(revision.type), document, copy)
    return values


def _is_marked(connection: Connection, key: Key) -> bool:
    query = text("SELECT 1 FROM terms WHERE type = :type AND field = :field AND id = :id AND seq_to IS NULL")
    parameters = {"type": key[0], "field": STALE_COPIES, "id": key[1]}
    return connection.execute(query, parameters).first() is not None


def _name(revision: StoredRevision) -> str:
    return f"{revision.type} {revision.id}, revision {revision.revision}"
