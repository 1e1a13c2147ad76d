"""Summits and parades as calendars."""

from __future__ import annotations

from datetime import date
from typing import Any

import icalendar
import pytest
from werkzeug.test import TestResponse

from tests.contracts.api import Api
from tests.contracts.factories import citation, step


def events(answer: TestResponse) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "text/calendar; charset=utf-8"
    found = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    return {str(each["SUMMARY"]): each for each in found}


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    place = {"name": "Capella Hotel", "country": "SGP", "latitude": 1.25, "longitude": 103.82}
    held = [step("scheduled", "2018-05-10"), step("cancelled", "2018-05-24"), step("held", "2018-06-12")]
    shared.make("summits", id="held", title="Held", date="2018-06-12", steps=held, place=place)
    shared.make("summits", id="range", title="Range", date="2018-09-18/2018-09-20", steps=held)
    shared.make("summits", id="month", title="Month", date="2018-08", steps=held)
    shared.make("summits", id="about", title="About", date="2018-08-01~", steps=held)
    aimed = step("scheduled", "2018-05-10", target={"date": "2018-06-15"})
    shared.make("summits", id="off", title="Off", steps=[aimed, step("cancelled", "2018-05-24")])
    shared.make("summits", id="idea", title="Idea", date="2018-12-01", steps=[step("proposed", "2018-03-05")])
    shared.make("summits", id="undated", title="Undated", steps=[step("proposed", "2018-03-05")])
    shared.make(
        "parades", id="parade", title="Parade", date="2018-09-09", citations=[citation(quote="No missiles")]
    )
    shared.revise("parades/parade", note="A remark")
    return shared


def test_only_what_is_dated_to_the_day_is_in_a_calendar(record: Api) -> None:
    found = events(record.get("summits.ics"))
    assert {name: (each.decoded("DTSTART"), each.decoded("DTEND")) for name, each in found.items()} == {
        "Held": (date(2018, 6, 12), date(2018, 6, 13)),
        "Range": (date(2018, 9, 18), date(2018, 9, 21)),
        "Off": (date(2018, 6, 15), date(2018, 6, 16)),
        "Idea": (date(2018, 12, 1), date(2018, 12, 2)),
    }


def test_the_status_of_an_event_is_that_of_the_summit_on_the_day_asked_for(record: Api) -> None:
    found = events(record.get("summits.ics"))
    assert {name: str(each["STATUS"]) for name, each in found.items()} == {
        "Held": "CONFIRMED",
        "Range": "CONFIRMED",
        "Off": "CANCELLED",
        "Idea": "TENTATIVE",
    }
    earlier = events(record.get("summits.ics?as_of=2018-05-30"))
    assert str(earlier["Held"]["STATUS"]) == "CANCELLED"
    assert str(events(record.get("summits/held.ics?as_of=2018-05-20"))["Held"]["STATUS"]) == "CONFIRMED"


def test_an_event_stays_the_same_and_counts_its_revisions(record: Api) -> None:
    event = events(record.get("parades.ics"))["Parade"]
    parade = record.read("parades/parade")
    assert event["SEQUENCE"] == 1 == parade["revision"] - 1
    assert event["UID"] == events(record.get("parades/parade.ics"))["Parade"]["UID"]
    assert event.decoded("LAST-MODIFIED").isoformat()[:19] == parade["recorded_at"][:19]
    before = record.read("parades/parade/revisions")["items"][1]["recorded_at"]
    first = events(record.get(f"parades.ics?known_at={before}"))["Parade"]
    assert (first["SEQUENCE"], first["UID"]) == (0, event["UID"])


def test_an_event_says_where_it_is_and_what_it_rests_on(record: Api) -> None:
    summit = events(record.get("summits/held.ics"))["Held"]
    assert summit["LOCATION"] == "Capella Hotel, SGP"
    assert (summit["GEO"].latitude, summit["GEO"].longitude) == (1.25, 103.82)
    assert summit["URL"] == "http://127.0.0.1:8000/v1/summits/held"
    parade = events(record.get("parades.ics"))["Parade"]
    assert (
        parade["DESCRIPTION"]
        == "Parade, 9 September 2018\nA remark\n“No missiles” (A report, 1 January 2018)"
    )


def test_a_calendar_is_as_long_as_a_page_may_be(record: Api) -> None:
    small = record.restarted(max_page_size=50)
    link = small.get("summits.ics").headers["Link"]
    small.close()
    assert "limit=50" in link
    assert "limit=500" in record.get("summits.ics").headers["Link"]
    assert len(events(record.get("summits.ics?limit=1&id=held"))) == 1


def test_what_is_not_dated_to_the_day_is_an_empty_calendar(record: Api) -> None:
    assert events(record.get("summits/undated.ics")) == {}


@pytest.mark.parametrize("path", ["sources.ics", "facilities.ics", "sources/a-source.ics", "timeline.ics"])
def test_what_is_no_event_has_no_calendar_and_says_what_there_is(record: Api, path: str) -> None:
    refused = record.get(path)
    assert refused.status_code == 406
    assert "calendar" not in [each["format"] for each in refused.json["available"]]


@pytest.mark.parametrize("query", ["fields=id", "expand=citations.source", "count=true"])
def test_a_calendar_has_members_of_its_own(record: Api, query: str) -> None:
    refused = record.get(f"summits.ics?{query}")
    assert refused.status_code == 400
    assert refused.json["errors"][0]["code"] == "not_in_this_form"


def test_a_calendar_that_a_client_has_is_not_sent_again(record: Api) -> None:
    for path in ("summits.ics", "summits/held.ics"):
        first = record.get(path)
        assert record.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
        assert record.get(path, headers={"Cache-Control": "no-cache"}).data == first.data
        assert record.head(path).headers["ETag"] == first.headers["ETag"]


def test_a_deleted_or_unknown_summit_has_no_calendar(service: Api) -> None:
    service.make("summits", id="gone")
    service.remove("summits/gone")
    assert service.get("summits/gone.ics").status_code == 410
    assert service.get("summits/never.ics").status_code == 404
