"""What ``published_until`` leaves out, counted: nothing that is left out may read as if it had not happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from service.records.index.conditions import Condition, Public
from service.records.index.listing import total
from service.records.index.selection import Selection


def records_not_public(
    connection: Connection,
    selection: Selection,
    until: str,
    as_of: str | None = None,
    appeared: Condition | None = None,
) -> int:
    """Return how many records of a selection no source had reported by ``until``, an ISO date.

    With ``as_of`` only those count that had certainly come by that date. ``appeared`` is the condition on what was
    public, if not that on the sources that a record cites. All are counted in the index.
    """
    condition = appeared or Public(until)
    public = replace(selection, conditions=(*selection.conditions, condition))
    return _come(connection, selection, as_of) - _come(connection, public, as_of)


def _come(connection: Connection, selection: Selection, as_of: str | None) -> int:
    """Return how many had come: all that had begun by ``as_of`` but those that may last beyond it."""
    if as_of is None:
        return total(connection, selection)
    start, end = selection.overlaps or (None, None)
    last = min(end or as_of, as_of)
    if start is not None and start > last:
        return 0
    tomorrow = (date.fromisoformat(as_of) + timedelta(days=1)).isoformat()
    begun = replace(selection, rows=replace(selection.rows, sort_key_to=last))
    lasting = replace(begun, overlaps=(tomorrow, last))
    return total(connection, begun) - total(connection, lasting)
