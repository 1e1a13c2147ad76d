"""The columns of the two tables that are imported, and the values of their cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.evidence.citations import citation_of_part, own_citations
from service.observations.record import FINDINGS
from service.parades.record import APPEARANCES as SHOWN
from service.records.schemas.numbers import parse_number

CITATION = ("source", "quote", "locator")
# Where the cells of each column go: JSON Pointers in the record, then paths in a finding and in an appearance.
RECORD = {"id": "/id", "facility": "/facility", "date": "/date", "method": "/method", "note": "/note"}
FINDING = {
    "component": "component",
    "aspect": "aspect",
    "state": "state",
    "extent_low": "extent/low",
    "extent_high": "extent/high",
    "description": "description",
    "credibility": "credibility",
}
APPEARANCE = {
    "system": "system",
    "category": "category",
    "presence": "presence",
    "basis": "basis",
    "quantity_low": "quantity/low",
    "quantity_high": "quantity/high",
    "quantity_qualifier": "quantity/qualifier",
    "first_display": "first_display",
    "identification": "identification",
    "reported_as": "reported_as",
    "note": "note",
}
OBSERVATIONS, APPEARANCES = FINDINGS.imported, SHOWN.imported
# What the tables that the service answers with have besides; it follows from the record, and is passed over.
_OF_EVERY_ROW = (
    "record",
    "pointer",
    "sources",
    "revision",
    "recorded_at",
    "known_at",
    "date_earliest",
    "date_latest",
    "cited_by",
)
PASSED_OVER = {
    OBSERVATIONS: (*_OF_EVERY_ROW, "alternatives", "reversible"),
    APPEARANCES: (*_OF_EVERY_ROW, "date", "country", "system_category"),
}
_NUMBERS = frozenset(
    {"extent_low", "extent_high", "credibility", "quantity_low", "quantity_high", "first_display"}
)

TableRow = dict[str, str]


def value_of(name: str, cell: str) -> Any:
    """Return the value of a cell; text in a column of numbers stays text, for the schema to refuse."""
    if name == "first_display":
        return {"true": True, "false": False}.get(cell.lower(), cell)
    number = parse_number(cell) if name in _NUMBERS else None
    return cell if number is None else number


def part_of(row: TableRow, columns: Mapping[str, str]) -> dict[str, Any]:
    """Return the part that a row describes."""
    part: dict[str, Any] = {}
    for name, path in columns.items():
        if name in row:
            outer, _, inner = path.partition("/")
            value = value_of(name, row[name])
            if inner:
                part.setdefault(outer, {})[inner] = value
            else:
                part[outer] = value
    return part


def citation_of(row: TableRow) -> dict[str, str]:
    """Return the citation that a row holds, empty where it has none."""
    return {name: row[name] for name in CITATION if name in row}


def contains(stored: Any, part: Any) -> bool:
    """Return whether a stored value has all that a row states."""
    if isinstance(part, dict):
        return isinstance(stored, dict) and all(
            contains(stored.get(name), value) for name, value in part.items()
        )
    if isinstance(part, list):
        return isinstance(stored, list) and all(any(contains(one, each) for one in stored) for each in part)
    return is_said(stored, part)


def is_said(stored: Any, value: Any) -> bool:
    """Return whether a stored value is that of a cell, which has no white space around it."""
    return bool((stored.strip() if isinstance(stored, str) else stored) == value)


def cells_of(observation: Mapping[str, Any], number: int) -> dict[str, Any]:
    """Return the values of the row of a finding, by column."""
    finding, pointer = observation["findings"][number], f"/findings/{number}"
    found = {name: observation[path[1:]] for name, path in RECORD.items()}
    for name, path in FINDING.items():
        outer, _, inner = path.partition("/")
        found[name] = (finding[outer] or {}).get(inner) if inner else finding[outer]
    citations = own_citations(observation, pointer) or observation["citations"]
    citation = citation_of_part(citations, pointer) or {}
    return found | {name: citation.get(name) for name in CITATION}
