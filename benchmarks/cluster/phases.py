"""One failure after another under load, and the result of each phase, as a table."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from statistics import quantiles

import httpx
from prometheus_client.parser import text_string_to_metric_families

from benchmarks.cluster.members import Cluster
from benchmarks.cluster.traffic import RECORD, Seen, Traffic
from tests.servers import wait_until

Reads = Counter[tuple[str, str]]
_HEADS = (
    "phase",
    "reads",
    "not 200",
    "cut off",
    "p50 ms",
    "p99 ms",
    "slowest ms",
    "marked stale",
    "by the replica",
    "writes",
    "refused",
    "own reads, old",
    "other server has it after, median / most ms",
)


@dataclass
class Phase:
    """The result of one phase, and the databases that answered reads in it."""

    name: str
    seconds: float
    seen: Seen
    reads: Reads

    def cells(self) -> list[str]:
        """Return the row of the table."""
        seen, durations = self.seen, sorted(self.seen.durations)
        p50, p99 = (quantiles(durations, n=100)[each] for each in (49, 98))
        others = Counter({each: number for each, number in seen.statuses.items() if each != 200})
        asked = sum(self.reads.values())
        by_replica = self.reads["replica", "followed"] / asked if asked else 0.0
        after = sorted(seen.followed_after)
        followed = f"{after[len(after) // 2] * 1000:.0f} / {after[-1] * 1000:.0f}" if after else "–"
        return [
            self.name,
            f"{len(durations)}",
            _counted(others),
            f"{seen.cut_off}",
            *(f"{each * 1000:.1f}" for each in (p50, p99, durations[-1])),
            f"{seen.stale}",
            f"{by_replica:.0%} of {asked}",
            f"{seen.acknowledged}",
            _counted(seen.refused),
            f"{seen.own_reads}, {seen.own_reads_old}",
            followed,
        ]


def measure(
    cluster: Cluster, seconds: float, readers: int, pace: float, tell: Callable[[str], None]
) -> list[Phase]:
    """Put load on a cluster, kill one member of each kind in turn, and return the phases, each of some seconds.

    Raises ``AssertionError`` if an acknowledged write is missing at the end.
    """
    traffic = Traffic([api.port for api in cluster.apis], cluster.token(), readers, pace)
    traffic.start()
    phases: list[Phase] = []
    try:
        time.sleep(min(seconds, 3))
        for name, prepare in _faults(cluster):
            tell(name)
            traffic.take()
            before, began = _reads(cluster), time.monotonic()
            prepare()
            time.sleep(max(0.0, seconds - (time.monotonic() - began)))
            phases.append(
                Phase(name, time.monotonic() - began, traffic.take(), _grown(before, _reads(cluster)))
            )
    finally:
        traffic.stop()
    found = httpx.get(f"{cluster.apis[0].url}{RECORD}", headers={"Cache-Control": "no-cache"}).json()
    assert int(found["title"]) >= traffic.last_acknowledged, "an acknowledged write is lost"
    return phases


def _faults(cluster: Cluster) -> Iterator[tuple[str, Callable[[], None]]]:
    one = cluster.apis[0]
    yield "all is well", lambda: None
    yield "a worker of server one is killed", one.kill_worker
    yield "server one is killed", one.kill
    yield "server one is started again", one.start
    yield "the PostgreSQL replica is killed", cluster.replica.kill
    yield "the PostgreSQL replica is started again", cluster.replica.start
    yield "a Redis master is killed", cluster.kill_redis_master
    wait_until(cluster.redis_has_recovered, "a replica has taken the place of the Redis master")
    yield "its replica has taken its place", lambda: None
    yield "the PostgreSQL primary is killed", cluster.primary.kill
    yield "the PostgreSQL primary is started again", cluster.primary.start
    yield "all is well again", lambda: None


def table(phases: list[Phase]) -> str:
    """Return the phases as a Markdown table."""
    lines = [_HEADS, ["---"] * len(_HEADS), *(phase.cells() for phase in phases)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _counted(found: Counter[int] | Counter[str]) -> str:
    return ", ".join(f"{number} × {what}" for what, number in sorted(found.items())) or "0"


def _reads(cluster: Cluster) -> dict[str, Reads]:
    """Return the reads of each server that answers, by the database that served them and the reason."""
    found: dict[str, Reads] = {}
    for api in cluster.apis:
        with suppress(httpx.TransportError):
            exposed = httpx.get(f"{api.url}/metrics", timeout=30).text
            found[api.name] = Counter(
                {
                    (sample.labels["source"], sample.labels["reason"]): int(sample.value)
                    for family in text_string_to_metric_families(exposed)
                    for sample in family.samples
                    if sample.name == "peninsula_reads_total"
                }
            )
    return found


def _grown(before: dict[str, Reads], after: dict[str, Reads]) -> Reads:
    grown: Reads = Counter()
    for name, counts in after.items():
        earlier = before.get(name, Counter())
        if any(counts[who] < number for who, number in earlier.items()):
            # The server was restarted meanwhile.
            earlier = Counter()
        grown += counts - earlier
    return grown
