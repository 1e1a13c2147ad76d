"""The comparison of two parades: the rule, given only the two records and the clocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.records.clocks import Clocks
from service.records.schemas.dates import DateBounds

Parade = Mapping[str, Any]

DISPLAYED, ABSENT, NOT_OBSERVED, UNRECORDED = "displayed", "absent", "not_observed", "unrecorded"
# Of several statements the first of these is returned: a source that saw a system outweighs one that did not.
_STRONGEST_FIRST = (DISPLAYED, ABSENT, NOT_OBSERVED)


@dataclass(frozen=True)
class Showing:
    """The presence of a system or a category at a parade, and the appearances (their indexes in the record) that say
    so.

    ``contested``: one appearance says displayed, another absent.
    """

    presence: str = UNRECORDED
    basis: str | None = None
    contested: bool = False
    appearances: tuple[int, ...] = ()


@dataclass(frozen=True)
class Difference:
    """A system (its id) or a category, at each of the two parades."""

    name: str
    parade: Showing
    other: Showing


@dataclass(frozen=True)
class Groups:
    """Systems or categories, each in exactly one group, sorted by name."""

    added: tuple[Difference, ...] = ()
    kept: tuple[Difference, ...] = ()
    no_longer_shown: tuple[Difference, ...] = ()
    shown_at_neither: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """A comparison of two parades."""

    systems: Groups = Groups()
    categories: Groups = Groups()


def strongest(presences: Iterable[str]) -> str:
    """Return the strongest of several statements on the same thing; ``unrecorded`` if there is none."""
    said = set(presences)
    return next((each for each in _STRONGEST_FIRST if each in said), UNRECORDED)


def had_come(parade: Parade, clocks: Clocks) -> bool:
    """Return whether a parade had certainly taken place by ``as_of``."""
    last = DateBounds(parade["date_earliest"], parade["date_latest"]).last
    return clocks.as_of is None or last <= clocks.as_of


def counts(parade: Parade, clocks: Clocks) -> bool:
    """Return whether a parade had certainly taken place by ``as_of``, and any part of it was public."""
    return had_come(parade, clocks) and clocks.reported(parade)


def not_public(parade: Parade, clocks: Clocks) -> int:
    """Return how many appearances of a parade that had taken place were not public."""
    return had_come(parade, clocks) and sum(not clocks.counts(each, parade) for each in parade["appearances"])


def compare(parade: Parade, other: Parade, category_of: Mapping[str, str], clocks: Clocks) -> Comparison:
    """Return what a parade added compared with another, still showed, and no longer showed.

    ``category_of`` gives the category of each system that either names. If one of the two does not count under the
    clocks, nothing can be compared: all groups are empty. Appearances count by their own citations, else by those of
    their record.
    """
    if not (counts(parade, clocks) and counts(other, clocks)):
        return Comparison()
    one, two = (Statements(each, category_of, clocks) for each in (parade, other))
    return Comparison(
        _grouped(
            Difference(name, one.of_system(name), two.of_system(name)) for name in one.systems | two.systems
        ),
        _grouped(
            Difference(name, one.of_category(name), two.of_category(name))
            for name in one.categories | two.categories
        ),
    )


def systems_named(parades: Iterable[Parade]) -> list[str]:
    """Return the ids of the systems that appearances of these parades name."""
    named = (appearance["system"] for parade in parades for appearance in parade["appearances"])
    return list(dict.fromkeys(system for system in named if system))


class Statements:
    """The appearances of one parade that count, by system and category."""

    def __init__(self, parade: Parade, category_of: Mapping[str, str], clocks: Clocks) -> None:
        self._appearances: list[Mapping[str, Any]] = parade["appearances"]
        self._category_of = category_of
        self._about_system: dict[str, list[int]] = {}
        self._about_category: dict[str, list[int]] = {}
        self._displayed_in: dict[str, list[int]] = {}
        for index, appearance in enumerate(self._appearances):
            if not clocks.counts(appearance, parade):
                continue
            system, category = appearance["system"], appearance["category"]
            if category:
                self._about_category.setdefault(category, []).append(index)
            if system:
                self._about_system.setdefault(system, []).append(index)
                if appearance["presence"] == DISPLAYED and system in category_of:
                    self._displayed_in.setdefault(category_of[system], []).append(index)

    @property
    def systems(self) -> set[str]:
        """The systems that are named."""
        return set(self._about_system)

    @property
    def categories(self) -> set[str]:
        """The categories that are named, and those of systems that were displayed."""
        return {*self._about_category, *self._displayed_in}

    def of_system(self, system: str) -> Showing:
        """Return the presence of a system.

        A category's absence is its systems' absence, unless one of them was displayed (PRODUCT.md, section 2). The same
        applies to ``not_observed``: a source that saw none of a category saw none of its systems.
        """
        found = self._about_system.get(system, [])
        category = self._category_of.get(system)
        if category is not None and self.of_category(category).presence != DISPLAYED:
            found = found + self._about_category.get(category, [])
        return self._showing(found)

    def of_category(self, category: str) -> Showing:
        """Return the presence of a category: displayed if one of its systems was, absent only by a statement on the
        whole category.
        """
        return self._showing(self._displayed_in.get(category, []) + self._about_category.get(category, []))

    def _showing(self, indices: Iterable[int]) -> Showing:
        found = sorted(indices)
        said = {self._appearances[index]["presence"] for index in found}
        presence = strongest(said)
        deciding = (self._appearances[index] for index in found)
        bases = {each["basis"] for each in deciding if each["presence"] == presence}
        basis = next((each for each in ("stated", "inferred") if each in bases), None)
        return Showing(presence, basis, {DISPLAYED, ABSENT} <= said, tuple(found))


def _grouped(differences: Iterable[Difference]) -> Groups:
    by_name = sorted(differences, key=lambda difference: difference.name)

    def group(here: bool, there: bool) -> Iterator[Difference]:
        for each in by_name:
            shown = (each.parade.presence == DISPLAYED, each.other.presence == DISPLAYED)
            said = {each.parade.presence, each.other.presence} != {UNRECORDED}
            if shown == (here, there) and said:
                yield each

    return Groups(
        added=tuple(group(here=True, there=False)),
        kept=tuple(group(here=True, there=True)),
        no_longer_shown=tuple(group(here=False, there=True)),
        shown_at_neither=tuple(group(here=False, there=False)),
    )
