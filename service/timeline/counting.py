"""What ``published_until`` leaves out of the stream, counted."""

from __future__ import annotations

from itertools import islice

import orjson
from sqlalchemy import Connection

from service.evidence.left_out import MOST_COUNTED, records_not_public
from service.records.clocks import Clocks
from service.records.index.indexing import moment_of
from service.records.index.selection import Selection
from service.records.publication import clocks_of
from service.timeline.kinds import Kind
from service.timeline.stream import TimelineQuery, rows_of, selection_of

_CHUNK = 200


def count_not_public(connection: Connection, question: TimelineQuery) -> int:
    """Return how many entries had certainly taken place by ``as_of`` that no source had reported by then.

    Of a kind ``MOST_COUNTED`` are counted at most. Records are counted in the index. Steps of summits in the range are
    read until there are so many, since each has sources of its own: the time that takes grows with the steps.
    """
    until = question.values.get("published_until")
    if until is None:
        return 0
    found = 0
    for kind in question.kinds:
        selection = selection_of(connection, kind, question)
        if selection is None:
            continue
        if kind.record_type.moments is None:
            found += records_not_public(connection, selection, until, question.values["as_of"])
        else:
            found += _moments_not_public(connection, kind, selection, question)
    return found


def _moments_not_public(
    connection: Connection, kind: Kind, selection: Selection, question: TimelineQuery
) -> int:
    moments = kind.record_type.moments
    assert moments is not None
    found = 0
    every = rows_of(connection, selection, question, None, _CHUNK)
    while found < MOST_COUNTED and (rows := list(islice(every, _CHUNK))):
        records = {row.id.partition("/")[0]: row.body for row in rows}
        documents = {record_id: orjson.loads(body) for record_id, body in records.items()}
        clocks = clocks_of(connection, documents.values(), question.values, question.at)
        for row in rows:
            record_id, number = moment_of(row.id)
            record = documents[record_id]
            step = kind.declared.statement_at(record, next(islice(moments(record), number, None)).pointer)
            found += Clocks(clocks.as_of).holds(step, record) and not clocks.counts(step, record)
    return min(found, MOST_COUNTED)
