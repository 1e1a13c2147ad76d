"""The derived views of facilities: the status, and its history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, request
from sqlalchemy import Connection

from service.facilities.answers import FacilityStatus, FacilityStatusHistory
from service.facilities.evidence import (
    clocks_of_evidence,
    findings_not_public,
    read_evidence,
    read_status,
)
from service.facilities.history import Moment, history_of
from service.facilities.presentation import Presentation
from service.records.clocks import Clocks, at_reference_date
from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.answers import CLOCKS, answer_json, page_links, resolve_known_at, under_clocks
from service.records.http.parameters import DEFAULT_LIMIT
from service.records.http.record import find_record
from service.records.http.routes import ID, Resource, check_path
from service.records.reading import bodies_at
from service.web.negotiation import negotiate

Document = dict[str, Any]
Values = Mapping[str, Any]


def views(context: Context) -> list[Resource]:
    """Return the resources of the views of facilities."""
    facilities = context.registry.named("facility")
    clocks = [*parameters.view_clocks(), parameters.response_format()]
    paging = [parameters.limit(), parameters.cursor()]

    def status(id: str, values: Values) -> Response:  # noqa: A002 - the name in the path
        return get_status(context, id, values)

    def history(id: str, values: Values) -> Response:  # noqa: A002 - the name in the path
        return list_history(context, id, values)

    path = f"/v1/facilities/{ID}/status"
    return [
        Resource(path, "facilities.status", facilities).on("GET", status, clocks, answers=FacilityStatus),
        Resource(f"{path}/history", "facilities.status_history", facilities).on(
            "GET", history, [*paging, *clocks], answers=FacilityStatusHistory
        ),
    ]


def get_status(context: Context, facility_id: str, values: Values) -> Response:
    """Answer ``GET /v1/facilities/{id}/status``; raises ``Problem`` 404 and 410."""
    negotiate(request)
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        facility = _facility(context, connection, facility_id, values)
        document = status_document(connection, facility, values, resolve_known_at(connection, values))
        document["coverage"] = coverage_of(connection, ["observation"], values)
    return answer_json(document)


def status_document(connection: Connection, facility: Document, values: Values, at: int | None) -> Document:
    """Return the status of a facility in the shape of ``FacilityStatus``.

    ``values`` hold ``as_of``, and may hold ``published_until`` (ISO dates) and ``known_at`` (RFC 3339); ``at`` is the
    change number that the last asks about, ``None`` for now.
    """
    status, observations = read_status(connection, facility, values, at)
    clocks = clocks_of_evidence(connection, observations.values(), values, at)
    history = under_clocks(f"{facility['self']}/status/history", values)
    not_public = findings_not_public(connection, facility["id"], values, at)
    return Presentation(facility, observations, clocks).status(status, values["as_of"], history, not_public)


def list_history(context: Context, facility_id: str, values: Values) -> Response:
    """Answer ``GET /v1/facilities/{id}/status/history`` with one page; raises ``Problem`` 404 and 410."""
    negotiate(request)
    limit = values.get("limit", DEFAULT_LIMIT)
    scope = " ".join(("history", facility_id, *(f"{values.get(name, '')}" for name in CLOCKS)))
    after = str(context.cursors.read(values["cursor"], scope)[0]) if "cursor" in values else ""
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
    more = len(following) > limit
    next_cursor = context.cursors.make((following[limit - 1].day,), scope) if more else None
    link = Presentation(facility, {}, Clocks()).link
    return answer_json(
        {
            "facility": link,
            "items": items,
            "next_cursor": next_cursor,
            "left_out": {"not_public": not_public},
            "coverage": coverage,
        },
        headers=page_links(next_cursor),
    )


def _moments(
    connection: Connection, facility: Document, moments: list[Moment], values: Values, at: int | None
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
    check_path(facilities, {"id": facility_id})
    return find_record(connection, facilities, facility_id, values).document or {}
