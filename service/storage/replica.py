"""A streaming replica of the database: answers reads as far as it has followed, and none while it is gone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import sleep
from typing import TypeVar

import psycopg
import structlog
from prometheus_client import Counter
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from service.storage.postgresql import Severable, patience

T = TypeVar("T")
Followed = Callable[[Connection], bool]

READS = Counter(
    "peninsula_reads",
    "Reads by who answers them, the replica or the primary, and why: the replica has followed; or it is behind, gone, "
    "or was lost in the middle, or it is not known how far it must be, or the client wants the primary.",
    ("source", "reason"),
)

# A server that is there connects and tells what it holds in milliseconds.
_ANSWER_SECONDS = 1.0
# Between two looks whether it is back.
_LOOK_SECONDS = 0.5

_IDENTITY = text(
    "SELECT (SELECT system_identifier::text FROM pg_control_system()),"
    " (SELECT oid::text FROM pg_database WHERE datname = current_database())"
)

log = structlog.get_logger(__name__)
# What a replica must hold to answer the request of this thread; `None` for what only the database itself answers.
_asked: ContextVar[Followed | None] = ContextVar("asked", default=None)


class ReplicaLost(Exception):
    """The replica ended a read, or went in the middle of it: the database itself can be asked again."""


class Replica:
    """A replica, which threads may read from where they say so.

    Who finds it gone has it left alone; a thread looks when it is back, so that no request waits for that.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._snapshot = engine.execution_options(isolation_level="REPEATABLE READ")
        self._open = Severable(engine)
        self._is_gone = False
        self._lock = threading.Lock()

    def answering(self, has_caught_up: Followed, answer: Callable[[], T]) -> T:
        """Return what ``answer`` makes of its reads, which are from the replica where it has followed.

        Where the replica is lost in the middle, ``answer`` is called again, to read from the database itself.
        """
        token = _asked.set(has_caught_up)
        try:
            return answer()
        except ReplicaLost:
            READS.labels("primary", "lost").inc()
        finally:
            _asked.reset(token)
        return answer()

    def connect(self, *, snapshot: bool) -> Connection | None:
        """Return a connection to read from; ``None`` where the database itself is to be asked."""
        has_caught_up = _asked.get()
        if has_caught_up is None:
            return None
        reason = "gone"
        if not self._is_gone:
            try:
                with patience(_ANSWER_SECONDS):
                    connection = (self._snapshot if snapshot else self.engine).connect()
                    if _tried(has_caught_up, connection):
                        READS.labels("replica", "followed").inc()
                        return connection
                reason = "behind"
            except SQLAlchemyError as error:
                self._lose(error)
        READS.labels("primary", reason).inc()
        return None

    @contextmanager
    def lending(self, connection: Connection) -> Iterator[None]:
        """Close a connection that ``connect`` returned; raises ``ReplicaLost`` for errors, but not for slowness."""
        try:
            with connection:
                yield
        except OperationalError as error:
            if isinstance(error.orig, psycopg.errors.QueryCanceled):
                raise
            # What its replaying had to end is no sign that it is gone.
            if error.connection_invalidated:
                self._lose(error)
            raise ReplicaLost from error

    def _lose(self, error: Exception) -> None:
        with self._lock:
            if self._is_gone:
                return
            self._is_gone = True
        log.warning("replica_gone", error=type(error).__name__)
        self._open.sever()
        self.engine.dispose()
        threading.Thread(target=self._await, daemon=True, name="replica").start()

    def _await(self) -> None:
        while self._is_gone:
            sleep(_LOOK_SECONDS)
            try:
                with patience(_ANSWER_SECONDS), self.engine.connect() as connection:
                    connection.execute(text("SELECT 1"))
            except SQLAlchemyError:
                continue
            self._is_gone = False
            log.info("replica_back")


def check_replica(primary: Engine, replica: Engine) -> None:
    """Raise ``NotAReplica`` where one database is no replica of the other; one that is gone is none to refuse."""
    with primary.connect() as connection:
        expected = connection.execute(_IDENTITY).one()
    try:
        with patience(_ANSWER_SECONDS), replica.connect() as connection:
            found = connection.execute(_IDENTITY).one()
            is_replica = takes_no_writes(connection)
    except SQLAlchemyError as error:
        log.warning("replica_unavailable", error=type(error).__name__)
        return
    if found != expected:
        raise NotAReplica("PENINSULA_DATABASE_READ_URL: names another database than PENINSULA_DATABASE_URL")
    if not is_replica:
        raise NotAReplica("PENINSULA_DATABASE_READ_URL: is no replica: it takes writes of its own")


def takes_no_writes(connection: Connection) -> bool:
    """Tell whether this is a replica still, and was not promoted."""
    return bool(connection.execute(text("SELECT pg_is_in_recovery()")).scalar())


class NotAReplica(Exception):
    """What was named as a replica is none, or is one of another database."""


def _tried(has_caught_up: Followed, connection: Connection) -> bool:
    """Tell whether the replica has followed; where it has not, the connection is closed."""
    is_good = False
    try:
        is_good = has_caught_up(connection)
    finally:
        if not is_good:
            connection.close()
    return is_good
