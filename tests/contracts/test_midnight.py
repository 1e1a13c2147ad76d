"""At midnight (UTC) every answer becomes that of the new day, whether it was kept or not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from service.cache import computing, finding, middleware
from service.records import clocks
from service.records.schemas import instants
from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.servers import RedisServer

YESTERDAY, TODAY = "2026-11-28", "2026-11-29"
PATHS = (
    "situation",
    "timeline",
    "facilities/site/status",
    "facilities/site/status/history",
    "parades/of-the-day/comparison",
    "summits",
    "summits?status=scheduled&count=true",
    "summits?status=postponed&count=true",
    "summits?expand=follows",
    "summits/put-off",
    "summits/put-off?fields=status,status_since",
    "summits/after?expand=follows",
    "export?type=summit",
)
# Answers that are shaped after they are made.
SHAPED = ("timeline?expand=record", "timeline?expand=record&fields=record.status")


class Clock:
    """The day and time by which the service speaks of today, and by which its cache lets answers go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = datetime.now(UTC)
        self._monkeypatch = monkeypatch
        clock = self

        class Stopped(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
                return clock.now.astimezone(tz)

        for module in (clocks, instants):
            monkeypatch.setattr(module, "datetime", Stopped)
        for module in (middleware, finding, computing):
            monkeypatch.setattr(module, "time", self.timestamp)

    def timestamp(self) -> float:
        return self.now.timestamp()

    def passing(self, day: str) -> None:
        """Let midnight pass while a request is answered: only its first look at the clock is before."""
        moments = iter(["before"])
        service = self

        class Passing(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
                service.just_before(day) if next(moments, None) else service.just_after(day)
                return service.now.astimezone(tz)

        self._monkeypatch.setattr(clocks, "datetime", Passing)

    def just_before(self, day: str) -> None:
        self.now = datetime.fromisoformat(f"{day}T00:00:00+00:00") - timedelta(seconds=1)

    def just_after(self, day: str) -> None:
        self.now = datetime.fromisoformat(f"{day}T00:00:01+00:00")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture(params=["memory", "redis"])
def kept(
    request: pytest.FixtureRequest, make_service: Callable[..., Api], clock: Clock
) -> Iterator[tuple[Api, Clock]]:
    """A service that keeps answers, with records of which something is dated the day that begins."""
    url = {} if request.param == "memory" else {"redis_url": _redis(request).url}
    api = make_service(**url)
    clock.just_before(TODAY)
    steps = [a.step("scheduled", YESTERDAY), a.step("postponed", TODAY)]
    api.make("summits", id="put-off", steps=steps)
    api.make("summits", id="after", steps=[a.step("held", TODAY)], follows="put-off")
    api.make("facilities", id="site", name="Site")
    for day, state in ((YESTERDAY, "intact"), (TODAY, "damaged")):
        findings = [a.finding(state, None)]
        api.make("observations", id=f"seen-{day}", facility="site", date=day, findings=findings)
    api.make("parades", id="before", date=YESTERDAY)
    api.make("parades", id="of-the-day", date=TODAY)
    yield api, clock
    api.context.caching.close()


def _redis(request: pytest.FixtureRequest) -> RedisServer:
    server: RedisServer = request.getfixturevalue("redis_server")
    return server


def said(answer: TestResponse) -> Any:
    """What an answer says, the echo of the clock apart."""
    assert answer.status_code == 200, answer.text
    if answer.mimetype == "application/x-ndjson":
        return [json.loads(line) for line in answer.text.splitlines()]
    document = answer.json
    return {**document, "clocks": None} if "clocks" in document else document


def of_day(api: Api, path: str, day: str) -> Any:
    answer = api.get(path, {"as_of": day}, headers={"Cache-Control": "no-store"})
    return said(answer)


def test_the_last_second_of_a_day_speaks_of_it_and_the_next_of_the_new_one(kept: tuple[Api, Clock]) -> None:
    api, clock = kept
    for path in PATHS:
        clock.just_before(TODAY)
        for cache in ({}, {}, {"Cache-Control": "no-cache"}):
            assert said(api.get(path, headers=cache)) == of_day(api, path, YESTERDAY), path
        clock.just_after(TODAY)
        for cache in ({}, {}, {"Cache-Control": "no-cache"}):
            assert said(api.get(path, headers=cache)) == of_day(api, path, TODAY), path
        assert of_day(api, path, YESTERDAY) != of_day(api, path, TODAY), path


@pytest.mark.parametrize("path", [*PATHS, *SHAPED])
def test_a_request_that_midnight_passes_speaks_of_one_day(kept: tuple[Api, Clock], path: str) -> None:
    api, clock = kept
    expected = of_day(api, path, YESTERDAY)
    clock.passing(TODAY)
    assert said(api.get(path, headers={"Cache-Control": "no-store"})) == expected


def test_who_has_yesterdays_answer_is_not_told_that_it_still_stands(kept: tuple[Api, Clock]) -> None:
    api, clock = kept
    for path in ("summits/put-off", "summits", "situation", "export?type=summit"):
        clock.just_before(TODAY)
        tag = api.get(path).headers["ETag"]
        assert api.get(path, headers={"If-None-Match": tag}).status_code == 304
        clock.just_after(TODAY)
        assert api.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_revision_and_its_patch_are_as_of_the_day_that_they_are_read(kept: tuple[Api, Clock]) -> None:
    api, clock = kept
    api.revise("summits/put-off", title="Renamed")
    for move, status in ((clock.just_before, "scheduled"), (clock.just_after, "postponed")):
        move(TODAY)
        assert api.read("summits/put-off/revisions/2")["record"] == api.read("summits/put-off")
        first, second = api.read("summits/put-off/revisions")["items"][::-1]
        assert first["patch"][0]["value"] == api.read("summits/put-off/revisions/1")["record"]
        assert first["patch"][0]["value"]["status"] == status
        assert {each["path"] for each in second["patch"]} == {"/title", "/revision", "/recorded_at"}


def test_what_was_read_before_midnight_may_be_sent_back_after_it(kept: tuple[Api, Clock]) -> None:
    api, clock = kept
    read, exported = api.read("summits/put-off"), api.get("export?type=summit").text
    clock.just_after(TODAY)
    assert api.read("summits/put-off")["status"] != read["status"]
    answer = api.put("summits/put-off", {**read, "note": "Read again"}, match="*")
    assert (answer.status_code, answer.json["status"]) == (200, "postponed")
    taken = api.post("import", exported, content_type="application/x-ndjson")
    assert taken.status_code == 200, taken.text
    assert taken.json["unchanged"] + taken.json["updated"] == 2


def test_what_was_exported_before_midnight_may_be_imported_elsewhere_after_it(
    kept: tuple[Api, Clock], make_service: Callable[..., Api]
) -> None:
    api, clock = kept
    exported = api.get("export").text
    clock.just_after(TODAY)
    other = make_service()
    taken = other.post("import", exported, content_type="application/x-ndjson")
    assert taken.status_code == 200, taken.text
    assert other.read("summits/put-off")["status"] == "postponed"


@pytest.mark.parametrize(
    "wrong",
    [{"status": "held"}, {"status": "proposed"}, {"status_since": "2026-11-27"}, {"status": "uncertain"}],
)
def test_a_status_that_the_record_never_had_since_it_was_written_is_refused(
    kept: tuple[Api, Clock], wrong: dict[str, str]
) -> None:
    api, clock = kept
    clock.just_after(TODAY)
    for answer in (
        api.put("summits/put-off", {**api.read("summits/put-off"), **wrong}, match="*"),
        api.patch("summits/put-off", wrong),
    ):
        assert answer.status_code == 422
        assert [each["code"] for each in answer.json["errors"]] == ["read_only"]
