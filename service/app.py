"""Assembling the application: the one list of record types, views and extensions."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from flask import Flask

from service.access import rate_limits, scopes
from service.actors.record import ACTOR
from service.cache.assembly import Caching
from service.communications.record import COMMUNICATION
from service.dataset.loading import bundled_records
from service.exchange import routes as exchange
from service.facilities.record import FACILITY
from service.mcp import asking
from service.mcp import routes as mcp
from service.observations.record import OBSERVATION
from service.ogc import routes as ogc
from service.openapi import discovery
from service.openapi import routes as openapi_routes
from service.openapi.document import describe
from service.openapi.older import as_openapi_30
from service.operations import health, metrics
from service.pages import assembly, files, home, pictures
from service.parades.record import PARADE
from service.parts import routes as parts
from service.records.context import Context
from service.records.http import routes
from service.records.http.resource import RecordResource
from service.records.index_formats import present_state
from service.records.record_type import RecordType, Registry
from service.search import routes as search
from service.settings import Settings
from service.situation import routes as situation
from service.sources.record import SOURCE
from service.storage.engine import Database, make_engine
from service.storage.replica import Replica
from service.summits.record import SUMMIT
from service.systems.record import SYSTEM
from service.timeline import routes as timeline
from service.web import (
    browsers,
    extensions,
    last_resort,
    percent_encoding,
    prefix,
    problem,
    problem_pages,
    proxies,
    request_id,
)
from service.web.resource import Resource, add_resources

RECORD_TYPES: tuple[RecordType, ...] = (
    SOURCE,
    SYSTEM,
    ACTOR,
    SUMMIT,
    COMMUNICATION,
    PARADE,
    FACILITY,
    OBSERVATION,
)

VIEWS = (situation.resources, timeline.resources, search.resources, parts.resources, exchange.resources)


def make_context(settings: Settings, record_types: tuple[RecordType, ...] = RECORD_TYPES) -> Context:
    """Return the context that applications and commands share: settings, database, record types, views and cache."""
    make = partial(
        make_engine,
        pool_size=settings.database_pool_size,
        timeout_seconds=settings.database_timeout_seconds,
        busy_timeout_seconds=settings.busy_timeout_seconds,
        statement_timeout_seconds=settings.request_timeout_seconds,
    )
    replica = Replica(make(settings.database_read_url)) if settings.database_read_url else None
    database = Database(make(settings.database_url), replica, settings.database_timeout_seconds)
    # Built here rather than in create_app, so that writes of commands are announced to servers too.
    caching = Caching(settings, database, present_state)
    return Context(settings, database, Registry(record_types), VIEWS, caching)


def make_resources(context: Context) -> list[Resource]:
    """Return every resource of an application with this context, in the order of the API description."""
    record = routes.all_resources(context)
    pictures.add_pictures(context, record)
    maps = ogc.resources(context, lambda: _definitions(context, maps))
    found = [*record, *maps, home.resource(record[0]), *problem_pages.resources()]
    found += openapi_routes.resources(
        lambda: describe(context, found, bundled_records("seed", context.registry)),
        context.settings.public_url,
    )
    found += [*discovery.resources(context), *health.resources(), metrics.resource()]
    assembly.add_pages(context, found)
    return found


def _definitions(context: Context, resources: list[RecordResource]) -> dict[str, dict[str, Any]]:
    """Return the description of some resources, by version of OpenAPI."""
    newer = describe(context, resources, bundled_records("seed", context.registry))
    return {"3.0": as_openapi_30(newer), "3.1": newer}


def create_app(settings: Settings, record_types: tuple[RecordType, ...] = RECORD_TYPES) -> Flask:
    """Return the application for a migrated database; ``record_types`` are those that it serves."""
    app = Flask("service", static_folder=None, template_folder="pages/templates")
    app.json.sort_keys = False  # type: ignore[attr-defined]
    context = make_context(settings, record_types)
    context.install(app)
    problem.install(app)
    scopes.install(app)
    percent_encoding.install(app)
    resources = make_resources(context)
    # What people's browsers load, and what another protocol describes.
    add_resources(app, [*resources, *files.resources(), mcp.resource(context)])
    context.caching.install(app, resources)
    asking.install(app)
    browsers.install_preflights(app, settings.cors_origins)
    rate_limits.install(app, settings)
    browsers.install(
        app, settings.cors_origins, settings.hsts_seconds, hsts_subdomains=settings.hsts_subdomains == "on"
    )
    if settings.telemetry != "off":
        # An optional extra, whose packages may not be installed.
        import_module("service.operations.telemetry").install(app, context.database.engines)
    metrics.install(app, context.engine, settings.database_pool_size)
    extensions.install(app)
    last_resort.install(app)
    assembly.install(app, context)
    prefix.install(app, settings.path_prefix or "")
    proxies.install(app, settings.trusted_proxies)
    # Outermost, so that every answer has a request id.
    request_id.install(app)
    return app
