"""Components count from the day on which they were first identified: in the status, its history, the situation."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api


@pytest.fixture
def site(service: Api) -> Api:
    """A site with an old pad, an annex identified some day in September 2021, and a hall nobody has looked at since."""
    components = [
        {"id": "pad", "name": "Pad"},
        {"id": "annex", "name": "Annex", "first_identified": "2021-09"},
        {"id": "hall", "name": "Hall", "first_identified": "2024-05-10"},
    ]
    service.make("facilities", id="site", name="Site", components=components)
    for record_id, date, component, state in (
        ("early", "2021-08-20", "annex", "under_construction"),
        ("within", "2021-09-14", "annex", "under_construction"),
        ("done", "2022-03-01", "annex", "intact"),
    ):
        findings = [a.finding(state, component)]
        service.make("observations", id=record_id, facility="site", date=date, findings=findings)
    return service


def listed(api: Api, **clocks: str) -> dict[str, str]:
    status = api.read("facilities/site/status", clocks)
    return {each["component"]: each["state"] for each in status["components"]}


def test_a_component_is_not_listed_before_it_was_first_identified(site: Api) -> None:
    assert listed(site, as_of="2021-08-31") == {"pad": "unknown"}
    assert listed(site, as_of="2024-05-09") == {"pad": "unknown", "annex": "intact"}
    assert listed(site, as_of="2024-05-10") == {"pad": "unknown", "annex": "intact", "hall": "unknown"}


def test_within_the_days_that_the_date_can_mean_a_component_is_listed_where_findings_show_it(
    site: Api,
) -> None:
    # That of August shows that it was there; but nobody had identified it.
    assert listed(site, as_of="2021-09-01") == {"pad": "unknown", "annex": "under_construction"}
    unseen = {"id": "unseen", "name": "Unseen", "first_identified": "2021-09"}
    components = site.read("facilities/site")["components"]
    site.revise("facilities/site", components=[*components, unseen])
    assert "unseen" not in listed(site, as_of="2021-09-29")
    assert listed(site, as_of="2021-09-30")["unseen"] == "unknown"


def test_nobody_knew_of_a_component_before_it_was_identified(site: Api) -> None:
    # The site's own source is of 2018.
    assert "hall" not in listed(site, published_until="2024-05-09")
    assert listed(site, published_until="2024-05-10")["hall"] == "unknown"


def test_counts_and_trend_pass_over_what_had_not_been_identified(site: Api) -> None:
    before = site.read("facilities/site/status", {"as_of": "2021-08-31"})
    assert (before["counts"], before["trend"], before["last_observed"]) == ({"unknown": 1}, "unknown", None)
    facilities = site.read("situation", {"as_of": "2021-08-31"})["facilities"]
    assert {each["facility"]["id"]: each["counts"] for each in facilities}["site"] == {"unknown": 1}


def test_what_was_not_there_before_is_built_and_not_rebuilt(site: Api) -> None:
    status = site.read("facilities/site/status", {"as_of": "2022-03-01"})
    assert status["trend"] == "building"
    (change,) = status["last_change"]["changes"]
    assert (change["before"], change["direction"]) == (["under_construction"], "building")
    facilities = site.read("situation")["facilities"]
    assert {each["facility"]["id"]: each["trend"] for each in facilities}["site"] == "building"


def test_the_history_tells_when_a_component_began_to_count(site: Api) -> None:
    history = site.read("facilities/site/status/history")["items"]
    told: list[Any] = [
        (each["date"], each["trend"], [(c["component"], c["before"], c["state"]) for c in each["changed"]])
        for each in history
    ]
    assert told == [
        ("2021-09-01", "building", [("annex", [], "under_construction")]),
        ("2022-03-01", "building", [("annex", ["under_construction"], "intact")]),
        ("2024-05-10", "building", [("hall", [], "unknown")]),
    ]
    for each in history:
        assert site.read("facilities/site/status", {"as_of": each["date"]})["counts"] == each["counts"]


def test_the_history_under_a_clock_ends_where_the_clock_does(site: Api) -> None:
    until = site.read("facilities/site/status/history", {"as_of": "2024-05-09"})["items"]
    assert [each["date"] for each in until] == ["2021-09-01", "2022-03-01"]
