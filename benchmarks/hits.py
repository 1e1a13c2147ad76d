"""A page of 50 observations from the cache: the service's ways to answer it, beside peers that send the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.contest import Contestant, fetch, figures, run, serving, times
from benchmarks.databases import Databases
from benchmarks.pages import PAGE, RECORDS, UNCACHED
from tests.servers import run_redis

# The contestants with which the throughput of each is compared.
BARE, CACHING = "wsgi", "flask-caching"
REVALIDATING = "service-304"


def compare(
    databases: Databases,
    *,
    rounds: int,
    seconds: float,
    generator: str,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Return the figures of each contestant, with its ratio to a bare WSGI callable and to Flask-Caching."""
    url = databases.filled(["sqlite"], RECORDS, tell)["sqlite"]
    with tempfile.TemporaryDirectory() as name, run_redis() as redis:
        folder, body = Path(name), Path(name) / "body"
        ours = {"PENINSULA_DATABASE_URL": url}
        with serving(Contestant("service", "service.wsgi:app", ours), folder) as address:
            body.write_bytes(fetch(address + PAGE)[0])
        of_body = {"BENCHMARK_BODY": str(body)}
        on_redis = ours | {"PENINSULA_REDIS_URL": redis.url}
        contestants = [
            Contestant(BARE, "benchmarks.peers.bare:app", of_body),
            Contestant("flask", "benchmarks.peers.plain_flask:app", of_body),
            Contestant(CACHING, "benchmarks.peers.caching:app", of_body | {"BENCHMARK_REDIS": redis.url}),
            Contestant("service-miss", "service.wsgi:app", on_redis, UNCACHED),
            Contestant(
                "service-redis-hit", "service.wsgi:app", on_redis | {"PENINSULA_CACHE_HOT_BYTES": "0"}
            ),
            Contestant("service-hot-hit", "service.wsgi:app", on_redis),
            Contestant("service-gzip", "service.wsgi:app", on_redis, {"Accept-Encoding": "gzip"}),
            Contestant(REVALIDATING, "service.wsgi:app", on_redis),
        ]

        def same_bytes(contestant: Contestant, address: str) -> Contestant:
            found, headers = fetch(address + PAGE)
            if found != body.read_bytes():
                raise RuntimeError(f"{contestant.name} does not answer with the same bytes")
            if contestant.name == REVALIDATING:
                return replace(contestant, headers={"If-None-Match": headers["etag"]})
            return contestant

        loads = run(
            contestants,
            PAGE,
            folder,
            prepare=same_bytes,
            rounds=rounds,
            seconds=seconds,
            generator=generator,
            tell=lambda what: tell(f"hits: {what}"),
        )
        found = figures(loads)
        for contestant, each in found.items():
            for peer in (BARE, CACHING):
                each[f"times_{peer}"] = times(loads, contestant, peer)
        return {"bytes": body.stat().st_size, "contestants": found}
