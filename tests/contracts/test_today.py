"""Without ``as_of`` every answer is as of today (UTC): what is dated later, or may be, does not count yet."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api


def today() -> date:
    return datetime.now(UTC).date()


def month(day: date) -> str:
    return f"{day:%Y-%m}"


@pytest.fixture
def planned(service: Api) -> Api:
    """A summit put off to some day of a month that is not over, one to be held next year, and what is dated later."""
    service.furnish()
    later = today() + timedelta(days=40)
    scheduled = a.step("scheduled", "2018-05-10")
    service.make("summits", id="put-off", steps=[scheduled, a.step("postponed", month(later))])
    service.make("summits", id="next-year", steps=[a.step("held", f"{today().year + 1}")], follows="put-off")
    service.make("summits", id="last", date="2018-06-12", steps=[a.step("held", "2018-06-12")])
    findings = [a.finding("intact", None)]
    service.make("facilities", id="site", name="Site")
    service.make(
        "observations", id="seen", facility="site", date="2018-07-01", findings=[a.finding("damaged", None)]
    )
    service.make("observations", id="to-be-seen", facility="site", date=month(later), findings=findings)
    service.make("parades", id="held", date="2018-09-09")
    service.make("parades", id="expected", date=month(later))
    service.make("communications", id="expected", date=str(later))
    return service


def without_echo(document: Any) -> Any:
    """A view without the clock that was asked for."""
    return {**document, "clocks": None} if "clocks" in document else document


PATHS = (
    "situation",
    "facilities/site/status",
    "facilities/site/status/history",
    "parades/held/comparison",
    "parades/expected/comparison",
    "timeline",
    "timeline?near=summits/put-off",
    "summits",
    "summits?status=scheduled&count=true",
    "summits?status=postponed,held&count=true",
    "summits?expand=follows",
    "summits/put-off",
    "summits/next-year",
    "summits/next-year?expand=follows&fields=id,status,follows.status",
)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("clock", [{}, {"published_until": "2020-01-01"}])
def test_without_as_of_an_answer_says_what_it_says_as_of_today(
    planned: Api, path: str, clock: dict[str, str]
) -> None:
    clock = clock if not (clock and path.startswith("summits?expand")) else {}
    dated = {**clock, "as_of": str(today())}
    assert without_echo(planned.read(path, clock)) == without_echo(planned.read(path, dated))


def test_a_step_dated_later_or_perhaps_later_is_not_yet_the_status(planned: Api) -> None:
    summit = planned.read("summits/put-off")
    assert (summit["status"], summit["status_since"]) == ("scheduled", "2018-05-10")
    assert [step["status"] for step in summit["steps"]] == ["scheduled", "postponed"]
    assert planned.read("summits/next-year")["status"] is None
    listed = {each["id"]: each["status"] for each in planned.items("summits")}
    assert listed == {"put-off": "scheduled", "next-year": None, "last": "held"}


@pytest.mark.parametrize("sort", ["-date", "id", "-recorded_at"])
@pytest.mark.parametrize("limit", [1, 50])
def test_a_list_is_filtered_by_the_status_of_today(planned: Api, sort: str, limit: int) -> None:
    def found(status: str) -> set[str]:
        query = {"status": status, "sort": sort, "limit": limit, "count": "true"}
        pages = list(planned.pages("summits", query))
        ids = {item["id"] for page in pages for item in page["items"]}
        assert {page["total"] for page in pages} == {len(ids)}
        return ids

    assert found("held") == {"last"}
    assert found("scheduled") == {"put-off"}
    assert found("postponed") == set()
    assert found("held,scheduled") == {"last", "put-off"}


def test_summits_inlined_in_other_records_have_the_status_of_today_or_of_the_day_asked_for(
    planned: Api,
) -> None:
    planned.make("communications", id="about", regarding=[{"type": "summit", "id": "put-off"}])
    about = planned.read("communications/about", {"expand": "regarding"})["regarding"]
    assert about[0]["status"] == "scheduled"
    following = planned.read("summits/next-year", {"expand": "follows", "as_of": "2018-05-09"})["follows"]
    assert following["status"] is None


def test_lists_and_search_find_all_that_is_held(planned: Api) -> None:
    assert set(planned.ids("observations")) == {"seen", "to-be-seen"}
    assert set(planned.ids("parades")) == {"held", "expected"}
    assert len(planned.items("search", {"q": "expected"})) == 2


def test_what_is_to_come_is_neither_the_last_summit_nor_observed_nor_in_the_timeline(planned: Api) -> None:
    situation = planned.read("situation")
    assert situation["last_summit_held"]["record"]["id"] == "last"
    assert [each["record"]["id"] for each in situation["summits_in_preparation"]] == ["put-off"]
    assert situation["last_parade"]["parade"]["id"] == "held"
    assert [each["record"]["id"] for each in situation["latest_communications"]] == []
    site = next(each for each in situation["facilities"] if each["facility"]["id"] == "site")
    assert (site["last_observed"], site["counts"]) == ("2018-07-01", {"damaged": 1})
    assert site["days_since_observed"] == (today() - date(2018, 7, 1)).days
    entries = {(each["record"]["id"], each["pointer"]) for each in planned.items("timeline")}
    assert ("put-off", "/steps/0") in entries
    assert entries.isdisjoint({("put-off", "/steps/1"), ("next-year", "/steps/0"), ("to-be-seen", "")})


def test_a_month_that_has_begun_and_is_not_over_does_not_count_yet(service: Api) -> None:
    tomorrow = today() + timedelta(days=1)
    running = month(today()) if tomorrow.month == today().month else f"{today()}/{tomorrow}"
    steps = [a.step("scheduled", "2018-05-10"), a.step("cancelled", running)]
    made = service.make("summits", id="one", steps=steps)
    assert made["status"] == "scheduled"
    assert service.read("summits/one")["status"] == "scheduled"
    assert service.ids("summits", {"status": "cancelled"}) == []


def test_a_step_of_today_counts(service: Api) -> None:
    made = service.make("summits", id="one", steps=[a.step("held", str(today()))])
    assert (made["status"], made["status_since"]) == ("held", str(today()))
    assert service.ids("summits", {"status": "held"}) == ["one"]


def test_known_at_speaks_from_its_own_day(planned: Api) -> None:
    then = planned.read("changes", {"limit": 500})["items"][-1]["recorded_at"]
    situation = planned.read("situation", {"known_at": then})
    assert situation["reference_date"] == then[:10]
    assert planned.read("summits/put-off", {"known_at": then})["status"] == "scheduled"
    assert planned.ids("summits", {"known_at": then, "status": "scheduled"}) == ["put-off"]


def test_what_was_read_may_be_sent_back_with_the_status_of_today(planned: Api) -> None:
    read = planned.get("summits/put-off")
    answer = planned.put("summits/put-off", read.json, match=read.headers["ETag"])
    assert (answer.status_code, answer.json["status"]) == (200, "scheduled")
    answer = planned.put("summits/put-off", {**read.json, "status": "held"}, match="*")
    assert answer.status_code == 422


def test_an_answer_that_the_day_changes_has_another_tag_than_what_is_stored(planned: Api) -> None:
    answer = planned.get("summits/put-off")
    assert "Last-Modified" not in answer.headers
    later = planned.get("summits/put-off", {"as_of": "2018-05-09"})
    assert answer.headers["ETag"] != later.headers["ETag"]
    assert "Last-Modified" in planned.get("summits/last").headers
