"""The presence of every system and category at several parades: the grid, by the rule of the comparison."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.parades.answers import ComparedParade, ParadeShowing, parade_answer, showing_answer
from service.parades.comparison import UNRECORDED, Parade, Showing, Statements, not_public
from service.records.clocks import Clocks
from service.records.coverage import coverage_field
from service.records.http.parameters import MAX_LIMIT
from service.records.schemas.fields import (
    LONGEST_TITLE,
    MOST_ITEMS,
    Enumeration,
    Integer,
    Part,
    Parts,
    Reference,
    Text,
)
from service.records.schemas.notations import CalendarDate
from service.records.schemas.record_part import RecordPart
from service.records.schemas.weapons import CATEGORIES

Document = Mapping[str, Any]
_MOST = 20 * MOST_ITEMS


class PresenceAtParade(ParadeShowing):
    """The presence of a system or a category at one parade."""

    parade = Reference("parade", "Id of the parade.", required=True)


_PRESENCE = (
    "Its presence at each of the parades whose record says something of it, in the order of `parades`; at all others "
    "it is `unrecorded`."
)


class SystemPresence(RecordPart):
    """A system, and its presence at the parades."""

    system = Reference("system", "Id of the system.", required=True)
    self = Text("URL of the system.", required=True)
    name = Text("Name of the system.", max_length=LONGEST_TITLE, required=True)
    category = Enumeration(*CATEGORIES, description="Its category, by the system's record.", required=True)
    presence = Parts(PresenceAtParade, _PRESENCE, required=True, max_items=MAX_LIMIT)


class CategoryPresence(RecordPart):
    """A category of systems, and its presence at the parades."""

    category = Enumeration(*CATEGORIES, description="The category.", required=True)
    presence = Parts(PresenceAtParade, _PRESENCE, required=True, max_items=MAX_LIMIT)


class LeftOutOfGrid(RecordPart):
    """What no source had reported by `published_until`; all 0 without `published_until`."""

    parades = Integer("How many parades of this page, which had taken place by `as_of`.", required=True)
    appearances = Integer("How many appearances at the parades of this page.", required=True)


class ParadeGrid(RecordPart):
    """The systems and categories that parades showed or left out."""

    reference_date = CalendarDate(
        "The day as of which the answer holds: `as_of`, else that of `known_at`, else today (UTC).",
        required=True,
    )
    parades = Parts(ComparedParade, "The parades, newest first.", required=True, max_items=MAX_LIMIT)
    systems = Parts(
        SystemPresence,
        "The systems that any of them names, by category and name. Where a parade showed nothing of a category, that "
        "is said of each of these systems of it too.",
        required=True,
        max_items=_MOST,
    )
    categories = Parts(CategoryPresence, "The categories that any of them mentions.", required=True)
    next_cursor = Text("Where the page with earlier parades begins; null on the last.")
    left_out = Part(LeftOutOfGrid, "What was not public.", required=True)
    coverage = coverage_field()


@dataclass(frozen=True)
class GridRow:
    """A system (its id) or a category, and its presence at each parade of which the record says something, by id."""

    name: str
    showings: Mapping[str, Showing]


def rows_of(
    parades: Sequence[Parade], category_of: Mapping[str, str], clocks: Clocks
) -> tuple[list[GridRow], list[GridRow]]:
    """Return a row for each system, and one for each category, that any of these parades mentions.

    ``category_of`` gives the category of each system that any of them names. All parades must count under the clocks.
    """
    statements = {parade["id"]: Statements(parade, category_of, clocks) for parade in parades}
    systems = {name for each in statements.values() for name in each.systems}
    categories = {name for each in statements.values() for name in each.categories}
    return (
        list(_rows(systems, {at: each.of_system for at, each in statements.items()})),
        list(_rows(categories, {at: each.of_category for at, each in statements.items()})),
    )


def _rows(names: Collection[str], presence_at: Mapping[str, Any]) -> Iterator[GridRow]:
    for name in sorted(names):
        found = {parade: presence(name) for parade, presence in presence_at.items()}
        yield GridRow(name, {at: each for at, each in found.items() if each.presence != UNRECORDED})


def grid_answer(
    parades: Sequence[Document],
    passed_over: int,
    systems: Mapping[str, Document],
    clocks: Clocks,
    wanted: Collection[str],
) -> dict[str, Any]:
    """Return the members of a ``ParadeGrid`` that follow from these parades, all of which count under the clocks.

    ``systems`` has the named systems by id; ``passed_over`` is the number of parades that were not public; ``wanted``
    are the categories that rows are of, all if there are none.
    """
    category_of = {system_id: system["category"] for system_id, system in systems.items()}
    of_systems, of_categories = rows_of(parades, category_of, clocks)
    by_id = {parade["id"]: parade for parade in parades}

    def presence(row: GridRow) -> list[dict[str, Any]]:
        return [
            {"parade": at, **showing_answer(showing, by_id[at], clocks)}
            for at, showing in row.showings.items()
        ]

    def place(category: str, name: str = "") -> tuple[int, str]:
        return CATEGORIES.index(category), name.casefold()

    shown = [(row, systems[row.name]) for row in of_systems]
    return {
        "parades": [parade_answer(each, clocks) for each in parades],
        "systems": [
            {
                "system": system["id"],
                **{each: system[each] for each in ("self", "name", "category")},
                "presence": presence(row),
            }
            for row, system in sorted(shown, key=lambda each: place(each[1]["category"], each[1]["name"]))
            if not wanted or system["category"] in wanted
        ],
        "categories": [
            {"category": row.name, "presence": presence(row)}
            for row in sorted(of_categories, key=lambda each: place(each.name))
            if not wanted or row.name in wanted
        ],
        "left_out": {
            "parades": passed_over,
            "appearances": sum(not_public(each, clocks) for each in parades),
        },
    }
