"""Whether the server lives (`/healthz`), and whether it can do its work and what it lacks (`/readyz`)."""

from typing import Any

import structlog
from flask import Blueprint, Response, current_app, jsonify, request
from sqlalchemy.exc import SQLAlchemyError

from service.operations.draining import is_draining
from service.storage.migrate import current_revision, newest_revision
from service.storage.postgresql import patience
from service.storage.redis import FAILURES, connect
from service.storage.replica import Replica, takes_no_writes
from service.storage.sqlite_file import UnusableFile
from service.web.parameters import Parameters
from service.web.problem import Problem
from service.web.problem_catalogue import SERVICE_UNAVAILABLE

# Probes come every few seconds and give up as fast; a dependency that is slower than this is as good as gone.
PROBE_TIMEOUT_SECONDS = 2.0

_NO_PARAMETERS = Parameters(())

blueprint = Blueprint("health", __name__)
log = structlog.get_logger(__name__)


@blueprint.get("/healthz")
def live() -> Response:
    """The process answers; says nothing of what it depends on, so that nobody restarts it in vain."""
    _NO_PARAMETERS.read(request.query_string)
    return _uncached({"status": "ok"})


@blueprint.get("/readyz")
def ready() -> Response:
    """Each dependency by name. `503` when one that is required fails: the load balancer looks elsewhere then.

    So it is when the server is about to stop. Redis and the replica are not required: without them
    requests are slower, not wrong.
    """
    _NO_PARAMETERS.read(request.query_string)
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
    """Return `ok`, `unavailable`, or what another release has done or left to do; and a sentence about it, or none.

    `damaged` where SQLite's file is, `changes_missing` where it is without changes that were acknowledged.
    `not_migrated` where the schema is not the one this code was written for, `not_indexed` where an older release
    indexed records, and nothing since: `peninsula migrate` mends both.
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
    """`ok`, `unavailable`, or `not_a_replica` where it takes writes of its own, which nobody else sees."""
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
