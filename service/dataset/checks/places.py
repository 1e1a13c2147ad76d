"""Checks that coordinates lie in the country named.

Countries are identified by time zones: their borders are drawn from OpenStreetMap's (timezone-boundary-builder, in
tzfpy), and zone1970.tab of the time zone database lists the countries of each. Zones that have agreed since 1970 are
one, so that Hanoi also passes for Thailand; the two Koreas, China, Russia, Japan and the United States are
distinguished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pycountry
import tzdata
from tzfpy import get_tzs

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, parts_of
from service.records.schemas.parts import Place

# In degrees, about two kilometres: the borders are simplified, and Panmunjom lies on one.
_TOLERANCE = 0.02


def check_places(records: RecordSet) -> Iterator[DatasetError]:
    """Yield each place and component with coordinates outside its country, or outside its record's if it names none."""
    for record in records:
        for pointer, place in _located(record):
            country = place.get("country") or record.document.get("country")
            if country and country not in countries_at(place["latitude"], place["longitude"]):
                where = f"{place['latitude']}, {place['longitude']}"
                yield record.finding(f"{pointer}/latitude", f"{where} does not lie in {country}")


def _located(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    parts = list(parts_of(record, Place))
    # A location that sources have wrong may be anywhere.
    parts += [
        (f"/{name}/{index}", part)
        for name in ("components", "other_locations")
        for index, part in enumerate(record.document.get(name, ()))
        if part.get("standing") != "wrong"
    ]
    yield from ((pointer, part) for pointer, part in parts if part["latitude"] is not None)


def countries_at(latitude: float, longitude: float) -> set[str]:
    """Return the ISO 3166-1 alpha-3 codes of the countries at or within two kilometres of a point; none at sea."""
    steps = (-_TOLERANCE, 0.0, _TOLERANCE)
    points = [(longitude + east, latitude + north) for north in steps for east in steps]
    zones = {zone for point in points for zone in get_tzs(*point)}
    return {country for zone in zones for country in _countries().get(zone, ())}


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    table = files(tzdata).joinpath("zoneinfo", "zone1970.tab").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^([A-Z]{2}(?:,[A-Z]{2})*)\t[^\t]+\t([^\t\n]+)", table)
    return {zone: tuple(_alpha_3(code) for code in codes.split(",")) for codes, zone in rows}


def _alpha_3(code: str) -> str:
    return str(pycountry.countries.lookup(code).alpha_3)
