"""A span for each request and SQL statement, sent to an OpenTelemetry collector; imported only if configured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.sqlalchemy.engine import EngineTracer
from opentelemetry.instrumentation.wsgi import OpenTelemetryMiddleware
from opentelemetry.metrics import get_meter
from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span
from sqlalchemy import Engine

from service.web.request_id import ROUTE_KEY, TRACE_KEY

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment


def install(app: Flask, engines: Iterable[Engine]) -> None:
    """Trace the requests of ``app`` and the statements of its databases; the ``OTEL_*`` variables name the collector.

    Call it after the middleware that its spans include, and before ``metrics.install``, which names the routes.
    """
    # The operator's OTEL_SERVICE_NAME takes precedence over this name.
    provider = TracerProvider(
        resource=Resource({SERVICE_NAME: "peninsula"}).merge(OTELResourceDetector().detect())
    )
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    # This is what the instrumentor attaches to an engine. The instrumentor itself also patches SQLAlchemy's modules for
    # asyncio, which are not installed.
    connections = get_meter(__name__).create_up_down_counter("db.client.connections.usage")
    for engine in engines:
        EngineTracer(provider.get_tracer(__name__), engine, connections)  # type: ignore[no-untyped-call]
    app.wsgi_app = OpenTelemetryMiddleware(  # type: ignore[method-assign]
        app.wsgi_app, response_hook=_name, tracer_provider=provider
    )


def _name(span: Span, environ: WSGIEnvironment, _status: str, _headers: list[tuple[str, str]]) -> None:
    """Name the span after the route's template, and pass the trace id to the access log."""
    route = environ.get(ROUTE_KEY, "")
    span.update_name(f"{environ['REQUEST_METHOD']} {route}")
    span.set_attribute("http.route", route)
    environ.setdefault(TRACE_KEY, f"{span.get_span_context().trace_id:032x}")
