"""The presence of systems and categories at parades by the rule of the comparison: index terms, list filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from service.parades.comparison import ABSENT, DISPLAYED, NOT_OBSERVED, strongest
from service.records.index.conditions import AllOf, AnyOf, Not, OneOf
from service.records.index.listing import ids_with
from service.records.reading import bodies_at
from service.records.record_type import Document, both

Term = tuple[str, str]
SYSTEM, CATEGORY, PRESENCE = "system", "category", "presence"


def presence_terms(parade: Document) -> Iterator[Term]:
    """Yield the presence of each system and each category that a parade names: the strongest of several statements."""
    said: dict[Term, list[str]] = {}
    for appearance in parade["appearances"]:
        for name in (SYSTEM, CATEGORY):
            if appearance[name]:
                said.setdefault((name, appearance[name]), []).append(appearance[PRESENCE])
    for named, presences in said.items():
        yield _statement(*named, strongest(presences))


def presence_conditions(
    connection: Connection, values: Mapping[str, Any], at: int | None
) -> dict[tuple[str, ...], OneOf]:
    """Return the conditions for ``presence`` together with ``category`` and with ``system``, keyed by these filters.

    They express ``comparison.compare`` by index terms, which do not contain the category of a system: that is the one
    in the system's record at change ``at`` (``None``: now). Empty if ``presence`` is not given, or given without
    either.
    """
    presences = values.get(PRESENCE, ())
    found: dict[tuple[str, ...], OneOf] = {}
    if presences and CATEGORY in values:
        systems = {each: _systems_of(connection, each, at) for each in values[CATEGORY]}
        found[CATEGORY, PRESENCE] = OneOf(
            tuple(
                branch
                for category in systems
                for presence in presences
                for branch in _of_category(category, presence, systems[category])
            )
        )
    if presences and SYSTEM in values:
        records = bodies_at(connection, "system", values[SYSTEM], at)
        category_of = {system: str(record[CATEGORY]) for system, record in records.items()}
        systems = {each: _systems_of(connection, each, at) for each in set(category_of.values())}
        found[SYSTEM, PRESENCE] = OneOf(
            tuple(
                branch
                for system, category in category_of.items()
                for presence in presences
                for branch in _of_system(system, presence, category, systems[category])
            )
        )
    return found


def _of_category(category: str, presence: str, systems: Iterable[str]) -> Iterator[AnyOf | AllOf]:
    """Yield the ways for a category to have a presence: displayed with any of its systems, else as stated."""
    stated, shown = (_statement(CATEGORY, category, presence),), _displayed(systems)
    if presence == DISPLAYED:
        yield AnyOf((*stated, *shown))
    else:
        yield AllOf((AnyOf(stated), Not(AnyOf(shown))))


def _of_system(system: str, presence: str, category: str, systems: Iterable[str]) -> Iterator[AnyOf | AllOf]:
    """Yield the ways for a system to have a presence: as stated of it, or of its category while none was displayed."""
    own = AnyOf((_statement(SYSTEM, system, presence),))
    if presence == DISPLAYED:
        yield own
        return
    shown = _displayed(systems)
    of_category = AnyOf((_statement(CATEGORY, category, presence),))
    if presence == ABSENT:
        yield own
        yield AllOf((of_category, Not(AnyOf(shown))))
    if presence == NOT_OBSERVED:
        # Its own absence is the stronger statement, and so is that of its category where this applies to the system.
        yield AllOf((own, Not(AnyOf((_statement(CATEGORY, category, ABSENT),)))))
        yield AllOf((own, AnyOf(shown)))
        yield AllOf((of_category, Not(AnyOf((*shown, _statement(SYSTEM, system, ABSENT))))))


def _displayed(systems: Iterable[str]) -> tuple[Term, ...]:
    return tuple(_statement(SYSTEM, system, DISPLAYED) for system in systems)


def _statement(name: str, value: str, presence: str) -> Term:
    return both((name, value), (PRESENCE, presence))


def _systems_of(connection: Connection, category: str, at: int | None) -> list[str]:
    """Return the ids of the systems of a category."""
    return ids_with(connection, "system", [AnyOf.of(CATEGORY, (category,))], at)
