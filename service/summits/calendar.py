"""Summits in calendars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.records.events import EventKind, EventStatus

Document = Mapping[str, Any]
_CONFIRMED = frozenset({"scheduled", "held", "reinstated"})
_CANCELLED = frozenset({"cancelled", "declined", "withdrawn", "lapsed", "not_held"})


def _date(summit: Document) -> str | None:
    """Return the summit's date; while none is set, the last that was aimed at."""
    aims = (step["target"]["date"] for step in reversed(summit["steps"]) if step["target"])
    date: str | None = summit["date"] or next(filter(None, aims), None)
    return date


def _status(summit: Document) -> EventStatus:
    if summit["status"] in _CONFIRMED:
        return "CONFIRMED"
    return "CANCELLED" if summit["status"] in _CANCELLED else "TENTATIVE"


MEETINGS = EventKind(_date, _status)
