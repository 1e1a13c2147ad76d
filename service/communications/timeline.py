"""Communications on the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from service.evidence.timeline_kind import Document, TimelineKind, TimelineStatement, as_words
from service.records.headlines import Headline
from service.records.index.conditions import AnyOf, Condition


def _conditions(_: Connection, values: Mapping[str, Any], __: int | None) -> tuple[Condition, ...] | None:
    found: list[Condition] = []
    if "country" in values:
        ends = ("from_country", "to_country")
        found.append(AnyOf(tuple((end, country) for end in ends for country in values["country"])))
    if "facility" in values:
        found.append(AnyOf.of("regarding", (f"facilities/{facility}" for facility in values["facility"])))
    if "actor" in values:
        found.append(AnyOf.of("actor", values["actor"]))
    return tuple(found)


def _summary(told: TimelineStatement) -> str:
    return summary_of_communication(told.record)


def summary_of_communication(communication: Document) -> str:
    """Return a line such as ``Letter from Kim Jong Un to Donald Trump (denied): Asks for a meeting.``"""
    return f"{_heading(communication)}: {communication['summary']}"


def _heading(communication: Document) -> str:
    line = f"{as_words(communication['kind']).capitalize()} from {communication['from']['name']}"
    if communication["to"]:
        line += f" to {communication['to']['name']}"
    if communication["standing"] not in (None, "confirmed"):
        line += f" ({as_words(communication['standing'])})"
    return line


HEADLINE = Headline(
    summary_of_communication, date=lambda communication: communication["date"], heading=_heading
)

COMMUNICATIONS = TimelineKind("communication", _conditions, _summary)
