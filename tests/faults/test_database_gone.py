"""PostgreSQL unavailable: cached answers are served and marked stale, writes are refused, and everything recovers."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import httpx
import pytest

from tests.cache.reading import Client, make_token
from tests.postgresql import PostgreSQLServer, run_postgresql
from tests.servers import run_server, wait_until

PATHS = ("/v1/summits", "/v1/facilities/sohae", "/v1/situation?as_of=2018-09-10")
# Far more than a connection and a probe of it may take, and less than a request may take.
BOUND_SECONDS = 60.0


@pytest.fixture
def postgresql() -> Iterator[PostgreSQLServer]:
    """A separate server that a test can stop."""
    with run_postgresql() as server:
        yield server


@pytest.mark.parametrize(
    ("how", "has_redis"),
    [
        ("stopped", False),
        pytest.param("stopped", True, marks=pytest.mark.long),
        pytest.param("killed", False, marks=pytest.mark.long),
        pytest.param("killed", True, marks=pytest.mark.long),
    ],
)
def test_cached_answers_are_served_stale_and_writes_are_refused(
    postgresql: PostgreSQLServer, request: pytest.FixtureRequest, how: str, has_redis: bool
) -> None:
    database = postgresql.url(postgresql.create_database())
    settings = {"workers": 1, "threads": 8, "cache_max_stale_seconds": 1}
    settings |= {"database_timeout_seconds": 3, "request_timeout_seconds": 120}
    if has_redis:
        settings["workers"] = 2
        settings["redis_url"] = request.getfixturevalue("redis_url")
        settings["cache_hot_bytes"] = 0
    with ExitStack() as stack:
        server = stack.enter_context(run_server(database, **settings))
        client = Client(server.url, make_token(database))
        client.write("report", "Old")
        for path in PATHS:
            client.get(path)
        if how == "stopped":
            postgresql.send(signal.SIGSTOP)
        else:
            postgresql.send(signal.SIGKILL)
        slowest = [0.0]

        def timed(path: str) -> httpx.Response:
            began = time.monotonic()
            answer = client.get(path)
            slowest[0] = max(slowest[0], time.monotonic() - began)
            return answer

        stopped = Event()

        def read_what_is_kept(number: int) -> list[httpx.Response]:
            answers = []
            while not stopped.is_set():
                answers.append(timed(PATHS[number % len(PATHS)]))
            return answers

        def read_what_is_not(number: int) -> list[int]:
            statuses = []
            while not stopped.is_set():
                statuses.append(
                    timed(f"/v1/sources?limit={len(statuses) % 400 + 1}&id=x{number}").status_code
                )
            return statuses

        with ThreadPoolExecutor(8) as threads:
            kept = [threads.submit(read_what_is_kept, number) for number in range(4)]
            others = [threads.submit(read_what_is_not, number) for number in range(3)]
            try:
                wait_until(lambda: is_stale(client.get(PATHS[0])), "what is kept is served stale")
                refusals = [client.put_source("report", "New") for _ in range(3)]
            finally:
                stopped.set()
            answers = [answer for each in kept for answer in each.result()]
            assert {answer.status_code for answer in answers} == {200}
            assert {status for each in others for status in each.result()} <= {200, 503}
        assert all(answer.status_code == 503 and answer.headers["Retry-After"] for answer in refusals)
        assert slowest[0] < BOUND_SECONDS
        # One worker may learn it a moment later than the other.
        wait_until(lambda: is_stale(not_modified(client)), "a 304 says so too")
        assert client.get(PATHS[0], Cache_Control="no-cache").status_code == 503
        if how == "stopped":
            postgresql.send(signal.SIGCONT)
            wait_until(lambda: client.put_source("report", "New").is_success, "writes are taken again")
            # The other worker may still be recovering: it may say so, but must never return the old state.
            wait_until(lambda: read_title(client) == "New", "it is read again, everywhere new")
            wait_until(lambda: not is_stale(client.get(PATHS[0])), "nothing is stale any more")


@pytest.mark.long
def test_stale_answers_are_served_no_longer_than_set(postgresql: PostgreSQLServer) -> None:
    database = postgresql.url(postgresql.create_database())
    settings = {"workers": 1, "cache_max_stale_seconds": 0.5, "cache_stale_if_error_seconds": 10}
    with run_server(database, **settings) as server:
        client = Client(server.url, make_token(database))
        client.get(PATHS[0])
        postgresql.send(signal.SIGKILL)
        wait_until(lambda: is_stale(client.get(PATHS[0])), "what is kept is served stale")
        wait_until(lambda: client.get(PATHS[0]).status_code == 503, "it is too old")


def read_title(client: Client) -> str | None:
    answer = client.get("/v1/sources/report")
    assert answer.status_code in (200, 503), answer.text
    title = answer.json().get("title") if answer.status_code == 200 else None
    assert title in ("New", None)
    return title


def not_modified(client: Client) -> httpx.Response:
    answer = client.get(PATHS[0], If_None_Match=client.get(PATHS[0]).headers["ETag"])
    assert answer.status_code == 304
    return answer


def is_stale(answer: httpx.Response) -> bool:
    return "ttl=-" in answer.headers.get("Cache-Status", "")
