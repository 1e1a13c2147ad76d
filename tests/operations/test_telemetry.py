"""Telemetry that is off loads nothing; on, a collector gets a span for each request and its statements."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from service.settings import Settings, SettingsError
from tests.servers import REPOSITORY, run_server, wait_until

TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def collector() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a collector, and what it was sent."""
    received: list[bytes] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Collector) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", received
        server.shutdown()
        thread.join()


def test_telemetry_that_is_off_loads_no_package(sqlite_database: str) -> None:
    program = (
        "import sys; from service.app import create_app; from service.settings import Settings;"
        f"create_app(Settings(database_url={sqlite_database!r}));"
        "print([name for name in sys.modules if 'telemetry.exporter' in name or 'telemetry.instrumentation' in name"
        " or name == 'service.operations.telemetry'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_telemetry_without_its_packages_is_refused_at_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENINSULA_TELEMETRY", "otlp")
    assert Settings.from_env().telemetry == "otlp"
    monkeypatch.setattr("service.setting_values.find_spec", lambda _: None)
    with pytest.raises(SettingsError, match="requirements-telemetry"):
        Settings.from_env()


def test_a_collector_gets_spans_of_requests_and_statements_in_the_caller_s_trace(
    sqlite_database: str, collector: tuple[str, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, received = collector
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "100")
    with run_server(sqlite_database, workers=1, dataset="seed", telemetry="otlp") as server:
        sent = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
        assert server.get("/v1/summits/singapore-2018", headers=sent).status_code == 200

        def spans() -> list[tuple[str, str, str]]:
            return [
                (resource.resource.attributes[0].value.string_value, span.trace_id.hex(), span.name)
                for body in received
                for resource in ExportTraceServiceRequest.FromString(body).resource_spans
                for scope in resource.scope_spans
                for span in scope.spans
            ]

        wanted = ("peninsula", TRACE, "GET /v1/summits/{id}")
        wait_until(lambda: wanted in spans(), "the span of the request")
        wait_until(
            lambda: any(t == TRACE and name.startswith("SELECT") for _, t, name in spans()), "its statements"
        )


def test_an_unavailable_collector_does_no_harm(
    sqlite_database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    with run_server(sqlite_database, workers=1, dataset="seed", telemetry="otlp") as server:
        assert server.get("/v1/summits").status_code == 200
