"""The answers of the facility views: the status, and its history."""

from __future__ import annotations

from marshmallow import fields, validate

from service.evidence.citations import cited, place
from service.evidence.findings import METHODS, STATES, WITHDRAWING
from service.facilities.status import ASPECTS, CONTESTED
from service.facilities.trend import BUILDING, DISMANTLING, REBUILDING, TRENDS
from service.records.coverage import coverage_field
from service.records.links import RecordLink
from service.records.schemas.fields import (
    LONGEST_TITLE,
    Enumeration,
    Flag,
    Integer,
    Many,
    Number,
    Part,
    Parts,
    Slug,
    Text,
)
from service.records.schemas.notations import CalendarDate, EdtfDate
from service.records.schemas.parts import credibility
from service.records.schemas.record_part import RecordPart

# Beyond this number, left-out observations are only counted.
MOST_LEFT_OUT = 20
_MOST = 2_000


def _counts() -> fields.Dict:
    description = (
        "How many entries have each state, the states that none has left out; "
        f"`{CONTESTED}` are those whose state is null."
    )
    values = fields.Integer(validate=validate.Range(1))
    return fields.Dict(
        keys=fields.String(), values=values, required=True, metadata={"description": description}
    )


def _trend() -> Enumeration:
    return Enumeration(
        *TRENDS,
        description="Direction of the last change of the integrity of any component: `dismantling`, which includes "
        "destruction; `building` what was not there before; `rebuilding` what had been taken down or damaged; `mixed` "
        "where changes of that day have several of these directions, `unchanged` where nothing changed or no change "
        "had a direction (from intact to modified, or damaged by a flood), `unknown` where nothing was seen.",
        required=True,
    )


def component_field() -> Slug:
    """Return the field for the component that something is said of."""
    return Slug("Id of the component; null for the whole site.")


def component_name_field() -> Text:
    """Return the field for the name of that component."""
    return Text("Name of the component; null for the whole site.", max_length=LONGEST_TITLE)


def status_aspect() -> Enumeration:
    """Return the field for the aspect that a state answers."""
    return Enumeration(
        *ASPECTS, description="Which question the state answers: whether it is whole, where it is, what it does.",
        required=True,
    )  # fmt: skip


class FacilityLink(RecordLink):
    """The facility that the answer is about."""

    name = Text("Name of the facility.", max_length=LONGEST_TITLE, required=True)


class FindingExtent(RecordPart):
    """How much of a component is affected, as a fraction."""

    low = Number("Least fraction of the component, 0 to 1.", maximum=1)
    high = Number("Greatest fraction of the component, 0 to 1.", maximum=1)


class FindingEvidence(RecordPart):
    """A finding in the observation that made it."""

    record = Part(RecordLink, "The observation.", required=True)
    pointer = place()
    date = EdtfDate("What day the observation shows, EDTF level 1.", required=True)
    method = Enumeration(*METHODS, description="How it was observed.", required=True)
    state = Enumeration(*STATES, description="The state found.", required=True)
    extent = Part(FindingExtent, "How much of the component is affected.")
    description = Text("What was seen, in words.")
    credibility = credibility("the finding")
    alternatives = Many(Text(), "Other readings that the source leaves open.", required=True)
    reversible = Flag("Whether what was done could be undone; null where it is not known.")
    citations = cited()


class FacilityStatusEntry(RecordPart):
    """The latest state of a component, or of the whole site, in one aspect."""

    component = component_field()
    name = component_name_field()
    aspect = status_aspect()
    state = Enumeration(
        *STATES,
        description="The latest state that is neither retracted nor superseded; `unknown` where it was never "
        "observed, null where observations of the last day compete: then see `conflicts`.",
    )
    since = CalendarDate(
        "The first day of the unbroken run of this state; null where it was never observed, or states compete."
    )
    last_observed = CalendarDate(
        "The day from which the last observation of it certainly counts; null where there is none."
    )
    days_since_observed = Integer("Days from then to `reference_date`.")
    rests_on = Parts(
        FindingEvidence,
        "The finding that the state comes from. Of several that agree, it is that of the most precise date, "
        "then of the last id. Empty where it was never observed, or states compete.",
        required=True,
    )
    since_rests_on = Part(RecordLink, "The observation that begins the run.")
    conflicts = Parts(
        FindingEvidence,
        "The competing states, where observations of the last day differ: a finding for each, none picked.",
        required=True,
    )


class IntegrityChange(RecordPart):
    """A change of a component's integrity that the trend rests on."""

    component = component_field()
    name = component_name_field()
    before = Many(
        Enumeration(*STATES), "The states before; several where they competed, none where it was not seen before.",
        required=True,
    )  # fmt: skip
    direction = Enumeration(DISMANTLING, BUILDING, REBUILDING, description="Its direction.", required=True)
    rests_on = Parts(
        FindingEvidence, "The findings that first show it, one for each state after it.", required=True
    )


class LastChange(RecordPart):
    """The last change of integrity that has a direction."""

    date = CalendarDate("The day on which it was first seen.", required=True)
    changes = Parts(IntegrityChange, "What changed, as seen that day.", required=True, max_items=_MOST)


class LeftOutObservation(RecordPart):
    """An observation that a later one, which is in force, withdraws."""

    record = Part(RecordLink, "The observation left out.", required=True)
    relation = Enumeration(*WITHDRAWING, description="How the later one withdraws it.", required=True)
    components = Many(
        Slug(), "The components that it concerns; empty for the whole observation.", required=True
    )
    by = Part(RecordLink, "The observation that withdraws it.", required=True)
    pointer = place()
    citations = cited()


class LeftOut(RecordPart):
    """Evidence that does not count: later observations withdrew it, or it was not public."""

    retracted = Integer("How many observations are retracted, wholly or in part.", required=True)
    superseded = Integer("How many others are superseded, wholly or in part.", required=True)
    not_public = Integer(
        "How many findings of days up to `as_of` no source had reported by `published_until`; 0 where that is not "
        "given.",
        required=True,
    )
    observations = Parts(
        LeftOutObservation,
        f"Which observations are withdrawn, and by which, in order of id; the first {MOST_LEFT_OUT}.",
        required=True,
        max_items=MOST_LEFT_OUT,
    )


class FacilityStatus(RecordPart):
    """The status of a facility under the three clocks."""

    facility = Part(FacilityLink, "The facility.", required=True)
    reference_date = CalendarDate(
        "The day as of which the answer holds, and to which days are counted: `as_of`, else that of `known_at`, else "
        "today (UTC).",
        required=True,
    )
    trend = _trend()
    last_change = Part(LastChange, "What the trend rests on; null where there was none.")
    last_observed = CalendarDate("The day of the last observation that counts; null where there is none.")
    days_since_observed = Integer("Days from then to `reference_date`.")
    counts = _counts()
    components = Parts(
        FacilityStatusEntry,
        "An entry for the integrity of each component, in the facility's order, and for each other aspect that was "
        "observed; the whole site, where there are findings on it, last. A component counts from `first_identified` "
        "on: from the last day that this can mean, or from the first where findings on it count by then.",
        required=True,
        max_items=_MOST,
    )
    left_out = Part(LeftOut, "Evidence that does not count.", required=True)
    history = Text("URL of the history of this status, by the same clocks.", required=True)
    coverage = coverage_field()


class ChangedEntry(FacilityStatusEntry):
    """An entry of the status after a change."""

    before = Many(
        Enumeration(*STATES),
        "The states before; several where they competed, `unknown` where it was not observed, none where the component "
        "had not been identified.",
        required=True,
    )  # fmt: skip


class StatusChange(RecordPart):
    """A day on which the status changed, and the status after it."""

    date = CalendarDate("The day from which the change certainly counts.", required=True)
    trend = _trend()
    counts = _counts()
    changed = Parts(
        ChangedEntry,
        "The entries whose states changed, as the status with `as_of` on this day has them; none where only the "
        "trend did, because evidence was withdrawn.",
        required=True,
        max_items=_MOST,
    )
    status = Text("URL of the whole status of that day, by the same clocks.", required=True)


class LeftOutOfHistory(RecordPart):
    """What `published_until` leaves out of the whole history, over all its pages; 0 without `published_until`."""

    not_public = LeftOut._declared_fields["not_public"]


class FacilityStatusHistory(RecordPart):
    """The history of a facility's status: an entry for each change, oldest first."""

    facility = Part(FacilityLink, "The facility.", required=True)
    items = Parts(StatusChange, "The days on which the status changed.", required=True)
    next_cursor = Text("Where the next page begins; null on the last.")
    left_out = Part(LeftOutOfHistory, "Evidence that was not public.", required=True)
    coverage = coverage_field()
