"""The effects of a replica or its primary being killed, stopped or promoted, with clients reading and writing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.cache.reading import hammer
from tests.replicated import BEHIND, FOLLOWED, GONE, NOW, Replicated, replicated
from tests.servers import REPOSITORY, wait_until

pytestmark = pytest.mark.long


@pytest.fixture
def record() -> Iterator[Replicated]:
    with replicated() as made:
        yield made


def test_no_read_is_stale_or_fails_while_a_replica_lags_dies_and_returns(record: Replicated) -> None:
    client = record.start(workers=2)
    record.replica.server.execute("ALTER SYSTEM SET recovery_min_apply_delay = '20ms'")
    record.replica.server.execute("SELECT pg_reload_conf()")

    def keep_hammering(done: Event) -> None:
        # Its readers fail at the first answer that is stale or missing.
        while not done.is_set():
            hammer(client, 4, 20)

    def somebody_is_answered_by_the_primary() -> bool:
        return GONE in client.answerers(lambda: client.get("/v1/sources/tally", **NOW))

    with ThreadPoolExecutor(1) as threads:
        for number in range(3):
            client.write("report", str(number))
            # While no client writes: a replica that lags behind a busy writer may never catch up.
            client.wait_for(FOLLOWED)
            done = Event()
            hammering = threads.submit(keep_hammering, done)
            try:
                record.replica.kill()
                wait_until(somebody_is_answered_by_the_primary, "the primary answers")
                record.replica.start()
            finally:
                done.set()
            hammering.result()
    client.wait_for(FOLLOWED)


def test_a_replica_that_does_not_answer_is_not_used_until_it_does(record: Replicated) -> None:
    client = record.start()
    client.write("report", "Old")
    client.wait_for(FOLLOWED)
    record.replica.server.send(signal.SIGSTOP)
    try:
        assert client.answerers(lambda: [client.title("report", **NOW) for _ in range(5)]) == [GONE]
    finally:
        record.replica.server.send(signal.SIGCONT)
    client.wait_for(FOLLOWED)


def test_a_server_starts_without_its_replica_and_finds_it_later(record: Replicated) -> None:
    url = record.read_url
    record.replica.kill()
    client = record.start(database_read_url=url)
    client.write("report", "New")
    client.wait_for(GONE)
    record.replica.start()
    client.wait_for(FOLLOWED)


def test_a_promoted_replica_is_no_longer_read(record: Replicated) -> None:
    client = record.start()
    client.write("report", "Old")
    client.wait_for(FOLLOWED)
    record.replica.server.execute("SELECT pg_promote()")
    client.wait_for(BEHIND)
    assert client.get("/readyz").json()["dependencies"]["replica"]["status"] == "not_a_replica"


def test_reads_with_a_key_see_writes_of_other_machines_too(record: Replicated, redis_url: str) -> None:
    settings = {"redis_url": redis_url, "cache_max_stale_seconds": 3000, "read_access": "key"}
    one, other = record.start(**settings), record.start(**settings)
    mine = {"Authorization": f"Bearer {one.token}"}
    one.write("report", "0")
    wait_until(
        lambda: other.get("/v1/sources/report", **mine).status_code == 200, "the other machine listens"
    )
    for number in range(1, 4):
        one.write("report", str(number))
        wait_until(
            lambda number=number: other.title("report", **mine) == str(number), "the other machine follows"
        )


def test_without_the_primary_the_replica_answers_marked_stale(record: Replicated) -> None:
    client = record.start(cache_max_stale_seconds=1, database_timeout_seconds=3)
    for title in ("Old", "New"):
        client.write("report", title)
    record.catch_up()
    client.wait_for(FOLLOWED)
    record.primary.send(signal.SIGSTOP)
    # These have not been requested before: they are not in the cache.
    paths = [f"/v1/sources?limit={limit}" for limit in range(1, 400)]
    try:
        answers = [client.get(paths.pop())]
        while "replica; hit; ttl=-" not in answers[-1].headers["Cache-Status"]:
            assert len(paths) > 10, "it never says so"
            answers.append(client.get(paths.pop()))
        assert {answer.status_code for answer in answers} == {200}
        assert answers[-1].json()["items"][0]["title"] == "New"
        # It is not cached: the next request computes it again.
        assert client.get(answers[-1].url.raw_path.decode()).headers["Cache-Status"].startswith("replica")
        assert client.put_source("report", "Refused").status_code == 503
        assert client.get("/v1/sources/report", Cache_Control="no-cache").status_code == 503
    finally:
        record.primary.send(signal.SIGCONT)
    wait_until(lambda: client.put_source("report", "Newer").is_success, "writes are taken again")
    assert client.title("report", **NOW) == "Newer"
    client.wait_for(FOLLOWED)


def test_a_cluster_is_measured_while_one_of_each_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.cluster", "--measure", "--seconds", "3", "--dataset", "seed"]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    heads, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in ended.stdout.splitlines()
        if line.startswith("|")
    ]
    assert len(rows) == 11
    for row in rows:
        found = dict(zip(heads, row, strict=True))
        assert found["own reads, old"].endswith(", 0"), row
        assert int(found["reads"]) > 0
        if "primary" not in found["phase"]:
            assert found["not 200"] == "0", row


def test_a_cluster_says_where_it_is_and_stops_at_ctrl_c(tmp_path: Path) -> None:
    log = tmp_path / "log"
    command = [sys.executable, "-m", "benchmarks.cluster", "--dataset", "seed", "--workers", "1"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=REPOSITORY, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_until(
            lambda: process.poll() is not None or "Redis nodes up: 6 of 6" in log.read_text(), "it is up", 200
        )
        told = log.read_text()
        assert told.count("database ok, replica ok, redis ok") == 2, told
        process.send_signal(signal.SIGINT)
        assert process.wait(100) == 0, log.read_text()
    finally:
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
