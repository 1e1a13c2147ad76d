"""The history of a facility's status: the status after each day on which it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service.evidence.withdrawals import Evidence, ObservedState, Withdrawal, apply_withdrawals, in_force_only
from service.facilities.identification import identified_on
from service.facilities.status import (
    ASPECTS,
    StatusEntry,
    StatusQuery,
    counts_of,
    decisive,
    entry_of,
    in_order,
    trend_of,
)
from service.facilities.trend import UNKNOWN
from service.records.clocks import NO_CLOCKS, Clocks

Component = Mapping[str, Any]


@dataclass(frozen=True)
class Changed:
    """An entry as it was after a day, with its previous states.

    These are ``unknown`` if it was not observed, and empty if its component did not count.
    """

    before: tuple[str, ...]
    entry: StatusEntry


@dataclass(frozen=True)
class HistoryEntry:
    """A day on which the status changed: the changed entries, and the trend and counts of the whole status after it."""

    day: str
    trend: str
    counts: dict[str, int]
    changed: tuple[Changed, ...]


def history_of(
    components: Sequence[Component],
    evidence: Evidence,
    after: str = "",
    limit: int | None = None,
    clocks: Clocks = NO_CLOCKS,
) -> list[HistoryEntry]:
    """Return the days on which the status changed, in order, each with the status of that day.

    That is the status with ``as_of`` on that day: a withdrawal counts from the day of the observation that makes it,
    and a component from the day on which it was first identified. Only days after ``after``, an ISO date, are returned,
    and at most ``limit`` of them.
    """
    found = _by_day(evidence.findings)
    starting = _starting(evidence)
    identified = _identified(components, clocks)
    course = _Course()
    before = in_order(components, {}, replace(clocks, as_of=""))
    moments: list[HistoryEntry] = []
    for day in sorted({*found, *starting, *identified}):
        is_changed = course.advance(found.get(day, ()), starting.get(day, ()))
        if not is_changed and day not in starting and day not in identified:
            continue
        now = in_order(components, course.entries(), replace(clocks, as_of=day))
        changed = _changes(components, before, now)
        # A withdrawn finding may have decided the trend without deciding a state: that changes the status too.
        if (changed or trend_of(before) != trend_of(now)) and day > after:
            moments.append(HistoryEntry(day, trend_of(now), counts_of(now), changed))
            if len(moments) == limit:
                break
        before = now
    return moments


class _Course:
    """The status as it develops from day to day."""

    def __init__(self) -> None:
        self._every: dict[StatusQuery, list[ObservedState]] = defaultdict(list)
        self._of_observation: dict[str, list[ObservedState]] = defaultdict(list)
        self._kept: dict[StatusQuery, list[ObservedState]] = defaultdict(list)
        self._entries: dict[StatusQuery, StatusEntry] = {}
        self._stale: set[StatusQuery] = set()
        self._known: list[Withdrawal] = []
        self._in_force: list[Withdrawal] = []

    def advance(self, new: Sequence[ObservedState], starting: Sequence[Withdrawal]) -> bool:
        """Add the findings and the withdrawals of the next day; return whether any state changed."""
        for finding in new:
            self._every[finding.question].append(finding)
            self._of_observation[finding.observation].append(finding)
        again = self._withdraw(starting) if starting else set()
        touched = {finding.question for finding in new} | again
        before = {question: _told(self._kept[question]) for question in touched}
        for question in again:
            self._kept[question] = apply_withdrawals(self._every[question], self._in_force).in_force
        for finding in apply_withdrawals(new, self._in_force).in_force:
            if finding.question not in again:
                self._kept[finding.question].append(finding)
        for question in touched:
            self._kept[question] = decisive(self._kept[question])
        self._stale |= touched
        return any(states != _told(self._kept[question]) for question, states in before.items())

    def entries(self) -> dict[StatusQuery, StatusEntry]:
        """Return the current entries."""
        for question in self._stale:
            self._entries[question] = entry_of(question, self._kept[question])
        self._stale.clear()
        return self._entries

    def _withdraw(self, starting: Sequence[Withdrawal]) -> set[StatusQuery]:
        """Return the questions whose findings become withdrawn or valid again because of these withdrawals."""
        self._known += starting
        before, self._in_force = set(self._in_force), in_force_only(self._known)
        return {
            finding.question
            for each in before ^ set(self._in_force)
            for finding in self._of_observation.get(each.observation, ())
            if each.concerns(finding)
        }


def _changes(
    components: Sequence[Component], before: Sequence[StatusEntry], now: Sequence[StatusEntry]
) -> tuple[Changed, ...]:
    """Return the entries whose states changed, in order; a component that did not count before had no states."""
    listed = {entry.component for entry in before}
    old = {entry.question: _states(entry) for entry in before}
    new = {entry.question: entry for entry in now}
    changed = []
    for question in sorted(old.keys() | new.keys(), key=_order(components)):
        entry = new.get(question) or StatusEntry(*question)
        is_new = question[0] is not None and question[0] not in listed
        states = old.get(question, () if is_new else (UNKNOWN,))
        if states != _states(entry):
            changed.append(Changed(states, entry))
    return tuple(changed)


def _order(components: Sequence[Component]) -> Callable[[StatusQuery], tuple[int, int]]:
    places = {component["id"]: place for place, component in enumerate(components)}
    return lambda question: (places.get(question[0], len(places)), ASPECTS.index(question[1]))


def _states(entry: StatusEntry) -> tuple[str, ...]:
    return tuple(sorted(entry.states)) or (UNKNOWN,)


def _identified(components: Iterable[Component], clocks: Clocks) -> set[str]:
    """Return the days on which components begin to count, up to ``as_of``."""
    dates = [each for component in components if (each := identified_on(component))]
    days = {day for each in dates for day in (each.first, each.last)}
    return {day for day in days if clocks.as_of is None or day <= clocks.as_of}


def _told(findings: Sequence[ObservedState]) -> tuple[str, ...]:
    day = max((finding.day for finding in findings), default="")
    return tuple(sorted({finding.state for finding in findings if finding.day == day})) or (UNKNOWN,)


def _by_day(findings: Iterable[ObservedState]) -> dict[str, list[ObservedState]]:
    found: dict[str, list[ObservedState]] = defaultdict(list)
    for finding in findings:
        found[finding.day].append(finding)
    return found


def _starting(evidence: Evidence) -> dict[str, list[Withdrawal]]:
    """Return the withdrawals by the day from which both of their observations count."""
    starting: dict[str, list[Withdrawal]] = defaultdict(list)
    for each in evidence.withdrawals:
        if each.by in evidence.days and each.observation in evidence.days:
            starting[max(evidence.days[each.by], evidence.days[each.observation])].append(each)
    return starting
