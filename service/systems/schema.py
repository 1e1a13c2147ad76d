"""The fields of a weapon system."""

from __future__ import annotations

from service.records.schemas.fields import LONGEST_TITLE, Enumeration, Part, Parts, Text
from service.records.schemas.notations import Country
from service.records.schemas.parts import Quantity, record_citations
from service.records.schemas.record_part import RecordPart
from service.records.schemas.schema import RecordSchema
from service.records.schemas.weapons import CATEGORIES


class SystemAlias(RecordPart):
    """Another designation of a system."""

    name = Text("The designation: KN-22, say.", max_length=LONGEST_TITLE, required=True)
    used_by = Text("Who uses it: a government, an alliance, analysts.", max_length=LONGEST_TITLE)


class SystemSchema(RecordSchema):
    """A type of weapon system, not a single weapon."""

    name = Text(
        "Name, in the designation of the country that makes it where that is known.",
        max_length=LONGEST_TITLE,
        required=True,
    )
    aliases = Parts(SystemAlias, "Other designations, and who uses them.")
    category = Enumeration(*CATEGORIES, description="What kind of weapon it is.", required=True)
    country = Country("Country that fields it: ISO 3166-1 alpha-3.", required=True)
    range_km = Part(Quantity, "Range in kilometres.")
    citations = record_citations()
