"""Words on more records than a page tries at once: found in every order, on every page."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api

DATES = (
    *(f"2018-0{month}-1{day}" for month in (2, 3, 9) for day in range(4)),
    "2018",
    "1994-10",
    "2019-05/2020",
    None,
)


@pytest.fixture(scope="module")
def sources(shared: Api) -> Api:
    return with_sources(shared)


def with_sources(service: Api) -> Api:
    """Make sources of which two thirds hold the word, some without a date: more than a short page tries in a round."""
    for number in range(32):
        title = "A dismantled gantry" if number % 3 else "Another"
        # Ids that begin alike, or are the beginning of others.
        name = f"{'report-of-the-year' if number % 2 else 'r'}-{number}"
        service.make("sources", id=name, title=title, published=DATES[number % len(DATES)])
    for number in (1, 7):
        service.revise(f"sources/report-of-the-year-{number}", title="Revised", note="No gantry: a tower.")
    return service


@pytest.mark.parametrize("sort", ["date", "-date", "id", "-id", "recorded_at", "-recorded_at"])
@pytest.mark.parametrize("query", ["gantry", "gan* a"])
@pytest.mark.parametrize("limit", [1, 50])
def test_a_walk_by_words_sees_all_that_hold_them_in_order(
    sources: Api, sort: str, query: str, limit: int
) -> None:
    everything = sources.items("sources", {"sort": sort})
    expected = [item["id"] for item in everything if "gantry" in f"{item['title']} {item['note']}"]
    found = [
        item["id"]
        for page in sources.pages("sources", {"q": query, "sort": sort, "limit": limit})
        for item in page["items"]
    ]
    assert found == expected


@pytest.mark.parametrize("sort", ["date", "-date", "id", "-recorded_at"])
@pytest.mark.parametrize(
    "more", [{"from": "2018-02-11"}, {"to": "2018-03-12"}, {"from": "2018-03-12", "to": "2018-09-10"}]
)
def test_words_and_dates_select_what_both_select(sources: Api, sort: str, more: dict[str, str]) -> None:
    with_words = set(sources.ids("sources", {"q": "gantry"}))
    expected = [each for each in sources.ids("sources", {"sort": sort, **more}) if each in with_words]
    found = [
        item["id"]
        for page in sources.pages("sources", {"q": "gantry", "sort": sort, "limit": 2, **more})
        for item in page["items"]
    ]
    assert found == expected


def test_words_are_found_as_they_were_known_then(service: Api) -> None:
    sources = with_sources(service)
    asked = {
        "q": "gantry",
        "sort": "-date",
        "known_at": sources.items("sources", {"sort": "-recorded_at"})[2]["recorded_at"],
    }
    before = sources.ids("sources", asked)
    sources.revise("sources/r-2", title="Nothing of the kind")
    sources.make("sources", title="One more gantry", published="2018-02-10")
    assert sources.ids("sources", asked) == before
    assert "r-2" not in sources.ids("sources", {"q": "gantry"})


def test_the_words_that_the_index_adds_answer_no_query(sources: Api) -> None:
    assert sources.ids("sources", {"q": "2018"}) == []
    assert sources.ids("sources", {"q": "id*"}) == []


@pytest.mark.parametrize("sort", ["-date", "id", "-recorded_at"])
@pytest.mark.parametrize(
    "days", [{"from": "2018-02-11"}, {"to": "2018-03-12"}, {"from": "1994-10-09", "to": "2018-09-10"}]
)
@pytest.mark.parametrize("words", [{}, {"q": "gantry"}])
def test_dates_select_the_same_in_every_order(
    sources: Api, sort: str, days: dict[str, str], words: dict[str, str]
) -> None:
    dated = [each for each in sources.items("sources", {"sort": sort, **words}) if each["published"]]
    expected = [
        each["id"]
        for each in dated
        if each["published_latest"] >= days.get("from", "")
        and each["published_earliest"] <= days.get("to", "9")
    ]
    pages = sources.pages("sources", {"sort": sort, "limit": 5, **days, **words})
    assert [item["id"] for page in pages for item in page["items"]] == expected
    assert sources.get("sources", {**days, **words, "count": "true"}).json["total"] == len(expected)


@pytest.mark.parametrize("sort", ["date", "-date", "id", "recorded_at"])
@pytest.mark.parametrize("words", [{}, {"q": "gantry"}])
def test_what_was_recorded_after_an_instant_is_found_in_every_order(
    sources: Api, sort: str, words: dict[str, str]
) -> None:
    instant = sources.items("sources", {"sort": "recorded_at"})[9]["recorded_at"]
    everything = sources.items("sources", {"sort": sort, **words})
    expected = [each["id"] for each in everything if each["recorded_at"] > instant]
    pages = sources.pages("sources", {"sort": sort, "limit": 5, "recorded_after": instant, **words})
    assert [item["id"] for page in pages for item in page["items"]] == expected


def test_filters_together_select_what_all_select(sources: Api) -> None:
    sources.make(
        "facilities", id="yongbyon", components=[{"id": each, "name": each} for each in ("hall", "gate")]
    )
    for number in range(14):
        state = "intact" if number % 2 else "damaged"
        sources.make(
            "observations",
            id=f"seen-{number:02}",
            facility="yongbyon",
            date=f"201{number % 3}-0{number % 9 + 1}-10",
            method="inspection" if number % 3 else "ground_photo",
            findings=[{"component": "gate", "aspect": "integrity", "state": state}],
        )
    for sort in ("id", "-date", "recorded_at"):
        for more in ({}, {"from": "2011-02-01"}, {"q": "yongbyon"}, {"q": "yong*", "to": "2011-02-20"}):
            asked = {"state": "intact", "method": "inspection", "sort": sort, **more}
            everything = sources.items("observations", {"sort": sort})
            expected = [
                each["id"]
                for each in everything
                if each["findings"][0]["state"] == "intact"
                and each["method"] == "inspection"
                and each["date"] >= more.get("from", "")
                and each["date"] <= more.get("to", "9")
            ]
            pages = sources.pages("observations", {"limit": 2, **asked})
            assert [item["id"] for page in pages for item in page["items"]] == expected, asked
