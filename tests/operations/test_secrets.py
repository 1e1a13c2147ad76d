"""What must not be told to anybody is not in the log, however a request goes wrong, and not in answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from sqlalchemy import text

from service.app import create_app
from service.operations.logging import configure_logging
from service.settings import Settings
from service.storage.migrate import migrate
from tests.operations.test_logging import _restore_logging  # noqa: F401 (a fixture)
from tests.postgresql import PostgreSQLServer
from tests.servers import RunningServer, run_server, wait_until

PASSWORD = "hunter2-is-secret"


@pytest.fixture
def server(postgresql_server: PostgreSQLServer) -> Iterator[RunningServer]:
    name = postgresql_server.create_database()
    url = f"postgresql://postgres:{PASSWORD}@/{name}?host={quote(str(postgresql_server.sockets), safe='')}"
    redis = f"redis://:{PASSWORD}@127.0.0.1:1/0"
    with run_server(url, workers=1, dataset="none", log_level="debug", redis_url=redis) as running:
        yield running
    postgresql_server.drop_database(name)


def test_neither_passwords_nor_keys_are_logged(server: RunningServer) -> None:
    good = "pen_0123456789ab_" + "c" * 64
    for request in (
        {"headers": {"Authorization": f"Bearer {good}"}},
        {"headers": {"Authorization": f"Basic {good}"}},
        {"params": {"key": good}},
        {"headers": {"X-Request-ID": good}},
        {"headers": {"Cookie": f"key={good}"}},
    ):
        server.get("/v1/summits", **request)
    server.post("/v1/summits", content=good, headers={"Authorization": f"Bearer {good}"})
    server.get("/readyz")
    server.get("/last")
    wait_until(lambda: "/last" in server.log.read_text(), "all is logged")
    log = server.log.read_text()
    assert PASSWORD not in log
    assert good.rpartition("_")[2] not in log
    # What an operator may know of a key is its id.
    assert "pen_0123456789ab_…" in log


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_a_traceback_shows_no_local_values(
    sqlite_database: str, log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(database_url=sqlite_database, log_format=log_format)  # type: ignore[arg-type]
    configure_logging(settings)
    app = create_app(settings)
    app.testing = False
    database = app.extensions["peninsula"].database
    migrate(database)
    with database.writing() as connection:
        connection.execute(text("DROP TABLE api_keys"))
    secret = "not-a-key-by-its-looks"
    answer = app.test_client().get("/v1", headers={"Authorization": f"Bearer pen_0123456789ab_{'d' * 64}"})
    refused = app.test_client().get("/v1", headers={"Authorization": f"Bearer {secret}"})
    database.engine.dispose()
    log = capsys.readouterr().err
    assert answer.status_code == 500
    assert "no such table: api_keys" in log
    assert "d" * 64 not in log
    assert secret not in log
    for body in (answer.text, refused.text):
        assert not re.search(r"Traceback|api_keys|sqlite|\.py\b", body)


def test_no_answer_names_its_libraries(server: RunningServer) -> None:
    for answer in (
        server.get("/v1"),
        server.get("/nowhere"),
        server.get("/v1", headers={"Authorization": "Bearer x"}),
    ):
        assert answer.headers["Server"] == "gunicorn"
        assert "X-Powered-By" not in answer.headers
        assert not re.search(
            r"(?i)werkzeug|flask|python|sqlalchemy|postgres", answer.text + str(answer.headers)
        )
