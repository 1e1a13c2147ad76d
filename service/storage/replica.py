"""A streaming replica of the database: answers reads if it has caught up, and none while it is unavailable."""

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
    "Reads by source, replica or primary, and reason: the replica has caught up (followed); or it is behind, gone, or "
    "was lost during the read, or the version it must have is unknown, or the client wants the primary.",
    ("source", "reason"),
)

# A healthy server connects, and returns its last change, in milliseconds.
_ANSWER_SECONDS = 1.0
# Pause between two attempts to reach a replica that is unavailable.
_LOOK_SECONDS = 0.5

_IDENTITY = text(
    "SELECT (SELECT system_identifier::text FROM pg_control_system()),"
    " (SELECT oid::text FROM pg_database WHERE datname = current_database())"
)

log = structlog.get_logger(__name__)
# Tells whether a replica has caught up enough for this thread's request; `None` if only the primary may answer it.
_requirement: ContextVar[Followed | None] = ContextVar("requirement", default=None)


class ReplicaLost(Exception):
    """The replica cancelled a read, or failed during it; the read can be repeated on the primary."""


class Replica:
    """A replica, which answers the reads of threads that have allowed it by ``answering``.

    Once a request finds it unavailable, requests no longer try it; a background thread notices when it is back.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._snapshot = engine.execution_options(isolation_level="REPEATABLE READ")
        self._open = Severable(engine)
        self._is_gone = False
        self._lock = threading.Lock()

    def answering(self, has_caught_up: Followed, answer: Callable[[], T]) -> T:
        """Return ``answer()``, whose reads use the replica if it has caught up.

        If the replica is lost during a read, ``answer`` is called again and reads from the primary.
        """
        token = _requirement.set(has_caught_up)
        try:
            return answer()
        except ReplicaLost:
            READS.labels("primary", "lost").inc()
        finally:
            _requirement.reset(token)
        return answer()

    def connect(self, *, snapshot: bool) -> Connection | None:
        """Return a connection to the replica; ``None`` if the primary is to be read."""
        has_caught_up = _requirement.get()
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
        """Close a connection of ``connect`` after use; raises ``ReplicaLost`` for errors other than a timeout."""
        try:
            with connection:
                yield
        except OperationalError as error:
            if isinstance(error.orig, psycopg.errors.QueryCanceled):
                raise
            # A read cancelled by a conflict with replication does not mean that the replica is unavailable.
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
    """Raise ``NotAReplica`` if one database is not a replica of the other; an unavailable replica passes."""
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
        raise NotAReplica("PENINSULA_DATABASE_READ_URL: is not a replica: it accepts writes")


def takes_no_writes(connection: Connection) -> bool:
    """Return whether the server is still a replica, and was not promoted."""
    return bool(connection.execute(text("SELECT pg_is_in_recovery()")).scalar())


class NotAReplica(Exception):
    """The configured replica is not a replica, or is one of another database."""


def _tried(has_caught_up: Followed, connection: Connection) -> bool:
    """Return whether the replica has caught up; if it has not, close the connection."""
    is_good = False
    try:
        is_good = has_caught_up(connection)
    finally:
        if not is_good:
            connection.close()
    return is_good
