"""`peninsula serve`: migrates, loads an empty database, serves with Gunicorn as its configuration says."""

import json
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.servers import REPOSITORY, STOP_SECONDS, run_server, wait_until


def test_an_empty_database_is_migrated_and_loaded(database_url: str) -> None:
    with run_server(database_url) as server:
        assert server.get("/readyz").json()["status"] == "ready"
        assert server.get("/v1/summits").json()["items"]


def test_a_second_start_loads_nothing(sqlite_database: str) -> None:
    for turn in (1, 2):
        with run_server(sqlite_database, workers=1, dataset="seed") as server:
            assert ("wrote" in server.log.read_text()) == (turn == 1)


def test_no_dataset_is_loaded_if_the_setting_is_none(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, dataset="none") as server:
        assert server.get("/v1/summits").json()["items"] == []


def test_gunicorn_runs_threads_and_no_control_socket(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=3, log_level="debug", dataset="none") as server:
        # One that has started answers; the others may still be starting.
        wait_until(lambda: server.log.read_text().count("Booting worker") == 3, "three workers start")
        log = server.log.read_text()
    assert "BufferingWorker" in log
    assert "control_socket_disable: True" in log
    assert "threads: 8" in log


def test_every_line_of_the_log_is_json_and_each_request_has_one(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, dataset="none") as server:
        server.get("/v1/summits?limit=3", headers={"X-Request-ID": "test-1"})
        # The line is written after the answer.
        wait_until(lambda: "test-1" in server.log.read_text(), "the request is logged")
        events = [json.loads(line) for line in server.log.read_text().splitlines()]
    (request,) = [event for event in events if event.get("request_id") == "test-1"]
    assert (request["method"], request["target"], request["status"]) == ("GET", "/v1/summits?limit=3", 200)
    assert (request["route"], request["key_owner"], request["trace_id"]) == ("/v1/summits", None, None)


def test_the_line_of_a_request_names_the_key_s_owner_its_trace_and_template(sqlite_database: str) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    with run_server(sqlite_database, workers=1, dataset="none") as server:
        context = make_context(Settings(database_url=sqlite_database))
        with context.database.writing() as connection:
            _, token = create_key(connection, "Graphics desk", ["read"], None, datetime.now(UTC))
        context.engine.dispose()
        sent = {"Authorization": f"Bearer {token}", "traceparent": f"00-{trace}-b7ad6b7169203331-01"}
        server.get("/v1/summits/none", headers=sent)
        wait_until(lambda: "summits/none" in server.log.read_text(), "the request is logged")
        log = server.log.read_text()
    (line,) = [json.loads(each) for each in log.splitlines() if "summits/none" in each]
    assert (line["route"], line["key_owner"], line["trace_id"]) == (
        "/v1/summits/{id}",
        "Graphics desk",
        trace,
    )
    assert token.rpartition("_")[2] not in log


def test_a_log_line_does_not_name_its_threads_previous_request(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, threads=1, dataset="none") as server:
        server.get("/v1", headers={"X-Request-ID": "before"})
        # More than are read: refused by Gunicorn's parser, in the thread.
        many = [("X-A", "y")] * 150
        refused = server.get("/v1", headers=many)
        assert refused.status_code == 431
        wait_until(lambda: "request_refused" in server.log.read_text(), "the refusal is logged")
        events = [json.loads(line) for line in server.log.read_text().splitlines()]
    (event,) = [each for each in events if each["event"] == "request_refused"]
    assert event["request_id"] == refused.headers["X-Request-ID"] != "before"
    assert [each["event"] for each in events if each.get("request_id") == "before"] == ["request"]


def test_a_server_stops_on_sigterm(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, dataset="none") as server:
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(STOP_SECONDS) == 0


def test_all_invalid_settings_are_reported_and_nothing_starts(tmp_path: Path) -> None:
    wrong = {"PENINSULA_WORKERS": "many", "PENINSULA_PORT": "80", "PATH": "/usr/bin:/bin"}
    refused = subprocess.run(
        [sys.executable, "-m", "service.cli", "serve"],
        cwd=REPOSITORY,
        env=wrong | {"PENINSULA_DATABASE_URL": f"sqlite:///{tmp_path}/x.db"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode != 0
    assert "PENINSULA_WORKERS" in refused.stderr
    assert "PENINSULA_PORT: unknown setting" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_longest_url_is_a_setting(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, dataset="none", max_url_bytes=512) as server:
        assert server.get(f"/v1/summits?q={'x' * 150}").status_code == 200
        assert server.get(f"/v1/summits?q={'x' * 600}").status_code == 414


def test_a_server_that_drains_is_not_ready_and_still_serves(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=2, dataset="none", drain_seconds=600) as server:
        assert server.get("/readyz").status_code == 200
        server.process.send_signal(signal.SIGTERM)
        wait_until(lambda: server.get("/readyz").status_code == 503, "it is no longer ready")
        assert server.get("/healthz").status_code == 200
        assert server.get("/v1/summits").status_code == 200
        # A second time: at once.
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(STOP_SECONDS) == 0


def test_no_client_on_this_machine_can_set_the_path_or_the_scheme(sqlite_database: str) -> None:
    with run_server(sqlite_database, workers=1, dataset="none") as server:
        spoofed = {"PATH_INFO": "/healthz", "SCRIPT_NAME": "/x", "X-Forwarded-Proto": "https"}
        answer = server.get("/nowhere", headers=spoofed)
    assert answer.json()["instance"] == "/nowhere"
