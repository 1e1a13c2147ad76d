"""Both of Gunicorn's parsers agree on where a request ends: requests that could be read in two ways are refused."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults.test_concurrent_writers import make_token
from tests.servers import RunningServer, run_server

SMUGGLED = b"GET /v1/sources HTTP/1.1\r\nHost: x\r\n\r\n"
HOST = b"Host: x\r\n"


@pytest.fixture(scope="module", params=["python", "fast"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    """One worker, so that the death of one is noticed."""
    url = f"sqlite:///{tmp_path_factory.mktemp('framing')}/peninsula.db"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GUNICORN_CMD_ARGS", f"--http-parser={request.param}")
        with run_server(url, workers=1, dataset="none", client_timeout_seconds=5) as running:
            running.token = make_token(url)  # type: ignore[attr-defined]
            yield running
            log = running.log.read_text()
            assert "Traceback" not in log
            assert log.count("Booting worker") == 1, "a worker died"


def exchange(server: RunningServer, *said: bytes) -> bytes:
    """Send these bytes and close the sending side; return everything that is answered."""
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in said:
            connection.sendall(piece)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def assert_refused(answer: bytes, *statuses: int) -> None:
    """Assert that there is one answer, a problem document with a request id, and then the end."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert len(re.findall(rb"HTTP/1\.1 \d", answer)) == 1, answer
    status = int(head.split(b" ")[1])
    assert status in (statuses or (400,)), answer
    assert b"\r\nConnection: close" in head
    problem = json.loads(body)
    assert f"X-Request-ID: {problem['request_id']}".encode() in head
    assert problem["status"] == status
    assert problem["detail"]


def post(*fields: bytes) -> bytes:
    return b"POST /v1/sources HTTP/1.1\r\n" + HOST + b"".join(field + b"\r\n" for field in fields) + b"\r\n"


def get(*fields: bytes, line: bytes = b"GET /v1 HTTP/1.1") -> bytes:
    return line + b"\r\n" + b"".join(field + b"\r\n" for field in fields) + b"\r\n"


CHUNK = b"3\r\n{}}\r\n0\r\n\r\n"
REFUSED = {
    "a line feed ends the request line": b"GET /v1 HTTP/1.1\nHost: x\r\n\r\n",
    "a line feed ends a field": b"GET /v1 HTTP/1.1\r\nHost: x\nX: y\r\n\r\n",
    "a line feed hides a coding": post(b"X: y\nTransfer-Encoding: chunked", b"Content-Length: 0") + SMUGGLED,
    "line feeds alone": b"GET /v1 HTTP/1.1\nHost: x\n\n",
    "a carriage return alone in a field": get(b"Host: x", b"X: a\rb"),
    "a carriage return alone ends a field": get(b"Host: x\rX: y"),
    "NUL in a field": get(b"Host: x", b"X: a\0b"),
    "a control character in a field": get(b"Host: x", b"X: a\x1bb"),
    "NUL in the target": get(b"Host: x", line=b"GET /v1\0 HTTP/1.1"),
    "a folded line": get(b"Host: x", b"X: a", b" b"),
    "a folded line after a tab": get(b"Host: x", b"X: a", b"\tb"),
    "a folded first line": get(b" Host: x", b"Host: x"),
    "a space before the colon": get(b"Host : x"),
    "a space before the colon of a length": post(b"Content-Length : 3") + b"{}}",
    "no name": get(b"Host: x", b": y"),
    "no colon": get(b"Host: x", b"nonsense"),
    "a name beyond ASCII": get(b"Host: x", b"X\xc3\xa9: y"),
    "no Host in HTTP/1.1": get(b"X: y"),
    "two Hosts": get(b"Host: x", b"Host: x"),
    "two Hosts in HTTP/1.0": get(b"Host: x", b"Host: y", line=b"GET /v1 HTTP/1.0"),
    "a Host with a path": get(b"Host: x/y"),
    "a Host with a space": get(b"Host: x y"),
    "a Host beyond ASCII": get("Host: é".encode()),
    "identity": post(b"Transfer-Encoding: identity") + SMUGGLED,
    "identity and chunked": post(b"Transfer-Encoding: identity, chunked") + CHUNK,
    "gzip and chunked": post(b"Transfer-Encoding: gzip, chunked") + CHUNK,
    "a coding nobody knows": post(b"Transfer-Encoding: x"),
    "chunked twice": post(b"Transfer-Encoding: chunked, chunked") + CHUNK,
    "chunked in two fields": post(b"Transfer-Encoding: chunked", b"Transfer-Encoding: chunked") + CHUNK,
    "chunked with a control character": post(b"Transfer-Encoding: \x0bchunked") + CHUNK,
    "chunked in quotes": post(b'Transfer-Encoding: "chunked"') + CHUNK,
    "an empty coding": post(b"Transfer-Encoding:") + CHUNK,
    "chunked in HTTP/1.0": b"POST /v1/sources HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNK,
    "a length and chunks": post(b"Content-Length: 3", b"Transfer-Encoding: chunked") + CHUNK,
    "chunks and a length": post(b"Transfer-Encoding: chunked", b"Content-Length: 3") + CHUNK,
    "two lengths": post(b"Content-Length: 3", b"Content-Length: 4") + b"{}}",
    "the same length twice": post(b"Content-Length: 3", b"Content-Length: 3") + b"{}}",
    "lengths in a list": post(b"Content-Length: 3, 3") + b"{}}",
    "a length with a sign": post(b"Content-Length: +3") + b"{}}",
    "a negative length": post(b"Content-Length: -3") + b"{}}",
    "a hexadecimal length": post(b"Content-Length: 0x3") + b"{}}",
    "a length with a fraction": post(b"Content-Length: 3.0") + b"{}}",
    "a length with an underscore": post(b"Content-Length: 1_0") + b"{}}",
    "a length in other digits": post("Content-Length: ٣".encode()) + b"{}}",
    "no length": post(b"Content-Length:") + b"{}}",
    "a chunk size with a sign": post(b"Transfer-Encoding: chunked") + b"+3\r\n{}}\r\n0\r\n\r\n",
    "a chunk size with 0x": post(b"Transfer-Encoding: chunked") + b"0x3\r\n{}}\r\n0\r\n\r\n",
    "a negative chunk size": post(b"Transfer-Encoding: chunked") + b"-3\r\n{}}\r\n0\r\n\r\n",
    "a chunk size after a space": post(b"Transfer-Encoding: chunked") + b" 3\r\n{}}\r\n0\r\n\r\n",
    "a chunk size of many digits": post(b"Transfer-Encoding: chunked") + b"f" * 40 + b"\r\n{}}\r\n0\r\n\r\n",
    "a chunk size ended by a line feed": post(b"Transfer-Encoding: chunked") + b"3\n{}}\r\n0\r\n\r\n",
    "a chunk longer than it says": post(b"Transfer-Encoding: chunked") + b"2\r\n{}}\r\n0\r\n\r\n",
    "a chunk shorter than it says": post(b"Transfer-Encoding: chunked") + b"4\r\n{}}\r\n0\r\n\r\n",
    "a chunk extension with a line feed": post(b"Transfer-Encoding: chunked") + b"3;a\nb\r\n{}}\r\n0\r\n\r\n",
    "a trailer without a colon": post(b"Transfer-Encoding: chunked") + b"3\r\n{}}\r\n0\r\nnonsense\r\n\r\n",
    "chunks of single bytes, thousands": post(b"Transfer-Encoding: chunked")
    + b"1\r\n{\r\n" * 9000
    + b"0\r\n\r\n",
    "no last chunk": post(b"Transfer-Encoding: chunked") + b"3\r\n{}}\r\n",
    "a body cut off": post(b"Content-Length: 9") + b"{}",
    "a head cut off": b"GET /v1 HTTP/1.1\r\nHost: x\r\n",
    "HTTP/0.9": b"GET /v1\r\n\r\n",
    "HTTP/0.9 with a version": b"GET /v1 HTTP/0.9\r\n\r\n",
    "HTTP/1.2": get(HOST[:-2], line=b"GET /v1 HTTP/1.2"),
    "HTTP/2.0": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/3.0": get(HOST[:-2], line=b"GET /v1 HTTP/3.0"),
    "HTTP/1.10": get(HOST[:-2], line=b"GET /v1 HTTP/1.10"),
    "http in lower case": get(HOST[:-2], line=b"GET /v1 http/1.1"),
    "no version number": get(HOST[:-2], line=b"GET /v1 HTTP/"),
    "two spaces": get(HOST[:-2], line=b"GET  /v1 HTTP/1.1"),
    "a tab": get(HOST[:-2], line=b"GET\t/v1\tHTTP/1.1"),
    "a space at the end": get(HOST[:-2], line=b"GET /v1 HTTP/1.1 "),
    "a space before the method": get(HOST[:-2], line=b" GET /v1 HTTP/1.1"),
    "a space in the target": get(HOST[:-2], line=b"GET /v1/a b HTTP/1.1"),
    "a method in lower case": get(HOST[:-2], line=b"get /v1 HTTP/1.1"),
    "a method beyond ASCII": get(HOST[:-2], line=b"G\xc3\x89T /v1 HTTP/1.1"),
    "a target that is no path": get(HOST[:-2], line=b"GET v1 HTTP/1.1"),
    "an asterisk that is not for OPTIONS": get(HOST[:-2], line=b"GET * HTTP/1.1"),
    "an authority": get(HOST[:-2], line=b"GET x:80 HTTP/1.1"),
    "CONNECT": get(HOST[:-2], line=b"CONNECT x:80 HTTP/1.1"),
    "a URL of another scheme": get(HOST[:-2], line=b"GET ftp://x/v1 HTTP/1.1"),
    "a URL without a host": get(HOST[:-2], line=b"GET http:///v1 HTTP/1.1"),
    "a URL that is not UTF-8": get(HOST[:-2], line=b"GET /v1/sources?q=\xff HTTP/1.1"),
    "a TLS handshake": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "an expectation nobody knows": get(b"Host: x", b"Expect: a-miracle"),
}


@pytest.mark.parametrize("said", REFUSED.values(), ids=REFUSED)
def test_ambiguous_requests_are_refused(server: RunningServer, said: bytes) -> None:
    assert_refused(exchange(server, said))


TOO_LONG = {
    "a request line": (414, b"GET /v1?q=" + b"x" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n"),
    "a request line without an end": (414, b"GET /v1?q=" + b"x" * 9000),
    "a field": (431, get(b"Host: x", b"X: " + b"x" * 9000)),
    "too many fields": (431, get(b"Host: x", *[b"X: y"] * 200)),
    "a head": (431, get(b"Host: x", *[b"X: " + b"y" * 1000] * 80)),
    "a head without an end": (431, b"GET /v1 HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 12_000),
    "a trailer": (431, post(b"Transfer-Encoding: chunked") + b"0\r\n" + b"X: y\r\n" * 2000),
    "a body by its length": (413, post(b"Content-Length: 10000000000")),
    "a chunk by its size": (413, post(b"Transfer-Encoding: chunked") + b"ffffffff\r\n"),
}


@pytest.mark.parametrize(("status", "said"), TOO_LONG.values(), ids=TOO_LONG)
def test_too_long_requests_are_refused_as_soon_as_that_is_certain(
    server: RunningServer, status: int, said: bytes
) -> None:
    assert_refused(exchange(server, said), status)


TAKEN = {
    "HTTP/1.1": get(HOST[:-2]),
    "HTTP/1.0 without a Host": get(line=b"GET /v1 HTTP/1.0"),
    "an empty Host": get(b"Host:"),
    "an IPv6 Host": get(b"Host: [::1]:8000"),
    "empty lines before": b"\r\n\r\n" + get(HOST[:-2]),
    "a URL": get(HOST[:-2], line=b"GET http://x/v1 HTTP/1.1"),
    "a URL in capitals": get(HOST[:-2], line=b"GET HTTP://X/v1 HTTP/1.1"),
    "no space after the colon": get(b"Host:x"),
    "spaces around a value": get(b"Host:  \t x \t "),
    "a value beyond ASCII": get(b"Host: x", "X: é".encode()),
    "a body with GET": get(b"Host: x", b"Content-Length: 2") + b"{}",
    "chunks with GET": get(b"Host: x", b"Transfer-Encoding: Chunked") + b"2;a=b\r\n{}\r\n0\r\nX: y\r\n\r\n",
}


@pytest.mark.parametrize("said", TAKEN.values(), ids=TAKEN)
def test_unambiguous_requests_are_answered(server: RunningServer, said: bytes) -> None:
    answer = exchange(server, said + get(HOST[:-2], line=b"GET /healthz HTTP/1.1"))
    assert re.match(rb"HTTP/1\.[01] 200 OK", answer), answer
    if not said.startswith(b"GET /v1 HTTP/1.0"):
        assert answer.count(b"HTTP/1.1 200 OK") == 2, "the next request begins where this one ends"


def test_options_takes_an_asterisk(server: RunningServer) -> None:
    answer = exchange(server, get(HOST[:-2], line=b"OPTIONS * HTTP/1.1"))
    assert answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 204", b"HTTP/1.1 404")), answer


def test_a_url_in_raw_utf_8_is_the_same_as_percent_encoded(server: RunningServer) -> None:
    raw = exchange(server, get(HOST[:-2], line="GET /v1/sources?q=김정은&limit=1 HTTP/1.1".encode()))
    encoded = server.get("/v1/sources", params={"q": "김정은", "limit": "1"})
    assert raw.startswith(b"HTTP/1.1 200 OK")
    assert json.loads(raw.partition(b"\r\n\r\n")[2]) == encoded.json()


def test_100_continue_is_sent_once(server: RunningServer) -> None:
    address = urlsplit(server.url)
    body = b'{"id": "x"}'
    with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
        token = server.token.encode()  # type: ignore[attr-defined]
        fields = b"Authorization: Bearer " + token, b"Content-Type: application/json", b"Expect: 100-continue"
        connection.sendall(post(*fields, b"Content-Length: %d" % len(body)))
        assert connection.recv(65_536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(body)
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert answer.startswith(b"HTTP/1.1 422 ")
    assert b"100 Continue" not in answer


LINES = st.sampled_from(
    [*REFUSED.values(), *TAKEN.values(), *(said for _, said in TOO_LONG.values() if len(said) < 10_000)]
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=LINES, at=st.integers(0, 10_000), noise=st.binary(max_size=6), cut=st.integers(0, 10_000))
def test_every_answer_to_any_bytes_has_a_request_id(
    server: RunningServer, said: bytes, at: int, noise: bytes, cut: int
) -> None:
    """Requests with some random bytes, in two pieces: each is answered in HTTP, with an id."""
    at, cut = at % (len(said) + 1), cut % (len(said) + 1)
    changed = said[:at] + noise + said[at:]
    answer = exchange(server, changed[:cut], changed[cut:])
    if changed.strip(b"\r\n"):
        assert answer.startswith((b"HTTP/1.1 ", b"HTTP/1.0 ")), (changed, answer)
    assert answer.count(b"\r\nX-Request-ID: ") >= 1 or not answer
    assert not re.search(rb"HTTP/1\.\d 500", answer)
