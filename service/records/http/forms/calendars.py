"""Records that are events as calendars, for whatever subscribes to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from service.formats.calendar import CALENDAR, Calendar, CalendarEvent
from service.records.context import Context
from service.records.events import EventKind
from service.records.headlines import citations_in, cited_sources, headline, references_of
from service.records.http.answers import own_url
from service.records.http.forms.feeds import categories_of
from service.records.http.forms.statements import as_text, read_one
from service.records.http.lists import read_list
from service.records.record_type import RecordType
from service.records.schemas.date_words import days_of
from service.web.identity import base_url, stable_id
from service.web.negotiation import Representation
from service.web.operation import Answer, FormView, View

Values = Mapping[str, Any]


def of_list(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the form of a type's list as a calendar, where its records are events.

    Calendars follow no links to further pages, so a page is as long as it may be unless ``limit`` is given.
    """
    if record_type.declared(EventKind) is None:
        return {}
    longest = {"limit": context.settings.max_page_size}
    return {CALENDAR: FormView(partial(_calendar_of_list, context, record_type), longest)}


def of_record(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the form of a record as a calendar, where it is an event."""
    if record_type.declared(EventKind) is None:
        return {}
    return {CALENDAR: partial(_calendar_of_record, context, record_type)}


def _calendar_of_list(context: Context, record_type: RecordType, values: Values) -> Answer:
    found = read_list(context, record_type, values, references_of(record_type, context.shapes))
    name = f"Peninsula: {record_type.path.replace('_', ' ')}"
    return found.asked.answer(_calendar(context, record_type, name, found.read()), found.next_cursor)


def _calendar_of_record(context: Context, record_type: RecordType, record_id: str, values: Values) -> Answer:
    document, _ = read_one(context, record_type, record_id, values)
    return Answer(_calendar(context, record_type, headline(record_type, document), [document]))


def _calendar(
    context: Context, record_type: RecordType, name: str, documents: Iterable[dict[str, Any]]
) -> Calendar:
    base = base_url(context.settings)
    return Calendar(name, base + own_url(format=None), tuple(_events(base, record_type, documents)))


def _events(
    base: str, record_type: RecordType, documents: Iterable[dict[str, Any]]
) -> Iterator[CalendarEvent]:
    """Yield the events of those records that are dated to the day."""
    kind = record_type.declared(EventKind)
    assert kind is not None
    for document in documents:
        days = days_of(kind.date(document) or "")
        if days is None:
            continue
        place = document.get("place") or {}
        line = headline(record_type, document)
        yield CalendarEvent(
            uid=stable_id(document["self"]).rpartition(":")[2],
            sequence=document["revision"] - 1,
            status=kind.status(document),
            first=date.fromisoformat(days[0]),
            last=date.fromisoformat(days[1]),
            modified=datetime.fromisoformat(document["recorded_at"]),
            summary=record_type.called(document),
            description=as_text(line, document["note"], cited_sources(citations_in(document))),
            url=base + document["self"],
            location=", ".join(filter(None, (place.get("name"), place.get("country")))) or None,
            position=record_type.position(document) if record_type.position else None,
            categories=categories_of(record_type, document),
        )
