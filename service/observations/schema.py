"""The fields of an observation."""

from __future__ import annotations

from service.evidence.findings import METHODS, STATES, STATES_OF_ASPECT
from service.records.schemas.field_errors import FieldError, echo
from service.records.schemas.fields import (
    LONGEST_TITLE,
    Enumeration,
    Flag,
    Many,
    Number,
    Part,
    PartReference,
    Parts,
    Reference,
    Text,
)
from service.records.schemas.notations import EdtfDate
from service.records.schemas.parts import (
    FieldErrors,
    Quantity,
    TypedReference,
    credibility,
    in_order,
    record_citations,
)
from service.records.schemas.record_part import Data, RecordPart, rule
from service.records.schemas.schema import RecordSchema


def _component(description: str, **options: bool) -> PartReference:
    return PartReference(description, record="facility", collection="components", **options)


class Image(RecordPart):
    """An image that an observation rests on."""

    provider = Text("Who provided the image: Airbus or Planet Labs, say.", max_length=LONGEST_TITLE)
    sensor = Text("Satellite or camera it was taken with.", max_length=LONGEST_TITLE)
    acquired = EdtfDate("When it was taken, EDTF level 1.")
    resolution_m = Number("Ground resolution in metres.", maximum=100_000)


class Extent(RecordPart):
    """How much of a component is affected, as a fraction."""

    low = Number("Least fraction of the component, 0 to 1.", maximum=1)
    high = Number("Greatest fraction of the component, 0 to 1.", maximum=1)

    @rule
    def is_a_range(self, data: Data, sent: Data) -> FieldErrors:
        yield from in_order(data, sent, "extent")


class Finding(RecordPart):
    """The state of one component in one aspect; two aspects of a component are two findings."""

    component = _component("Id of the component in the observed facility; null for the whole site.")
    aspect = Enumeration(
        *STATES_OF_ASPECT,
        description="Which question the state answers: whether the component is whole, where it is, or what "
        "it is doing.",
        load_default="integrity",
    )
    state = Enumeration(
        *STATES,
        description="; ".join(f"{aspect}: {', '.join(states)}" for aspect, states in STATES_OF_ASPECT.items())
        + ".",
        required=True,
    )
    extent = Part(Extent, "How much of the component is affected.")
    description = Text("What was seen, in words.")
    credibility = credibility("the finding")
    alternatives = Many(Text(), "Other readings that the source leaves open.")
    reversible = Flag("Whether what was done could be undone; null where it is not known.")

    @rule
    def state_answers_the_aspect(self, data: Data, _: Data) -> FieldErrors:
        aspect, state = data.get("aspect"), data.get("state")
        if aspect and state and state not in STATES_OF_ASPECT[aspect]:
            yield (
                ("state",),
                FieldError(
                    "invalid_choice",
                    f"{echo(state)} is not a state of the aspect {aspect!r}: use one of "
                    f"{', '.join(STATES_OF_ASPECT[aspect])}, or another aspect.",
                ),
            )


class Activity(RecordPart):
    """Something going on at a facility."""

    kind = Enumeration(
        "vehicles",
        "crane",
        "construction",
        "demolition",
        "thermal",
        "personnel",
        "launch",
        "test",
        "other",
        description="What kind of activity, or of sign of it.",
        required=True,
    )
    component = _component("Id of the component where it was seen; null for the whole site.")
    level = Enumeration("none", "low", "moderate", "high", description="How much of it was seen.")
    count = Part(Quantity, "How many vehicles, cranes or people were seen.")
    note = Text("Remarks on this activity.")


class RelatedObservation(RecordPart):
    """The relation of an observation to an earlier one."""

    observation = Reference("observation", "Id of the other observation.", required=True)
    relation = Enumeration(
        "supersedes",
        "contradicts",
        "corroborates",
        "retracts",
        description="What this observation does to the other one.",
        required=True,
    )
    components = Many(
        _component(""),
        "Ids of the components that it concerns; empty where it concerns the whole observation.",
    )


class ObservationSchema(RecordSchema):
    """What was seen of a facility at a date."""

    facility = Reference("facility", "Id of the facility observed.", required=True)
    date = EdtfDate("The date that it shows, not that of its publication, EDTF level 1.", required=True)
    method = Enumeration(*METHODS, description="How it was observed.", required=True)
    imagery = Parts(Image, "The images it rests on.")
    findings = Parts(Finding, "The states found; at least one.", min_items=1)
    activity = Parts(Activity, "What was going on.")
    related = Parts(
        RelatedObservation, "Other observations that it supersedes, contradicts, corroborates or retracts."
    )
    regarding = Parts(TypedReference, "Records that it concerns: the parade that a rehearsal was for, say.")
    citations = record_citations()
