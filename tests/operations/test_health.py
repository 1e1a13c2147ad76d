"""`/healthz` says that the server lives, `/readyz` what it depends on and whether it can do its work."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from service.storage.migrate import migrate
from tests.servers import RedisServer


@contextmanager
def _client(
    database_url: str, *, migrated: bool = True, redis_url: str | None = None
) -> Iterator[FlaskClient]:
    app = create_app(Settings(database_url=database_url, redis_url=redis_url))
    context = app.extensions["peninsula"]
    try:
        if migrated:
            migrate(context.database)
        elif context.database.file is not None:
            context.database.file.create()
        yield app.test_client()
    finally:
        context.caching.close()
        context.engine.dispose()


def test_a_server_is_ready_once_its_database_is_migrated(database_url: str) -> None:
    with _client(database_url) as client:
        response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json == {
        "status": "ready",
        "dependencies": {"database": {"status": "ok", "required": True}},
    }


def test_a_server_is_not_ready_before_its_database_is_migrated(database_url: str) -> None:
    with _client(database_url, migrated=False) as client:
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.mimetype == "application/problem+json"
    assert response.json["dependencies"]["database"]["status"] == "not_migrated"


def test_a_server_without_its_database_is_alive_but_not_ready(tmp_path: Path) -> None:
    with _client(f"postgresql+psycopg://nobody@/none?host={tmp_path}", migrated=False) as client:
        ready = client.get("/readyz")
        live = client.get("/healthz")
    assert ready.status_code == 503
    assert ready.json["dependencies"]["database"]["status"] == "unavailable"
    assert (live.status_code, live.json) == (200, {"status": "ok"})


def test_redis_is_listed_if_it_is_configured(sqlite_database: str, redis_server: RedisServer) -> None:
    with _client(sqlite_database, redis_url=redis_server.url) as client:
        response = client.get("/readyz")
    assert response.json["dependencies"]["redis"] == {"status": "ok", "required": False}


def test_a_server_without_its_redis_reports_it_and_stays_ready(sqlite_database: str, tmp_path: Path) -> None:
    with _client(sqlite_database, redis_url=f"unix://{tmp_path / 'redis.sock'}") as client:
        response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json["status"] == "ready"
    assert response.json["dependencies"]["redis"]["status"] == "unavailable"


def test_an_unavailable_cluster_is_reported_and_harms_no_request(sqlite_database: str) -> None:
    with _client(sqlite_database, redis_url="redis+cluster://127.0.0.1:1") as client:
        ready, read = client.get("/readyz"), client.get("/v1/summits")
    assert (ready.status_code, read.status_code) == (200, 200)
    assert ready.json["dependencies"]["redis"]["status"] == "unavailable"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_takes_no_parameters(path: str, sqlite_database: str) -> None:
    with _client(sqlite_database) as client:
        assert client.get(path, query_string={"verbose": "1"}).status_code == 400


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_answers_are_not_cached(path: str, sqlite_database: str) -> None:
    with _client(sqlite_database) as client:
        assert client.get(path).headers["Cache-Control"] == "no-store"
