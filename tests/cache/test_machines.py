"""Several workers, several machines and a writer: who reads what when."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from redis.client import Pipeline

from tests.cache.reading import Client, hammer, make_token, outcome
from tests.servers import run_redis, run_server, wait_until

NEVER = 3000


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Client]]:
    """Starts servers; those of one machine share a folder."""
    with ExitStack() as stack:

        def start(database: str, machine: str = "one", **settings: Any) -> Client:
            folder = tmp_path / machine
            folder.mkdir(exist_ok=True)
            chosen = {"workers": 2, "threads": 4, **settings}
            server = stack.enter_context(run_server(database, cache_directory=folder, **chosen))
            return Client(server.url, make_token(database, cache_directory=str(folder)))

        yield start


@pytest.mark.parametrize("has_redis", [False, True], ids=["memory", "redis"])
def test_no_read_after_an_acknowledged_write_is_older(
    start: Callable[..., Client], database_url: str, request: pytest.FixtureRequest, has_redis: bool
) -> None:
    settings = {"redis_url": request.getfixturevalue("redis_url")} if has_redis else {}
    client = start(database_url, dataset="none", cache_max_stale_seconds=NEVER, workers=3, **settings)
    assert hammer(client, others=5, writes=40) > 0


def test_another_machine_sees_a_write_at_once(
    start: Callable[..., Client], postgresql_database: str, redis_url: str
) -> None:
    # The database is not asked in time: what the other machine learns, it learns by the notice.
    settings = {"redis_url": redis_url, "dataset": "none", "cache_max_stale_seconds": NEVER}
    one, other = (start(postgresql_database, machine, **settings) for machine in ("one", "other"))
    one.write("report", "0")
    wait_until(lambda: other.get("/v1/sources/report").status_code == 200, "the other machine listens")
    for number in range(1, 10):
        writer, reader = (one, other) if number % 2 else (other, one)
        reader.title("report")
        writer.write("report", str(number))
        wait_until(partial(_has, reader, str(number)), "the other machine follows")


def _has(reader: Client, title: str) -> bool:
    return reader.title("report") == title


@pytest.mark.parametrize("cut", ["no redis", "stopped redis"])
def test_a_machine_that_was_not_notified_is_current_within_the_bound(
    start: Callable[..., Client], postgresql_database: str, cut: str
) -> None:
    bound = 1.5
    with ExitStack() as stack:
        settings: dict[str, Any] = {"dataset": "none", "cache_max_stale_seconds": bound}
        if cut == "stopped redis":
            redis = stack.enter_context(run_redis())
            settings |= {"redis_url": redis.url, "redis_timeout_seconds": 0.25}
        one, other = (start(postgresql_database, machine, **settings) for machine in ("one", "other"))
        one.write("report", "old")
        wait_until(lambda: other.get("/v1/sources/report").status_code == 200, "the other machine sees it")
        if cut == "stopped redis":
            redis.process.send_signal(signal.SIGSTOP)
        for number in range(3):
            one.write("report", f"new {number}")
            acknowledged = time.monotonic()
            while True:
                asked = time.monotonic()
                if other.title("report") == f"new {number}":
                    break
                # Not a matter of speed: what is asked later than this must be answered by the new state.
                assert asked - acknowledged <= bound


@pytest.mark.parametrize("has_redis", [False, True], ids=["memory", "redis"])
def test_of_200_simultaneous_misses_one_is_computed(
    start: Callable[..., Client], sqlite_database: str, request: pytest.FixtureRequest, has_redis: bool
) -> None:
    settings = {"redis_url": request.getfixturevalue("redis_url")} if has_redis else {}
    client = start(sqlite_database, workers=2, threads=8, **settings)
    for address in ("/v1/situation", "/v1/timeline?limit=100", "/v1/summits?expand=citations.source"):
        with ThreadPoolExecutor(50) as threads:
            answers = list(threads.map(client.get, [address] * 200))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
        outcomes = Counter(answer.headers["Cache-Status"] for answer in answers)
        # Workers without Redis have no way to hand an answer to one another.
        assert outcomes["peninsula; fwd=miss; stored"] in ([1] if has_redis else [1, 2]), outcomes


def test_a_compute_lock_that_arrives_too_late_delays_no_other(
    make_app: Callable[..., Any], redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(redis_url=redis_url)
    path = "/v1/sources?limit=3"
    execute = Pipeline.execute

    def execute_too_slowly(pipeline: Pipeline) -> None:
        execute(pipeline)
        raise TimeoutError

    with monkeypatch.context() as patches:
        patches.setattr(Pipeline, "execute", execute_too_slowly)
        answer = app.get(path)
    caching = app.flask.extensions["peninsula"].caching
    assert not list(caching.redis.client.scan_iter(f"{caching._prefix}*:lock:*"))
    assert outcome(answer) == "miss"
    assert outcome(make_app(redis_url=redis_url).get(path)) == "hit"


def test_a_worker_that_dies_while_computing_delays_others_only_briefly(
    make_app: Callable[..., Any], redis_url: str
) -> None:
    app = make_app(redis_url=redis_url)
    path = "/v1/sources?limit=3"
    answer = app.get(path)
    caching = app.flask.extensions["peninsula"].caching
    client = caching.redis.client
    (kept,) = [key for key in client.scan_iter(f"{caching._prefix}*") if b":lock:" not in key]
    # As another worker leaves it that is killed while it computes: the lock, and no entry.
    client.delete(kept)
    client.set(kept + b":lock:" + str(caching.version.current).encode(), "a dead worker's", px=700)
    another = make_app(redis_url=redis_url)
    assert another.get(path).data == answer.data
    assert outcome(another.get(path)) == "hit"
