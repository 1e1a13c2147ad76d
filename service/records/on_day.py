"""Records as of a day: what is stored, unless something in it is dated later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from service.records.clocks import Clocks, reference_date
from service.records.record_type import RecordType


def body_on_day(record_type: RecordType, body: str, day: str) -> str:
    """Return the JSON text of a record as of an ISO date: the text itself unless something in it is dated later."""
    if record_type.clocked is None or record_type.settled_on is None:
        return body
    document = orjson.loads(body)
    if record_type.settled_on(document) <= day:
        return body
    return orjson.dumps(record_type.clocked(document, Clocks(day))).decode()


def answered_since(
    record_type: RecordType, documents: Iterable[Mapping[str, Any] | None], since: str
) -> Iterator[Mapping[str, Any]]:
    """Yield documents as stored, as of today, and as of each day from ``since``, an ISO date, that changed them."""
    for document in documents:
        if document is not None:
            yield from _answered_since(record_type, document, since)


def _answered_since(
    record_type: RecordType, document: Mapping[str, Any], since: str
) -> Iterator[Mapping[str, Any]]:
    yield document
    if record_type.clocked is None:
        return
    today = reference_date({})
    changing = (
        {each.bounds.last for each in record_type.moments(dict(document))} if record_type.moments else ()
    )
    days = {today, since, *(day for day in changing if since < day <= today)}
    for day in sorted(days, reverse=True):
        yield record_type.clocked(dict(document), Clocks(day))
