"""Header fields with invalid values, on every route of the service: each request is answered, with a request id."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.faults.test_concurrent_writers import make_token
from tests.servers import RunningServer, run_server

HUGE = "9" * 7000
DATES = (
    "Thu, 01 Jan 99999999999999 00:00:00 GMT",
    "Thu, 01 Jan 0000 00:00:00 GMT",
    "Thu, 01 Jan 1970 99:99:99 GMT",
    "Fri, 31 Dec 9999 23:59:59 -9999",
    "Mon, 01 Jan 0001 00:00:00 +2359",
    "Thu, 01 Jan 1970 00:00:00 +99999999999999",
    f"Thu, {HUGE} Jan 1970 00:00:00 GMT",
    "1e999",
    "Thu, 01 Jan 1970",
)
ANY = (
    "",
    " ",
    ",",
    ",,,,",
    ";;;",
    "=",
    '"',
    '"""',
    "\\",
    "*",
    "\xff\xfe",
    "é",
    "김",
    HUGE,
    "-1",
    "1e308",
    "(" * 7000,
    "a;q=" + HUGE,
    "a" * 8000,
)
FIELDS = {
    "If-Modified-Since": DATES,
    "If-Unmodified-Since": DATES,
    "If-Range": (*DATES, '"x"'),
    "Accept-Datetime": DATES,
    "Date": DATES,
    "If-Match": ('"', 'W/"x"', '"x', '"' + "x" * 7000 + '"', ",".join(['"x"'] * 2000)),
    "If-None-Match": ('"', 'W/"x"', '"x', '"' + "x" * 7000 + '"', ",".join(['"x"'] * 2000)),
    "Accept": (
        "*/*;q=9",
        "application/json;q=" + HUGE,
        "text/",
        "/",
        "*/json",
        ",".join(["a/b;q=0.1"] * 700),
    ),
    "Accept-Encoding": ("gzip;q=9", "identity;q=0", "*;q=0", "gzip;q=" + HUGE, ",".join(["gzip"] * 1000)),
    "Accept-Language": ("*", "ko;q=" + HUGE),
    "Accept-Charset": ("utf-8;q=2",),
    "traceparent": ("00-" + "0" * 32, "ff-" + "f" * 32 + "-" + "f" * 16 + "-01"),
    "tracestate": ("a=" + HUGE,),
    "X-Request-ID": ("a\x80", "../../etc"),
    "X-Forwarded-For": ("1.2.3.4:99", "[::1]:99", "::1%eth0", "999.1.1.1", ",".join(["1.1.1.1"] * 900)),
    "X-Forwarded-Proto": ("gopher", "https, http"),
    "X-Forwarded-Host": ("x/y", "[::"),
    "X-Forwarded-Prefix": ("//evil.example", "no-slash"),
    "X-Forwarded-Port": ("99999999",),
    "Forwarded": ("for=;;;", 'for="[::'),
    "Authorization": (
        "Bearer",
        "Bearer ",
        "Basic Og==",
        "Bearer " + "x" * 7000,
        "Digest username=" + HUGE,
        "Bearer pen_x",
    ),
    "Cache-Control": (
        "max-age=" + HUGE,
        "max-age=-1",
        'max-age="',
        "no-cache=" + HUGE,
        "max-stale",
        "only-if-cached",
    ),
    "Range": ("bytes=0-" + HUGE, "bytes=-", "bytes=9-1", "bytes=" + "0-0," * 1500, "lines=1-2"),
    "Origin": ("null", "https://" + "x" * 7000),
    "Access-Control-Request-Method": ("GET", "x" * 7000),
    "Content-Type": ("application/json; charset=" + HUGE, "multipart/form-data", "/"),
    "Content-Encoding": ("gzip", "br, gzip"),
    "Upgrade": ("websocket", "h2c", "TLS/1.0"),
    "HTTP2-Settings": ("AAMAAABkAAQAAP__",),
    "Connection": ("Upgrade", "close, keep-alive", "Host", "Content-Length"),
    "Idempotency-Key": ("x" * 7000,),
    "Cookie": ("a=" + HUGE,),
    "Last-Event-ID": (HUGE, "-1", "x"),
    "Prefer": ("wait=" + HUGE,),
    "TE": ("trailers, deflate;q=0.5",),
    "Max-Forwards": ("0", "x"),
    "Via": ("1.1 " + "x" * 7000,),
    "User-Agent": ("\x80" * 7000,),
    "Referer": ("javascript:alert(1)",),
}
HIT, MISS, MISSING, ROUTELESS, BAD = (
    "/v1/sources?limit=3",
    "/v1/sources?limit={}",
    "/v1/sources/none",
    "/nowhere",
    "/v1/sources?limit=x",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    url = f"sqlite:///{tmp_path_factory.mktemp('headers')}/peninsula.db"
    with run_server(url, workers=1, dataset="seed", trusted_proxies=1) as running:
        running.token = make_token(url)  # type: ignore[attr-defined]
        yield running
        log = running.log.read_text()
        assert "Traceback" not in log
        assert "exc_type" not in log
        assert log.count("Booting worker") == 1, "a worker died"


@pytest.mark.parametrize("name", FIELDS)
def test_every_answer_has_a_request_id_whatever_a_field_contains(server: RunningServer, name: str) -> None:
    etag = server.get(HIT).headers["ETag"]
    record = server.get(HIT).json()["items"][0]["self"]
    limits = iter(range(4, 500))
    for value in (*FIELDS[name], *ANY):
        field = f"{name}: {value}"
        for request in (
            f"GET {HIT}",
            f"GET {MISS.format(next(limits))}",
            f"GET {record}",
            f"GET {MISSING}",
            f"GET {ROUTELESS}",
            f"GET {BAD}",
            f"HEAD {HIT}",
            f"OPTIONS {HIT}",
            f"DELETE {MISSING}",
            "GET /healthz",
            "GET /openapi.json",
        ):
            assert_answered(server, request, field)
        assert_answered(server, f"GET {HIT}", field, f"If-None-Match: {etag}")
        assert_answered(server, f"GET {record}", field, "If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT")
        assert_answered(server, f"DELETE {MISSING}", field, f"Authorization: Bearer {server.token}")  # type: ignore[attr-defined]


def assert_answered(server: RunningServer, request: str, *fields: str) -> None:
    address = urlsplit(server.url)
    lines = [
        f"{request} HTTP/1.1",
        "Host: x",
        *fields,
        *([] if fields[0].startswith("Connection") else ["Connection: close"]),
    ]
    sent = "\r\n".join([*lines, "", ""]).encode()
    with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        head = b"".join(iter(lambda: connection.recv(65_536), b"")).partition(b"\r\n\r\n")[0]
    assert re.match(rb"HTTP/1\.1 [234]\d\d ", head), (sent[:300], head)
    assert len(re.findall(rb"\r\nX-Request-ID: [A-Za-z0-9._-]{1,128}(?=\r|\Z)", head)) == 1, (
        sent[:300],
        head,
    )


def test_an_upgrade_field_is_ignored_on_a_hit_and_on_a_miss(server: RunningServer) -> None:
    wish = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    for path in (HIT, HIT, MISS.format(499)):
        assert server.get(path, headers=wish).status_code == 200


@pytest.mark.parametrize(
    "path", ["/metrics", "/healthz", "/readyz", "/v1/sources?limit=3", "/openapi.json", "/docs"]
)
@pytest.mark.parametrize("more", ["/", "//", "/%2F"])
def test_a_path_has_one_slash_at_its_beginning(server: RunningServer, path: str, more: str) -> None:
    assert server.get(path).status_code == 200
    for target in (f"{more}{path}", f"http://x{more}{path}"):
        address = urlsplit(server.url)
        with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            answer = b"".join(iter(lambda: connection.recv(65_536), b""))
        assert answer.startswith(b"HTTP/1.1 404 "), (target, answer[:200])
        assert b"application/problem+json" in answer


def test_a_date_beyond_the_calendar_is_ignored_on_a_hit_and_on_a_miss(server: RunningServer) -> None:
    record = server.get(HIT).json()["items"][0]["self"]
    for name in ("If-Modified-Since", "If-Unmodified-Since"):
        for fresh in ({"Cache-Control": "no-cache"}, {}):
            assert server.get(record, headers={name: DATES[0], **fresh}).status_code == 200
