"""The strip of a facility: a row for each component and aspect, time to the right, a piece for each period.

A bar reaches from one day of observation to the next that found the same, where these are at most a year apart; every
day of observation is a tick. Everything else is a thin line: nobody saw what happened there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.axis import TimeAxis, around
from service.pages.drawings.drawing import (
    FAINT,
    INK,
    MUTED,
    NARROW_WIDTH,
    PAPER,
    Document,
    Drawing,
    TableCell,
    date_cell,
    enumeration_cell,
    sources_cell,
)
from service.pages.drawings.patterns import LOOKS, add_patterns, fill_of, outline_of, words
from service.records.schemas.date_words import date_in_words

NAME = "strip"
LONGEST_GAP_DAYS = 366
_TOP, _BAR = 44.0, 14.0
# Wide enough for a tile of a pattern; where the next period begins sooner, wide enough to be seen.
_TILE, _NARROWEST = 8.0, 3.0
_WHOLE_SITE = "The whole site"
HEADINGS = (
    "Component", "Aspect", "State", "First observed", "Last observed", "Next observed otherwise", "Days observed",
    "Credibility", "Observation", "Sources",
)  # fmt: skip


@dataclass(frozen=True)
class StripLayout:
    """The measures of a strip in user units.

    :param name: begins the ids in it.
    :param labels: how wide the column of labels is; without one they stand above the bars.
    :param row: how high a row is, ``middle`` how far down in it the bars are.
    :param key: how wide an entry of the legend is.
    """

    name: str
    width: float
    labels: float
    row: float
    middle: float
    key: float


_WIDE = StripLayout(NAME, 1000, 250, 24, 12, 170)
_NARROW = StripLayout(f"{NAME}-narrow", NARROW_WIDTH, 0, 38, 26, 155)


def draw_strip(document: Document) -> Drawing:
    """Return the drawing of a ``FacilityStatusPeriods``."""
    facility, rows = document["facility"]["name"], document["rows"]
    until = document["reference_date"]
    title = f"{svg.isolated(facility)}: states over time, as of {date_in_words(until)}"
    observed = sum(bool(row["periods"]) for row in rows)
    description = (
        f"A row for each of {len(rows)} questions about the facility's components, {observed} of which were ever "
        "answered, time from left to right. Bars: days on which it was observed, at most a year apart. Thin lines: "
        "nobody observed it, or not for more than a year, or what was seen next differs. A day is the last that the "
        "date of an observation can mean. The table says the same."
    )
    wide, narrow = (_picture(rows, until, title, description, layout) for layout in (_WIDE, _NARROW))
    return Drawing(NAME, title, description, wide, HEADINGS, list(_table(rows)), narrow)


def _picture(rows: list[Document], until: str, title: str, description: str, layout: StripLayout) -> Element:
    states = [each for each in LOOKS if any(each in p["states"] for row in rows for p in row["periods"])]
    heading = svg.in_lines(title, layout.width, 15.5, most=3)
    top = _TOP + 17 * (len(heading) - 1)
    bottom = top + layout.row * max(len(rows), 1)
    lines_of_legend = -(-(len(states) + 3) // int(layout.width // layout.key))
    height = bottom + 26 + 20 * lines_of_legend + 8
    picture = svg.root(layout.name, layout.width, height, title, description)
    add_patterns(picture, layout.name, states)
    for place, line in enumerate(heading):
        svg.add_text(
            picture, "text", line, x=0, y=15 + 17 * place, fill=INK, class_="ink", font_size=14, font_weight="bold"
        )  # fmt: skip
    days = [each["from"] for row in rows for each in row["periods"]]
    axis = around(days or [until], until, layout.labels, layout.width - 4)
    axis.draw(picture, top, top + layout.row * len(rows))
    before = None
    for place, row in enumerate(rows):
        y = top + layout.row * place
        is_first = place == 0 or row["component"] != before
        if is_first:
            svg.add(picture, "line", x1=0, x2=layout.width, y1=y, y2=y, stroke=FAINT, class_="faint")
        label = _label if layout.labels else _label_above
        label(picture, row, y, layout, is_first=is_first)
        _draw_row(picture, axis, row, y + layout.middle, until, layout.name)
        before = row["component"]
    contested = any(len(p["states"]) > 1 for row in rows for p in row["periods"])
    _legend(picture, states, bottom + 26, layout, is_contested=contested)
    return picture


def stretches(days: list[str]) -> list[tuple[str, str]]:
    """Return the runs of days of observation none of which is more than a year after the one before, as first and last
    day.
    """
    found: list[tuple[str, str]] = []
    for day in days:
        if found and (date.fromisoformat(day) - date.fromisoformat(found[-1][1])).days <= LONGEST_GAP_DAYS:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def said_of(row: Document, period: Document) -> str:
    """Return in words what a piece of the strip stands for."""
    seen, last = period["from"], period["last_observed"]
    when = f"seen on {date_in_words(seen)}"
    if last != seen:
        when = f"seen on {period['observed_days']} days from {date_in_words(seen)} to {date_in_words(last)}"
    after = (
        f"seen otherwise on {date_in_words(period['until'])}"
        if period["until"]
        else "not seen otherwise since"
    )
    return f"{svg.isolated(_name(row))}, {row['aspect']}: {_states(period)}. {when[0].upper()}{when[1:]}, {after}."


def _draw_row(picture: Element, axis: TimeAxis, row: Document, middle: float, until: str, name: str) -> None:
    if not row["periods"]:
        group = svg.titled(
            picture, f"{svg.isolated(_name(row))}, {row['aspect']}: never observed.", class_="piece"
        )
        svg.add_text(
            group, "text", "never observed", x=axis.start + 6, y=middle + 4, fill=MUTED, class_="muted",
            font_style="italic", font_size=11,
        )  # fmt: skip
    free = axis.start
    for period, following in zip(row["periods"], [*row["periods"], None][1:], strict=True):
        group = svg.titled(picture, said_of(row, period), class_="piece")
        # Periods closer than a bar is wide stand side by side, so that each can be seen.
        begins = max(axis.at(period["from"]), free)
        ends = max(axis.at(following["from"] if following else until), begins)
        svg.add(
            group, "line", x1=begins, x2=ends, y1=middle, y2=middle, stroke=outline_of(period["states"][0]),
            stroke_width=1.5, stroke_dasharray="2 3", class_="hold",
        )  # fmt: skip
        least = max(_NARROWEST, min(_TILE, ends - begins))
        for first, last in stretches(period["observed_on"]):
            x = max(axis.at(first), begins)
            width = max(axis.at(last) - x, least)
            _bar(group, period["states"], x, middle, width, name)
            free = x + width
        for day in period["observed_on"]:
            x = max(axis.at(day), begins) + 0.5
            svg.add(
                group, "line", x1=x, x2=x, y1=middle + _BAR / 2, y2=middle + _BAR / 2 + 3, stroke=INK,
                stroke_width=0.8, class_="tick",
            )  # fmt: skip


def _bar(group: Element, states: list[str], x: float, middle: float, width: float, name: str) -> None:
    """Draw a bar; states that compete share its height."""
    height = _BAR / len(states)
    for place, state in enumerate(states):
        svg.add(
            group, "rect", x=x, y=middle - _BAR / 2 + height * place, width=width, height=height,
            fill=fill_of(name, state), stroke=outline_of(state), stroke_width=0.8, class_=f"bar {state}",
        )  # fmt: skip
    label = words(states[0])
    if len(states) == 1 and width > svg.width_of(label, 10) + 10:
        svg.add(
            group, "rect", x=x + 4, y=middle - 5.5, width=svg.width_of(label, 10) + 4, height=11, rx=2,
            fill="#ffffff", class_="plate",
        )  # fmt: skip
        svg.add_text(group, "text", label, x=x + 6, y=middle + 3.5, fill="#1f2328", font_size=10)


def _label(picture: Element, row: Document, top: float, layout: StripLayout, *, is_first: bool) -> None:
    base = top + layout.middle + 4
    svg.add_text(
        picture, "text", row["aspect"], x=layout.labels - 10, y=base, text_anchor="end", fill=MUTED, class_="muted",
        font_size=11,
    )  # fmt: skip
    if is_first:
        group = svg.titled(picture, _name(row))
        room = layout.labels - 74
        lines = [_name(row)] if svg.width_of(_name(row)) <= room else svg.in_lines(_name(row), room, 10)
        for place, line in enumerate(lines):
            y = base if len(lines) == 1 else top + 10.5 + 11 * place
            size = 12 if len(lines) == 1 else 10
            svg.add_text(group, "text", line, x=0, y=y, fill=INK, class_="ink", font_size=size)


def _label_above(picture: Element, row: Document, top: float, layout: StripLayout, *, is_first: bool) -> None:
    # Over the lines of the axis a text is read only on paper.
    room = layout.width - svg.width_of(row["aspect"], 11) - 12
    name = svg.shortened(_name(row), room, 12)
    group = svg.titled(picture, f"{svg.isolated(_name(row))}, {row['aspect']}")
    width = svg.width_of(f"{name} {row['aspect']}", 12)
    svg.add(group, "rect", x=0, y=top + 2, width=width, height=15, fill=PAPER, class_="under")
    text = svg.add(group, "text", x=0, y=top + 14, fill=INK, class_="ink")
    svg.add_text(text, "tspan", name, font_weight="bold" if is_first else "normal")
    svg.add_text(text, "tspan", row["aspect"], dx=6, fill=MUTED, class_="muted", font_size=11)


def _legend(
    picture: Element, states: list[str], top: float, layout: StripLayout, *, is_contested: bool
) -> None:
    group = svg.add(picture, "g", class_="legend", font_size=11)
    entries = [*states, "tick", "line"] if states else []
    if is_contested:
        entries.append("competing")
    meanings = {"tick": "a day of observation", "line": "nobody observed it", "competing": "sources differ"}
    columns = int(layout.width // layout.key)
    for place, entry in enumerate(entries):
        x, y = place % columns * layout.key, top + place // columns * 20
        if entry == "tick":
            svg.add(group, "line", x1=x + 12, x2=x + 12, y1=y - 6, y2=y, stroke=INK, class_="tick")
        elif entry == "line":
            svg.add(
                group, "line", x1=x, x2=x + 24, y1=y - 4, y2=y - 4, stroke=MUTED, stroke_width=1.5,
                stroke_dasharray="2 3", class_="muted-line",
            )  # fmt: skip
        elif entry == "competing":
            for half, state in enumerate(states[:2]):
                svg.add(
                    group, "rect", x=x, y=y - 11 + 7 * half, width=24, height=7, fill=fill_of(layout.name, state),
                    stroke=outline_of(state), stroke_width=0.8,
                )  # fmt: skip
        else:
            svg.add(
                group, "rect", x=x, y=y - 11, width=24, height=_BAR, fill=fill_of(layout.name, entry),
                stroke=outline_of(entry), stroke_width=0.8,
            )  # fmt: skip
        svg.add_text(
            group, "text", meanings.get(entry) or words(entry), x=x + 30, y=y, fill=INK, class_="ink"
        )


def _table(rows: list[Document]) -> Iterator[tuple[TableCell, ...]]:
    for row in rows:
        named = (TableCell(_name(row)), TableCell(row["aspect"]))
        if not row["periods"]:
            yield (*named, TableCell("never observed"), *[TableCell("")] * 7)
        for period in row["periods"]:
            evidence = period["rests_on"]
            credibility = {str(each["credibility"]) for each in evidence if each["credibility"]}
            yield (
                *named,
                enumeration_cell(period["states"]),
                date_cell(period["from"]),
                date_cell(period["last_observed"]),
                date_cell(period["until"]),
                TableCell(str(period["observed_days"])),
                TableCell(", ".join(sorted(credibility))),
                TableCell(evidence[0]["record"]["id"], evidence[0]["record"]["self"]),
                sources_cell(each["source"] for one in evidence for each in one["citations"]),
            )


def _name(row: Document) -> str:
    return str(row["name"] or _WHOLE_SITE)


def _states(period: Document) -> str:
    return " or ".join(words(each) for each in period["states"])
