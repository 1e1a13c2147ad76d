"""A page of 50 observations, uncached: the service beside peers, one Gunicorn command, in alternating rounds."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.databases import Databases, context_of
from benchmarks.filling import bodies
from benchmarks.load import Load, measure
from benchmarks.peers import orm
from tests.servers import REPOSITORY, started, wait_until

RECORDS = 10_000
PAGE = "/v1/observations?limit=50"
OURS = "service"


@dataclass(frozen=True)
class Contestant:
    """A WSGI application by the name that Gunicorn takes, and what it finds in its environment."""

    name: str
    application: str
    environment: dict[str, str]


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
        ours = Contestant(OURS, "service.wsgi:app", {"PENINSULA_DATABASE_URL": url})
        with _serving(ours, Path(folder)) as address:
            body.write_bytes(_fetch(address))
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
        loads: dict[str, list[Load]] = {each.name: [] for each in contestants}
        for number in range(rounds):
            for each in contestants:
                with _serving(each, Path(folder)) as address:
                    _check_same(body.read_bytes(), _fetch(address))
                    # The first requests open connections and fill caches.
                    measure(address + PAGE, min(seconds, 1), generator)
                    loads[each.name].append(measure(address + PAGE, seconds, generator))
            tell(f"{dialect}: round {number + 1} of {rounds}")
        return {"bytes": body.stat().st_size, **_figures(loads)}


def _figures(loads: dict[str, list[Load]]) -> dict[str, Any]:
    medians = {name: median(each.requests_a_second for each in found) for name, found in loads.items()}
    return {
        "contestants": {
            name: {
                "requests_a_second": round(medians[name], 1),
                "lowest": round(min(each.requests_a_second for each in found), 1),
                "highest": round(max(each.requests_a_second for each in found), 1),
                "service_is_times": round(medians[OURS] / medians[name], 2),
                "generator_busy": round(median(each.generator_busy for each in found), 2),
                "rounds": [asdict(each) for each in found],
            }
            for name, found in loads.items()
        }
    }


@contextmanager
def _serving(contestant: Contestant, folder: Path) -> Iterator[str]:
    """Yield the address of a contestant under the service's Gunicorn configuration, with one worker."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PENINSULA_")}
    environment |= {
        "HOST": "127.0.0.1",
        "PORT": "0",
        "PENINSULA_WORKERS": "1",
        "PENINSULA_RATE_LIMIT_READ": "off",
    } | contestant.environment
    command = [sys.executable, "-m", "gunicorn", "-c", "service/gunicorn.conf.py", contestant.application]
    log = folder / "log"
    log.unlink(missing_ok=True)
    with started(command, log, cwd=REPOSITORY, env=environment) as process:

        def address() -> str | None:
            if process.poll() is not None:
                raise RuntimeError(log.read_text())
            found = re.search(r"Listening at: (http://[0-9.:]+)", log.read_text())
            return found[1] if found else None

        yield str(wait_until(address, f"{contestant.name} listens"))


def _fetch(address: str) -> bytes:
    with urllib.request.urlopen(address + PAGE, timeout=30) as answer:
        body: bytes = answer.read()
    return body


def _check_same(one: bytes, other: bytes) -> None:
    if json.loads(one)["items"] != json.loads(other)["items"]:
        raise RuntimeError("a peer does not answer with the same records")
