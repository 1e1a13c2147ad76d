"""Counts what ``published_until`` leaves out, so that nothing left out reads as if it had not happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from service.records.index.conditions import Not
from service.records.index.listing import total
from service.records.index.public_days import Appeared, Public
from service.records.index.selection import Selection

# If there are more, this number is returned, so that the time to count is bounded.
MOST_COUNTED = 1_000
AT_MOST_COUNTED = f"{MOST_COUNTED} are counted at most: of so many or more it is that number"
"""The end of a sentence in the description of each such count."""


def records_not_public(
    connection: Connection,
    selection: Selection,
    until: str,
    as_of: str | None = None,
    appeared: Appeared | None = None,
) -> int:
    """Return how many records of a selection no source had reported by ``until``, an ISO date, up to ``MOST_COUNTED``.

    With ``as_of`` only records that had certainly taken place by that date count. ``appeared`` is the condition for
    being public, if it is not the one on the sources that a record cites. Everything is counted in the index.
    """
    not_public = replace(selection, conditions=(*selection.conditions, Not(appeared or Public(until))))
    if as_of is None:
        return total(connection, not_public, MOST_COUNTED)
    start, end = selection.overlaps or (None, None)
    last = min(end or as_of, as_of)
    if start is not None and start > last:
        return 0
    # All that had begun by then, but those that may last beyond it: few, as of dates of a month or a year.
    tomorrow = (date.fromisoformat(as_of) + timedelta(days=1)).isoformat()
    begun = replace(not_public, rows=replace(selection.rows, sort_key_to=last))
    lasting = total(connection, replace(begun, overlaps=(tomorrow, last)))
    return total(connection, begun, MOST_COUNTED + lasting) - lasting
