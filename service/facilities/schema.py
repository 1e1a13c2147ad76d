"""The fields of a facility."""

from __future__ import annotations

from service.facilities.components import errors_of_hierarchy
from service.records.schemas.fields import (
    LONGEST_TITLE,
    Enumeration,
    Flag,
    Number,
    Part,
    Parts,
    Reference,
    Slug,
    Text,
)
from service.records.schemas.notations import Country, EdtfDate
from service.records.schemas.parts import (
    Alias,
    FieldErrors,
    Place,
    both_coordinates,
    citations,
    credibility,
    record_citations,
    unique_ids,
)
from service.records.schemas.record_part import Data, RecordPart, rule
from service.records.schemas.schema import RecordSchema

KINDS = (
    "satellite_launch_site",
    "nuclear_reactor",
    "nuclear_complex",
    "enrichment_plant",
    "reprocessing_plant",
    "nuclear_test_site",
    "missile_base",
    "missile_plant",
    "shipyard",
    "engine_test_site",
    "mine_or_mill",
    "research_centre",
    "undetermined",
    "other",
)


class OtherLocation(Place):
    """A location that other sources give for a facility."""

    standing = Enumeration("alternative", "approximate", "wrong", description="How this location is judged.")
    citations = citations()


class Component(RecordPart):
    """A building, structure or area of a facility that findings are about."""

    id = Slug("Identifies the component within its facility.", required=True)
    name = Text("Name, as analysts call it.", max_length=LONGEST_TITLE, required=True)
    kind = Text("What kind of structure it is: launch pad or tunnel portal, say.", max_length=LONGEST_TITLE)
    part_of = Slug("Id of the component that this one is part of.")
    aliases = Parts(Alias, "Other names.")
    latitude = Number(
        "Degrees north of the equator, WGS 84; given together with `longitude`.", minimum=-90, maximum=90
    )
    longitude = Number(
        "Degrees east of Greenwich, WGS 84; given together with `latitude`.", minimum=-180, maximum=180
    )
    first_identified = EdtfDate("When analysts first identified it, EDTF level 1.")
    citations = citations()

    @rule
    def has_both_coordinates(self, _: Data, sent: Data) -> FieldErrors:
        yield from both_coordinates(sent)


class RelatedFacility(RecordPart):
    """The relation of a facility to another one."""

    facility = Reference("facility", "Id of the other facility.", required=True)
    relation = Enumeration(
        "part_of",
        "possibly_same_as",
        "formerly",
        "supports",
        description="What this facility is to the other one.",
        required=True,
    )
    credibility = credibility("the relation")
    citations = citations()


class FacilitySchema(RecordSchema):
    """A nuclear or missile facility."""

    name = Text("Name, as analysts call it.", max_length=LONGEST_TITLE, required=True)
    aliases = Parts(Alias, "Other names, and their language.")
    kind = Enumeration(*KINDS, description="What kind of facility it is.", required=True)
    country = Country("Country it is in: ISO 3166-1 alpha-3.", required=True)
    place = Part(Place, "Where it is.", required=True)
    other_locations = Parts(OtherLocation, "Where other sources place it, if they disagree.")
    declared = Flag("Whether the country has declared or acknowledged it; null where it is not known.")
    components = Parts(Component, "What it consists of, as far as findings tell it apart.")
    related = Parts(RelatedFacility, "Other facilities that it belongs to, may be the same as, or supports.")
    citations = record_citations()

    @rule
    def component_ids_are_unique(self, data: Data, _: Data) -> FieldErrors:
        yield from unique_ids(data.get("components", []), "components")

    @rule
    def components_form_a_hierarchy(self, data: Data, sent: Data) -> FieldErrors:
        yield from errors_of_hierarchy(data.get("components", []), sent.get("components"))
