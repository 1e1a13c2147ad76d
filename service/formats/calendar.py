"""iCalendar (RFC 5545) of events that last whole days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar as CalendarComponent
from icalendar import Event as EventComponent
from icalendar import Timezone, TimezoneStandard

from service.formats.fixed import refused_by
from service.web.negotiation import Representation

# Not in texts (RFC 5545, 3.1: CONTROL); line ends are escaped.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class CalendarEvent:
    """An event of one or several whole days.

    :param uid: stays through all revisions (RFC 5545, 3.8.4.7).
    :param sequence: grows with each revision.
    :param last: its last day, included.
    :param modified: when the revision was recorded.
    :param position: degrees north and east (WGS 84).
    """

    uid: str
    sequence: int
    status: str
    first: date
    last: date
    modified: datetime
    summary: str
    description: str
    url: str
    location: str | None = None
    position: tuple[float, float] | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """A calendar: its name and its events."""

    name: str
    url: str
    events: tuple[CalendarEvent, ...]


def write_calendar(calendar: Calendar) -> bytes:
    """Return a calendar in UTF-8, its lines folded at 75 octets."""
    component = CalendarComponent()
    component.add("prodid", "-//Peninsula//Record of diplomacy and denuclearisation//EN")
    component.add("version", "2.0")
    component.add("calscale", "GREGORIAN")
    # RFC 7986, 5.1, and what Apple's and Google's calendars read instead.
    component.add("name", _allowed(calendar.name))
    component.add("x-wr-calname", _allowed(calendar.name))
    component.add("url", calendar.url)
    if not calendar.events:
        # A calendar has at least one component (RFC 5545, 3.6), and strict readers refuse one without any.
        component.add_component(_coordinated_universal_time())
    for each in calendar.events:
        component.add_component(_event(each))
    text: bytes = component.to_ical(sorted=False)
    return text


def _coordinated_universal_time() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - a zone begins at a local time
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone.add_component(standard)
    return zone


def _event(event: CalendarEvent) -> EventComponent:
    component = EventComponent()
    component.add("uid", event.uid)
    component.add("dtstamp", event.modified)
    component.add("last-modified", event.modified)
    component.add("sequence", event.sequence)
    component.add("status", event.status)
    component.add("dtstart", event.first)
    # Exclusive (RFC 5545, 3.6.1). The last day that there is has none after it.
    if event.last < date.max:
        component.add("dtend", event.last + timedelta(days=1))
    # It takes up nobody's time.
    component.add("transp", "TRANSPARENT")
    component.add("summary", _allowed(event.summary))
    component.add("description", _allowed(event.description))
    if event.location:
        component.add("location", _allowed(event.location))
    if event.position:
        component.add("geo", event.position)
    component.add("url", event.url)
    if event.categories:
        component.add("categories", list(event.categories))
    return component


def _allowed(text: str) -> str:
    return _CONTROL.sub("\ufffd", text)


def _write(answer: Any) -> bytes:
    return write_calendar(answer.content)


CALENDAR = Representation(
    "calendar",
    "text/calendar; charset=utf-8",
    _write,
    schema={"type": "string"},
    extension="ics",
    refuses=refused_by("calendars"),
)
