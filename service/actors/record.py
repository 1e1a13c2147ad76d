"""Actors as a record type."""

from __future__ import annotations

from service.actors.schema import KINDS, ActorSchema
from service.records.record_type import Document, Filter, RecordType
from service.records.schemas.fields import Enumeration, Text
from service.records.schemas.notations import Country


def _name(document: Document) -> str:
    return str(document["name"])


ACTOR = RecordType(
    name="actor",
    path="actors",
    schema=ActorSchema,
    description="People and bodies that take part in events or make statements: their names, offices and countries.",
    title=_name,
    name_of=_name,
    filters=(
        Filter(
            "name",
            Text("Only actors with this name or alias."),
            "name",
            of=lambda actor: [each["name"] for each in (actor, *actor["aliases"])],
        ),
        Filter(
            "kind",
            Enumeration(*KINDS, description="Only actors of one of these kinds."),
            of=lambda actor: [actor["kind"]],
        ),
        Filter(
            "country",
            Country("Only actors of one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda actor: [actor["country"]],
        ),
    ),
    # An account of a thing tells that there is one.
    accounts=(),
)
