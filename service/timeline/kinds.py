"""The kinds of entries: which records and parts they come from, and which of them a filter asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from service.records.index.conditions import MERGED_VALUES, AnyOf, Condition, Through
from service.records.index.indexing import moments_of
from service.records.index.listing import page
from service.records.index.selection import Selection

Values = Mapping[str, Any]
_SUMMIT, _COMMUNICATION, _PARADE, _OBSERVATION = "summit", "communication", "parade", "observation"


@dataclass(frozen=True)
class Kind:
    """A kind of entry: the type of its records, the type its terms are kept under, and its conditions.

    ``conditions`` returns those that a request's filters make, or ``None`` where no entry of the kind can meet them.
    """

    name: str
    record_type: str
    terms: str
    conditions: Callable[[Connection, Values, int | None], tuple[Condition, ...] | None]


def _of_steps(_: Connection, values: Values, __: int | None) -> tuple[Condition, ...] | None:
    if "facility" in values:
        return None
    return tuple(AnyOf.of(name, values[name]) for name in ("country", "actor") if name in values)


def _of_communications(_: Connection, values: Values, __: int | None) -> tuple[Condition, ...] | None:
    found: list[Condition] = []
    if "country" in values:
        ends = ("from_country", "to_country")
        found.append(AnyOf(tuple((end, country) for end in ends for country in values["country"])))
    if "facility" in values:
        found.append(AnyOf.of("regarding", (f"facilities/{facility}" for facility in values["facility"])))
    if "actor" in values:
        found.append(AnyOf.of("actor", values["actor"]))
    return tuple(found)


def _of_parades(_: Connection, values: Values, __: int | None) -> tuple[Condition, ...] | None:
    if "facility" in values:
        return None
    return tuple(AnyOf.of(name, values[name]) for name in ("country", "actor") if name in values)


def _of_observations(connection: Connection, values: Values, at: int | None) -> tuple[Condition, ...] | None:
    if "actor" in values:
        return None
    found: list[Condition] = []
    if "facility" in values:
        found.append(AnyOf.of("facility", values["facility"]))
    if "country" in values:
        in_countries = AnyOf.of("country", values["country"])
        rows = page(
            connection,
            Selection("facility", (in_countries,), at=at),
            "id",
            descending=False,
            after=None,
            limit=MERGED_VALUES + 1,
        )
        if not rows:
            return None
        if len(rows) <= MERGED_VALUES:
            found.append(AnyOf.of("facility", (row.id for row in rows)))
        else:
            # So many are most of them, and most observations will be of one: each is looked up as it comes.
            found.append(Through("facility", "facility", in_countries.terms))
    return tuple(found)


KINDS = (
    Kind("communication", _COMMUNICATION, _COMMUNICATION, _of_communications),
    Kind("observation", _OBSERVATION, _OBSERVATION, _of_observations),
    Kind("parade", _PARADE, _PARADE, _of_parades),
    Kind("summit_step", _SUMMIT, moments_of(_SUMMIT), _of_steps),
)
"""In the order in which entries of one day follow one another."""
