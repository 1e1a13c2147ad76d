"""Gunicorn's threaded worker, with limits to its patience: a slow client holds no thread, or not for long."""

from __future__ import annotations

import socket
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from time import monotonic
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from service.settings import Settings

# Gunicorn's TConn, which holds the head of its request here until all of it has come.
Connection = Any

_HEAD_ENDS = b"\r\n\r\n"
# A head longer than this is left to the parser, which refuses what is too long.
_MOST_GATHERED = 65_536
_SWEEP_SECONDS = 0.5


class PatientWorker(ThreadWorker):
    """Gives a request to a thread once its head has come, and ends the reading of what does not get on.

    Gunicorn's own threads wait for the rest of a request as long as the client likes: as many idle clients as
    there are threads would stop it. Here heads are gathered by the loop that watches all connections. A thread
    that waits for a body reads its end after ``client_timeout_seconds``, and so does one whose client takes
    nothing of the answer.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._patience = Settings.from_env().client_timeout_seconds
        self._reading: dict[Connection, float] = {}
        self._sweep_at = 0.0

    def enqueue_req(self, conn: Connection) -> None:
        """Take what a connection has to say, and have it answered, or wait for more."""
        conn.head = bytearray()
        if conn.initialized:
            # What came with the request before.
            conn.head += conn.parser.unreader.take_buffered()
        if self._gather(conn):
            super().enqueue_req(conn)
            return
        conn.timeout = monotonic() + self._patience
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def on_pending_socket_readable(self, conn: Connection, client: socket.socket) -> None:
        """Take more of a head."""
        if self._gather(conn):
            self.poller.unregister(client)
            self.pending_conns.remove(conn)
            super().enqueue_req(conn)

    def _gather(self, conn: Connection) -> bool:
        """Read without waiting; return whether a thread can go on: a whole head, one too long, or the end."""
        if _HEAD_ENDS not in conn.head:
            try:
                conn.head += (piece := conn.sock.recv(_MOST_GATHERED, socket.MSG_DONTWAIT))
            except BlockingIOError:
                return False
            except OSError:
                return True
            if not piece:
                return True
        return _HEAD_ENDS in conn.head or len(conn.head) >= _MOST_GATHERED

    def handle(self, conn: Connection) -> Any:
        """Answer one request; runs in a thread."""
        self._reading[conn] = monotonic() + self._patience
        try:
            conn.data_ready = True
            if not conn.initialized:
                _end_unread_answers(conn.sock, self._patience)
            conn.init()
            conn.parser.unreader.unread(bytes(conn.head))
            return super().handle(conn)
        finally:
            self._reading.pop(conn, None)

    def murder_pending(self) -> None:
        """Hang up on who has waited too long; when the worker stops, on who has said nothing yet too."""
        if not self.alive:
            waiting: list[Connection] = list(self.pending_conns)
            for conn in [each for each in waiting if not each.head]:
                conn.timeout = 0.0
                self.pending_conns.remove(conn)
                self.pending_conns.appendleft(conn)
        super().murder_pending()

    def notify(self) -> None:
        """Tell the arbiter that this worker lives, and end what has been read for too long."""
        super().notify()
        now = monotonic()
        if now < self._sweep_at:
            return
        self._sweep_at = now + _SWEEP_SECONDS
        for conn, deadline in list(self._reading.items()):
            if deadline < now:
                # Only the reading: whoever has sent all gets the answer.
                with suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)
                self._reading.pop(conn, None)


def _end_unread_answers(connection: socket.socket, seconds: float) -> None:
    """Have the system give a connection up whose client takes nothing for so long."""
    if hasattr(socket, "TCP_USER_TIMEOUT") and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(seconds * 1000))
