"""SVG elements as text that any parser reads: numbers written short, and only characters that XML allows."""

from __future__ import annotations

import re
from unicodedata import bidirectional
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://www.w3.org/2000/svg"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans KR', sans-serif"
# Width of a character in parts of the font size, of a proportional sans serif face on average; wide ones are Korean.
_NARROW, _WIDE = 0.58, 1.0
_FIRST_WIDE = "\u1100"
_MARGIN = 8
# Classes of characters that turn the direction of those beside them, and of those that begin an isolate.
_DIRECTED = {"R", "AL", "AN", "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_BEGINNING = {"LRI", "RLI", "FSI"}
_BEGIN, _END = "\u2068", "\u2069"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(name: str, width: float, height: float, title: str, description: str) -> Element:
    """Return an ``svg`` element of this size and a margin, on paper, named by its title and description.

    :param name: begins the ids in it, so that several drawings can stand in one page.
    """
    attributes = {
        "xmlns": NAMESPACE,
        "class": f"drawing {name}",
        "viewBox": f"{-_MARGIN} {-_MARGIN} {number(width + 2 * _MARGIN)} {number(height + 2 * _MARGIN)}",
        "width": number(width + 2 * _MARGIN),
        "height": number(height + 2 * _MARGIN),
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-description",
        "font-family": FONT,
        "font-size": "12",
    }
    element = Element("svg", attributes)
    add_text(element, "title", title, id=f"{name}-title")
    add_text(element, "desc", description, id=f"{name}-description")
    add(
        element, "rect", x=-_MARGIN, y=-_MARGIN, width=width + 2 * _MARGIN, height=height + 2 * _MARGIN,
        fill="#ffffff", class_="paper",
    )  # fmt: skip
    return element


def add(parent: Element, tag: str, **attributes: str | float) -> Element:
    """Add an element; an underscore in the name of an attribute is a hyphen, and one at its end is dropped."""
    named = {
        name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else number(value)
        for name, value in attributes.items()
    }
    return SubElement(parent, tag, {name: allowed(value) for name, value in named.items()})


def add_text(parent: Element, tag: str, text: str, **attributes: str | float) -> Element:
    """Add an element with text."""
    element = add(parent, tag, **attributes)
    element.text = isolated(allowed(text))
    return element


def titled(parent: Element, title: str, **attributes: str | float) -> Element:
    """Add a group whose title browsers show while the pointer is over it."""
    group = add(parent, "g", **attributes)
    add_text(group, "title", title)
    return group


def text_of(element: Element) -> str:
    """Return an element as text."""
    return tostring(element, encoding="unicode")


def number(value: float) -> str:
    """Return a number with at most one decimal, which is finer than a screen shows."""
    return f"{value:.1f}".removesuffix(".0")


def allowed(text: str) -> str:
    """Return text with a replacement for each character that XML 1.0 forbids (section 2.2)."""
    return _NOT_XML.sub("\ufffd", text)


def isolated(text: str) -> str:
    """Return a text whose direction does not reach out of it (Unicode Standard Annex 9), as it is where it has none.

    Titles are plain text, where no style isolates, so this is done by characters.
    """
    if _DIRECTED.isdisjoint(map(bidirectional, text)):
        return text
    kept: list[str] = []
    depth = 0
    for character in text:
        # What ends more than there is would end the isolate.
        if character == _END and not depth:
            continue
        depth += (bidirectional(character) in _BEGINNING) - (character == _END)
        kept.append(character)
    return f"{_BEGIN}{''.join(kept)}{_END * (depth + 1)}"


def width_of(text: str, size: float = 12) -> float:
    """Return about how wide a text is."""
    return size * sum(_WIDE if character >= _FIRST_WIDE else _NARROW for character in text)


def in_lines(text: str, width: float, size: float = 12, most: int = 2) -> list[str]:
    """Return a text in at most so many lines, broken at spaces, the last with an ellipsis where it was too long."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < most and width_of(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return [shortened(line, width, size) for line in lines]


def shortened(text: str, width: float, size: float = 12) -> str:
    """Return a text that fits about this width, with an ellipsis where it was too long."""
    if width_of(text, size) <= width:
        return text
    end = len(text)
    while end and width_of(text[:end] + "…", size) > width:
        end -= 1
    return text[:end].rstrip() + "…" if end else ""
