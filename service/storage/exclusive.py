"""What only one process does at a time on a database, whatever machine it is on."""

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
def alone(database: Database, name: str, tell_waiting: Callable[[], object]) -> Iterator[None]:
    """Do something while no other process does what has the same name; waits for one that does.

    The lock goes with its holder, however that ends. On PostgreSQL it is an advisory lock, on a connection that is none
    of the pool's; on SQLite a lock on a file beside the database.
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
