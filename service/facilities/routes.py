"""The derived views of facilities: the status, and its history."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection

from service.evidence.withdrawals import apply_withdrawals
from service.facilities.answers import MOST_LEFT_OUT, FacilityStatus, FacilityStatusHistory
from service.facilities.evidence import (
    clocks_of_evidence,
    findings_not_public,
    read_evidence,
    read_status,
)
from service.facilities.history import HistoryEntry, history_of
from service.facilities.period_answers import MOST_PERIODS, FacilityStatusPeriods
from service.facilities.periods import periods_of
from service.facilities.presentation import Presentation
from service.records.clocks import Clocks, at_reference_date
from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.answers import resolve_known_at, under_clocks
from service.records.http.forms import view_tables
from service.records.http.forms.view_tables import TableRows
from service.records.http.paging import Page
from service.records.http.record import find_record
from service.records.http.resource import ID, RecordResource
from service.records.reading import bodies_at
from service.web.operation import Answer

Document = dict[str, Any]
Values = Mapping[str, Any]
_EVIDENCE = ("rests_on", "conflicts")
_ENTRIES = TableRows(("components",), ("facility", "reference_date"), _EVIDENCE)
_CHANGES = TableRows(("items", "changed"), ("facility",), _EVIDENCE)


def views(context: Context) -> list[RecordResource]:
    """Return the resources of the views of facilities."""
    facilities = context.registry.named("facility")
    clocks = [*parameters.view_clocks(), parameters.byte_order_mark()]
    paging = [parameters.limit(), parameters.cursor()]

    path = f"/v1/facilities/{ID}/status"
    return [
        RecordResource(path, "facilities.status", facilities).on_view(
            partial(get_facility_status, context),
            clocks,
            FacilityStatus,
            "/v1/facilities/sohae/status?as_of=2018-07-21",
            view_tables.of_view(context, partial(get_facility_status, context), FacilityStatus, _ENTRIES),
        ),
        RecordResource(f"{path}/history", "facilities.status_history", facilities).on_view(
            partial(get_facility_status_history, context),
            [*paging, *clocks],
            FacilityStatusHistory,
            "/v1/facilities/sohae/status/history?as_of=2018-07-21",
            view_tables.of_view(
                context, partial(get_facility_status_history, context), FacilityStatusHistory, _CHANGES
            ),
        ),
        RecordResource(f"{path}/periods", "facilities.status_periods", facilities).on_view(
            partial(get_facility_status_periods, context),
            clocks,
            FacilityStatusPeriods,
            "/v1/facilities/sohae/status/periods?as_of=2018-07-21&fields=reference_date,rows.component,rows.aspect,"
            "rows.periods.states,rows.periods.from,rows.periods.last_observed,rows.periods.until",
        ),
    ]


def get_facility_status(context: Context, facility_id: str, values: Values) -> Answer:
    """Get the status of a facility.

    The status of a facility under the three clocks.
    """
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        facility = _facility(context, connection, facility_id, values)
        document = status_document(connection, facility, values, resolve_known_at(connection, values))
        document["coverage"] = coverage_of(connection, ["observation"], values)
    return Answer(document)


def status_document(connection: Connection, facility: Document, values: Values, at: int | None) -> Document:
    """Return the status of a facility in the shape of ``FacilityStatus``.

    ``values`` contain ``as_of``, and may contain ``published_until`` (ISO dates) and ``known_at`` (RFC 3339); ``at`` is
    the change number that ``known_at`` stands for, ``None`` for now.
    """
    status, observations = read_status(connection, facility, values, at)
    clocks = clocks_of_evidence(connection, observations.values(), values, at)
    history = under_clocks(f"{facility['self']}/status/history", values)
    not_public = findings_not_public(connection, facility["id"], values, at)
    return Presentation(facility, observations, clocks).status(status, values["as_of"], history, not_public)


def get_facility_status_history(context: Context, facility_id: str, values: Values) -> Answer:
    """Get the status history of a facility.

    The history of a facility's status: an entry for each change, oldest first.
    """
    page = Page(values)
    limit, after = page.limit, str(page.after[0]) if page.after else ""
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        facility = _facility(context, connection, facility_id, values)
        at = resolve_known_at(connection, values)
        evidence = read_evidence(connection, facility_id, values, at)
        clocks = Clocks(values.get("as_of"), values.get("published_until"))
        following = history_of(facility["components"], evidence, after, limit + 1, clocks)
        items = _moments(connection, facility, following[:limit], values, at)
        not_public = findings_not_public(connection, facility_id, values, at)
        coverage = coverage_of(connection, ["observation"], values)
    next_cursor = page.cursor((following[limit - 1].day,) if len(following) > limit else None)
    link = Presentation(facility, {}, Clocks()).link
    return page.answer(
        {
            "facility": link,
            "items": items,
            "next_cursor": next_cursor,
            "left_out": {"not_public": not_public},
            "coverage": coverage,
        },
        next_cursor,
    )


def get_facility_status_periods(context: Context, facility_id: str, values: Values) -> Answer:
    """Get the periods of a facility's status.

    For each component and aspect the periods of one state, with the days on which it was observed: what a chart of the
    facility over time is drawn from. By the evidence that counts on `as_of`: what a later observation retracts or
    supersedes is left out of the past too, other than in the history.
    """
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        facility = _facility(context, connection, facility_id, values)
        at = resolve_known_at(connection, values)
        evidence = read_evidence(connection, facility_id, values, at)
        in_force, _, by = apply_withdrawals(evidence.findings, evidence.withdrawals_in_force())
        rows = periods_of(
            facility["components"], in_force, Clocks(values["as_of"], values.get("published_until"))
        )
        cited = {each.observation for row in rows for one in row.periods[-MOST_PERIODS:] for each in one.last}
        cited |= {each.by for each in by[:MOST_LEFT_OUT]}
        observations = bodies_at(connection, "observation", sorted(cited), at)
        clocks = clocks_of_evidence(connection, observations.values(), values, at)
        not_public = findings_not_public(connection, facility_id, values, at)
        document = Presentation(facility, observations, clocks).periods(rows, by, values["as_of"], not_public)
        document["coverage"] = coverage_of(connection, ["observation"], values)
    return Answer(document)


def _moments(
    connection: Connection, facility: Document, moments: list[HistoryEntry], values: Values, at: int | None
) -> list[Document]:
    spoken_of = {
        finding.observation
        for moment in moments
        for each in moment.changed
        for finding in (*each.entry.findings, *([each.entry.first] if each.entry.first else []))
    }
    observations = bodies_at(connection, "observation", sorted(spoken_of), at)
    presentation = Presentation(
        facility, observations, clocks_of_evidence(connection, observations.values(), values, at)
    )
    status = f"{facility['self']}/status"
    return [
        presentation.moment(moment, lambda day: under_clocks(status, {**values, "as_of": day}))
        for moment in moments
    ]


def _facility(context: Context, connection: Connection, facility_id: str, values: Values) -> Document:
    facilities = context.registry.named("facility")
    return find_record(connection, facilities, facility_id, values).document or {}
