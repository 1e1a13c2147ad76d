"""The timeline as it is answered."""

from __future__ import annotations

from functools import cache

from service.evidence.citations import cited, place
from service.evidence.findings import WITHDRAWING
from service.evidence.left_out import AT_MOST_COUNTED
from service.records.coverage import coverage_field
from service.records.headlines import LONGEST_LINE
from service.records.http.parameters import MAX_LIMIT
from service.records.links import RecordLink
from service.records.schemas.fields import Enumeration, Integer, Part, Parts, Text
from service.records.schemas.notations import EdtfDate
from service.records.schemas.record_part import RecordPart

MOST_LEFT_OUT = 100


class LeftOutOfTimeline(RecordPart):
    """An observation that a later one took back as a whole, and which is in force itself."""

    record = Part(RecordLink, "The observation.", required=True)
    relation = Enumeration(*WITHDRAWING, description="How it was taken back.", required=True)
    by = Part(RecordLink, "The observation that took it back.", required=True)


class TimelineLeftOut(RecordPart):
    """What is not among the entries: observations of this page that later ones withdraw, and what was not public."""

    retracted = Integer(
        "How many observations of this page were retracted as a whole.", minimum=0, required=True
    )
    superseded = Integer("How many others were superseded as a whole.", minimum=0, required=True)
    not_public = Integer(
        "How many steps, communications, parades and observations that meet the filters had certainly taken place by "
        "`as_of`, and no source had reported by `published_until`, on all pages; 0 where that is not given. "
        f"Of a kind {AT_MOST_COUNTED}.",
        minimum=0,
        required=True,
    )
    observations = Parts(
        LeftOutOfTimeline,
        f"Which, and by which, in the order of the page; the first {MOST_LEFT_OUT}.",
        required=True,
        max_items=MOST_LEFT_OUT,
    )


@cache
def timeline_answer(kinds: tuple[str, ...]) -> type[RecordPart]:
    """Return the schema of a page whose entries are of kinds of these names."""

    class TimelineEntry(RecordPart):
        """Something that took place: a step towards a summit, a communication, a parade, an observation."""

        date = EdtfDate("When it took place, EDTF level 1.", required=True)
        kind = Enumeration(*kinds, description="What kind of entry it is.", required=True)
        record = Part(RecordLink, "The record that it comes from.", required=True)
        pointer = place()
        summary = Text(
            "What took place, in a line made of the record.", max_length=LONGEST_LINE, required=True
        )
        citations = cited()

    class Timeline(RecordPart):
        """One page of the timeline: summit steps, communications, parades and observations in one dated stream."""

        items = Parts(
            TimelineEntry,
            "The entries, in order of the first day of their dates; those of one day go by kind, then record, then "
            "place in the record.",
            max_items=MAX_LIMIT,
            required=True,
        )
        next_cursor = Text("Where to go on with `cursor`; null on the last page.")
        left_out = Part(TimelineLeftOut, "What the clocks and later observations leave out.", required=True)
        coverage = coverage_field()

    return Timeline
