"""The status of a facility: the latest valid state of each component in each aspect, and the trend."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.evidence.findings import STATES_OF_ASPECT
from service.evidence.withdrawals import Evidence, ObservedState, Withdrawal, apply_withdrawals
from service.facilities.identification import is_identified
from service.facilities.trend import MIXED, UNCHANGED, UNKNOWN, direction
from service.records.clocks import NO_CLOCKS, Clocks

CONTESTED = "contested"
INTEGRITY, *_ = ASPECTS = tuple(STATES_OF_ASPECT)
# States that say nothing about the integrity of a component.
UNTOLD = frozenset({"obscured", "unknown"})
StatusQuery = tuple[str | None, str]


@dataclass(frozen=True)
class LastIntegrityChange:
    """The last change of a component's integrity, with the findings of that day; several where they compete.

    ``before`` are the previous states, none where no other state was seen before.
    """

    findings: tuple[ObservedState, ...]
    before: tuple[str, ...]
    direction: str | None

    @property
    def day(self) -> str:
        """The day on which the change was first seen."""
        return self.findings[0].day


@dataclass(frozen=True)
class StatusEntry:
    """The state of a component, or of the whole site, in one aspect.

    ``findings`` are the findings that it rests on: one, or one for each state where states compete on the last day;
    then ``state`` and ``since`` are null. ``first`` is the finding that begins the unbroken run of the state.
    """

    component: str | None
    aspect: str
    findings: tuple[ObservedState, ...] = ()
    first: ObservedState | None = None
    change: LastIntegrityChange | None = None

    @property
    def question(self) -> StatusQuery:
        """The question that the state answers: the component, ``None`` for the whole site, and the aspect."""
        return self.component, self.aspect

    @property
    def states(self) -> tuple[str, ...]:
        """The states of the last day; none if it was never observed."""
        return tuple(finding.state for finding in self.findings)

    @property
    def state(self) -> str | None:
        """The state, ``None`` if states compete."""
        if self.is_contested:
            return None
        return self.findings[0].state if self.findings else UNKNOWN

    @property
    def is_contested(self) -> bool:
        return len(self.findings) > 1

    @property
    def last_observed(self) -> str | None:
        """The day from which its last findings count."""
        return self.findings[0].day if self.findings else None

    @property
    def since(self) -> str | None:
        """The first day of the unbroken run of the state."""
        return self.first.day if self.first else None


@dataclass(frozen=True)
class Status:
    """The status of a facility: its entries, and the withdrawals that left evidence out."""

    entries: tuple[StatusEntry, ...]
    left_out: tuple[Withdrawal, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """The number of entries in each state, in the order of the states; contested entries have their own name."""
        return counts_of(self.entries)

    @property
    def trend(self) -> str:
        """The direction of the last change of the integrity of any component."""
        return trend_of(self.entries)

    @property
    def last_observed(self) -> str | None:
        """The last day of any entry."""
        return max((entry.last_observed for entry in self.entries if entry.last_observed), default=None)

    @property
    def last_changes(self) -> list[StatusEntry]:
        """The entries whose last change decides the trend: those of the latest day on which one had a direction."""
        return changes_of(self.entries)


def status_of(
    components: Iterable[Mapping[str, Any]], evidence: Evidence, clocks: Clocks = NO_CLOCKS
) -> Status:
    """Return the status that follows from the evidence: a pure function, independent of the order of the evidence.

    ``components`` are those of the facility, in its order; each that counts under the clocks has an entry for its
    integrity, ``unknown`` if it was never observed, and one for each other aspect that was observed. The whole site
    comes last.
    """
    in_force, _, by = apply_withdrawals(evidence.findings, evidence.withdrawals_in_force())
    return status_from(components, in_force, by, clocks)


def status_from(
    components: Iterable[Mapping[str, Any]],
    findings: Iterable[ObservedState],
    left_out: tuple[Withdrawal, ...],
    clocks: Clocks = NO_CLOCKS,
) -> Status:
    """Return the status that follows from findings, none of which is withdrawn, and the withdrawals that left others
    out.

    Of the findings on each question, only those that ``decisive`` keeps are needed.
    """
    answers: dict[StatusQuery, list[ObservedState]] = defaultdict(list)
    for finding in findings:
        answers[finding.question].append(finding)
    entries = {question: entry_of(question, found) for question, found in answers.items()}
    return Status(in_order(components, entries, clocks), left_out)


def in_order(
    components: Iterable[Mapping[str, Any]], entries: Mapping[StatusQuery, StatusEntry], clocks: Clocks
) -> tuple[StatusEntry, ...]:
    """Return the entries in the order of the facility's components, with an entry for each component never observed.

    Components count only from ``first_identified`` on (PRODUCT.md, section 2): see ``is_identified``.
    """
    found: list[StatusEntry] = []
    for component in components:
        found += _of_component(component, entries, clocks)
    return (*found, *(entry for aspect in ASPECTS if (entry := _observed(entries, None, aspect))))


def _of_component(
    component: Mapping[str, Any], entries: Mapping[StatusQuery, StatusEntry], clocks: Clocks
) -> Iterator[StatusEntry]:
    observed = {aspect: entry for aspect in ASPECTS if (entry := _observed(entries, component["id"], aspect))}
    if is_identified(component, clocks, is_observed=bool(observed)):
        # There is always an entry for integrity, since a component that counts must appear in the status.
        observed.setdefault(INTEGRITY, StatusEntry(component["id"], INTEGRITY))
        yield from (observed[aspect] for aspect in ASPECTS if aspect in observed)


def _observed(
    entries: Mapping[StatusQuery, StatusEntry], component: str | None, aspect: str
) -> StatusEntry | None:
    entry = entries.get((component, aspect))
    return entry if entry is not None and entry.findings else None


def entry_of(question: StatusQuery, findings: Sequence[ObservedState]) -> StatusEntry:
    """Return the entry that follows from these findings on one question, none of which is withdrawn.

    Only the findings that ``decisive`` keeps are needed.
    """
    if not findings:
        return StatusEntry(*question)
    latest = _latest(findings)
    change = _last_change(findings) if question[1] == INTEGRITY else None
    if len(latest) > 1:
        return StatusEntry(*question, tuple(latest[state] for state in sorted(latest)), None, change)
    ((state, finding),) = latest.items()
    return StatusEntry(*question, (finding,), _first_of_run(findings, state), change)


def decisive(findings: Sequence[ObservedState]) -> list[ObservedState]:
    """Return the findings on one question that decide its entry, now and when later ones are added.

    These are the last finding of each state, and the first of the current run, both with and without the findings that
    say nothing about integrity (``UNTOLD``).
    """
    last: dict[str, ObservedState] = {}
    for finding in findings:
        held = last.get(finding.state)
        if held is None or (finding.day, finding.precedence) > (held.day, held.precedence):
            last[finding.state] = finding
    kept = set(last.values())
    for some in (findings, [each for each in findings if each.state not in UNTOLD]):
        latest = _latest(some)
        if len(latest) == 1:
            kept.add(_first_of_run(some, next(iter(latest))))
    return sorted(kept)


def _latest(findings: Iterable[ObservedState]) -> dict[str, ObservedState]:
    """Return the states found on the last day, each with the finding that takes precedence."""
    latest: dict[str, ObservedState] = {}
    day = ""
    for finding in findings:
        if finding.day > day:
            day, latest = finding.day, {}
        if finding.day == day:
            held = latest.get(finding.state)
            if held is None or finding.precedence > held.precedence:
                latest[finding.state] = finding
    return latest


def _first_of_run(findings: Sequence[ObservedState], state: str) -> ObservedState:
    """Return the finding that begins the last run of a state: no later day has another state."""
    broken = max((finding.day for finding in findings if finding.state != state), default="")
    run = [finding for finding in findings if finding.state == state and finding.day > broken]
    first = min(finding.day for finding in run)
    return max((finding for finding in run if finding.day == first), key=lambda each: each.precedence)


def _last_change(findings: Sequence[ObservedState]) -> LastIntegrityChange | None:
    """Return the last change of integrity; a component seen for the first time has no previous states.

    ``None`` if no finding says anything about integrity.
    """
    told = [finding for finding in findings if finding.state not in UNTOLD]
    after = _latest(told)
    if not after:
        return None
    before: tuple[str, ...] = ()
    changed = tuple(after[state] for state in sorted(after))
    if len(after) == 1:
        (state,) = after
        changed = (_first_of_run(told, state),)
        before = tuple(sorted(_latest(finding for finding in told if finding.state != state)))
    earlier = {finding.state for finding in told} - after.keys()
    directions = {direction(one, other, earlier) for one in before or (None,) for other in after}
    return LastIntegrityChange(changed, before, directions.pop() if len(directions) == 1 else None)


def changes_of(entries: Iterable[StatusEntry]) -> list[StatusEntry]:
    """Return the entries whose last change had a direction, of the latest day on which there was one."""
    directed = [(entry.change.day, entry) for entry in entries if entry.change and entry.change.direction]
    last = max((day for day, _ in directed), default=None)
    return [entry for day, entry in directed if day == last]


def trend_of(entries: Sequence[StatusEntry]) -> str:
    """Return the direction of the last changes: ``unchanged`` if none had one, ``unknown`` if nothing was seen."""
    directions = {entry.change.direction for entry in changes_of(entries) if entry.change}
    if len(directions) > 1:
        return MIXED
    if directions:
        return str(directions.pop())
    return UNCHANGED if any(entry.change for entry in entries) else UNKNOWN


def counts_of(entries: Iterable[StatusEntry]) -> dict[str, int]:
    """Return how many entries have each state that occurs, in the order of the states.

    ``unknown`` is counted only for the integrity of components, which always has an entry: an observer who looked at
    another aspect and could not determine it does not change the status.
    """
    found = Counter(
        entry.state or CONTESTED
        for entry in entries
        if entry.state != UNKNOWN or (entry.component is not None and entry.aspect == INTEGRITY)
    )
    order = (*dict.fromkeys(state for states in STATES_OF_ASPECT.values() for state in states), CONTESTED)
    return {state: found[state] for state in order if found[state]}
