"""Requests that no HTTP library would send, to the real server: refused, nothing stored, and the server survives."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.contracts import factories
from tests.servers import RunningServer, run_server

LIMIT = 1_048_576
BODY = json.dumps(factories.source()).encode()


@dataclass
class Raw:
    """A server of one worker, so that the death of one is noticed."""

    running: RunningServer
    token: str

    def request(self, body: bytes, *fields: str, line: str = "POST /v1/sources HTTP/1.1") -> bytes:
        given = {field.partition(":")[0].strip("!").lower() for field in fields}
        usual = {
            "Host": "x",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "Connection": "close",
        }
        head = [
            line,
            *(f"{name}: {value}" for name, value in usual.items() if name.lower() not in given),
            *fields,
        ]
        # A field that ends in "!" removes the usual one.
        return (
            "\r\n".join(each for each in head if not each.endswith("!")).encode("latin-1")
            + b"\r\n\r\n"
            + body
        )

    def send(self, request: bytes, *, cut: bool = False) -> tuple[int, bytes]:
        """Return the status and rest of what is received until the server closes the connection; 0 if that is empty."""
        address = urlsplit(self.running.url)
        with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
            try:
                connection.sendall(request)
                if cut:
                    connection.shutdown(socket.SHUT_WR)
                answer = b"".join(iter(lambda: connection.recv(65536), b""))
            except (BrokenPipeError, ConnectionResetError):
                answer = b""
        status = answer.split(b" ", 2)[1:2]
        return int(status[0]) if status else 0, answer

    def feed(self) -> object:
        return self.running.get("/v1/changes?limit=500").raise_for_status().json()

    @contextmanager
    def nothing_stored(self) -> Iterator[None]:
        before, log = self.feed(), self.running.log.read_text()
        yield
        assert self.feed() == before
        new = self.running.log.read_text()[len(log) :]
        assert "Booting worker" not in new, "a worker died"
        assert "Traceback" not in new


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Raw]:
    url = f"sqlite:///{tmp_path_factory.mktemp('raw')}/peninsula.db"
    with run_server(url, workers=1, threads=4, dataset="none") as running:
        context = make_context(Settings(database_url=url))
        with context.database.writing() as connection:
            _, token = create_key(connection, "raw", ["write"], None, datetime.now(UTC))
        context.engine.dispose()
        yield Raw(running, token)


def chunked(body: bytes, size: int = 65_536) -> bytes:
    pieces = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


CHUNKED = ("Content-Length!", "Transfer-Encoding: chunked")


def test_a_chunked_body_is_read(raw: Raw) -> None:
    body = json.dumps(factories.source(id="chunked")).encode()
    status, answer = raw.send(raw.request(chunked(body, 7), *CHUNKED))
    assert status == 201, answer


@pytest.mark.parametrize("size", [LIMIT + 1, 4 * LIMIT])
@pytest.mark.parametrize("way", ["with its length", "chunked"])
def test_a_body_over_1_mib_is_413_however_it_is_sent(raw: Raw, way: str, size: int) -> None:
    body = BODY.ljust(size)
    request = raw.request(body) if way == "with its length" else raw.request(chunked(body), *CHUNKED)
    with raw.nothing_stored():
        status, answer = raw.send(request)
        # The server may close the connection of a client that keeps sending, and then its answer may be lost.
        assert status in (413, 0), answer[:500]


def test_a_body_declared_too_large_is_413_before_it_is_sent(raw: Raw) -> None:
    with raw.nothing_stored():
        status, answer = raw.send(raw.request(b"", f"Content-Length: {10**15}"), cut=True)
        assert status == 413
        assert b"application/problem+json" in answer


BAD = {
    "invalid UTF-8": (b'{"title": "\xff"}',),
    "NUL": (b'{"title": "\0"}',),
    "an escaped NUL": (b'{"title": "\\u0000"}',),
    "NaN": (b'{"title": NaN}',),
    "duplicate keys": (b'{"title": "a", "title": "b"}',),
    "a lone surrogate": (b'{"title": "\\ud800"}',),
    "10,000 levels": (b"[" * 10_000 + b"]" * 10_000,),
    "a number of 100,000 digits": (b'{"title": ' + b"9" * 100_000 + b"}",),
    "no type": (BODY, "Content-Type!"),
    "a type that is no type": (BODY, "Content-Type: \xff\xfe"),
    "gzip that is none": (BODY, "Content-Encoding: gzip"),
    "two keys": (BODY, "Authorization: Bearer a", "Authorization: Bearer b"),
    "a key that is no ASCII": (BODY, "Authorization: Bearer \xe9"),
    "an idempotency key that is no ASCII": (BODY, "Idempotency-Key: \xe9"),
    "an Accept that is no grammar": (BODY, "Accept: \xff/;q"),
    "an Accept-Encoding that is no grammar": (BODY, "Accept-Encoding: gzip;q=x"),
}


@pytest.mark.parametrize("parts", BAD.values(), ids=BAD)
def test_an_invalid_body_or_header_is_a_4xx_problem(raw: Raw, parts: tuple[bytes, *tuple[str, ...]]) -> None:
    body, *fields = parts
    with raw.nothing_stored():
        status, answer = raw.send(raw.request(body, *fields))
        assert 400 <= status < 500, answer
        assert b"application/problem+json" in answer


BELOW_HTTP = {
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "no version": b"GET /v1\r\n\r\n",
    "HTTP/3.0": b"GET /v1 HTTP/3.0\r\nHost: x\r\n\r\n",
    "a long request line": b"GET /v1?q=" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "a long field": b"GET /v1 HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    "many fields": b"GET /v1 HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
    "a field without a name": b"GET /v1 HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n",
    "NUL in a field": b"GET /v1 HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n",
    "NUL in the path": b"GET /v1/\0 HTTP/1.1\r\nHost: x\r\n\r\n",
}


@pytest.mark.parametrize("request_", BELOW_HTTP.values(), ids=BELOW_HTTP)
def test_invalid_http_is_refused_and_the_server_stays_up(raw: Raw, request_: bytes) -> None:
    with raw.nothing_stored():
        status, answer = raw.send(request_, cut=True)
        assert status == 0 or 400 <= status < 500, answer[:500]


SMUGGLED = {
    "two lengths": (BODY, f"Content-Length: {len(BODY)}", "Content-Length: 3"),
    "a length and chunks": (chunked(BODY), "Transfer-Encoding: chunked"),
    "a negative length": (BODY, "Content-Length: -1"),
    "a length that is no number": (BODY, "Content-Length: 1e3"),
    "chunks that are none": (b"zz\r\n" + BODY, *CHUNKED),
    "chunks coded twice": (chunked(BODY), "Content-Length!", "Transfer-Encoding: chunked, chunked"),
    "a coding nobody knows": (BODY, "Content-Length!", "Transfer-Encoding: x"),
}


@pytest.mark.parametrize("parts", SMUGGLED.values(), ids=SMUGGLED)
def test_a_body_with_ambiguous_framing_is_refused(raw: Raw, parts: tuple[bytes, *tuple[str, ...]]) -> None:
    body, *fields = parts
    with raw.nothing_stored():
        status, answer = raw.send(raw.request(body, *fields), cut=True)
        assert status in (0, 400, 501), answer[:500]


@pytest.mark.parametrize("way", ["with its length", "chunked"])
def test_a_truncated_body_stores_nothing(raw: Raw, way: str) -> None:
    request = raw.request(BODY) if way == "with its length" else raw.request(chunked(BODY), *CHUNKED)
    with raw.nothing_stored():
        status, answer = raw.send(request[:-20], cut=True)
        assert status in (0, 400), answer


def test_a_client_that_disconnects_early_does_no_harm(raw: Raw) -> None:
    address = urlsplit(raw.running.url)
    with raw.nothing_stored():
        for _ in range(20):
            with socket.create_connection((address.hostname, address.port)) as connection:
                connection.sendall(raw.request(BODY)[:-5])
