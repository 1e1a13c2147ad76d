"""Reading the state of play, and its answer in the shape of ``answers``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection

from service.evidence.citations import citations_of
from service.evidence.left_out import MOST_COUNTED, records_not_public
from service.facilities.routes import status_document
from service.parades.lookup import comparison_of, last_parade, parade_before
from service.records.clocks import Clocks, at_reference_date
from service.records.coverage import coverage_of
from service.records.http.answers import CLOCKS, under_clocks
from service.records.index.conditions import Condition, ConditionRows
from service.records.index.listing import page
from service.records.index.public_days import Public
from service.records.index.selection import Selection, place_of
from service.records.links import link_to
from service.records.publication import clocks_of
from service.records.schemas.record_part import RecordPart
from service.situation.answers import (
    MOST_FACILITIES,
    SituationCommunication,
    SituationFacility,
    SituationHeldSummit,
    SituationStep,
    SituationSummit,
    SituationUncertainSummit,
)
from service.situation.situation import (
    HELD,
    LATEST_COMMUNICATIONS,
    Summits,
    SummitStatus,
    select_summits,
    summit_status,
)
from service.summits.status import UNCERTAIN

Document = dict[str, Any]
Values = Mapping[str, Any]
_CHUNK = 200
COVERED_TYPES = ("summit", "communication", "parade", "observation")


def situation_document(connection: Connection, values: Values, at: int | None) -> Document:
    """Return the state of play in the shape of ``Situation``.

    ``values`` may hold ``as_of``, ``published_until`` (ISO dates) and ``known_at`` (RFC 3339), and ``at`` is the
    change number that the last asks about, ``None`` for now.
    """
    asked, values = values, at_reference_date(values)
    left_out = LeftOutCount()
    summits = read_summits(connection, values, at, left_out)
    held = [summits.last_held] if summits.last_held else []
    statuses = [*held, *summits.in_preparation, *summits.uncertain]
    clocks = clocks_of(connection, [each.summit for each in statuses], values, at)
    return {
        "clocks": {name: asked.get(name) for name in CLOCKS},
        "reference_date": values["as_of"],
        "last_summit_held": _summit(summits.last_held, clocks) if summits.last_held else None,
        "summits_in_preparation": [_summit(each, clocks) for each in summits.in_preparation],
        "summits_uncertain": [_summit(each, clocks) for each in summits.uncertain],
        "latest_communications": list(islice(_communications(connection, values, at), LATEST_COMMUNICATIONS)),
        "last_parade": _parade(connection, values, at),
        "facilities": list(islice(_facilities(connection, values, at), MOST_FACILITIES)),
        "left_out": {
            "summit_steps": min(left_out.steps, MOST_COUNTED),
            "communications": not_public(connection, "communication", values, at),
            "parades": not_public(connection, "parade", values, at),
        },
        "coverage": coverage_of(connection, COVERED_TYPES, values),
    }


@dataclass
class LeftOutCount:
    """How many steps of summits had been taken by ``as_of`` that ``published_until`` leaves out, as far as counted."""

    steps: int = 0


def read_summits(connection: Connection, values: Values, at: int | None, left_out: LeftOutCount) -> Summits:
    """Return the summits of the state of play: all are gone through, since one may be in preparation for years."""

    def statuses() -> Iterator[SummitStatus | None]:
        for summit, clocks in _walk(connection, Selection("summit", at=at), values):
            untold = (step for step in summit["steps"] if not clocks.counts(step, summit))
            left_out.steps += sum(
                replace(clocks, published_until=None).holds(step, summit) for step in untold
            )
            yield summit_status(summit, clocks)

    return select_summits(statuses())


def not_public(connection: Connection, record_type: str, values: Values, at: int | None) -> int:
    """Return how many records of a type had certainly come by ``as_of`` and were not public by ``published_until``."""
    if "published_until" not in values:
        return 0
    return records_not_public(
        connection, Selection(record_type, at=at), values["published_until"], values["as_of"]
    )


def _walk(
    connection: Connection,
    selection: Selection,
    values: Values,
    *,
    descending: bool = True,
    chunk: int = _CHUNK,
) -> Iterator[tuple[Document, Clocks]]:
    """Yield the records selected, in the order of their sort keys, each with the clocks that know its sources."""
    after = None
    while True:
        rows = page(connection, selection, "sort_key", descending=descending, after=after, limit=chunk)
        records = [orjson.loads(row.body) for row in rows]
        clocks = clocks_of(connection, records, values, selection.at)
        for record in records:
            yield record, clocks
        if len(rows) < chunk:
            return
        after = place_of(rows[-1], "sort_key")


def _summit(found: SummitStatus, clocks: Clocks) -> Document:
    summit = found.summit

    def evidence(index: int) -> Document:
        pointer, citations = f"/steps/{index}", citations_of(summit["steps"][index], summit, clocks)
        return {"record": link_to(summit), "pointer": pointer, "citations": citations}

    def step(index: int) -> Document:
        return _shaped(SituationStep, summit["steps"][index], evidence(index))

    document = {
        "record": link_to(summit),
        "citations": citations_of(summit, summit, clocks),
        "status": found.status,
        "since": found.since,
        "rests_on": step(found.last),
        "since_rests_on": evidence(found.began),
        "asked_for": None if found.asked_for is None else step(found.asked_for),
    }
    if found.status == UNCERTAIN:
        return _shaped(SituationUncertainSummit, summit, document | {"steps_left_out": found.untold})
    if found.status != HELD:
        return _shaped(SituationSummit, summit, document)
    # The outcome has no citations of its own.
    outcome = (summit["outcome"] or {}) if clocks.counts(summit, summit) else {}
    return _shaped(SituationHeldSummit, summit, document | {"result": outcome.get("result")})


def _communications(connection: Connection, values: Values, at: int | None) -> Iterator[Document]:
    conditions: tuple[Condition, ...] = ()
    if "published_until" in values:
        conditions = (Public(values["published_until"]),)
    selection = Selection("communication", conditions, ConditionRows(sort_key_to=values.get("as_of")), at=at)
    for found, clocks in _walk(connection, selection, values, chunk=2 * LATEST_COMMUNICATIONS):
        if clocks.holds(found, found):
            own = {
                "record": link_to(found),
                "pointer": "",
                "citations": citations_of(found, found, clocks),
            }
            yield _shaped(SituationCommunication, found, own)


def _parade(connection: Connection, values: Values, at: int | None) -> Document | None:
    parade = last_parade(connection, values, at)
    if parade is None:
        return None
    before, _ = parade_before(connection, parade, values, at)
    compared = comparison_of(connection, parade, before, values, at)
    return {
        "parade": compared["parade"],
        "with": compared["with"],
        "no_longer_shown": {name: compared[name]["no_longer_shown"] for name in ("systems", "categories")},
        "comparison": under_clocks(f"{parade['self']}/comparison", values),
    }


def _facilities(connection: Connection, values: Values, at: int | None) -> Iterator[Document]:
    for facility, clocks in _walk(connection, Selection("facility", at=at), values, descending=False):
        status = status_document(connection, facility, values, at)
        if status["last_observed"] is None and not clocks.reported(facility, accounts=()):
            continue
        own = {
            "last_observed_by": _observed_by(status),
            "left_out": {
                name: status["left_out"][name] for name in ("retracted", "superseded", "not_public")
            },
            "status": under_clocks(f"{facility['self']}/status", values),
        }
        yield _shaped(SituationFacility, status, own)


def _observed_by(status: Document) -> list[Document]:
    """Return the observations that the states of a status' last day come from, each with their citations."""
    found: dict[str, Document] = {}
    for entry in status["components"]:
        if status["last_observed"] is None or entry["last_observed"] != status["last_observed"]:
            continue
        for finding in (*entry["rests_on"], *entry["conflicts"]):
            record = finding["record"]
            observed = found.setdefault(record["id"], {"record": record, "pointer": "/date", "citations": []})
            new = [each for each in finding["citations"] if each not in observed["citations"]]
            observed["citations"].extend(new)
    return [found[record_id] for record_id in sorted(found)]


def _shaped(shape: type[RecordPart], told: Mapping[str, Any], own: Mapping[str, Any]) -> Document:
    """Return the members of a shape: its own, and of the others what is told."""
    document: Document = {}
    for name in shape._declared_fields:
        document[name] = own[name] if name in own else told[name]
        for bound in (f"{name}_earliest", f"{name}_latest"):
            if bound in shape.read_only():
                document[bound] = told[bound]
    return document
