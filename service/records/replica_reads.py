"""Reads from a replica, once it has caught up with the newest version that this machine knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from time import monotonic

from flask import Response
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from service.cache.version_token import change_of, version_token
from service.records.context import Context
from service.records.index_formats import instants_of
from service.storage.migrate import newest_revision
from service.storage.replica import READS

_HELD = text(
    "SELECT (SELECT recorded_at FROM revisions WHERE seq_from = :change),"
    " (SELECT max(completed_at) FROM index_formats),"
    " (SELECT max(recorded_at) FROM coverage),"
    " (SELECT version_num FROM alembic_version), pg_is_in_recovery()"
)
_newest_schema = cache(newest_revision)


def read_from_replica(context: Context, answer: Callable[[], Response], *, wants_newest: bool) -> Response:
    """Return what ``answer`` makes of its reads, which go to the replica where there is one that has caught up.

    No read is older than the newest version that this machine knows. With ``wants_newest`` the primary is read, which
    may have a newer one.
    """
    replica, version = context.database.replica, context.caching.version
    if replica is None:
        return answer()
    context.caching.listen()
    from_replica = partial(
        replica.answering, lambda connection: has_caught_up(connection, version.current), answer
    )
    if wants_newest:
        READS.labels("primary", "fresh").inc()
        return answer()
    if version.is_verified():
        return from_replica()
    READS.labels("primary", "unverified").inc()
    try:
        return answer()
    except OperationalError:
        seconds = monotonic() - version.verified_at
        if seconds > context.settings.cache_stale_if_error_seconds:
            raise
        response = from_replica()
        # RFC 9211: a replica is a cache of the database, and this answer may be that old.
        detail = f"replica; hit; ttl=-{int(seconds)}; detail=database-unavailable"
        response.headers.add("Cache-Status", detail)
        return response


def has_caught_up(connection: Connection, token: int) -> bool:
    """Return whether a replica has the version of a token, or a later one of the same history.

    Changes are numbered in the order of their commits, and a replica replays commits in that order: if it has one
    change it has all before it. The instant in the token shows that the change is of the same history.
    """
    change = change_of(token)
    try:
        instant, indexed_at, covered_at, schema, is_replica = connection.execute(
            _HELD, {"change": change}
        ).one()
    except ProgrammingError:
        # The replica has no tables yet.
        return False
    # A token covers all that answers depend on: records, index and coverage, each with its instant.
    held = None if instant is None else version_token(change, instants_of(instant, indexed_at, covered_at))
    is_there = held == token
    # A replica that was promoted takes writes of its own from then on.
    return is_there and schema == _newest_schema() and bool(is_replica)
