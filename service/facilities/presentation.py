"""The status and its history as documents, in the shape of ``answers``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from service.evidence.citations import citations_of, own_citations
from service.evidence.withdrawals import ObservedState, Withdrawal
from service.facilities.answers import MOST_LEFT_OUT
from service.facilities.history import HistoryEntry
from service.facilities.period_answers import MOST_PERIODS
from service.facilities.periods import Period, PeriodRow
from service.facilities.status import Status, StatusEntry
from service.records.clocks import Clocks
from service.records.links import link_of, link_to

Document = Mapping[str, Any]
_TOLD = ("state", "extent", "description", "credibility", "alternatives", "reversible")


@dataclass(frozen=True)
class Presentation:
    """The data needed to present a status: its facility, the observations that it cites by id, and the clocks."""

    facility: Document
    observations: Mapping[str, Document]
    clocks: Clocks

    def status(self, status: Status, reference: str, history: str, not_public: int) -> dict[str, Any]:
        """Return a ``FacilityStatus``; days are counted to ``reference``, ``history`` is the URL of the history.

        ``not_public`` is the number of findings that ``published_until`` leaves out.
        """
        return {
            "facility": self.link,
            "reference_date": reference,
            "trend": status.trend,
            "last_change": self._last_change(status.last_changes),
            "last_observed": status.last_observed,
            "days_since_observed": days_between(status.last_observed, reference),
            "counts": status.counts,
            "components": [self.entry(entry, reference) for entry in status.entries],
            "left_out": self._left_out(status.left_out, not_public),
            "history": history,
        }

    def moment(self, moment: HistoryEntry, status_on: Callable[[str], str]) -> dict[str, Any]:
        """Return a ``StatusChange``; ``status_on`` returns the URL of the status on a day."""
        return {
            "date": moment.day,
            "trend": moment.trend,
            "counts": moment.counts,
            "changed": [
                self.entry(each.entry, moment.day) | {"before": list(each.before)} for each in moment.changed
            ],
            "status": status_on(moment.day),
        }

    def periods(
        self, rows: Sequence[PeriodRow], left_out: tuple[Withdrawal, ...], reference: str, not_public: int
    ) -> dict[str, Any]:
        """Return ``FacilityStatusPeriods``."""
        return {
            "facility": self.link,
            "reference_date": reference,
            "rows": [
                {
                    "component": row.entry.component,
                    "name": self._name(row.entry.component),
                    "aspect": row.entry.aspect,
                    "periods": [self._period(each) for each in row.periods[-MOST_PERIODS:]],
                    "earlier_periods": max(0, len(row.periods) - MOST_PERIODS),
                }
                for row in rows
            ],
            "left_out": self._left_out(left_out, not_public),
        }

    @property
    def link(self) -> dict[str, Any]:
        """The ``FacilityLink``."""
        return link_to(self.facility) | {"name": self.facility["name"]}

    def entry(self, entry: StatusEntry, reference: str) -> dict[str, Any]:
        """Return a ``FacilityStatusEntry``."""
        findings = [self._finding(finding) for finding in entry.findings]
        return {
            "component": entry.component,
            "name": self._name(entry.component),
            "aspect": entry.aspect,
            "state": entry.state,
            "since": entry.since,
            "last_observed": entry.last_observed,
            "days_since_observed": days_between(entry.last_observed, reference),
            "rests_on": [] if entry.is_contested else findings,
            "since_rests_on": link_of("observation", entry.first.observation) if entry.first else None,
            "conflicts": findings if entry.is_contested else [],
        }

    def _period(self, period: Period) -> dict[str, Any]:
        return {
            "states": list(period.states),
            "from": period.days[0],
            "last_observed": period.days[-1],
            "until": period.until,
            "observed_on": list(period.days[-MOST_PERIODS:]),
            "observed_days": len(period.days),
            "rests_on": [self._finding(finding) for finding in period.last],
        }

    def _finding(self, finding: ObservedState) -> dict[str, Any]:
        observation, pointer = self.observations[finding.observation], f"/findings/{finding.place}"
        told = observation["findings"][finding.place]
        return {
            "record": link_to(observation),
            "pointer": pointer,
            **{name: observation[name] for name in ("date", "date_earliest", "date_latest", "method")},
            **{name: told[name] for name in _TOLD},
            "citations": self._citations(observation, pointer),
        }

    def _last_change(self, entries: list[StatusEntry]) -> dict[str, Any] | None:
        changes = [(entry, entry.change) for entry in entries if entry.change]
        if not changes:
            return None
        return {
            "date": changes[0][1].day,
            "changes": [
                {
                    "component": entry.component,
                    "name": self._name(entry.component),
                    "before": list(change.before),
                    "direction": change.direction,
                    "rests_on": [self._finding(finding) for finding in change.findings],
                }
                for entry, change in changes
            ],
        }

    def _left_out(self, withdrawals: tuple[Withdrawal, ...], not_public: int) -> dict[str, Any]:
        retracted = {each.observation for each in withdrawals if each.relation == "retracts"}
        return {
            "retracted": len(retracted),
            "superseded": len({each.observation for each in withdrawals} - retracted),
            "not_public": not_public,
            "observations": [self._withdrawal(each) for each in withdrawals[:MOST_LEFT_OUT]],
        }

    def _withdrawal(self, withdrawal: Withdrawal) -> dict[str, Any]:
        by = self.observations[withdrawal.by]
        index = next(
            index
            for index, each in enumerate(by["related"])
            if (each["observation"], each["relation"], tuple(sorted(each["components"])))
            == (withdrawal.observation, withdrawal.relation, withdrawal.components)
        )
        return {
            "record": link_of("observation", withdrawal.observation),
            "relation": withdrawal.relation,
            "components": list(withdrawal.components),
            "by": link_to(by),
            "pointer": f"/related/{index}",
            "citations": self._citations(by, f"/related/{index}"),
        }

    def _citations(self, observation: Document, pointer: str) -> list[dict[str, Any]]:
        return citations_of({"citations": own_citations(observation, pointer)}, observation, self.clocks)

    def _name(self, component: str | None) -> str | None:
        return next((each["name"] for each in self.facility["components"] if each["id"] == component), None)


def told_of(status: Status) -> set[str]:
    """Return the ids of the observations that the answer with this status cites."""
    findings = [finding for entry in status.entries for finding in entry.findings]
    findings += [
        finding for entry in status.last_changes if entry.change for finding in entry.change.findings
    ]
    return {finding.observation for finding in findings} | {
        each.by for each in status.left_out[:MOST_LEFT_OUT]
    }


def days_between(day: str | None, reference: str) -> int | None:
    """Return the number of days from one ISO date to a later one; ``None`` if the first is ``None``."""
    if day is None:
        return None
    return (date.fromisoformat(reference) - date.fromisoformat(day)).days
