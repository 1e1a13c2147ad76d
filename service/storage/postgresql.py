"""Connections to PostgreSQL that stop waiting for a server that no longer answers."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from math import inf
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakSet

import psycopg
from psycopg.abc import PQGen
from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

T = TypeVar("T")

_patience: ContextVar[float | None] = ContextVar("patience", default=None)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Limit how long this thread waits for each answer of the server; ``math.inf`` removes the limit."""
    token = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(token)


class PatientConnection(psycopg.Connection[Any]):
    """A connection that is closed after ``patience_seconds`` without an answer.

    PostgreSQL itself ends a statement that takes too long. This limit is for when it cannot, because its machine has
    disappeared or its processes are stopped: the kernel keeps such a connection open.
    """

    patience_seconds: float | None = None

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        """Wait as the library does, but with a limit; raises ``psycopg.OperationalError`` when it is reached."""
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        seconds = _patience.get() or self.patience_seconds
        try:
            return super().wait(gen, interval, None if seconds == inf else seconds)
        except psycopg.errors._WaitTimeout as error:
            self.close()
            raise psycopg.OperationalError("the database does not answer") from error


def refuse_closed(connection: psycopg.Connection[Any], _record: Any, _proxy: Any) -> None:
    """Replace all connections of the pool if the server has closed this one; a listener of its ``checkout`` event.

    It only reads what the server has sent meanwhile: no round trip and no wait, unlike SQLAlchemy's ``pool_pre_ping``.
    """
    try:
        # The first call reads the server's last message, if any; the second finds the end of the connection.
        connection.pgconn.consume_input()
        connection.pgconn.consume_input()
    except psycopg.OperationalError as error:
        raise InvalidatePoolError from error


class Severable:
    """The open connections of an engine, which can be shut down together."""

    def __init__(self, engine: Engine) -> None:
        self._open: WeakSet[psycopg.Connection[Any]] = WeakSet()
        self._opening = Lock()
        event.listen(engine, "connect", self._note)

    def _note(self, connection: psycopg.Connection[Any], _record: Any) -> None:
        with self._opening:
            self._open.add(connection)

    def sever(self) -> None:
        """Shut down every connection: a thread that waits on one sees it as closed by the server."""
        with self._opening:
            connections = list(self._open)
        for connection in connections:
            with suppress(psycopg.Error, OSError), socket.socket(fileno=os.dup(connection.fileno())) as end:
                end.shutdown(socket.SHUT_RDWR)
