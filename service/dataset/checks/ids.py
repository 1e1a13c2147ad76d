"""Descriptive ids: one pattern for each type (service/dataset/README.md); the seed's own ids do not change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, bounds_of, overlap
from service.records.record_type import Document
from service.records.schemas.dates import DateBounds, InvalidDate, bounds

KEPT = "seed"
# The prefixes of the ids of these countries' parades.
_NAMES = {"PRK": "north-korea", "KOR": "south-korea"}
_DATE = re.compile(r"(?:^|-)(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=-|$)")


def check_ids(records: RecordSet) -> Iterator[DatasetError]:
    """Yield the ids of dated records that lack the prefix of their type, or contain none of the record's dates."""
    for record in records:
        if record.type.name not in _DATES or KEPT in record.file.folders:
            continue
        start = _start(record)
        if start and not record.file.id.startswith(f"{start}-"):
            yield record.finding("/id", f"must begin with {start}-")
        days = [each for each in _DATES[record.type.name](record.document) if each]
        if not any(overlap(written, day) for written in _written(record.file.id) for day in days):
            yield record.finding("/id", "must tell the record's year, month or day, as in -2018-09")


def _start(record: Record) -> str:
    document = record.document
    if record.type.name == "communication":
        return str(document["kind"]).replace("_", "-")
    if record.type.name == "observation":
        return str(document["facility"])
    if record.type.name == "parade":
        return _NAMES.get(document["country"], "")
    return ""


def _written(record_id: str) -> Iterator[DateBounds]:
    for match in _DATE.finditer(record_id):
        try:
            yield bounds(match[1])
        except InvalidDate:
            continue


def _of_date(document: Document) -> Iterable[DateBounds | None]:
    return [bounds_of(document, "date")]


def _of_summit(document: Document) -> Iterable[DateBounds | None]:
    yield bounds_of(document, "date")
    for step in document["steps"]:
        yield bounds_of(step, "date")
        if step["target"]:
            yield bounds_of(step["target"], "date")


def _of_observation(document: Document) -> Iterable[DateBounds | None]:
    """Yield the dates of the images too: the date is that of the last one, and an id may tell an earlier one."""
    yield bounds_of(document, "date")
    for image in document["imagery"]:
        yield bounds_of(image, "acquired")


def _of_communication(document: Document) -> Iterable[DateBounds | None]:
    return [bounds_of(document, name) for name in ("date", "written", "delivered", "disclosed")]


_DATES = {
    "summit": _of_summit,
    "communication": _of_communication,
    "parade": _of_date,
    "observation": _of_observation,
}
