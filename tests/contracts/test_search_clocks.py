"""Search under the clocks: what was recorded, had happened and was public by then."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories
from tests.contracts.api import Api


def ask(api: Api, q: str, **query: Any) -> list[str]:
    return [each["record"]["id"] for each in api.items("search", {"q": q, **query})]


def test_what_had_certainly_come_by_a_day_counts(seeded: Api) -> None:
    found = ask(seeded, "sohae", as_of="2018-07-21", type="observation")
    assert found == ["sohae-2018-07-20"]
    assert ask(seeded, "hwasong", as_of="2018-09-08") == ["hwasong-14", "hwasong-15", "north-korea-2018-02"]
    assert "second-trump-kim-meeting" not in ask(seeded, "kim", as_of="2018-09-09")
    assert "second-trump-kim-meeting" in ask(seeded, "kim", as_of="2018-09-10")


def test_before_any_source_had_appeared_there_is_nothing(seeded: Api) -> None:
    assert ask(seeded, "kim", published_until="2018-07-01") == []
    assert ask(seeded, "hwasong", published_until="2018-09-30") == ask(seeded, "hwasong")


def test_records_are_found_as_they_were_known_then(service: Api) -> None:
    made = service.make("parades", id="one", title="Gantry parade")
    service.revise("parades/one", title="Another parade")
    assert ask(service, "gantry") == []
    (found,) = service.items("search", {"q": "gantry", "known_at": made["recorded_at"]})
    assert found["title"] == "Gantry parade"
    service.remove("parades/one")
    assert ask(service, "another") == []


@pytest.fixture
def clocked(service: Api) -> Api:
    for year in (2018, 2019):
        service.make("sources", id=f"s{year}", title=f"Report {year}", published=f"{year}-06")
    late = [factories.citation("s2019")]
    service.make(
        "summits",
        id="meeting",
        title="The meeting",
        steps=[
            factories.step("proposed", "2018-05-01", note="Spoken of."),
            factories.step("held", "2019-02-01", note="Held in a pagoda.", citations=late),
        ],
        citations=[factories.citation("s2018")],
    )
    service.make("parades", id="late", date="2018-02-08", title="The march", citations=late)
    service.make(
        "parades", id="vague", date="2018", title="The vague march", citations=[factories.citation("s2018")]
    )
    return service


def test_a_word_of_a_later_step_does_not_count_before_it(clocked: Api) -> None:
    assert ask(clocked, "pagoda", as_of="2019-02-01") == ["meeting"]
    assert ask(clocked, "pagoda", as_of="2019-01-31") == []
    assert ask(clocked, "spoken", as_of="2018-05-01") == ["meeting"]
    assert ask(clocked, "meeting", as_of="2018-04-30") == []


def test_what_rests_on_later_sources_does_not_count(clocked: Api) -> None:
    assert ask(clocked, "pagoda", published_until="2019-06-30") == ["meeting"]
    assert ask(clocked, "pagoda", published_until="2019-06-29") == []
    assert ask(clocked, "meeting", published_until="2018-06-30") == ["meeting"]
    assert ask(clocked, "meeting", published_until="2018-06-29") == []
    assert ask(clocked, "march", published_until="2018-07-01") == ["vague"]
    assert ask(clocked, "march", published_until="2019-07-01") == ["late", "vague"]


def test_a_date_that_is_a_year_counts_at_its_end(clocked: Api) -> None:
    assert ask(clocked, "march", as_of="2018-12-30") == ["late"]
    assert ask(clocked, "march", as_of="2018-12-31") == ["late", "vague"]


def test_a_source_counts_from_the_end_of_its_month(clocked: Api) -> None:
    assert ask(clocked, "report", as_of="2018-06-29", type="source") == ["a-source"]
    assert ask(clocked, "report", published_until="2018-06-30", type="source") == ["s2018", "a-source"]


def test_snippets_cite_only_what_was_public(clocked: Api) -> None:
    citations = [factories.citation("s2018"), factories.citation("s2019")]
    clocked.make("parades", id="both", title="Two reports", citations=citations)
    (found,) = clocked.items("search", {"q": "two reports", "published_until": "2018-07-01"})
    assert [each["source"] for each in found["snippets"][0]["citations"]] == ["s2018"]


def test_an_excluded_word_of_a_later_step_leaves_nothing_out_before_it(clocked: Api) -> None:
    assert ask(clocked, "meeting -pagoda", as_of="2018-06-01") == ["meeting"]
    assert ask(clocked, "meeting -pagoda", as_of="2019-06-01") == []
    assert ask(clocked, "meeting -pagoda") == []
