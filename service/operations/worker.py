"""The Gunicorn worker: an event loop that reads and sends for all clients, and threads that only compute answers."""

from __future__ import annotations

import errno
import os
import socket
from collections import deque
from contextlib import suppress
from queue import SimpleQueue
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from threading import Thread
from time import monotonic
from typing import Any

import structlog
from gunicorn.workers.base import Worker

from service.operations.answer import PendingAnswer
from service.operations.connection import Connection, Limits, State, allowed_files
from service.operations.refusals import refusal
from service.settings import Settings
from service.web import problem_catalogue as kinds
from service.web.problem import Problem

# Answered by a thread of its own, so that a busy process still shows that it is alive.
HEALTH = "/healthz"
_SWEEP_SECONDS = 0.25
# How long a connection stays open after its last response: a client that is still sending may lose the response if the
# connection is closed at once (RFC 9112 §9.6). Also how long an idle connection stays open when the worker stops.
_LINGER_SECONDS = 2.0
# A client's deadline is extended whenever it has read this many bytes.
_PROGRESS_BYTES = 65_536
# Memory for all incomplete requests and unsent responses of this worker.
_MOST_HELD_BYTES = 134_217_728
# File descriptors that are not connections: databases, logs, shared memory.
_OTHER_FILES = 200
_WAITING = frozenset({State.IDLE, State.READING, State.CLOSING})
_NO_MORE_FILES = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})

log = structlog.get_logger(__name__)


class BufferingWorker(Worker):
    """A worker that passes complete requests to threads, and sends the responses as the clients read them.

    No thread waits for a client, however many there are and however slowly they send or read. The event loop owns a
    connection, or one thread while it answers a request; queues pass it from one to the other. When there are too
    many connections, those that have been without a request for longest are closed for new ones.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        settings = Settings.from_env()
        self._patience = settings.client_timeout_seconds
        self._limits = Limits(settings.max_url_bytes, max(settings.max_body_bytes, settings.max_import_bytes))
        self._connections: dict[Connection, None] = {}
        self._jobs: SimpleQueue[Connection | None] = SimpleQueue()
        self._health_jobs: SimpleQueue[Connection | None] = SimpleQueue()
        self._done: deque[Connection] = deque()
        self._swept_at = 0.0
        self._most_connections = int(self.cfg.worker_connections)
        self._is_accepting = False

    def run(self) -> None:
        """Serve until the worker is to stop, then finish the requests that have begun."""
        self._most_connections = min(self._most_connections, allowed_files() - _OTHER_FILES)
        self._selector = DefaultSelector()
        self._selector.register(self.PIPE[0], EVENT_READ, None)
        for jobs, threads in ((self._jobs, self.cfg.threads), (self._health_jobs, 1)):
            for _ in range(threads):
                Thread(target=self._answer_requests, args=(jobs,), daemon=True).start()
        self._accept_more(is_wanted=True)
        while self.alive and self.ppid == os.getppid():
            self._run_once()
        self.alive = False
        self._accept_more(is_wanted=False)
        self._shorten_idle_deadlines()
        until = monotonic() + self.cfg.graceful_timeout
        while self._connections and monotonic() < until:
            self._run_once()

    # ------------------------------------------------------------------------------------ the event loop

    def _run_once(self) -> None:
        self.notify()
        for key, _ in self._selector.select(_SWEEP_SECONDS):
            if key.data is None:
                with suppress(BlockingIOError):
                    os.read(self.PIPE[0], 4096)
            elif isinstance(key.data, Connection):
                self._serve(key.data)
            else:
                self._accept(key.data)
        while self._done:
            self._resume(self._done.popleft())
        if monotonic() >= self._swept_at + _SWEEP_SECONDS:
            self._sweep()

    def _accept_more(self, *, is_wanted: bool) -> None:
        if is_wanted != self._is_accepting:
            self._is_accepting = is_wanted
            for listener in self.sockets:
                if is_wanted:
                    listener.settimeout(0)
                    self._selector.register(listener, EVENT_READ, listener)
                else:
                    self._selector.unregister(listener)

    def _accept(self, listener: Any) -> None:
        is_full = len(self._connections) >= self._most_connections
        if is_full and all(each.state is State.ANSWERING for each in self._connections):
            # Every connection is being answered, so none can be closed; the next sweep accepts again.
            self._accept_more(is_wanted=False)
            return
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno in _NO_MORE_FILES and not self._make_room():
                self._accept_more(is_wanted=False)
            return
        if is_full:
            self._make_room()
        connection = Connection(sock, client, listener.getsockname(), self._limits)
        self._connections[connection] = None
        connection.deadline = monotonic() + self._patience
        self._watch(connection, EVENT_READ)
        self._serve(connection)

    def _make_room(self) -> bool:
        """Close the connection that has been without a request for longest, else the oldest that is still sending."""
        for states in (_WAITING, {State.SENDING}):
            for connection in self._connections:
                if connection.state in states:
                    self._close(connection)
                    return True
        return False

    def _serve(self, connection: Connection) -> None:
        try:
            self._step(connection)
        except Exception:
            # An error of one connection must not end the event loop, which serves all of them.
            log.exception("connection_failed")
            self._close(connection)

    def _step(self, connection: Connection) -> None:
        """Read from a connection that is readable, or write to one that is writable."""
        match connection.state:
            case State.IDLE | State.READING:
                is_open = connection.receive()
                self._advance(connection, is_open=is_open)
            case State.SENDING:
                self._send_more(connection)
            case State.CLOSING:
                if not connection.receive():
                    self._close(connection)
                connection.received.clear()

    def _advance(self, connection: Connection, *, is_open: bool = True) -> None:
        """Pass the next request to a thread if it is complete, else wait for more of it."""
        try:
            request = connection.next_request()
        except Problem as problem:
            self._refuse(connection, problem)
            return
        if request is not None:
            self._watch(connection, 0)
            connection.state = State.ANSWERING
            connection.answer = PendingAnswer(self, connection, *request)
            (self._health_jobs if request[0].path == HEALTH else self._jobs).put(connection)
        elif not is_open or connection.is_broken:
            if connection.has_begun and not connection.is_broken:
                self._refuse(connection, Problem(kinds.BAD_REQUEST, "The request was cut off."))
            else:
                self._close(connection)
        elif connection.state is State.IDLE and connection.has_begun:
            connection.state = State.READING
            connection.deadline = monotonic() + self._patience
            self._watch(connection, EVENT_READ)
        else:
            self._watch(connection, EVENT_READ)

    def _resume(self, connection: Connection) -> None:
        """Send what a thread has produced for a connection, which may be a part of the answer or all of it."""
        connection.sent_bytes = 0
        connection.deadline = monotonic() + self._patience
        connection.state = State.SENDING
        self._send_more(connection)

    def _send_more(self, connection: Connection) -> None:
        if connection.flush() and not connection.is_broken:
            if connection.sent_bytes >= _PROGRESS_BYTES:
                connection.sent_bytes = 0
                connection.deadline = monotonic() + self._patience
            self._watch(connection, EVENT_WRITE)
        elif connection.is_broken:
            self._close(connection)
        elif connection.answer is not None:
            self._watch(connection, 0)
            connection.state = State.ANSWERING
            self._jobs.put(connection)
        elif connection.stays_open and self.alive:
            self._await_next_request(connection)
        else:
            self._finish(connection)

    def _await_next_request(self, connection: Connection) -> None:
        connection.state = State.IDLE
        connection.deadline = monotonic() + self.cfg.keepalive
        # Moved to the end: the connection used last is the last to be closed for a new one.
        self._connections.pop(connection)
        self._connections[connection] = None
        self._advance(connection)

    def _refuse(self, connection: Connection, problem: Problem) -> None:
        head = connection.head
        is_head_request = head.method == "HEAD" if head else connection.received.startswith(b"HEAD ")
        path = head.path if head else ""
        connection.received.clear()
        connection.stays_open = False
        connection.sendall(refusal(problem, connection.address, path=path, has_body=not is_head_request))
        self._resume(connection)

    def _finish(self, connection: Connection) -> None:
        """Shut down the sending side, and close once the client has closed its side, or after a short time."""
        try:
            connection.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self._close(connection)
            return
        connection.state = State.CLOSING
        connection.deadline = monotonic() + _LINGER_SECONDS
        self._watch(connection, EVENT_READ)

    def _close(self, connection: Connection) -> None:
        if connection.state is State.CLOSED:
            return
        self._watch(connection, 0)
        connection.state = State.CLOSED
        self._connections.pop(connection, None)
        connection.sock.close()
        if connection.answer is not None:
            # A thread ends the answer, because closing its response may wait for a database.
            self._jobs.put(connection)

    def _watch(self, connection: Connection, events: int) -> None:
        if connection.watched == events:
            return
        if not events:
            self._selector.unregister(connection.sock)
        elif connection.watched:
            self._selector.modify(connection.sock, events, connection)
        else:
            self._selector.register(connection.sock, events, connection)
        connection.watched = events

    def _sweep(self) -> None:
        """Close the connections past their deadlines and, if memory is exceeded, those that hold the most of it."""
        self._swept_at = now = monotonic()
        for connection in [each for each in self._connections if each.deadline < now]:
            if connection.state is State.READING:
                detail = f"The request did not arrive completely within {self._patience:g} seconds."
                self._refuse(connection, Problem(kinds.REQUEST_TIMEOUT, detail))
            elif connection.state is not State.ANSWERING:
                self._close(connection)
        held = {each: each.held_bytes for each in self._connections}
        excess = sum(held.values()) - _MOST_HELD_BYTES
        if excess > 0:
            for connection in sorted(held, key=held.__getitem__, reverse=True):
                if excess > 0 and connection.state is not State.ANSWERING:
                    excess -= held[connection]
                    self._close(connection)
        self._accept_more(is_wanted=self.alive)

    def _shorten_idle_deadlines(self) -> None:
        soon = monotonic() + _LINGER_SECONDS
        for connection in self._connections:
            if connection.state is State.IDLE:
                connection.deadline = min(connection.deadline, soon)

    # --------------------------------------------------------------------------------------- the threads

    def _answer_requests(self, jobs: SimpleQueue[Connection | None]) -> None:
        while (connection := jobs.get()) is not None:
            answer = connection.answer
            assert answer is not None
            if connection.state is State.CLOSED:
                answer.give_up()
                continue
            if answer.go_on():
                connection.answer = None
            self._done.append(connection)
            # If the pipe is full, the event loop is about to wake anyway.
            with suppress(BlockingIOError):
                os.write(self.PIPE[1], b"\0")
