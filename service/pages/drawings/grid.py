"""The grid: weapon systems by parades, a mark for what each record says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.drawing import (
    FAINT,
    INK,
    MUTED,
    NARROW_WIDTH,
    Document,
    Drawing,
    TableCell,
    date_cell,
    enumeration_cell,
    sources_cell,
)
from service.pages.drawings.marks import MARKS, MEANINGS, UNRECORDED, mark_of
from service.records.schemas.date_words import date_in_words
from service.records.schemas.weapons import CATEGORIES, category_in_words

NAME = "grid"
HEADINGS = ("Category", "System", "Parade", "Date", "Presence", "Basis", "Contested", "Sources")
_HEAD = 24.0
# How high the dates of a band are, with the space above.
_DATES = 124.0


@dataclass(frozen=True)
class GridLayout:
    """The measures of a grid in user units.

    :param name: begins the ids in it.
    :param labels: how wide the column of names is; without one they stand above the marks.
    :param cell: how wide a column is, ``row`` how high a row, ``middle`` how far down in it the marks are.
    :param least: how wide the grid is at least, ``key`` how wide an entry of the legend.
    :param most: how many columns stand side by side; more parades follow below, with all rows again.
    """

    name: str
    labels: float
    cell: float
    row: float
    middle: float
    least: float
    key: float
    most: int = 1000

    def column(self, place: int) -> float:
        """Return where the middle of a column is."""
        return self.labels + self.cell * (place + 0.5)


_WIDE = GridLayout(NAME, 250, 30, 21, 10.5, 560, 270)
# A cell holds the widest mark.
_NARROW, _NARROWEST_CELL = GridLayout(f"{NAME}-narrow", 0, 30, 36, 26, NARROW_WIDTH, NARROW_WIDTH), 16.0


def draw_grid(document: Document, korean: Mapping[str, str]) -> Drawing:
    """Return the drawing of a ``ParadeGrid``, the oldest parade first.

    :param korean: what systems are called in Korean, by id, to stand beside their names where there is room.
    """
    parades = document["parades"][::-1]
    systems = document["systems"]
    title = f"Weapon systems at {_count(len(parades), 'parade')}"
    if parades:
        first, last = (date_in_words(each["date"]) for each in (parades[0], parades[-1]))
        title += f", {first}" if len(parades) == 1 else f", {first} to {last}"
    rows = (
        f"A row for each of {_count(len(systems), 'system')}"
        if systems
        else "No system is recorded, rows are categories"
    )
    description = (
        f"{rows}, a column for each parade. Disc: shown; cross: absent, as "
        "a source states; diamond: absent, as is inferred; ring: not observed; dot: not mentioned. The table says the "
        "same."
    )
    groups = _by_category(systems, document["categories"])
    bands = -(-len(parades) // int(NARROW_WIDTH // _NARROWEST_CELL)) or 1
    most = -(-len(parades) // bands) or 1
    narrowed = replace(_NARROW, cell=min(NARROW_WIDTH / most, _NARROW.cell), most=most)
    wide, narrow = (
        _picture(parades, groups, korean, title, description, layout) for layout in (_WIDE, narrowed)
    )
    table = [
        _row(category, name, row.get("self"), parade, presence)
        for category, named in groups.items()
        for name, row in named
        for parade, presence in _presences(parades, row)
    ]
    return Drawing(NAME, title, description, wide, HEADINGS, table, narrow)


def _presences(parades: list[Document], row: Document) -> Iterator[tuple[Document, Document | None]]:
    """Yield each parade with what a row says of it."""
    said = {each["parade"]: each for each in row["presence"]}
    for parade in parades:
        yield parade, said.get(parade["id"])


def _picture(
    parades: list[Document],
    groups: dict[str, list[tuple[str, Document]]],
    korean: Mapping[str, str],
    title: str,
    description: str,
    layout: GridLayout,
) -> Element:
    bands = [parades[first : first + layout.most] for first in range(0, max(len(parades), 1), layout.most)]
    height = _height(groups, layout)
    width = max(layout.labels + layout.cell * max(len(bands[0]), 1), layout.least)
    heading = svg.in_lines(title, width, 15.5, most=3)
    top = _DATES + 17 * (len(heading) - 1)
    bottom = top + height + (height + _DATES) * (len(bands) - 1)
    lines_of_legend = -(-len(MEANINGS) // int(layout.least // layout.key))
    picture = svg.root(layout.name, width, bottom + 20 + 20 * lines_of_legend, title, description)
    for place, line in enumerate(heading):
        svg.add_text(
            picture, "text", line, x=0, y=15 + 17 * place, fill=INK, class_="ink", font_size=14, font_weight="bold"
        )  # fmt: skip
    _add_marks(picture, layout.name)
    for place, band in enumerate(bands):
        _band(picture, band, groups, korean, layout, width, top + (height + _DATES) * place)
    _legend(picture, bottom + 24, layout)
    return picture


def _band(
    picture: Element,
    parades: list[Document],
    groups: dict[str, list[tuple[str, Document]]],
    korean: Mapping[str, str],
    layout: GridLayout,
    width: float,
    top: float,
) -> None:
    """Draw the columns of some parades, with their dates above ``top``, and all rows."""
    for place, parade in enumerate(parades):
        _head(picture, parade, layout.column(place), top, top + _height(groups, layout))
    y = top
    for category, named in groups.items():
        svg.add_text(
            picture, "text", _heading(category), x=0, y=y + 17, fill=MUTED, class_="muted", font_size=11,
            font_weight="bold",
        )  # fmt: skip
        y += _HEAD
        for name, row in named:
            svg.add(picture, "line", x1=0, x2=width, y1=y, y2=y, stroke=FAINT, class_="faint")
            _name(picture, name, korean.get(row.get("system") or ""), layout, y)
            said = name if row.get("system") else f"{name} ({_heading(category)})"
            for place, (parade, presence) in enumerate(_presences(parades, row)):
                _cell(picture, said, parade, presence, layout, (layout.column(place), y + layout.middle))
            y += layout.row


def _height(groups: dict[str, list[tuple[str, Document]]], layout: GridLayout) -> float:
    """Return how high all rows are."""
    return _HEAD * len(groups) + layout.row * sum(len(each) for each in groups.values())


def draw_comparison(document: Document, korean: Mapping[str, str]) -> Drawing:
    """Return the drawing of a ``ParadeComparison``: the grid of its two parades; ``korean`` as in ``draw_grid``."""
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
    return draw_grid({"parades": ordered, "systems": by_name, "categories": categories}, korean)


def _heading(category: str) -> str:
    words = category_in_words(category)
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


def _head(picture: Element, parade: Document, x: float, top: float, bottom: float) -> None:
    group = svg.titled(picture, f"{svg.isolated(parade['title'])}, {date_in_words(parade['date'])}")
    svg.add(group, "line", x1=x, x2=x, y1=top, y2=bottom, stroke=FAINT, class_="faint")
    turned = f"translate({svg.number(x + 4)} {svg.number(top - 6)}) rotate(-90)"
    date = svg.shortened(date_in_words(parade["date"]), 112, 11)
    svg.add_text(group, "text", date, transform=turned, fill=INK, class_="ink", font_size=11)


def _name(picture: Element, name: str, korean: str | None, layout: GridLayout, top: float) -> None:
    group = svg.titled(picture, f"{svg.isolated(name)} {korean}" if korean else name)
    room = (layout.labels or layout.least) - 24
    text = svg.add(group, "text", x=10, y=top + 15, fill=INK, class_="ink")
    svg.add_text(text, "tspan", svg.shortened(name, room))
    if korean and svg.width_of(name) + 6 + svg.width_of(korean, 11) <= room:
        svg.add_text(text, "tspan", korean, dx=6, lang="ko", fill=MUTED, class_="muted", font_size=11)


def _cell(
    picture: Element,
    name: str,
    parade: Document,
    presence: Document | None,
    layout: GridLayout,
    at: tuple[float, float],
) -> None:
    mark = mark_of(presence)
    said = f"{svg.isolated(name)}, {date_in_words(parade['date'])}: {MEANINGS[mark]}."
    moved = f"translate({svg.number(at[0])} {svg.number(at[1])})"
    group = svg.titled(picture, said, class_="cell", transform=moved)
    # Without a fill of its own the pointer would have to meet the thin lines of the mark for its title to be shown.
    svg.add(
        group, "rect", x=-layout.cell / 2, y=-_WIDE.row / 2, width=layout.cell, height=_WIDE.row, fill="#ffffff",
        fill_opacity=0,
    )  # fmt: skip
    svg.add(group, "use", href=f"#{layout.name}-{_id(mark)}")


def _add_marks(picture: Element, name: str) -> None:
    definitions = svg.add(picture, "defs")
    for mark, draw in MARKS.items():
        draw(svg.add(definitions, "g", id=f"{name}-{_id(mark)}"))


def _id(mark: str) -> str:
    return mark.replace(" ", "-")


def _legend(picture: Element, top: float, layout: GridLayout) -> None:
    group = svg.add(picture, "g", class_="legend", font_size=11)
    columns = int(layout.least // layout.key)
    for place, (mark, meaning) in enumerate(MEANINGS.items()):
        x, y = place % columns * layout.key, top + place // columns * 20
        svg.add(group, "use", href=f"#{layout.name}-{_id(mark)}", x=x + 9, y=y)
        svg.add_text(group, "text", meaning, x=x + 24, y=y + 4, fill=INK, class_="ink")


def _row(
    category: str, name: str, url: str | None, parade: Document, presence: Document | None
) -> tuple[TableCell, ...]:
    return (
        TableCell(_heading(category), exact=category),
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
