"""The rows of revisions and of what they are found by, gathered and written together, however many they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, text

from service.records.index.copies import STALE_COPIES
from service.records.index.indexed_words import indexed_words
from service.records.index.indexing import Entries, moments_of
from service.records.revisions import StoredRevision

COLUMNS = {
    "revisions": "seq_from, type, id, revision, operation, recorded_at, actor, reason, body, chain, index_format",
    "terms": "type, field, value, sort_key, id, seq_from",
    "links": "from_type, from_id, pointer, to_type, to_id, to_part, seq_from",
    "positions": "type, id, latitude, longitude, seq_from",
    "texts": "seq_from, type, words",
}
_ENDED = ("revisions", "terms", "links", "positions")
# In one statement for SQLite, which takes 32,766 values. While it works, other threads of Python do too.
_MANY = 500


def index_rows(
    record_type: str, record_id: str, seq: int, found: Entries
) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows by which the revision that change ``seq`` made of a record is found, by table."""
    terms = [(record_type, *term, found.sort_key, record_id, seq) for term in found.terms]
    for moment in found.moments:
        kind = moments_of(record_type)
        terms += [(kind, *term, moment.sort_key, moment.id, seq) for term in moment.terms]
    terms += [(record_type, *each, record_id, seq) for each in found.copied_terms]
    return {
        "terms": terms,
        "links": [
            (record_type, record_id, each.pointer, each.type, each.id, each.part, seq) for each in found.links
        ],
        "positions": [(record_type, record_id, *found.position, seq)] if found.position else [],
        "texts": [(seq, record_type, indexed_words(record_type, found))],
    }


class Rows:
    """Rows that are not written yet."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        self._ended: list[dict[str, int]] = []

    def end(self, seq: int, at: int) -> None:
        """End the revision of change ``seq`` and what it is found by: another took its place at change ``at``."""
        self._ended.append({"then": seq, "now": at})

    def add(
        self,
        revision: StoredRevision,
        actor: str,
        reason: str | None,
        chain: str,
        found: Entries | None,
        index_format: str,
        stale_copies: str | None = None,
    ) -> None:
        """Add a revision and what it is found by, which for a deletion is nothing.

        ``chain`` is the hash of its change, ``index_format`` the fingerprint of its type (``fingerprints.py``);
        ``stale_copies`` the value of its term of that name, where it has one.
        """
        seq, kind, record_id = revision.seq, revision.type, revision.id
        self._rows["revisions"].append(
            (
                seq,
                kind,
                record_id,
                revision.revision,
                revision.operation,
                revision.recorded_at,
                actor,
                reason,
                revision.body,
                chain,
                index_format,
            )
        )
        if found is None:
            return
        rows = index_rows(kind, record_id, seq, found)
        if stale_copies is not None:
            rows["terms"].append((kind, STALE_COPIES, stale_copies, "", record_id, seq))
        for table, more in rows.items():
            self._rows[table] += more

    def write(self, connection: Connection) -> None:
        """Write all rows."""
        if self._ended:
            for table in _ENDED:
                connection.execute(
                    text(f"UPDATE {table} SET seq_to = :now WHERE seq_from = :then"), self._ended
                )
        # In the order of their index: what lands side by side is written in a third less time.
        self._rows["terms"].sort()
        for table, columns in COLUMNS.items():
            if self._rows[table]:
                insert_rows(connection, table, columns, self._rows[table])
        if connection.dialect.name == "sqlite" and self._rows["texts"]:
            words = [(seq, words) for seq, _, words in self._rows["texts"]]
            insert_rows(connection, "texts_index", "rowid, words", words)


def insert_rows(connection: Connection, table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    """Insert rows of these columns, as fast as each database takes them."""
    if connection.dialect.name == "sqlite":
        _insert_many(connection, f"INSERT INTO {table} ({columns})", rows)
        return
    # Nothing is as fast into PostgreSQL, one row or a thousand.
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _insert_many(connection: Connection, insert: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows in few statements: SQLite's driver waits for the interpreter at the end of each."""
    for start in range(0, len(rows), _MANY):
        part = rows[start : start + _MANY]
        marks = ", ".join([f"({', '.join('?' * len(part[0]))})"] * len(part))
        connection.exec_driver_sql(f"{insert} VALUES {marks}", tuple(chain.from_iterable(part)))
