"""Whether a replica has followed as far as this machine knows the record, so that reads may be answered from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError

from service.cache.stamps import change_of, stamp
from service.records.context import Context
from service.storage.migrate import newest_revision
from service.storage.replica import READS

T = TypeVar("T")

_HELD = text(
    "SELECT (SELECT recorded_at FROM revisions WHERE seq_from = :change),"
    " (SELECT version_num FROM alembic_version), pg_is_in_recovery()"
)
_newest_schema = cache(newest_revision)


def read_nearby(context: Context, answer: Callable[[], T], *, wants_newest: bool) -> T:
    """Return what ``answer`` makes of its reads, which are from the replica where there is one that has followed.

    No read is older than what this machine knows of. ``wants_newest`` has the database itself asked, which may know
    of more.
    """
    replica = context.database.replica
    if replica is None:
        return answer()
    context.caching.listen()
    version = context.caching.version
    if wants_newest or not version.is_confirmed():
        READS.labels("primary", "fresh" if wants_newest else "unconfirmed").inc()
        return answer()
    return replica.answering(lambda connection: has_followed(connection, version.current), answer)


def has_followed(connection: Connection, stamped: int) -> bool:
    """Tell whether a replica holds the state of a stamp, or a later one of the same history.

    Changes are numbered in the order of their commits, and a replica replays commits in that order: it has all up to
    one that it has. That this one is of the same history, its instant tells.
    """
    change = change_of(stamped)
    try:
        instant, schema, is_replica = connection.execute(_HELD, {"change": change}).one()
    except ProgrammingError:
        # The tables are still to come.
        return False
    is_there = instant is not None and stamp(change, instant) == stamped
    # One that was promoted has writes of its own from then on.
    return is_there and schema == _newest_schema() and bool(is_replica)
