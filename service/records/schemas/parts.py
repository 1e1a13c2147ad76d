"""The parts that records of several types embed: citations, parties, places, quantities, claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marshmallow import fields

from service.records.schemas.field_errors import FieldError, json_type, refusal
from service.records.schemas.field_errors import JsonPath as At
from service.records.schemas.fields import (
    LONGEST_TITLE,
    Enumeration,
    Integer,
    Many,
    Number,
    Part,
    Parts,
    Pattern,
    RecordField,
    Reference,
    Slug,
    String,
    Text,
)
from service.records.schemas.notations import Country, EdtfDate, Language, Pointer, Topic
from service.records.schemas.record_part import Data, RecordPart, rule

FieldErrors = Iterator[tuple[At, FieldError]]
STANCES = ("asserts", "denies", "disputes", "corrects")


class Citation(RecordPart):
    """What a statement rests on: a source, the words in it, and the fields that they support."""

    source = Reference("source", "Id of the source record, which must exist.", required=True)
    quote = Text("The words of the source, at most 500 characters.", max_length=500)
    locator = Text("Where in the source: a page, paragraph, figure or time code.", max_length=LONGEST_TITLE)
    supports = Many(
        Pointer(),
        "JSON Pointers (RFC 6901) to the places in this record that the source supports; each must resolve. "
        "Empty where it supports the whole of what it is cited by.",
    )


class Alias(RecordPart):
    """Another name."""

    name = Text("The name.", max_length=LONGEST_TITLE, required=True)
    language = Language("Language of the name, a BCP 47 tag: `ko` or `en`, say.")


class Party(RecordPart):
    """A person, delegation, body or state that takes part; unnamed officials are a party too."""

    name = Text("Name, as the sources give it.", max_length=LONGEST_TITLE, required=True)
    actor = Reference("actor", "Id of the actor that the party is, where there is a record of it.")
    country = Country("The country the party acts for: ISO 3166-1 alpha-3.")
    office = Text("Office held at the time: President, say.", max_length=LONGEST_TITLE)
    role = Text("Role in this event: host or interpreter, say.", max_length=LONGEST_TITLE)


class Place(RecordPart):
    """A place, known at least by its name or its country."""

    name = Text("Name, as precise as it is known: a city, a site, a hotel.", max_length=LONGEST_TITLE)
    country = Country("Country the place is in: ISO 3166-1 alpha-3.")
    latitude = Number(
        "Degrees north of the equator, WGS 84; given together with `longitude`.", minimum=-90, maximum=90
    )
    longitude = Number(
        "Degrees east of Greenwich, WGS 84; given together with `latitude`.", minimum=-180, maximum=180
    )
    precision = Enumeration(
        "exact",
        "site",
        "town",
        "region",
        "country",
        description="How closely the coordinates, else the name, tell where it is.",
    )

    @rule
    def has_name_or_country(self, _: Data, sent: Data) -> FieldErrors:
        if sent.get("name") is None and sent.get("country") is None:
            yield (), FieldError("unnamed_place", "A place needs at least a name or a country.")

    @rule
    def has_both_coordinates(self, _: Data, sent: Data) -> FieldErrors:
        yield from both_coordinates(sent)


def position_of(place: Data | None) -> tuple[float, float] | None:
    """Return the latitude and longitude of a place, ``None`` where they are not known."""
    if place is None or place["latitude"] is None:
        return None
    return place["latitude"], place["longitude"]


class Quantity(RecordPart):
    """A number as sources give it: exact (`low` and `high` are equal), a range, or open on one side."""

    low = Number("Least value; null where only an upper end is known.")
    high = Number("Greatest value; null where only a lower end is known.")
    qualifier = Enumeration(
        "exact",
        "at_least",
        "up_to",
        "about",
        "more_than",
        description="How the source puts the number.",
    )

    @rule
    def is_a_range(self, data: Data, sent: Data) -> FieldErrors:
        yield from in_order(data, sent, "quantity")


class ClaimedValue(RecordField, fields.Raw):
    """A date, quantity or place, told apart by shape: text, an object with a quantity's fields, any other.

    ``date`` and ``shapes`` are what it may be, for the API reference.
    """

    date = EdtfDate("The date claimed, EDTF level 1.")
    shapes = (Quantity, Place)
    _quantity = Part(Quantity)
    _place = Part(Place)
    _only_in_quantities = frozenset({"low", "high", "qualifier"})

    def parse(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.date.deserialize(value)
        if not isinstance(value, dict) or not value:
            found = "an empty object" if value == {} else json_type(value)
            raise refusal(
                "wrong_type",
                f"Must be an EDTF date (a string), a quantity or a place (objects), not {found}.",
            )
        shape = self._place if self._only_in_quantities.isdisjoint(value) else self._quantity
        return shape.deserialize(value)


class Claim(RecordPart):
    """What one party says, kept beside what others say; accounts that contradict one another are all kept."""

    id = Slug("Name of the claim, unique in the record, for others to respond to.")
    about = Topic(
        "What it is about: a JSON Pointer into this record, beginning with a slash, or a topic in words."
    )
    statement = Text("What is claimed, in words.", required=True)
    by = Part(Party, "Who claims it.", required=True)
    stance = Enumeration(*STANCES, description="How the claim stands to what it is about.")
    responds_to = Slug("Id of the claim in this record that it answers.")
    value = ClaimedValue("The date (EDTF), quantity or place claimed, as data.")
    basis = Enumeration(
        "stated",
        "inferred",
        description="Whether the party says so, or it is inferred from what the party says.",
    )
    credibility = Integer(
        "Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged.", minimum=1, maximum=6
    )
    citations = Parts(Citation, "Where the claim was made; at least one.", min_items=1)


class TypedReference(RecordPart):
    """A reference to a record of any type."""

    type = Slug(
        "Type of the record, in the singular: `summit`, say. It must be one that this API has.", required=True
    )
    id = Slug("Id of the record, which must exist.", required=True)


def citations(
    description: str = "What this rests on; empty where it rests on the citations of the record.",
) -> Parts:
    """Return the field for the citations of a part."""
    return Parts(Citation, description)


def record_citations() -> Parts:
    """Return the field for the citations of a record: no claim without a source."""
    return Parts(Citation, "What the record rests on; at least one.", min_items=1)


def credibility(of: str) -> Integer:
    """Return the field that grades how credible something is (Admiralty scale)."""
    return Integer(
        f"How credible {of} is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, "
        "4 doubtful, 5 improbable, 6 cannot be judged.",
        minimum=1,
        maximum=6,
    )


def both_coordinates(sent: Data) -> FieldErrors:
    """Yield an error where one of latitude and longitude is given without the other."""
    for given, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if sent.get(given) is not None and sent.get(other) is None:
            yield (other,), FieldError("incomplete_coordinates", f"Required, since {given} is given.")


def in_order(data: Data, sent: Data, what: str) -> FieldErrors:
    """Yield an error where neither of low and high is given, or low is above high."""
    if sent.get("low") is None and sent.get("high") is None:
        yield (), FieldError("empty_range", f"Needs low, high or both (equal where the {what} is exact).")
    low, high = data.get("low"), data.get("high")
    if low is not None and high is not None and low > high:
        yield ("low",), FieldError("low_above_high", f"Must not be above high, which is {high:,}.")


def unique_ids(items: list[Data | None], place: str) -> FieldErrors:
    """Yield an error for each item of a list whose id an earlier one has; ``place`` is the list's field."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        name = item.get("id") if item else None
        if name is None:
            continue
        if name in seen:
            yield (
                (place, index, "id"),
                FieldError("duplicate_id", f"{name!r} is the id of an earlier item of this list."),
            )
        seen.add(name)


class RecordAddress(String):
    """A record of any type, as its path below ``/v1``: ``summits/singapore-2018``."""

    max_length = 161

    def __init__(self, description: str = "", **options: Any) -> None:
        error = FieldError(
            "invalid_address", "Must be the path of a type and an id, as in summits/singapore-2018."
        )
        # The slash in brackets: generated PHP and Java have patterns in comments, which "*/" would end.
        shape = f"{Slug.pattern[:-1]}[/]{Slug.pattern[1:]}"
        super().__init__(description, validate=[Pattern(shape, error)], **options)


def address(reference: Data) -> str:
    """Return where a typed reference leads, as ``RecordAddress`` has it.

    A type's path is the regular English plural of its name.
    """
    name = reference["type"]
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return f"{plural}/{reference['id']}"
