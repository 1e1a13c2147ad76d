"""Contests: applications under the same Gunicorn command, each loaded in turn, round after round.

All run all the time, so that the turns of a round follow one another at once: other load on the machine affects
neighbouring turns alike, and each ratio is of one round.
"""

from __future__ import annotations

import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.load import Load, measure
from tests.servers import REPOSITORY, started, wait_until


@dataclass(frozen=True)
class Contestant:
    """A WSGI application by the name that Gunicorn takes, its environment, and the request that is sent to it.

    ``gunicorn`` is the command that starts it, if that is not the service's own Gunicorn and configuration.
    """

    name: str
    application: str
    environment: dict[str, str]
    headers: dict[str, str] = field(default_factory=dict)
    gunicorn: tuple[str, ...] = (sys.executable, "-m", "gunicorn", "-c", "service/gunicorn.conf.py")


@dataclass(frozen=True)
class Request:
    """What is sent to a server, again and again."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


def run(
    contestants: Sequence[Contestant],
    target: str,
    folder: Path,
    *,
    prepare: Callable[[Contestant, str], Contestant],
    rounds: int,
    seconds: float,
    generator: str,
    tell: Callable[[str], None],
) -> dict[str, list[Load]]:
    """Return the loads that each contestant took, by name, in rounds that go through all of them.

    ``prepare`` gets each contestant at its address before it is loaded: it checks that the answer is correct, and
    returns the contestant, with other headers if these depend on the answer.
    """
    with ExitStack() as stack:
        addresses = {each.name: stack.enter_context(serving(each, folder)) for each in contestants}
        prepared = [prepare(each, addresses[each.name]) for each in contestants]
        requests = {each.name: Request(addresses[each.name] + target, each.headers) for each in prepared}
        return alternate(requests, rounds=rounds, seconds=seconds, generator=generator, tell=tell)


def alternate(
    requests: Mapping[str, Request],
    *,
    rounds: int,
    seconds: float,
    generator: str,
    tell: Callable[[str], None],
) -> dict[str, list[Load]]:
    """Return the loads of each request, by name, in rounds that go through all of them."""
    loads: dict[str, list[Load]] = {name: [] for name in requests}

    def load(name: str, request: Request, seconds: float) -> Load:
        try:
            return measure(request.url, seconds, generator, request.headers)
        except RuntimeError as error:
            raise RuntimeError(f"{name}: {error}") from error

    for name, request in requests.items():
        # The first requests open connections and fill caches.
        load(name, request, min(seconds, 1))
    for number in range(rounds):
        for name, request in requests.items():
            loads[name].append(load(name, request, seconds))
        tell(f"round {number + 1} of {rounds}")
    return loads


def times(loads: dict[str, list[Load]], one: str, other: str) -> float:
    """Return the ratio of the throughput of one to that of the other: the median of the ratios of all rounds."""
    return round(
        median(
            a.requests_a_second / b.requests_a_second for a, b in zip(loads[one], loads[other], strict=True)
        ),
        2,
    )


def figures(loads: dict[str, list[Load]]) -> dict[str, dict[str, Any]]:
    """Return, by name, the median and the spread of the throughput of each contestant."""
    return {
        name: {
            "requests_a_second": round(median(each.requests_a_second for each in found), 1),
            "lowest": round(min(each.requests_a_second for each in found), 1),
            "highest": round(max(each.requests_a_second for each in found), 1),
            "generator_busy": round(median(each.generator_busy for each in found), 2),
            "rounds": [asdict(each) for each in found],
        }
        for name, found in loads.items()
    }


@contextmanager
def serving(contestant: Contestant, folder: Path) -> Iterator[str]:
    """Yield the address of a contestant that runs with one worker, if it takes the service's settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PENINSULA_")}
    environment |= {
        "HOST": "127.0.0.1",
        "PORT": "0",
        "PENINSULA_WORKERS": "1",
        "PENINSULA_RATE_LIMIT_READ": "off",
    } | contestant.environment
    command = [*contestant.gunicorn, contestant.application]
    log = folder / f"{contestant.name}.log"
    log.unlink(missing_ok=True)
    with started(command, log, cwd=REPOSITORY, env=environment) as process:

        def address() -> str | None:
            if process.poll() is not None:
                raise RuntimeError(log.read_text())
            found = re.search(r"Listening at: (http://[0-9.:]+)", log.read_text())
            return found[1] if found else None

        yield str(wait_until(address, f"{contestant.name} listens"))


def fetch(url: str, headers: Mapping[str, str] | None = None) -> tuple[bytes, dict[str, str]]:
    """Return the body and the headers (names in lower case) of the answer to a GET; an error is ``RuntimeError``."""
    request = urllib.request.Request(url, headers=dict(headers or {}))
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read(), {name.lower(): value for name, value in answer.headers.items()}
    except urllib.error.HTTPError as error:
        raise RuntimeError(f"{url}: {error.read().decode()}") from error
