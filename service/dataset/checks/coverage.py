"""The coverage of a set: stated for every type, with no record later than the period that was searched."""

from __future__ import annotations

from collections.abc import Iterator

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, bounds_of, is_after
from service.records.coverage import COVERAGE_FILE
from service.records.record_type import Registry
from service.records.schemas.coverage import Coverage
from service.records.schemas.dates import DateBounds


def check_coverage(
    registry: Registry, records: RecordSet, coverage: Coverage | None
) -> Iterator[DatasetError]:
    """Yield each type that the coverage file omits, and each record dated after its type's ``until``."""
    told = coverage or {}
    for name in registry.names:
        if name not in told:
            yield DatasetError(
                COVERAGE_FILE,
                f"/{name}",
                f"is missing: add '{name}:' with 'from' and 'until', days in quotes",
            )
            continue
        until = told[name]["until"]
        for record in records.of(name):
            for pointer, dates in _dates(record):
                if is_after(dates, DateBounds(until, until)):
                    yield record.finding(
                        pointer,
                        f"is after {until}, until when {COVERAGE_FILE} says that such records were looked for: correct "
                        "the date, or look for all others up to it and then move 'until'",
                    )


def _dates(record: Record) -> Iterator[tuple[str, DateBounds | None]]:
    """Yield the pointer and bounds of what a record says happened: a summit's date may only be planned."""
    document = record.document
    if "steps" in document:
        for index, step in enumerate(document["steps"]):
            yield f"/steps/{index}/date", bounds_of(step, "date")
    else:
        for name in ("date", "published"):
            if name in document:
                yield f"/{name}", bounds_of(document, name)
