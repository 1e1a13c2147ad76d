"""A database on PostgreSQL with a streaming replica, servers on it, and which of them answers their reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from prometheus_client.parser import text_string_to_metric_families

from tests.cache.reading import Client, make_token
from tests.postgresql import PostgreSQLServer, Replica, replica_of, run_postgresql
from tests.servers import RunningServer, run_server, temporary_folder, wait_until

FOLLOWED, BEHIND, GONE = ("replica", "followed"), ("primary", "behind"), ("primary", "gone")
FRESH = ("primary", "fresh")
# Requests an answer that is computed now, and nothing else.
NOW = {"Cache_Control": "max-age=0"}


class Reader(Client):
    """A client that counts which database answers a server's reads."""

    def __init__(self, server: RunningServer, token: str) -> None:
        super().__init__(server.url, token)
        self.server, self.token = server, token

    def answerers(self, read: Callable[[], object]) -> list[tuple[str, str]]:
        """Return the databases that answered the reads of a call, and why."""
        before = self._counts()
        read()
        return sorted(who for who, count in self._counts().items() if count > before.get(who, 0))

    def wait_for(self, answerer: tuple[str, str], path: str = "/v1/sources/report") -> None:
        """Return once reads of a path are answered as expected; how long that takes depends on the machine."""
        wait_until(lambda: self.answerers(lambda: self.get(path, **NOW)) == [answerer], f"{path}: {answerer}")

    def _counts(self) -> dict[tuple[str, str], float]:
        exposed = self.server.get("/metrics").text
        return {
            (sample.labels["source"], sample.labels["reason"]): sample.value
            for family in text_string_to_metric_families(exposed)
            for sample in family.samples
            if sample.name == "peninsula_reads_total"
        }


class Replicated:
    """PostgreSQL, its replica, and a database on both."""

    def __init__(self, primary: PostgreSQLServer, replica: Replica, stack: ExitStack) -> None:
        self.primary, self.replica, self._stack = primary, replica, stack
        self.name = primary.create_database()
        replica.catch_up(primary)

    @property
    def url(self) -> str:
        return self.primary.url(self.name)

    @property
    def read_url(self) -> str:
        return self.replica.server.url(self.name)

    def start(self, **settings: Any) -> Reader:
        """Start a server, as on a machine of its own."""
        folder = self._stack.enter_context(temporary_folder())
        chosen = {"workers": 1, "threads": 4, "dataset": "none", "cache_directory": folder}
        chosen |= {"database_read_url": self.read_url, **settings}
        server = self._stack.enter_context(run_server(self.url, **chosen))
        return Reader(server, make_token(self.url, cache_directory=str(folder)))

    def catch_up(self) -> None:
        self.replica.catch_up(self.primary)


@contextmanager
def replicated() -> Iterator[Replicated]:
    with run_postgresql() as primary, replica_of(primary) as replica, ExitStack() as stack:
        yield Replicated(primary, replica, stack)
