"""The databases that are measured: made once, kept under ``benchmarks/data``; with a PostgreSQL server of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

import psycopg

from benchmarks.filling import fill
from benchmarks.population import Population
from service.app import RECORD_TYPES, make_context
from service.records.context import Context
from service.records.fingerprints import fingerprints
from service.records.record_type import Registry
from service.settings import Settings
from tests.postgresql import postgresql_binaries, unprivileged
from tests.servers import started, temporary_folder, wait_until

HERE = Path(__file__).parent
# What a filled database depends on, besides the rules of its record types: if one of these changes, it is made again.
_MADE_BY = (
    *(HERE / name for name in ("population.py", "watched.py", "filling.py")),
    HERE.parent / "service/storage/tables.py",
    *sorted((HERE.parent / "service/storage/migrations/versions").glob("*.py")),
)
_CONFIGURATION = {
    "listen_addresses": "",
    "max_connections": 50,
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    # A lost database is made again; reads, which are measured, do not depend on this setting.
    "fsync": "off",
    "full_page_writes": "off",
}


class Databases:
    """Databases in one folder, by dialect and name; PostgreSQL runs as long as this is open."""

    def __init__(self, folder: Path, sockets: Path) -> None:
        self.folder = folder
        self._sockets = sockets

    def url(self, dialect: str, name: str) -> str:
        """Return the URL of a database; on PostgreSQL a missing one is created empty."""
        if dialect == "sqlite":
            return f"sqlite:///{self.folder / name}.db"
        with psycopg.connect(host=str(self._sockets), user="postgres", autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return f"postgresql+psycopg://postgres@/{name}?host={quote(str(self._sockets), safe='')}"

    def drop(self, dialect: str, name: str) -> None:
        """Remove a database, if it exists."""
        if dialect == "sqlite":
            for path in self.folder.glob(f"{name}.db*"):
                path.unlink()
            return
        with psycopg.connect(host=str(self._sockets), user="postgres", autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())

    def filled(
        self,
        dialects: Sequence[str],
        count: int,
        tell: Callable[[str], None],
        of: type[Population] = Population,
    ) -> dict[str, str]:
        """Return the URLs, by dialect, of databases with ``count`` observations of a population.

        Missing ones are filled together.
        """
        name = f"{'observations' if of is Population else of.__name__.lower()}_{count}"
        record = self.folder / "filled.json"
        kept: dict[str, str] = json.loads(record.read_text()) if record.exists() else {}
        current = version()
        missing = [each for each in dialects if kept.get(f"{each} {name}") != current]
        for dialect in missing:
            self.drop(dialect, name)
        urls = {dialect: self.url(dialect, name) for dialect in dialects}
        if missing:
            tell(f"filling {' and '.join(missing)} with {count:,} observations")
            contexts = [context_of(urls[dialect]) for dialect in missing]
            fill(contexts, count, tell, of)
            for context in contexts:
                context.engine.dispose()
            kept |= {f"{dialect} {name}": current for dialect in missing}
            record.write_text(json.dumps(kept, indent=1))
        return urls


def context_of(url: str) -> Context:
    """Return the service's context for a database."""
    return make_context(replace(Settings(), database_url=url, dataset="none"))


@contextmanager
def open_databases(folder: Path, dialects: Sequence[str]) -> Iterator[Databases]:
    """Yield the databases of a folder, which is created if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    if "postgresql" not in dialects:
        yield Databases(folder, folder)
        return
    with temporary_folder() as run:
        owner = unprivileged()
        binaries = postgresql_binaries(run, owner)
        data = folder / "postgresql"
        if owner:
            os.chown(run, owner["user"], owner["group"])
        options = {**owner, "cwd": run, "env": {"PATH": os.defpath, "TZ": "UTC"}}
        if not (data / "PG_VERSION").exists():
            shutil.rmtree(data, ignore_errors=True)
            data.mkdir()
            if owner:
                os.chown(data, owner["user"], owner["group"])
            initdb = [
                binaries / "initdb",
                "-D",
                data,
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
            ]
            subprocess.run(
                [*initdb, "--no-sync", "--no-instructions"], check=True, capture_output=True, **options
            )
        command = [binaries / "postgres", "-D", data, "-c", f"unix_socket_directories={run}"]
        command += [part for name, value in _CONFIGURATION.items() for part in ("-c", f"{name}={value}")]
        with started(command, run / "log", **options):

            def answers() -> bool:
                try:
                    psycopg.connect(host=str(run), user="postgres").close()
                except psycopg.OperationalError:
                    return False
                return True

            wait_until(answers, "PostgreSQL answers")
            yield Databases(folder, run)


def version() -> str:
    """Return a digest of everything that a filled database depends on."""
    rules = fingerprints(Registry(RECORD_TYPES))
    parts = [*(path.read_bytes() for path in _MADE_BY), *(rules[name].encode() for name in sorted(rules))]
    return blake2b(b"".join(parts), digest_size=8).hexdigest()
