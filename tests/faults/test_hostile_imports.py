"""Import bodies that are made to use memory: a real worker stays within bounds, and so does its answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
import pytest

from service.exchange.columns import OBSERVATIONS
from tests.contracts import factories
from tests.faults.test_concurrent_writers import make_token
from tests.postgresql import PostgreSQLServer
from tests.servers import RunningServer, descendants, run_server

MIB = 2**20
LIMIT = 8 * MIB
ROOM_MIB = 200
NDJSON, CSV = "application/x-ndjson", "text/csv"


def compact(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def source(number: int, **changes: Any) -> bytes:
    return compact({"type": "source", **factories.source(id=f"s-{number}"), **changes}) + b"\n"


def observation(number: int) -> bytes:
    """Return a line of nearly 1 MiB: the largest number of citations, of a source that exists."""
    cited = [{"source": "s-0"}]
    findings = [{"state": "intact", "citations": cited * 500} for _ in range(110)]
    body = factories.observation(id=f"o-{number}", facility="f", findings=findings, citations=cited)
    return compact({"type": "observation", **body}) + b"\n"


def unknown_fields(number: int) -> bytes:
    return b'{"type":"source","id":"u-%d",%s}\n' % (
        number,
        b",".join(b'"%x":1' % name for name in range(90_000)),
    )


FACILITY = compact(
    {"type": "facility", **factories.facility(id="f", components=[], citations=[{"source": "s-0"}])}
)
TABLE = ",".join(OBSERVATIONS).encode() + b"\n"
CELLS = b",bb" * (len(OBSERVATIONS) - 1) + b"\n"
BODIES: dict[str, tuple[str, Any]] = {
    "line feeds": (NDJSON, lambda: b"\n" * LIMIT),
    "line feeds before a record": (NDJSON, lambda: b"\n" * (LIMIT - 2) + b"{}"),
    "empty objects": (NDJSON, lambda: b"{}\n" * (LIMIT // 3)),
    "as many lines as there may be, all wrong": (NDJSON, lambda: b"{}\n" * 10_000),
    "as many lines as there may be, all new": (
        NDJSON,
        lambda: b"".join(source(number, note="x" * 700) for number in range(8_500)),
    ),
    "one line": (NDJSON, lambda: b"x" * LIMIT),
    "brackets": (NDJSON, lambda: (b"[" * (MIB - 1) + b"\n") * 8),
    "empty strings": (NDJSON, lambda: (b'"",' * (MIB // 3 - 1) + b"\n") * 8),
    "lists of nothing": (NDJSON, lambda: (b"[" + b"[]," * (MIB // 3 - 2) + b"0]\n") * 8),
    "fields that nobody knows": (NDJSON, lambda: b"".join(map(unknown_fields, range(10)))[:LIMIT]),
    "references without number": (
        NDJSON,
        lambda: source(0) + FACILITY + b"\n" + b"".join(map(observation, range(7))),
    ),
    "references that lead nowhere": (
        NDJSON,
        lambda: b"".join(observation(n).replace(b"s-0", b"zzz") for n in range(8)),
    ),
    "a table of line feeds": (CSV, lambda: TABLE + b"\n" * (LIMIT - len(TABLE))),
    "a table of commas": (CSV, lambda: b"," * LIMIT),
    "rows of commas": (CSV, lambda: TABLE + (b"," * (MIB - 2) + b"\n") * 7),
    "a quote that is never closed": (CSV, lambda: TABLE + b'"' + b"a\n" * (LIMIT // 2 - 200)),
    "quoted cells over many lines": (CSV, lambda: TABLE + b'"a\n",' * (LIMIT // 5 - 100)),
    "a table of tiny records": (CSV, lambda: TABLE + b"".join(b"%x%s" % (n, CELLS) for n in range(9_900))),
    "a table of one record": (CSV, lambda: TABLE + (b"a" + CELLS) * 9_900),
}

# The others are refused before the database is asked.
ASKED_OF_THE_DATABASE = (
    "as many lines as there may be, all new",
    "references without number",
    "references that lead nowhere",
    "a table of tiny records",
)


@dataclass
class Server:
    running: RunningServer
    token: str
    idle: dict[int, int]


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from serve(f"sqlite:///{tmp_path_factory.mktemp('hostile')}/peninsula.db")


@pytest.fixture(scope="module")
def on_postgresql(postgresql_server: PostgreSQLServer) -> Iterator[Server]:
    yield from serve(postgresql_server.url(postgresql_server.create_database()))


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Server:
    # Not of the module with a parameter: in a random order each test would start a server of its own.
    found: Server = request.getfixturevalue(f"on_{getattr(request, 'param', 'sqlite')}")
    return found


def serve(url: str) -> Iterator[Server]:
    with run_server(url, workers=1, threads=2, dataset="none") as running:
        token = make_token(url)
        assert running.get("/v1/sources").status_code == 200
        idle = {each: memory(each) for each in descendants(running.process.pid)}
        yield Server(running, token, idle)


def memory(process_id: int) -> int:
    """Return the private memory of a process in KiB, without pages of the database file, which belong to the system."""
    status = Path(f"/proc/{process_id}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("RssAnon")).split()[1])


class Watch:
    """Samples the memory of processes as fast as it can."""

    def __init__(self, idle: dict[int, int]) -> None:
        self._idle = idle
        self._done = Event()
        self._thread = Thread(target=self._look)
        self.highest_mib = 0.0

    def _look(self) -> None:
        while not self._done.wait(0.002):
            rise = max(memory(each) - before for each, before in self._idle.items())
            self.highest_mib = max(self.highest_mib, rise / 1024)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


def send(server: Server, media_type: str, body: bytes, query: str = "") -> httpx.Response:
    headers = {"Content-Type": media_type, "Authorization": f"Bearer {server.token}"}
    return server.running.post(f"/v1/import{query}", content=body, headers=headers, timeout=1800)


@pytest.mark.parametrize(
    ("server", "name"),
    [*(("sqlite", name) for name in BODIES), *(("postgresql", name) for name in ASKED_OF_THE_DATABASE)],
    indirect=["server"],
)
def test_memory_and_answer_are_bounded_whatever_is_imported(server: Server, name: str) -> None:
    media_type, make = BODIES[name]
    body = make()
    assert len(body) <= LIMIT
    with Watch(server.idle) as watch:
        answer = send(server, media_type, body)
    assert answer.status_code in (200, 413, 422), answer.text[:1000]
    assert len(answer.content) <= MIB
    assert watch.highest_mib <= ROOM_MIB
    assert server.running.get("/healthz").status_code == 200


@pytest.mark.parametrize("lines", [b"{}\n" * 9_999, b"".join(map(unknown_fields, range(2)))])
def test_memory_is_bounded_also_with_best_effort(server: Server, lines: bytes) -> None:
    with Watch(server.idle) as watch:
        answer = send(server, NDJSON, lines + source(99_999), "?mode=best_effort")
    assert answer.status_code == 200
    assert answer.json()["failed"] == len(answer.json()["results"]) + answer.json()["results_omitted"] - 1
    assert len(answer.content) <= MIB
    assert watch.highest_mib <= ROOM_MIB


def test_a_record_with_very_many_errors_is_refused_in_a_short_answer(server: Server) -> None:
    headers = {"Authorization": f"Bearer {server.token}"}
    created = server.running.post("/v1/sources", json=factories.source(id="target"), headers=headers)
    assert created.status_code == 201
    body = {f"{number:x}": 1 for number in range(70_000)} | {"x" * 100_000: 1}
    with Watch(server.idle) as watch:
        answers = [
            httpx.request(
                method,
                f"{server.running.url}/v1/sources{path}",
                content=compact(body),
                headers={**headers, "Content-Type": media_type, "If-Match": "*"},
                timeout=1800,
            )
            for method, path, media_type in (
                ("POST", "", "application/json"),
                ("PUT", "/target", "application/json"),
                ("PATCH", "/target", "application/merge-patch+json"),
            )
        ]
    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert max(len(answer.content) for answer in answers) <= MIB
    assert {answer.json()["errors_truncated"] for answer in answers} == {True}
    assert all(answer.json()["errors_total"] > 70_000 for answer in answers)
    assert watch.highest_mib <= ROOM_MIB
