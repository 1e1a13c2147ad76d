"""Observations on the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from service.evidence.citations import own_citations
from service.evidence.timeline_kind import Document, TimelineKind, TimelineStatement, as_words, line
from service.records.headlines import Headline, name_in
from service.records.index.conditions import AnyOf, Condition
from service.records.index.listing import ids_with


def _conditions(
    connection: Connection, values: Mapping[str, Any], at: int | None
) -> tuple[Condition, ...] | None:
    if "actor" in values:
        return None
    found: list[Condition] = []
    if "facility" in values:
        found.append(AnyOf.of("facility", values["facility"]))
    if "country" in values:
        ids = ids_with(connection, "facility", [AnyOf.of("country", values["country"])], at)
        if not ids:
            return None
        found.append(AnyOf.of("facility", ids))
    return tuple(found)


def _summary(told: TimelineStatement) -> str:
    return summary_of_observation(
        told.record, told.referenced["facility"].get(told.record["facility"]), _findings_in_force(told)
    )


def _findings_in_force(told: TimelineStatement) -> list[Document]:
    withdrawn = {component for each in told.withdrawals for component in each.components}
    return [
        finding
        for index, finding in enumerate(told.record["findings"])
        if finding["component"] not in withdrawn
        and told.clocks.counts({"citations": own_citations(told.record, f"/findings/{index}")}, told.record)
    ]


def summary_of_observation(
    observation: Document, facility: Document | None, findings: Iterable[Document]
) -> str:
    """Return a line such as ``Sohae: engine test stand partially dismantled``, of the findings given."""
    components = {each["id"]: each["name"] for each in facility["components"]} if facility else {}
    found: dict[str, list[str]] = {}
    for finding in findings:
        component = finding["component"]
        name = "the site" if component is None else str(components.get(component, component))
        found.setdefault(name, []).append(as_words(finding["state"]))
    parts = (f"{name} {', '.join(dict.fromkeys(states))}" for name, states in found.items())
    return line(str(facility["name"] if facility else observation["facility"]), "; ".join(parts))


def line_of_finding(row: Document) -> str:
    """Return that line of a row of the list of findings, whose facility is inlined if it exists."""
    return _told_of(row, [row])


def _line(observation: Document) -> str:
    return _told_of(observation, observation["findings"])


def _told_of(observation: Document, findings: Iterable[Document]) -> str:
    facility = observation["facility"]
    return summary_of_observation(observation, facility if isinstance(facility, Mapping) else None, findings)


def _heading(observation: Document) -> str:
    return line(name_in(observation["facility"]), as_words(observation["method"]))


HEADLINE = Headline(_line, ("facility",), lambda observation: observation["date"], _heading)

OBSERVATIONS = TimelineKind(
    "observation", _conditions, _summary, references={"facility": "facility"}, is_withdrawable=True
)
