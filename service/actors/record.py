"""Actors as a record type."""

from __future__ import annotations

from collections.abc import Iterator

from service.actors.schema import KINDS, ActorSchema
from service.records.record_type import Document, Filter, RecordType
from service.records.schemas.fields import Enumeration, Text
from service.records.schemas.notations import Country


def _name(document: Document) -> str:
    return str(document["name"])


def _terms(document: Document) -> Iterator[tuple[str, str]]:
    yield "kind", document["kind"]
    if document["country"]:
        yield "country", document["country"]
    for each in (document, *document["aliases"]):
        yield "name", each["name"]


ACTOR = RecordType(
    name="actor",
    path="actors",
    schema=ActorSchema,
    description="People and bodies that take part in events or make statements: their names, offices and countries.",
    title=_name,
    name_of=_name,
    terms=_terms,
    filters=(
        Filter("name", Text("Only actors with this name or alias."), "name"),
        Filter("kind", Enumeration(*KINDS, description="Only actors of one of these kinds.")),
        Filter("country", Country("Only actors of one of these countries (ISO 3166-1 alpha-3).")),
    ),
    # An account of a thing tells that there is one.
    accounts=(),
)
