"""Connections to Redis by URL: what each kind of URL means, and which ones there are not."""

from __future__ import annotations

import pytest
from redis import Redis

from service.settings import Settings, SettingsError
from service.storage.redis import connect


@pytest.mark.parametrize(
    "url",
    [
        "redis://cache:6379/1",
        "rediss://user:secret@cache:6380?ssl_ca_certs=/etc/ca.pem",
        "unix:///run/redis.sock?db=2",
        "redis+sentinel://one:26379,two:26379/record",
        "rediss+sentinel://user:secret@one/record/3?client_name=peninsula",
        "redis+cluster://one:6379",
        "rediss+cluster://:secret@one:6379",
    ],
)
def test_valid_redis_urls_are_accepted(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_REDIS_URL", url)
    assert Settings.from_env().redis_url == url


@pytest.mark.parametrize(
    "url",
    [
        "cache:6379",
        "http://cache",
        "redis+sentinel://one:26379",
        "redis+sentinel://one:port/record",
        "redis+sentinel:///record",
        "redis+sentinel://one,,two/record",
        "sentinel://one/record",
    ],
)
def test_invalid_redis_urls_are_refused_at_start(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_REDIS_URL", url)
    with pytest.raises(SettingsError, match=r"PENINSULA_REDIS_URL: .*write redis"):
        Settings.from_env()


def test_sentinels_are_asked_for_the_master_with_the_masters_login() -> None:
    client = connect("redis+sentinel://user:se%2Fcret@one:1,two/record/3?client_name=peninsula", 0.5)
    assert isinstance(client, Redis)
    pool = client.connection_pool
    sentinels = [each.connection_pool.connection_kwargs for each in pool.sentinel_manager.sentinels]
    assert [(each["host"], each["port"]) for each in sentinels] == [("one", 1), ("two", 26379)]
    asked = {name: pool.connection_kwargs[name] for name in ("username", "password", "db", "client_name")}
    assert asked == {"username": "user", "password": "se/cret", "db": 3, "client_name": "peninsula"}
    assert pool.service_name == "record"
    assert {each["socket_timeout"] for each in [*sentinels, pool.connection_kwargs]} == {0.5}


def test_no_wait_is_longer_than_the_timeout(redis_url: str) -> None:
    client = connect(redis_url, 0.5)
    options = client.connection_pool.connection_kwargs
    assert (options["socket_timeout"], options["socket_connect_timeout"]) == (0.5, 0.5)
    assert client.get_retry().get_retries() == 0
    client.close()
