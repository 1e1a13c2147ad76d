"""Databases of any size, filled in bulk with exactly the rows that the service's writer makes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from multiprocessing import get_context
from multiprocessing.queues import Queue
from typing import Any

import psycopg
from sqlalchemy import text

from benchmarks.population import Observation, Population
from service.app import RECORD_TYPES
from service.observations.record import OBSERVATION
from service.records.context import Context
from service.records.documents import draft
from service.records.fingerprints import fingerprints
from service.records.index.indexed_words import indexed_words
from service.records.index.indexing import entries
from service.records.record_type import Original, Registry
from service.records.revisions import CREATED, dump
from service.records.writing import Writer
from service.storage.engine import Database
from service.storage.migrate import migrate

ACTOR = "benchmark"
COLUMNS = {
    "revisions": "seq_from, type, id, revision, operation, recorded_at, actor, body, index_format",
    "terms": "type, field, value, sort_key, id, seq_from",
    "links": "from_type, from_id, pointer, to_type, to_id, to_part, seq_from",
    "texts": "seq_from, type, words",
}
_BATCH = 10_000
_FAST = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "cache_size = -2000000",
    "temp_store = MEMORY",
    "threads = 2",
)
_TYPE = OBSERVATION.name
_FORMAT = fingerprints(Registry(RECORD_TYPES))[_TYPE]
Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(observations: Iterable[Observation], original: Original) -> Rows:
    """Return the rows of several observations, for each table a list in the order of ``COLUMNS``."""
    rows: Rows = {table: [] for table in COLUMNS}
    for seq, document in observations:
        found = entries(OBSERVATION, document, original)
        record_id = document["id"]
        rows["revisions"].append(
            (seq, _TYPE, record_id, 1, CREATED, document["recorded_at"], ACTOR, dump(document), _FORMAT)
        )
        rows["terms"].extend(
            (_TYPE, field, value, found.sort_key, record_id, seq) for field, value in sorted(found.terms)
        )
        rows["terms"].extend(
            (_TYPE, each.field, each.value, each.sort_key, record_id, seq)
            for each in sorted(found.copied_terms)
        )
        rows["links"].extend(
            (_TYPE, record_id, each.pointer, each.type, each.id, each.part, seq) for each in found.links
        )
        rows["texts"].append((seq, _TYPE, indexed_words(_TYPE, found)))
    return rows


def fill(
    contexts: Sequence[Context],
    count: int,
    tell: Callable[[str], None] = lambda _: None,
    of: type[Population] = Population,
) -> None:
    """Fill empty databases with the same ``count`` observations of a population, and the records that these name."""
    population = of()
    for context in contexts:
        migrate(context.database)
        first = write_named(context, population)
    targets = [Target(context.database) for context in contexts]
    done = 0
    for rows in _made_aside(of, first, count):
        for target in targets:
            target.append(rows)
        done += len(rows["revisions"])
        if done % 100_000 == 0:
            tell(f"{done:,} observations")
    for target in targets:
        tell(f"indexes on {target.dialect}")
        target.finish()


def write_named(context: Context, population: Population) -> int:
    """Write the records that observations name through the service's writer; return the next change number."""
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, ACTOR)
        for name, body in population.bodies():
            writer.put(draft(context.registry.named(name), context.registry, body), body["id"], stored=None)
        last = connection.execute(text("SELECT max(seq_from) FROM revisions")).scalar_one()
    return int(last) + 1


def _made_aside(of: type[Population], first_seq: int, count: int) -> Iterator[Rows]:
    """Yield the rows of all observations, made in a separate process while the previous ones are stored."""
    processes = get_context("spawn")
    queue: Queue[Rows | None] = processes.Queue(maxsize=4)
    # Later than the records that they name, as their change numbers are: the observations begin at a full second.
    instant = (datetime.now(UTC) + timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%S.000000Z")
    maker = processes.Process(target=_make, args=(queue, of, first_seq, count, instant), daemon=True)
    maker.start()
    while (rows := queue.get()) is not None:
        yield rows
    maker.join()


def _make(queue: Queue[Rows | None], of: type[Population], first_seq: int, count: int, instant: str) -> None:
    population = of()
    stream = population.observations(count, first_seq, instant)
    while batch := list(islice(stream, _BATCH)):
        queue.put(rows_of(batch, population.original))
    queue.put(None)


class Target:
    """A database while it is filled: without its indexes, and without durability against a power failure."""

    def __init__(self, database: Database) -> None:
        self.dialect = database.engine.dialect.name
        self._is_sqlite = database.is_sqlite
        url = database.engine.url
        database.engine.dispose()
        if self._is_sqlite:
            self._connection: Any = sqlite3.connect(url.database or "", isolation_level=None)
            for pragma in _FAST:
                self._connection.execute(f"PRAGMA {pragma}")
        else:
            plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
            self._connection = psycopg.connect(plain, autocommit=True)
        self._indexes = self._drop_indexes()
        self._connection.execute("BEGIN")

    def append(self, rows: Rows) -> None:
        """Add rows to the tables."""
        cursor = self._connection.cursor()
        for table, columns in COLUMNS.items():
            if self._is_sqlite:
                marks = ", ".join("?" for _ in columns.split(","))
                cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows[table])
            else:
                with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                    for row in rows[table]:
                        copy.write_row(row)

    def finish(self) -> None:
        """Create the indexes again and gather the statistics of the query planners."""
        self._connection.execute("COMMIT")
        if self._is_sqlite:
            self._connection.execute("INSERT INTO texts_index (texts_index) VALUES ('rebuild')")
        else:
            self._connection.execute("SET maintenance_work_mem = '2GB'")
        for statement in self._indexes:
            self._connection.execute(statement)
        self._connection.execute("ANALYZE" if self._is_sqlite else "VACUUM (ANALYZE)")
        self._connection.close()

    def _drop_indexes(self) -> list[str]:
        """Drop the indexes of the tables to fill, except constraints; return the statements that create them again."""
        if self._is_sqlite:
            query = "SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        else:
            query = (
                "SELECT i.indexname, i.indexdef, i.tablename FROM pg_indexes i WHERE NOT EXISTS "
                "(SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)"
            )
        found = self._connection.execute(query).fetchall()
        ours = [(name, statement) for name, statement, table in found if table in COLUMNS]
        for name, _ in ours:
            self._connection.execute(f'DROP INDEX "{name}"')
        return [statement for _, statement in ours]


def bodies(database: Database, count: int) -> list[dict[str, Any]]:
    """Return the documents of ``count`` observations, in no particular order."""
    with database.reading() as connection:
        found = connection.execute(
            text("SELECT body FROM revisions WHERE type = :type ORDER BY seq_from LIMIT :count"),
            {"type": _TYPE, "count": count},
        )
        return [json.loads(body) for (body,) in found]
