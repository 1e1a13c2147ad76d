"""Work that only one process at a time does on a database, across machines."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import NullPool, create_engine, text

from service.storage.engine import Database


@contextmanager
def exclusively(database: Database, name: str, tell_waiting: Callable[[], object]) -> Iterator[None]:
    """Hold the named lock of a database; if another process holds it, call ``tell_waiting`` once and wait.

    The lock ends with its holder, even one that is killed. On PostgreSQL it is an advisory lock on a connection outside
    the pool; on SQLite a lock on a file beside the database.
    """
    if database.is_sqlite:
        path = Path(f"{database.engine.url.database}-{name}")
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                tell_waiting()
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
        return
    number = {"n": int.from_bytes(blake2b(f"peninsula {name}".encode(), digest_size=8).digest(), "big") >> 1}
    engine = create_engine(database.engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if not connection.execute(text("SELECT pg_try_advisory_lock(:n)"), number).scalar_one():
            tell_waiting()
            connection.execute(text("SELECT pg_advisory_lock(:n)"), number)
        yield
