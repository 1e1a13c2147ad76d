"""A database that goes away while all of a list is sent: the client sees that what it has is incomplete."""

from __future__ import annotations

import json
import signal
from contextlib import ExitStack

import httpx
import pytest

from tests.cache.reading import make_token
from tests.postgresql import run_postgresql
from tests.servers import run_server

# More than the buffers between server and client hold, so that the server is still sending when the database goes.
RECORDS, IMPORTED_AT_ONCE, NOTE = 2_800, 700, "x" * 9_000


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_an_error_in_the_middle_breaks_the_connection(form: str) -> None:
    report = {"type": "source", "title": "A report", "published": None, "kind": "other", "note": NOTE}
    with ExitStack() as stack:
        postgresql = stack.enter_context(run_postgresql())
        database = postgresql.url(postgresql.create_database())
        settings = {"workers": 1, "threads": 4, "database_timeout_seconds": 5, "dataset": "none"}
        server = stack.enter_context(run_server(database, **settings))
        headers = {
            "Authorization": f"Bearer {make_token(database)}",
            "Content-Type": "application/x-ndjson",
        }
        for first in range(0, RECORDS, IMPORTED_AT_ONCE):
            reports = (report | {"id": f"source-{first + each}"} for each in range(IMPORTED_AT_ONCE))
            lines = "\n".join(map(json.dumps, reports))
            imported = httpx.post(f"{server.url}/v1/import", content=lines, headers=headers, timeout=300)
            assert imported.status_code == 200, imported.text
        url = f"{server.url}/v1/sources?limit=all&format={form}"
        answer = stack.enter_context(httpx.stream("GET", url, timeout=300))
        assert answer.status_code == 200
        received = answer.iter_raw()
        next(received)
        postgresql.send(signal.SIGKILL)
        with pytest.raises(httpx.RemoteProtocolError, match="incomplete chunked read"):
            list(received)
