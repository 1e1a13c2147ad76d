"""Weapon systems as a record type."""

from __future__ import annotations

from service.records.record_type import Document, Filter, RecordType
from service.records.schemas.fields import Enumeration
from service.records.schemas.notations import Country
from service.records.schemas.weapons import CATEGORIES
from service.systems.schema import SystemSchema


def _name(document: Document) -> str:
    return str(document["name"])


SYSTEM = RecordType(
    name="system",
    path="systems",
    schema=SystemSchema,
    description="Weapon systems: what they are called by whom, their category and range.",
    title=_name,
    name_of=_name,
    filters=(
        Filter(
            "category",
            Enumeration(*CATEGORIES, description="Only systems of one of these categories."),
            of=lambda system: [system["category"]],
        ),
        Filter(
            "country",
            Country("Only systems of one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda system: [system["country"]],
        ),
    ),
    # An account of a thing tells that there is one.
    accounts=(),
)
