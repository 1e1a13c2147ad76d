"""A streaming replica answers reads as far as it has followed; nothing that was acknowledged is ever missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.replicated import BEHIND, FOLLOWED, FRESH, GONE, NOW, Reader, Replicated, replicated
from tests.servers import REPOSITORY, wait_until


@pytest.fixture(scope="module")
def record() -> Iterator[Replicated]:
    with replicated() as made:
        yield made


@pytest.fixture(scope="module")
def server(record: Replicated) -> Reader:
    # Never in doubt about the newest change: no other machine writes.
    return record.start(cache_max_stale_seconds=3000)


@pytest.fixture
def reader(server: Reader, record: Replicated) -> Reader:
    """Of a record of one source, which the replica has and answers."""
    server.write("report", "Old")
    record.catch_up()
    server.wait_for(FOLLOWED)
    return server


@pytest.mark.parametrize(
    "path", ["/v1/sources", "/v1/sources?fields=id&q=old", "/v1/changes", "/v1/situation", "/v1/search?q=old"]
)
def test_a_read_is_answered_from_the_replica_once_it_has_caught_up(reader: Reader, path: str) -> None:
    reader.wait_for(FOLLOWED, path)


def test_a_read_after_ones_own_write_is_right_while_the_replica_is_behind(
    reader: Reader, record: Replicated
) -> None:
    record.replica.pause()
    try:
        for number in range(5):
            reader.write("report", f"New {number}")
            assert [reader.title("report", **wants) for wants in (NOW, {}, NOW)] == [f"New {number}"] * 3
        reader.wait_for(BEHIND)
    finally:
        record.replica.resume()
    reader.wait_for(FOLLOWED)
    assert reader.title("report", **NOW) == "New 4"


@pytest.mark.parametrize("wants", ["no-cache", "no-store"])
def test_a_read_that_must_be_current_goes_to_the_primary(reader: Reader, wants: str) -> None:
    assert reader.answerers(lambda: reader.title("report", Cache_Control=wants)) == [FRESH]


def test_a_read_at_known_at_goes_to_the_primary(reader: Reader) -> None:
    # What is settled there may be on its way to the replica, and the answer is for ever.
    recorded = reader.get("/v1/sources/report").json()["recorded_at"]
    path = f"/v1/sources?known_at={recorded}"
    assert reader.answerers(lambda: reader.get(path, **NOW)) == [FRESH]


def test_reads_succeed_while_the_replica_is_unavailable_and_use_it_again_later(
    reader: Reader, record: Replicated
) -> None:
    record.replica.kill()
    assert reader.answerers(lambda: [reader.title("report", **NOW) for _ in range(5)]) == [GONE]
    ready = reader.get("/readyz")
    assert ready.status_code == 200
    assert ready.json()["dependencies"]["replica"] == {"status": "unavailable", "required": False}
    reader.write("report", "New")
    assert reader.title("report", **NOW) == "New"
    record.replica.start()
    reader.wait_for(FOLLOWED)
    assert reader.title("report", **NOW) == "New"
    wait_until(
        lambda: reader.get("/readyz").json()["dependencies"]["replica"]["status"] == "ok", "it is ready too"
    )


def test_another_machine_reads_a_write_as_soon_as_it_is_notified(record: Replicated, redis_url: str) -> None:
    # The database is not asked in time: what the other machine learns, it learns by the notice.
    settings = {"redis_url": redis_url, "cache_max_stale_seconds": 3000}
    one, other = record.start(**settings), record.start(**settings)
    one.write("report", "0")
    wait_until(lambda: other.get("/v1/sources/report").status_code == 200, "the other machine listens")
    for number in range(1, 6):
        one.write("report", str(number))
        wait_until(lambda number=number: other.title("report") == str(number), "the other machine follows")


@pytest.mark.parametrize("which", ["another server", "another database", "the primary itself"])
def test_a_database_that_is_not_a_replica_is_refused_at_start(
    record: Replicated, postgresql_url: str, which: str
) -> None:
    url, complaint = {
        "another server": (postgresql_url, "names another database"),
        "another database": (record.replica.server.url("postgres"), "names another database"),
        "the primary itself": (record.url, "is not a replica"),
    }[which]
    variables = {"DATABASE_URL": record.url, "DATABASE_READ_URL": url, "DATASET": "none"}
    environment = os.environ | {f"PENINSULA_{name}": value for name, value in variables.items()}
    command = [sys.executable, "-m", "service.cli", "serve"]
    ended = subprocess.run(
        command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "PENINSULA_DATABASE_READ_URL" in ended.stderr
    assert complaint in ended.stderr
    assert "Traceback" not in ended.stderr
