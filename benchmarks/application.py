"""The application on one database, called in this process as Gunicorn would, without its cache, and timed."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import text
from werkzeug.test import EnvironBuilder

from service.app import create_app
from service.records.context import Context
from service.settings import Settings

Query = dict[str, str]


class Times(NamedTuple):
    """Seconds: elapsed time, and CPU time, which does not include the time that a busy machine makes a page wait."""

    elapsed: float
    worked: float


class Application:
    """The application on a database."""

    def __init__(self, url: str) -> None:
        settings = replace(
            Settings(), database_url=url, dataset="none", rate_limit_read="off", request_timeout_seconds=600
        )
        app = create_app(settings)
        self._answer = app.wsgi_app
        self.context: Context = app.extensions["peninsula"]
        self._backend = _schedule_of_backend(self.context)

    def time(self, path: str, query: Query) -> Times:
        """Return how long an answer takes."""
        environ = _environ(path, query)
        worked, started = self._worked(), time.perf_counter()
        for _ in self._answer(environ, lambda *_: None):
            pass
        elapsed = time.perf_counter() - started
        return Times(elapsed, self._worked() - worked)

    def get(self, path: str, query: Query) -> Any:
        """Return an answer; raises ``RuntimeError`` unless it is 200."""
        status: list[str] = []
        body = b"".join(self._answer(_environ(path, query), lambda line, *_: status.append(line)))
        if status != ["200 OK"]:
            raise RuntimeError(f"{path} {query}: {body.decode()}")
        return json.loads(body)

    def _worked(self) -> float:
        """Return the CPU seconds of this thread and of the PostgreSQL process that serves it."""
        backend = int(self._backend.read_text().split()[0]) / 1e9 if self._backend else 0.0
        return time.thread_time() + backend


def _environ(path: str, query: Query) -> dict[str, Any]:
    return EnvironBuilder(path, query_string=query, headers={"Cache-Control": "no-cache"}).get_environ()


def _schedule_of_backend(context: Context) -> Path | None:
    """Return the file in which Linux reports the CPU time of the PostgreSQL process for our one connection."""
    if context.database.is_sqlite:
        return None
    with context.database.reading() as connection:
        process = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    return Path(f"/proc/{process}/schedstat")
