"""Fixtures for every test: servers, and a fresh database on each of them."""

import os
import shutil
from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from tests.full_record import load_full
from tests.postgresql import PostgreSQLServer, run_postgresql
from tests.servers import RedisServer, run_redis

# No test has a deadline: on a busy machine it would fail without reason.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# What a test does not configure writes plain tracebacks: those that rich prints, which other tools of tests bring, take
# ten seconds for an application and all that it holds.
structlog.configure(
    processors=[structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker more than processors: a worker waits for its servers about half of the time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def copy_full_record(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], str]:
    """Copies a SQLite file with the full dataset to a path, and returns its URL; it is made once for all workers."""
    folder = tmp_path_factory.getbasetemp()
    shared = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "full-record"
    shared.mkdir(exist_ok=True)

    def copy(target: Path) -> str:
        made, being_made = shared / "record.db", shared / "unfinished.db"
        with (shared / "lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not made.exists():
                load_full(f"sqlite:///{being_made}")
                being_made.rename(made)
        shutil.copyfile(made, target)
        return f"sqlite:///{target}"

    return copy


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    with run_redis() as server:
        yield server


@pytest.fixture(scope="session")
def redis_url(redis_server: RedisServer) -> str:
    return redis_server.url


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgreSQLServer]:
    with run_postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_url(postgresql_server: PostgreSQLServer) -> str:
    return postgresql_server.url()


@pytest.fixture
def postgresql_database(postgresql_server: PostgreSQLServer) -> Iterator[str]:
    """The URL of an empty database on PostgreSQL."""
    name = postgresql_server.create_database()
    yield postgresql_server.url(name)
    postgresql_server.drop_database(name)


@pytest.fixture
def sqlite_database(tmp_path: Path) -> str:
    """The URL of a database on SQLite that does not exist yet."""
    return f"sqlite:///{tmp_path / 'peninsula.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, not migrated; a test with this fixture runs once on each database system."""
    return request.getfixturevalue(f"{request.param}_database")
