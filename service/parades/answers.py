"""The answer that compares two parades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as members
from typing import Any

from service.evidence.citations import citations_of, citations_reporting, cited, place
from service.parades.comparison import UNRECORDED, Comparison, Difference, Groups, Showing, counts, not_public
from service.parades.schema import PRESENCES, Appearance
from service.records.clocks import Clocks
from service.records.coverage import coverage_field
from service.records.links import RecordLink, link_to
from service.records.schemas.fields import (
    LONGEST_TITLE,
    MOST_ITEMS,
    Enumeration,
    Flag,
    Integer,
    Part,
    Parts,
    Reference,
    Text,
)
from service.records.schemas.notations import Country, EdtfDate
from service.records.schemas.record_part import RecordPart
from service.records.schemas.weapons import CATEGORIES

Document = Mapping[str, Any]
# The fields of an appearance that readers of the comparison need; the others are one link away.
_TOLD = ("presence", "basis", "quantity", "first_display", "identification", "reported_as")
_APPEARANCE = Appearance._declared_fields
# Two parades together may name this many systems.
_MOST = 2 * MOST_ITEMS


class ComparedParade(RecordLink):
    """A parade that is looked at."""

    title = Text("Title of the parade.", max_length=LONGEST_TITLE, required=True)
    date = EdtfDate("When it took place, local date, EDTF level 1.", required=True)
    country = Country("Country that held it: ISO 3166-1 alpha-3.", required=True)
    counts = Flag(
        "Whether it counts under the clocks: it had certainly taken place by `as_of`, and something of it was "
        "public by `published_until`. Where one of two does not, nothing is compared.",
        required=True,
    )
    citations = cited()


class AppearanceEvidence(RecordPart):
    """An appearance in the record of a parade."""

    record = Part(RecordLink, "The parade that it is in.", required=True)
    pointer = place()
    presence = _APPEARANCE["presence"]
    basis = _APPEARANCE["basis"]
    quantity = _APPEARANCE["quantity"]
    first_display = _APPEARANCE["first_display"]
    identification = _APPEARANCE["identification"]
    reported_as = _APPEARANCE["reported_as"]
    citations = cited()


class ParadeShowing(RecordPart):
    """Whether one parade showed a system or a category."""

    presence = Enumeration(
        *PRESENCES,
        UNRECORDED,
        description="`displayed`; `absent`: a source states, or it is inferred, that it was not shown; "
        "`not_observed`: not seen in what footage there was; `unrecorded`: the record does not say. A "
        "category's absence is that of its systems, unless one of them was displayed; a system displayed is "
        "its category displayed.",
        required=True,
    )
    basis = Enumeration("stated", "inferred", description="The firmest basis of that presence.")
    contested = Flag(
        "Whether one appearance says displayed and another absent; then `presence` is `displayed`, and "
        "`rests_on` has both.",
        required=True,
    )
    rests_on = Parts(
        AppearanceEvidence, "The appearances that say so; empty where unrecorded.", required=True
    )


class SystemDifference(RecordPart):
    """A system at each of the two parades."""

    system = Reference("system", "Id of the system.", required=True)
    self = Text("URL of the system.", required=True)
    name = Text("Name of the system.", max_length=LONGEST_TITLE, required=True)
    category = Enumeration(*CATEGORIES, description="Its category, by the system's record.", required=True)
    parade = Part(ParadeShowing, "Its presence at this parade.", required=True)
    vars()["with"] = Part(ParadeShowing, "Its presence at the parade compared with.", required=True)


class CategoryDifference(RecordPart):
    """A category of systems at each of the two parades."""

    category = Enumeration(*CATEGORIES, description="The category.", required=True)
    parade = Part(ParadeShowing, "Its presence at this parade.", required=True)
    vars()["with"] = Part(ParadeShowing, "Its presence at the parade compared with.", required=True)


_GROUPS = {
    "added": "Displayed at this parade, and not at the one compared with; `with` says why not.",
    "kept": "Displayed at both.",
    "no_longer_shown": "Displayed at the one compared with, and not at this parade; `parade` says why not.",
    "shown_at_neither": "Displayed at neither, and at least one record says that it was not.",
}


class SystemGroups(RecordPart):
    """The systems that either parade mentions, each once, in order of id."""

    added = Parts(SystemDifference, _GROUPS["added"], required=True, max_items=_MOST)
    kept = Parts(SystemDifference, _GROUPS["kept"], required=True, max_items=_MOST)
    no_longer_shown = Parts(SystemDifference, _GROUPS["no_longer_shown"], required=True, max_items=_MOST)
    shown_at_neither = Parts(SystemDifference, _GROUPS["shown_at_neither"], required=True, max_items=_MOST)


class CategoryGroups(RecordPart):
    """The categories that either parade mentions, each once, in alphabetical order."""

    added = Parts(CategoryDifference, _GROUPS["added"], required=True, max_items=_MOST)
    kept = Parts(CategoryDifference, _GROUPS["kept"], required=True, max_items=_MOST)
    no_longer_shown = Parts(CategoryDifference, _GROUPS["no_longer_shown"], required=True, max_items=_MOST)
    shown_at_neither = Parts(CategoryDifference, _GROUPS["shown_at_neither"], required=True, max_items=_MOST)


class LeftOutOfComparison(RecordPart):
    """What no source had reported by `published_until`; all 0 without `published_until`."""

    parades = Integer(
        "How many later parades of the country, over before this one, were passed over in the choice of `with`; 0 "
        "where the request names `with`.",
        required=True,
    )
    appearances = Integer(
        "How many appearances of the two parades, of those that had taken place by `as_of`.", required=True
    )


class ParadeComparison(RecordPart):
    """The systems and categories that a parade added compared with another, still showed, and no longer showed."""

    parade = Part(ComparedParade, "The parade.", required=True)
    vars()["with"] = Part(
        ComparedParade,
        "The parade that it is compared with; null where the country has held none before that counts under "
        "the clocks, and then there is nothing to compare and all groups are empty.",
    )
    systems = Part(SystemGroups, "Weapon systems.", required=True)
    categories = Part(CategoryGroups, "Categories of weapon systems.", required=True)
    left_out = Part(LeftOutOfComparison, "What was not public.", required=True)
    coverage = coverage_field()


def answer_of(
    parade: Document,
    other: Document | None,
    comparison: Comparison,
    systems: Mapping[str, Document],
    clocks: Clocks,
    passed_over: int,
) -> dict[str, Any]:
    """Return the answer for a comparison of these records.

    ``systems`` has the named systems by id; ``passed_over`` is the number of parades between the two that were not
    public.
    """

    def sides(difference: Difference) -> dict[str, Any]:
        assert other is not None
        return {
            "parade": showing_answer(difference.parade, parade, clocks),
            "with": showing_answer(difference.other, other, clocks),
        }

    def system(difference: Difference) -> dict[str, Any]:
        record = systems[difference.name]
        named = {"system": record["id"], **{each: record[each] for each in ("self", "name", "category")}}
        return named | sides(difference)

    def category(difference: Difference) -> dict[str, Any]:
        return {"category": difference.name} | sides(difference)

    return {
        "parade": parade_answer(parade, clocks),
        "with": None if other is None else parade_answer(other, clocks),
        "systems": _groups(comparison.systems, system),
        "categories": _groups(comparison.categories, category),
        "left_out": {
            "parades": passed_over,
            "appearances": sum(not_public(each, clocks) for each in (parade, other) if each is not None),
        },
    }


def _groups(groups: Groups, render: Any) -> dict[str, Any]:
    return {group.name: [render(each) for each in getattr(groups, group.name)] for group in members(groups)}


def parade_answer(parade: Document, clocks: Clocks) -> dict[str, Any]:
    """Return a ``ComparedParade``."""
    told = ("title", "date", "date_earliest", "date_latest", "country")
    return {
        **link_to(parade),
        **{name: parade[name] for name in told},
        "counts": counts(parade, clocks),
        "citations": citations_of(parade, parade, clocks) or citations_reporting(parade, clocks),
    }


def showing_answer(showing: Showing, parade: Document, clocks: Clocks) -> dict[str, Any]:
    """Return a ``ParadeShowing`` at a parade."""
    return {
        "presence": showing.presence,
        "basis": showing.basis,
        "contested": showing.contested,
        "rests_on": [_evidence(parade, index, clocks) for index in showing.appearances],
    }


def _evidence(parade: Document, index: int, clocks: Clocks) -> dict[str, Any]:
    appearance = parade["appearances"][index]
    return {
        "record": link_to(parade),
        "pointer": f"/appearances/{index}",
        **{name: appearance[name] for name in _TOLD},
        "citations": citations_of(appearance, parade, clocks),
    }
