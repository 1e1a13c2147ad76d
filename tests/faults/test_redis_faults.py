"""Redis failing, under load: reads stay correct and fast, the breaker opens and closes, no client gets an error."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from redis import Redis
from redis.exceptions import OutOfMemoryError

from tests.cache.reading import Client, kept_in, make_token, outcome
from tests.faults.redis_servers import Proxy, cluster_of, redis_at, sentinel_over
from tests.servers import RunningServer, run_server, temporary_folder, wait_until

PATHS = ("/v1/summits", "/v1/sources?limit=5", "/v1/situation?as_of=2018-09-10", "/v1/facilities/sohae")
# Far more than two attempts with Redis may take, and less than the readers wait.
BOUND_SECONDS = 60.0


@dataclass
class Load:
    """Readers and a writer that run until they are stopped, and their results."""

    client: Client
    stopped: Event = field(default_factory=Event)
    reads: int = 0
    writes: int = 0
    slowest: float = 0.0

    def read(self, first: int) -> None:
        number = first
        while not self.stopped.is_set():
            began = time.monotonic()
            answer = self.client.get(PATHS[number % len(PATHS)])
            self.slowest = max(self.slowest, time.monotonic() - began)
            assert answer.status_code == 200, answer.text
            number, self.reads = number + 1, self.reads + 1

    def write(self) -> None:
        while not self.stopped.is_set():
            self.client.write("load", str(self.writes))
            assert self.client.title("load") == str(self.writes)
            self.writes += 1

    def more(self, reads: int = 60, writes: int = 6) -> None:
        """Wait until this many more have been answered."""
        wanted_reads, wanted_writes = self.reads + reads, self.writes + writes
        wait_until(
            lambda: self.stopped.is_set() or (self.reads >= wanted_reads and self.writes >= wanted_writes),
            "more is answered",
        )


@contextmanager
def load_on(client: Client) -> Iterator[Load]:
    load = Load(client)
    with ThreadPoolExecutor(4) as threads:
        running: list[Future[None]] = [threads.submit(load.read, first) for first in range(3)]
        running.append(threads.submit(load.write))
        for each in running:
            each.add_done_callback(lambda _: load.stopped.set())
        try:
            load.more()
            yield load
        finally:
            load.stopped.set()
        for each in running:
            each.result()
    assert load.slowest < BOUND_SECONDS


@contextmanager
def serving(database: str, redis_url: str) -> Iterator[tuple[Client, RunningServer]]:
    """A server whose workers store nothing in memory: every hit is from Redis."""
    settings = {
        "workers": 2,
        "threads": 4,
        "redis_url": redis_url,
        "redis_timeout_seconds": 0.25,
        "cache_hot_bytes": 0,
    }
    with run_server(database, **settings) as server:
        yield Client(server.url, make_token(database)), server


def says(server: RunningServer, event: str) -> Callable[[], bool]:
    already = server.log.read_text().count(f'"{event}"')
    return lambda: server.log.read_text().count(f'"{event}"') > already


def is_kept_again(client: Client) -> bool:
    """Return whether a hit comes from Redis."""
    answer = client.get("/v1/systems")
    return outcome(answer) == "hit" and kept_in(answer) == "redis"


@pytest.fixture
def folder() -> Iterator[Path]:
    with temporary_folder() as found:
        yield found


@pytest.mark.parametrize(
    "how",
    ["killed", pytest.param("stopped", marks=pytest.mark.long), pytest.param("slow", marks=pytest.mark.long)],
)
def test_redis_that_does_not_answer_is_not_used_until_it_is_back(
    sqlite_database: str, folder: Path, how: str
) -> None:
    with ExitStack() as stack:
        redis = stack.enter_context(redis_at(folder / "redis"))
        proxy = Proxy(redis.url)
        stack.callback(proxy.close)
        url = f"redis://127.0.0.1:{proxy.port}" if how == "slow" else redis.url
        client, server = stack.enter_context(serving(sqlite_database, url))
        wait_until(lambda: is_kept_again(client), "Redis keeps answers")
        opened, back = says(server, "redis_breaker_opened"), says(server, "redis_breaker_closed")
        with load_on(client) as load:
            if how == "killed":
                redis.process.send_signal(signal.SIGKILL)
                redis.process.wait()
            elif how == "stopped":
                redis.process.send_signal(signal.SIGSTOP)
            else:
                proxy.delay_seconds = 1.0
            wait_until(opened, "the breaker opens")
            load.more()
            if how == "killed":
                # It restarts empty.
                stack.enter_context(redis_at(folder / "redis"))
            elif how == "stopped":
                redis.process.send_signal(signal.SIGCONT)
            else:
                proxy.delay_seconds = 0.0
            wait_until(back, "the breaker closes")
            load.more()
        wait_until(lambda: is_kept_again(client), "Redis keeps answers again")


def test_redis_that_is_full_is_read_but_not_written(sqlite_database: str, folder: Path) -> None:
    with ExitStack() as stack:
        redis = stack.enter_context(redis_at(folder / "redis", "--maxmemory-policy", "noeviction"))
        client, server = stack.enter_context(serving(sqlite_database, redis.url))
        wait_until(lambda: is_kept_again(client), "Redis keeps answers")
        operator = stack.enter_context(Redis(unix_socket_path=redis.url.removeprefix("unix://")))
        operator.config_set("maxmemory", "1")
        with pytest.raises(OutOfMemoryError):
            operator.set("ballast", "x")
        assert is_kept_again(client), "what it has can be read"
        with load_on(client) as load:
            load.more()
        assert not is_kept_again(client), "the writes made it old, and nothing new is taken"
        operator.config_set("maxmemory", "0")
        wait_until(lambda: is_kept_again(client), "Redis keeps answers again")
        assert "redis_breaker_opened" not in server.log.read_text()


@pytest.mark.long
def test_redis_that_refuses_connections_is_a_miss(sqlite_database: str, folder: Path) -> None:
    with ExitStack() as stack:
        redis = stack.enter_context(redis_at(folder / "redis"))
        client, server = stack.enter_context(serving(sqlite_database, redis.url))
        wait_until(lambda: is_kept_again(client), "Redis keeps answers")
        operator = stack.enter_context(Redis(unix_socket_path=redis.url.removeprefix("unix://")))
        opened, back = says(server, "redis_breaker_opened"), says(server, "redis_breaker_closed")
        with load_on(client) as load:
            operator.config_set("maxclients", 1)
            operator.client_kill_filter(_type="normal", skipme=True)
            wait_until(opened, "the breaker opens")
            load.more()
            operator.config_set("maxclients", 1000)
            wait_until(back, "the breaker closes")
            load.more()
        wait_until(lambda: is_kept_again(client), "Redis keeps answers again")


@pytest.mark.long
def test_a_sentinel_leads_to_the_new_master(sqlite_database: str, folder: Path) -> None:
    with sentinel_over(folder) as (url, master), serving(sqlite_database, url) as (client, _):
        wait_until(lambda: is_kept_again(client), "Redis keeps answers")
        assert client.get("/readyz").json()["dependencies"]["redis"]["status"] == "ok"
        with load_on(client) as load:
            master.process.send_signal(signal.SIGKILL)
            load.more()
        wait_until(lambda: is_kept_again(client), "the new master keeps answers")


@pytest.mark.long
def test_a_cluster_caches_answers_and_survives_the_loss_of_a_node(sqlite_database: str, folder: Path) -> None:
    with cluster_of(folder, 3) as (url, nodes), serving(sqlite_database, url) as (client, server):
        assert client.get("/readyz").json()["dependencies"]["redis"]["status"] == "ok"
        ids = [f"/v1/sources?limit={number}" for number in range(1, 30)]
        hits = {("hit", "redis")}
        wait_until(
            lambda: {(outcome(a), kept_in(a)) for a in map(client.get, ids)} == hits, "all nodes keep answers"
        )
        with load_on(client) as load:
            nodes[1].process.send_signal(signal.SIGKILL)
            load.more()
        for path in ids:
            assert client.get(path).status_code == 200
        assert server.process.poll() is None


@pytest.mark.long
def test_tls_is_spoken_and_the_certificate_checked(sqlite_database: str, folder: Path) -> None:
    # The tests' Redis is built without TLS: a proxy provides it.
    with ExitStack() as stack:
        redis = stack.enter_context(redis_at(folder / "redis"))
        proxy = Proxy(redis.url, folder)
        stack.callback(proxy.close)
        url = f"rediss://127.0.0.1:{proxy.port}"
        trusted = f"{url}?ssl_ca_certs={folder / 'certificate.pem'}"
        with serving(sqlite_database, trusted) as (client, _):
            wait_until(lambda: is_kept_again(client), "Redis keeps answers")
        with serving(sqlite_database, url) as (client, server):
            opened = says(server, "redis_breaker_opened")
            wait_until(lambda: client.get("/v1/systems").is_success and opened(), "the breaker opens")
            assert not is_kept_again(client)
