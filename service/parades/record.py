"""Parades as a record type."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from service.parades.presence import CATEGORY, PRESENCE, SYSTEM, presence_conditions, presence_terms
from service.parades.routes import views
from service.parades.schema import BASES, IDENTIFICATIONS, PRESENCES, ParadeSchema
from service.parades.timeline import HEADLINE, PARADES, line_of_appearance
from service.records.events import EventKind
from service.records.part_lists import PartFilter, PartList
from service.records.record_type import Document, Filter, RecordType
from service.records.schemas.dates import DateBounds
from service.records.schemas.fields import Enumeration, Reference, Text
from service.records.schemas.notations import Country
from service.records.schemas.parts import position_of
from service.records.schemas.weapons import CATEGORIES


def _title(document: Document) -> str:
    return str(document["title"])


def _date(document: Document) -> DateBounds:
    return DateBounds(document["date_earliest"], document["date_latest"])


def _position(document: Document) -> tuple[float, float] | None:
    return position_of(document["place"])


def _of_appearances(document: Document, member: str) -> list[str | None]:
    return [appearance[member] for appearance in document["appearances"]]


def _actors(document: Document) -> Iterator[str | None]:
    for party in ((document["leader"] or {}).get("party"), *document["attendees"]):
        if party:
            yield party["actor"]


def _values(member: str) -> Callable[[Document], list[str | None]]:
    return lambda appearance: [appearance[member]]


APPEARANCES = PartList(
    "appearances",
    "The weapon systems and categories that were shown at a parade, or were missing from it.",
    filters=(
        PartFilter(
            SYSTEM,
            Reference("system", "Only appearances of one of these systems, shown or not (comma list)."),
            _values(SYSTEM),
            within=SYSTEM,
        ),
        PartFilter(
            CATEGORY,
            Enumeration(
                *CATEGORIES,
                description="Only appearances of one of these categories, or of a system of one (comma list).",
            ),
            _values(CATEGORY),
            through=SYSTEM,
            within=CATEGORY,
        ),
        PartFilter(
            PRESENCE,
            Enumeration(
                *PRESENCES,
                description="Only appearances with one of these presences, as the record states it (comma list).",
            ),
            _values(PRESENCE),
            within=PRESENCE,
        ),
        PartFilter(
            "basis",
            Enumeration(*BASES, description="Only appearances stated, or inferred."),
            _values("basis"),
        ),
        PartFilter(
            "identification",
            Enumeration(
                *IDENTIFICATIONS,
                description="Only appearances of systems identified with this certainty (comma list).",
            ),
            _values("identification"),
        ),
    ),
    context=("country",),
    inherited={CATEGORY: SYSTEM},
    imported=(
        "parade",
        "system",
        "category",
        "presence",
        "basis",
        "quantity_low",
        "quantity_high",
        "quantity_qualifier",
        "first_display",
        "identification",
        "reported_as",
        "note",
        "source",
        "quote",
        "locator",
    ),
    example="system=hwasong-15&as_of=2018-09-10&fields=record.id,record.title,pointer,date,country,system,category,presence,"
    "basis,citations.source,cited_by",
    line=line_of_appearance,
    references=("system",),
)

PARADE = RecordType(
    name="parade",
    path="parades",
    schema=ParadeSchema,
    description="Military parades: the occasion, the forces, and the weapon systems shown or left out.",
    title=_title,
    date=_date,
    position=_position,
    terms=presence_terms,
    combined=presence_conditions,
    filters=(
        Filter(
            "system",
            Reference("system", "Only parades with an appearance of one of these systems, shown or not."),
            of=lambda parade: _of_appearances(parade, SYSTEM),
        ),
        Filter(
            "category",
            Enumeration(
                *CATEGORIES,
                description="Only parades with an appearance of one of these categories, or of a system of one, "
                "shown or not.",
            ),
            through="system",
            of=lambda parade: _of_appearances(parade, CATEGORY),
        ),
        Filter(
            "presence",
            Enumeration(
                *PRESENCES,
                description="Only parades with an appearance of one of these presences. With `system` or `category` "
                "given, only those at which it has one of these presences by the rule of the comparison: a category "
                "was `displayed` where one of its systems was, and its absence is that of its systems, unless one of "
                "them was displayed.",
            ),
            of=lambda parade: _of_appearances(parade, PRESENCE),
        ),
        Filter(
            "actor",
            Reference("actor", "Only parades with one of these actors as the leader or an attendee."),
            of=_actors,
        ),
        Filter(
            "country",
            Country("Only parades held by one of these countries (ISO 3166-1 alpha-3)."),
            of=lambda parade: [parade["country"]],
        ),
        Filter(
            "bbox",
            Text("Only parades at places inside `west,south,east,north`, in degrees (WGS 84)."),
            "bbox",
        ),
    ),
    views=views,
    for_views=(PARADES, HEADLINE, EventKind()),
    part_lists=(APPEARANCES,),
)
