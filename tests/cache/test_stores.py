"""Where entries are kept: the same of memory and of Redis, and what each is bounded by."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from prometheus_client import REGISTRY
from redis import Redis

from service.cache import breaker as breakers
from service.cache.breaker import FAILURES, Breaker
from service.cache.entry import StoredResponse
from service.cache.flight import Flights
from service.cache.key import CacheKey
from service.cache.memory import MemoryStore
from service.cache.redis import GuardedRedis, RedisStore

MAX_ENTRY_BYTES = 20_000
Store = MemoryStore | RedisStore


def entry(body: bytes = b"{}", token: int = 7, **headers: str) -> StoredResponse:
    fields = [("ETag", '"tag"'), ("Content-Type", "application/json"), *headers.items()]
    return StoredResponse(
        token, 1_500_000_000.25, 1_500_000_100.5, [*fields, ("Content-Length", str(len(body)))], body
    )


def key(name: str) -> CacheKey:
    return CacheKey(f"{{{name}}}:identity", f"{{{name}}}:gzip", "identity", "application/json")


@pytest.fixture
def redis(redis_url: str) -> Iterator[Redis]:
    with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
def redis_store(redis_url: str, request: pytest.FixtureRequest) -> RedisStore:
    return RedisStore(GuardedRedis(redis_url, 5), request.node.nodeid, 100, MAX_ENTRY_BYTES)


@pytest.fixture(params=["memory", "redis"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore(1_000_000, 100, MAX_ENTRY_BYTES)
    found: RedisStore = request.getfixturevalue("redis_store")
    return found


def test_an_entry_comes_back_as_it_was_put(store: Store) -> None:
    put = entry("평양".encode(), Link='</v1/summits>; rel="first"')
    assert store.get("a") is None
    assert store.put("a", put)
    got = store.get("a")
    assert got is not None
    for name in ("version_token", "computed_at", "fresh_until", "headers", "body", "etag"):
        assert getattr(got, name) == getattr(put, name)


def test_the_newer_takes_the_olders_place(store: Store) -> None:
    store.put("a", entry(b"old"))
    store.put("a", entry(b"new", token=8))
    got = store.get("a")
    assert got is not None
    assert (got.body, got.version_token) == (b"new", 8)


def test_an_entry_that_is_too_large_is_not_stored(store: Store) -> None:
    assert not store.put("a", entry(bytes(MAX_ENTRY_BYTES)))
    assert store.get("a") is None


def test_memory_stays_within_its_bytes_and_its_entries() -> None:
    size = entry(bytes(1000)).size
    by_bytes, by_count = MemoryStore(10 * size, 1000, size), MemoryStore(10**9, 10, size)
    for store in (by_bytes, by_count):
        for number in range(50):
            store.put(str(number), entry(bytes(1000)))
        assert sum(store.get(str(number)) is not None for number in range(50)) == 10


def test_memory_evicts_the_least_recently_used() -> None:
    store = MemoryStore(10**9, 10, 10**6)
    store.put("used", entry())
    for number in range(100):
        assert store.get("used")
        store.put(str(number), entry())
    assert store.get("used")


def test_nothing_stays_in_redis_for_ever(redis_store: RedisStore, redis: Redis) -> None:
    for number in range(20):
        redis_store.put(str(number), entry())
    ttls = [redis.pttl(name) for name in redis.scan_iter("*test_nothing_stays_in_redis*")]
    assert len(ttls) == 20
    assert all(85_000 < ttl <= 100_000 for ttl in ttls)
    assert len({ttl // 100 for ttl in ttls}) > 1, "they would all go at once"


@pytest.mark.parametrize("bytes_there", [b"", b"\x00", b"\x01 too short", b"\x02" + bytes(100)])
def test_an_unreadable_entry_is_a_miss(redis_store: RedisStore, redis: Redis, bytes_there: bytes) -> None:
    redis_store.put("a", entry())
    (name,) = redis.scan_iter("*test_an_unreadable_entry*")
    redis.set(name, bytes_there)
    assert redis_store.get("a") is None
    redis.delete(name)


def test_a_body_cut_short_is_a_miss(redis_store: RedisStore, redis: Redis) -> None:
    redis_store.put("a", entry(b"0123456789"))
    (name,) = redis.scan_iter("*test_a_body_cut_short*")
    redis.set(name, redis.get(name)[:-1])
    assert redis_store.get("a") is None


def test_one_worker_computes_and_the_next_finds_the_entry(redis_store: RedisStore) -> None:
    first, second = redis_store.take_lock(key("a"), 7), redis_store.take_lock(key("a"), 7)
    assert first.holder
    assert (second.holder, second.found) == (None, ())
    # Of another version others may compute meanwhile.
    assert redis_store.take_lock(key("a"), 8).holder
    assert redis_store.release_lock(key("a").address, 7, first.holder, entry())
    third = redis_store.take_lock(key("a"), 7)
    assert third.holder
    assert [each.body for each in third.found] == [b"{}"]


def test_a_lock_that_expired_does_not_release_another_workers_lock(
    redis_store: RedisStore, redis: Redis
) -> None:
    late = redis_store.take_lock(key("a"), 7)
    for name in redis.scan_iter("*test_a_lock_that_expired*:lock:*"):
        redis.delete(name)
    other = redis_store.take_lock(key("a"), 7)
    assert other.holder
    assert not redis_store.release_lock(key("a").address, 7, late.holder, None)
    assert redis_store.take_lock(key("a"), 7).holder is None


def test_threads_that_want_the_same_get_what_one_computed() -> None:
    flights, computed = Flights(), entry()
    flight, leads = flights.join(("a", 7))
    assert leads
    again, leads = flights.join(("a", 7))
    assert (again, leads) == (flight, False)
    assert flights.join(("a", 8))[1]
    waiting: list[StoredResponse | None] = []
    threads = [Thread(target=lambda: waiting.append(flight.wait(30))) for _ in range(5)]
    for thread in threads:
        thread.start()
    flights.end(("a", 7), computed)
    for thread in threads:
        thread.join()
    assert waiting == [computed] * 5
    assert flights.join(("a", 7))[1]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets the breaker's clock forward."""
    offset = [0.0]
    monkeypatch.setattr(breakers, "monotonic", lambda: time.monotonic() + offset[0])

    def forward(seconds: float) -> None:
        offset[0] += seconds

    return forward


def test_the_breaker_opens_tries_once_and_closes(clock: Callable[[float], None]) -> None:
    opened = "peninsula_cache_breaker_opened_total"
    before = REGISTRY.get_sample_value(opened) or 0
    breaker = Breaker()
    for _ in range(FAILURES - 1):
        breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert (breaker.is_open, breaker.allows()) == (True, False)
    assert REGISTRY.get_sample_value("peninsula_cache_breaker_open") == 1
    clock(2.5)
    assert [breaker.allows() for _ in range(3)] == [True, False, False]
    breaker.failed()
    assert not breaker.allows()
    clock(2.5)
    assert breaker.allows()
    breaker.succeeded()
    assert [breaker.allows() for _ in range(3)] == [True, True, True]
    assert REGISTRY.get_sample_value("peninsula_cache_breaker_open") == 0
    assert REGISTRY.get_sample_value(opened) == before + 1


def test_failures_and_skipped_calls_are_counted(tmp_path: object) -> None:
    errors = {"operation": "get", "error": "ConnectionError"}
    name = "peninsula_cache_redis_errors_total"
    before = REGISTRY.get_sample_value(name, errors) or 0
    skipped = REGISTRY.get_sample_value("peninsula_cache_redis_skipped_total") or 0
    nobody = RedisStore(GuardedRedis(f"unix://{tmp_path}/nobody", 0.1), "x", 100, MAX_ENTRY_BYTES)
    assert [nobody.get("a") for _ in range(FAILURES + 3)] == [None] * (FAILURES + 3)
    assert REGISTRY.get_sample_value(name, errors) == before + FAILURES
    assert REGISTRY.get_sample_value("peninsula_cache_redis_skipped_total") == skipped + 3
