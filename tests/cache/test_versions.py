"""An entry is good for one version of the record: what a write, a slow reader, midnight and a restore do to it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import Connection, text

from service.app import create_app
from service.cache import computing, finding, middleware, version
from service.cache.computing import compute
from service.cache.version_token import change_of, version_token
from service.settings import Settings
from service.storage.migrate import migrate
from tests.cache.reading import App, outcome
from tests.servers import REPOSITORY, wait_until

RECORD = "/v1/sources/a-report"


@pytest.fixture(params=["memory", "redis"])
def two_workers(request: pytest.FixtureRequest, make_app: Callable[..., App]) -> tuple[App, App]:
    """Two applications with one database and one counter; with Redis, one on Redis alone and one on both."""
    if request.param == "memory":
        return make_app(), make_app()
    url = request.getfixturevalue("redis_url")
    return make_app(redis_url=url), make_app(redis_url=url, cache_hot_bytes=0)


def version_of(app: App) -> version.Version:
    found: version.Version = app.flask.extensions["peninsula"].caching.version
    return found


def test_a_write_is_seen_by_every_worker_when_it_is_acknowledged(two_workers: tuple[App, App]) -> None:
    one, other = two_workers
    for number in range(20):
        title = f"Title {number}"
        (one, other)[number % 2].put_source("a-report", title)
        assert [each.title("a-report") for each in (one, other, one, other)] == [title] * 4


def test_a_delayed_reader_cannot_store_an_old_answer(
    two_workers: tuple[App, App], monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, other = two_workers
    slow.put_source("a-report", "Old")
    has_read, may_go_on = Event(), Event()

    def held_up(*arguments: Any) -> Any:
        answer = compute(*arguments)
        if not has_read.is_set():
            has_read.set()
            assert may_go_on.wait(30)
        return answer

    monkeypatch.setattr(finding, "compute", held_up)
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(slow.title, "a-report")
        assert has_read.wait(30)
        # Past the cache: this writer's own reads would meet the slow one's.
        other.put_source("a-report", "New")
        may_go_on.set()
        # It was under way before the write.
        assert reading.result() == "Old"
    assert [each.title("a-report") for each in (slow, other, slow, other)] == ["New"] * 4


def test_an_answer_stored_for_an_older_version_is_not_used(two_workers: tuple[App, App]) -> None:
    one, other = two_workers
    one.put_source("a-report", "First")
    assert one.title("a-report") == "First"
    assert outcome(one.get(RECORD)) == "hit"
    other.put_source("b-report", "Another")
    assert outcome(one.get(RECORD)) == "miss"
    assert outcome(one.get(RECORD)) == "hit"


def test_a_write_that_changes_nothing_leaves_the_cache_unchanged(app: App) -> None:
    app.put_source("a-report", "Same")
    app.get(RECORD)
    app.put_source("a-report", "Same")
    assert outcome(app.get(RECORD)) == "hit"


def test_a_bulk_load_by_a_command_counts_as_a_write(sqlite_database: str) -> None:
    app = create_app(Settings(database_url=sqlite_database))
    migrate(app.extensions["peninsula"].database)
    reader = App(app, "")
    assert [outcome(reader.get("/v1/sources")) for _ in range(2)] == ["miss", "hit"]
    command = [sys.executable, "-m", "service.cli", "load", "seed"]
    environment = os.environ | {"PENINSULA_DATABASE_URL": sqlite_database}
    subprocess.run(command, env=environment, cwd=REPOSITORY, check=True, capture_output=True)
    answer = reader.get("/v1/sources")
    assert (outcome(answer), bool(answer.json["items"])) == ("miss", True)
    app.extensions["peninsula"].engine.dispose()


def test_a_write_whose_writer_died_before_announcing_it_is_seen_within_the_bound(
    make_app: Callable[..., App], tmp_path: Path
) -> None:
    app = make_app(cache_max_stale_seconds=0.3)
    app.put_source("a-report", "Old")
    assert app.title("a-report") == "Old"
    script = (
        "import os, signal\n"
        "from service.app import create_app\n"
        "from service.settings import Settings\n"
        "from tests.cache.reading import App\n"
        "app = App(create_app(Settings.from_env()), os.environ['TOKEN'])\n"
        "context = app.flask.extensions['peninsula']\n"
        "context.caching.version._announce = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "app.put_source('a-report', 'New')\n"
    )
    environment = os.environ | {
        "PENINSULA_DATABASE_URL": f"sqlite:///{tmp_path}/record.db",
        "TOKEN": app.token,
    }
    died = subprocess.run([sys.executable, "-c", script], env=environment, cwd=REPOSITORY, check=False)
    assert died.returncode == -signal.SIGKILL
    assert app.title("a-report", Cache_Control="no-store") == "New", "it was committed"
    wait_until(lambda: app.title("a-report") == "New", "the write is seen")


def test_a_slow_database_brings_no_answer_back_that_is_older_than_a_write(
    make_app: Callable[..., App], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(cache_max_stale_seconds=0.1)
    app.put_source("a-report", "Old")
    assert app.title("a-report") == "Old"
    app.put_source("a-report", "New")
    app.get("/v1/summits")
    may_answer = Event()
    last_change = version_of(app)._last_change

    def answer_late(connection: Connection) -> tuple[int, str]:
        may_answer.wait()
        return last_change(connection)

    monkeypatch.setattr(version_of(app), "_last_change", answer_late)
    monkeypatch.setattr(version_of(app), "_patience_seconds", 0.01)
    try:
        wait_until(lambda: not version_of(app).is_verified(), "the version is in doubt")
        assert app.title("a-report") == "New"
        # What no write has made old is served at once, and says that it may be.
        assert "; hit; ttl=-" in app.get("/v1/summits").headers["Cache-Status"]
    finally:
        may_answer.set()


def test_no_answer_outlives_its_day(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/v1/facilities/sohae/status"
    assert [outcome(app.get(path)) for _ in range(2)] == ["miss", "hit"]
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    for module in (middleware, finding, computing):
        monkeypatch.setattr(module, "time", midnight.timestamp)
    assert outcome(app.get(path)) == "miss"


def test_a_database_restored_from_a_backup_brings_no_answer_back_that_was_not_its_own(
    make_app: Callable[..., App], tmp_path: Path
) -> None:
    app = make_app(cache_max_stale_seconds=0.2)
    database, backup = tmp_path / "record.db", tmp_path / "backup.db"
    app.put_source("a-report", "Before")
    context = app.flask.extensions["peninsula"]
    with context.database.reading() as connection:
        connection.execute(text("VACUUM INTO :backup"), {"backup": str(backup)})
    app.put_source("a-report", "Lost with the disk")
    assert app.title("a-report") == "Lost with the disk"
    lost = change_of(version_of(app).current)
    context.engine.dispose()
    for rest in ("-wal", "-shm"):
        database.with_name(database.name + rest).unlink(missing_ok=True)
    shutil.copyfile(backup, database)
    wait_until(lambda: app.title("a-report") == "Before", "the restored record is seen")
    app.put_source("a-report", "After")
    # The same number of change as what was lost, and yet another version.
    assert change_of(version_of(app).current) == lost
    assert app.title("a-report") == "After"


def test_emptying_the_record_is_a_write_like_any_other(app: App) -> None:
    assert app.get("/v1/changes").json["next_after"] > 0
    with app.flask.extensions["peninsula"].database.writing() as connection:
        connection.execute(text("DELETE FROM revisions"))
    assert app.get("/v1/changes").json["next_after"] == 0


def test_workers_that_cannot_share_the_counter_store_nothing(
    make_app: Callable[..., App], tmp_path: Path
) -> None:
    app = make_app(cache_directory=str(tmp_path / "nowhere"))
    for _ in range(2):
        answer = app.get(RECORD)
        assert (answer.status_code, "Cache-Status" in answer.headers) == (404, False)
    app.put_source("a-report", "Written all the same")
    assert app.title("a-report") == "Written all the same"


def test_a_notice_of_another_record_changes_nothing(make_app: Callable[..., App], redis_url: str) -> None:
    app = make_app(redis_url=redis_url, cache_max_stale_seconds=3000)
    app.put_source("a-report", "Ours")
    app.get(RECORD)
    version, notices = version_of(app), app.flask.extensions["peninsula"].caching.notices
    ours, heard = version.current, "peninsula_cache_notices_heard_total"
    before = REGISTRY.get_sample_value(heard) or 0
    # Nobody may be listening yet when the first is sent.
    wait_until(
        lambda: (
            notices.publish(version_token(10**6, "another's")) or REGISTRY.get_sample_value(heard) > before
        ),
        "the notice is heard",
    )
    assert version.current == ours
    assert app.title("a-report") == "Ours"
