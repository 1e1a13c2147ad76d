"""Connections to PostgreSQL that do not wait without end for a server that no longer answers."""

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
    """Wait no longer than this for any answer, in this thread; ``math.inf``: as long as it takes."""
    token = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(token)


class PatientConnection(psycopg.Connection[Any]):
    """A connection that gives up after ``patience_seconds`` without an answer, and is closed then.

    PostgreSQL ends a statement that takes too long by itself; this is for when it cannot, because its machine is
    gone or its processes are stopped: the kernel keeps such a connection open.
    """

    patience_seconds: float | None = None

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        """Do as the library does, but not for ever; raises ``psycopg.OperationalError``."""
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        seconds = _patience.get() or self.patience_seconds
        try:
            return super().wait(gen, interval, None if seconds == inf else seconds)
        except psycopg.errors._WaitTimeout as error:
            self.close()
            raise psycopg.OperationalError("the database does not answer") from error


def refuse_closed(connection: psycopg.Connection[Any], _record: Any, _proxy: Any) -> None:
    """Have the pool make all its connections anew where the server has closed this one; for its checkout.

    What the server sent since is read, which neither asks it anything nor waits, as SQLAlchemy's own ping would.
    """
    try:
        # First its parting words, if any, then the end.
        connection.pgconn.consume_input()
        connection.pgconn.consume_input()
    except psycopg.OperationalError as error:
        raise InvalidatePoolError from error


class Severable:
    """The open connections of an engine, which can be ended together."""

    def __init__(self, engine: Engine) -> None:
        self._open: WeakSet[psycopg.Connection[Any]] = WeakSet()
        self._opening = Lock()
        event.listen(engine, "connect", self._note)

    def _note(self, connection: psycopg.Connection[Any], _record: Any) -> None:
        with self._opening:
            self._open.add(connection)

    def sever(self) -> None:
        """End the waiting of whatever thread waits on one: it sees a connection that the server closed."""
        with self._opening:
            connections = list(self._open)
        for connection in connections:
            with suppress(psycopg.Error, OSError), socket.socket(fileno=os.dup(connection.fileno())) as end:
                end.shutdown(socket.SHUT_RDWR)
