"""Whether a write is under way, found out without waiting for it."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from service.storage.engine import PLAIN, WRITE_LOCK, Database

# SQLite's write lock is taken for a moment by others that ask the same.
_PATIENCE_MS = 5


def has_writer(database: Database) -> bool:
    """Tell whether a write has begun and is neither committed nor rolled back."""
    with database.engine.execution_options(transaction=PLAIN).connect() as connection:
        if not database.is_sqlite:
            query = text("SELECT pg_try_advisory_xact_lock_shared(:key)")
            return not connection.execute(query, {"key": WRITE_LOCK}).scalar_one()
        patience = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql("ROLLBACK")
        except OperationalError:
            return True
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")
        return False
