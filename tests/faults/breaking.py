"""Servers with their dependencies, and the failures of these: PostgreSQL, Redis, workers."""

from __future__ import annotations

import os
import random
import signal
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import psycopg
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import create_engine, text

from tests.faults.redis_servers import redis_at
from tests.faults.test_kills import workers_of
from tests.postgresql import Node, primary_node
from tests.servers import RunningServer, run_server, temporary_folder, wait_until

SETTINGS = {"threads": 8, "dataset": "none", "redis_timeout_seconds": 0.5}
# Acknowledged writes survive a kill of the server; the machine keeps running.
DURABLE = {"synchronous_commit": "on"}
# The interval between two failures, so that the service recovers from one before the next.
LEAST_SECONDS, MOST_SECONDS = 1.0, 6.0


class Part(ABC):
    """A part that can fail."""

    @abstractmethod
    def faults(self) -> dict[str, Callable[[random.Random], None]]:
        """Return by name the failures of this part; after each one it works again."""


class Workers(Part):
    """The workers of servers; the oldest is never killed, so that its memory can be watched."""

    def __init__(self, servers: list[RunningServer]) -> None:
        self._servers = servers

    def faults(self) -> dict[str, Callable[[random.Random], None]]:
        return {"workers killed": self._kill}

    def _kill(self, chance: random.Random) -> None:
        workers = sorted(workers_of(chance.choice(self._servers)))
        if len(workers) > 1:
            with suppress(ProcessLookupError):
                os.kill(workers[-1], signal.SIGKILL)


class SharedCache(Part):
    """A Redis that is killed and restarted at the same address, or filled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running = ExitStack()
        self.url = self._start()

    def faults(self) -> dict[str, Callable[[random.Random], None]]:
        return {"Redis killed": self._kill, "Redis filled": self._fill}

    def close(self) -> None:
        self._running.close()

    def _start(self) -> str:
        server = self._running.enter_context(redis_at(self._folder / "redis"))
        self._process = server.process
        return server.url

    def _kill(self, chance: random.Random) -> None:
        self._process.kill()
        Event().wait(chance.uniform(0.1, 3))
        self._running.close()
        self._running = ExitStack()
        self._start()

    def _fill(self, chance: random.Random) -> None:
        self._limit("1")
        Event().wait(chance.uniform(0.1, 3))
        self._limit("0")

    def _limit(self, size: str) -> None:
        with suppress(RedisError, OSError), Redis.from_url(self.url) as client:
            client.config_set("maxmemory", size)


class DatabaseServer(Part):
    """PostgreSQL that is restarted, whose sessions are terminated, and that is vacuumed constantly."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self.name = node.server.create_database()
        self.url = node.server.url(self.name)
        self._stopped = Event()
        self._tidying = Thread(target=self._tidy, daemon=True)
        self._tidying.start()

    def faults(self) -> dict[str, Callable[[random.Random], None]]:
        return {
            "PostgreSQL restarted": self._restart,
            "PostgreSQL killed": self._kill,
            "sessions ended": self._end_sessions,
        }

    def close(self) -> None:
        self._stopped.set()
        self._tidying.join()

    def _restart(self, _: random.Random) -> None:
        self._node.stop()
        self._start()

    def _kill(self, _: random.Random) -> None:
        self._node.kill()
        self._start()

    def _start(self) -> None:
        def started() -> bool:
            # While a process of the killed server is exiting, its shared memory is still in use.
            with suppress(AssertionError):
                self._node.start()
                return True
            return False

        wait_until(started, "PostgreSQL starts again")

    def _end_sessions(self, _: random.Random) -> None:
        self._node.server.execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.name}'"
        )

    def _tidy(self) -> None:
        """Do constantly what autovacuum does from time to time."""
        while not self._stopped.wait(0.5):
            with (
                suppress(psycopg.Error),
                psycopg.connect(
                    host=str(self._node.server.sockets), user="postgres", dbname=self.name, autocommit=True
                ) as connection,
            ):
                connection.execute("VACUUM ANALYZE")


class Stand:
    """Running servers, the database that they share, and the parts that can fail."""

    def __init__(self, servers: list[RunningServer], database_url: str, parts: list[Part]) -> None:
        self._servers, self.database_url, self._parts = servers, database_url, parts

    @property
    def urls(self) -> list[str]:
        return [server.url for server in self._servers]

    def break_until(self, stopped: Event, chance: random.Random, done: Counter[str]) -> None:
        """Cause one failure after another until stopped."""
        faults = [pair for part in self._parts for pair in part.faults().items()]
        while not stopped.wait(chance.uniform(LEAST_SECONDS, MOST_SECONDS)):
            name, fault = chance.choice(faults)
            fault(chance)
            done[name] += 1

    def memory_of_oldest_workers(self) -> dict[str, float]:
        """Return the resident memory, in MiB, of the worker of each server that is never killed."""
        found = {}
        for number, server in enumerate(self._servers):
            with suppress(OSError, IndexError):
                status = Path(f"/proc/{sorted(workers_of(server))[0]}/status").read_text()
                found[f"server {number}"] = int(status.partition("VmRSS:")[2].split()[0]) / 1024
        return found

    def take_out_of_index(self) -> None:
        """Delete records from the index of the database without the knowledge of the service."""
        engine = create_engine(self.database_url)
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM terms WHERE type = 'source' AND id LIKE 'soak-0-%'"))
        engine.dispose()


@contextmanager
def on_postgresql_and_redis() -> Iterator[Stand]:
    """One server of two workers on PostgreSQL and Redis."""
    with temporary_folder() as folder, primary_node(**DURABLE) as node, ExitStack() as stack:
        database, cache = DatabaseServer(node), SharedCache(folder)
        stack.callback(cache.close)
        stack.callback(database.close)
        server = stack.enter_context(run_server(database.url, workers=2, redis_url=cache.url, **SETTINGS))
        yield Stand([server], database.url, [database, cache, Workers([server])])


@contextmanager
def on_postgresql_by_two() -> Iterator[Stand]:
    """Two servers of two workers on one PostgreSQL, as on one machine."""
    with temporary_folder() as folder, primary_node(**DURABLE) as node, ExitStack() as stack:
        database = DatabaseServer(node)
        stack.callback(database.close)
        servers = [
            stack.enter_context(run_server(database.url, workers=2, cache_directory=folder, **SETTINGS))
            for _ in range(2)
        ]
        yield Stand(servers, database.url, [database, Workers(servers)])


@contextmanager
def on_sqlite_and_redis() -> Iterator[Stand]:
    """One server of two workers on SQLite and Redis."""
    with temporary_folder() as folder, ExitStack() as stack:
        cache = SharedCache(folder)
        stack.callback(cache.close)
        url = f"sqlite:///{folder}/peninsula.db"
        server = stack.enter_context(run_server(url, workers=2, redis_url=cache.url, **SETTINGS))
        yield Stand([server], url, [cache, Workers([server])])


KINDS = {
    "postgresql-redis": on_postgresql_and_redis,
    "postgresql-two-servers": on_postgresql_by_two,
    "sqlite-redis": on_sqlite_and_redis,
}
