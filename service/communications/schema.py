"""The fields of a communication."""

from __future__ import annotations

from service.records.schemas.fields import LONGEST_TITLE, Enumeration, Part, Parts, Text
from service.records.schemas.notations import EdtfDate
from service.records.schemas.parts import Party, TypedReference, citations, record_citations
from service.records.schemas.record_part import RecordPart
from service.records.schemas.schema import RecordSchema

KINDS = (
    "letter",
    "oral_message",
    "invitation",
    "statement",
    "press_briefing",
    "phone_call",
    "envoy_visit",
    "speech",
)


class Quote(RecordPart):
    """Words of a communication, as they were said or written."""

    text = Text("The words.", required=True)
    speaker = Part(Party, "Whose words they are; null where they are the sender's.")
    citations = citations()


class CommunicationSchema(RecordSchema):
    """A letter, statement, briefing, call or visit."""

    kind = Enumeration(*KINDS, description="What kind of communication it is.", required=True)
    date = EdtfDate(
        "When it was made or delivered, else when it was disclosed, EDTF level 1.",
        required=True,
    )
    written = EdtfDate("When it was written, where that differs from `date`, EDTF level 1.")
    delivered = EdtfDate("When it was delivered, where that differs from `date`, EDTF level 1.")
    disclosed = EdtfDate("When it became known, where that differs from `date`, EDTF level 1.")
    standing = Enumeration(
        "confirmed",
        "reported",
        "disputed",
        "denied",
        "refused",
        description="Whether it took place: confirmed by a party, only reported, disputed, denied, or "
        "refused by the one it was sent to.",
    )
    vars()["from"] = Part(Party, "Who sent or made it.", required=True)  # a keyword of Python
    to = Part(Party, "Who it was addressed to; null for the public.")
    carried_by = Part(Party, "Who carried it.")
    summary = Text("What it says, in a few sentences.", required=True)
    tone = Text("How it was described: very warm, say.", max_length=LONGEST_TITLE)
    described_by = Part(Party, "Who described its tone so.")
    quotes = Parts(Quote, "Its words, where they are known.")
    regarding = Parts(TypedReference, "The records that it concerns.")
    citations = record_citations()
