"""The fields of an actor."""

from __future__ import annotations

from service.records.schemas import dates
from service.records.schemas.field_errors import FieldError
from service.records.schemas.fields import LONGEST_TITLE, Enumeration, Parts, Text
from service.records.schemas.notations import Country, EdtfDate
from service.records.schemas.parts import Alias, FieldErrors, citations, record_citations
from service.records.schemas.record_part import Data, RecordPart, rule
from service.records.schemas.schema import RecordSchema

KINDS = (
    "person",
    "government",
    "ministry",
    "agency",
    "party",
    "armed_force",
    "institute",
    "media",
    "international_organisation",
    "other",
)


class Office(RecordPart):
    """An office that a person held."""

    title = Text(
        "Title of the office: Minister of Foreign Affairs, say.", max_length=LONGEST_TITLE, required=True
    )
    vars()["from"] = EdtfDate("When the term began, EDTF level 1.")  # a keyword of Python
    to = EdtfDate("When the term ended, EDTF level 1; null while it lasts, or where that is not known.")
    citations = citations()

    @rule
    def ends_after_it_begins(self, data: Data, _: Data) -> FieldErrors:
        start, end = data.get("from"), data.get("to")
        if not start or not end:
            return
        begins, ends = dates.bounds(start).earliest, dates.bounds(end).latest
        if begins and ends and ends < begins:
            yield ("to",), FieldError("out_of_order", f"Must not be before from, which is {start}.")


class ActorSchema(RecordSchema):
    """A person or body."""

    name = Text(
        "Name by which the person or body is best known in English.", max_length=LONGEST_TITLE, required=True
    )
    aliases = Parts(Alias, "Other names: in Hangul, other romanisations, abbreviations; and their language.")
    kind = Enumeration(*KINDS, description="What kind of actor it is.", required=True)
    country = Country("Country that the actor belongs to or acts for: ISO 3166-1 alpha-3.")
    offices = Parts(Office, "Offices that a person held, and when.")
    citations = record_citations()
