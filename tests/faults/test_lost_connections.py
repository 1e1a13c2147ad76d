"""PostgreSQL drops its connections, as when it is restarted: the next requests are answered all the same."""

from __future__ import annotations

import httpx
from sqlalchemy import create_engine, make_url, text

from tests.contracts import factories
from tests.faults.test_concurrent_writers import make_token
from tests.servers import PATIENCE_SECONDS, run_server


def drop_connections(url: str) -> int:
    """Terminate all other connections to a database, and wait until they are closed; returns their number."""
    engine = create_engine(make_url(url).set(database="postgres"))
    with engine.connect() as connection:
        ended = connection.execute(
            text("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = :name"),
            {"name": make_url(url).database},
        ).all()
    engine.dispose()
    return len(ended)


def test_the_first_read_and_write_after_dropped_connections_succeed(postgresql_database: str) -> None:
    with run_server(postgresql_database, workers=1, dataset="none") as server:
        headers = {"Authorization": f"Bearer {make_token(postgresql_database)}", "Cache-Control": "no-cache"}
        with httpx.Client(base_url=server.url, headers=headers, timeout=PATIENCE_SECONDS) as http:
            assert http.get("/v1/sources").status_code == 200
            assert drop_connections(postgresql_database) > 0
            assert http.get("/v1/sources").status_code == 200
            assert drop_connections(postgresql_database) > 0
            assert http.post("/v1/sources", json=factories.source()).status_code == 201
