"""The history of a facility's status: one entry each time that it changed."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.facilities.history import history_of
from service.facilities.status import status_of
from service.records.clocks import Clocks
from service.records.schemas.dates import bounds
from tests.facilities.evidence import (
    AS_OF,
    COMPONENTS,
    evidence_of,
    finding,
    observation,
    relation,
    status,
    worlds,
)

IDENTIFIED = [
    None,
    "2017",
    "2018-01-02",
    "2018-01-02/2018-01-03",
    "2018-01",
    "../2018-01-03",
    "2018-01-03/..",
]


def first_identified(date: str | None) -> dict[str, str | None]:
    if date is None:
        return {}
    days = bounds(date)
    return {
        "first_identified": date,
        "first_identified_earliest": days.earliest,
        "first_identified_latest": days.latest,
    }


def history(observations: list[Any]) -> list[Any]:
    return history_of(COMPONENTS, evidence_of(observations))


def states(found: Any) -> dict[Any, tuple[str, ...]]:
    """The states that are known."""
    entries = {(each.component, each.aspect): each.states for each in found.entries}
    return {question: told for question, told in entries.items() if told not in ((), ("unknown",))}


def test_an_entry_each_time_the_status_changed() -> None:
    moments = history(
        [
            observation("a", "2018-07-20", "intact", finding("relocated", "stand", "position")),
            observation("b", "2018-07-21", "intact"),
            observation("c", "2018-07-22", "partially_dismantled"),
        ]
    )
    assert [(each.day, each.trend) for each in moments] == [
        ("2018-07-20", "unchanged"),
        ("2018-07-22", "dismantling"),
    ]
    assert [[(c.entry.component, c.before, c.entry.state) for c in each.changed] for each in moments] == [
        [("pad", ("unknown",), "intact"), ("stand", ("unknown",), "relocated")],
        [("pad", ("intact",), "partially_dismantled")],
    ]


def test_what_is_taken_back_changes_the_status_on_the_day_of_what_takes_it_back() -> None:
    moments = history(
        [
            observation("a", "2018-07-20", "intact"),
            observation("b", "2018-07-21", "destroyed"),
            observation("c", "2018-07-25", finding("intact", "stand"), related=[relation("retracts", "b")]),
        ]
    )
    assert [(each.day, each.changed[0].before, each.changed[0].entry.state) for each in moments] == [
        ("2018-07-20", ("unknown",), "intact"),
        ("2018-07-21", ("intact",), "destroyed"),
        ("2018-07-25", ("destroyed",), "intact"),
    ]


def test_a_page_of_it_is_the_same_days() -> None:
    observations = [
        observation(f"o-{n}", f"2018-01-{n + 1:02}", "intact" if n % 2 else "damaged") for n in range(20)
    ]
    whole = history(observations)
    assert len(whole) == 20
    assert history_of(COMPONENTS, evidence_of(observations), whole[4].day, 3) == whole[5:8]


@given(worlds(12))
def test_each_entry_is_the_status_of_its_day(world: list[Any]) -> None:
    current: dict[Any, tuple[str, ...]] = {}
    for moment in history(world):
        of_day = status(world, Clocks(moment.day))
        assert (moment.trend, moment.counts) == (of_day.trend, of_day.counts)
        entries = {(each.component, each.aspect): each for each in of_day.entries}
        for each in moment.changed:
            question = each.entry.component, each.entry.aspect
            assert each.before == current.get(question, ("unknown",))
            assert entries.get(question, each.entry) == each.entry
            current[question] = each.entry.states or ("unknown",)
        assert {q: told for q, told in current.items() if told != ("unknown",)} == states(of_day)


@given(worlds(12), st.lists(st.sampled_from(IDENTIFIED), min_size=2, max_size=2), st.booleans())
def test_each_entry_is_the_status_of_its_day_also_of_what_was_identified_on_the_way(
    world: list[Any], dates: list[str | None], is_public: bool
) -> None:
    components = [each | first_identified(date) for each, date in zip(COMPONENTS, dates, strict=True)]
    until = "2018-01-03" if is_public else None
    days = [day for day in [*AS_OF, "2018-02-01"] if day >= "2018-01-01"]
    moments = history_of(components, evidence_of(world), clocks=Clocks(None, until))
    for day in days:
        last = next((each for each in reversed(moments) if each.day <= day), None)
        now = status_of(components, evidence_of(world, Clocks(day)), Clocks(day, until))
        if last is not None:
            assert (last.trend, last.counts) == (now.trend, now.counts)
    for moment in moments:
        of_day = status_of(components, evidence_of(world, Clocks(moment.day)), Clocks(moment.day, until))
        entries = {each.question: each for each in of_day.entries}
        assert all(entries.get(each.entry.question, each.entry) == each.entry for each in moment.changed)


@given(worlds(12))
def test_the_last_entry_has_the_states_of_today(world: list[Any]) -> None:
    moments = history(world)
    today = status_of(COMPONENTS, evidence_of(world))
    if not moments:
        assert states(today) == {}
        return
    assert (moments[-1].trend, moments[-1].counts) == (today.trend, today.counts)
    assert states(status(world, Clocks(moments[-1].day))) == states(today)


def test_an_aspect_that_could_not_be_told_is_no_change_and_is_not_counted() -> None:
    seen = observation("o-0", "2018-01-01", "intact")
    untold = observation("o-1", "2018-01-02", finding("unknown", aspect="activity"))
    assert len(history([seen, untold])) == 1
    assert status_of(COMPONENTS, evidence_of([seen, untold])).counts == history([seen, untold])[-1].counts


def test_taking_back_what_the_trend_rested_on_is_a_change_though_no_state_is_another() -> None:
    world = [
        observation("o-0", "2018-01-01", "intact"),
        observation("o-1", "2018-01-01", "partially_dismantled"),
        observation("o-2", "2018-01-02", "intact"),
        observation("o-3", "2018-01-03", "intact", related=[relation("retracts", "o-1")]),
    ]
    assert [(moment.day, moment.trend) for moment in history(world)][-2:] == [
        ("2018-01-02", "rebuilding"),
        ("2018-01-03", "unchanged"),
    ]
