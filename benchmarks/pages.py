"""A page of 50 observations, uncached: the service beside peers, one Gunicorn command, in alternating rounds."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.contest import Contestant, fetch, figures, run, serving, times
from benchmarks.databases import Databases, context_of
from benchmarks.filling import bodies
from benchmarks.peers import orm

RECORDS = 10_000
PAGE = "/v1/observations?limit=50"
OURS = "service"
# The header that makes the service compute each answer.
UNCACHED = {"Cache-Control": "no-cache"}


def compare(
    databases: Databases,
    dialects: list[str],
    *,
    rounds: int,
    seconds: float,
    generator: str,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Return, by dialect, the figures of each contestant and the ratio of the service's throughput to it."""
    urls = databases.filled(dialects, RECORDS, tell)
    return {
        dialect: _of_database(databases, dialect, url, rounds, seconds, generator, tell)
        for dialect, url in urls.items()
    }


def _of_database(
    databases: Databases,
    dialect: str,
    url: str,
    rounds: int,
    seconds: float,
    generator: str,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    peers_url = databases.url(dialect, "peers")
    context = context_of(url)
    orm.store(peers_url, bodies(context.database, RECORDS))
    context.engine.dispose()
    with tempfile.TemporaryDirectory() as folder:
        body = Path(folder) / "body"
        ours = Contestant(OURS, "service.wsgi:app", {"PENINSULA_DATABASE_URL": url}, UNCACHED)
        with serving(ours, Path(folder)) as address:
            body.write_bytes(fetch(address + PAGE)[0])
        of_body = {"BENCHMARK_BODY": str(body)}
        of_orm = {"BENCHMARK_DATABASE": peers_url}
        contestants = [
            ours,
            Contestant("flask-orm-json", "benchmarks.peers.orm:app()", of_orm | {"BENCHMARK_NESTED": "json"}),
            Contestant(
                "flask-orm-tables", "benchmarks.peers.orm:app()", of_orm | {"BENCHMARK_NESTED": "tables"}
            ),
            Contestant("flask", "benchmarks.peers.plain_flask:app", of_body),
            Contestant("wsgi", "benchmarks.peers.bare:app", of_body),
        ]

        def same_records(contestant: Contestant, address: str) -> Contestant:
            found = json.loads(fetch(address + PAGE)[0])["items"]
            if found != json.loads(body.read_bytes())["items"]:
                raise RuntimeError(f"{contestant.name} does not answer with the same records")
            return contestant

        loads = run(
            contestants,
            PAGE,
            Path(folder),
            prepare=same_records,
            rounds=rounds,
            seconds=seconds,
            generator=generator,
            tell=lambda what: tell(f"{dialect}: {what}"),
        )
        found = figures(loads)
        for name, each in found.items():
            each["service_is_times"] = times(loads, OURS, name)
        return {"bytes": body.stat().st_size, "contestants": found}
