"""What a parade added, kept and no longer showed: the rule, as cases and as what always holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.parades.comparison import Comparison, Difference, Groups, Showing, compare, counts, systems_named
from service.records.clocks import Clocks

CATEGORY_OF = {"h14": "icbm", "h15": "icbm", "h12": "irbm", "kn23": "srbm"}
ANY_TIME = Clocks()
GROUPS = ("added", "kept", "no_longer_shown", "shown_at_neither")


def appearance(presence: str, *sources: str, basis: str | None = "stated", **about: str) -> dict[str, Any]:
    named = {"system": None, "category": None, **about}
    return {
        **named,
        "presence": presence,
        "basis": basis,
        "citations": [{"source": each} for each in sources],
    }


def parade(*appearances: dict[str, Any], day: str = "2018-02-08", source: str = "record") -> dict[str, Any]:
    return {
        "date_earliest": day,
        "date_latest": day,
        "appearances": list(appearances),
        "citations": [{"source": source}],
    }


def grouped(groups: Groups) -> dict[str, list[tuple[str, str, str]]]:
    """The names in each group that has any, with their presence at the one parade and at the other."""
    return {
        group: [(each.name, each.parade.presence, each.other.presence) for each in getattr(groups, group)]
        for group in GROUPS
        if getattr(groups, group)
    }


def systems(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> dict[str, list[tuple[str, str, str]]]:
    return grouped(compare(parade(*one), parade(*other), CATEGORY_OF, ANY_TIME).systems)


def categories(
    one: list[dict[str, Any]], other: list[dict[str, Any]]
) -> dict[str, list[tuple[str, str, str]]]:
    return grouped(compare(parade(*one), parade(*other), CATEGORY_OF, ANY_TIME).categories)


H14, H15 = appearance("displayed", system="h14"), appearance("displayed", system="h15")
NO_H14, NO_H15 = appearance("absent", system="h14"), appearance("absent", system="h15")
NO_ICBM, ICBM = appearance("absent", category="icbm"), appearance("displayed", category="icbm")
UNSEEN_H14, UNSEEN_ICBM = (
    appearance("not_observed", system="h14"),
    appearance("not_observed", category="icbm"),
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([H14], [], {"added": [("h14", "displayed", "unrecorded")]}),
        ([H14], [NO_H14], {"added": [("h14", "displayed", "absent")]}),
        ([H14], [UNSEEN_H14], {"added": [("h14", "displayed", "not_observed")]}),
        ([H14], [H14], {"kept": [("h14", "displayed", "displayed")]}),
        ([], [H14], {"no_longer_shown": [("h14", "unrecorded", "displayed")]}),
        ([NO_H14], [H14], {"no_longer_shown": [("h14", "absent", "displayed")]}),
        ([UNSEEN_H14], [H14], {"no_longer_shown": [("h14", "not_observed", "displayed")]}),
        ([NO_H14], [], {"shown_at_neither": [("h14", "absent", "unrecorded")]}),
        ([NO_H14], [UNSEEN_H14], {"shown_at_neither": [("h14", "absent", "not_observed")]}),
        ([], [], {}),
    ],
)
def test_a_system_is_told_by_what_is_recorded_of_it_at_each_parade(
    one: Any, other: Any, expected: Any
) -> None:
    assert systems(one, other) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ([NO_ICBM], "absent"),
        ([UNSEEN_ICBM], "not_observed"),
        ([NO_ICBM, NO_H15], "absent"),
        ([NO_ICBM, H15], "unrecorded"),
        ([NO_ICBM, ICBM], "unrecorded"),
        ([NO_ICBM, UNSEEN_H14], "absent"),
        ([UNSEEN_ICBM, H15], "unrecorded"),
        ([NO_H15], "unrecorded"),
        ([appearance("absent", category="irbm")], "unrecorded"),
    ],
)
def test_a_category_s_absence_is_its_systems_absence_unless_one_of_them_was_displayed(
    one: Any, expected: str
) -> None:
    assert systems(one, [H14])["no_longer_shown"][0] == ("h14", expected, "displayed")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([H14], [], {"added": [("icbm", "displayed", "unrecorded")]}),
        ([H14], [H15], {"kept": [("icbm", "displayed", "displayed")]}),
        ([NO_ICBM], [H14], {"no_longer_shown": [("icbm", "absent", "displayed")]}),
        ([NO_H14], [H14], {"no_longer_shown": [("icbm", "unrecorded", "displayed")]}),
        ([NO_H14], [NO_H14], {}),
        ([NO_ICBM], [NO_H14], {"shown_at_neither": [("icbm", "absent", "unrecorded")]}),
        ([ICBM], [NO_ICBM], {"added": [("icbm", "displayed", "absent")]}),
        ([NO_ICBM, H14], [UNSEEN_ICBM], {"added": [("icbm", "displayed", "not_observed")]}),
    ],
)
def test_a_category_is_displayed_where_a_system_of_it_is_and_absent_only_where_that_is_said_of_all_of_it(
    one: Any, other: Any, expected: Any
) -> None:
    assert categories(one, other) == expected


def test_systems_come_in_order_of_their_ids() -> None:
    found = systems([H15, H14, appearance("displayed", system="h12")], [])
    assert [name for name, *_ in found["added"]] == ["h12", "h14", "h15"]


def test_what_is_both_displayed_and_absent_is_displayed_contested_and_rests_on_both() -> None:
    (difference,) = compare(parade(NO_H14, H15, H14), parade(), CATEGORY_OF, ANY_TIME).systems.added[:1]
    assert difference == Difference(
        "h14", Showing("displayed", "stated", contested=True, appearances=(0, 2)), Showing()
    )


def test_a_category_said_to_be_absent_while_one_of_its_systems_was_displayed_is_contested() -> None:
    (difference,) = compare(parade(NO_ICBM, H14), parade(), CATEGORY_OF, ANY_TIME).categories.added
    assert difference.parade == Showing("displayed", "stated", contested=True, appearances=(0, 1))


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        (("inferred",), "inferred"),
        (("inferred", "stated"), "stated"),
        ((None,), None),
        ((None, "inferred"), "inferred"),
    ],
)
def test_the_basis_is_the_firmest_of_the_appearances_that_decide(bases: Any, expected: Any) -> None:
    said = [appearance("absent", system="h14", basis=basis) for basis in bases]
    (difference,) = compare(parade(*said), parade(H14), CATEGORY_OF, ANY_TIME).systems.no_longer_shown
    assert difference.parade.basis == expected


def test_an_absence_that_is_inferred_stays_so_beside_a_system_of_its_category_not_observed_by_a_statement() -> (
    None
):
    said = (appearance("absent", category="icbm", basis="inferred"), UNSEEN_H14)
    (difference,) = compare(parade(*said), parade(H14), CATEGORY_OF, ANY_TIME).systems.no_longer_shown
    assert difference.parade == Showing("absent", "inferred", contested=False, appearances=(0, 1))


def test_a_system_without_a_known_category_is_compared_by_its_own_appearances() -> None:
    found = compare(parade(NO_ICBM), parade(H14), {}, ANY_TIME)
    assert grouped(found.systems) == {"no_longer_shown": [("h14", "unrecorded", "displayed")]}


# ------------------------------------------------------------------------------------------ the clocks


def public(*sources: str) -> Clocks:
    return Clocks(published_until="2018-02-09", is_public=set(sources).__contains__)


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2018-02-07", False), ("2018-02-08", True), (None, True), ("2018-02-09", True)]
)
def test_a_parade_counts_from_its_day_on(as_of: str | None, expected: bool) -> None:
    assert counts(parade(), Clocks(as_of)) is expected


@pytest.mark.parametrize(
    ("earliest", "latest", "as_of", "expected"),
    [
        ("2018-02-01", "2018-02-28", "2018-02-27", False),
        ("2018-02-01", "2018-02-28", "2018-02-28", True),
        ("2018-02-01", None, "2018-02-01", True),
        (None, "2018-02-28", "2018-02-27", False),
    ],
)
def test_a_parade_of_uncertain_date_counts_from_the_latest_day_it_can_mean(
    earliest: str | None, latest: str | None, as_of: str, expected: bool
) -> None:
    assert counts(parade() | {"date_earliest": earliest, "date_latest": latest}, Clocks(as_of)) is expected


def test_a_parade_is_public_once_a_source_of_it_or_of_one_of_its_appearances_is() -> None:
    record = parade(appearance("displayed", "later", system="h14"))
    assert counts(record, public("record"))
    assert counts(record, public("later"))
    assert not counts(record, public("other"))


def test_an_appearance_counts_by_its_own_sources_else_by_its_record_s() -> None:
    one = parade(H14, appearance("displayed", "later", system="h15"))
    found = compare(one, parade(), CATEGORY_OF, public("record"))
    assert grouped(found.systems) == {"added": [("h14", "displayed", "unrecorded")]}


def test_an_absence_that_was_not_public_yet_is_not_told() -> None:
    one = parade(appearance("absent", "later", category="icbm"))
    found = compare(one, parade(H14), CATEGORY_OF, public("record"))
    assert grouped(found.systems) == {"no_longer_shown": [("h14", "unrecorded", "displayed")]}


def test_nothing_is_compared_with_a_parade_that_had_not_taken_place() -> None:
    one, other = parade(H14, day="2018-09-09"), parade(H15)
    assert compare(one, other, CATEGORY_OF, Clocks("2018-09-08")) == Comparison()
    assert compare(other, one, CATEGORY_OF, Clocks("2018-09-08")) == Comparison()
    assert compare(one, other, CATEGORY_OF, Clocks("2018-09-09")) != Comparison()


def test_both_clocks_must_let_a_parade_count() -> None:
    both = replace(public("record"), as_of="2018-02-08")
    assert compare(parade(H14), parade(), CATEGORY_OF, both) != Comparison()
    assert compare(parade(H14), parade(), CATEGORY_OF, replace(both, as_of="2018-02-07")) == Comparison()
    assert (
        compare(parade(H14), parade(), CATEGORY_OF, replace(both, is_public=lambda _: False)) == Comparison()
    )


def test_the_systems_named_are_those_of_all_parades_each_once() -> None:
    assert systems_named([parade(H15, NO_ICBM), parade(H14, H15)]) == ["h15", "h14"]


# ------------------------------------------------------------------------------------- what always holds

SOURCES = ("a", "b", "c")
abouts = st.one_of(
    st.sampled_from(sorted(CATEGORY_OF)).map(lambda name: {"system": name}),
    st.sampled_from(sorted(set(CATEGORY_OF.values()))).map(lambda name: {"category": name}),
)
appearances = st.builds(
    lambda presence, basis, about, sources: appearance(presence, *sources, basis=basis, **about),
    st.sampled_from(["displayed", "absent", "not_observed"]),
    st.sampled_from(["stated", "inferred"]),
    abouts,
    st.lists(st.sampled_from(SOURCES), max_size=2),
)
days = st.sampled_from(["2018-02-08", "2018-09-09", "2020-10-10"])
parades = st.builds(
    lambda said, day, source: parade(*said, day=day, source=source),
    st.lists(appearances, max_size=6),
    days,
    st.sampled_from(SOURCES),
)
clocks = st.builds(
    lambda as_of, until, public: Clocks(as_of, until, public.__contains__),
    st.none() | days,
    st.none() | days,
    st.frozensets(st.sampled_from(SOURCES)),
)


def told(comparison: Comparison, one: dict[str, Any], other: dict[str, Any]) -> Any:
    """A comparison with appearances themselves in the place of their positions."""

    def side(showing: Showing, record: dict[str, Any]) -> Any:
        rests_on = sorted(repr(record["appearances"][index]) for index in showing.appearances)
        return showing.presence, showing.basis, showing.contested, rests_on

    return [
        [(each.name, side(each.parade, one), side(each.other, other)) for each in getattr(groups, group)]
        for groups in (comparison.systems, comparison.categories)
        for group in GROUPS
    ]


@given(parades, parades, clocks, st.randoms(use_true_random=False))
def test_the_order_of_appearances_never_matters(one: Any, other: Any, clock: Clocks, random: Any) -> None:
    shuffled = [
        each | {"appearances": random.sample(each["appearances"], len(each["appearances"]))}
        for each in (one, other)
    ]
    expected = told(compare(one, other, CATEGORY_OF, clock), one, other)
    assert told(compare(*shuffled, CATEGORY_OF, clock), *shuffled) == expected


@given(parades, parades, clocks)
def test_swapping_the_parades_swaps_what_was_added_and_what_is_no_longer_shown(
    one: Any, other: Any, clock: Clocks
) -> None:
    def swapped(groups: Groups) -> Groups:
        turned = {
            group: tuple(Difference(each.name, each.other, each.parade) for each in getattr(groups, group))
            for group in GROUPS
        }
        turned["added"], turned["no_longer_shown"] = turned["no_longer_shown"], turned["added"]
        return Groups(**turned)

    there, back = compare(one, other, CATEGORY_OF, clock), compare(other, one, CATEGORY_OF, clock)
    assert back == Comparison(swapped(there.systems), swapped(there.categories))


@given(parades, parades, clocks)
def test_each_system_and_category_is_in_one_group_and_rests_on_what_is_said_of_it(
    one: Any, other: Any, clock: Clocks
) -> None:
    found = compare(one, other, CATEGORY_OF, clock)
    for groups in (found.systems, found.categories):
        differences = [each for group in GROUPS for each in getattr(groups, group)]
        assert len({each.name for each in differences}) == len(differences)
        for showing, record in (
            (s, r) for each in differences for s, r in ((each.parade, one), (each.other, other))
        ):
            assert (showing.presence == "unrecorded") == (not showing.appearances)
            said = [record["appearances"][index] for index in showing.appearances]
            assert all(clock.counts(each, record) for each in said)
            assert showing.presence == "unrecorded" or showing.presence in {each["presence"] for each in said}


@given(parades, clocks)
def test_a_parade_beside_itself_has_nothing_added_and_nothing_no_longer_shown(
    one: Any, clock: Clocks
) -> None:
    found = compare(one, one, CATEGORY_OF, clock)
    for groups in (found.systems, found.categories):
        assert groups.added == groups.no_longer_shown == ()


@given(parades, parades, appearances)
def test_an_appearance_that_was_not_public_changes_nothing(one: Any, other: Any, more: Any) -> None:
    clock = public("a", "b", "record")
    more = more | {"citations": [{"source": "not-yet"}]}
    longer = one | {"appearances": [*one["appearances"], more]}
    assert compare(longer, other, CATEGORY_OF, clock) == compare(one, other, CATEGORY_OF, clock)
