"""Reading the evidence on a facility: of all its observations only those that its status follows from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from service.facilities.presentation import told_of
from service.facilities.standing import Evidence, Finding, standing
from service.facilities.status import INTEGRITY, UNTOLD, Status, status_of
from service.records.findings import FINDING, WITHDRAWN_AT, WITHDRAWS, finding_term
from service.records.lending import UNSETTLED
from service.records.publication import clocks_of
from service.records.published import published
from service.records.reading import bodies_at
from service.records.series import (
    Place,
    Terms,
    beginning,
    bodies_of,
    first_after,
    having,
    last_of_each,
    seqs_with,
)

OBSERVATION = "observation"
Document = dict[str, Any]
Values = Mapping[str, Any]


def read_status(
    connection: Connection, facility: Mapping[str, Any], values: Values, at: int | None
) -> tuple[Status, dict[str, Document]]:
    """Return the status of a facility under the clocks in ``values``, and the observations it speaks of, by id.

    ``facility`` is its document and ``at`` the change number that ``known_at`` asks about, ``None`` for now. The time
    this takes does not grow with the facility's observations, only with those that withdraw others.
    """
    until = values.get("published_until")
    documents = _withdrawing_and_withdrawn(connection, facility["id"], at)
    evidence = Evidence(facility["id"])
    evidence.add(documents.values(), clocks_of(connection, documents.values(), values, at))
    terms = Terms(
        OBSERVATION,
        FINDING,
        f"{facility['id']}|",
        at,
        values.get("as_of"),
        None if until is None else published(connection, until, at),
        frozenset(_taken_back(evidence, documents)),
    )
    found = {_finding(place) for place in _decisive_places(connection, terms)}
    evidence.findings += found.difference(evidence.findings)
    status = status_of(facility["components"], evidence)
    missing = told_of(status) - documents.keys()
    return status, documents | bodies_at(connection, OBSERVATION, sorted(missing), at)


def read_evidence(connection: Connection, facility_id: str, values: Values, at: int | None) -> Evidence:
    """Return all evidence on a facility under the clocks; read in batches, of which only the findings are kept."""
    evidence = Evidence(facility_id)
    others = _withdrawing_and_withdrawn(connection, facility_id, at)
    evidence.add(others.values(), clocks_of(connection, others.values(), values, at))
    for seqs in _batches(seqs_with(connection, OBSERVATION, ("facility", facility_id), at)):
        observations = bodies_of(connection, seqs)
        evidence.add(observations, clocks_of(connection, observations, values, at))
    return evidence


def _batches(seqs: list[int], size: int = 500) -> Iterator[list[int]]:
    for start in range(0, len(seqs), size):
        yield seqs[start : start + size]


def _withdrawing_and_withdrawn(
    connection: Connection, facility_id: str, at: int | None
) -> dict[str, Document]:
    """Return the facility's observations that others withdraw, and all that have a say in whether these may."""
    start = f"{facility_id}|"
    withdrawn = beginning(connection, OBSERVATION, WITHDRAWN_AT, start, at)
    pairs = [(value.removeprefix(start), by) for value, by in withdrawn]
    # Those that came to this facility, or to be at all, after something withdrew them.
    unsettled = [record_id for _, record_id in beginning(connection, OBSERVATION, UNSETTLED, start, at)]
    if unsettled:
        pairs += having(connection, OBSERVATION, WITHDRAWS, unsettled, at)
    documents: dict[str, Document] = {}
    while wanted := {record_id for pair in pairs for record_id in pair} - documents.keys():
        found = bodies_at(connection, OBSERVATION, sorted(wanted), at)
        documents |= found
        # What withdraws this facility's own is all found already.
        foreign = [each["id"] for each in found.values() if each["facility"] != facility_id]
        pairs = having(connection, OBSERVATION, WITHDRAWS, foreign, at) if foreign else []
    return documents


def _taken_back(evidence: Evidence, documents: Mapping[str, Document]) -> set[str]:
    """Return the terms, with their record, of the findings that do not stand."""
    stands = set(standing(evidence.findings, evidence.holding()))
    return {
        _key(documents[finding.observation], finding.place)
        for finding in evidence.findings
        if finding not in stands
    }


def _key(observation: Document, index: int) -> str:
    return f"{finding_term(observation, observation['findings'][index])} {observation['id']}"


def _decisive_places(connection: Connection, terms: Terms) -> set[Place]:
    """Return where the findings are that ``status.decisive`` would keep of all."""
    last = last_of_each(connection, terms)
    questions: dict[str, list[Place]] = defaultdict(list)
    for place in last:
        questions[place.series.rsplit("|", 2)[0]].append(place)
    runs: dict[tuple[str, str | None], None] = {}
    for question, places in questions.items():
        runs |= dict.fromkeys(_run(places))
        if question.endswith(f"|{INTEGRITY}"):
            runs |= dict.fromkeys(_run([place for place in places if _state(place) not in UNTOLD]))
    return {*last, *first_after(connection, terms, runs)}


def _run(places: list[Place]) -> list[tuple[str, str | None]]:
    """Return the series of the state that has lasted until now, with the last day of any other; [] if contested."""
    latest = max((place.day for place in places), default=None)
    current = [place for place in places if place.day == latest]
    if len(current) != 1:
        return []
    broken = max((place.day for place in places if place.day != latest), default=None)
    return [(current[0].series, broken)]


def _state(place: Place) -> str:
    return place.series.rsplit("|", 2)[1]


def _finding(place: Place) -> Finding:
    _, component, aspect, state, _ = place.series.split("|")
    return Finding(component or None, aspect, state, place.day, place.first_day, place.id, place.number)
