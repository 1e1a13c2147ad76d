"""The strip of a facility: a row for each component and aspect, time to the right, a piece for each period.

A bar reaches from one day of observation to the next that found the same, where these are at most a year apart; every
day of observation is a tick. Everything else is a thin line: nobody saw what happened there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.axis import TimeAxis, around
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
from service.pages.drawings.patterns import LOOKS, add_patterns, fill_of, outline_of, words
from service.records.schemas.date_words import date_in_words

NAME = "strip"
LONGEST_GAP_DAYS = 366
_WIDTH, _LABELS, _TOP, _ROW, _BAR = 1000.0, 250.0, 44.0, 24.0, 14.0
# Wide enough for a tile of a pattern; where the next period begins sooner, wide enough to be seen.
_TILE, _NARROWEST = 8.0, 3.0
_WHOLE_SITE = "The whole site"
_KEY = 170.0
HEADINGS = (
    "Component", "Aspect", "State", "First observed", "Last observed", "Next observed otherwise", "Days observed",
    "Credibility", "Observation", "Sources",
)  # fmt: skip


def draw_strip(document: Document) -> Drawing:
    """Return the drawing of a ``FacilityStatusPeriods``."""
    facility, rows = document["facility"]["name"], document["rows"]
    until = document["reference_date"]
    title = f"{facility}: states over time, as of {date_in_words(until)}"
    observed = sum(bool(row["periods"]) for row in rows)
    description = (
        f"A row for each of {len(rows)} questions about the facility's components, {observed} of which were ever "
        "answered, time from left to right. Bars: days on which it was observed, at most a year apart. Thin lines: "
        "nobody observed it, or not for more than a year, or what was seen next differs. The table says the same."
    )
    states = [each for each in LOOKS if any(each in p["states"] for row in rows for p in row["periods"])]
    legend_top = _TOP + _ROW * max(len(rows), 1) + 26
    height = legend_top + 20 * -(-(len(states) + 3) // int(_WIDTH // _KEY)) + 8
    picture = svg.root(NAME, _WIDTH, height, title, description)
    add_patterns(picture, NAME, states)
    svg.add_text(picture, "text", title, x=0, y=15, fill=INK, class_="ink", font_size=14, font_weight="bold")
    days = [each["from"] for row in rows for each in row["periods"]]
    axis = around(days or [until], until, _LABELS, _WIDTH - 4)
    axis.draw(picture, _TOP, _TOP + _ROW * len(rows))
    before = None
    for place, row in enumerate(rows):
        top = _TOP + _ROW * place
        _label(picture, row, top, is_first=place == 0 or row["component"] != before)
        _draw_row(picture, axis, row, top, until)
        before = row["component"]
    contested = any(len(p["states"]) > 1 for row in rows for p in row["periods"])
    _legend(picture, states, legend_top, is_contested=contested)
    return Drawing(NAME, title, description, picture, HEADINGS, list(_table(rows)))


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
    return f"{_name(row)}, {row['aspect']}: {_states(period)}. {when[0].upper()}{when[1:]}, {after}."


def _draw_row(picture: Element, axis: TimeAxis, row: Document, top: float, until: str) -> None:
    middle = top + _ROW / 2
    if not row["periods"]:
        group = svg.titled(picture, f"{_name(row)}, {row['aspect']}: never observed.", class_="piece")
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
            _bar(group, period["states"], x, middle, width)
            free = x + width
        for day in period["observed_on"]:
            x = max(axis.at(day), begins) + 0.5
            svg.add(
                group, "line", x1=x, x2=x, y1=middle + _BAR / 2, y2=middle + _BAR / 2 + 3, stroke=INK,
                stroke_width=0.8, class_="tick",
            )  # fmt: skip


def _bar(group: Element, states: list[str], x: float, middle: float, width: float) -> None:
    """Draw a bar; states that compete share its height."""
    height = _BAR / len(states)
    for place, state in enumerate(states):
        svg.add(
            group, "rect", x=x, y=middle - _BAR / 2 + height * place, width=width, height=height,
            fill=fill_of(NAME, state), stroke=outline_of(state), stroke_width=0.8, class_=f"bar {state}",
        )  # fmt: skip
    label = words(states[0])
    if len(states) == 1 and width > svg.width_of(label, 10) + 10:
        svg.add(
            group, "rect", x=x + 4, y=middle - 5.5, width=svg.width_of(label, 10) + 4, height=11, rx=2,
            fill="#ffffff", class_="plate",
        )  # fmt: skip
        svg.add_text(group, "text", label, x=x + 6, y=middle + 3.5, fill="#1f2328", font_size=10)


def _label(picture: Element, row: Document, top: float, *, is_first: bool) -> None:
    base = top + _ROW / 2 + 4
    if is_first:
        svg.add(picture, "line", x1=0, x2=_WIDTH, y1=top, y2=top, stroke=FAINT, class_="faint")
    svg.add_text(
        picture, "text", row["aspect"], x=_LABELS - 10, y=base, text_anchor="end", fill=MUTED, class_="muted",
        font_size=11,
    )  # fmt: skip
    if is_first:
        group = svg.titled(picture, _name(row))
        room = _LABELS - 74
        lines = [_name(row)] if svg.width_of(_name(row)) <= room else svg.in_lines(_name(row), room, 10)
        for place, line in enumerate(lines):
            y = base if len(lines) == 1 else top + 10.5 + 11 * place
            size = 12 if len(lines) == 1 else 10
            svg.add_text(group, "text", line, x=0, y=y, fill=INK, class_="ink", font_size=size)


def _legend(picture: Element, states: list[str], top: float, *, is_contested: bool) -> None:
    group = svg.add(picture, "g", class_="legend", font_size=11)
    entries = [*states, "tick", "line"] if states else []
    if is_contested:
        entries.append("competing")
    meanings = {"tick": "a day of observation", "line": "nobody observed it", "competing": "sources differ"}
    columns = int(_WIDTH // _KEY)
    for place, entry in enumerate(entries):
        x, y = place % columns * _KEY, top + place // columns * 20
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
                    group, "rect", x=x, y=y - 11 + 7 * half, width=24, height=7, fill=fill_of(NAME, state),
                    stroke=outline_of(state), stroke_width=0.8,
                )  # fmt: skip
        else:
            svg.add(
                group, "rect", x=x, y=y - 11, width=24, height=_BAR, fill=fill_of(NAME, entry),
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
