"""The status of a facility: which state, since when, from which evidence, and where it tends."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.facilities.status import Status, decisive, entry_of
from service.facilities.trend import direction
from service.records.clocks import Clocks
from tests.facilities.evidence import AS_OF, evidence_of, finding, observation, pad, relation, status, worlds


def told(found: Status) -> Any:
    """All of a status but what was left out."""
    return found.entries, found.trend, found.counts


# --------------------------------------------------------------------------- state, since, last observed


@pytest.mark.parametrize(
    ("dated", "as_of", "expected"),
    [
        ([], None, ("unknown", None, None)),
        ([("2018-07-20", "intact")], "2018-07-19", ("unknown", None, None)),
        ([("2018-07-20", "intact")], "2018-07-20", ("intact", "2018-07-20", "2018-07-20")),
        ([("2018-07-20/2018-07-22", "intact")], "2018-07-21", ("unknown", None, None)),
        ([("2018-07-20/2018-07-22", "intact")], "2018-07-22", ("intact", "2018-07-22", "2018-07-22")),
        ([("2018-07-20/..", "intact")], "2018-07-20", ("intact", "2018-07-20", "2018-07-20")),
        ([("../2018-07-20", "intact")], "2018-07-20", ("intact", "2018-07-20", "2018-07-20")),
        (
            [("2018-01-01", "intact"), ("2018-02-01", "damaged"), ("2018-03-01", "damaged")],
            None,
            ("damaged", "2018-02-01", "2018-03-01"),
        ),
        (
            [("2018-01-01", "damaged"), ("2018-02-01", "intact"), ("2018-03-01", "damaged")],
            None,
            ("damaged", "2018-03-01", "2018-03-01"),
        ),
        (
            [("2018-01-01", "damaged"), ("2018-02-01", "obscured"), ("2018-03-01", "damaged")],
            None,
            ("damaged", "2018-03-01", "2018-03-01"),
        ),
        (
            [("2018-01-01", "intact"), ("2018-02-01", "intact"), ("2018-02-01", "damaged"), ("2018-03-01", "intact")],
            None,
            ("intact", "2018-03-01", "2018-03-01"),
        ),
    ],
)  # fmt: skip
def test_the_latest_state_by_then_and_the_first_day_of_its_run(
    dated: list[tuple[str, str]], as_of: str | None, expected: tuple[str | None, ...]
) -> None:
    observations = [observation(f"o-{n}", date, state) for n, (date, state) in enumerate(dated)]
    entry = pad(status(observations, Clocks(as_of)))
    assert (entry.state, entry.since, entry.last_observed) == expected


def test_competing_states_of_the_last_day_are_all_listed_and_none_is_picked() -> None:
    entry = pad(
        status(
            [observation("a", "2018-07-22", "intact"), observation("b", "2018-07-20/2018-07-22", "damaged")]
        )
    )
    assert (entry.state, entry.since, entry.last_observed) == (None, None, "2018-07-22")
    assert [(each.state, each.observation) for each in entry.findings] == [("damaged", "b"), ("intact", "a")]


def test_a_later_day_settles_what_competed() -> None:
    entry = pad(
        status(
            [
                observation("a", "2018-07-22", "intact", "damaged"),
                observation("b", "2018-07-23", "damaged"),
            ]
        )
    )
    assert (entry.state, entry.since) == ("damaged", "2018-07-23")


def test_of_findings_that_agree_the_most_precisely_dated_speaks() -> None:
    entry = pad(status([observation("z", "2018-07", "intact"), observation("a", "2018-07-31", "intact")]))
    assert [each.observation for each in entry.findings] == ["a"]


def test_aspects_are_different_questions() -> None:
    found = status(
        [observation("a", "2018-07-20", finding("relocated", aspect="position"), "partially_dismantled")]
    )
    assert (pad(found).state, pad(found, "position").state) == ("partially_dismantled", "relocated")


def test_every_component_has_an_entry_and_the_whole_site_one_of_its_own() -> None:
    found = status([observation("a", "2018-07-20", finding("idle", None, "activity"))])
    assert [(each.component, each.aspect, each.state) for each in found.entries] == [
        ("pad", "integrity", "unknown"),
        ("stand", "integrity", "unknown"),
        (None, "activity", "idle"),
    ]
    assert found.counts == {"unknown": 2, "idle": 1}


def test_contested_entries_are_counted_as_such() -> None:
    assert status([observation("a", "2018-07-20", "intact", "damaged")]).counts == {
        "unknown": 1,
        "contested": 1,
    }


# --------------------------------------------------------------------------- trend


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, "intact", None),
        (None, "partially_dismantled", "dismantling"),
        (None, "rebuilt", "rebuilding"),
        (None, "damaged", None),
        ("intact", "damaged", None),
        ("damaged", "intact", None),
        ("damaged", "rebuilding", "rebuilding"),
        ("damaged", "destroyed", "dismantling"),
        ("intact", "modified", None),
        ("partially_dismantled", "dismantled", "dismantling"),
        ("dismantled", "partially_dismantled", "rebuilding"),
        ("dismantled", "intact", "rebuilding"),
        ("rebuilding", "rebuilt", "rebuilding"),
        ("rebuilding", "partially_dismantled", "dismantling"),
        ("under_construction", "intact", "building"),
        (None, "under_construction", "building"),
        ("intact", "under_construction", "building"),
        ("intact", "rebuilding", "building"),
        ("damaged", "under_construction", "rebuilding"),
        ("destroyed", "under_construction", "rebuilding"),
        ("rebuilding", "intact", "rebuilding"),
        ("rebuilt", "destroyed", "dismantling"),
    ],
)
def test_where_a_change_tends(before: str | None, after: str, expected: str | None) -> None:
    assert direction(before, after) == expected


@pytest.mark.parametrize(
    ("observations", "trend"),
    [
        ([], "unknown"),
        ([observation("a", "2018-01-01", finding("relocated", aspect="position"))], "unknown"),
        ([observation("a", "2018-01-01", "obscured")], "unknown"),
        ([observation("a", "2018-01-01", "intact")], "unchanged"),
        ([observation("a", "2018-01-01", "partially_dismantled")], "dismantling"),
        (
            [observation("a", "2018-01-01", "dismantled"), observation("b", "2019-03-02", "rebuilding")],
            "rebuilding",
        ),
        (
            [observation("a", "2018-01-01", "destroyed", finding("rebuilding", "stand"))],
            "mixed",
        ),
        # Only the last change tells, and a second look that finds the same is none.
        (
            [
                observation("a", "2018-01-01", "dismantled", finding("rebuilding", "stand")),
                observation("b", "2018-02-01", "dismantled", finding("rebuilt", "stand")),
            ],
            "rebuilding",
        ),
        # Nor is a cloud.
        (
            [
                observation("a", "2018-01-01", "dismantled"),
                observation("b", "2018-02-01", "rebuilding", finding("destroyed", "stand")),
                observation("c", "2018-03-01", finding("obscured", "stand")),
                observation("d", "2018-04-01", finding("destroyed", "stand")),
            ],
            "mixed",
        ),
        # What is finished had been taken down once, or never.
        (
            [
                observation("a", "2018-01-01", "destroyed"),
                observation("b", "2018-02-01", "under_construction"),
                observation("c", "2018-03-01", "intact"),
            ],
            "rebuilding",
        ),
        (
            [observation("a", "2018-01-01", "under_construction"), observation("b", "2018-02-01", "intact")],
            "building",
        ),
        (
            [observation("a", "2018-01-01", "under_construction", finding("rebuilding", "stand"))],
            "mixed",
        ),
        # Competing states count where they agree on the way.
        ([observation("a", "2018-01-01", "destroyed", "dismantled")], "dismantling"),
        ([observation("a", "2018-01-01", "destroyed", "intact")], "unchanged"),
        ([observation("a", "2018-01-01", "damaged")], "unchanged"),
    ],
)
def test_the_trend_is_that_of_the_last_change(observations: list[Any], trend: str) -> None:
    assert status(observations).trend == trend


# --------------------------------------------------------------------------- properties


@given(worlds(), worlds(4), st.sampled_from(AS_OF))
def test_evidence_dated_after_as_of_changes_nothing(world: list[Any], more: list[Any], as_of: str) -> None:
    later = [
        observation(f"later-{n}", "2018-02-01", *each["findings"], related=each["related"])
        for n, each in enumerate(more)
    ]
    assert status(world + later, Clocks(as_of)) == status(world, Clocks(as_of))


@given(worlds(), st.randoms(use_true_random=False), st.sampled_from(AS_OF))
def test_the_order_of_arrival_never_matters(world: list[Any], chance: Any, as_of: str) -> None:
    shuffled = list(world)
    chance.shuffle(shuffled)
    assert status(shuffled, Clocks(as_of)) == status(world, Clocks(as_of))


@given(worlds(), st.data(), st.sampled_from(["retracts", "supersedes"]))
def test_taking_an_observation_back_equals_never_having_had_it(
    world: list[Any], data: st.DataObject, kind: str
) -> None:
    if not world:
        return
    taken_back = data.draw(st.sampled_from(world))
    nothing = finding("unknown", None, "activity")
    by = observation("by", "2018-01-01", nothing, related=[relation(kind, taken_back["id"])])
    without = [each for each in world if each is not taken_back]
    assert told(status([*world, by])) == told(status([*without, {**by, "related": []}]))


@given(worlds(12))
def test_what_is_decisive_decides(world: list[Any]) -> None:
    questions: dict[Any, list[Any]] = {}
    for each in evidence_of(world).findings:
        questions.setdefault(each.question, []).append(each)
    for question, findings in questions.items():
        assert entry_of(question, decisive(findings)) == entry_of(question, findings)
