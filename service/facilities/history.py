"""The history of a facility's status: what it was after each day on which it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.facilities.standing import Evidence, Finding, Withdrawal, in_force_only, parted
from service.facilities.status import (
    ASPECTS,
    UNKNOWN,
    Entry,
    Question,
    counts_of,
    decisive,
    entry_of,
    in_order,
    trend_of,
)


@dataclass(frozen=True)
class Changed:
    """An entry as it was after a day, with the states that it had before; ``unknown`` where it was not observed."""

    before: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True)
class Moment:
    """A day on which the status changed: what changed, and the trend and counts of the whole status after it."""

    day: str
    trend: str
    counts: dict[str, int]
    changed: tuple[Changed, ...]


def history_of(
    components: Sequence[Mapping[str, Any]], evidence: Evidence, after: str = "", limit: int | None = None
) -> list[Moment]:
    """Return the days on which the status changed, in order, each as the status of that day tells it.

    That is: with ``as_of`` on that day, so that a withdrawal counts from the day of the observation that makes it.
    Only days after an ISO date are told, and at most ``limit`` of them.
    """
    found = _by_day(evidence.findings)
    starting = _starting(evidence)
    course = _Course()
    moments: list[Moment] = []
    for day in sorted({*found, *starting}):
        # What is taken back may have made the trend and no state: that changes the status too.
        trend = course.trend() if day in starting else None
        changed = course.advance(found.get(day, ()), starting.get(day, ()))
        if (changed or (trend is not None and course.trend() != trend)) and day > after:
            moments.append(_moment(day, components, course.entries(), changed))
            if len(moments) == limit:
                break
    return moments


class _Course:
    """The status as it goes from day to day."""

    def __init__(self) -> None:
        self._every: dict[Question, list[Finding]] = defaultdict(list)
        self._of_observation: dict[str, list[Finding]] = defaultdict(list)
        self._kept: dict[Question, list[Finding]] = defaultdict(list)
        self._entries: dict[Question, Entry] = {}
        self._stale: set[Question] = set()
        self._known: list[Withdrawal] = []
        self._holding: list[Withdrawal] = []

    def advance(
        self, new: Sequence[Finding], starting: Sequence[Withdrawal]
    ) -> dict[Question, tuple[str, ...]]:
        """Take in the findings, and the withdrawals, of the next day; return the states before of what changed."""
        for finding in new:
            self._every[finding.question].append(finding)
            self._of_observation[finding.observation].append(finding)
        again = self._withdraw(starting) if starting else set()
        touched = {finding.question for finding in new} | again
        before = {question: _told(self._kept[question]) for question in touched}
        for question in again:
            self._kept[question] = parted(self._every[question], self._holding).standing
        for finding in parted(new, self._holding).standing:
            if finding.question not in again:
                self._kept[finding.question].append(finding)
        for question in touched:
            self._kept[question] = decisive(self._kept[question])
        self._stale |= touched
        return {
            question: states for question, states in before.items() if states != _told(self._kept[question])
        }

    def entries(self) -> dict[Question, Entry]:
        """Return the entries as they are now."""
        for question in self._stale:
            self._entries[question] = entry_of(question, self._kept[question])
        self._stale.clear()
        return self._entries

    def trend(self) -> str:
        """Return the trend as it is now."""
        return trend_of(tuple(self.entries().values()))

    def _withdraw(self, starting: Sequence[Withdrawal]) -> set[Question]:
        """Return the questions on which findings fall or stand again, now that these withdrawals are known."""
        self._known += starting
        before, self._holding = set(self._holding), in_force_only(self._known)
        return {
            finding.question
            for each in before ^ set(self._holding)
            for finding in self._of_observation.get(each.observation, ())
            if each.concerns(finding)
        }


def _moment(
    day: str,
    components: Sequence[Mapping[str, Any]],
    entries: Mapping[Question, Entry],
    changed: Mapping[Question, tuple[str, ...]],
) -> Moment:
    whole = in_order(components, entries)
    order = {component["id"]: place for place, component in enumerate(components)}
    questions = sorted(
        changed, key=lambda each: (order.get(each[0] or "", len(order)), ASPECTS.index(each[1]))
    )
    parts = tuple(Changed(changed[question], entries[question]) for question in questions)
    return Moment(day, trend_of(whole), counts_of(whole), parts)


def _told(findings: Sequence[Finding]) -> tuple[str, ...]:
    day = max((finding.day for finding in findings), default="")
    return tuple(sorted({finding.state for finding in findings if finding.day == day})) or (UNKNOWN,)


def _by_day(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.day].append(finding)
    return found


def _starting(evidence: Evidence) -> dict[str, list[Withdrawal]]:
    """Return the withdrawals by the day from which both their observations count."""
    starting: dict[str, list[Withdrawal]] = defaultdict(list)
    for each in evidence.withdrawals:
        if each.by in evidence.days and each.observation in evidence.days:
            starting[max(evidence.days[each.by], evidence.days[each.observation])].append(each)
    return starting
