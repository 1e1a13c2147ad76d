"""The map: numbered points on the outline of the two Koreas, and the list that they number."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.drawing import INK, MUTED, NARROW_WIDTH, Drawing, TableCell

NAME = "map"
HEADINGS = ("Number", "Name", "Kind", "Latitude", "Longitude", "Precision", "On the map")
CREDIT = "Outline: Natural Earth (public domain)"
# Equirectangular, with the standard parallel of the north's middle, where most places are.
_COSINE = math.cos(math.radians(40))
_WIDTH, _TOP, _RADIUS, _APART = 560.0, 30.0, 8.0, 17.5
_WEST, _EAST, _NORTH, _SOUTH, _NORTHERN_HALF = 124.0, 131.0, 43.2, 33.0, 37.3
_DEGREES_WIDE = (_EAST - _WEST) * _COSINE


@dataclass(frozen=True)
class MapPlace:
    """A place to be shown or listed.

    :param position: latitude and longitude in degrees (WGS 84), ``None`` where they are not known.
    :param precision: how exactly it is known: ``exact, site, town, region, country``, or empty.
    """

    name: str
    url: str
    kind: str
    position: tuple[float, float] | None
    precision: str = ""

    @property
    def is_on_map(self) -> bool:
        """Whether it lies within the map."""
        if self.position is None:
            return False
        latitude, longitude = self.position
        return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def draw_map(title: str, places: Sequence[MapPlace]) -> Drawing:
    """Return the drawing of places, numbered in their order; what lies elsewhere or is not known is only listed."""
    shown = [(number, each) for number, each in enumerate(places, start=1) if each.is_on_map]
    positions = [each.position for _, each in shown if each.position]
    south = _NORTHERN_HALF if all(latitude > _NORTHERN_HALF + 0.2 for latitude, _ in positions) else _SOUTH
    description = (
        f"{len(shown)} of {len(places)} places on the outline of the two Koreas, numbered as in the table. Circles "
        "that would cover one another stand apart, with a line to the place; dashed ones are known only roughly."
    )
    wide, narrow = (
        _picture(shown, south, width, (name, title, description))
        for name, width in ((NAME, _WIDTH), (f"{NAME}-narrow", NARROW_WIDTH))
    )
    return Drawing(NAME, title, description, wide, HEADINGS, list(_table(places)), narrow)


def _picture(
    shown: Sequence[tuple[int, MapPlace]], south: float, width: float, words: tuple[str, str, str]
) -> Element:
    """Return the map of numbered places, so wide; ``words`` are its name, title and description."""
    height = (_NORTH - south) * width / _DEGREES_WIDE
    picture = svg.root(words[0], width, _TOP + height + 20, *words[1:])
    svg.add_text(
        picture, "text", words[1], x=0, y=15, fill=INK, class_="ink", font_size=14, font_weight="bold"
    )
    _outline(picture, width, height, words[0])
    true = [_at(*each.position, width) for _, each in shown if each.position]
    for (number, place), (x, y), (cx, cy) in zip(shown, true, spread(true, height, width), strict=True):
        _point(picture, number, place, (x, y), (cx, cy))
    if not shown:
        svg.add_text(
            picture, "text", "None of these places is known to lie here.", x=width / 2, y=_TOP + height / 2,
            fill=INK, class_="ink", text_anchor="middle",
        )  # fmt: skip
    svg.add_text(
        picture, "text", CREDIT, x=width, y=_TOP + height + 15, fill=MUTED, class_="muted", font_size=10,
        text_anchor="end",
    )  # fmt: skip
    return picture


def spread(
    points: Sequence[tuple[float, float]], height: float, width: float = _WIDTH
) -> list[tuple[float, float]]:
    """Return points moved apart, until circles around them hardly touch, within the map; deterministic."""
    found = [list(each) for each in points]
    for _ in range(200):
        moved = False
        for one in range(len(found)):
            for other in range(one):
                dx, dy = found[one][0] - found[other][0], found[one][1] - found[other][1]
                distance = math.hypot(dx, dy)
                if distance >= _APART - 0.1:
                    continue
                # Those at one place leave it in different directions: the golden angle never repeats one.
                angle = math.atan2(dy, dx) if distance > 0.01 else one * 2.39996
                push = (_APART - distance) / 2
                for point, sign in ((found[one], 1), (found[other], -1)):
                    point[0] += sign * push * math.cos(angle)
                    point[1] += sign * push * math.sin(angle)
                moved = True
        for point in found:
            point[0] = min(max(point[0], _RADIUS), width - _RADIUS)
            point[1] = min(max(point[1], _TOP + _RADIUS), _TOP + height - _RADIUS)
        if not moved:
            break
    return [(x, y) for x, y in found]


@cache
def outlines() -> dict[str, list[list[tuple[float, float]]]]:
    """Return the rings of each country, by ISO 3166-1 alpha-3 code, in longitude and latitude."""
    text = Path(__file__).with_name("outlines.json").read_text(encoding="utf-8")
    countries: dict[str, Any] = json.loads(text)["countries"]
    return {
        code: [[(point[0], point[1]) for point in ring] for ring in rings]
        for code, rings in countries.items()
    }


def _at(latitude: float, longitude: float, width: float) -> tuple[float, float]:
    scale = width / _DEGREES_WIDE
    return (longitude - _WEST) * _COSINE * scale, _TOP + (_NORTH - latitude) * scale


def _outline(picture: Element, width: float, height: float, name: str) -> None:
    clip = svg.add(svg.add(picture, "defs"), "clipPath", id=f"{name}-frame")
    svg.add(clip, "rect", x=0, y=_TOP, width=width, height=height)
    group = svg.add(picture, "g", clip_path=f"url(#{name}-frame)")
    for code, rings in outlines().items():
        path = " ".join(_ring(ring, width) for ring in rings)
        svg.add(
            group, "path", d=path, fill="#eef1f4", stroke="#8c959f", stroke_width=0.8, stroke_linejoin="round",
            class_=f"land {code.lower()}",
        )  # fmt: skip


def _ring(ring: Sequence[tuple[float, float]], width: float) -> str:
    points = (_at(latitude, longitude, width) for longitude, latitude in ring)
    return "M" + " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in points) + "Z"


def _point(
    picture: Element, number: int, place: MapPlace, true: tuple[float, float], circle: tuple[float, float]
) -> None:
    group = svg.titled(picture, f"{number}. {svg.isolated(place.name)}, {place.kind}", class_="place")
    (x, y), (cx, cy) = true, circle
    if math.hypot(cx - x, cy - y) > 2:
        svg.add(group, "line", x1=x, y1=y, x2=cx, y2=cy, stroke=INK, stroke_width=0.8, class_="tick")
        svg.add(group, "circle", cx=x, cy=y, r=1.6, fill=INK, class_="ink")
    dashes = {} if place.precision in ("exact", "site") else {"stroke_dasharray": "2.5 2"}
    svg.add(
        group, "circle", cx=cx, cy=cy, r=_RADIUS, fill="#ffffff", stroke="#0b5fa5", stroke_width=1.6,
        class_="number", **dashes,
    )  # fmt: skip
    svg.add_text(
        group, "text", str(number), x=cx, y=cy + 3.4, text_anchor="middle", fill="#1f2328",
        font_size=9.5 if number < 100 else 7.5,
    )  # fmt: skip


def _table(places: Sequence[MapPlace]) -> Iterator[tuple[TableCell, ...]]:
    for number, place in enumerate(places, start=1):
        latitude, longitude = ("", "") if place.position is None else map(str, place.position)
        where = "yes" if place.is_on_map else "place not known" if place.position is None else "elsewhere"
        yield (
            TableCell(str(number)),
            TableCell(place.name, place.url),
            TableCell(place.kind),
            TableCell(latitude),
            TableCell(longitude),
            TableCell(place.precision),
            TableCell(where),
        )
