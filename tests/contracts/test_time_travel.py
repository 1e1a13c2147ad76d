"""``Accept-Datetime`` asks for an earlier state, and ``Memento-Datetime`` tells which an answer is of (RFC 7089)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from werkzeug.http import http_date

from service.records.schemas import instants
from tests.contracts.api import Api
from tests.contracts.test_citing import links

LONG_AGO = "Mon, 10 Sep 2018 14:05:00 GMT"
PATHS = (
    "sources",
    "sources/one",
    "sources/one/revisions",
    "timeline",
    "situation",
    "search?q=report",
    "changes",
)


@pytest.fixture
def life(service: Api) -> tuple[Api, list[dict[str, Any]]]:
    """A source created, revised, and removed; the first two as they were, a second or more apart."""
    made = [service.make("sources", id="one", title="First report")]
    with service.context.database.writing() as connection:
        # Recorded years ago, so that each is in a second of its own.
        connection.exec_driver_sql("UPDATE revisions SET recorded_at = replace(recorded_at, '2026', '2019')")
    made.append(service.revise("sources/one", title="Second report"))
    return service, made


def when(instant: str) -> str:
    return http_date(instants.parse(instant))


def at(service: Api, path: str, date: str, **headers: str) -> Any:
    return service.get(path, headers={"Accept-Datetime": date, **headers})


def test_accept_datetime_is_known_at_to_the_end_of_its_second(life: Any) -> None:
    service, (first, second) = life
    recorded = service.read("sources/one/revisions/1")["recorded_at"]
    assert at(service, "sources/one", when(recorded)).json["title"] == first["title"]
    before = when(instants.render(instants.parse(recorded) - timedelta(seconds=1)))
    assert at(service, "sources/one", before).status_code == 404
    assert "one" not in [each["id"] for each in at(service, "sources", before).json["items"]]
    assert at(service, "sources/one", when(second["recorded_at"])).json["title"] == second["title"]
    end = instants.render(instants.parse(recorded).replace(microsecond=999_999))
    for path in PATHS:
        answer = at(service, path, when(recorded))
        assert answer.data == service.get(path, {"known_at": end}).data, path


@pytest.mark.parametrize("path", PATHS)
def test_an_earlier_state_tells_its_date_and_its_url(life: Any, path: str) -> None:
    service, _ = life
    date = when(service.read("sources/one/revisions/1")["recorded_at"])
    answer = at(service, path, date)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Memento-Datetime"] == date
    assert "Accept-Datetime" in answer.headers["Vary"]
    memento = answer.headers["Content-Location"]
    assert "known_at=2019-" in memento
    assert links(answer)["memento"] == links(answer)["cite-as"] == memento
    assert links(answer)["original"] == links(answer)["timegate"]
    assert f'datetime="{date}"' in answer.headers["Link"]
    assert answer.headers["Cache-Control"] == "max-age=604800, immutable"
    again = service.get(memento)
    assert again.data == answer.data
    assert again.headers["Memento-Datetime"] == date
    assert "Content-Location" not in again.headers
    # What it came with finds it again.
    assert at(service, path, again.headers["Memento-Datetime"]).data == answer.data


def test_the_current_state_is_no_memento(life: Any) -> None:
    service, _ = life
    answer = service.get("sources/one")
    assert "Memento-Datetime" not in answer.headers
    assert "memento" not in links(answer)
    assert "Accept-Datetime" in answer.headers["Vary"]


@pytest.mark.parametrize(
    "date",
    [
        "yesterday",
        "",
        "2018-09-10T14:05:00Z",
        "Mon, 10 Sep 2018 14:05:00",
        "Mon, 10 Sep 2018 14:05:00 +0200",
        "Sun, 10 Sep 2018 14:05:00 GMT",
        "Mon, 31 Feb 2018 14:05:00 GMT",
        "Monday, 10-Sep-18 14:05:00 GMT",
        "Thu, 01 Jan 99999999999999 00:00:00 GMT",
        f"{LONG_AGO}, {LONG_AGO}",
        "Mon, 10 Sep 2018 24:05:00 GMT",
    ],
)
@pytest.mark.parametrize("path", ["sources", "situation"])
def test_a_date_that_is_no_http_date_is_refused(service: Api, path: str, date: str) -> None:
    service.get(path)
    answer = at(service, path, date)
    assert answer.status_code == 400, answer.text
    assert answer.json["type"] == "/problems/invalid-header"
    assert "Accept-Datetime must be an HTTP date such as" in answer.json["detail"]


def test_a_date_in_the_future_is_refused(service: Api) -> None:
    answer = at(service, "sources", http_date(datetime.now(UTC) + timedelta(days=1)))
    assert answer.status_code == 400
    assert "must not be in the future" in answer.json["detail"]


def test_this_second_is_what_is_known_so_far(life: Any) -> None:
    service, (_, second) = life
    answer = at(service, "sources/one", http_date(datetime.now(UTC)))
    assert answer.json["title"] == second["title"]


def test_a_date_beside_known_at_must_be_of_the_same_second(life: Any) -> None:
    service, _ = life
    instant = service.read("sources/one/revisions/1")["recorded_at"]
    same = service.get("sources/one", {"known_at": instant}, headers={"Accept-Datetime": when(instant)})
    assert same.json == service.read("sources/one", {"known_at": instant})
    other = service.get("sources/one", {"known_at": instant}, headers={"Accept-Datetime": LONG_AGO})
    assert other.status_code == 400
    assert "'known_at' name different seconds" in other.json["detail"]


def test_answers_of_different_dates_are_kept_apart(life: Any) -> None:
    service, (first, second) = life
    then = when(service.read("sources/one/revisions/1")["recorded_at"])
    for _ in range(2):
        assert service.get("sources/one").json["title"] == second["title"]
        assert at(service, "sources/one", then).json["title"] == first["title"]
        assert at(service, "sources/one", LONG_AGO).status_code == 404
    kept = at(service, "sources/one", then)
    assert "hit" in kept.headers["Cache-Status"]
    assert kept.headers["Memento-Datetime"] == then


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_head_and_304_are_of_the_same_state(life: Any, coding: str) -> None:
    service, _ = life
    then = when(service.read("sources/one/revisions/1")["recorded_at"])
    for headers in ({"Cache-Control": "no-cache"}, {}):
        asked = {"Accept-Encoding": coding, **headers}
        answer = at(service, "situation", then, **asked)
        assert answer.headers.get("Content-Encoding", "identity") == coding
        head = service.head("situation", headers={"Accept-Datetime": then, **asked})
        names = ("Memento-Datetime", "Content-Location", "Link", "Vary", "ETag")
        assert [head.headers[name] for name in names] == [answer.headers[name] for name in names]
        unchanged = at(service, "situation", then, **asked, **{"If-None-Match": answer.headers["ETag"]})
        assert unchanged.status_code == 304
        assert unchanged.headers["Content-Location"] == answer.headers["Content-Location"]
        assert "Accept-Datetime" in unchanged.headers["Vary"]
        assert "Link" not in unchanged.headers


def test_what_was_deleted_then_is_gone(life: Any) -> None:
    service, _ = life
    service.remove("sources/one")
    answer = at(service, "sources/one", http_date(datetime.now(UTC)))
    assert answer.status_code == 410
    assert "/v1/sources/one/revisions" in answer.headers["Link"]


def test_a_read_without_states_takes_no_notice_of_a_date(service: Api) -> None:
    for path in ("/v1", "/problems"):
        answer = at(service, path, "yesterday")
        assert answer.status_code == 200
        assert "Memento-Datetime" not in answer.headers


def test_a_write_takes_no_notice_of_a_date(service: Api) -> None:
    answer = service.post(
        "systems", {"name": "X", "category": "icbm"}, headers={"Accept-Datetime": "yesterday"}
    )
    assert answer.status_code == 422
