"""The members of a cluster: two servers, PostgreSQL with a streaming replica, Redis Cluster; each can be killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
from redis import Redis

from tests.cache.reading import make_token
from tests.faults.redis_servers import cluster_of
from tests.postgresql import Node, Replica, primary_node, replica_of
from tests.servers import RedisServer, RunningServer, descendants, free_port, run_server, temporary_folder

MASTERS = 3
# The bound on staleness as clients see it; the default of the setting.
BOUND_SECONDS = 5.0


class Api:
    """An API server as on a machine of its own, which restarts at the same address."""

    def __init__(self, name: str, database_url: str, settings: dict[str, Any]) -> None:
        self.name, self._database_url, self._settings = name, database_url, settings
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._running = ExitStack()
        self.server: RunningServer

    def start(self) -> None:
        server = run_server(self._database_url, port=self.port, **self._settings)
        self.server = self._running.enter_context(server)

    def kill(self) -> None:
        os.killpg(self.server.process.pid, signal.SIGKILL)
        self.stop()

    def kill_worker(self) -> None:
        os.kill(descendants(self.server.process.pid)[1], signal.SIGKILL)

    def stop(self) -> None:
        self._running.close()

    def status(self) -> str:
        with suppress(httpx.TransportError):
            answer = httpx.get(f"{self.url}/readyz", timeout=10).json()
            return ", ".join(f"{name} {each['status']}" for name, each in answer["dependencies"].items())
        return "down"


class Cluster:
    """All members, running."""

    def __init__(
        self, apis: list[Api], primary: Node, replica: Replica, redis_url: str, redis: list[RedisServer]
    ) -> None:
        self.apis, self.primary, self.replica = apis, primary, replica
        self.redis_url, self.redis = redis_url, redis

    def token(self) -> str:
        """Return a key that may write."""
        return make_token(self.primary.server.url())

    def addresses(self) -> dict[str, str]:
        found = {f"API server {api.name}": api.url for api in self.apis}
        return found | {
            "PostgreSQL, primary": self.primary.server.url(),
            "PostgreSQL, replica": self.replica.server.url(),
            f"Redis Cluster, {len(self.redis)} nodes": self.redis_url,
        }

    def status(self) -> str:
        up = [each for each in self.redis if each.process.poll() is None]
        parts = [f"server {api.name}: {api.status()}" for api in self.apis]
        return "; ".join([*parts, f"Redis nodes up: {len(up)} of {len(self.redis)}"])

    def kill_redis_master(self) -> None:
        self.redis[0].process.kill()

    def redis_has_recovered(self) -> bool:
        """Return whether a replica has replaced the master that was killed."""
        client: Any = Redis.from_url(self.redis[MASTERS].url, decode_responses=True)
        with client:
            return client.info("replication")["role"] == "master"


@contextmanager
def running_cluster(dataset: str, workers: int, tell: Callable[[str], None]) -> Iterator[Cluster]:
    """Start a cluster, and stop it at the end: API servers first."""
    with ExitStack() as stack:
        folder: Path = stack.enter_context(temporary_folder())
        tell("starting PostgreSQL and its replica")
        # An acknowledged write is in the operating system's buffers, so `kill -9` of the server cannot lose it.
        primary = stack.enter_context(primary_node(synchronous_commit="on"))
        replica = stack.enter_context(replica_of(primary.server))
        tell("starting Redis Cluster")
        redis_url, redis = stack.enter_context(cluster_of(folder, MASTERS, has_replicas=True))
        apis = []
        for name in ("one", "two"):
            tell(f"starting API server {name}")
            own = folder / name
            own.mkdir()
            settings = {
                "database_read_url": replica.server.url(),
                "redis_url": redis_url,
                # Otherwise both would share what only the processes of one machine can share.
                "cache_directory": own,
                "cache_max_stale_seconds": BOUND_SECONDS,
                "dataset": dataset,
                "workers": workers,
            }
            api = Api(name, primary.server.url(), settings)
            stack.callback(api.stop)
            api.start()
            apis.append(api)
        yield Cluster(apis, primary, replica, redis_url, redis)
