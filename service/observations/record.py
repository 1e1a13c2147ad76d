"""Observations as a record type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from service.evidence.findings import (
    METHODS,
    OBSERVED_AT,
    STATES,
    STATES_OF_ASPECT,
    copies_of_originals,
    terms_of_withdrawals,
)
from service.observations.schema import ObservationSchema
from service.observations.timeline import HEADLINE, OBSERVATIONS, line_of_finding
from service.records.index.conditions import AnyOf
from service.records.part_lists import PartFilter, PartList
from service.records.record_type import Acyclic, Document, Filter, RecordType, both
from service.records.schemas.dates import DateBounds
from service.records.schemas.fields import Enumeration, PartReference, Reference, Text


def _title(document: Document) -> str:
    """Return the facility's id: an observation has no title, and ``sohae-2018-07-20`` says which it is."""
    return str(document["facility"])


def _date(document: Document) -> DateBounds:
    return DateBounds(document["date_earliest"], document["date_latest"])


def _terms(document: Document) -> Iterator[tuple[str, str]]:
    for finding in document["findings"]:
        if finding["component"]:
            yield both(("component", finding["component"]), ("state", finding["state"]))
        if len(_aspects_of(finding["state"])) > 1:
            yield both(("aspect", finding["aspect"]), ("state", finding["state"]))
    yield from terms_of_withdrawals(document)


def _of_one_finding(_: Connection, values: Mapping[str, Any], __: int | None) -> dict[tuple[str, ...], AnyOf]:
    """Return the condition that one finding has one of the requested components and one of the requested states."""
    if "component" not in values or "state" not in values:
        return {}
    asked = (
        (("component", one), ("state", other)) for one in values["component"] for other in values["state"]
    )
    return {("component", "state"): AnyOf(tuple(both(*each) for each in asked))}


def _aspects_of(state: str) -> list[str]:
    return [aspect for aspect, states in STATES_OF_ASPECT.items() if state in states]


def _in_one_aspect(
    connection: Connection, values: Mapping[str, Any], at: int | None
) -> dict[tuple[str, ...], AnyOf]:
    """Return the conditions that one finding has a requested aspect and state, and a requested component and state."""
    if "aspect" not in values:
        return _of_one_finding(connection, values, at)
    aspects = values["aspect"]
    states = [
        state for state in values.get("state", STATES) if not set(aspects).isdisjoint(_aspects_of(state))
    ]
    terms = [
        ("state", state) if len(_aspects_of(state)) == 1 else both(("aspect", aspect), ("state", state))
        for aspect in aspects
        for state in states
        if aspect in _aspects_of(state)
    ]
    found = {("aspect", "state"): AnyOf(tuple(terms))}
    return found | _of_one_finding(connection, {**values, "state": states}, at)


FINDINGS = PartList(
    "findings",
    "What was found at facilities: the state of a component, or of the whole site, in one aspect.",
    filters=(
        PartFilter(
            "component",
            PartReference(
                "Only findings on one of these components (comma list).",
                record="facility",
                collection="components",
            ),
            lambda finding: [finding["component"]],
            within="component",
        ),
        PartFilter(
            "state",
            Enumeration(*STATES, description="Only findings of one of these states (comma list)."),
            lambda finding: [finding["state"]],
            within="state",
        ),
        PartFilter(
            "aspect",
            Enumeration(*STATES_OF_ASPECT, description="Only findings in one of these aspects (comma list)."),
            lambda finding: [finding["aspect"]],
            within="state",
            gives=STATES_OF_ASPECT.__getitem__,
        ),
    ),
    context=("facility", "method", "note"),
    imported=(
        "id",
        "facility",
        "date",
        "method",
        "note",
        "component",
        "aspect",
        "state",
        "extent_low",
        "extent_high",
        "description",
        "credibility",
        "source",
        "quote",
        "locator",
    ),
    combined=_in_one_aspect,
    position_from="facility",
    position_in="component",
    example="facility=sohae&state=partially_dismantled&as_of=2018-09-10&fields=record.id,pointer,date,facility,method,"
    "component,aspect,state,description,citations.source,cited_by",
    line=line_of_finding,
    references=("facility",),
    says="description",
)

OBSERVATION = RecordType(
    name="observation",
    path="observations",
    schema=ObservationSchema,
    description="What analysts saw at a facility on a date: the state of its components, and activity there.",
    title=_title,
    date=_date,
    position_from="facility",
    terms=_terms,
    copied_onto_referrers=OBSERVED_AT,
    copied_terms=copies_of_originals,
    combined=_of_one_finding,
    acyclic=(Acyclic(("related.observation",), "relation", ("supersedes", "retracts")),),
    filters=(
        Filter(
            "facility",
            Reference("facility", "Only observations of one of these facilities."),
            in_feed=True,
            of=lambda observation: [observation["facility"]],
        ),
        Filter(
            "component",
            PartReference(
                "Only observations with a finding on, or activity at, one of these components.",
                record="facility",
                collection="components",
            ),
            of=lambda each: [part["component"] for part in (*each["findings"], *each["activity"])],
        ),
        Filter(
            "state",
            Enumeration(
                *STATES,
                description="Only observations with a finding of one of these states; with `component` given, of that "
                "component.",
            ),
            of=lambda observation: [finding["state"] for finding in observation["findings"]],
        ),
        Filter(
            "method",
            Enumeration(*METHODS, description="Only observations made by one of these methods."),
            of=lambda observation: [observation["method"]],
        ),
        Filter(
            "bbox",
            Text("Only observations of facilities inside `west,south,east,north`, in degrees (WGS 84)."),
            "bbox",
            through="facility",
        ),
    ),
    for_views=(OBSERVATIONS, HEADLINE),
    part_lists=(FINDINGS,),
)
