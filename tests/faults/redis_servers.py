"""Redis as operators run it: alone, failing over, in a cluster, behind a slow link, behind TLS."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from random import randrange
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

from tests.servers import RedisServer, _redis_binary, started, wait_until


@contextmanager
def redis_at(folder: Path, *options: object, port: int = 0) -> Iterator[RedisServer]:
    """A Redis whose socket is in ``folder``, so that it has the same address when it is started again."""
    folder.mkdir(exist_ok=True)
    path = folder / "redis.sock"
    command = [_redis_binary(), "--port", port, "--unixsocket", path, "--dir", folder, "--save", "", *options]
    with started(command, folder / "log") as process, Redis(unix_socket_path=str(path)) as client:

        def answers() -> bool:
            assert process.poll() is None, (folder / "log").read_text()[-2000:]
            with suppress(RedisError, OSError):
                return bool(client.ping())
            return False

        wait_until(answers, "Redis answers")
        yield RedisServer(f"unix://{path}", process)


def free_ports(count: int) -> list[int]:
    """Return consecutive free ports, low enough for the second port of each cluster node, 10,000 above."""
    while True:
        first = randrange(20_000, 50_000)
        with ExitStack() as stack:
            try:
                for port in range(first, first + count):
                    for each in (port, port + 10_000):
                        probe = stack.enter_context(socket.socket())
                        probe.bind(("127.0.0.1", each))
            except OSError:
                continue
            return list(range(first, first + count))


@contextmanager
def sentinel_over(folder: Path) -> Iterator[tuple[str, RedisServer]]:
    """The URL for a sentinel that watches a master and its replica, and the master."""
    master_port, replica_port, sentinel_port = free_ports(3)
    configuration = folder / "sentinel.conf"
    configuration.write_text(
        f"port {sentinel_port}\nbind 127.0.0.1\ndir {folder}\n"
        f"sentinel monitor record 127.0.0.1 {master_port} 1\n"
        "sentinel down-after-milliseconds record 300\nsentinel failover-timeout record 2000\n"
    )
    with ExitStack() as stack:
        master = stack.enter_context(redis_at(folder / "master", "--bind", "127.0.0.1", port=master_port))
        replica = ["--bind", "127.0.0.1", "--replicaof", "127.0.0.1", master_port]
        replica += ["--repl-diskless-sync", "yes", "--repl-diskless-sync-delay", 0]
        stack.enter_context(redis_at(folder / "replica", *replica, port=replica_port))
        stack.enter_context(started([_redis_binary(), configuration, "--sentinel"], folder / "log"))
        sentinel: Any = Redis(port=sentinel_port, decode_responses=True)

        def knows_replica() -> bool:
            with suppress(RedisError, OSError):
                (found,) = sentinel.sentinel_slaves("record")
                return "ok" in str(found["master-link-status"])
            return False

        with suppress(ValueError):
            wait_until(knows_replica, "the sentinel knows the replica")
        yield f"redis+sentinel://127.0.0.1:{sentinel_port}/record", master


@contextmanager
def cluster_of(
    folder: Path, count: int, *, has_replicas: bool = False
) -> Iterator[tuple[str, list[RedisServer]]]:
    """The URL of a cluster of masters, and the masters, followed by their replicas if each has one."""
    ports = free_ports(2 * count if has_replicas else count)
    with ExitStack() as stack:
        nodes, clients = [], []
        for port in ports:
            options = ["--bind", "127.0.0.1", "--cluster-enabled", "yes", "--cluster-node-timeout", 1000]
            options += ["--cluster-require-full-coverage", "no", "--repl-diskless-sync-delay", 0]
            nodes.append(stack.enter_context(redis_at(folder / str(port), *options, port=port)))
            clients.append(stack.enter_context(Redis(port=port, decode_responses=True)))
        masters, replicas = clients[:count], clients[count:]
        slots = [range(16384 * each // count, 16384 * (each + 1) // count) for each in range(count)]
        for client, own in zip(masters, slots, strict=True):
            client.execute_command("CLUSTER ADDSLOTS", *own)
        for port in ports[1:]:
            clients[0].execute_command("CLUSTER MEET", "127.0.0.1", port)
        for client in clients:
            wait_until(partial(_is_whole, client, len(ports)), "the cluster is whole")
        for master, replica in zip(masters, replicas, strict=False):
            replica.execute_command("CLUSTER REPLICATE", master.execute_command("CLUSTER MYID"))
        for replica in replicas:
            wait_until(partial(_follows, replica), "a replica follows its master")
        yield f"redis+cluster://127.0.0.1:{ports[0]}", nodes


def _is_whole(client: Any, count: int) -> bool:
    found = _cluster_info(client)
    return "cluster_state:ok" in found and f"cluster_known_nodes:{count} " in found


def _follows(replica: Any) -> bool:
    return bool(replica.info("replication").get("master_link_status") == "up")


def _cluster_info(client: Any) -> str:
    info = client.execute_command("CLUSTER INFO")
    known = f"cluster_known_nodes:{info.get('cluster_known_nodes')}" if isinstance(info, dict) else ""
    state = f"cluster_state:{info.get('cluster_state')}" if isinstance(info, dict) else info
    return f"{known} {state}"


class Proxy:
    """Forwards all data, with a delay if set; with ``folder`` it accepts TLS with a certificate made there."""

    def __init__(self, target: str, tls_folder: Path | None = None) -> None:
        self.delay_seconds = 0.0
        self._target = target.removeprefix("unix://")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._context: ssl.SSLContext | None = None
        if tls_folder is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(*make_certificate(tls_folder))
        self._late = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._late.set()
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as server:
            server.connect(self._target)
            heard = self._context.wrap_socket(client, server_side=True) if self._context else client
            with heard:
                threading.Thread(target=self._pump, args=(server, heard), daemon=True).start()
                self._pump(heard, server)

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                self._late.wait(self.delay_seconds)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """Return a self-signed certificate for 127.0.0.1, and its key."""
    openssl = shutil.which("openssl")
    assert openssl, "no certificate: put openssl on PATH"
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=127.0.0.1",
    ]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    return certificate, key
