"""What ``published_until`` leaves out of search, counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import orjson
from sqlalchemy import Connection

from service.evidence.left_out import MOST_COUNTED, records_not_public
from service.records.index.conditions import Not
from service.records.index.public_days import Appeared
from service.records.index.selection import Selection
from service.records.publication import clocks_of
from service.records.record_type import RecordType
from service.search.counting import passages
from service.search.ranking import SearchQuery, is_source, rows_of

_CHUNK = 200


def count_not_public(connection: Connection, question: SearchQuery) -> int:
    """Return how many records hold the words, and had come by ``as_of``, that no source had reported by then.

    Of sources those count that had not appeared. Of one type ``MOST_COUNTED`` are counted at most.
    """
    until = question.values.get("published_until")
    if until is None:
        return 0
    as_of = question.values.get("as_of")
    found = 0
    for each in question.types:
        selection = Selection(each.name, (question.words, *map(Not, question.excluded)), at=question.at)
        if is_source(each):
            found += records_not_public(connection, selection, until, appeared=Appeared(until))
        elif as_of is not None and each.moments is not None:
            found += _by_moments(connection, question, each, selection)
        else:
            come_by = None if each.date is None else as_of
            found += records_not_public(connection, selection, until, come_by)
    return found


def _by_moments(
    connection: Connection, question: SearchQuery, record_type: RecordType, selection: Selection
) -> int:
    """Return how many records had begun to count by ``as_of`` by a moment, and were not public by one that had come."""
    found = 0
    rows = rows_of(connection, selection, None, _CHUNK, descending=True)
    while found < MOST_COUNTED and (chunk := list(islice(rows, _CHUNK))):
        records = [orjson.loads(row.body) for row in chunk]
        clocks = clocks_of(connection, records, question.values, question.at)
        whenever = replace(clocks, published_until=None)
        found += sum(
            bool(passages(record_type, each, whenever)) and not passages(record_type, each, clocks)
            for each in records
        )
    return min(found, MOST_COUNTED)
