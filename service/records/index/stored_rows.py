"""The rows of an index as they are stored, and the originals of copies when a change was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from service.records.index.copies import STALE_COPIES
from service.records.index.index_rows import COLUMNS, insert_rows
from service.records.record_type import Registry
from service.storage.lists import among, bound_list

Key = tuple[str, str]
# What each revision is found by; ``ENDING`` are the tables whose rows end with their revision. Words do not: a search
# looks whether their revision has.
INDEX_TABLES = tuple(table for table in COLUMNS if table != "revisions")
ENDING = tuple(table for table in INDEX_TABLES if table != "texts")


def stored_rows(connection: Connection, table: str, seqs: Iterable[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Return the rows of these changes in a table of the index, those of ``STALE_COPIES`` apart, by change."""
    columns = COLUMNS[table].split(", ")
    is_sqlite = connection.dialect.name == "sqlite"
    condition = f"seq_from {among(':seqs', is_sqlite=is_sqlite, of='bigint')}"
    if table == "terms":
        condition += f" AND field <> '{STALE_COPIES}'"
    rows = connection.execute(
        text(f"SELECT {', '.join(columns)} FROM {table} WHERE {condition}"),
        {"seqs": bound_list(seqs, is_sqlite=is_sqlite)},
    )
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    place = columns.index("seq_from")
    for row in rows:
        found[row[place]].append(tuple(row))
    return found


def replace_rows(
    connection: Connection, table: str, gone: Sequence[tuple[Any, ...]], new: Sequence[tuple[Any, ...]]
) -> None:
    """Delete rows of a table of the index and insert others, which tell their end where rows of this table have one."""
    is_indexed_apart = table == "texts" and connection.dialect.name == "sqlite"
    columns = COLUMNS[table].split(", ")
    if gone:
        if is_indexed_apart:
            connection.execute(
                text("INSERT INTO texts_index (texts_index, rowid, words) VALUES ('delete', :seq, :words)"),
                [{"seq": seq, "words": words} for seq, _, words in gone],
            )
        # An index is used for what is equal; another column may be null.
        same = [f"{name} {'=' if name == 'seq_from' else 'IS NOT DISTINCT FROM'} :{name}" for name in columns]
        connection.execute(
            text(f"DELETE FROM {table} WHERE {' AND '.join(same)}"),
            [dict(zip(columns, row, strict=True)) for row in gone],
        )
    if new:
        insert_rows(
            connection,
            table,
            ", ".join((*columns, "seq_to") if table in ENDING else columns),
            sorted(new, key=repr),
        )
        if is_indexed_apart:
            insert_rows(connection, "texts_index", "rowid, words", [(seq, words) for seq, _, words in new])


class OriginalsAtChanges:
    """The originals of copies at any change, read once for a record; the connection may be another for each batch."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        # By record, then by the change from which: the change until which, and the value.
        self._known: dict[Key, dict[int, tuple[int | None, str]]] = {}
        self._unwritten: dict[Key, dict[int, tuple[int | None, str]]] = defaultdict(dict)
        # What was asked of and not there, with the first change at which it was missed.
        self.missed: dict[Key, int] = {}

    def at(self, connection: Connection, seq: int, record_type: str, record_id: str) -> str | None:
        """Return the original when a change was made, ``None`` where the record was not there."""
        record = (record_type, record_id)
        for since, (until, value) in self.values(connection, record).items():
            if since < seq and (until is None or until >= seq):
                return value
        self.missed.setdefault(record, seq)
        return None

    def others_before(self, connection: Connection, record: Key, seq: int, value: str) -> bool:
        """Tell whether a record ever had another original before a change."""
        return any(
            since < seq and original != value
            for since, (_, original) in self.values(connection, record).items()
        )

    def make(self, record: Key, since: int, until: int | None, value: str) -> None:
        """Take note of a value that is not written yet."""
        self._unwritten[record][since] = (until, value)
        if record in self._known:
            self._known[record][since] = (until, value)

    def written(self, most_kept: int = 20_000) -> None:
        """Forget what the database can tell now."""
        self._unwritten.clear()
        self.missed.clear()
        if len(self._known) > most_kept:
            self._known.clear()

    def forget(self) -> None:
        """Forget everything: the record has changed."""
        self._known.clear()

    def values(self, connection: Connection, record: Key) -> dict[int, tuple[int | None, str]]:
        """Return the originals of a record, by the change from which: the change until which, and the value."""
        if record not in self._known:
            # For each of the two partial indexes a query of its own.
            rows = [
                row
                for when in ("seq_to IS NULL", "seq_to IS NOT NULL")
                for row in connection.execute(
                    text(
                        "SELECT seq_from, seq_to, value FROM terms WHERE type = :type AND field = :field "
                        f"AND value > :start AND value < :stop AND {when}"
                    ),
                    {
                        "type": record[0],
                        "field": self._registry.named(record[0]).copied_onto_referrers,
                        "start": f"{record[1]}|",
                        "stop": f"{record[1]}|~",
                    },
                )
            ]
            self._known[record] = {row[0]: (row[1], str(row[2]).partition("|")[2]) for row in rows}
            self._known[record] |= self._unwritten.get(record, {})
        return self._known[record]
