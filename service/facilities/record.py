"""Facilities as a record type."""

from __future__ import annotations

from collections.abc import Iterator

from service.facilities.routes import views
from service.facilities.schema import KINDS, FacilitySchema
from service.records.record_type import Acyclic, Document, Filter, RecordType
from service.records.schemas.fields import Enumeration, Text
from service.records.schemas.notations import Country
from service.records.schemas.parts import position_of


def _name(document: Document) -> str:
    return str(document["name"])


def _position(document: Document) -> tuple[float, float] | None:
    return position_of(document["place"])


def _position_of_component(document: Document, component_id: str) -> tuple[float, float] | None:
    """Return where a component is: its own position, else that of what it is part of, at last of the facility."""
    components = {each["id"]: each for each in document["components"]}
    component = components.get(component_id)
    while component is not None:
        if position := position_of(component):
            return position
        component = components.get(component["part_of"])
    return _position(document)


def _components(document: Document) -> Iterator[str]:
    for component in document["components"]:
        yield component["id"]


FACILITY = RecordType(
    name="facility",
    path="facilities",
    schema=FacilitySchema,
    description="Nuclear and missile facilities: where they are and the components that findings are about.",
    title=_name,
    name_of=_name,
    position=_position,
    position_of_part=_position_of_component,
    parts=_components,
    acyclic=(
        Acyclic(("related.facility",), "relation", ("part_of",)),
        Acyclic(("related.facility",), "relation", ("formerly",)),
    ),
    filters=(
        Filter(
            "kind",
            Enumeration(*KINDS, description="Only facilities of one of these kinds."),
            of=lambda facility: [facility["kind"]],
        ),
        Filter(
            "country",
            Country("Only facilities in one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda facility: [facility["country"]],
        ),
        Filter("bbox", Text("Only facilities inside `west,south,east,north`, in degrees (WGS 84)."), "bbox"),
        Filter("near", Text("Only facilities within `lat,lon,km`: degrees (WGS 84) and kilometres."), "near"),
    ),
    views=views,
    # A claim about a facility shows that the facility exists, so claims count as reports of it.
    accounts=(),
)
