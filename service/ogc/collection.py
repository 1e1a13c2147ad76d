"""A record type as a collection of features: its properties, its queryables, its place in the world and in time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from service.formats.tables import Kind
from service.ogc.filters import GEOMETRY
from service.records.context import Context
from service.records.http.forms.features import placing_type
from service.records.http.forms.properties import Property, properties_of, reader_of
from service.records.index.listing import page
from service.records.index.placed import extent
from service.records.index.selection import Selection
from service.records.record_type import Document, RecordType

ROOT = "/ogc"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
_SCHEMAS: Mapping[Kind, Mapping[str, str]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "instant": {"type": "string", "format": "date-time"},
}


@dataclass(frozen=True, eq=False)
class Collection:
    """The records of a type as features."""

    context: Context
    record_type: RecordType

    @cached_property
    def properties(self) -> tuple[Property, ...]:
        """What a feature says of its record, each of which filters may name."""
        return properties_of(self.record_type)

    @cached_property
    def values_of(self) -> Callable[[Document], dict[str, Any]]:
        """What reads the values of all properties in a record."""
        return reader_of(self.properties)

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """What the values of each property are."""
        return {each.name: each.kind for each in self.properties}

    @property
    def path(self) -> str:
        """The path of the collection."""
        return f"{ROOT}/collections/{self.record_type.path}"

    @cached_property
    def placed_by(self) -> RecordType:
        """The type whose records' positions the features have."""
        return placing_type(self.context.registry, self.record_type)

    def queryables(self, url: str) -> dict[str, Any]:
        """Return the JSON Schema of what filters may name (OGC 19-079r2, 6.2); ``url`` is its own."""
        geometry = {GEOMETRY: {"title": "Where it is", "format": "geometry-point"}}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": url,
            "title": self.record_type.path,
            "type": "object",
            "properties": geometry | {each.name: _schema(each) for each in self.properties},
            "additionalProperties": False,
        }

    def extent(self, connection: Connection) -> dict[str, Any]:
        """Return the box and the interval that hold all present features."""
        found: dict[str, Any] = {}
        if box := extent(connection, self.placed_by.name):
            found["spatial"] = {"bbox": [list(box)], "crs": CRS84}
        if self.record_type.date is not None:
            first = page(
                connection,
                Selection(self.record_type.name),
                "sort_key",
                descending=False,
                after=None,
                limit=1,
            )
            start = f"{first[0].sort_key}T00:00:00Z" if first and first[0].sort_key else None
            found["temporal"] = {"interval": [[start, None]], "trs": _GREGORIAN}
        return found


def collections_of(context: Context) -> list[Collection]:
    """Return the collections of all record types that have a place."""
    return [Collection(context, each) for each in context.registry if each.is_placed]


def _schema(declared: Property) -> dict[str, Any]:
    found: dict[str, Any] = {"title": declared.name.replace("_", " "), **_SCHEMAS[declared.kind]}
    if declared.description:
        found["description"] = declared.description
    if declared.choices:
        found["enum"] = list(declared.choices)
    return found
