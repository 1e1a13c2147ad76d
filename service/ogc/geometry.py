"""Geometries in filters, and whether a point lies on them; in degrees, longitude first (CRS84)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from service.ogc.expressions import InvalidExpression

Position = tuple[float, float]
Inside = Callable[[Position], bool]
_OFFERED = "POINT, MULTIPOINT, POLYGON, MULTIPOLYGON and BBOX"


def region(literal: Any) -> Inside:
    """Return the test whether a latitude and longitude lie on a geometry of CQL2 JSON; raises ``InvalidExpression``."""
    if isinstance(literal, Mapping) and "bbox" in literal:
        return box(literal["bbox"])
    kind = literal.get("type") if isinstance(literal, Mapping) else None
    if kind not in ("Point", "MultiPoint", "Polygon", "MultiPolygon"):
        raise InvalidExpression(f"S_INTERSECTS takes {_OFFERED}.")
    coordinates = literal["coordinates"]
    if kind in ("Point", "MultiPoint"):
        points = [_position(each) for each in ([coordinates] if kind == "Point" else coordinates)]
        return lambda position: (position[1], position[0]) in points
    polygons = [_rings(each) for each in ([coordinates] if kind == "Polygon" else coordinates)]
    return lambda position: any(_in_polygon(position[1], position[0], rings) for rings in polygons)


def box(numbers: Sequence[float]) -> Inside:
    """Return the test whether a latitude and longitude lie in a box.

    :param numbers: west, south, east and north; across the antimeridian where west > east.
    """
    if len(numbers) != 4:
        raise InvalidExpression("BBOX takes west, south, east and north: positions here have no height.")
    west, south = _position(numbers[:2])
    east, north = _position(numbers[2:])
    if south > north:
        raise InvalidExpression("The south of a BBOX must not be north of its north.")

    def inside(position: Position) -> bool:
        latitude, longitude = position
        if not south <= latitude <= north:
            return False
        # One meridian with two names.
        names = (longitude, -longitude) if abs(longitude) == 180 else (longitude,)
        return any(west <= each <= east if west <= east else each >= west or each <= east for each in names)

    return inside


def _position(coordinates: Any) -> tuple[float, float]:
    if len(coordinates) != 2:
        raise InvalidExpression("A position is a longitude and a latitude: positions here have no height.")
    longitude, latitude = coordinates
    if not (abs(longitude) <= 180 and abs(latitude) <= 90):
        raise InvalidExpression(
            f"There is no longitude {longitude:g} and latitude {latitude:g}: they are degrees from -180 to 180 and "
            "from -90 to 90, longitude first."
        )
    return longitude, latitude


def _rings(coordinates: Any) -> list[list[tuple[float, float]]]:
    rings = [[_position(each) for each in ring] for ring in coordinates]
    for ring in rings:
        if len(ring) < 4 or ring[0] != ring[-1]:
            raise InvalidExpression(
                "A ring of a polygon has four positions at least and ends where it begins."
            )
    return rings


def _in_polygon(x: float, y: float, rings: list[list[tuple[float, float]]]) -> bool:
    """Tell whether a point lies in a polygon, on its edges too; rings after the first are holes."""
    crossings = 0
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
            if turn == 0 and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
                return True
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossings += 1
    return crossings % 2 == 1
