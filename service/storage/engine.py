"""Engines and transactions: reads see one snapshot, writes come one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

# The advisory lock that writers on PostgreSQL take; any constant does, as long as all replicas agree on it.
WRITE_LOCK = 0x70656E696E73756C

PLAIN, SNAPSHOT, WRITE = "plain", "snapshot", "write"
_BEGIN = {PLAIN: None, SNAPSHOT: "BEGIN", WRITE: "BEGIN IMMEDIATE"}


def make_engine(
    url: str, *, pool_size: int = 8, busy_timeout_seconds: float = 10.0, statement_timeout_seconds: float = 0
) -> Engine:
    """Return an engine for a SQLite or PostgreSQL URL.

    Waiting for another writer ends after ``busy_timeout_seconds`` with an ``OperationalError``, as does a statement
    on PostgreSQL after ``statement_timeout_seconds`` (0: never).
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            parsed,
            pool_size=pool_size,
            max_overflow=pool_size,
            connect_args={"timeout": busy_timeout_seconds, "check_same_thread": False},
        )
        _prepare_sqlite(engine, busy_timeout_seconds)
        return engine
    # To PostgreSQL a lock_timeout of 0 would mean to wait without end.
    limits = {
        "lock_timeout": max(busy_timeout_seconds, 0.001),
        "statement_timeout": statement_timeout_seconds,
    }
    options = " ".join(f"-c {name}={int(seconds * 1000)}" for name, seconds in limits.items())
    return create_engine(
        parsed,
        pool_size=pool_size,
        max_overflow=pool_size,
        # A restarted server has dropped what the pool holds: a ping (0.03 ms here) finds that out before requests do.
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5, "options": f"{options} -c timezone=UTC -c jit=off"},
    )


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
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.execute("PRAGMA mmap_size = 1073741824")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = _BEGIN[connection.get_execution_options().get("transaction", WRITE)]
        if statement:
            connection.exec_driver_sql(statement)


class Database:
    """The engine and its three kinds of transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        on_postgresql = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._plain = engine.execution_options(transaction=PLAIN, **on_postgresql)
        on_postgresql = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._snapshot = engine.execution_options(transaction=SNAPSHOT, **on_postgresql)
        self._write = engine.execution_options(transaction=WRITE)
        self._announcing: Callable[[Connection], Callable[[], None]] | None = None

    def announce_writes(self, announcing: Callable[[Connection], Callable[[], None]]) -> None:
        """Have every write told: ``announcing`` is called before it is committed, what it returns right after."""
        self._announcing = announcing

    @contextmanager
    def reading(self, *, snapshot: bool = False) -> Iterator[Connection]:
        """Yield a connection to read with; ``snapshot`` when several statements must see the same state."""
        with (self._snapshot if snapshot else self._plain).connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection that holds the write lock; commits at the end, rolls back on any exception."""
        with self._write.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})
            yield connection
            announce = self._announcing(connection) if self._announcing else None
        if announce is not None:
            announce()

    def wait_for_writers(self) -> None:
        """Return once every write that has begun is committed or gone."""
        with self._write.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock_shared(:key)"), {"key": WRITE_LOCK})
