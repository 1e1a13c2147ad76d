"""GeoJSON (RFC 7946): features with a point or without a known place, in longitude and latitude of WGS 84."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from service.web.negotiation import Representation


@dataclass(frozen=True)
class Feature:
    """A thing on the map.

    :param position: its latitude and longitude in degrees (WGS 84); ``None`` where it is not known.
    :param properties: JSON values by name.
    :param links: link objects, of a feature that is answered on its own.
    """

    id: str
    position: tuple[float, float] | None
    properties: Mapping[str, Any]
    links: Sequence[Mapping[str, Any]] = ()

    def document(self) -> dict[str, Any]:
        """Return the feature object (RFC 7946, 3.2)."""
        found: dict[str, Any] = {
            "type": "Feature",
            "id": self.id,
            "geometry": point(self.position),
            "properties": self.properties,
        }
        return found | {"links": list(self.links)} if self.links else found


@dataclass(frozen=True)
class FeatureCollection:
    """Features, and what else is said of them all.

    :param members: further members, such as ``links``.
    """

    features: Sequence[Feature]
    members: Mapping[str, Any] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """Return the feature collection object (RFC 7946, 3.3), with its ``bbox`` where any feature has a place."""
        found: dict[str, Any] = {"type": "FeatureCollection"}
        if box := bounding_box(each.position for each in self.features if each.position is not None):
            found["bbox"] = box
        return found | dict(self.members) | {"features": [each.document() for each in self.features]}


def write_pieces(batches: Iterable[Sequence[Feature]]) -> Iterator[bytes]:
    """Yield the text of a feature collection batch by batch; its ``bbox``, which is known then, comes last."""
    yield b'{"type":"FeatureCollection","features":['
    box: list[float] | None = None
    separator = b""
    for features in batches:
        if not features:
            continue
        yield separator + orjson.dumps([each.document() for each in features])[1:-1]
        separator = b","
        box = _box_around(box, bounding_box(each.position for each in features if each.position is not None))
    yield b"]" + (b',"bbox":' + orjson.dumps(box) if box else b"") + b"}"


def _box_around(one: list[float] | None, other: list[float] | None) -> list[float] | None:
    if one is None or other is None:
        return one or other
    return [*map(min, one[:2], other[:2]), *map(max, one[2:], other[2:])]


def point(position: tuple[float, float] | None) -> dict[str, Any] | None:
    """Return the geometry of a latitude and longitude: a point, ``None`` where they are not known."""
    return None if position is None else {"type": "Point", "coordinates": [position[1], position[0]]}


def bounding_box(positions: Any) -> list[float] | None:
    """Return west, south, east and north of latitudes and longitudes; ``None`` where there are none."""
    found = list(positions)
    if not found:
        return None
    latitudes, longitudes = [each[0] for each in found], [each[1] for each in found]
    return [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]


def _write(answer: Any) -> bytes:
    return orjson.dumps(answer.content.document())


_SCHEMA = {
    "description": "A feature, or a collection of features (RFC 7946).",
    "type": "object",
    "required": ["type"],
    "properties": {"type": {"type": "string", "enum": ["Feature", "FeatureCollection"]}},
}
GEOJSON = Representation(
    "geojson",
    "application/geo+json",
    _write,
    schema=_SCHEMA,
    streams=True,
    refuses={"expand": "GeoJSON has no room for other records: ask for format=json."},
)
