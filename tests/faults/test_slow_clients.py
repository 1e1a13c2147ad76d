"""Clients that send or read nothing: however many there are, others are served, and these are disconnected."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from service.app import make_context
from service.settings import Settings
from tests.contracts import factories
from tests.faults.test_concurrent_writers import make_token
from tests.servers import STOP_SECONDS, RunningServer, run_server, wait_until

THREADS = 2
HEAD = b"GET /v1 HTTP/1.1\r\nHost: x\r\n"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('slow')}/peninsula.db"


@pytest.fixture(scope="module")
def server(database: str) -> Iterator[RunningServer]:
    with run_server(
        database, workers=1, threads=THREADS, dataset="seed", client_timeout_seconds=1
    ) as running:
        yield running


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that disconnects no client during a test."""
    url = f"sqlite:///{tmp_path_factory.mktemp('patient')}/peninsula.db"
    with run_server(url, workers=1, threads=THREADS, dataset="none", client_timeout_seconds=600) as running:
        yield running


def connect(server: RunningServer) -> socket.socket:
    address = urlsplit(server.url)
    assert address.hostname
    assert address.port
    return socket.create_connection((address.hostname, address.port), timeout=60)


def is_hung_up_on(connection: socket.socket) -> bool:
    try:
        while connection.recv(65_536):
            pass
    except ConnectionResetError:
        pass
    return True


@pytest.mark.parametrize("said", [b"", b"G", HEAD], ids=["nothing", "a letter", "half a head"])
def test_clients_that_stop_sending_hold_no_thread(patient: RunningServer, said: bytes) -> None:
    with ExitStack() as stack:
        for _ in range(10 * THREADS):
            stack.enter_context(connect(patient)).sendall(said)
        assert patient.get("/v1").status_code == 200


def test_idle_clients_that_were_served_before_hold_no_thread(patient: RunningServer) -> None:
    with ExitStack() as stack:
        for _ in range(10 * THREADS):
            connection = stack.enter_context(connect(patient))
            connection.sendall(HEAD + b"\r\n")
            assert connection.recv(65_536).startswith(b"HTTP/1.1 200")
            connection.sendall(HEAD)
        assert patient.get("/v1").status_code == 200


def test_a_head_that_comes_byte_by_byte_is_read(patient: RunningServer) -> None:
    with connect(patient) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in HEAD + b"Connection: close\r\n\r\n":
            connection.sendall(bytes([byte]))
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200")


def test_requests_sent_at_once_are_answered_in_turn(patient: RunningServer) -> None:
    with connect(patient) as connection:
        connection.sendall(3 * (HEAD + b"\r\n") + HEAD)
        connection.sendall(b"Connection: close\r\n\r\n")
        answers = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert answers.count(b"HTTP/1.1 200 OK") == 4


@pytest.mark.parametrize("said", [b"", HEAD], ids=["nothing", "half a head"])
def test_a_connection_with_too_slow_a_head_is_closed(server: RunningServer, said: bytes) -> None:
    with connect(server) as connection:
        connection.sendall(said)
        assert is_hung_up_on(connection)


def test_a_server_that_stops_does_not_wait_for_idle_clients(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'peninsula.db'}"
    settings = {"client_timeout_seconds": 600, "request_timeout_seconds": 600}
    with run_server(url, workers=1, dataset="none", **settings) as running, ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(connect(running))
        # The last of them has been accepted before this is answered.
        assert running.get("/v1").status_code == 200
        running.process.terminate()
        assert running.process.wait(STOP_SECONDS) == 0


def test_bodies_that_stop_arriving_hold_no_thread(server: RunningServer, database: str) -> None:
    head = (
        b"POST /v1/sources HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n"
        b"Authorization: Bearer " + make_token(database).encode() + b"\r\n\r\n{"
    )
    with ExitStack() as stack:
        slow = [stack.enter_context(connect(server)) for _ in range(3 * THREADS)]
        for each in slow:
            each.sendall(head)
        assert server.get("/v1").status_code == 200
        assert all(is_hung_up_on(each) for each in slow)


def test_a_write_that_waits_longer_than_it_may_be_sent_is_answered(tmp_path: Path) -> None:
    """The timeout applies to receiving: a request that waits for another writer is not disconnected."""
    url = f"sqlite:///{tmp_path / 'peninsula.db'}"
    settings = {"workers": 1, "dataset": "none", "client_timeout_seconds": 0.2, "busy_timeout_seconds": 60}
    with run_server(url, **settings) as running:
        headers = {"Authorization": f"Bearer {make_token(url)}"}
        context = make_context(Settings(database_url=url))
        with ThreadPoolExecutor(1) as threads:
            with context.database.writing():
                written = threads.submit(
                    httpx.post,
                    f"{running.url}/v1/sources",
                    json=factories.source(),
                    headers=headers,
                    timeout=60,
                )
                # Later clients are disconnected meanwhile, so the timeout of the first has passed.
                for _ in range(3):
                    with connect(running) as idle:
                        assert is_hung_up_on(idle)
                assert not written.done()
            assert written.result().status_code == 201
        context.engine.dispose()


def test_clients_that_do_not_read_their_answers_hold_no_thread(server: RunningServer) -> None:
    with ExitStack() as stack:
        for _ in range(3 * THREADS):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
            address = urlsplit(server.url)
            connection.connect((address.hostname, address.port))
            # Far more than the buffers between the two hold.
            connection.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 50)
        wait_until(lambda: _answers(server), "others are served")


def _answers(server: RunningServer) -> bool:
    try:
        return server.get("/v1", timeout=5).status_code == 200
    except httpx.TimeoutException:
        return False
