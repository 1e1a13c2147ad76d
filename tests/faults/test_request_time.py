"""A request that takes too long in the database is answered 503, and its thread serves the next one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from service.app import create_app
from service.settings import Settings
from service.storage.engine import Database
from service.storage.migrate import migrate
from tests.storage.test_engine import ENDLESS


@pytest.fixture
def client(database_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(database_url=database_url, request_timeout_seconds=1, database_pool_size=1))
    app.testing = False
    database: Database = app.extensions["peninsula"].database
    migrate(database)

    def endless() -> str:
        with database.reading() as connection:
            return str(connection.execute(text(ENDLESS[database.is_sqlite])).scalar_one())

    app.add_url_rule("/endless", view_func=endless)
    yield app.test_client()
    database.engine.dispose()


def test_a_statement_that_takes_too_long_is_503_every_time(client: FlaskClient) -> None:
    for _ in range(3):
        answer = client.get("/endless")
        assert answer.status_code == 503
        assert answer.json["type"] == "/problems/service-unavailable"
        assert int(answer.headers["Retry-After"]) > 0
    assert client.get("/v1/summits").status_code == 200
