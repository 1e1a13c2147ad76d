"""The fields of a summit."""

from __future__ import annotations

from service.records.schemas.dates import bounds
from service.records.schemas.field_errors import FieldError
from service.records.schemas.fields import LONGEST_TITLE, Enumeration, Part, Parts, Reference, Text
from service.records.schemas.notations import EdtfDate, Url
from service.records.schemas.parts import (
    FieldErrors,
    Party,
    Place,
    TypedReference,
    citations,
    record_citations,
)
from service.records.schemas.record_part import Data, RecordPart, rule
from service.records.schemas.schema import RecordSchema

STATUSES = (
    "proposed",
    "requested",
    "accepted",
    "coordinating",
    "scheduled",
    "held",
    "postponed",
    "cancelled",
    "reinstated",
    "declined",
    "withdrawn",
    "lapsed",
    "not_held",
)


class Target(RecordPart):
    """The date and place aimed at when a step was taken."""

    date = EdtfDate("The date aimed at, EDTF level 1.")
    place = Part(Place, "The place aimed at.")


class Step(RecordPart):
    """A change of a summit's status."""

    status = Enumeration(
        *STATUSES,
        description="The status from this step on, in any order. `not_held`: the visit took place, the "
        "leaders' meeting did not.",
        required=True,
    )
    date = EdtfDate(
        "When the step was taken, EDTF level 1. It counts from its latest possible day on.", required=True
    )
    by = Part(Party, "Who took it.")
    target = Part(Target, "The date and place aimed at then.")
    note = Text("Remarks on this step.")
    citations = citations()


class OutcomeDocument(RecordPart):
    """A document that resulted from a summit."""

    title = Text("Title of the document.", max_length=LONGEST_TITLE, required=True)
    url = Url("Where its text is.")


class Commitment(RecordPart):
    """What a party undertook."""

    by = Part(Party, "Who undertook it; null where all parties did.")
    text = Text("What was undertaken, in words.", required=True)
    form = Enumeration("written", "oral", description="Whether it was written down or said.")
    regarding = Parts(TypedReference, "The records that it concerns.")


class Outcome(RecordPart):
    """The outcome of a summit."""

    result = Enumeration(
        "signed_document",
        "joint_statement",
        "agreement_in_principle",
        "no_agreement",
        "none_reported",
        description="The firmest result there was.",
    )
    documents = Parts(OutcomeDocument, "The documents that resulted from it.")
    commitments = Parts(Commitment, "What the parties undertook.")


class SummitSchema(RecordSchema):
    """A meeting of leaders or their delegations, held or not."""

    title = Text("Title, in a few words.", max_length=LONGEST_TITLE, required=True)
    kind = Enumeration(
        "summit",
        "meeting",
        "sideline_meeting",
        "impromptu_meeting",
        "state_visit",
        description="What kind of meeting it is.",
    )
    parties = Parts(Party, "Who meets: at least two parties.", min_items=2)
    place = Part(Place, "Where it is held; perhaps only a country at first, and later a hotel.")
    date = EdtfDate("When it is held, EDTF level 1; null while no date is set.")
    steps = Parts(
        Step,
        "How it came about or failed: changes of status in order of date (by latest, then earliest "
        "day; an open end counts as the known one).",
        min_items=1,
    )
    follows = Reference("summit", "Id of the summit that this one follows.")
    outcome = Part(Outcome, "Its outcome.")
    citations = record_citations()

    @rule
    def steps_are_in_order(self, data: Data, _: Data) -> FieldErrors:
        before: tuple[str, str] | None = None
        for index, step in enumerate(data.get("steps", [])):
            if not step or not step.get("date"):
                continue
            dated = bounds(step["date"])
            now = (dated.last, dated.first)
            if before is not None and now < before:
                yield (
                    ("steps", index, "date"),
                    FieldError(
                        "steps_out_of_order",
                        f"{step['date']} is before the date of an earlier step: send steps in order of "
                        "their latest, then their earliest day.",
                    ),
                )
            before = now
