"""The steps of a summit as a line from top to bottom: a point where each stands in time, its words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.drawing import (
    INK,
    MUTED,
    Document,
    Drawing,
    TableCell,
    date_cell,
    enumeration_cell,
    sources_cell,
)
from service.pages.words import country
from service.records.schemas.date_words import date_in_words, days_of

NAME = "steps"
HEADINGS = ("Step", "Status", "Date", "By", "Aimed at", "Note", "Sources")
_WIDTH, _LINE, _WORDS, _TOP, _LABEL = 372.0, 20.0, 62.0, 44.0, 36.0
_COLOURS = {
    "held": "#00725a",
    "cancelled": "#b4460a",
    "declined": "#b4460a",
    "withdrawn": "#b4460a",
    "lapsed": "#b4460a",
    "not_held": "#b4460a",
    "postponed": "#8a6100",
}
_OTHER = "#0b5fa5"


def draw_steps(summit: Document, left_out: int = 0) -> Drawing:
    """Return the drawing of the steps of a summit, in their order: that of their latest, then earliest dates.

    :param left_out: how many more there are that do not count on the day, or by what was public.
    """
    steps = summit["steps"]
    title = f"Steps: {svg.isolated(summit['title'])}"
    description = (
        f"{len(steps)} {'step' if len(steps) == 1 else 'steps'} from top to bottom. Full points are dated to the day; "
        "open ones are uncertain or dated to a longer time, which the bar beside the line shows. The table says the "
        "same."
    )
    later = ""
    if left_out:
        later = f"{left_out} more {'is' if left_out == 1 else 'are'} left out: of later days, or not public by then."
        description = f"{description} {later}"
    heading = svg.in_lines(title, _WIDTH, 15.5)
    top = _TOP + 17 * (len(heading) - 1)
    points = [top + 8 + each for each in _points(steps)]
    labels = apart(points, _LABEL)
    is_uncertain = any(not _is_exact(each["date"]) for each in steps)
    bottom = max([*labels, *points, top]) + 26
    height = bottom + (28 if is_uncertain else 0) + (18 if later else 0)
    picture = svg.root(NAME, _WIDTH, height, title, description)
    for place, line in enumerate(heading):
        svg.add_text(
            picture, "text", line, x=0, y=15 + 17 * place, fill=INK, class_="ink", font_size=14, font_weight="bold"
        )  # fmt: skip
    if points:
        svg.add(
            picture, "line", x1=_LINE, x2=_LINE, y1=points[0], y2=points[-1], stroke=MUTED, stroke_width=2,
            class_="muted-line",
        )  # fmt: skip
    for step, point, label in zip(steps, points, labels, strict=True):
        _step(picture, step, point, label, _spread(steps, points, step))
    if is_uncertain:
        svg.add(
            picture, "circle", cx=_LINE, cy=bottom + 8, r=5.5, fill="#ffffff", stroke=MUTED, stroke_width=2,
            stroke_dasharray="2.5 2", class_="open muted-line",
        )  # fmt: skip
        svg.add_text(
            picture, "text", "the day is uncertain, or not known", x=_WORDS, y=bottom + 12, fill=MUTED,
            class_="muted", font_size=11,
        )  # fmt: skip
    if later:
        svg.add_text(
            picture,
            "text",
            later,
            x=0,
            y=height - 6,
            fill=MUTED,
            class_="muted",
            font_size=11,
            font_style="italic",
        )
    return Drawing(NAME, title, description, picture, HEADINGS, list(_table(steps)))


def apart(positions: Sequence[float], least: float) -> list[float]:
    """Return positions, in order, each at least so far after the one before, and as near its own as that allows."""
    found: list[float] = []
    for each in positions:
        found.append(each if not found else max(each, found[-1] + least))
    return found


def _points(steps: Sequence[Document]) -> list[float]:
    """Return how far down each step stands by its latest date: in all about as far as their labels need."""
    days = [date.fromisoformat(_end(each)).toordinal() for each in steps]
    if not days or days[0] == days[-1]:
        return [_LABEL * each * 0.5 for each in range(len(days))]
    length = max(_LABEL * (len(days) - 1) * 0.85, 60)
    # Steps of one day stand below one another, so that each point can be seen.
    return apart([length * (day - days[0]) / (days[-1] - days[0]) for day in days], 14)


def _end(step: Document) -> str:
    return str(step["date_latest"] or step["date_earliest"])


def _spread(steps: Sequence[Document], points: Sequence[float], step: Document) -> float | None:
    """Return how far up, or where it has no end down, the time reaches that a step may be in; ``None`` for a day."""
    if step["date_earliest"] == step["date_latest"]:
        return None
    first, last = (date.fromisoformat(_end(each)).toordinal() for each in (steps[0], steps[-1]))
    place = points[steps.index(step)]
    if step["date_latest"] is None:
        return place + 14
    if step["date_earliest"] is None or first == last:
        return place - 12
    days = date.fromisoformat(_end(step)).toordinal() - date.fromisoformat(step["date_earliest"]).toordinal()
    return max(place - max(days * (points[-1] - points[0]) / (last - first), 12), points[0] - 14)


def _is_exact(text: str) -> bool:
    found = days_of(text)
    return found is not None and found[0] == found[1]


def _step(picture: Element, step: Document, point: float, label: float, begins: float | None) -> None:
    colour = _COLOURS.get(step["status"], _OTHER)
    status, when = step["status"].replace("_", " "), date_in_words(step["date"])
    by = svg.isolated(step["by"]["name"]) if step["by"] else ""
    group = svg.titled(picture, f"{when}: {status}{f', by {by}' if by else ''}.", class_="step")
    if begins is not None:
        svg.add(
            group, "line", x1=_LINE - 9, x2=_LINE - 9, y1=begins, y2=point, stroke=colour, stroke_width=3,
            class_="spread",
        )  # fmt: skip
    svg.add(
        group, "path", fill="none", stroke=MUTED, class_="muted-line",
        d=f"M{svg.number(_LINE + 7)},{svg.number(point)} L{svg.number(_WORDS - 14)},{svg.number(label)} "
        f"H{svg.number(_WORDS - 5)}",
    )  # fmt: skip
    dashes = {} if _is_exact(step["date"]) else {"stroke_dasharray": "2.5 2"}
    svg.add(
        group, "circle", cx=_LINE, cy=point, r=5.5, fill="#ffffff" if dashes else colour, stroke=colour,
        stroke_width=2, class_="point open" if dashes else "point", **dashes,
    )  # fmt: skip
    text = svg.add(group, "text", x=_WORDS, y=label + 1, fill=INK, class_="ink")
    svg.add_text(text, "tspan", status[0].upper() + status[1:], font_weight="bold")
    room = _WIDTH - _WORDS - svg.width_of(status) * 1.1 - 8
    svg.add_text(text, "tspan", svg.shortened(when, room), dx=8, fill=MUTED, class_="muted")
    aim = _aim(step)
    below = " · ".join(filter(None, (by, f"target: {svg.isolated(aim)}" if aim else "")))
    svg.add_text(
        group, "text", svg.shortened(below, _WIDTH - _WORDS, 10), x=_WORDS, y=label + 15, fill=MUTED, class_="muted",
        font_size=11,
    )  # fmt: skip


def _aim(step: Document) -> str:
    target = step["target"] or {}
    place = target.get("place") or {}
    found = (
        date_in_words(target["date"]) if target.get("date") else "",
        place.get("name") or (country(place["country"]) if place.get("country") else ""),
    )
    return ", ".join(filter(None, found))


def _table(steps: Sequence[Document]) -> Iterator[tuple[TableCell, ...]]:
    for number, step in enumerate(steps, start=1):
        yield (
            TableCell(str(number)),
            enumeration_cell([step["status"]]),
            date_cell(step["date"]),
            TableCell(step["by"]["name"] if step["by"] else ""),
            TableCell(_aim(step)),
            TableCell(step["note"] or ""),
            sources_cell(each["source"] for each in step["citations"]),
        )
