"""Decides which evidence counts: dated, public, and neither retracted nor superseded by an observation in force."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from service.evidence.citations import own_citations
from service.evidence.findings import WITHDRAWING, day_of
from service.records.clocks import Clocks
from service.records.schemas.dates import DateBounds

Document = Mapping[str, Any]


class ObservedState(NamedTuple):
    """A state that an observation found; ``day`` is that from which it certainly counts, ``earliest`` its first day."""

    component: str | None
    aspect: str
    state: str
    day: str
    earliest: str
    observation: str
    place: int

    @property
    def question(self) -> tuple[str | None, str]:
        """The question that the state answers: the component, ``None`` for the whole site, and the aspect."""
        return self.component, self.aspect

    @property
    def precedence(self) -> tuple[str, str, int]:
        """Sort key that decides which of several findings of one state and day is cited: the most precisely dated, then
        by id.
        """
        return self.earliest, self.observation, -self.place


class Withdrawal(NamedTuple):
    """An observation withdrawn by another, wholly, or for some components."""

    observation: str
    by: str
    relation: str
    components: tuple[str, ...]

    def concerns(self, finding: ObservedState) -> bool:
        """Return whether this finding is withdrawn."""
        same = finding.observation == self.observation
        return same and (not self.components or finding.component in self.components)


@dataclass
class Evidence:
    """What the observations of a facility state under the clocks, before withdrawals are applied."""

    facility: str
    findings: list[ObservedState] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    days: dict[str, str] = field(default_factory=dict)

    def add(self, observations: Iterable[Document], clocks: Clocks) -> None:
        """Add what these documents state, if it was certainly the case by ``as_of`` and public by ``published_until``.

        Of observations of other facilities only the withdrawals count.
        """
        for observation in observations:
            record_id, day = observation["id"], day_of(observation)
            if record_id in self.days or (clocks.as_of is not None and day > clocks.as_of):
                continue
            self.days[record_id] = day
            for index, related in enumerate(observation["related"]):
                if related["relation"] in WITHDRAWING and _counts(observation, f"/related/{index}", clocks):
                    components = tuple(sorted(related["components"]))
                    withdrawal = Withdrawal(
                        related["observation"], record_id, related["relation"], components
                    )
                    self.withdrawals.append(withdrawal)
            if observation["facility"] == self.facility:
                self.findings += _findings(observation, day, clocks)

    def withdrawals_in_force(self) -> list[Withdrawal]:
        """Return the withdrawals in force, in order: those by observations that are certainly in force.

        An observation is not in force if one that is in force withdraws it as a whole (PRODUCT.md, section 2). In a
        cycle of withdrawals nothing is certain, and none of them is in force.
        """
        return in_force_only(
            each for each in self.withdrawals if each.by in self.days and each.observation in self.days
        )


def in_force_only(withdrawals: Iterable[Withdrawal]) -> list[Withdrawal]:
    """Return the withdrawals made by observations that are certainly in force, given all withdrawals there are.

    An observation that no other withdraws as a whole is in force; an observation that it withdraws as a whole is not;
    one whose withdrawers are all out of force is in force again. Observations that remain undecided are part of a cycle
    or depend on one, and withdraw nothing.
    """
    every = sorted(set(withdrawals))
    if {each.by for each in every}.isdisjoint(each.observation for each in every):
        # No observation that withdraws is itself withdrawn.
        return every
    targets: dict[str, set[str]] = defaultdict(set)
    waiting: dict[str, set[str]] = defaultdict(set)
    for each in every:
        if not each.components:
            targets[each.by].add(each.observation)
            waiting[each.observation].add(each.by)
    in_force: dict[str, bool] = {}
    ready = deque((each.by, True) for each in every if not waiting.get(each.by))
    while ready:
        record_id, stands = ready.popleft()
        if record_id in in_force:
            continue
        in_force[record_id] = stands
        for target in targets.get(record_id, ()):
            waiting[target].discard(record_id)
            if stands:
                ready.append((target, False))
            elif not waiting[target]:
                ready.append((target, True))
    return [each for each in every if in_force.get(each.by)]


class AppliedWithdrawals(NamedTuple):
    """Findings that count, those that are withdrawn, and the withdrawals that apply to any of them, in order."""

    in_force: list[ObservedState]
    withdrawn: list[ObservedState]
    by: tuple[Withdrawal, ...]


def apply_withdrawals(
    findings: Iterable[ObservedState], withdrawals: Sequence[Withdrawal]
) -> AppliedWithdrawals:
    """Separate the findings that no withdrawal in force concerns from the others."""
    by_observation: dict[str, list[Withdrawal]] = defaultdict(list)
    for withdrawal in withdrawals:
        by_observation[withdrawal.observation].append(withdrawal)
    in_force: list[ObservedState] = []
    withdrawn: list[ObservedState] = []
    taking: set[Withdrawal] = set()
    for finding in findings:
        found = by_observation.get(finding.observation)
        if found and (concerned := [each for each in found if each.concerns(finding)]):
            withdrawn.append(finding)
            taking.update(concerned)
        else:
            in_force.append(finding)
    return AppliedWithdrawals(in_force, withdrawn, tuple(each for each in withdrawals if each in taking))


def _counts(observation: Document, pointer: str, clocks: Clocks) -> bool:
    if clocks.published_until is None:
        return True
    return clocks.counts({"citations": own_citations(observation, pointer)}, observation)


def _findings(observation: Document, day: str, clocks: Clocks) -> list[ObservedState]:
    earliest = DateBounds(observation["date_earliest"], observation["date_latest"]).first
    return [
        ObservedState(
            each["component"], each["aspect"], each["state"], day, earliest, observation["id"], index
        )
        for index, each in enumerate(observation["findings"])
        if _counts(observation, f"/findings/{index}", clocks)
    ]
