"""Dates, instants and intervals in filters, and how two of them lie to each other (OGC 21-065r2, 7.7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from service.ogc.expressions import InvalidExpression
from service.records.schemas import instants

# Before and after every date and instant, as text.
EARLIEST, LATEST = "0000", "9999-99"


class Interval(NamedTuple):
    """The first and last day, or instant, as ISO 8601 text in order of time; the same for a single one."""

    start: str
    end: str


RELATIONS: Mapping[str, Callable[[Interval, Interval], bool]] = {
    "t_after": lambda a, b: a.start > b.end,
    "t_before": lambda a, b: a.end < b.start,
    "t_contains": lambda a, b: a.start < b.start and a.end > b.end,
    "t_disjoint": lambda a, b: a.end < b.start or a.start > b.end,
    "t_during": lambda a, b: a.start > b.start and a.end < b.end,
    "t_equals": lambda a, b: a == b,
    "t_finishedby": lambda a, b: a.start < b.start and a.end == b.end,
    "t_finishes": lambda a, b: a.start > b.start and a.end == b.end,
    "t_intersects": lambda a, b: a.start <= b.end and a.end >= b.start,
    "t_meets": lambda a, b: a.end == b.start,
    "t_metby": lambda a, b: a.start == b.end,
    "t_overlappedby": lambda a, b: b.start < a.start < b.end < a.end,
    "t_overlaps": lambda a, b: a.start < b.start < a.end < b.end,
    "t_startedby": lambda a, b: a.start == b.start and a.end > b.end,
    "t_starts": lambda a, b: a.start == b.start and a.end < b.end,
}


def read_date(text: Any) -> str:
    """Return a calendar date as it was written; raises ``InvalidExpression``."""
    try:
        if isinstance(text, str) and len(text) == 10:
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise InvalidExpression(f"{_shown(text)} is not a calendar date such as 2018-09-10.")


def read_instant(text: Any) -> str:
    """Return an instant in UTC with microseconds; raises ``InvalidExpression``."""
    try:
        if isinstance(text, str):
            return instants.render(instants.parse(text))
    except (ValueError, OverflowError):
        pass
    raise InvalidExpression(f"{_shown(text)} is not an instant such as 2018-09-10T14:00:00Z.")


def _shown(text: Any) -> str:
    return repr(text[:60]) if isinstance(text, str) else "What is given"
