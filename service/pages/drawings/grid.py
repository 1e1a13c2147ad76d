"""The grid: weapon systems by parades, a mark for what each record says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.drawing import (
    FAINT,
    INK,
    MUTED,
    Document,
    Drawing,
    TableCell,
    date_cell,
    enumeration_cell,
    sources_cell,
)
from service.records.schemas.date_words import date_in_words
from service.records.schemas.weapons import CATEGORIES

NAME = "grid"
HEADINGS = ("Category", "System", "Parade", "Date", "Presence", "Basis", "Contested", "Sources")
UNRECORDED = "unrecorded"
_LABELS, _CELL, _ROW, _HEAD, _TOP = 250.0, 30.0, 21.0, 24.0, 100.0
_SHOWN, _ABSENT, _UNSEEN = "#0b5fa5", "#b4460a", "#57606a"
MEANINGS = {
    "displayed": "shown",
    "contested": "shown, though another account says not",
    "absent stated": "absent, as a source states",
    "absent inferred": "absent, as is inferred",
    "not_observed": "not observed in the footage there is",
    UNRECORDED: "not mentioned in the record",
}
_ACRONYMS = {"icbm", "irbm", "mrbm", "srbm", "slbm", "sam", "uav"}


def draw_grid(document: Document) -> Drawing:
    """Return the drawing of a ``ParadeGrid``, the oldest parade first."""
    parades = document["parades"][::-1]
    systems = document["systems"]
    title = f"Weapon systems at {_count(len(parades), 'parade')}"
    if parades:
        first, last = (date_in_words(each["date"]) for each in (parades[0], parades[-1]))
        title += f", {first}" if len(parades) == 1 else f", {first} to {last}"
    description = (
        f"A row for each of {_count(len(systems), 'system')}, a column for each parade. Disc: shown; cross: absent, as "
        "a source states; diamond: absent, as is inferred; ring: not observed; dot: not mentioned. The table says the "
        "same."
    )
    groups = _by_category(systems, document["categories"])
    rows = sum(len(each) for each in groups.values())
    bottom = _TOP + _HEAD * len(groups) + _ROW * rows
    width = max(_LABELS + _CELL * max(len(parades), 1) + 10, 560)
    picture = svg.root(NAME, width, bottom + 20 + 20 * 3, title, description)
    svg.add_text(picture, "text", title, x=0, y=15, fill=INK, class_="ink", font_size=14, font_weight="bold")
    _add_marks(picture)
    for place, parade in enumerate(parades):
        _head(picture, parade, _LABELS + _CELL * (place + 0.5), bottom)
    table: list[tuple[TableCell, ...]] = []
    y = _TOP
    for category, named in groups.items():
        svg.add_text(
            picture, "text", category_in_words(category), x=0, y=y + 17, fill=MUTED, class_="muted", font_size=11,
            font_weight="bold",
        )  # fmt: skip
        y += _HEAD
        for name, row in named:
            svg.add(picture, "line", x1=0, x2=width, y1=y, y2=y, stroke=FAINT, class_="faint")
            label = svg.titled(picture, name)
            svg.add_text(
                label, "text", svg.shortened(name, _LABELS - 24), x=10, y=y + 15, fill=INK, class_="ink"
            )
            said = {each["parade"]: each for each in row["presence"]}
            for place, parade in enumerate(parades):
                presence = said.get(parade["id"])
                _cell(picture, name, parade, presence, _LABELS + _CELL * (place + 0.5), y + _ROW / 2)
                table.append(_row(category, name, row.get("self"), parade, presence))
            y += _ROW
    _legend(picture, bottom + 24)
    return Drawing(NAME, title, description, picture, HEADINGS, table)


def draw_comparison(document: Document) -> Drawing:
    """Return the drawing of a ``ParadeComparison``: the grid of its two parades."""
    parades = [each for each in (document["parade"], document["with"]) if each is not None]

    def row(difference: Document) -> Document:
        sides = {side: document[side] and document[side]["id"] for side in ("parade", "with")}
        presence = [
            {"parade": parade, **difference[side]}
            for side, parade in sides.items()
            if parade and difference[side]["presence"] != UNRECORDED
        ]
        return {**difference, "presence": presence}

    def rows(groups: Document) -> list[Document]:
        return [row(each) for group in groups.values() for each in group]

    systems, categories = (rows(document[each]) for each in ("systems", "categories"))
    ordered = sorted(parades, key=lambda each: each["date_latest"] or each["date_earliest"], reverse=True)
    by_name = sorted(systems, key=lambda each: each["name"].casefold())
    return draw_grid({"parades": ordered, "systems": by_name, "categories": categories})


def mark_of(presence: Document | None) -> str:
    """Return which of the marks a presence has; it is ``None`` where no record says anything."""
    if presence is None:
        return UNRECORDED
    if presence["contested"]:
        return "contested"
    if presence["presence"] == "absent":
        return f"absent {presence['basis'] or 'stated'}"
    return str(presence["presence"])


def category_in_words(category: str) -> str:
    """Return a category as people write it."""
    words = category.upper() if category in _ACRONYMS else category.replace("_", " ")
    return f"{words[0].upper()}{words[1:]}"


def _by_category(
    systems: list[Document], categories: list[Document]
) -> dict[str, list[tuple[str, Document]]]:
    """Return the rows of each category: what is said of it as a whole, then its systems."""
    named = {each["category"] for each in (*categories, *systems)}
    found: dict[str, list[tuple[str, Document]]] = {each: [] for each in CATEGORIES if each in named}
    for each in categories:
        found[each["category"]].append(("Any of this category", each))
    for system in systems:
        found[system["category"]].append((system["name"], system))
    return found


def _head(picture: Element, parade: Document, x: float, bottom: float) -> None:
    group = svg.titled(picture, f"{parade['title']}, {date_in_words(parade['date'])}")
    svg.add(group, "line", x1=x, x2=x, y1=_TOP, y2=bottom, stroke=FAINT, class_="faint")
    turned = f"translate({svg.number(x + 4)} {svg.number(_TOP - 6)}) rotate(-90)"
    date = svg.shortened(parade["date"], _TOP - 20, 11)
    svg.add_text(group, "text", date, transform=turned, fill=INK, class_="ink", font_size=11)


def _cell(
    picture: Element, name: str, parade: Document, presence: Document | None, x: float, y: float
) -> None:
    mark = mark_of(presence)
    said = f"{name}, {date_in_words(parade['date'])}: {MEANINGS[mark]}."
    group = svg.titled(picture, said, class_="cell", transform=f"translate({svg.number(x)} {svg.number(y)})")
    # Without a fill of its own the pointer would have to meet the thin lines of the mark for its title to be shown.
    svg.add(
        group, "rect", x=-_CELL / 2, y=-_ROW / 2, width=_CELL, height=_ROW, fill="#ffffff", fill_opacity=0
    )
    svg.add(group, "use", href=f"#{NAME}-{_id(mark)}")


def _add_marks(picture: Element) -> None:
    definitions = svg.add(picture, "defs")
    for mark, draw in _MARKS.items():
        draw(svg.add(definitions, "g", id=f"{NAME}-{_id(mark)}"))


def _id(mark: str) -> str:
    return mark.replace(" ", "-")


def _disc(group: Element) -> None:
    svg.add(group, "circle", r=6.5, fill=_SHOWN, class_="shown")


def _contested(group: Element) -> None:
    svg.add(group, "circle", r=7, fill="none", stroke=_SHOWN, stroke_width=1.5, class_="shown-line")
    svg.add(group, "circle", r=4, fill=_SHOWN, class_="shown")
    svg.add(group, "path", d="M-7,7 L7,-7", stroke=_ABSENT, stroke_width=1.8, class_="absent-line")


def _cross(group: Element) -> None:
    svg.add(
        group, "path", d="M-5.5,-5.5 L5.5,5.5 M-5.5,5.5 L5.5,-5.5", stroke=_ABSENT, stroke_width=2.6,
        stroke_linecap="round", class_="absent-line",
    )  # fmt: skip


def _diamond(group: Element) -> None:
    svg.add(
        group, "path", d="M0,-7 L7,0 L0,7 L-7,0 Z", fill="none", stroke=_ABSENT, stroke_width=1.6,
        stroke_dasharray="3 2", class_="absent-line",
    )  # fmt: skip


def _ring(group: Element) -> None:
    svg.add(group, "circle", r=6, fill="none", stroke=_UNSEEN, stroke_width=1.6, class_="muted-line")


def _dot(group: Element) -> None:
    svg.add(group, "circle", r=1.2, fill=_UNSEEN, class_="unmentioned")


_MARKS: Mapping[str, Callable[[Element], None]] = {
    "displayed": _disc,
    "contested": _contested,
    "absent stated": _cross,
    "absent inferred": _diamond,
    "not_observed": _ring,
    UNRECORDED: _dot,
}


def _legend(picture: Element, top: float) -> None:
    group = svg.add(picture, "g", class_="legend", font_size=11)
    for place, (mark, meaning) in enumerate(MEANINGS.items()):
        x, y = place % 2 * 270, top + place // 2 * 20
        svg.add(group, "use", href=f"#{NAME}-{_id(mark)}", x=x + 9, y=y)
        svg.add_text(group, "text", meaning, x=x + 24, y=y + 4, fill=INK, class_="ink")


def _row(
    category: str, name: str, url: str | None, parade: Document, presence: Document | None
) -> tuple[TableCell, ...]:
    return (
        TableCell(category_in_words(category), exact=category),
        TableCell(name, url),
        TableCell(parade["title"], parade["self"]),
        date_cell(parade["date"]),
        enumeration_cell([presence["presence"] if presence else UNRECORDED]),
        TableCell((presence and presence["basis"]) or ""),
        TableCell("yes" if presence and presence["contested"] else ""),
        sources_cell(_sources(presence)),
    )


def _sources(presence: Document | None) -> Iterator[str]:
    for evidence in presence["rests_on"] if presence else ():
        for citation in evidence["citations"]:
            yield citation["source"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
