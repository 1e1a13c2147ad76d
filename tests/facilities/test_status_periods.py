"""The periods of a facility's status: runs of one state, with the days on which it was observed."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from service.evidence.withdrawals import apply_withdrawals
from service.facilities.periods import Period, PeriodRow, periods_of, runs_of
from service.facilities.status import status_of
from service.records.clocks import Clocks
from tests.facilities.evidence import AS_OF, COMPONENTS, evidence_of, finding, observation, public, worlds


def rows(observations: list[Any], clocks: Clocks | None = None) -> list[PeriodRow]:
    evidence = evidence_of(observations, clocks)
    in_force = apply_withdrawals(evidence.findings, evidence.withdrawals_in_force()).in_force
    return periods_of(COMPONENTS, in_force, clocks or Clocks())


def pad(observations: list[Any]) -> tuple[Period, ...]:
    (found,) = [row.periods for row in rows(observations) if row.entry.question == ("pad", "integrity")]
    return found


def test_a_period_lasts_from_the_first_to_the_last_day_that_found_the_state_and_ends_where_another_is_found() -> (
    None
):
    first, second = pad(
        [
            observation("a", "2018-01-01", "intact"),
            observation("b", "2018-03-01", "intact"),
            observation("c", "2018-07-20", "dismantled"),
        ]
    )
    assert (first.states, first.days, first.until) == (
        ("intact",),
        ("2018-01-01", "2018-03-01"),
        "2018-07-20",
    )
    assert (second.states, second.days, second.until) == (("dismantled",), ("2018-07-20",), None)


def test_states_that_compete_are_a_period_of_their_own() -> None:
    found = pad(
        [
            observation("a", "2018-01-01", "intact"),
            observation("b", "2018-01-02", "intact", finding("damaged")),
            observation("c", "2018-01-03", "intact"),
        ]
    )
    assert [each.states for each in found] == [("intact",), ("damaged", "intact"), ("intact",)]


def test_a_component_that_was_never_observed_has_a_row_without_periods() -> None:
    found = {row.entry.component: row.periods for row in rows([observation("a", "2018-01-01", "intact")])}
    assert found["stand"] == ()
    assert len(found["pad"]) == 1


def test_nothing_found_has_no_periods() -> None:
    assert runs_of([]) == ()


@given(worlds(), st.sampled_from([None, *AS_OF]), st.sampled_from([(), ("early",), ("early", "late")]))
def test_the_last_period_of_each_row_is_what_the_status_says(
    observations: list[Any], as_of: str | None, sources: tuple[str, ...]
) -> None:
    clocks = public(*sources, as_of=as_of) if sources else Clocks(as_of)
    status = status_of(COMPONENTS, evidence_of(observations, clocks), clocks)
    found = rows(observations, clocks)
    assert [row.entry.question for row in found] == [entry.question for entry in status.entries]
    for row, entry in zip(found, status.entries, strict=True):
        if not entry.findings:
            assert row.periods == ()
            continue
        last = row.periods[-1]
        assert last.states == tuple(sorted(entry.states))
        assert (last.days[-1], last.until) == (entry.last_observed, None)
        assert entry.is_contested or last.days[0] == entry.since


@settings(max_examples=40)
@given(worlds())
def test_each_period_ends_where_the_next_begins_and_has_other_states(observations: list[Any]) -> None:
    for row in rows(observations):
        assert all(list(each.days) == sorted(set(each.days)) for each in row.periods)
        for one, next_one in pairwise(row.periods):
            assert one.until == next_one.days[0] > one.days[-1]
            assert one.states != next_one.states
