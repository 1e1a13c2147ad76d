"""The index: of each revision exactly the rows that follow from its document, in force as long as it is."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from service.integrity.documents import revisions
from service.records.index.index_rows import index_rows
from service.records.index.indexing import entries
from service.records.index.lending import UNSETTLED
from service.records.index.stored_rows import ENDING, INDEX_TABLES, Key, stored_rows
from service.records.record_type import Registry
from service.records.writing import Revision
from service.storage.engine import Database


def check_rows(connection: Connection, registry: Registry) -> Iterator[str]:
    """Yield revisions with other rows than follow from their documents."""
    for batch in revisions(connection, registry):
        if not batch:
            continue
        seqs = [revision.seq for revision, _ in batch]
        stored = {table: stored_rows(connection, table, seqs) for table in INDEX_TABLES}
        for revision, document in batch:
            record_type = registry.named(revision.type)
            found = entries(record_type, document, _LentThen(connection, registry, revision.seq))
            expected = index_rows(revision.type, revision.id, revision.seq, found)
            for table in INDEX_TABLES:
                if sorted(expected[table], key=repr) != sorted(stored[table][revision.seq], key=repr):
                    yield f"{_name(revision)} has other rows in {table} than follow from it"


def check_ends(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield rows that are of no revision, or in force for longer or shorter than theirs."""
    for table in INDEX_TABLES:
        query = f"SELECT DISTINCT x.seq_from FROM {table} x LEFT JOIN revisions r ON r.seq_from = x.seq_from WHERE "
        strays = connection.execute(
            text(f"{query} r.seq_from IS NULL OR r.body IS NULL ORDER BY 1")
        ).scalars()
        yield from (f"{table} has rows of change {seq}, which made no document" for seq in strays)
    for table in ENDING:
        query = (
            f"SELECT DISTINCT x.seq_from FROM {table} x JOIN revisions r ON r.seq_from = x.seq_from WHERE "
        )
        wrong = connection.execute(text(f"{query} x.seq_to IS DISTINCT FROM r.seq_to ORDER BY 1")).scalars()
        yield from (
            f"{table} has rows of change {seq} that end with another change than it does" for seq in wrong
        )


def check_lending(connection: Connection, registry: Registry) -> Iterator[str]:
    """Yield records whose lent values changed, or came late, and that are not marked as unsettled."""
    told: set[Key] = set()
    for batch in revisions(connection, registry):
        for revision, document in batch:
            record_type = registry.named(revision.type)
            then, now = _LentThen(connection, registry, revision.seq), _LentThen(connection, registry, None)
            entries(record_type, document, then)
            for key, value in then.asked.items():
                lent = now(*key)
                if (
                    lent is not None
                    and lent != value
                    and key not in told
                    and not _is_unsettled(connection, key)
                ):
                    told.add(key)
                    yield f"{key[0]} {key[1]} lends another value than rows hold, and is not marked as unsettled"


def check_full_text(database: Database) -> Iterator[str]:
    """Yield what SQLite finds wrong with its full-text index; PostgreSQL's is an index as any other."""
    if not database.is_sqlite:
        return
    try:
        with database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO texts_index (texts_index, rank) VALUES ('integrity-check', 1)"
            )
    except DatabaseError as error:
        yield f"the full-text index does not fit the texts: {error.orig}"


class _LentThen:
    """What records lent when a change was made, or lend now (``None``)."""

    def __init__(self, connection: Connection, registry: Registry, seq: int | None) -> None:
        self._connection = connection
        self._registry = registry
        self._seq = seq
        self.asked: dict[Key, str | None] = {}

    def __call__(self, record_type: str, record_id: str) -> str | None:
        key = (record_type, record_id)
        if key not in self.asked:
            when = "seq_to IS NULL"
            if self._seq is not None:
                when = "seq_from < :seq AND (seq_to IS NULL OR seq_to >= :seq)"
            value = self._connection.execute(
                text(
                    "SELECT value FROM terms WHERE type = :type AND field = :field AND value > :start "
                    f"AND value < :stop AND {when}"
                ),
                {
                    "type": record_type,
                    "field": self._registry.named(record_type).lends,
                    "start": f"{record_id}|",
                    "stop": f"{record_id}|~",
                    **({} if self._seq is None else {"seq": self._seq}),
                },
            ).scalar()
            self.asked[key] = None if value is None else str(value).partition("|")[2]
        return self.asked[key]


def _is_unsettled(connection: Connection, key: Key) -> bool:
    query = text("SELECT 1 FROM terms WHERE type = :type AND field = :field AND id = :id AND seq_to IS NULL")
    asked = {"type": key[0], "field": UNSETTLED, "id": key[1]}
    return connection.execute(query, asked).first() is not None


def _name(revision: Revision) -> str:
    return f"{revision.type} {revision.id}, revision {revision.revision}"
