"""Engines and transactions: reads see one snapshot, writes come one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from math import ceil, inf
from threading import local
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from service.storage.postgresql import PatientConnection, Severable, patience, refuse_closed
from service.storage.replica import Replica
from service.storage.sqlite_file import SqliteFile, UnusableFile

# The advisory lock that writers on PostgreSQL take; any constant does, as long as all replicas agree on it.
WRITE_LOCK = 0x70656E696E73756C

# SQLite looks at the clock after so many steps of its machine: some milliseconds.
_STEPS = 100_000
# A server that is there accepts a connection in milliseconds, and tells its last change as fast.
_TIMEOUT_SECONDS = 3.0
# From the end of a probe that fails to the begin of the next, and some more.
_GONE_SECONDS = 2.0

# In the ``info`` of a connection of SQLite whose cache has been filled.
_IS_FULL = "is_full"

PLAIN, SNAPSHOT, WRITE = "plain", "snapshot", "write"
_BEGIN = {PLAIN: None, SNAPSHOT: "BEGIN", WRITE: "BEGIN IMMEDIATE"}


def make_engine(
    url: str,
    *,
    pool_size: int = 8,
    timeout_seconds: float = _TIMEOUT_SECONDS,
    busy_timeout_seconds: float = 10.0,
    statement_timeout_seconds: float = 0,
) -> Engine:
    """Return an engine for a SQLite or PostgreSQL URL, which never has more connections than ``pool_size``.

    Connecting to PostgreSQL ends after ``timeout_seconds`` with an ``OperationalError``, waiting for another writer
    after ``busy_timeout_seconds``, a statement after ``statement_timeout_seconds`` (0: never).
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(
            parsed,
            pool_size=pool_size,
            max_overflow=0,
            connect_args={"timeout": busy_timeout_seconds, "check_same_thread": False},
        )
        _prepare_sqlite(engine, busy_timeout_seconds)
        if statement_timeout_seconds:
            _end_long_statements(engine, statement_timeout_seconds)
        return engine
    # To PostgreSQL a lock_timeout of 0 would mean to wait without end.
    limits = {
        "lock_timeout": max(busy_timeout_seconds, 0.001),
        "statement_timeout": statement_timeout_seconds,
    }
    # What is common the planner would rather look for in a whole table, from its beginning: fast where it is there,
    # else as slow as the table is long. Every query here has an index.
    planning = "-c jit=off -c enable_seqscan=off"
    options = " ".join(f"-c {name}={int(seconds * 1000)}" for name, seconds in limits.items())
    engine = create_engine(
        parsed,
        pool_size=pool_size,
        max_overflow=0,
        # As most reads want it: a connection that goes back and forth between the two modes does so for each request.
        isolation_level="AUTOCOMMIT",
        connect_args={
            # In whole seconds, and libpq takes 1 for 2.
            "connect_timeout": ceil(timeout_seconds),
            "options": f"{options} -c timezone=UTC {planning}",
        },
    )
    # Longer than the server takes to end a statement by itself.
    limit = statement_timeout_seconds + timeout_seconds if statement_timeout_seconds else None
    event.listen(engine, "do_connect", partial(_connect_patiently, limit))
    # A restarted server has dropped what the pool holds.
    event.listen(engine, "checkout", refuse_closed)
    return engine


def _connect_patiently(
    patience_seconds: float | None, _dialect: Any, _record: Any, arguments: Any, parameters: Any
) -> PatientConnection:
    connection = PatientConnection.connect(*arguments, **parameters)
    connection.patience_seconds = patience_seconds
    return connection


def _prepare_sqlite(engine: Engine, busy_timeout_seconds: float) -> None:
    @event.listens_for(engine, "connect")
    def set_pragmas(dbapi_connection: Any, _record: Any) -> None:
        # The driver must not open transactions by itself: it would take the write lock too late.
        dbapi_connection.isolation_level = None
        cursor = dbapi_connection.cursor()
        # First: turning WAL on needs a lock that another process may hold.
        cursor.execute(f"PRAGMA busy_timeout = {int(busy_timeout_seconds * 1000)}")
        cursor.execute("PRAGMA journal_mode = WAL")
        # FULL: an acknowledged write survives a power cut, not only a crash.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # 32 MiB, for each connection: reading a large record through, as an export does, fills it.
        cursor.execute("PRAGMA cache_size = -32768")
        cursor.execute("PRAGMA mmap_size = 1073741824")
        cursor.close()

    @event.listens_for(engine, "checkin")
    def shrink(dbapi_connection: Any, record: Any) -> None:
        if dbapi_connection is not None and record.info.pop(_IS_FULL, False):
            dbapi_connection.execute("PRAGMA shrink_memory")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = _BEGIN[connection.get_execution_options().get("transaction", WRITE)]
        if statement:
            connection.exec_driver_sql(statement)


def _end_long_statements(engine: Engine, seconds: float) -> None:
    """Do for SQLite what ``statement_timeout`` does for PostgreSQL; fetching the rows counts too."""

    @event.listens_for(engine, "connect")
    def watch(dbapi_connection: Any, record: Any) -> None:
        known = record.info
        dbapi_connection.set_progress_handler(lambda: monotonic() > known.get("deadline", inf), _STEPS)

    @event.listens_for(engine, "before_cursor_execute")
    def begin_to_count(connection: Connection, *_: Any) -> None:
        unlimited = connection.get_execution_options().get("unlimited", False)
        connection.info["deadline"] = inf if unlimited else monotonic() + seconds


class DatabaseGone(OperationalError):
    """The database did not answer just now, and is left alone for a while."""

    def __init__(self) -> None:
        super().__init__("the database did not answer", None, TimeoutError())


class Database:
    """The engine and its three kinds of transaction.

    :param replica: reads for who says so (``Replica.answering``), as far as it can.
    :param timeout_seconds: how long ``probing`` waits.
    """

    def __init__(
        self, engine: Engine, replica: Replica | None = None, timeout_seconds: float = _TIMEOUT_SECONDS
    ) -> None:
        self.engine = engine
        self.replica = replica
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._plain = engine.execution_options(transaction=PLAIN)
        on_postgresql = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._snapshot = engine.execution_options(transaction=SNAPSHOT, **on_postgresql)
        on_postgresql = {} if self.is_sqlite else {"isolation_level": "READ COMMITTED"}
        self._write = engine.execution_options(transaction=WRITE, **on_postgresql)
        self._timeout_seconds = timeout_seconds
        self._gone_until = float("-inf")
        self._open = None if self.is_sqlite else Severable(engine)
        self._announcing: Callable[[Connection], Callable[[], None]] | None = None
        self._kept = local()
        self.file = SqliteFile(engine) if self.is_sqlite else None

    @property
    def engines(self) -> list[Engine]:
        """The database's engine, and the replica's where there is one."""
        return [self.engine, *([self.replica.engine] if self.replica else [])]

    def announce_writes(self, announcing: Callable[[Connection], Callable[[], None]]) -> None:
        """Have every write told: ``announcing`` is called before it is committed, what it returns right after."""
        self._announcing = announcing

    @contextmanager
    def reading(self, *, snapshot: bool = False) -> Iterator[Connection]:
        """Yield a connection to read with; ``snapshot`` when several statements must see the same state."""
        replicated = self.replica and self.replica.connect(snapshot=snapshot)
        if self.replica and replicated:
            with self.replica.lending(replicated):
                yield replicated
            return
        self._refuse_while_gone()
        if (kept := self._kept_connection()) is not None:
            yield kept
            return
        with (self._snapshot if snapshot else self._plain).connect() as connection:
            yield connection

    @contextmanager
    def keeping_one(self) -> Iterator[Connection]:
        """Yield a connection of PostgreSQL with which this thread also does all that it reads and writes meanwhile.

        So what a session holds, an advisory lock say, takes no second connection: with as many requests as there are
        connections, each would wait for another's. Reads see no snapshot then.
        """
        self._refuse_while_gone()
        with self._plain.connect() as connection:
            self._kept.connection = connection
            try:
                yield connection
            finally:
                self._kept.connection = None

    def _kept_connection(self) -> Connection | None:
        kept: Connection | None = getattr(self._kept, "connection", None)
        return kept

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        """Yield a connection in a transaction that writes."""
        if (kept := self._kept_connection()) is None:
            with self._write.begin() as connection:
                yield connection
            return
        # Ends what reading began, which commits by itself; the mode cannot be changed within a transaction.
        kept.commit()
        kept.execution_options(isolation_level="READ COMMITTED")
        with kept.begin():
            yield kept
        kept.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection that holds the write lock; commits at the end, rolls back on any exception."""
        self._refuse_while_gone()
        if self.file is not None:
            self.file.refuse_damaged()
        with self._begun() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})
            yield connection
            announce = self._announcing(connection) if self._announcing else None
            # The connection's own, which it takes back to the pool.
            written = connection.info
        if self.file is not None:
            self.file.check_written(written)
        if announce is not None:
            announce()

    def shrink_afterwards(self, connection: Connection) -> None:
        """Have SQLite's cache of this connection, which a large write fills, given back when the connection is."""
        connection.info[_IS_FULL] = True

    @contextmanager
    def unhurried(self, connection: Connection) -> Iterator[None]:
        """Let the statements of this transaction take as long as they need."""
        if self.is_sqlite:
            connection.execution_options(unlimited=True)
        else:
            connection.execute(text("SET LOCAL statement_timeout = 0"))
        with patience(inf):
            yield

    @contextmanager
    def probing(self) -> Iterator[Connection]:
        """Yield a connection to read with, to find out whether the database is there.

        Where it is not, whoever waits for it stops waiting, and nobody else does for some seconds: ``reading`` and
        ``writing`` raise ``DatabaseGone`` at once. The threads of a server have better things to do.
        """
        try:
            with patience(self._timeout_seconds), self._plain.connect() as connection:
                yield connection
        except (PoolTimeout, UnusableFile):
            # All connections are in use, which says nothing of the database; or its file says at once what is wrong.
            raise
        except SQLAlchemyError:
            self._gone_until = monotonic() + self._timeout_seconds + _GONE_SECONDS
            if self._open is not None:
                self._open.sever()
            self.engine.dispose()
            raise
        self._gone_until = float("-inf")

    def _refuse_while_gone(self) -> None:
        if monotonic() < self._gone_until:
            raise DatabaseGone

    def wait_for_writers(self) -> None:
        """Return once every write that has begun is committed or gone."""
        self._refuse_while_gone()
        with self._write.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock_shared(:key)"), {"key": WRITE_LOCK})
