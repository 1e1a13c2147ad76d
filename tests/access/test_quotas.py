"""Quotas: never more than the limit in a window, few trips to Redis, and no harm where Redis fails."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from limits import parse
from prometheus_client import REGISTRY
from redis import Redis

from service.access import quotas
from service.access.quotas import Quota, Store
from tests.servers import RedisServer, run_redis, wait_until


@pytest.fixture
def redis(redis_server: RedisServer) -> Iterator[Redis]:
    with Redis.from_url(redis_server.url) as client:
        client.flushall()
        yield client


def quota(rate: str, url: str | None) -> Quota:
    return Quota("read", parse(rate), Store(url, "tests", 0.1))


def allowed(one: Quota, times: int, caller: str = "192.0.2.1") -> int:
    return sum(one.count(caller).allowed for _ in range(times))


def trips(client: Redis) -> int:
    stats = client.info("commandstats")
    return sum(each["calls"] for name, each in stats.items() if name in ("cmdstat_evalsha", "cmdstat_ttl"))


@pytest.fixture(params=["memory", "redis"])
def url(request: pytest.FixtureRequest) -> str | None:
    if request.param == "memory":
        return None
    request.getfixturevalue("redis")
    return request.getfixturevalue("redis_server").url


@pytest.mark.parametrize("limit", [1, 7, 199, 1000])
def test_a_caller_gets_the_limit_and_not_one_more(url: str | None, limit: int) -> None:
    assert allowed(quota(f"{limit}/hour", url), limit + 50) == limit


def test_callers_are_counted_apart(url: str | None) -> None:
    one = quota("3/hour", url)
    assert [allowed(one, 5, caller) for caller in ("192.0.2.1", "192.0.2.2", "key:1")] == [3, 3, 3]


def test_remaining_requests_and_seconds_until_the_window_ends_are_returned(url: str | None) -> None:
    one = quota("300/hour", url)
    standings = [one.count("192.0.2.1") for _ in range(301)]
    assert [each.remaining for each in standings] == [*range(299, -1, -1), 0]
    assert all(3590 <= each.seconds <= 3600 for each in standings)


def test_a_new_window_begins_when_the_old_one_ends(url: str | None) -> None:
    one = quota("2/second", url)
    assert allowed(one, 3) == 2
    wait_until(lambda: one.count("192.0.2.1").allowed, "a new window")


def test_a_clock_set_back_does_not_lengthen_a_window(
    url: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = quota("2/second", url)
    assert allowed(one, 3) == 2
    hour_ago = time.time() - 3600
    monkeypatch.setattr(time, "time", lambda: hour_ago)
    assert one.count("192.0.2.1").seconds == 1
    wait_until(lambda: one.count("192.0.2.1").allowed, "a new window", seconds=60)


def test_a_window_that_lasts_too_long_in_redis_is_restarted(redis: Redis, redis_server: RedisServer) -> None:
    """As it does once its own clock was set back."""
    assert allowed(quota("2/minute", redis_server.url), 3) == 2
    for key in redis.scan_iter("*limits*"):
        redis.expire(key, 3600)
    assert allowed(quota("2/minute", redis_server.url), 3) == 2


def test_threads_together_get_the_limit(url: str | None) -> None:
    one = quota("500/hour", url)
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(lambda _: allowed(one, 100), range(8))) == 500


@pytest.mark.parametrize(("limit", "unused"), [(150, 0), (1000, 4 * 10)])
def test_workers_share_the_limit_and_leave_little_of_it_unused(
    redis: Redis, redis_server: RedisServer, limit: int, unused: int
) -> None:
    workers = [quota(f"{limit}/hour", redis_server.url) for _ in range(4)]
    passed = 0
    # In turn, as long as any of them lets one pass.
    while (now := sum(allowed(worker, 1) for worker in workers)) == 4:
        passed += now
    passed += now
    assert limit - unused <= passed <= limit


def test_a_large_quota_is_leased_from_redis(redis: Redis, redis_server: RedisServer) -> None:
    one = quota("1200/minute", redis_server.url)
    one.count("192.0.2.1")
    before = trips(redis)
    assert allowed(one, 120) == 120
    assert trips(redis) - before == 10


def test_redis_is_not_asked_again_about_a_caller_with_nothing_left(
    redis: Redis, redis_server: RedisServer
) -> None:
    one = quota("5/hour", redis_server.url)
    allowed(one, 6)
    before = trips(redis)
    assert allowed(one, 1000) == 0
    assert trips(redis) == before


def test_a_crowd_of_callers_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "_MOST_CALLERS", 10)
    one = quota("2/hour", None)
    for number in range(100):
        one.count(f"192.0.2.{number}")
    assert len(one._windows) <= 11
    assert allowed(one, 3, "198.51.100.1") == 2


# ------------------------------------------------------------------------------------ Redis fails


def failures() -> float:
    return REGISTRY.get_sample_value("peninsula_rate_limit_store_failures_total") or 0


def test_without_its_redis_requests_pass_and_are_counted_in_memory(tmp_path: Path) -> None:
    before = failures()
    one = quota("50/hour", f"unix://{tmp_path / 'none.sock'}")
    assert allowed(one, 60) == 50
    # One failure stands for all: Redis is left alone for a while.
    assert failures() == before + 1


def test_an_unavailable_cluster_is_no_error(tmp_path: Path) -> None:
    assert allowed(quota("50/hour", "redis+cluster://127.0.0.1:1"), 60) == 50


def test_a_redis_that_hangs_delays_one_request_and_is_used_again_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[str] = []
    take = quotas._take

    def watched(storage: object, *arguments: object) -> tuple[int, float]:
        waited.append(type(storage).__name__)
        return take(storage, *arguments)

    monkeypatch.setattr(quotas, "_take", watched)
    with run_redis() as server:
        one = quota("5000/hour", server.url)
        assert one.count("192.0.2.1").allowed
        server.process.send_signal(signal.SIGSTOP)
        monkeypatch.setattr(quotas, "PAUSE_SECONDS", 3600.0)
        assert allowed(one, 200) == 200
        assert waited.count("SharedCounts") == 2
        server.process.send_signal(signal.SIGCONT)
        one._store._paused_until = 1e-9  # the pause is over
        waited.clear()
        assert allowed(one, 200) == 200
        assert set(waited) == {"SharedCounts"}
