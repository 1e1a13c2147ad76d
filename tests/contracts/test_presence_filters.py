"""The filter ``presence`` of parades, alone and with a system or category: it says what the comparison says."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.world import CATEGORIES, PRESENCES, World

ICBMS = ("hwasong-14", "hwasong-15")


def said(presence: str, **about: str) -> dict[str, Any]:
    return {"presence": presence, "basis": "stated", **about}


@pytest.fixture
def parades(service: Api) -> Api:
    """Two ICBMs and an SRBM, and parades at which each of the two was shown, left out or not spoken of."""
    for system in ICBMS:
        service.make("systems", id=system, category="icbm")
    service.make("systems", id="kn-23", category="srbm")
    category = {"category": "icbm"}
    one, other = ({"system": system} for system in ICBMS)
    for record_id, appearances in {
        "one-shown-one-left-out": [said("displayed", **one), said("absent", **other)],
        "one-shown-though-none-was-told": [said("displayed", **one), said("absent", **category)],
        "none-shown": [said("absent", **category)],
        "one-left-out": [said("absent", **one)],
        "one-left-out-the-rest-not-seen": [said("absent", **one), said("not_observed", **category)],
        "none-seen": [said("not_observed", **category), said("displayed", system="kn-23")],
        "one-not-seen-none-shown": [said("not_observed", **one), said("absent", **category)],
        "nothing-said": [said("displayed", system="kn-23")],
    }.items():
        service.make("parades", id=record_id, appearances=appearances)
    return service


def found(api: Api, query: str) -> set[str]:
    return set(api.ids(f"parades?{query}"))


def test_a_category_is_absent_only_where_all_of_it_is_and_none_of_its_systems_was_displayed(
    parades: Api,
) -> None:
    assert found(parades, "category=icbm&presence=absent") == {"none-shown", "one-not-seen-none-shown"}


def test_a_category_is_displayed_where_one_of_its_systems_was(parades: Api) -> None:
    assert found(parades, "category=icbm&presence=displayed") == {
        "one-shown-one-left-out",
        "one-shown-though-none-was-told",
    }


def test_a_category_not_observed_is_neither_absent_nor_displayed(parades: Api) -> None:
    not_seen = {"one-left-out-the-rest-not-seen", "none-seen"}
    assert found(parades, "category=icbm&presence=not_observed") == not_seen
    assert found(parades, "category=icbm&presence=not_observed,absent") == not_seen | {
        "none-shown",
        "one-not-seen-none-shown",
    }


def test_several_categories_are_each_told_by_their_own_systems(parades: Api) -> None:
    asked = "category=icbm,srbm&presence="
    assert found(parades, f"{asked}absent") == {"none-shown", "one-not-seen-none-shown"}
    assert found(parades, f"{asked}displayed") == {
        "one-shown-one-left-out", "one-shown-though-none-was-told", "none-seen", "nothing-said",
    }  # fmt: skip


def test_the_absence_of_a_category_is_that_of_its_systems_unless_one_was_displayed(parades: Api) -> None:
    assert found(parades, "system=hwasong-15&presence=absent") == {
        "one-shown-one-left-out", "none-shown", "one-not-seen-none-shown",
    }  # fmt: skip
    assert found(parades, "system=hwasong-14&presence=not_observed") == {"none-seen"}
    assert found(parades, "system=kn-23&presence=absent,not_observed") == set()


def test_a_system_and_a_category_together_must_both_have_the_presence(parades: Api) -> None:
    both = "system=hwasong-14&category=icbm&presence="
    assert found(parades, f"{both}displayed") == {"one-shown-one-left-out", "one-shown-though-none-was-told"}
    assert found(parades, "system=hwasong-15&category=icbm&presence=absent") == {
        "none-shown", "one-not-seen-none-shown",
    }  # fmt: skip


def test_the_category_is_that_of_the_systems_record_now_and_as_it_was_known(parades: Api) -> None:
    then = parades.read("systems/kn-23")["recorded_at"]
    latest = parades.read("changes", {"limit": 500})["items"][-1]["recorded_at"]
    parades.revise("systems/hwasong-14", category="slbm")
    shown = "category=icbm&presence=displayed"
    assert found(parades, shown) == set()
    assert "one-shown-though-none-was-told" in found(parades, "category=icbm&presence=absent")
    assert "one-shown-one-left-out" in found(parades, f"{shown}&known_at={latest}")
    assert found(parades, f"{shown}&known_at={then}") == set()


def test_a_category_without_systems_is_told_by_statements_on_it(parades: Api) -> None:
    parades.make("parades", id="no-drones", appearances=[said("absent", category="uav")])
    assert found(parades, "category=uav&presence=absent") == {"no-drones"}
    assert found(parades, "category=uav&presence=displayed") == set()


def test_the_filter_says_of_every_parade_what_the_comparison_says(peopled: tuple[Api, World]) -> None:
    api, world = peopled
    parades = [each for each in world.held("parades") if len(each["appearances"]) > 0]
    told: dict[tuple[str, str], dict[str, str]] = {}
    for one, other in combinations(parades, 2):
        if one["country"] != other["country"]:
            continue
        compared = api.read(f"parades/{one['id']}/comparison", {"with": other["id"]})
        for kind, name in (("systems", "system"), ("categories", "category")):
            for part in (part for group in compared[kind].values() for part in group):
                for side, parade in (("parade", one), ("with", other)):
                    told.setdefault((name, part[name]), {})[parade["id"]] = part[side]["presence"]
    assert {name for name, _ in told} == {"system", "category"}
    assert {category for name, category in told if name == "category"} <= set(CATEGORIES)
    for (name, value), presences in told.items():
        for presence in PRESENCES:
            listed = set(api.ids("parades", {name: value, "presence": presence}))
            expected = {parade for parade, answer in presences.items() if answer == presence}
            assert listed & presences.keys() == expected, (name, value, presence)


def test_without_a_system_or_category_any_appearance_has_the_presence(parades: Api) -> None:
    assert "one-shown-one-left-out" in found(parades, "presence=absent")
    assert "nothing-said" not in found(parades, "presence=absent")
