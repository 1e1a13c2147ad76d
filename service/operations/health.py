"""Health checks: whether the process is alive (`/healthz`), and whether its dependencies work (`/readyz`)."""

from typing import Any

import structlog
from flask import Response, current_app, jsonify
from marshmallow import Schema
from sqlalchemy.exc import SQLAlchemyError

from service.operations.draining import is_draining
from service.storage.migrate import current_revision, newest_revision
from service.storage.postgresql import patience
from service.storage.redis import FAILURES, connect
from service.storage.replica import Replica, takes_no_writes
from service.storage.sqlite_file import UnusableFile
from service.web import answer_fields as answered
from service.web.negotiation import JSON
from service.web.operation import Success
from service.web.problem import Problem
from service.web.problem_catalogue import SERVICE_UNAVAILABLE
from service.web.problem_shapes import Dependencies
from service.web.resource import Resource, Values

# Probes arrive every few seconds and time out as fast, so a slower dependency counts as unavailable.
PROBE_TIMEOUT_SECONDS = 2.0

log = structlog.get_logger(__name__)


class Health(Schema):
    """The process answers."""

    status = answered.text(const="ok")


class Readiness(Schema):
    """What the service rests on."""

    status = answered.text("Whether the service can do its work.", const="ready")
    dependencies = answered.part(Dependencies, "Each by name.")


def resources() -> list[Resource]:
    """Return the resources of the probes.

    They have no rate limit: a busy server would be restarted, or removed from the load balancer.
    """
    ready = {"status": "ready", "dependencies": {"database": {"status": "ok", "required": True}}}
    live = unstored("It answers.", Health, example={"status": "ok"})
    return [
        Resource("/healthz", "health.live", offered=(), is_limited=False).on(
            "GET", get_health, answers={200: live}
        ),
        Resource("/readyz", "health.ready", offered=(), is_limited=False).on(
            "GET", get_readiness, answers={200: unstored("It can.", Readiness, example=ready)}
        ),
    ]


def unstored(words: str, shape: Any, media_type: str = JSON.media_type, example: Any = None) -> Success:
    """Return what is told of an answer that nobody stores."""
    return Success(words, shape, ("Cache-Control",), example, media_types=(media_type,), is_tagged=False)


def get_health(_: Values) -> Response:
    """Ask whether the process lives.

    Says nothing of what it rests on, so that nobody restarts it in vain.
    """
    return _uncached({"status": "ok"})


def get_readiness(_: Values) -> Response:
    """Ask whether the service can do its work.

    Each dependency by name.
    """
    # Redis and the replica are not required: without them requests are slower, not wrong.
    if is_draining():
        raise Problem(
            SERVICE_UNAVAILABLE, "The server is about to stop.", headers={"Cache-Control": "no-store"}
        )
    peninsula = current_app.extensions["peninsula"]
    status, detail = _database(peninsula)
    dependencies = {"database": {"status": status, "required": True}}
    if peninsula.database.replica is not None:
        dependencies["replica"] = {"status": _replica(peninsula.database.replica), "required": False}
    if peninsula.settings.redis_url:
        dependencies["redis"] = {"status": _redis(peninsula.settings.redis_url), "required": False}
    if any(each["required"] and each["status"] != "ok" for each in dependencies.values()):
        raise Problem(
            SERVICE_UNAVAILABLE,
            detail or "Something that the service needs is missing; see dependencies.",
            headers={"Cache-Control": "no-store"},
            dependencies=dependencies,
        )
    return _uncached({"status": "ready", "dependencies": dependencies})


def _database(peninsula: Any) -> tuple[str, str]:
    """Return the status of the database and a sentence about it (empty if there is none).

    `ok`, `unavailable`, `damaged` (the SQLite file), `changes_missing` (the SQLite file lacks acknowledged changes),
    `not_migrated` (the schema is not this release's) or `not_indexed` (records were indexed by another release).
    `peninsula migrate` mends the last two.
    """
    file = peninsula.database.file
    try:
        if file is not None:
            file.probe()
        with peninsula.database.reading() as connection:
            if file is not None and (
                missing := peninsula.caching.version.missing_changes(connection, noting=True)
            ):
                return "changes_missing", missing
            if current_revision(connection) != newest_revision():
                return "not_migrated", ""
            return "ok" if peninsula.is_indexed(connection) else "not_indexed", ""
    except UnusableFile as error:
        log.warning("database_unavailable", error=error.public_detail)
        return error.status, error.public_detail
    except SQLAlchemyError as error:
        log.warning("database_unavailable", error=type(error).__name__)
        return "unavailable", ""


def _replica(replica: Replica) -> str:
    """Return `ok`, `unavailable`, or `not_a_replica` for a server that accepts writes, which no other server has."""
    try:
        with patience(PROBE_TIMEOUT_SECONDS), replica.engine.connect() as connection:
            is_replica = takes_no_writes(connection)
    except SQLAlchemyError as error:
        log.warning("replica_unavailable", error=type(error).__name__)
        return "unavailable"
    return "ok" if is_replica else "not_a_replica"


def _redis(url: str) -> str:
    try:
        with connect(url, PROBE_TIMEOUT_SECONDS) as redis:
            redis.ping()
    except FAILURES as error:
        log.warning("redis_unavailable", error=type(error).__name__)
        return "unavailable"
    return "ok"


def _uncached(body: dict[str, Any]) -> Response:
    response = jsonify(body)
    response.headers["Cache-Control"] = "no-store"
    return response
