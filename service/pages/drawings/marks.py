"""The marks of the grid: one for each of what a record may say of a system at a parade, no two of one shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.drawing import Document

UNRECORDED = "unrecorded"
MEANINGS = {
    "displayed": "shown",
    "contested": "shown, though another account says not",
    "absent stated": "absent, as a source states",
    "absent inferred": "absent, as is inferred",
    "not_observed": "not observed in the footage there is",
    UNRECORDED: "not mentioned in the record",
}
_SHOWN, _ABSENT, _UNSEEN = "#0b5fa5", "#b4460a", "#57606a"


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


MARKS: Mapping[str, Callable[[Element], None]] = {
    "displayed": _disc,
    "contested": _contested,
    "absent stated": _cross,
    "absent inferred": _diamond,
    "not_observed": _ring,
    UNRECORDED: _dot,
}


def mark_of(presence: Document | None) -> str:
    """Return which of the marks a presence has; it is ``None`` where no record says anything."""
    if presence is None:
        return UNRECORDED
    if presence["contested"]:
        return "contested"
    if presence["presence"] == "absent":
        return f"absent {presence['basis'] or 'stated'}"
    return str(presence["presence"])
