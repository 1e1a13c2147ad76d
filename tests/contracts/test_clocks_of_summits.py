"""The clocks ``as_of`` and ``published_until``, on summits and their lists."""

from __future__ import annotations

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api


@pytest.fixture(scope="module")
def clocked(shared: Api) -> Api:
    """Summits of 2018, and sources that told of them sooner or later."""
    shared.furnish()
    for record_id, published, retrieved in (
        ("early", "2018-03-09", None),
        ("may", "2018-05", None),
        ("late", "2018-12-31", None),
        ("undated", None, "2018-07-01"),
        ("never", None, None),
    ):
        shared.create("sources", a.source(id=record_id, published=published, retrieved_on=retrieved))
    shared.make(
        "summits",
        id="singapore",
        date="2018-06-12",
        citations=[a.citation("early")],
        steps=[
            a.step("proposed", "2018-03-08"),
            a.step("scheduled", "2018-05-10", citations=[a.citation("may")]),
            a.step("cancelled", "2018-05-24", citations=[a.citation("late"), a.citation("may")]),
            a.step("reinstated", "2018-06-01", citations=[a.citation("late")]),
            a.step("held", "2018-06-12", citations=[a.citation("undated")]),
        ],
    )
    shared.make(
        "summits",
        id="second",
        citations=[a.citation("early")],
        steps=[a.step("requested", "../2018-09-10"), a.step("coordinating", "2018-09-10")],
    )
    shared.make(
        "summits", id="rumour", citations=[a.citation("never")], steps=[a.step("proposed", "2018-01/2018-02")]
    )
    for number in range(6):
        status = ("held", "scheduled")[number % 2]
        shared.make(
            "summits", id=f"old-{number}", steps=[a.step("scheduled", "2001"), a.step(status, "2002-02")]
        )
    return shared


@pytest.mark.parametrize(
    ("as_of", "status", "since"),
    [
        ("2018-03-07", None, None),
        ("2018-03-08", "proposed", "2018-03-08"),
        ("2018-05-23", "scheduled", "2018-05-10"),
        ("2018-05-24", "cancelled", "2018-05-24"),
        ("2018-05-31", "cancelled", "2018-05-24"),
        ("2018-06-01", "reinstated", "2018-06-01"),
        ("2018-06-12", "held", "2018-06-12"),
        ("2026-01-01", "held", "2018-06-12"),
    ],
)
def test_the_status_at_a_date_is_the_last_step_whose_latest_day_is_on_or_before_it(
    clocked: Api, as_of: str, status: str | None, since: str | None
) -> None:
    for summit in (
        clocked.read("summits/singapore", {"as_of": as_of}),
        clocked.items("summits", {"as_of": as_of, "id": "singapore"})[0],
    ):
        assert (summit["status"], summit["status_since"]) == (status, since)
        # The clocks change what is derived, and nothing else.
        whole = clocked.read("summits/singapore")
        assert {**summit, "status": 0, "status_since": 0} == {**whole, "status": 0, "status_since": 0}


def test_a_step_counts_from_its_latest_possible_day(clocked: Api) -> None:
    def status(as_of: str) -> str | None:
        return clocked.read("summits/rumour", {"as_of": as_of})["status"]

    assert [status(day) for day in ("2018-01-31", "2018-02-27", "2018-02-28")] == [None, None, "proposed"]


@pytest.mark.parametrize(
    ("published_until", "status", "since"),
    [
        ("2018-03-08", None, None),
        ("2018-03-09", "proposed", "2018-03-08"),  # by its record's citations, it has none of its own
        # A source of some day in May counts from its last; what it told of had happened by then.
        ("2018-05-09", "proposed", "2018-03-08"),
        ("2018-05-30", "uncertain", "2018-03-08"),
        ("2018-05-31", "cancelled", "2018-05-24"),  # one of its sources was enough
        ("2018-06-30", "uncertain", "2018-05-24"),  # reinstated and held, but who could know
        ("2018-07-02", "held", "2018-06-12"),  # its source has no date, but had been read
        ("2018-12-31", "held", "2018-06-12"),
    ],
)
def test_a_step_is_left_out_until_one_of_its_sources_was_published(
    clocked: Api, published_until: str, status: str | None, since: str | None
) -> None:
    summit = clocked.read("summits/singapore", {"published_until": published_until})
    assert (summit["status"], summit["status_since"]) == (status, since)


def test_a_source_without_a_date_is_public_only_once_the_day_it_was_read_has_passed(clocked: Api) -> None:
    before = clocked.read("summits/singapore", {"published_until": "2018-06-30"})
    after = clocked.read("summits/singapore", {"published_until": "2018-07-02"})
    assert (before["status"], after["status"]) == ("uncertain", "held")
    never = clocked.read("summits/rumour", {"published_until": "2026-01-01"})
    assert (never["status"], never["status_since"]) == (None, None)


def test_two_clocks_together_leave_out_what_either_does(clocked: Api) -> None:
    both = {"as_of": "2018-05-23", "published_until": "2018-12-31"}
    assert clocked.read("summits/singapore", both)["status"] == "scheduled"
    both = {"as_of": "2018-12-31", "published_until": "2018-05-01"}
    assert clocked.read("summits/singapore", both)["status"] == "proposed"


def test_a_list_under_a_clock_is_filtered_by_the_status_of_then(clocked: Api) -> None:
    def found(**query: str) -> set[str]:
        return {each for each in clocked.ids("summits", query) if not each.startswith("old-")}

    assert found(status="held") == {"singapore"}
    assert found(status="held", as_of="2018-06-11") == set()
    assert found(status="reinstated", as_of="2018-06-11") == {"singapore"}
    assert found(status="reinstated,cancelled", as_of="2018-06-11") == {"singapore"}
    assert found(status="coordinating", as_of="2018-09-09") == set()
    assert found(status="coordinating", as_of="2018-09-10") == {"second"}
    assert found(status="proposed", published_until="2018-05-01") == {"singapore"}
    assert found(as_of="2017-01-01") == {
        "singapore",
        "second",
        "rumour",
    }  # without a status they are still there


@pytest.mark.parametrize("sort", ["-date", "date", "id", "-recorded_at"])
@pytest.mark.parametrize("limit", [1, 2, 5])
def test_paging_under_a_clock_neither_skips_nor_repeats(clocked: Api, sort: str, limit: int) -> None:
    asked = {"as_of": "2002-02-28", "status": "scheduled", "sort": sort}
    whole = clocked.ids("summits", asked)
    assert set(whole) == {"old-1", "old-3", "old-5"}
    assert clocked.ids("summits", {**asked, "limit": limit}) == whole
    pages = list(clocked.pages("summits", {**asked, "limit": limit, "count": "true"}))
    assert {page["total"] for page in pages} == {3}
    everything = {"as_of": "2002-02-28", "sort": sort}
    assert clocked.ids("summits", {**everything, "limit": limit}) == clocked.ids("summits", {"sort": sort})


def test_the_total_under_a_clock_counts_what_the_clock_gives(clocked: Api) -> None:
    assert clocked.read("summits?as_of=2001-12-31&status=scheduled&count=true")["total"] == 6
    assert clocked.read("summits?as_of=2001-12-30&status=scheduled&count=true")["total"] == 0
    assert clocked.read("summits?as_of=2001-12-30&count=true")["total"] == 9


def test_answers_under_different_clocks_have_different_tags(clocked: Api) -> None:
    tags = {
        clocked.get("summits/singapore", query).headers["ETag"]
        for query in ({}, {"as_of": "2018-05-10"}, {"as_of": "2018-05-24"}, {"published_until": "2018-03-09"})
    }
    assert len(tags) == 4


def test_a_clock_works_together_with_known_at(service: Api) -> None:
    service.make("sources", id="told", published="2018-05-01")
    made = service.make(
        "summits", id="one", citations=[a.citation("told")], steps=[a.step("scheduled", "2018-05-10")]
    )
    service.revise(
        "summits/one", steps=[a.step("scheduled", "2018-05-10"), a.step("cancelled", "2018-05-24")]
    )
    # That it was published later was recorded later.
    service.revise("sources/told", published="2019-01-01")

    def status(**query: str) -> str | None:
        return service.read("summits/one", query)["status"]

    assert status(as_of="2018-06-01") == "cancelled"
    assert status(as_of="2018-06-01", known_at=made["recorded_at"]) == "scheduled"
    assert status(published_until="2018-06-01") is None
    assert status(published_until="2018-06-01", known_at=made["recorded_at"]) == "scheduled"
    listed = service.items("summits", {"published_until": "2018-06-01", "known_at": made["recorded_at"]})
    assert listed[0]["status"] == "scheduled"


@pytest.mark.parametrize("path", [path for path in a.BODIES if path != "summits"])
@pytest.mark.parametrize("clock", ["as_of", "published_until"])
def test_records_with_nothing_derived_take_no_clock_but_known_at(seeded: Api, path: str, clock: str) -> None:
    answer = seeded.get(path, {clock: "2018-01-01"})
    assert (answer.status_code, answer.json["errors"][0]["code"]) == (400, "unknown_parameter")
