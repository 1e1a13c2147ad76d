"""Connections to Redis by URL, to one server, Sentinel or Cluster, with short timeouts."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from redis import Redis, RedisCluster
from redis.backoff import NoBackoff
from redis.exceptions import RedisClusterException, RedisError
from redis.retry import Retry
from redis.sentinel import Sentinel

Client = Redis | RedisCluster
# What a client raises when Redis is unavailable, slow or refuses a command; cluster errors have their own base class.
FAILURES = (RedisError, RedisClusterException, OSError)

_SENTINEL_SCHEMES = ("redis+sentinel", "rediss+sentinel")
_CLUSTER_SCHEMES = ("redis+cluster", "rediss+cluster")
_SENTINEL_PORT = 26379


def connect(url: str, timeout_seconds: float) -> Client:
    """Return a client for a URL that the settings have accepted.

    It waits at most ``timeout_seconds`` for a connection and for an answer, and does not retry.

    A client for one server or for Sentinel connects when first used. A client for a cluster connects at once, and
    raises one of ``FAILURES`` if no node answers.
    """
    options: dict[str, Any] = {
        "socket_timeout": timeout_seconds,
        "socket_connect_timeout": timeout_seconds,
        "retry": Retry(NoBackoff(), 0),
    }
    scheme = urlsplit(url).scheme
    if scheme in _SENTINEL_SCHEMES:
        hosts, service, more = _sentinel(url)
        more["ssl"] = scheme == "rediss+sentinel"
        sentinel: Any = Sentinel(hosts, sentinel_kwargs=options | {"ssl": more["ssl"]}, **options | more)  # type: ignore[no-untyped-call]
        master: Redis = sentinel.master_for(service)
        return master
    if scheme in _CLUSTER_SCHEMES:
        # One retry: the first node may answer with a redirection to another.
        options["retry"] = Retry(NoBackoff(), 1)
        return RedisCluster.from_url(url.replace("+cluster", "", 1), **options)
    return Redis.from_url(url, **options)


def _sentinel(url: str) -> tuple[list[tuple[str, int]], str, dict[str, Any]]:
    """Return the sentinels' addresses, the master's name, and the options for connecting to the master."""
    parts = urlsplit(url)
    login, _, addresses = parts.netloc.rpartition("@")
    service, _, database = parts.path.strip("/").partition("/")
    hosts = [
        (host, int(port or _SENTINEL_PORT))
        for host, _, port in (a.partition(":") for a in addresses.split(","))
    ]
    user, _, password = login.partition(":")
    options: dict[str, Any] = {"db": int(database or 0), **dict(parse_qsl(parts.query))}
    if user:
        options["username"] = unquote(user)
    if password:
        options["password"] = unquote(password)
    return hosts, service, options
