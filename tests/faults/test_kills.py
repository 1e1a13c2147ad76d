"""Workers and the whole server killed with ``kill -9`` while clients write: nothing is lost or duplicated."""

from __future__ import annotations

import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock
from typing import Any

import httpx
import pytest

from service.app import make_context
from service.integrity.checking import check_store
from service.settings import Settings
from tests.contracts import factories
from tests.faults.test_concurrent_writers import make_token
from tests.servers import PATIENCE_SECONDS, RunningServer, free_port, run_server, wait_until

CLIENTS = 4
# One of this many kills is of the whole server, the others are of one worker.
SERVER_KILLS = 5


@dataclass
class Acknowledged:
    """What the server acknowledged: titles by id for records created, ids of those that it changed afterwards."""

    made: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    # How many requests got no answer.
    cut_off: int = 0
    lock: Lock = field(default_factory=Lock)

    def count(self) -> int:
        with self.lock:
            return len(self.made) + len(self.changed)

    def add_made(self, record_id: str, title: str) -> None:
        with self.lock:
            assert record_id not in self.made, "one id acknowledged for two records"
            self.made[record_id] = title

    def add_changed(self, record_id: str) -> None:
        with self.lock:
            self.changed.add(record_id)

    def add_cut_off(self) -> None:
        with self.lock:
            self.cut_off += 1


@dataclass
class Client:
    """Writes until stopped, and retries requests that got no answer, as a careful client does."""

    number: int
    base: str
    token: str
    acknowledged: Acknowledged
    stopped: Event

    def run(self) -> None:
        headers = {"Authorization": f"Bearer {self.token}"}
        with httpx.Client(base_url=self.base, headers=headers, timeout=PATIENCE_SECONDS) as http:
            count = 0
            while not self.stopped.is_set():
                count += 1
                self.write_one(http, f"Report {count} of client {self.number}", changes=count % 3 == 0)

    def write_one(self, http: httpx.Client, title: str, *, changes: bool) -> None:
        made = self.until_answered(
            http,
            "POST",
            "/v1/sources",
            factories.source(title=title),
            {"Idempotency-Key": title.replace(" ", "-")},
        )
        assert made.status_code == 201, made.text
        record_id, tag = made.json()["id"], made.headers["ETag"]
        self.acknowledged.add_made(record_id, title)
        if not changes:
            return
        body = factories.source(title=title, authors=["Changed"])
        changed = self.until_answered(http, "PUT", f"/v1/sources/{record_id}", body, {"If-Match": tag})
        if changed.status_code == 412:
            # The first attempt succeeded, and its answer was lost: no other client writes this record.
            changed = self.until_answered(http, "GET", f"/v1/sources/{record_id}")
        assert changed.status_code == 200, changed.text
        assert changed.json()["authors"] == ["Changed"]
        self.acknowledged.add_changed(record_id)

    def until_answered(
        self,
        http: httpx.Client,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
    ) -> httpx.Response:
        answers: list[httpx.Response] = []

        def answered() -> bool:
            try:
                answer = http.request(method, path, json=body, headers=headers)
            except httpx.TransportError:
                self.acknowledged.add_cut_off()
                return False
            # 409: the killed attempt holds the key until the database notices that it has ended. 503: try again later.
            if answer.status_code not in {409, 503}:
                answers.append(answer)
            return bool(answers)

        wait_until(answered, f"{method} {path} is answered")
        return answers[0]


def workers_of(server: RunningServer) -> list[int]:
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text()
    return [int(child) for child in children.split()]


def kill_worker(server: RunningServer, chance: random.Random) -> None:
    workers = wait_until(lambda: workers_of(server), "there is a worker")
    with suppress(ProcessLookupError):
        os.kill(chance.choice(workers), signal.SIGKILL)


def kill_while_written(
    url: str, port: int, kills: int, acknowledged: Acknowledged, written: list[Future[None]]
) -> Counter[str]:
    """Kill at random, each time after some more writes; a killed server is started again."""
    chance = random.Random(kills)
    done: Counter[str] = Counter()
    while done.total() < kills:
        with run_server(url, port=port, workers=2, threads=4, dataset="none") as server:
            while done.total() < kills:
                some = acknowledged.count() + chance.randint(1, 8)
                wait_until(
                    lambda some=some: acknowledged.count() >= some or any(each.done() for each in written),
                    "the clients get on",
                )
                Event().wait(chance.uniform(0, 0.02))
                if done.total() % SERVER_KILLS == SERVER_KILLS - 1:
                    os.killpg(server.process.pid, signal.SIGKILL)
                    done["server"] += 1
                    break
                kill_worker(server, chance)
                done["worker"] += 1
    return done


def feed(base: str) -> Iterator[dict[str, Any]]:
    after = 0
    while page := httpx.get(f"{base}/v1/changes?after={after}&limit=500", timeout=PATIENCE_SECONDS).json():
        yield from page["items"]
        if page["next_after"] == after:
            return
        after = page["next_after"]


def check_all_is_there(base: str, acknowledged: Acknowledged) -> None:
    entries = list(feed(base))
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1)), "the feed has a gap"
    created = Counter(entry["id"] for entry in entries if entry["operation"] == "created")
    assert set(created.values()) == {1}
    assert acknowledged.made.keys() <= created.keys(), "an acknowledged record is lost"
    stored = {
        each: httpx.get(f"{base}/v1/sources/{each}", timeout=PATIENCE_SECONDS).json() for each in created
    }
    assert {each: stored[each]["title"] for each in acknowledged.made} == acknowledged.made
    assert max(Counter(each["title"] for each in stored.values()).values()) == 1, "a record is there twice"
    assert all(stored[each]["authors"] == ["Changed"] for each in acknowledged.changed), "a change is lost"
    revisions = Counter(entry["id"] for entry in entries)
    assert {each: body["revision"] for each, body in stored.items()} == revisions, (
        "history and heads disagree"
    )


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.long)])
def test_kill_9_of_workers_and_server_loses_and_doubles_no_write(database_url: str, kills: int) -> None:
    port, acknowledged, stopped = free_port(), Acknowledged(), Event()
    base = f"http://127.0.0.1:{port}"
    with run_server(database_url, port=port, dataset="none"):
        token = make_token(database_url)
    clients = [Client(number, base, token, acknowledged, stopped) for number in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as threads:
        written = [threads.submit(client.run) for client in clients]
        try:
            done = kill_while_written(database_url, port, kills, acknowledged, written)
            with run_server(database_url, port=port, dataset="none"):
                stopped.set()
                for each in written:
                    each.result()
                check_all_is_there(base, acknowledged)
        finally:
            stopped.set()
    context = make_context(Settings(database_url=database_url))
    assert list(check_store(context)) == []
    context.engine.dispose()
    assert done.total() == kills
    assert done["server"] >= kills // SERVER_KILLS
    assert acknowledged.count() > kills
    assert acknowledged.cut_off > kills, "the kills hit no request"
