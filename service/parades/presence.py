"""The presence of systems and categories at parades, as the comparison tells it: in the index, and asked of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from service.parades.comparison import ABSENT, DISPLAYED, NOT_OBSERVED, strongest
from service.records.index.alternatives import Branch, OneOf
from service.records.index.conditions import AnyOf
from service.records.index.through import ids_with
from service.records.reading import bodies_at
from service.records.record_type import Document, both

Term = tuple[str, str]
SYSTEM, CATEGORY, PRESENCE = "system", "category", "presence"


def presence_terms(parade: Document) -> Iterator[Term]:
    """Yield what a parade says of each system and each category by name: the strongest of several statements."""
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
    """Return the conditions of ``presence`` together with ``category`` and with ``system``, by the filters they are of.

    They restate ``comparison.compare`` in terms of the index, where the category of a system is not known: it is that
    of the system's record at change ``at`` (``None``: now). Empty where ``presence`` is asked for alone, or not at all.
    """
    presences = values.get(PRESENCE, ())
    found: dict[tuple[str, ...], OneOf] = {}
    if presences and CATEGORY in values:
        systems = {each: _systems_of(connection, each, at) for each in values[CATEGORY]}
        found[CATEGORY, PRESENCE] = OneOf.of(
            _of_category(category, presence, systems[category])
            for category in systems
            for presence in presences
        )
    if presences and SYSTEM in values:
        records = bodies_at(connection, "system", values[SYSTEM], at)
        category_of = {system: str(record[CATEGORY]) for system, record in records.items()}
        systems = {each: _systems_of(connection, each, at) for each in set(category_of.values())}
        found[SYSTEM, PRESENCE] = OneOf.of(
            _of_system(system, presence, category, systems[category])
            for system, category in category_of.items()
            for presence in presences
        )
    return found


def _of_category(category: str, presence: str, systems: Iterable[str]) -> Iterator[Branch]:
    """Yield the ways in which a category has a presence: displayed with any of its systems, else as it was stated."""
    stated, shown = (_statement(CATEGORY, category, presence),), _displayed(systems)
    if presence == DISPLAYED:
        yield Branch((AnyOf((*stated, *shown)),))
    else:
        yield Branch((AnyOf(stated),), shown)


def _of_system(system: str, presence: str, category: str, systems: Iterable[str]) -> Iterator[Branch]:
    """Yield the ways in which a system has a presence: as stated of it, or of its category while none was displayed."""
    own = AnyOf((_statement(SYSTEM, system, presence),))
    if presence == DISPLAYED:
        yield Branch((own,))
        return
    shown = _displayed(systems)
    of_category = AnyOf((_statement(CATEGORY, category, presence),))
    if presence == ABSENT:
        yield Branch((own,))
        yield Branch((of_category,), shown)
    if presence == NOT_OBSERVED:
        # Its own absence, or that of its category while that counts, is the stronger statement.
        yield Branch((own,), (_statement(CATEGORY, category, ABSENT),))
        yield Branch((own, AnyOf(shown)))
        yield Branch((of_category,), (*shown, _statement(SYSTEM, system, ABSENT)))


def _displayed(systems: Iterable[str]) -> tuple[Term, ...]:
    return tuple(_statement(SYSTEM, system, DISPLAYED) for system in systems)


def _statement(name: str, value: str, presence: str) -> Term:
    return both((name, value), (PRESENCE, presence))


def _systems_of(connection: Connection, category: str, at: int | None) -> list[str]:
    """Return the ids of the systems of a category."""
    return ids_with(connection, "system", [AnyOf.of(CATEGORY, (category,))], at)
