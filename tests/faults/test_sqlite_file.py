"""SQLite's file removed, replaced or damaged under a running server: no write is acknowledged that is not stored."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result

from service.access.keys import create_key
from service.app import create_app
from service.cli import main
from service.commands.reindex import prepare_store
from service.records.schemas import instants
from service.settings import Settings
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.factories import source
from tests.faults.test_concurrent_writers import make_token
from tests.faults.test_kills import workers_of
from tests.servers import PATIENCE_SECONDS, RunningServer, run_server, wait_until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "peninsula.db"


@pytest.fixture
def service(file: Path) -> Iterator[Api]:
    settings = Settings(database_url=f"sqlite:///{file}")
    api = Api(create_app(settings), {}, settings)
    prepare_store(api.context)
    with api.context.database.writing() as connection:
        now = instants.parse(instants.now())
        api = replace(api, tokens={"write": create_key(connection, "tester", ["write"], None, now)[1]})
    api.create("sources", source(id="first"))
    # The engine is opened again, so that there is a log from the beginning.
    api.context.engine.dispose()
    yield api
    api.close()


def log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def backup(file: Path) -> Path:
    copy = file.with_name("copy.db")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return copy


def remove(file: Path) -> None:
    file.unlink()


def remove_all(file: Path) -> None:
    for each in file.parent.glob(f"{file.name}*"):
        each.unlink()


def remove_the_log(file: Path) -> None:
    log_of(file).unlink()


def put_a_letter_there(file: Path) -> None:
    file.with_name("letter").write_text("This is a letter.\n" * 500)
    file.with_name("letter").rename(file)


def overwrite(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"\xff" * file.stat().st_size)


def overwrite_the_end(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(size // 2)
        opened.write(b"\xff" * (size - size // 2))


def cut_in_half(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def empty(file: Path) -> None:
    os.truncate(file, 0)


def database_of(answer: Any) -> str:
    document = answer.json if isinstance(answer.json, dict) else answer.json()
    return str(document["dependencies"]["database"]["status"])


def peninsula(file: Path, *arguments: str) -> Result:
    unset = {name: None for name in os.environ if name.startswith("PENINSULA_")}
    return CliRunner().invoke(
        main,
        arguments,
        env={**unset, "PENINSULA_DATABASE_URL": f"sqlite:///{file}", "PENINSULA_DATASET": "none"},
    )


def kill_a_worker(server: RunningServer) -> None:
    before = workers_of(server)
    os.kill(max(before), signal.SIGKILL)
    wait_until(
        lambda: len(set(workers_of(server)) - {max(before)}) == len(before), "another worker has been started"
    )


@pytest.mark.parametrize(("damage", "status"), [(remove_all, "unavailable"), (overwrite, "damaged")])
def test_a_server_without_its_file_acknowledges_nothing_is_not_ready_and_makes_no_other_file(
    file: Path, damage: Callable[[Path], None], status: str
) -> None:
    url = f"sqlite:///{file}"
    with run_server(url, workers=2, threads=2, dataset="none") as server:
        headers = {"Authorization": f"Bearer {make_token(url)}"}

        def write(record_id: str) -> httpx.Response:
            return server.post("/v1/sources", json=factories.source(id=record_id), headers=headers)

        assert write("first").status_code == 201
        damage(file)
        held = sorted(each.name for each in file.parent.iterdir() if each.stat().st_size)
        for _ in range(2):
            answers = [write("second"), server.get("/v1/sources?limit=7"), server.get("/v1/changes")]
            assert answers[0].status_code == 503
            # A read may find what it needs in the log, or in memory.
            assert {answer.status_code for answer in answers} <= {200, 503}
            problems = [answer for answer in answers if answer.status_code == 503]
            assert {each.headers["Content-Type"] for each in problems} == {"application/problem+json"}
            ready = server.get("/readyz")
            assert (ready.status_code, database_of(ready)) == (503, status)
            assert "file" in ready.json()["detail"]
            assert server.get("/healthz").status_code == 200
            kill_a_worker(server)
        left = sorted(each.name for each in file.parent.iterdir() if each.stat().st_size)
        assert set(left) <= {*held, "peninsula.db-version"}


@pytest.mark.parametrize("damage", [overwrite, overwrite_the_end, cut_in_half, put_a_letter_there, empty])
def test_a_damaged_file_is_503_and_not_ready_and_named_in_one_line(
    service: Api, file: Path, damage: Callable[[Path], None]
) -> None:
    service.get("sources")
    damage(file)
    ready = service.get("/readyz")
    assert (ready.status_code, database_of(ready)) == (503, "damaged")
    assert "damaged" in ready.json["detail"] or "emptied" in ready.json["detail"]
    answers = [service.get(path, {"limit": "7"}) for path in ("sources", "changes", "timeline")]
    assert {answer.status_code for answer in answers} <= {200, 503}
    written = service.post("sources", source(id="second"))
    assert written.status_code == 503
    assert "Stop the server, restore the file from a backup" in written.json["detail"]
    service.context.engine.dispose()
    told = peninsula(file, "check")
    assert told.exit_code == 1
    assert isinstance(told.exception, SystemExit), told.exc_info
    assert "The database file is damaged" in told.stderr or "found without" in told.stderr
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize(("damage", "status"), [(remove, "unavailable"), (remove_the_log, "damaged")])
def test_a_file_removed_during_an_open_connection_is_503_and_not_ready(
    service: Api, file: Path, damage: Callable[[Path], None], status: str
) -> None:
    service.create("sources", source(id="second"))
    damage(file)
    assert service.post("sources", source(id="third")).status_code == 503
    assert service.get("sources", {"limit": "7"}).status_code == 503
    ready = service.get("/readyz")
    assert (ready.status_code, database_of(ready)) == (503, status)


def test_no_write_is_acknowledged_whose_file_is_removed_before_its_end(
    service: Api, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    announcing = service.context.database._announcing

    def remove_first(connection):
        file.unlink()
        return announcing(connection)

    monkeypatch.setattr(service.context.database, "_announcing", remove_first)
    assert service.post("sources", source(id="second")).status_code == 503


def test_no_write_is_acknowledged_whose_log_is_removed_before_its_end(
    service: Api, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    announcing = service.context.database._announcing

    def remove_first(connection):
        log_of(file).unlink()
        return announcing(connection)

    monkeypatch.setattr(service.context.database, "_announcing", remove_first)
    assert service.post("sources", source(id="second")).status_code == 503


def test_a_file_put_in_its_place_is_used_and_its_missing_changes_are_reported(
    service: Api, file: Path
) -> None:
    copy = backup(file)
    service.create("sources", source(id="second"))
    for suffix in ("-wal", "-shm"):
        file.with_name(f"{file.name}{suffix}").unlink(missing_ok=True)
    copy.rename(file)
    assert service.get("sources/second").status_code == 404
    # The first write finds out; the next ones go into the file that is there.
    assert service.post("sources", source(id="third")).status_code == 503
    wait_until(
        lambda: service.post("sources", source(id="third")).status_code == 201, "the file in place is used"
    )
    for _ in range(2):
        ready = service.get("/readyz")
        assert (ready.status_code, database_of(ready)) == (503, "changes_missing")
        assert ready.json["detail"].startswith("Change 2 was acknowledged")
        # Its number equals that of the missing change, but it must not be taken for it.
        service.create("sources", source())


@pytest.mark.parametrize("later", [1, 3])
def test_a_write_that_finds_an_older_file_in_place_is_not_acknowledged(file: Path, later: int) -> None:
    url = f"sqlite:///{file}"
    with run_server(url, workers=2, dataset="none") as server:
        headers = {"Authorization": f"Bearer {make_token(url)}"}

        def write(record_id: str) -> int:
            body = source(id=record_id)
            return server.post(
                "/v1/sources", json=body, headers=headers, timeout=PATIENCE_SECONDS
            ).status_code

        assert write("first") == 201
        copy = backup(file)
        assert [write(f"later-{number}") for number in range(later)] == [201] * later
        for suffix in ("-wal", "-shm"):
            file.with_name(f"{file.name}{suffix}").unlink(missing_ok=True)
        copy.rename(file)
        assert write("next") == 503
        ready = server.get("/readyz")
        assert (ready.status_code, database_of(ready)) == (503, "changes_missing")
        assert ready.json()["detail"].startswith(f"Change {1 + later} was acknowledged")


def test_a_file_with_all_acknowledged_changes_may_take_its_place(service: Api, file: Path) -> None:
    copy = backup(file)
    for suffix in ("-wal", "-shm"):
        file.with_name(f"{file.name}{suffix}").unlink(missing_ok=True)
    copy.rename(file)
    assert service.get("/readyz").status_code == 200
    assert service.create("sources", source(id="second"))["revision"] == 1


@pytest.mark.parametrize("command", ["migrate", "serve", "check"])
def test_a_database_that_lost_acknowledged_changes_is_refused_until_that_is_accepted(
    service: Api, file: Path, command: str
) -> None:
    copy = backup(file)
    service.create("sources", source(id="second"))
    service.context.engine.dispose()
    shutil.copyfile(copy, file)
    told = peninsula(file, command)
    assert told.exit_code == 1
    assert told.stderr.startswith("Error: Change 2 was acknowledged, and the database was found without it")
    assert "it ends with change 1" in told.stderr
    assert "remove the file peninsula.db-version" in told.stderr
    file.with_name(f"{file.name}-version").unlink()
    assert peninsula(file, "migrate").exit_code == 0
    assert peninsula(file, "check").exit_code == 0


def test_a_log_that_is_damaged_while_the_server_is_down_is_reported_at_start(file: Path) -> None:
    url = f"sqlite:///{file}"
    with run_server(url, workers=1, threads=2, dataset="none") as server:
        headers = {"Authorization": f"Bearer {make_token(url)}"}
        for name in ("first", "second"):
            answer = server.post("/v1/sources", json=factories.source(id=name), headers=headers)
            assert answer.status_code == 201
            if name == "first":
                # Earlier changes are in the file, later ones only in the log.
                with closing(sqlite3.connect(file)) as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        workers = workers_of(server)
        # First the process that would start others.
        for each in (server.process.pid, *workers):
            os.kill(each, signal.SIGKILL)
        server.process.wait()
        overwrite(log_of(file))
    told = peninsula(file, "migrate")
    assert told.exit_code == 1
    # What SQLite had copied from the log into the file by then may be complete or partial.
    lost = "Change 2 was acknowledged, and the database was found without it"
    assert lost in told.stderr or "The database file is damaged" in told.stderr
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [("migrate",), ("keys", "list"), ("load", "seed")])
def test_no_command_creates_a_database_in_place_of_an_acknowledged_one(
    service: Api, file: Path, arguments: tuple[str, ...]
) -> None:
    service.context.engine.dispose()
    file.unlink()
    told = peninsula(file, *arguments)
    assert told.exit_code == 1
    assert told.stderr.startswith("Error: Change 1 was acknowledged")
    assert not file.exists()


def test_a_check_of_a_missing_database_reports_it_and_creates_none(file: Path) -> None:
    told = peninsula(file, "check")
    assert told.exit_code == 1
    assert told.stderr.startswith("Error: The database cannot be used: There is no database file at its path")
    assert not list(file.parent.iterdir())
