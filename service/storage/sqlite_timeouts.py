"""SQLite statements that take too long are ended, as PostgreSQL ends them."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, event

# SQLite checks the statement timeout after this many steps of its virtual machine, which take some milliseconds.
_STEPS = 100_000


def end_long_statements(engine: Engine, seconds: float) -> None:
    """Give SQLite a ``statement_timeout`` as PostgreSQL has; here fetching the rows counts too."""

    @event.listens_for(engine, "connect")
    def watch(dbapi_connection: Any, record: Any) -> None:
        info = record.info
        dbapi_connection.set_progress_handler(lambda: monotonic() > info.get("deadline", inf), _STEPS)

    @event.listens_for(engine, "before_cursor_execute")
    def begin_to_count(connection: Connection, *_: Any) -> None:
        unlimited = connection.get_execution_options().get("unlimited", False)
        connection.info["deadline"] = inf if unlimited else monotonic() + seconds
