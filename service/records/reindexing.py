"""Building anew what follows from revisions, where it follows by other rules than when they were written.

Each revision says by which rules it was indexed. Those of other rules are read in the order of changes, batch by batch;
what differs is written under the write lock, a transaction for each batch. So readers are served meanwhile, writers
wait as for a batch of an import, and what breaks off goes on where it was.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import Connection, text

from service.records.completing import completed
from service.records.fingerprints import fingerprints
from service.records.index.copies import STALE_COPIES, original_in
from service.records.index.index_rows import COLUMNS, index_rows, insert_rows
from service.records.index.indexing import entries
from service.records.index.stored_rows import (
    ENDING,
    INDEX_TABLES,
    OriginalsAtChanges,
    replace_rows,
    stored_rows,
)
from service.records.index_formats import stale_formats
from service.records.record_type import Registry
from service.records.revisions import dump
from service.storage.engine import Database
from service.storage.lists import among, bound_list

BATCH = 500
# What rules of today can meet in a document of another day.
_UNFIT = (KeyError, IndexError, TypeError, ValueError, AttributeError)
_ROWS = "SELECT seq_from, seq_to, type, id, revision, body FROM revisions WHERE "


class CannotReindex(Exception):
    """A stored document is none that the rules of today can index."""


@dataclass
class _Stale:
    """A revision of other rules, and what has to be written for it."""

    seq: int
    until: int | None
    type: str
    id: str
    revision: int
    body: str | None
    made: str | None = None
    original: str | None = None
    gone: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    new: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)


class Reindexing:
    """One run over all revisions that were indexed by other rules, or over all of some types.

    :param types: the types to look at; all where none is named.
    :param everything: whether to look also at revisions of the rules of today: after an upgrade of a library, say.
    """

    def __init__(
        self, database: Database, registry: Registry, types: Iterable[str] = (), *, everything: bool = False
    ) -> None:
        self._database = database
        self._registry = registry
        self._formats = fingerprints(registry)
        self._types = frozenset(types) or frozenset(registry.names)
        self._everything = everything
        self._originals = OriginalsAtChanges(registry)
        self._last_change = -1
        self._after = 0

    def count(self) -> int:
        """Return how many revisions there are to look at."""
        with self._database.reading() as connection, self._database.unhurried(connection):
            return sum(
                int(
                    connection.execute(
                        text(f"SELECT count(*) FROM revisions WHERE {where}"), given
                    ).scalar_one()
                )
                for where, given in self._conditions(connection)
            )

    def run(self, tell: Callable[[int], object] = lambda _: None) -> int:
        """Build all anew and return how many revisions that were; ``tell`` hears of each batch how many it has.

        Raises ``CannotReindex`` for a document that cannot be indexed; batches before it stay done.
        """
        done = 0
        while batch := self._next():
            with self._database.writing() as connection:
                self._write(connection, batch)
            self._originals.written()
            self._after = batch[-1].seq
            done += len(batch)
            tell(len(batch))
        return done

    # ------------------------------------------------------------------------------------------ reading

    def _conditions(self, connection: Connection) -> list[tuple[str, dict[str, Any]]]:
        """Return conditions, each a range of an index, that together select what there is to look at."""
        if self._everything:
            return [("type = :type", {"type": each}) for each in sorted(self._types)]
        return [
            ("type = :type AND index_format IS NULL", {"type": each})
            if one is None
            else ("type = :type AND index_format = :format", {"type": each, "format": one})
            for each, formats in stale_formats(connection, self._registry).items()
            if each in self._types
            for one in formats
        ]

    def _next(self) -> list[_Stale]:
        """Return the next batch, with what has to be written for each revision."""
        with self._database.reading(snapshot=True) as connection:
            newest = connection.execute(text("SELECT max(seq_from) FROM revisions")).scalar() or 0
            if newest != self._last_change:
                self._last_change = newest
                self._originals.forget()
            found = [
                connection.execute(
                    text(f"{_ROWS}{where} AND seq_from > :after ORDER BY seq_from LIMIT :most"),
                    {**given, "after": self._after, "most": BATCH},
                ).all()
                for where, given in self._conditions(connection)
            ]
            batch = [_Stale(*row) for row in islice(merge(*found), BATCH)]
            stored = {
                table: stored_rows(connection, table, [each.seq for each in batch]) for table in INDEX_TABLES
            }
            for each in batch:
                self._compare(connection, each, {table: rows[each.seq] for table, rows in stored.items()})
        return batch

    def _compare(
        self, connection: Connection, stale: _Stale, stored: dict[str, list[tuple[Any, ...]]]
    ) -> None:
        """Find out what has to be written for a revision."""
        expected: dict[str, list[tuple[Any, ...]]] = {}
        if stale.body is not None:
            record_type = self._registry.named(stale.type)
            try:
                document = completed(record_type, json.loads(stale.body))
                found = entries(record_type, document, partial(self._originals.at, connection, stale.seq))
                expected = index_rows(stale.type, stale.id, stale.seq, found)
            except _UNFIT as error:
                raise CannotReindex(
                    f"the {stale.type} {stale.id!r} (change {stale.seq}) cannot be indexed by the rules of this "
                    f"release: {type(error).__name__}: {error}"
                ) from error
            stale.made = dump(document)
            if (original := original_in(record_type, found)) is not None:
                stale.original = original.partition("|")[2]
                self._originals.make((stale.type, stale.id), stale.seq, stale.until, stale.original)
        for table in INDEX_TABLES:
            before, after = Counter(stored[table]), Counter(expected.get(table, ()))
            stale.gone[table] = list((before - after).elements())
            stale.new[table] = list((after - before).elements())

    # ------------------------------------------------------------------------------------------ writing

    def _write(self, connection: Connection, batch: Sequence[_Stale]) -> None:
        is_sqlite = connection.dialect.name == "sqlite"
        rows = connection.execute(
            text(
                "SELECT seq_from, seq_to, index_format FROM revisions WHERE seq_from "
                f"{among(':seqs', is_sqlite=is_sqlite, of='bigint')}"
            ),
            {"seqs": bound_list([each.seq for each in batch], is_sqlite=is_sqlite)},
        )
        now = {row[0]: (row[1], row[2]) for row in rows}
        # Another process may have been faster, or a writer have ended a revision meanwhile.
        todo = [
            each
            for each in batch
            if each.seq in now and (self._everything or now[each.seq][1] != self._formats[each.type])
        ]
        for each in todo:
            each.until = now[each.seq][0]
        for table in INDEX_TABLES:
            new = [(*row, each.until) if table in ENDING else row for each in todo for row in each.new[table]]
            replace_rows(connection, table, [row for each in todo for row in each.gone[table]], new)
        self._mark_stale_copies(connection, todo)
        bodies = [{"seq": each.seq, "body": each.made} for each in todo if each.made != each.body]
        if bodies:
            connection.execute(text("UPDATE revisions SET body = :body WHERE seq_from = :seq"), bodies)
        if todo:
            connection.execute(
                text("UPDATE revisions SET index_format = :format WHERE seq_from = :seq"),
                [{"seq": each.seq, "format": self._formats[each.type]} for each in todo],
            )

    def _mark_stale_copies(self, connection: Connection, todo: Sequence[_Stale]) -> None:
        """Mark the records of which rows may hold stale copies, as ``Originals`` does, also those marked before."""
        originals = [each for each in todo if each.original is not None]
        marked = _marks(connection, [each.seq for each in originals])
        wrong, new = [], []
        for each in originals:
            mark = f"{each.original}|{each.id}"
            is_stale = each.seq in marked or self._may_differ(connection, each)
            if each.seq in marked and marked[each.seq] != mark:
                wrong.append({"seq": each.seq, "field": STALE_COPIES})
            if is_stale and marked.get(each.seq) != mark:
                new.append((each.type, STALE_COPIES, mark, "", each.id, each.seq, each.until))
        if wrong:
            connection.execute(text("DELETE FROM terms WHERE seq_from = :seq AND field = :field"), wrong)
        for record, seq in self._originals.missed.items():
            new += self._came_later(connection, record, seq, {row[5] for row in new})
        if new:
            insert_rows(connection, "terms", f"{COLUMNS['terms']}, seq_to", new)

    def _may_differ(self, connection: Connection, original: _Stale) -> bool:
        """Tell whether rows may hold another value than this revision has: an earlier one's, or none."""
        field = self._registry.named(original.type).copied_onto_referrers
        had, has = (any(row[1] == field for row in rows["terms"]) for rows in (original.gone, original.new))
        if has and not had:
            # Nothing of its type was copied before: nobody took note of who asked too early.
            return True
        return original.revision > 1 and self._originals.others_before(
            connection, (original.type, original.id), original.seq, original.original or ""
        )

    def _came_later(
        self, connection: Connection, record: tuple[str, str], seq: int, marked: set[int]
    ) -> list[tuple[Any, ...]]:
        """Return the marks that a record lacks which was named at a change, and was not there."""
        since = {
            since: rest for since, rest in self._originals.values(connection, record).items() if since > seq
        }
        marked |= _marks(connection, since).keys()
        return [
            (record[0], STALE_COPIES, f"{value}|{record[1]}", "", record[1], since, until)
            for since, (until, value) in since.items()
            if since not in marked
        ]


def _marks(connection: Connection, seqs: Iterable[int]) -> dict[int, str]:
    """Return the values of the ``STALE_COPIES`` terms of these changes."""
    is_sqlite = connection.dialect.name == "sqlite"
    rows = connection.execute(
        text(
            "SELECT seq_from, value FROM terms WHERE field = :field AND seq_from "
            f"{among(':seqs', is_sqlite=is_sqlite, of='bigint')}"
        ),
        {"field": STALE_COPIES, "seqs": bound_list(seqs, is_sqlite=is_sqlite)},
    )
    return {row[0]: row[1] for row in rows}
