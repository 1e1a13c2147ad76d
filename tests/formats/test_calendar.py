"""Calendars as RFC 5545 has them, read by two parsers, whatever the texts in them hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest
import vobject

from service.formats.calendar import Calendar, CalendarEvent, write_calendar

EVENT = CalendarEvent(
    uid="f745a9d4-175b-5e66-b1c2-67ab77895a73",
    sequence=2,
    status="CONFIRMED",
    first=date(2018, 6, 12),
    last=date(2018, 6, 12),
    modified=datetime(2026, 11, 30, 12, 0, 1, 500, UTC),
    summary="Singapore meeting",
    description="Held, 12 June 2018",
    url="https://peninsula.example/v1/summits/singapore-2018?a=1,2;b",
    location="Capella Hotel, SGP",
    position=(1.25, 103.82),
    categories=("summit", "held"),
)


def written(*events: CalendarEvent) -> bytes:
    return write_calendar(Calendar("Peninsula: summits", "https://peninsula.example/v1/summits", events))


def read(*events: CalendarEvent) -> icalendar.Component:
    (found,) = icalendar.Calendar.from_ical(written(*events)).walk("VEVENT")
    return found


def test_both_parsers_read_what_an_event_says() -> None:
    event = read(EVENT)
    assert event["UID"] == EVENT.uid
    assert event["SEQUENCE"] == 2
    assert event["STATUS"] == "CONFIRMED"
    assert (
        event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == datetime(2026, 11, 30, 12, 0, 1, 0, UTC)
    )
    assert event["LOCATION"] == EVENT.location
    assert (event["GEO"].latitude, event["GEO"].longitude) == EVENT.position
    assert event["URL"] == EVENT.url
    other = vobject.readOne(written(EVENT).decode()).vevent
    assert other.uid.value == EVENT.uid
    assert other.summary.value == EVENT.summary
    assert (other.dtstart.value, other.dtend.value) == (date(2018, 6, 12), date(2018, 6, 13))


@pytest.mark.parametrize(
    ("first", "last", "end"),
    [
        (date(2018, 6, 12), date(2018, 6, 12), date(2018, 6, 13)),
        (date(2018, 9, 18), date(2018, 9, 20), date(2018, 9, 21)),
        (date(2018, 12, 31), date(2018, 12, 31), date(2019, 1, 1)),
        (date(9999, 12, 31), date(9999, 12, 31), None),
    ],
)
def test_the_end_of_whole_days_is_the_day_after(first: date, last: date, end: date | None) -> None:
    event = read(replace(EVENT, first=first, last=last))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event.decoded("DTSTART") == first
    assert event.decoded("DTEND", None) == end


@pytest.mark.parametrize("name", ["summary", "description", "location"])
def test_texts_come_back_as_they_were_and_no_line_is_longer_than_75_octets(name: str) -> None:
    hostile = "한국어로 쓴 매우 긴 제목 " * 12 + 'a, b; c \\n \\ : "q" \U0001f600\nEND:VEVENT\r\nX-EVIL:1'
    text = written(replace(EVENT, **{name: hostile}))
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert text.count(b"\r\nEND:VEVENT") == 1
    assert b"\r\nX-EVIL" not in text
    same = hostile.replace("\r\n", "\n")
    found = str(read(replace(EVENT, **{name: hostile}))[name.upper()])
    assert found.replace("\r\n", "\n") == same
    other = getattr(vobject.readOne(text.decode()).vevent, name).value
    assert other.replace("\r\n", "\n") == same


def test_control_characters_do_not_get_into_a_calendar() -> None:
    text = written(replace(EVENT, summary="a\x00\x07\x1b[0m\x7fb"))
    assert not set(text) & (set(range(32)) - {9, 10, 13} | {127})


def test_a_calendar_without_events_has_the_one_component_that_the_standard_requires() -> None:
    """RFC 5545, 3.6."""
    calendar = icalendar.Calendar.from_ical(written())
    assert [each.name for each in calendar.subcomponents] == ["VTIMEZONE"]
    assert vobject.readOne(written().decode()).vtimezone.tzid.value == "UTC"
    assert [each.name for each in icalendar.Calendar.from_ical(written(EVENT)).subcomponents] == ["VEVENT"]


def test_a_calendar_may_be_empty() -> None:
    calendar = icalendar.Calendar.from_ical(written())
    assert (calendar["VERSION"], calendar.walk("VEVENT")) == ("2.0", [])
    assert calendar["X-WR-CALNAME"] == calendar["NAME"] == "Peninsula: summits"
