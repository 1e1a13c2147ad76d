"""The periods of a facility's status: the runs of one state of each component, and when it was observed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.evidence.withdrawals import ObservedState
from service.facilities.status import StatusEntry, StatusQuery, entry_of, in_order
from service.records.clocks import NO_CLOCKS, Clocks


@dataclass(frozen=True)
class Period:
    """An unbroken run of days on which observations found the same state, or the same competing states.

    ``days`` are those on which it was observed, in order; ``until`` is the first later day on which something else was
    found, ``None`` if there is none. Nobody saw what happened between the last of ``days`` and ``until``.
    ``last`` are the findings of the last day, one for each state.
    """

    days: tuple[str, ...]
    until: str | None
    last: tuple[ObservedState, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """The state, or the states that compete, in alphabetical order."""
        return tuple(finding.state for finding in self.last)


@dataclass(frozen=True)
class PeriodRow:
    """The periods of a component, or of the whole site, in one aspect; none where it was never observed."""

    entry: StatusEntry
    periods: tuple[Period, ...]


def periods_of(
    components: Iterable[Mapping[str, Any]],
    findings: Iterable[ObservedState],
    clocks: Clocks = NO_CLOCKS,
) -> list[PeriodRow]:
    """Return the periods that follow from findings, none of which is withdrawn, in the order of the status.

    The last period of each row is that of the status: its states, ``since`` and ``last_observed``.
    """
    answers: dict[StatusQuery, list[ObservedState]] = defaultdict(list)
    for finding in findings:
        answers[finding.question].append(finding)
    entries = {question: entry_of(question, found) for question, found in answers.items()}
    return [
        PeriodRow(entry, runs_of(answers.get(entry.question, ())))
        for entry in in_order(components, entries, clocks)
    ]


def runs_of(findings: Sequence[ObservedState]) -> tuple[Period, ...]:
    """Return the periods of findings on one question, in order of date."""
    by_day: dict[str, dict[str, ObservedState]] = defaultdict(dict)
    for finding in findings:
        held = by_day[finding.day].get(finding.state)
        if held is None or finding.precedence > held.precedence:
            by_day[finding.day][finding.state] = finding
    runs: list[list[str]] = []
    for day in sorted(by_day):
        if runs and by_day[runs[-1][-1]].keys() == by_day[day].keys():
            runs[-1].append(day)
        else:
            runs.append([day])
    following = [*(run[0] for run in runs), None][1:]
    return tuple(
        Period(tuple(run), until, tuple(by_day[run[-1]][state] for state in sorted(by_day[run[-1]])))
        for run, until in zip(runs, following, strict=True)
    )
