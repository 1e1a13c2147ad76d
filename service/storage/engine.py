"""Engines and transactions: reads can see one snapshot, and writes are serialised."""

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
from service.storage.shared_snapshot import shared_snapshot
from service.storage.sqlite_file import SqliteFile, UnusableFile
from service.storage.sqlite_timeouts import end_long_statements

# The advisory lock that writers take on PostgreSQL: any constant, as long as all servers use the same.
WRITE_LOCK = 0x70656E696E73756C

# A healthy server accepts a connection, and returns its last change, in milliseconds.
_TIMEOUT_SECONDS = 3.0
# A little longer than the pause between a failed probe and the next one.
_GONE_SECONDS = 2.0

# Key in ``Connection.info``: a large write has filled this SQLite connection's cache, so shrink it at check-in.
_IS_FULL = "is_full"

Announcing = Callable[[Connection], Callable[[], None]]
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
    """Return an engine for a SQLite or PostgreSQL URL, with at most ``pool_size`` connections.

    Operations that time out raise ``OperationalError``: connecting to PostgreSQL after ``timeout_seconds``, waiting for
    another writer after ``busy_timeout_seconds``, a statement after ``statement_timeout_seconds`` (0: never).
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
            end_long_statements(engine, statement_timeout_seconds)
        return engine
    # A lock_timeout of 0 would tell PostgreSQL to wait forever.
    limits = {
        "lock_timeout": max(busy_timeout_seconds, 0.001),
        "statement_timeout": statement_timeout_seconds,
    }
    # For common values the planner would prefer a sequential scan, in the hope of enough rows early; without them the
    # scan reads the whole table. Every query here has an index.
    planning = "-c jit=off -c enable_seqscan=off"
    options = " ".join(f"-c {name}={int(seconds * 1000)}" for name, seconds in limits.items())
    engine = create_engine(
        parsed,
        pool_size=pool_size,
        max_overflow=0,
        # Most reads need no transaction; switching the mode would cost extra statements for each request.
        isolation_level="AUTOCOMMIT",
        connect_args={
            # Whole seconds; libpq treats 1 as 2.
            "connect_timeout": ceil(timeout_seconds),
            "options": f"{options} -c timezone=UTC {planning}",
        },
    )
    # Longer than the server's own statement timeout, so that the server normally ends a statement first.
    limit = statement_timeout_seconds + timeout_seconds if statement_timeout_seconds else None
    event.listen(engine, "do_connect", partial(_connect_patiently, limit))
    # A server that restarted has closed the connections of the pool.
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
        # The driver must not begin transactions on its own: it would take the write lock too late.
        dbapi_connection.isolation_level = None
        cursor = dbapi_connection.cursor()
        # Set first, because turning WAL on needs a lock that another process may hold.
        cursor.execute(f"PRAGMA busy_timeout = {int(busy_timeout_seconds * 1000)}")
        cursor.execute("PRAGMA journal_mode = WAL")
        # FULL: an acknowledged write survives a power cut, not only a crash.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # 32 MiB for each connection; reading all of a large database, as an export does, fills it.
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


class DatabaseGone(OperationalError):
    """The database failed to answer a moment ago, so requests fail at once for a while instead of waiting."""

    def __init__(self) -> None:
        super().__init__("the database did not answer", None, TimeoutError())


class Database:
    """The engine and its three kinds of transaction.

    :param replica: answers the reads within ``Replica.answering``, if it has caught up.
    :param timeout_seconds: how long ``probing`` waits for an answer.
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
        self._announcing: Announcing | None = None
        self._refusing: Callable[[Connection], None] | None = None
        self._reserved = local()
        self.file = SqliteFile(engine) if self.is_sqlite else None

    @property
    def engines(self) -> list[Engine]:
        """The primary's engine, and the replica's if there is one."""
        return [self.engine, *([self.replica.engine] if self.replica else [])]

    def announce_writes(self, announcing: Announcing, refusing: Callable[[Connection], None]) -> None:
        """Call ``refusing`` once a write has the lock, ``announcing`` before its commit, what that returns after it."""
        self._announcing, self._refusing = announcing, refusing

    @contextmanager
    def reading(self, *, snapshot: bool = False) -> Iterator[Connection]:
        """Yield a connection to read with; ``snapshot`` where all statements must see the same state.

        Within ``reading_one_state`` all reads share one snapshot, from the first that needs one.
        """
        shared = shared_snapshot()
        if shared is not None and (snapshot or shared.always or shared.connection is not None):
            yield shared.connected(partial(self._connected, snapshot=True))
            return
        with self._connected(snapshot=snapshot) as connection:
            yield connection

    @contextmanager
    def _connected(self, *, snapshot: bool) -> Iterator[Connection]:
        replicated = self.replica and self.replica.connect(snapshot=snapshot)
        if self.replica and replicated:
            with self.replica.lending(replicated):
                yield replicated
            return
        self._refuse_while_gone()
        if (reserved := self._reserved_connection()) is not None:
            yield reserved
            return
        with (self._snapshot if snapshot else self._plain).connect() as connection:
            yield connection

    @contextmanager
    def keeping_one(self) -> Iterator[Connection]:
        """Yield a PostgreSQL connection which this thread uses for all its reads and writes within the block.

        So a thread that holds something of a session, such as an advisory lock, needs no second connection: if all
        connections were held this way, their threads would deadlock waiting for more. Reads have no snapshot here.
        """
        self._refuse_while_gone()
        with self._plain.connect() as connection:
            self._reserved.connection = connection
            try:
                yield connection
            finally:
                self._reserved.connection = None

    def _reserved_connection(self) -> Connection | None:
        reserved: Connection | None = getattr(self._reserved, "connection", None)
        return reserved

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        """Yield a connection in a write transaction."""
        if (reserved := self._reserved_connection()) is None:
            with self._write.begin() as connection:
                yield connection
            return
        # SQLAlchemy began a transaction for the reads; the isolation level cannot be changed until it ends.
        reserved.commit()
        reserved.execution_options(isolation_level="READ COMMITTED")
        with reserved.begin():
            yield reserved
        reserved.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection that holds the write lock; commits at the end, rolls back on any exception."""
        self._refuse_while_gone()
        if self.file:
            self.file.refuse_damaged()
        with self._begun() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})
            if self._refusing:
                self._refusing(connection)
            yield connection
            announce = self._announcing and self._announcing(connection)
            # Taken now: the connection returns to the pool before the file is checked.
            written = connection.info
        if self.file is not None:
            self.file.check_written(written)
        if announce is not None:
            announce()

    def shrink_afterwards(self, connection: Connection) -> None:
        """Free SQLite's page cache of this connection, which a large write fills, when it returns to the pool."""
        connection.info[_IS_FULL] = True

    @contextmanager
    def unhurried(self, connection: Connection) -> Iterator[None]:
        """Run the statements of this transaction without a timeout."""
        if self.is_sqlite:
            connection.execution_options(unlimited=True)
        else:
            connection.execute(text("SET LOCAL statement_timeout = 0"))
        with patience(inf):
            yield

    @contextmanager
    def probing(self) -> Iterator[Connection]:
        """Yield a connection for a read that finds out whether the database is available.

        If it is not, threads that wait for it are interrupted, and for some seconds ``reading`` and ``writing`` raise
        ``DatabaseGone`` at once, so that the server's threads are free for requests that need no database.
        """
        try:
            with patience(self._timeout_seconds), self._plain.connect() as connection:
                yield connection
        except (PoolTimeout, UnusableFile):
            # All connections are in use, which says nothing about the database; or its file is unusable, which is
            # found at once and needs no pause.
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
        """Return once every write that has begun is committed or rolled back."""
        self._refuse_while_gone()
        with self._write.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock_shared(:key)"), {"key": WRITE_LOCK})
