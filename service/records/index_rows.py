"""The rows of revisions and of what they are found by, gathered and written together, however many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from service.records.indexing import Entries, moments_of
from service.records.lending import UNSETTLED
from service.records.slices import slice_words

if TYPE_CHECKING:
    from service.records.writing import Revision

_COLUMNS = {
    "revisions": "seq_from, type, id, revision, operation, recorded_at, actor, reason, body",
    "terms": "type, field, value, sort_key, id, seq_from",
    "links": "from_type, from_id, pointer, to_type, to_id, to_part, seq_from",
    "positions": "type, id, latitude, longitude, seq_from",
    "texts": "seq_from, type, words",
}
_ENDED = ("revisions", "terms", "links", "positions")


class Rows:
    """Rows that are not written yet."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _COLUMNS}
        self._ended: list[dict[str, int]] = []

    def end(self, seq: int, at: int) -> None:
        """End the revision of change ``seq`` and what it is found by: another took its place at change ``at``."""
        self._ended.append({"then": seq, "now": at})

    def add(
        self,
        revision: Revision,
        actor: str,
        reason: str | None,
        found: Entries | None,
        unsettled: str | None = None,
    ) -> None:
        """Add a revision and what it is found by, which for a deletion is nothing.

        ``unsettled`` is the value of its term of that name, where it has one.
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
            )
        )
        if found is None:
            return
        self._rows["terms"] += [
            (kind, field, value, found.sort_key, record_id, seq) for field, value in sorted(found.terms)
        ]
        self._rows["terms"] += [
            (moments_of(kind), field, value, moment.sort_key, moment.id, seq)
            for moment in found.moments
            for field, value in sorted(moment.terms)
        ]
        self._rows["terms"] += [(kind, *each, record_id, seq) for each in sorted(found.borrowed)]
        if unsettled is not None:
            self._rows["terms"].append((kind, UNSETTLED, unsettled, "", record_id, seq))
        self._rows["links"] += [
            (kind, record_id, each.pointer, each.type, each.id, each.part, seq) for each in found.links
        ]
        if found.position:
            self._rows["positions"].append((kind, record_id, *found.position, seq))
        words = found.words + slice_words(kind, found.sort_key, record_id, seq)
        self._rows["texts"].append((seq, kind, words))

    def write(self, connection: Connection) -> None:
        """Write all rows, and forget them."""
        if self._ended:
            for table in _ENDED:
                connection.execute(
                    text(f"UPDATE {table} SET seq_to = :now WHERE seq_from = :then"), self._ended
                )
        for table, columns in _COLUMNS.items():
            if self._rows[table]:
                _insert(connection, table, columns, self._rows[table])
        if connection.dialect.name == "sqlite" and self._rows["texts"]:
            words = [(seq, words) for seq, _, words in self._rows["texts"]]
            _insert(connection, "texts_index", "rowid, words", words)
        self._ended.clear()
        for waiting in self._rows.values():
            waiting.clear()


def _insert(connection: Connection, table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" for _ in columns.split(","))
        connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        return
    # Nothing is as fast into PostgreSQL, one row or a thousand.
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
