"""The timeline over HTTP: its parameters, the event it may lie around, its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from marshmallow import validate
from sqlalchemy import Connection

from service.evidence.findings import WITHDRAWING
from service.evidence.timeline_kind import TimelineKind
from service.records.clocks import Clocks, at_reference_date
from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.answers import resolve_known_at
from service.records.http.forms import view_tables
from service.records.http.paging import Page
from service.records.http.resource import RecordResource
from service.records.publication import clocks_of
from service.records.reading import bodies_at
from service.records.record_type import RecordType
from service.records.schemas.dates import DateBounds
from service.records.schemas.fields import Enumeration, Reference
from service.records.schemas.notations import Country
from service.records.schemas.parts import RecordAddress
from service.timeline import feeds
from service.timeline.answers import MOST_LEFT_OUT, timeline_answer
from service.timeline.counting import count_not_public
from service.timeline.entries import last_that_counts
from service.timeline.kinds import kinds_of
from service.timeline.reading import read_page
from service.timeline.stream import TimelineQuery
from service.web.operation import Answer
from service.web.parameters import Parameter, WholeNumber, parameter_error

Values = Mapping[str, Any]
DEFAULT_DAYS, MAX_DAYS = 30, 3660


def resources(context: Context) -> list[RecordResource]:
    """Return the resource of the timeline."""
    names = tuple(kind.name for kind in kinds_of(context.registry))
    shape = timeline_answer(names)
    return [
        RecordResource("/v1/timeline", "timeline", tag="views").on_view(
            partial(get_timeline, context),
            _declared(names),
            shape,
            "/v1/timeline?from=2018-09-09&to=2018-09-10&as_of=2018-09-10",
            {
                **view_tables.of_view(context, partial(get_timeline, context), shape),
                **feeds.of_timeline(context, get_timeline, shape),
            },
        )
    ]


def get_timeline(context: Context, values: Values) -> Answer:
    """Get the timeline.

    One page of the timeline: summit steps, communications, parades and observations in one dated stream.

    Entries are found by the days that their dates can mean, as in the lists: an entry is in a range when its dates
    overlap it. Those count which certainly took place by `as_of`, today (UTC) if not given, under `published_until`
    those that a source had told of. Observations that a later one retracts or supersedes are left out of `items` and
    counted in `left_out`, as are findings so taken back from the summaries.
    """
    _check(values)
    asked = Page(values)
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        days = _days(context, connection, values, at)
        every = kinds_of(context.registry)
        kinds = [kind for kind in every if kind.name in values.get("kind", (kind.name,))]
        question = TimelineQuery(values, days, at, values.get("sort", "-date").startswith("-"), kinds)
        page = read_page(connection, question, asked.after, asked.limit)
        not_public = count_not_public(connection, question)
        types = {kind.record_type.name for kind in kinds}
        coverage = coverage_of(connection, [each for each in context.registry.names if each in types], values)
    next_cursor = asked.cursor(page.next_place)
    document = {
        "items": page.entries,
        "next_cursor": next_cursor,
        "left_out": _left_out(page.left_out) | {"not_public": not_public},
        "coverage": coverage,
    }
    return asked.answer(document, next_cursor)


def _left_out(observations: list[dict[str, Any]]) -> dict[str, Any]:
    named = {
        relation: {each["record"]["id"] for each in observations if each["relation"] == relation}
        for relation in WITHDRAWING
    }
    return {
        "retracted": len(named["retracts"]),
        "superseded": len(named["supersedes"] - named["retracts"]),
        "observations": observations[:MOST_LEFT_OUT],
    }


def _declared(kinds: Iterable[str]) -> list[Parameter]:
    kind = Enumeration(*kinds, description="Only entries of one of these kinds (comma list).")
    country = Country(
        "Only what concerns one of these countries (ISO 3166-1 alpha-3, comma list): that of a party to a summit or "
        "of its place, of the sender or receiver of a communication, of a parade, of the facility observed."
    )
    facility = Reference(
        "facility",
        "Only observations of one of these facilities, and communications regarding one of them (comma list).",
    )
    actor = Reference(
        "actor",
        "Only what one of these actors took part in (comma list): summits as a party or by taking the step, "
        "communications as sender or receiver, parades as leader or attendee.",
    )
    near = RecordAddress(
        "Only what happened around this record (`summits/singapore-2018`, say): within `days` of its date, or "
        "where it has none of its last step by the clocks."
    )
    days = WholeNumber(
        validate=validate.Range(0, MAX_DAYS, error="Must be between {min} and {max}."),
    )
    described = f"With `near`: how many days before and after, 0 to {MAX_DAYS}; {DEFAULT_DAYS} if not given."
    # No default of the field: given without `near`, it is refused.
    days.metadata = {"description": described, "default": DEFAULT_DAYS}
    sort = Enumeration(
        "-date",
        "date",
        load_default="-date",
        description="Order, `-date` if not given: newest first. What began on one day goes by kind.",
    )
    return [
        *parameters.date_range("entries"),
        Parameter("kind", kind, many=True),
        Parameter("country", country, many=True),
        Parameter("facility", facility, many=True),
        Parameter("actor", actor, many=True),
        Parameter("near", near),
        Parameter("days", days),
        Parameter("sort", sort),
        parameters.limit(),
        parameters.cursor(),
        *parameters.view_clocks(),
        parameters.byte_order_mark(),
    ]


def _check(values: Values) -> None:
    if "from" in values and "to" in values and values["from"] > values["to"]:
        raise parameter_error("to", "out_of_order", f"Must not be before from={values['from']}.")
    if "days" in values and "near" not in values:
        raise parameter_error(
            "days", "without_near", "Tells how far around `near`: give both, or from and to."
        )


def _days(
    context: Context, connection: Connection, values: Values, at: int | None
) -> tuple[str | None, str | None]:
    """Return the days that entries must overlap: those of ``from`` and ``to``, around ``near``, up to ``as_of``.

    What overlaps two ranges begins by the earlier of their ends, and reaches to the later of their beginnings.
    """
    begins: list[str | None] = [values.get("from")]
    ends: list[str | None] = [values.get("to"), values.get("as_of")]
    if "near" in values:
        event = _date_of(context, connection, values, at)
        days = values.get("days", DEFAULT_DAYS)
        begins.append(_shifted(event.first, -days))
        ends.append(_shifted(event.last, days))
    return max(_given(begins), default=None), min(_given(ends), default=None)


def _date_of(context: Context, connection: Connection, values: Values, at: int | None) -> DateBounds:
    """Return the dates of the record that ``near`` names: its ``date``, else its last step by the clocks."""
    path, _, record_id = values["near"].partition("/")
    record_type = context.registry.at(path)
    assert record_type is not None
    record = bodies_at(connection, record_type.name, [record_id], at).get(record_id)
    if record is None:
        when = "exists any longer" if at is None else "had been recorded at that instant"
        raise parameter_error("near", "unknown_reference", f"No {record_type.name} {record_id!r} {when}.")
    dates = _dates(record_type, record, clocks_of(connection, [record], values, at))
    if dates is None:
        detail = f"The {record_type.name} {record_id!r} has no date: give from and to instead."
        raise parameter_error("near", "undated", detail)
    return dates


def _dates(record_type: RecordType, record: dict[str, Any], clocks: Clocks) -> DateBounds | None:
    kind = record_type.declared(TimelineKind)
    if record_type.moments is None or kind is None or record.get(kind.date) is not None:
        return record_type.date(record) if record_type.date else None
    moments = [kind.statement_at(record, moment.pointer) for moment in record_type.moments(record)]
    last = last_that_counts(moments, record, clocks)
    return None if last is None else DateBounds(last["date_earliest"], last["date_latest"])


def _shifted(day: str, days: int) -> str:
    """Return a day so many days later, or the last, or first, that there is."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()


def _given(days: Iterable[str | None]) -> list[str]:
    return [day for day in days if day is not None]
