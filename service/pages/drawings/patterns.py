"""The look of the states of findings: a colour and a pattern for each, no two of one aspect alike without colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from service.evidence.findings import STATES
from service.pages.drawings import svg

# Line patterns in a tile of 8 by 8: paths that are stroked. Dots are short strokes with round ends.
_UP = "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6"
_DOWN = "M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2"
_LINES = {
    "none": "",
    "up": _UP,
    "down": _DOWN,
    "cross": f"{_UP} {_DOWN}",
    "vertical": "M4,0 V8",
    "vertical wide": "M2,0 V8 M4,0 V8",
    "horizontal": "M0,4 H8",
    "grid": "M4,0 V8 M0,4 H8",
    "dots": "M2,2 h0.1 M6,6 h0.1",
    "sparse dots": "M4,4 h0.1",
    "zigzag": "M0,6 L4,2 L8,6",
    "bricks": "M0,0 H8 M0,4 H8 M2,0 V4 M6,4 V8",
    "chevrons": "M2,0 L6,4 L2,8",
    "rings": "M4,2 a2,2 0 1 0 0.1,0",
}


@dataclass(frozen=True)
class Look:
    """A background, and the lines drawn on it: by name, in a colour, so thick."""

    fill: str
    lines: str = "none"
    stroke: str = "#ffffff"
    width: float = 1.5


# Blue stands for what is whole, orange for what is taken down, green for what is being made: apart for all common kinds
# of colour blindness (after Okabe and Ito, 2008).
_INTACT, _DOWNWARDS, _UPWARDS, _GREY = "#0b5fa5", "#b4460a", "#00725a", "#6e7781"
LOOKS: dict[str, Look] = {
    "intact": Look(_INTACT),
    "modified": Look(_INTACT, "dots", width=2),
    "partially_dismantled": Look(_DOWNWARDS, "down"),
    "dismantled": Look("#ffffff", "cross", _DOWNWARDS),
    "damaged": Look(_DOWNWARDS, "zigzag"),
    "destroyed": Look("#3d1500", "grid", "#ff9d5c"),
    "under_construction": Look("#ffffff", "up", _UPWARDS, 2),
    "rebuilding": Look(_UPWARDS, "up"),
    "rebuilt": Look(_UPWARDS, "bricks", width=1),
    "obscured": Look("#d8dee4", "horizontal", "#57606a"),
    "unknown": Look("#ffffff", "sparse dots", "#57606a", 2),
    "in_place": Look(_INTACT, "horizontal"),
    "relocated": Look("#7a3b8f", "chevrons"),
    "operating": Look("#8a6100", "vertical"),
    "intermittent": Look("#ffffff", "vertical wide", "#8a6100", 1.2),
    "idle": Look("#ffffff", "rings", _GREY, 1.2),
    "shut_down": Look(_GREY, "cross", width=1.2),
}
if missing := set(STATES) - set(LOOKS):
    raise ValueError(f"no look for {sorted(missing)}")


def words(state: str) -> str:
    """Return a state as people write it."""
    return state.replace("_", " ")


def add_patterns(parent: Element, name: str, states: Iterable[str]) -> None:
    """Add the definitions of the patterns of states; ``fill_of`` refers to them."""
    definitions = svg.add(parent, "defs")
    for state in states:
        look = LOOKS[state]
        tile = svg.add(
            definitions, "pattern", id=f"{name}-{state}", width=8, height=8, patternUnits="userSpaceOnUse"
        )
        svg.add(tile, "rect", width=8, height=8, fill=look.fill)
        if path := _LINES[look.lines]:
            svg.add(
                tile,
                "path",
                d=path,
                fill="none",
                stroke=look.stroke,
                stroke_width=look.width,
                stroke_linecap="round",
            )


def fill_of(name: str, state: str) -> str:
    """Return the value of ``fill`` that paints a state."""
    return f"url(#{name}-{state})"


def outline_of(state: str) -> str:
    """Return the colour of a state's outline, and of the line that carries it on: dark on paper that is light."""
    look = LOOKS[state]
    return look.stroke if look.fill in ("#ffffff", "#d8dee4") else look.fill
