"""A contemporary source: an event was public soon after it happened, or the record says why not.

``published_until`` leaves out what no source had reported by then, so an event that cites only a retrospective source
is missing from what was public for years.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from service.dataset.checks.dates import LAPSED
from service.dataset.checks.months import named_months
from service.dataset.checks.record_set import SEED, DatasetError, Record, RecordSet, bounds_of
from service.records.index.public_days import public_from

MOST_DAYS = 60


def check_first_public(records: RecordSet) -> Iterator[DatasetError]:
    """Yield steps, communications, parades and observations that first became public more than 60 days later.

    A communication counts from ``disclosed`` if it has it. A note that names the month or the year in which the first
    source appeared is an explanation: "Read afterwards, in October 2018".
    """
    public = {source.file.id: public_from(source.document) for source in records.of("source")}
    for record in records:
        if record.file.folders[-1] == SEED:
            continue
        for pointer, day, cited, note in _events(record):
            known = [public.get(citation["source"]) for citation in cited]
            first = min((each for each in known if each is not None), default=None)
            if first is None:
                yield record.finding(pointer, "none of its sources has a date; cite one of the day")
            elif _days(day, first) > MOST_DAYS and not _says_why(note, first):
                yield record.finding(
                    pointer,
                    f"is {_days(day, first)} days before {first}, when its first source became public; cite a source "
                    "of the day, or say in the note in which month and why it was told so late",
                )


def _says_why(note: str, first: str) -> bool:
    return any(first.startswith(named) for named in named_months(note, first))


def _events(record: Record) -> Iterator[tuple[str, str, list[dict[str, Any]], str]]:
    """Yield the pointer of each event's date, its last day (ISO), its citations and the text of its notes."""
    document = record.document
    if record.type.name == "summit":
        for index, step in enumerate(document["steps"]):
            day = bounds_of(step, "date")
            if day and step["status"] != LAPSED:
                cited = step["citations"] or document["citations"]
                yield f"/steps/{index}/date", day.last, cited, step["note"] or ""
    elif record.type.name in ("communication", "parade", "observation"):
        name = "disclosed" if document.get("disclosed") else "date"
        day = bounds_of(document, name)
        if day:
            yield f"/{name}", day.last, document["citations"], document["note"] or ""


def _days(day: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(day)).days
