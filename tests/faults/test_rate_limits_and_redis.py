"""Rate limits through real servers: exact over workers while Redis counts, and harmless when it is unavailable."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any

import pytest

from tests.operations.test_metrics import parse
from tests.servers import RedisServer, RunningServer, run_redis, run_server

FAILURES = ("peninsula_rate_limit_store_failures_total", ())


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with run_redis() as server:
        yield server


def serve(database_url: str, redis: RedisServer, limit: str, **settings: Any) -> Any:
    settings |= {"redis_url": redis.url, "rate_limit_read": limit, "trusted_proxies": 1}
    return run_server(database_url, workers=2, dataset="none", **settings)


def ask(server: RunningServer, times: int, caller: str) -> list[int]:
    """Send each request over a new connection, so that both workers get some."""
    headers = {"X-Forwarded-For": caller}
    return [server.get("/v1", headers=headers).status_code for _ in range(times)]


def test_workers_share_a_limit_and_proxies_tell_callers_apart(
    sqlite_database: str, redis: RedisServer
) -> None:
    with serve(sqlite_database, redis, "10/hour") as server:
        for caller in ("203.0.113.1", "198.51.100.1, 203.0.113.2"):
            assert sorted(ask(server, 15, caller)) == [200] * 10 + [429] * 5
        # What a caller puts before the proxy's address does not change who it is.
        assert ask(server, 2, "192.0.2.7, 203.0.113.1") == [429, 429]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "paused"])
def test_a_redis_that_is_killed_or_hangs_causes_no_refusal(
    sqlite_database: str, redis: RedisServer, how: signal.Signals
) -> None:
    with serve(sqlite_database, redis, "5000/hour", redis_timeout_seconds=0.25) as server:
        assert ask(server, 10, "203.0.113.1") == [200] * 10
        redis.process.send_signal(how)
        # More than the leases that the workers hold.
        assert set(ask(server, 150, "203.0.113.1")) == {200}
        assert parse(server.get("/metrics").text)[FAILURES] >= 1
