"""A time axis: where days stand, and which years, months or days are marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from service.pages.drawings import svg
from service.pages.drawings.drawing import FAINT, MUTED

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class TimeAxis:
    """Days from ``first`` to ``last``, both inclusive, laid out from ``start`` to ``end`` in user units."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: str) -> float:
        """Return where an ISO date stands; days outside stand at the nearest end."""
        passed = (min(max(date.fromisoformat(day), self.first), self.last) - self.first).days
        return self.start + (self.end - self.start) * passed / max((self.last - self.first).days, 1)

    def marks(self) -> list[tuple[float, str]]:
        """Return the positions and words of years, or of months where the axis is of less than three years."""
        years = self.last.year - self.first.year
        if years < 3:
            return self._months()
        step = next(
            each for each in (1, 2, 5, 10, 25, 50, 100, 500, 1000) if years / each * 44 <= self.length
        )
        found = range(self.first.year // step * step + step, self.last.year + 1, step)
        return [(self.at(f"{year:04d}-01-01"), str(year)) for year in found]

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start

    def draw(self, parent: Element, top: float, bottom: float) -> None:
        """Draw lines for the marks from top to bottom, with their words above."""
        group = svg.add(parent, "g", class_="axis", stroke=FAINT, stroke_width=1)
        for x, words in self.marks():
            svg.add(group, "line", x1=x, x2=x, y1=top, y2=bottom, class_="faint")
            # The words of a mark at an end of the axis are not cut off.
            half = svg.width_of(words, 11) / 2
            middle = max(min(x, self.end - half), half)
            svg.add_text(
                group, "text", words, x=middle, y=top - 5, fill=MUTED, class_="muted", stroke="none",
                text_anchor="middle", font_size=11,
            )  # fmt: skip

    def _months(self) -> list[tuple[float, str]]:
        months = [
            date(number // 12, number % 12 + 1, 1)
            for number in range(
                self.first.year * 12 + self.first.month, self.last.year * 12 + self.last.month
            )
        ]
        step = next(each for each in (1, 2, 3, 6, 12) if len(months) / each * 58 <= max(self.length, 120))
        return [
            (self.at(day.isoformat()), f"{_MONTHS[day.month - 1]} {day.year}")
            for day in months
            if (day.month - 1) % step == 0
        ]


def around(days: list[str], until: str | None, start: float, end: float) -> TimeAxis:
    """Return an axis that holds these days and ``until``, with a margin before the first and at least a month long."""
    first = date.fromisoformat(min(days))
    last = date.fromisoformat(max([*days, *([until] if until else [])]))
    margin = timedelta(max(30, (last - first).days // 40))
    first = first - margin if first - date.min > margin else date.min
    return TimeAxis(first, last, start, end)
