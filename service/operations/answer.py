"""Answering one request: the application is called, and its response is produced as fast as the client reads it."""

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

# How many bytes of a response are produced ahead of the client; after that the thread serves other requests.
MOST_AHEAD_BYTES = 262_144


class PendingAnswer:
    """The answer to one request, produced in steps. Each step runs in a thread, not always in the same one.

    All steps share one context, so that context variables of this request do not leak into the thread's next request.
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
        self._iterable: Any = ()
        self._pieces: Iterator[bytes] | None = None

    @property
    def held_bytes(self) -> int:
        """The length of the request body that the application has not read yet."""
        return len(self._body)

    def go_on(self) -> bool:
        """Run the next step; return whether the answer is complete."""
        return self._context.run(self._go_on)

    def give_up(self) -> None:
        """Close the application's response early, because the client has disconnected."""
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
            connection.stays_open = not self._response.should_close()
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
        # The event loop has already read the head and found its end, so the parser reads it from memory.
        self._request = next(get_parser(worker.cfg, iter([self._head.data]), connection.client))
        # Gunicorn calls only two methods of a socket, and ``Connection`` has both.
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
        self._iterable = worker.wsgi(self._environ, self._response.start_response)
        self._pieces = iter(self._iterable)

    def _fail(self) -> None:
        """Answer 500, or abort the connection if sending has begun, so that no partial response looks complete."""
        if self._response is not None and self._response.headers_sent:
            self._connection.is_broken = True
        else:
            self._refuse(Problem(kinds.INTERNAL_ERROR))

    def _refuse(self, problem: Problem) -> None:
        self._connection.stays_open = False
        has_body = self._head.method != "HEAD"
        self._connection.sendall(
            refusal(problem, self._connection.address, path=self._head.path, has_body=has_body)
        )

    def _end(self) -> None:
        iterable, self._iterable, self._pieces = self._iterable, (), None
        try:
            getattr(iterable, "close", lambda: None)()
        except Exception:
            self._worker.log.exception("Error closing an answer")
        if self._response is not None and self._response.status is not None:
            seconds = timedelta(seconds=monotonic() - self._started)
            with suppress(Exception):
                self._worker.log.access(self._response, self._request, self._environ, seconds)
