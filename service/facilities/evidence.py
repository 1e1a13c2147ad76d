"""Reads the evidence on a facility: only those of its observations that decide its status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from service.evidence.findings import EARLY, FINDING, WITHDRAWN_AT, WITHDRAWS
from service.evidence.publication import Published, published
from service.evidence.series import (
    Between,
    SeriesPosition,
    TermRow,
    Terms,
    beginning,
    bodies_of,
    count_not_public,
    first_after,
    having,
    last_of_each,
    last_value,
    of_records,
    seqs_with,
)
from service.evidence.withdrawals import Evidence, ObservedState, Withdrawal, apply_withdrawals
from service.facilities.presentation import told_of
from service.facilities.status import INTEGRITY, UNTOLD, Status, status_from
from service.records.clocks import Clocks
from service.records.index.copies import STALE_COPIES
from service.records.publication import clocks_of
from service.records.reading import bodies_at

OBSERVATION = "observation"
Document = dict[str, Any]
Values = Mapping[str, Any]


def read_status(
    connection: Connection, facility: Mapping[str, Any], values: Values, at: int | None
) -> tuple[Status, dict[str, Document]]:
    """Return the status of a facility under the clocks in ``values``, and the observations that its answer cites, by
    id.

    ``facility`` is its document and ``at`` the change number that ``known_at`` stands for, ``None`` for now. The time
    does not grow with the number of the facility's observations, except for those that withdraw others, and for
    findings of days before ``published_until`` that were not public yet: the scan of the index passes over each of
    these.
    """
    until = values.get("published_until")
    public = None if until is None else published(connection, until, at)
    evidence = _withdrawn(connection, facility["id"], values.get("as_of"), public, at)
    _, withdrawn, by = apply_withdrawals(evidence.findings, evidence.withdrawals_in_force())
    terms = Terms(
        OBSERVATION,
        FINDING,
        f"{facility['id']}|",
        at,
        _last_day(connection, facility["id"], values.get("as_of"), public, at),
        public,
        frozenset(_key(facility["id"], each) for each in withdrawn),
    )
    found = map(_finding, _decisive_places(connection, terms))
    clocks = Clocks(values.get("as_of"), until)
    status = status_from(facility["components"], found, by, clocks)
    return status, bodies_at(connection, OBSERVATION, sorted(told_of(status)), at)


def findings_not_public(connection: Connection, facility_id: str, values: Values, at: int | None) -> int:
    """Return how many findings on a facility count by ``as_of`` and were not public by ``published_until``.

    The time grows with the number of the facility's findings, because each is tested in the index.
    """
    if "published_until" not in values:
        return 0
    public = published(connection, values["published_until"], at)
    return count_not_public(
        connection, Terms(OBSERVATION, FINDING, f"{facility_id}|", at, values["as_of"], public)
    )


def read_evidence(connection: Connection, facility_id: str, values: Values, at: int | None) -> Evidence:
    """Return all evidence on a facility under the clocks; read in batches, of which only the findings are retained."""
    evidence = Evidence(facility_id)
    withdrawals = [_withdrawal(row) for row in _withdrawing(connection, facility_id, at)]
    involved = {record_id for each, _ in withdrawals for record_id in (each.by, each.observation)}
    others = bodies_at(connection, OBSERVATION, sorted(involved), at).values()
    evidence.add(others, clocks_of_evidence(connection, others, values, at))
    for seqs in _batches(seqs_with(connection, OBSERVATION, ("facility", facility_id), at)):
        observations = bodies_of(connection, seqs)
        evidence.add(observations, clocks_of_evidence(connection, observations, values, at))
    return evidence


def clocks_of_evidence(
    connection: Connection, observations: Iterable[Document], values: Values, at: int | None
) -> Clocks:
    """Return the clocks of a request for what the observations themselves state; their claims are disregarded."""
    stated = [{"citations": each["citations"]} for each in observations]
    return clocks_of(connection, stated, values, at)


def _batches(seqs: list[int], size: int = 500) -> Iterator[list[int]]:
    for start in range(0, len(seqs), size):
        yield seqs[start : start + size]


def _withdrawn(
    connection: Connection, facility_id: str, as_of: str | None, public: Published | None, at: int | None
) -> Evidence:
    """Return the withdrawals that concern a facility, and those of its findings that they concern."""
    evidence = Evidence(facility_id)
    for row in _withdrawing(connection, facility_id, at):
        withdrawal, day = _withdrawal(row)
        if as_of is None or day <= as_of:
            evidence.days[withdrawal.by] = day
            if public is None or public.holds(row.sort_key):
                evidence.withdrawals.append(withdrawal)
    concerned, here = {each.observation for each in evidence.withdrawals}, f"{facility_id}|"
    for row in of_records(connection, OBSERVATION, FINDING, concerned, at):
        finding = _finding(row)
        if as_of is None or finding.day <= as_of:
            evidence.days[row.id] = finding.day
            if row.value.startswith(here) and (public is None or public.holds(row.sort_key)):
                evidence.findings.append(finding)
    return evidence


def _last_day(
    connection: Connection, facility_id: str, as_of: str | None, public: Published | None, at: int | None
) -> str | None:
    """Return a day after which no finding counts, ``None`` where findings of any day may count."""
    if public is None or public.stale:
        return as_of
    # Later findings are not public by then, except those with an ``early`` term.
    early = last_value(connection, Terms(OBSERVATION, EARLY, f"{facility_id}|", at, published=public))
    until = public.until if early is None else max(public.until, early.rpartition("|")[2])
    return until if as_of is None else min(until, as_of)


def _withdrawing(connection: Connection, facility_id: str, at: int | None) -> list[TermRow]:
    """Return the rows of all withdrawals of the facility's observations, and of those that affect these withdrawals."""
    start = f"{facility_id}|"
    rows = beginning(connection, OBSERVATION, WITHDRAWN_AT, start, at)
    # The value finds withdrawals of this facility's observations, except of those created here or moved here
    # afterwards.
    asked = {row.id for row in beginning(connection, OBSERVATION, STALE_COPIES, start, at)}
    asked |= {row.id for row in rows if _facility(row) != facility_id}
    read: set[str] = set()
    while asked:
        new = {row.id for row in having(connection, OBSERVATION, WITHDRAWS, asked, at)} - read
        found = of_records(connection, OBSERVATION, WITHDRAWN_AT, new, at)
        asked = {row.id for row in found if _facility(row) != facility_id}
        read |= new
        rows += found
    return rows


def _withdrawal(row: TermRow) -> tuple[Withdrawal, str]:
    """Return the withdrawal in a row, and the day from which the observation that withdraws counts."""
    _, withdrawn, relation, components, _, day = row.value.split("|")
    return Withdrawal(withdrawn, row.id, relation, tuple(filter(None, components.split(",")))), day


def _facility(row: TermRow) -> str:
    return row.value.rsplit("|", 2)[1]


def _key(facility_id: str, finding: ObservedState) -> str:
    value = (
        facility_id,
        finding.component or "",
        finding.aspect,
        finding.state,
        finding.day,
        finding.earliest,
    )
    return f"{'|'.join(value)} {finding.observation}"


def _decisive_places(connection: Connection, terms: Terms) -> set[SeriesPosition]:
    """Return the places of the findings that ``status.decisive`` would keep if it were given all."""
    last = last_of_each(connection, terms)
    questions: dict[str, list[SeriesPosition]] = defaultdict(list)
    for place in last:
        questions[place.series.rsplit("|", 2)[0]].append(place)
    runs: dict[Between, None] = {}
    for question, places in questions.items():
        runs |= dict.fromkeys(_run(places))
        if question.endswith(f"|{INTEGRITY}"):
            runs |= dict.fromkeys(_run([place for place in places if _state(place) not in UNTOLD]))
    return {*last, *first_after(connection, terms, runs)}


def _run(places: list[SeriesPosition]) -> list[Between]:
    """Return the series of the current state, after the last day of any other state; [] if the state is contested."""
    latest = max((place.day for place in places), default=None)
    current = [place for place in places if place.day == latest]
    if len(current) != 1:
        return []
    broken = max((place.day for place in places if place.day != latest), default="")
    return [Between(current[0].series, broken, current[0].day)]


def _state(place: SeriesPosition) -> str:
    return place.series.rsplit("|", 2)[1]


def _finding(place: SeriesPosition | TermRow) -> ObservedState:
    _, component, aspect, state, day, first_day = place.value.split("|")
    return ObservedState(component or None, aspect, state, day, first_day, place.id, place.number)
