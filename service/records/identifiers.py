"""Deriving an id from what a record says of itself."""

from __future__ import annotations

import calendar
from datetime import date

from slugify import slugify
from sqlalchemy import Connection, text

from service.records.record_type import Document, RecordType
from service.records.schemas.dates import DateBounds

MAX_LENGTH = 80
# Room for "-" and a number that keeps it unique.
_STEM_LENGTH = MAX_LENGTH - 7


def derive_id(connection: Connection, record_type: RecordType, document: Document) -> str:
    """Return an unused id from the record's title and date, ``-2`` and so on appended where it is taken.

    Ids of deleted records count as taken: an id means one record for ever.
    """
    dates = record_type.date(document) if record_type.date else None
    day = _written(dates) if dates else ""
    stem = slugify(record_type.title(document), max_length=_STEM_LENGTH - len(day) - 1, word_boundary=True)
    stem = "-".join(part for part in (stem or record_type.name, "" if day and day in stem else day) if part)
    taken = {
        str(row[0])
        for row in connection.execute(
            text("SELECT DISTINCT id FROM revisions WHERE type = :type AND id >= :stem AND id < :stop"),
            {"type": record_type.name, "stem": stem, "stop": stem + "."},
        )
    }
    number = 1
    candidate = stem
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate


def _written(dates: DateBounds) -> str:
    """Return the dates as short as they can be said: a day, a month, a year, or both ends."""
    if not dates.first:
        return ""
    first, last = date.fromisoformat(dates.first), date.fromisoformat(dates.last)
    if first == last:
        return dates.first
    if first.day == 1 and last == date(
        first.year, first.month, calendar.monthrange(first.year, first.month)[1]
    ):
        return dates.first[:7]
    if (first.month, first.day, last.month, last.day, first.year) == (1, 1, 12, 31, last.year):
        return dates.first[:4]
    return f"{dates.first}-{dates.last}"
