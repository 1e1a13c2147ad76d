"""What the worker takes from Gunicorn, which does not promise that it stays: here it fails clearly when that moves."""

from __future__ import annotations

import inspect

from gunicorn.config import Config
from gunicorn.http import get_parser, wsgi
from gunicorn.workers.base import Worker

from service.operations.connection import Connection, Limits


def test_a_parser_reads_a_request_from_memory() -> None:
    data = b"GET /v1?a=b HTTP/1.1\r\nHost: x\r\n\r\n"
    request = next(get_parser(Config(), iter([data]), ("127.0.0.1", 1)))
    assert (request.method, request.path, request.query) == ("GET", "/v1", "a=b")


def test_a_response_writes_to_a_socket_by_sendall_alone() -> None:
    class Taking:
        taken = b""

        def sendall(self, data: bytes) -> None:
            self.taken += data

    sock = Taking()
    request = next(get_parser(Config(), iter([b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"]), ("127.0.0.1", 1)))
    response, environ = wsgi.create(request, sock, ("127.0.0.1", 1), ("127.0.0.1", 2), Config())  # type: ignore[arg-type]
    assert environ["PATH_INFO"] == "/"
    response.start_response("200 OK", [("Content-Length", "2")])
    response.write(b"{}")
    response.close()
    assert sock.taken.startswith(b"HTTP/1.1 200 OK\r\n")
    assert sock.taken.endswith(b"\r\n\r\n{}")
    assert not response.should_close()


def test_gunicorns_worker_has_the_attributes_that_the_event_loop_uses() -> None:
    source = inspect.getsource(Worker)
    for part in (
        "self.PIPE",
        "self.alive",
        "self.ppid",
        "self.sockets",
        "self.nr",
        "self.max_requests",
        "self.wsgi",
    ):
        assert part in source, f"gunicorn.workers.base.Worker has no {part} any more"
    assert list(inspect.signature(Worker.run).parameters) == ["self"]


def test_a_connection_has_the_socket_methods_that_gunicorn_calls() -> None:
    assert {"sendall", "send"} <= set(dir(Connection))
    assert Limits(1, 2).max_body_bytes == 2
