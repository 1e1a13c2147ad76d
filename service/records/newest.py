"""The newest instant of the record, which pins the state that an answer is of."""

from __future__ import annotations

from sqlalchemy import Connection, text

_NEWEST = (
    "SELECT max(recorded_at) FROM (SELECT max(recorded_at) AS recorded_at FROM revisions{until}"
    " UNION ALL SELECT max(recorded_at) FROM coverage{until}) AS instants"
)
_OF_ALL, _UNTIL = text(_NEWEST.format(until="")), text(_NEWEST.format(until=" WHERE recorded_at <= :until"))


def newest_instant(connection: Connection, until: str | None = None) -> str:
    """Return the instant of the newest change, or of the coverage where that was set later; "" where there is none.

    :param until: an RFC 3339 instant, which leaves out what was recorded later.

    Answers at this instant (``known_at``) follow from the state that the connection reads: what is recorded later has
    a later instant.
    """
    found = connection.execute(_OF_ALL) if until is None else connection.execute(_UNTIL, {"until": until})
    return str(found.scalar() or "")
