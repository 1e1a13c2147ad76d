"""Prometheus metrics at `/metrics`: requests by route, the database and its connection pool, the record's age."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib.metadata import version
from time import perf_counter
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, current_app
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, REGISTRY, CollectorRegistry, Gauge, Histogram
from prometheus_client import generate_latest as render
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import Map, RequestRedirect

from service.operations.health import unstored
from service.storage.engine import Database
from service.web.request_id import ROUTE_KEY
from service.web.resource import Resource, Values

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

UNMATCHED = "unmatched"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

REQUEST_SECONDS = Histogram(
    "peninsula_request_duration_seconds",
    "Time until the answer was ready to be sent, by route template; its count is the number of requests.",
    ("method", "route", "status"),
    # A cache hit in memory takes a fraction of the first bucket; the request timeout ends requests at the last.
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
CONNECTIONS_IN_USE = Gauge(
    "peninsula_database_connections_in_use",
    "Connections that requests hold now, over all workers.",
    multiprocess_mode="livesum",
)
CONNECTIONS_ALLOWED = Gauge(
    "peninsula_database_connections_allowed",
    "Connections that the pools of all workers may open.",
    multiprocess_mode="livesum",
)


def resource() -> Resource:
    """Return the resource that Prometheus reads."""
    shown = unstored("All metrics.", str, "text/plain")
    return Resource("/metrics", "metrics.read", offered=()).on("GET", get_metrics, answers={200: shown})


def get_metrics(_: Values) -> Response:
    """Read the metrics.

    For Prometheus: requests and their duration, the database, how old the record is.
    """
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(REGISTRY)
    registry.register(_Record(current_app.extensions["peninsula"].database))
    response = Response(render(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)
    response.headers["Cache-Control"] = "no-store"
    return response


class _Record(Collector):
    """Metrics that are the same in every worker, read from the database at each scrape."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def collect(self) -> Iterator[GaugeMetricFamily]:
        build = GaugeMetricFamily("peninsula_build_info", "The release that runs.", labels=("version",))
        build.add_metric((version("peninsula"),), 1)
        yield build
        up = "peninsula_database_up", "Whether the database answers."
        try:
            with self._database.reading() as connection:
                change = connection.execute(
                    text("SELECT seq_from, recorded_at FROM revisions ORDER BY seq_from DESC LIMIT 1")
                ).one_or_none()
                published = connection.execute(
                    text(
                        "SELECT max(sort_key) FROM terms"
                        " WHERE type = 'source' AND field = '' AND value = '' AND seq_to IS NULL"
                        " AND sort_key < :tomorrow"
                    ),
                    # A later date is an announced publication or a mistake.
                    {"tomorrow": (datetime.now(UTC).date() + timedelta(days=1)).isoformat()},
                ).scalar()
        except SQLAlchemyError:
            yield GaugeMetricFamily(*up, value=0)
            return
        yield GaugeMetricFamily(*up, value=1)
        yield GaugeMetricFamily(
            "peninsula_last_change_sequence", "Number of the newest change.", value=change[0] if change else 0
        )
        if change:
            yield _instant("peninsula_last_change_timestamp_seconds", "When it was recorded.", change[1])
        if published and re.match(r"\d{4}-\d\d-\d\d", published):
            yield _instant(
                "peninsula_newest_publication_timestamp_seconds",
                "Publication date of the newest source that is not dated in the future.",
                published[:10],
            )


def _instant(name: str, description: str, moment: str) -> GaugeMetricFamily:
    parsed = datetime.fromisoformat(moment)
    return GaugeMetricFamily(
        name, description, value=(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
    )


@lru_cache(maxsize=4096)
def _labelled(method: str, route: str, status: str) -> Histogram:
    """Return the histogram of these labels, cached: the library's lookup takes longer than counting."""
    return REQUEST_SECONDS.labels(method, route, status)


class Observed:
    """WSGI middleware that times each request and names its route, including requests that no view handled."""

    def __init__(self, application: WSGIApplication, routes: Map) -> None:
        self._application = application
        self._routes = routes.bind("")
        # Paths repeat, so the match is cached; the bound limits the memory that invented paths can take.
        self._route = lru_cache(maxsize=4096)(self._match)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started = perf_counter()
        status = "5xx"

        def start(
            line: str, headers: list[tuple[str, str]], exc_info: Any = None, /
        ) -> Callable[[bytes], object]:
            nonlocal status
            status = f"{line[0]}xx"
            return start_response(line, headers, exc_info)

        environ[ROUTE_KEY] = route = self._route(environ.get("PATH_INFO", ""))
        try:
            return self._application(environ, start)
        finally:
            method = environ["REQUEST_METHOD"]
            labelled = _labelled(method if method in _METHODS else "other", route, status)
            labelled.observe(perf_counter() - started)

    def _match(self, path: str) -> str:
        """Return the template of a path as the API description writes it: ``/v1/summits/{id}``."""
        try:
            rule = self._rule(path, "GET")
        except (HTTPException, RequestRedirect):
            return UNMATCHED
        return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)

    def _rule(self, path: str, method: str) -> str:
        try:
            rule, _ = self._routes.match(path, method, return_rule=True)
        except MethodNotAllowed as error:
            return self._rule(path, next(iter(error.valid_methods or ())))
        return rule.rule


def install(app: Flask, engine: Engine, connections: int) -> None:
    """Time the requests of ``app`` and watch its pool of at most ``connections``; call it once all routes are added."""
    CONNECTIONS_ALLOWED.inc(connections)
    event.listen(engine, "checkout", lambda *_: CONNECTIONS_IN_USE.inc())
    event.listen(engine, "checkin", lambda *_: CONNECTIONS_IN_USE.dec())
    app.wsgi_app = Observed(app.wsgi_app, app.url_map)  # type: ignore[method-assign]
