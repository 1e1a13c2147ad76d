"""One request being answered: the application is called, and its answer taken piece by piece as the client takes it."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from contextvars import Context
from datetime import timedelta
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from gunicorn.http import get_parser, wsgi
from gunicorn.http.errors import ParseException

from service.operations.connection import Connection
from service.operations.framing import Head
from service.operations.refusals import problem_of, refusal
from service.web import problem_catalogue as kinds
from service.web.problem import Problem

if TYPE_CHECKING:
    from socket import socket

    from gunicorn.workers.base import Worker

# So much is made ahead of what the client has taken; then the thread turns to others.
MOST_AHEAD_BYTES = 262_144


class Answer:
    """What comes of one request. Each step runs in a thread, and not always in the same one.

    All steps share one context of their own: nothing that is said of this request is left in the thread for the next.
    """

    def __init__(self, worker: Worker, connection: Connection, head: Head, body: bytes) -> None:
        self._worker = worker
        self._connection = connection
        self._head = head
        self._body = body
        self._context = Context()
        self._started = monotonic()
        self._request: Any = None
        self._response: Any = None
        self._environ: MutableMapping[str, Any] = {}
        self._made: Any = ()
        self._pieces: Iterator[bytes] | None = None

    @property
    def held_bytes(self) -> int:
        """How long the body is that waits to be read."""
        return len(self._body)

    def go_on(self) -> bool:
        """Take the next step; return whether the answer is all made."""
        return self._context.run(self._go_on)

    def give_up(self) -> None:
        """Let the application know that nobody takes the rest."""
        self._context.run(self._end)

    def _go_on(self) -> bool:
        connection = self._connection
        try:
            if self._pieces is None:
                self._begin()
            assert self._pieces is not None
            for piece in self._pieces:
                self._response.write(piece)
                if connection.flush() > MOST_AHEAD_BYTES:
                    return False
                if connection.is_broken:
                    break
            else:
                self._response.close()
            connection.is_kept = not self._response.should_close()
        except ParseException as error:
            self._refuse(problem_of(error))
        except BaseException:
            self._worker.log.exception("Error handling request")
            self._fail()
        self._end()
        connection.flush()
        return True

    def _begin(self) -> None:
        worker, connection = self._worker, self._connection
        # From memory: the loop has read all of it, and has seen where it ends.
        self._request = next(get_parser(worker.cfg, iter([self._head.data]), connection.client))
        # Of a socket it calls two methods, which a connection has too.
        sock = cast("socket", connection)
        client, server = connection.client, connection.server
        self._response, self._environ = wsgi.create(self._request, sock, client, server, worker.cfg)
        self._environ["wsgi.input"] = BytesIO(self._body)
        self._environ["wsgi.multithread"] = True
        self._body = b""
        worker.nr += 1
        if worker.nr >= worker.max_requests and worker.alive:
            worker.log.info("Autorestarting worker after current request.")
            worker.alive = False
        if not (worker.alive and worker.cfg.keepalive):
            self._response.force_close()
        self._made = worker.wsgi(self._environ, self._response.start_response)
        self._pieces = iter(self._made)

    def _fail(self) -> None:
        """Answer what no layer caught, or break off, so that half an answer is not taken for a whole one."""
        if self._response is not None and self._response.headers_sent:
            self._connection.is_broken = True
        else:
            self._refuse(Problem(kinds.INTERNAL_ERROR))

    def _refuse(self, problem: Problem) -> None:
        self._connection.is_kept = False
        has_body = self._head.method != "HEAD"
        self._connection.sendall(
            refusal(problem, self._connection.address, path=self._head.path, has_body=has_body)
        )

    def _end(self) -> None:
        made, self._made, self._pieces = self._made, (), None
        try:
            getattr(made, "close", lambda: None)()
        except Exception:
            self._worker.log.exception("Error closing an answer")
        if self._response is not None and self._response.status is not None:
            seconds = timedelta(seconds=monotonic() - self._started)
            with suppress(Exception):
                self._worker.log.access(self._response, self._request, self._environ, seconds)
