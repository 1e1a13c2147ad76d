"""`/metrics` tells what operators alert on: by route template, over all workers, with the record's own age."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from service.app import create_app
from service.dataset.loading import bundled, load
from service.operations.workers import VARIABLE, share_metrics
from service.records.documents import draft
from service.records.writing import Writer
from service.settings import Settings
from service.sources.record import SOURCE
from service.storage.migrate import migrate
from tests.contracts import factories
from tests.servers import RunningServer, run_server, wait_until

COUNT = "peninsula_request_duration_seconds_count"
Metrics = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def parse(text: str) -> Metrics:
    """Every sample by its name and sorted labels."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def labelled(name: str, **labels: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    return name, tuple(sorted(labels.items()))


@pytest.fixture
def client(database_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(database_url=database_url))
    app.testing = False
    context = app.extensions["peninsula"]
    migrate(context.database)
    load(context, bundled("seed"), "tests")
    yield app.test_client()
    context.engine.dispose()


def counted(method: str, route: str, status: str) -> float:
    return REGISTRY.get_sample_value(COUNT, {"method": method, "route": route, "status": status}) or 0


@pytest.mark.parametrize(
    ("method", "path", "route", "status"),
    [
        ("GET", "/v1/summits", "/v1/summits", "2xx"),
        ("GET", "/v1/summits/singapore-2018", "/v1/summits/{id}", "2xx"),
        ("HEAD", "/v1/summits/singapore-2018", "/v1/summits/{id}", "2xx"),
        ("GET", "/v1/summits/singapore-2018/revisions/1", "/v1/summits/{id}/revisions/{number}", "2xx"),
        ("GET", "/v1/summits/none", "/v1/summits/{id}", "4xx"),
        ("DELETE", "/v1/summits", "/v1/summits", "4xx"),
        ("BREW", "/v1/summits", "/v1/summits", "4xx"),
        ("GET", "/wp-admin.php", "unmatched", "4xx"),
        ("GET", "/v1/summits/%F0%9F%98%80", "/v1/summits/{id}", "4xx"),
    ],
)
def test_a_request_is_counted_by_route_template_not_by_path(
    client: FlaskClient, method: str, path: str, route: str, status: str
) -> None:
    told = method if method != "BREW" else "other"
    before = counted(told, route, status)
    client.open(path, method=method)
    assert counted(told, route, status) == before + 1
    assert path == route or f'"{path}"' not in client.get("/metrics").text


def test_an_unhandled_exception_is_counted_as_a_server_error(client: FlaskClient) -> None:
    def fail() -> None:
        raise RuntimeError("broken")

    before = counted("GET", "/v1/summits", "5xx")
    client.application.view_functions["summits_list"] = lambda **_: fail()
    assert client.get("/v1/summits").status_code == 500
    assert counted("GET", "/v1/summits", "5xx") == before + 1


def test_the_newest_change_and_publication_are_metrics(client: FlaskClient) -> None:
    found = parse(client.get("/metrics").text)
    assert found["peninsula_database_up", ()] == 1
    assert found["peninsula_last_change_sequence", ()] == 17
    assert found["peninsula_newest_publication_timestamp_seconds", ()] == 1_536_537_600  # 10 September 2018
    assert found["peninsula_last_change_timestamp_seconds", ()] > 1_536_537_600


def test_a_source_dated_in_the_future_does_not_count_as_the_newest(client: FlaskClient) -> None:
    context = client.application.extensions["peninsula"]
    with context.database.writing() as connection:
        writer = Writer(connection, context.registry, "tests")
        made = draft(SOURCE, context.registry, factories.source(published="2999-01-01"))
        writer.put(made, "from-the-future", stored=None)
    found = parse(client.get("/metrics").text)
    assert found["peninsula_newest_publication_timestamp_seconds", ()] == 1_536_537_600


def test_an_unavailable_database_is_reported_and_other_metrics_stay(tmp_path: Path) -> None:
    app = create_app(Settings(database_url=f"postgresql+psycopg://nobody@/none?host={tmp_path}"))
    answer = app.test_client().get("/metrics")
    app.extensions["peninsula"].engine.dispose()
    assert answer.status_code == 200
    found = parse(answer.text)
    assert found["peninsula_database_up", ()] == 0
    assert ("peninsula_last_change_sequence", ()) not in found
    assert ("peninsula_build_info", (("version", "0.2.0"),)) in found


def test_a_connection_in_use_is_counted_until_it_is_returned(client: FlaskClient) -> None:
    def in_use() -> float:
        return REGISTRY.get_sample_value("peninsula_database_connections_in_use") or 0

    before = in_use()
    with client.application.extensions["peninsula"].database.reading():
        assert in_use() == before + 1
    assert in_use() == before


def test_metrics_take_no_parameters_and_are_not_cached(client: FlaskClient) -> None:
    assert client.get("/metrics?name=x").status_code == 400
    answer = client.get("/metrics")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.content_type.startswith("text/plain; version=0.0.4")


# ------------------------------------------------------------------------------- over several workers


@pytest.fixture
def server(sqlite_database: str) -> Iterator[RunningServer]:
    with run_server(sqlite_database, workers=2, dataset="none") as running:
        yield running


def ask_both_workers(server: RunningServer, path: str) -> int:
    """Ask, over new connections, until each worker has answered; returns how often that took."""
    asked = 0

    def both() -> bool:
        nonlocal asked
        server.get(path)
        asked += 1
        allowed = parse(server.get("/metrics").text)["peninsula_database_connections_allowed", ()]
        return allowed == 2 * 8 and asked >= 20

    wait_until(both, "both workers are up")
    return asked


def test_the_counts_of_all_workers_are_added_up_and_outlive_one(server: RunningServer) -> None:
    asked = ask_both_workers(server, "/v1/summits")
    key = labelled(COUNT, method="GET", route="/v1/summits", status="2xx")

    def metrics() -> Metrics:
        return parse(server.get("/metrics").text)

    assert metrics()[key] == asked
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    # What the dead worker was allowed is forgotten, what its successor is allowed is counted; requests stay.
    wait_until(lambda: "Booting worker" in server.log.read_text().split("SIGKILL")[-1], "a new worker")
    wait_until(lambda: metrics()["peninsula_database_connections_allowed", ()] == 16, "its connections")
    assert metrics()[key] == asked


def test_the_folder_of_metrics_is_removed_when_the_server_stops(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, dataset="none") as server:
        folder = _folder_of(server)
        assert folder.is_dir()
        server.process.terminate()
        server.process.wait()
        assert not folder.exists()


def _folder_of(server: RunningServer) -> Path:
    environment = Path(f"/proc/{server.process.pid}/environ").read_bytes().split(b"\0")
    (found,) = [each for each in environment if each.startswith(VARIABLE.encode())]
    return Path(found.decode().partition("=")[2])


def test_the_folder_of_a_killed_server_is_removed_by_the_next(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, dataset="none") as server:
        folder = _folder_of(server)
        os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait()
        assert folder.is_dir()
    with run_server(sqlite_database, workers=1, dataset="none"):
        assert not folder.exists()


def test_a_folder_that_the_operator_sets_is_not_removed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    share_metrics()
    assert os.environ[VARIABLE] == str(tmp_path)
    assert tmp_path.is_dir()
