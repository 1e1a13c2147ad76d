"""Whether a replica has followed as far as this machine knows the record, so that reads may be answered from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from time import monotonic

from flask import Response
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from service.cache.stamps import change_of, stamp
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


def read_nearby(context: Context, answer: Callable[[], Response], *, wants_newest: bool) -> Response:
    """Return what ``answer`` makes of its reads, which are from the replica where there is one that has followed.

    No read is older than what this machine knows of. ``wants_newest`` has the database itself asked, which may know
    of more.
    """
    replica, version = context.database.replica, context.caching.version
    if replica is None:
        return answer()
    context.caching.listen()
    nearby = partial(replica.answering, lambda connection: has_followed(connection, version.current), answer)
    if wants_newest:
        READS.labels("primary", "fresh").inc()
        return answer()
    if version.is_confirmed():
        return nearby()
    READS.labels("primary", "unconfirmed").inc()
    try:
        return answer()
    except OperationalError:
        seconds = monotonic() - version.confirmed_at
        if seconds > context.settings.cache_stale_if_error_seconds:
            raise
        response = nearby()
        # RFC 9211: a replica is a cache of the database, and this answer may be that old.
        detail = f"replica; hit; ttl=-{int(seconds)}; detail=database-unavailable"
        response.headers.add("Cache-Status", detail)
        return response


def has_followed(connection: Connection, stamped: int) -> bool:
    """Tell whether a replica holds the state of a stamp, or a later one of the same history.

    Changes are numbered in the order of their commits, and a replica replays commits in that order: it has all up to
    one that it has. That this one is of the same history, its instant tells.
    """
    change = change_of(stamped)
    try:
        instant, indexed_at, covered_at, schema, is_replica = connection.execute(
            _HELD, {"change": change}
        ).one()
    except ProgrammingError:
        # The tables are still to come.
        return False
    # ``stamped`` is of the whole state: its instants are all those that answers follow from.
    held = None if instant is None else stamp(change, instants_of(instant, indexed_at, covered_at))
    is_there = held == stamped
    # One that was promoted has writes of its own from then on.
    return is_there and schema == _newest_schema() and bool(is_replica)
