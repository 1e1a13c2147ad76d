"""Dates in order: which date precedes which, and no statement about what its sources could not know yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, bounds_of, is_after, overlap
from service.records.schemas.dates import DateBounds

# A letter is written, then delivered, then disclosed; a source published, then corrected or read.
_SEQUENCES = {
    "communication": (("written", "delivered"), ("delivered", "disclosed"), ("written", "disclosed")),
    "source": (("published", "corrected"), ("published", "retrieved_on")),
}
LAPSED = "lapsed"
PREPARING = ("proposed", "requested", "accepted", "coordinating", "scheduled", "reinstated")
PLANNED = (*PREPARING, "postponed")


def check_sequences(records: RecordSet) -> Iterator[DatasetError]:
    """Yield dates of one record that cannot be in their order, and communications dated outside their own period."""
    for record_type, pairs in _SEQUENCES.items():
        for record in records.of(record_type):
            dated = {name: bounds_of(record.document, name) for pair in pairs for name in pair}
            for first, then in pairs:
                if is_after(dated[first], dated[then]):
                    yield record.finding(f"/{first}", f"is after {then}")
    for record in records.of("communication"):
        date = bounds_of(record.document, "date")
        if is_after(bounds_of(record.document, "written"), date):
            yield record.finding("/date", "is before it was written")
        if is_after(date, bounds_of(record.document, "disclosed")):
            yield record.finding("/date", "is after it was disclosed")
    for record in records.of("parade"):
        aired = record.document["broadcast"] and bounds_of(record.document["broadcast"], "aired")
        if is_after(bounds_of(record.document, "date"), aired):
            yield record.finding("/broadcast/aired", "is before the parade")


def check_steps(records: RecordSet) -> Iterator[DatasetError]:
    """Yield steps that contradict the summit's date: prepared after it, held on another; and sequels before it."""
    for record in records.of("summit"):
        date = bounds_of(record.document, "date")
        for index, step in enumerate(record.document["steps"]):
            taken, place = bounds_of(step, "date"), f"/steps/{index}/date"
            assert taken is not None
            if date is None:
                continue
            if step["status"] == "held" and not overlap(taken, date):
                yield record.finding(
                    place, f"is not the summit's date, {record.document['date']}, and it is held"
                )
            if step["status"] in PREPARING and is_after(taken, date):
                yield record.finding(
                    place,
                    f"is after the summit's date, {record.document['date']}, and it is {step['status']}",
                )
        followed = records.records.get(("summit", record.document["follows"]))
        if followed and is_after(bounds_of(followed.document, "date"), date):
            yield record.finding("/follows", "names a summit of a later date")


def check_lapses(records: RecordSet) -> Iterator[DatasetError]:
    """Yield steps that mark a plan as lapsed before the period last aimed at had passed."""
    for record in records.of("summit"):
        aim: DateBounds | None = None
        for index, step in enumerate(record.document["steps"]):
            lapsed = bounds_of(step, "date")
            if step["status"] == LAPSED and aim and lapsed and lapsed.last < aim.last:
                yield record.finding(
                    f"/steps/{index}/date",
                    f"is before {aim.last}, until when the step before aimed; a plan lapses when its time has passed "
                    "(call it cancelled, withdrawn or postponed if it ended sooner)",
                )
            if step["target"] and step["target"]["date"]:
                aim = bounds_of(step["target"], "date")


def check_knowledge(records: RecordSet) -> Iterator[DatasetError]:
    """Yield what is dated later than its sources could know when they were published.

    An observation may not cite a source from before it; of the sources of a step, a parade or a communication one must
    be from its date or later. That a plan lapsed is inferred: its sources may speak of the plan alone.
    """
    published = {source.file.id: bounds_of(source.document, "published") for source in records.of("source")}
    for record in records.of("observation"):
        date = bounds_of(record.document, "date")
        for pointer, citation in _citations(record):
            if is_after(date, published.get(citation["source"])):
                yield record.finding(
                    pointer,
                    f"the source was published before the date of the observation, {date and date.first}",
                )
    for record in records:
        for pointer, date, cited in _dated(record):
            known = [published.get(citation["source"]) for citation in cited]
            if known and all(is_after(date, each) for each in known):
                yield record.finding(pointer, "is after all of its sources were published")


def _citations(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    for index, citation in enumerate(record.document["citations"]):
        yield f"/citations/{index}/source", citation


def _dated(record: Record) -> Iterator[tuple[str, DateBounds | None, list[dict[str, Any]]]]:
    """Yield the pointer, date and citations of each event in a record."""
    if record.type.name == "summit":
        for index, step in enumerate(record.document["steps"]):
            cited = step["citations"] or record.document["citations"]
            if step["status"] != LAPSED:
                yield f"/steps/{index}/date", bounds_of(step, "date"), cited
    elif record.type.name in ("communication", "parade"):
        yield "/date", bounds_of(record.document, "date"), record.document["citations"]
