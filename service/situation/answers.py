"""The state of play as it is answered."""

from __future__ import annotations

from service.communications.schema import CommunicationSchema
from service.evidence.citations import cited, place
from service.evidence.left_out import AT_MOST_COUNTED
from service.facilities.answers import FacilityLink, FacilityStatus, LastChange, LeftOut
from service.parades.answers import CategoryGroups, ComparedParade, SystemGroups
from service.records.coverage import coverage_field
from service.records.links import RecordLink
from service.records.schemas.fields import (
    LONGEST_TITLE,
    Enumeration,
    Integer,
    Part,
    Parts,
    Reference,
    Text,
)
from service.records.schemas.notations import CalendarDate, EdtfDate, Instant
from service.records.schemas.parts import Party, Place
from service.records.schemas.record_part import RecordPart
from service.situation.situation import HELD, IN_PREPARATION, LATEST_COMMUNICATIONS, MOST_IN_PREPARATION
from service.summits.schema import STATUSES, Outcome, SummitSchema, Target
from service.summits.status import UNCERTAIN

MOST_FACILITIES = 500
_SUMMIT = SummitSchema._declared_fields
_COMMUNICATION = CommunicationSchema._declared_fields
_STATUS = FacilityStatus._declared_fields


class SituationClocks(RecordPart):
    """The clocks that an answer was given under; null where one was not asked for."""

    as_of = CalendarDate("Only what certainly was so by this date.")
    published_until = CalendarDate("Only what was public by this date.")
    known_at = Instant("As the service held it at this instant.")


class SituationStep(RecordPart):
    """A step of a summit, where it stands in the record."""

    record = Part(RecordLink, "The summit.", required=True)
    pointer = place()
    status = Enumeration(*STATUSES, description="The status from this step on.", required=True)
    date = EdtfDate("When it was taken, EDTF level 1.", required=True)
    by = Part(Party, "Who took it; null where that is not recorded.")
    target = Part(Target, "What was being aimed at then.")
    note = Text("What else is to be known of it.")
    citations = cited()


class SituationEvidence(RecordPart):
    """A place in a record that a statement rests on."""

    record = Part(RecordLink, "The record.", required=True)
    pointer = place()
    citations = cited()


class SituationSummit(RecordPart):
    """A summit, and where it stands under the clocks."""

    record = Part(RecordLink, "The summit.", required=True)
    title = Text("Title of the summit.", max_length=LONGEST_TITLE, required=True)
    kind = _SUMMIT["kind"]
    parties = Parts(Party, "Who meets.", required=True)
    follows = Reference("summit", "Id of the summit that this one follows.")
    citations = cited()
    status = Enumeration(
        HELD, *IN_PREPARATION, UNCERTAIN, description="Its status under the clocks.", required=True
    )
    since = CalendarDate(
        "Since when it has had it: the day from which the first step of the unbroken run counts.",
        required=True,
    )
    rests_on = Part(
        SituationStep, "The last step that counts, which the status comes from; `by` tells who took it.",
        required=True,
    )  # fmt: skip
    since_rests_on = Part(SituationEvidence, "The step that begins the run; often the same.", required=True)
    asked_for = Part(
        SituationStep,
        "The last step that counts by which it was requested, else proposed; null where none did.",
    )


class SituationUncertainSummit(SituationSummit):
    """A summit of which more had happened than the public knew; `rests_on` is the last step that was public."""

    steps_left_out = Integer(
        "How many later steps had been taken by `published_until`, and were told of only afterwards.",
        required=True,
        minimum=1,
    )


class SituationHeldSummit(SituationSummit):
    """The summit held last, with what came of it."""

    date = EdtfDate("When it was held, EDTF level 1; null where only its steps are dated.")
    place = Part(Place, "Where it was held.")
    result = Enumeration(
        *Outcome._declared_fields["result"].choices,  # type: ignore[attr-defined]
        description="The firmest result there was, at `/outcome/result` of the record; under `published_until` null "
        "unless a source of the record itself was public.",
    )


class SituationCommunication(RecordPart):
    """One of the latest communications."""

    record = Part(RecordLink, "The communication.", required=True)
    pointer = place()
    kind = _COMMUNICATION["kind"]
    date = EdtfDate("When it was made or delivered, else when it was disclosed, EDTF level 1.", required=True)
    standing = _COMMUNICATION["standing"]
    vars()["from"] = _COMMUNICATION["from"]  # a keyword of Python
    to = _COMMUNICATION["to"]
    summary = _COMMUNICATION["summary"]
    tone = _COMMUNICATION["tone"]
    described_by = _COMMUNICATION["described_by"]
    regarding = _COMMUNICATION["regarding"]
    citations = cited()


class SituationNoLongerShown(RecordPart):
    """What the parade before displayed, and the last one did not: systems by id, categories in alphabetical order."""

    systems = SystemGroups._declared_fields["no_longer_shown"]
    categories = CategoryGroups._declared_fields["no_longer_shown"]


class SituationParade(RecordPart):
    """The last parade beside the one that the same country had held before."""

    parade = Part(ComparedParade, "The last parade.", required=True)
    vars()["with"] = Part(ComparedParade, "The one before it, of the same country; null where there is none.")
    no_longer_shown = Part(SituationNoLongerShown, "What it left out against the one before.", required=True)
    comparison = Text("URL of the whole comparison, by the same clocks.", required=True)


class LeftOutOfSituation(RecordPart):
    """What had happened by `as_of`, and no source had told of by `published_until`; all 0 where that is not given."""

    summit_steps = Integer(f"How many steps of summits; {AT_MOST_COUNTED}.", required=True)
    communications = Integer(f"How many communications; {AT_MOST_COUNTED}.", required=True)
    parades = Integer(
        f"How many parades, of which no source of the record had told; {AT_MOST_COUNTED}.", required=True
    )


class SituationLeftOut(RecordPart):
    """Evidence that does not count; `status` tells which later observations take back."""

    retracted = Integer("How many observations are retracted, wholly or in part.", required=True)
    superseded = Integer("How many others are superseded, wholly or in part.", required=True)
    not_public = LeftOut._declared_fields["not_public"]


class SituationFacility(RecordPart):
    """The status of a facility in short."""

    facility = Part(FacilityLink, "The facility.", required=True)
    trend = _STATUS["trend"]
    last_change = Part(LastChange, "What the trend rests on; null where there was none.")
    counts = _STATUS["counts"]
    last_observed = _STATUS["last_observed"]
    days_since_observed = _STATUS["days_since_observed"]
    last_observed_by = Parts(
        SituationEvidence,
        "The observations that states of that day come from, with what these rest on; empty where never observed.",
        required=True,
        max_items=2_000,
    )
    left_out = Part(SituationLeftOut, "Evidence that does not count.", required=True)
    status = Text("URL of the whole status, by the same clocks.", required=True)


class Situation(RecordPart):
    """The state of play under the three clocks: summits, communications, the last parade, the facilities."""

    clocks = Part(SituationClocks, "The clocks that this was answered under.", required=True)
    reference_date = CalendarDate(
        "The day that the answer speaks from, which days are counted to: `as_of`, else that of `known_at`, else today "
        "(UTC).",
        required=True,
    )
    last_summit_held = Part(
        SituationHeldSummit,
        "Of the summits whose status is `held`, that of the latest date, by its first day; where it has none, by "
        "that of its held step. Null where there is none.",
    )
    summits_in_preparation = Parts(
        SituationSummit,
        f"The summits whose status is one of {', '.join(IN_PREPARATION)}, those with the newest last step first; at "
        f"most {MOST_IN_PREPARATION}, the rest are in the list of summits by `status`.",
        required=True,
        max_items=MOST_IN_PREPARATION,
    )
    summits_uncertain = Parts(
        SituationUncertainSummit,
        "Under `published_until`: the summits of which a later step had been taken by then and was told of only "
        f"afterwards, whatever their last public step; those with the newest one first, at most {MOST_IN_PREPARATION}.",
        required=True,
        max_items=MOST_IN_PREPARATION,
    )
    latest_communications = Parts(
        SituationCommunication,
        f"The last {LATEST_COMMUNICATIONS} communications, newest first by the first day of their dates, as in "
        "their list.",
        required=True,
        max_items=LATEST_COMMUNICATIONS,
    )
    last_parade = Part(
        SituationParade,
        "The last parade of any country, by the first day of its date; null where there is none.",
    )
    facilities = Parts(
        SituationFacility,
        f"Each facility's status, in order of name; at most {MOST_FACILITIES}. Under `published_until` without "
        "those of which nothing was public.",
        required=True,
        max_items=MOST_FACILITIES,
    )
    left_out = Part(LeftOutOfSituation, "What `published_until` leaves out of the above.", required=True)
    coverage = coverage_field()
