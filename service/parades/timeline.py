"""Parades on the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from service.evidence.timeline_kind import Document, TimelineKind, TimelineStatement, as_words, line
from service.records.clocks import NO_CLOCKS, Clocks
from service.records.headlines import Headline, name_in
from service.records.index.conditions import AnyOf, Condition
from service.records.schemas.weapons import category_in_words


def _conditions(_: Connection, values: Mapping[str, Any], __: int | None) -> tuple[Condition, ...] | None:
    if "facility" in values:
        return None
    return tuple(AnyOf.of(name, values[name]) for name in ("country", "actor") if name in values)


def _summary(told: TimelineStatement) -> str:
    return summary_of_parade(told.record, told.clocks, told.referenced["appearances.system"])


def summary_of_parade(parade: Document, clocks: Clocks, systems: Mapping[str, Document]) -> str:
    """Return a line such as ``Founding day: displayed Hwasong-12; absent ICBM``, of the appearances that count.

    :param systems: the systems that are known and not inlined, by id.
    """
    said: dict[str, list[str]] = {"displayed": [], "absent": [], "not_observed": []}
    for appearance in parade["appearances"]:
        if clocks.counts(appearance, parade):
            system = appearance["system"]
            if isinstance(system, str):
                system = systems.get(system, system)
            said[appearance["presence"]].append(
                name_in(system) if system else category_in_words(appearance["category"])
            )
    parts = (
        f"{as_words(presence)} {', '.join(dict.fromkeys(names))}" for presence, names in said.items() if names
    )
    return line(str(parade["title"]), "; ".join(parts))


def line_of_appearance(row: Document) -> str:
    """Return that line of a row of the list of appearances, whose system is inlined if it exists."""
    return summary_of_parade({"title": row["record"]["title"], "appearances": [row]}, NO_CLOCKS, {})


def _line(parade: Document) -> str:
    return summary_of_parade(parade, NO_CLOCKS, {})


HEADLINE = Headline(_line, ("appearances.system",), lambda parade: parade["date"])

PARADES = TimelineKind("parade", _conditions, _summary, references={"appearances.system": "system"})
