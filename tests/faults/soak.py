"""Clients beside a model of what was acknowledged to them, while the dependencies of the service fail repeatedly.

``python -m tests.faults.soak --seconds 600`` runs each kind for ten minutes and reports what was done and what was
wrong.
"""

from __future__ import annotations

import argparse
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import httpx

from service.app import make_context
from service.integrity.checking import check_store
from service.settings import Settings
from tests.contracts import factories
from tests.faults.breaking import KINDS, Stand
from tests.faults.test_concurrent_writers import make_token
from tests.servers import client_of_threads, wait_until

WRITERS, READERS, RECORDS = 3, 3, 25
FIRST_DAY = date(2015, 1, 1)
_TITLE = re.compile(r"Gantry (\S+) at version (\d+)")


@dataclass
class Model:
    """The numbers of the newest version of each record that was sent, and of the newest that was acknowledged."""

    sent: dict[str, int] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, record_id: str, version: int) -> None:
        with self.lock:
            self.sent[record_id] = version

    def acknowledge(self, record_id: str, version: int) -> None:
        with self.lock:
            self.acknowledged[record_id] = version

    def both(self) -> tuple[dict[str, int], dict[str, int]]:
        with self.lock:
            return dict(self.acknowledged), dict(self.sent)


def is_deletion(version: int) -> bool:
    """Return whether this version of a record is its deletion; the next one restores it."""
    return version % 5 == 4


@dataclass
class Report:
    """What was done, and what was wrong."""

    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    memory_mib: dict[str, list[float]] = field(default_factory=dict)

    def __str__(self) -> str:
        done = ", ".join(f"{count} {what}" for what, count in sorted(self.done.items()))
        memory = "; ".join(
            f"{who}: {seen[0]:.0f} → {seen[-1]:.0f} MiB (most {max(seen):.0f})"
            for who, seen in self.memory_mib.items()
            if seen
        )
        return f"{done}. Memory: {memory or 'not measured'}. Wrong: {self.wrong[:5] or 'nothing'}"


class Soak:
    """One run: writers, readers and failures, until it is stopped or something is wrong."""

    def __init__(self, stand: Stand, token: str) -> None:
        self.stand, self.model, self.report = stand, Model(), Report()
        self.stopped = threading.Event()
        self._clients = [client_of_threads(url, {"Authorization": f"Bearer {token}"}) for url in stand.urls]

    def run(self, seconds: float, plant: Callable[[], None] | None = None) -> Report:
        """Run for so long; ``plant`` causes an error half-way, which must be found."""
        jobs: list[Callable[[random.Random], None]] = [
            *(lambda chance, number=number: self._write(number, chance) for number in range(WRITERS)),
            *(self._read for _ in range(READERS)),
            self._follow,
        ]
        if plant is None:
            jobs += [lambda chance: self.stand.break_until(self.stopped, chance, self.report.done)]
        for writer in range(WRITERS):
            self._prepare(writer)
        with ThreadPoolExecutor(len(jobs)) as threads:
            running = [
                threads.submit(self._guarded, job, random.Random(number)) for number, job in enumerate(jobs)
            ]
            began, planted = time.monotonic(), plant is None
            while time.monotonic() - began < seconds and not self.stopped.wait(0.2):
                self._measure(time.monotonic() - began > seconds / 3)
                if plant is not None and not planted and time.monotonic() - began > seconds / 2:
                    plant()
                    planted = True
            self.stopped.set()
            for each in running:
                each.result()
        return self.report

    def check_all(self) -> None:
        """Check every record, and the whole feed, once everything works again."""
        wait_until(lambda: self._get("/v1/sources?limit=1", fresh=True) is not None, "the service answers")
        acknowledged, sent = self.model.both()
        for record_id, version in acknowledged.items():
            if record_id.startswith("status-"):
                continue
            kind = "observations" if record_id.startswith("seen-") else "sources"
            answer = wait_until(
                lambda kind=kind, record_id=record_id: self._get(f"/v1/{kind}/{record_id}", fresh=True),
                f"{record_id} is read",
            )
            if kind == "sources":
                self._check_one(answer, record_id, version, sent[record_id])
            elif answer.status_code != 200:
                self._tell(f"{record_id} was acknowledged and is lost: {answer.status_code}")

    # ------------------------------------------------------------------------------------- writing

    def _prepare(self, writer: int) -> None:
        component = {"id": "tower", "name": "Tower"}
        self._until_done("PUT", f"/v1/sources/{factories.SOURCE}", factories.source())
        facility = factories.facility(name=f"Site {writer}", components=[component])
        self._until_done("PUT", f"/v1/facilities/site-{writer}", facility)

    def _write(self, writer: int, chance: random.Random) -> None:
        versions = {f"soak-{writer}-{number}": 0 for number in range(RECORDS)}
        seen = 0
        while not self.stopped.is_set():
            record_id = chance.choice([*versions])
            versions[record_id] += 1
            self._write_version(record_id, versions[record_id])
            if chance.random() < 0.3:
                seen += 1
                body = factories.observation(
                    facility=f"site-{writer}",
                    date=(FIRST_DAY + timedelta(days=seen)).isoformat(),
                    findings=[factories.finding("intact" if seen % 2 else "damaged", "tower")],
                )
                self.model.send(f"status-{writer}", seen)
                if self._until_done("PUT", f"/v1/observations/seen-{writer}-{seen}", body):
                    self.model.acknowledge(f"status-{writer}", seen)
                    self.model.send(f"seen-{writer}-{seen}", 1)
                    self.model.acknowledge(f"seen-{writer}-{seen}", 1)

    def _write_version(self, record_id: str, version: int) -> None:
        self.model.send(record_id, version)
        path = f"/v1/sources/{record_id}"
        if is_deletion(version):
            done = self._until_done("DELETE", path)
        else:
            body = factories.source(
                title=f"Gantry {record_id} at version {version}", note=f"What gantry {version} is."
            )
            done = self._until_done("PUT", path, body)
        if done:
            self.model.acknowledge(record_id, version)

    def _until_done(self, method: str, path: str, body: Any = None) -> bool:
        """Retry until the write has succeeded, as a careful client does; False if the run was stopped before."""
        headers = {"If-Match": "*"} if method == "DELETE" else {}
        while True:
            try:
                answer = self._client().request(method, path, json=body, headers=headers)
            except httpx.TransportError:
                self.report.done["requests cut off"] += 1
            else:
                if answer.is_success or (method == "DELETE" and answer.status_code in (404, 410)):
                    self.report.done["writes"] += 1
                    return True
                if answer.status_code == 428:
                    headers = {"If-Match": "*"}
                elif answer.status_code == 412:
                    headers = {}
                elif answer.status_code == 503:
                    self.report.done["writes refused for now"] += 1
                    if self.stopped.wait(0.05):
                        return False
                else:
                    self._tell(f"{method} {path}: {answer.status_code} {answer.text[:300]}")
                    return False

    # ------------------------------------------------------------------------------------- reading

    def _read(self, chance: random.Random) -> None:
        while not self.stopped.is_set():
            chance.choice([self._read_list, self._read_search, self._read_record, self._read_status])(chance)

    def _read_list(self, chance: random.Random) -> None:
        sort = chance.choice(["id", "-id", "-date", "-recorded_at"])
        found = self._ask(f"/v1/sources?q=gantry&limit=500&sort={sort}")
        if found is not None:
            answer, *bounds = found
            self._check_titles(
                "the list", [(each["id"], each["title"]) for each in answer.json()["items"]], *bounds
            )

    def _read_search(self, chance: random.Random) -> None:
        query = chance.choice(["gantry", "gantries version", "gantry -tower"])
        found = self._ask(f"/v1/search?q={query}&type=source&limit=500")
        if found is not None:
            answer, *bounds = found
            items = answer.json()["items"]
            self._check_titles("search", [(each["record"]["id"], each["title"]) for each in items], *bounds)

    def _read_record(self, chance: random.Random) -> None:
        acknowledged, _ = self.model.both()
        if names := [each for each in acknowledged if each.startswith("soak-")]:
            record_id = chance.choice(names)
            found = self._ask(f"/v1/sources/{record_id}")
            if found is not None:
                answer, before, after = found
                self._check_one(answer, record_id, before.get(record_id, 0), after[record_id])

    def _read_status(self, chance: random.Random) -> None:
        writer = chance.randrange(WRITERS)
        found = self._ask(f"/v1/facilities/site-{writer}/status")
        if found is not None:
            answer, before, after = found
            numbers = [int(each) for each in re.findall(rf'"seen-{writer}-(\d+)"', answer.text)]
            newest, name = max(numbers, default=0), f"status-{writer}"
            if not before.get(name, 0) <= newest <= after.get(name, 0):
                self._tell(
                    f"status tells observation {newest}, of {before.get(name, 0)} to {after.get(name, 0)}"
                )

    def _follow(self, _: random.Random) -> None:
        after = 0
        while not self.stopped.is_set():
            found = self._ask(f"/v1/changes?after={after}&limit=100")
            if found is None:
                continue
            page = found[0].json()
            numbers = [each["seq"] for each in page["items"]]
            if numbers != list(range(after + 1, after + 1 + len(numbers))):
                self._tell(f"the feed after {after} has the numbers {numbers[:10]}")
            after = page["next_after"]

    def _ask(self, path: str) -> tuple[httpx.Response, dict[str, int], dict[str, int]] | None:
        """Return the answer, what was acknowledged before the request, and what was sent until the answer arrived."""
        before, _ = self.model.both()
        answer = self._get(path)
        if answer is None:
            return None
        # An answer marked stale may be older: the database is unavailable.
        is_stale = "ttl=-" in answer.headers.get("Cache-Status", "")
        self.report.done["stale answers" if is_stale else "reads"] += 1
        return answer, ({} if is_stale else before), self.model.both()[1]

    def _get(self, path: str, *, fresh: bool = False) -> httpx.Response | None:
        try:
            answer = self._client().get(path, headers={"Cache-Control": "no-cache"} if fresh else {})
        except httpx.TransportError:
            self.report.done["requests cut off"] += 1
            return None
        if answer.status_code == 503:
            self.report.done["reads refused for now"] += 1
            self.stopped.wait(0.05)
            return None
        if answer.status_code not in (200, 404, 410):
            self._tell(f"GET {path}: {answer.status_code} {answer.text[:300]}")
            return None
        return answer

    # ------------------------------------------------------------------------------------- checking

    def _check_titles(
        self, where: str, found: list[tuple[str, str]], before: dict[str, int], after: dict[str, int]
    ) -> None:
        told = dict(found)
        if len(told) != len(found):
            self._tell(f"{where} tells records twice: {len(found)} results of {len(told)} records")
        for record_id, title in told.items():
            self._check_version(where, record_id, _version(title), before.get(record_id, 0), after)
        for record_id, version in before.items():
            is_stable = record_id.startswith("soak-") and after[record_id] == version
            if is_stable and not is_deletion(version) and record_id not in told:
                self._tell(f"{where} lacks {record_id}, of which version {version} was acknowledged")
            if is_stable and is_deletion(version) and record_id in told:
                self._tell(f"{where} tells {record_id}, whose deletion was acknowledged")

    def _check_one(self, answer: httpx.Response, record_id: str, before: int, after: int) -> None:
        if answer.status_code == 200:
            version = _version(answer.json()["title"])
            self._check_version("a read", record_id, version, before, {record_id: after})
        elif before and not any(is_deletion(each) for each in range(before, after + 1)):
            self._tell(f"{record_id} is {answer.status_code}, of versions {before} to {after}")

    def _check_version(
        self, where: str, record_id: str, version: int, before: int, after: Mapping[str, int]
    ) -> None:
        if not before <= version <= after.get(record_id, -1):
            newest = after.get(record_id)
            self._tell(f"{where} tells version {version} of {record_id}, of {before} to {newest}")

    def _measure(self, is_warm: bool) -> None:
        if is_warm:
            for who, mib in self.stand.memory_of_oldest_workers().items():
                self.report.memory_mib.setdefault(who, []).append(mib)

    def _client(self) -> httpx.Client:
        return random.choice(self._clients)

    def _tell(self, what: str) -> None:
        self.report.wrong.append(what)
        self.stopped.set()

    def _guarded(self, job: Callable[[random.Random], None], chance: random.Random) -> None:
        try:
            job(chance)
        finally:
            self.stopped.set()


def _version(title: str) -> int:
    found = _TITLE.fullmatch(title)
    return int(found[2]) if found else -1


def soak(kind: str, seconds: float, *, has_plant: bool = False) -> Report:
    """Run one kind; with ``has_plant`` nothing fails, but records are deleted from the index behind the service."""
    with ExitStack() as stack:
        stand = stack.enter_context(KINDS[kind]())
        token = make_token(stand.database_url)
        run = Soak(stand, token)
        report = run.run(seconds, stand.take_out_of_index if has_plant else None)
        if not report.wrong:
            run.check_all()
        if not report.wrong:
            context = make_context(Settings(database_url=stand.database_url))
            report.wrong += check_store(context)
            context.engine.dispose()
        return report


def main() -> None:
    parser = argparse.ArgumentParser(prog="make soak ARGS=…", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="for each kind")
    parser.add_argument("--on", default=",".join(KINDS), help="kinds, a comma list")
    asked = parser.parse_args()
    wrong = []
    for kind in asked.on.split(","):
        report = soak(kind, asked.seconds)
        print(f"{kind}, {asked.seconds:g} s: {report}", flush=True)
        wrong += report.wrong
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
