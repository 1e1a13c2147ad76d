"""The steps of summits on the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from service.evidence.timeline_kind import Document, TimelineKind, TimelineStatement, as_words, line
from service.records.headlines import Headline
from service.records.index.conditions import AnyOf, Condition
from service.records.schemas.date_words import date_in_words


def _conditions(_: Connection, values: Mapping[str, Any], __: int | None) -> tuple[Condition, ...] | None:
    if "facility" in values:
        return None
    return tuple(AnyOf.of(name, values[name]) for name in ("country", "actor") if name in values)


def _summary(told: TimelineStatement) -> str:
    return summary_of_step(told.record, told.statement)


def summary_of_step(summit: Document, step: Document) -> str:
    """Return a line such as ``Second meeting: coordinating (White House), for February 2019``."""
    said = f"{summit['title']}: {as_words(step['status'])}"
    if step["by"]:
        said += f" ({step['by']['name']})"
    target = step["target"] or {}
    day, place = target.get("date"), (target.get("place") or {}).get("name")
    aims = [text for text in (day and date_in_words(day), place) if text]
    return f"{said}, for {', '.join(aims)}" if aims else said


def line_of_step(row: Document) -> str:
    """Return that line of a row of the list of steps."""
    return summary_of_step(row["record"], row)


def _line(summit: Document) -> str:
    return line(str(summit["title"]), as_words(summit["status"] or ""))


def _date(summit: Document) -> str:
    """Return the summit's date; while none is set, that of its last step."""
    return str(summit["date"] or summit["steps"][-1]["date"])


HEADLINE = Headline(_line, date=_date)

SUMMIT_STEPS = TimelineKind("summit_step", _conditions, _summary)
