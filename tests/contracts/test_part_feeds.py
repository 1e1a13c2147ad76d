"""Lists of parts as Atom and JSON Feed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest

from service.web.identity import stable_id
from tests.contracts.api import Api
from tests.contracts.factories import FACILITY, SYSTEM, citation, finding, party, step

PATHS = ["steps", "appearances", "findings", "claims"]
BASE = "http://127.0.0.1:8000"


def feed(api: Api, path: str) -> Any:
    answer = api.get(path)
    assert answer.status_code == 200, answer.text
    read = feedparser.parse(answer.data)
    assert not read.bozo, read.bozo_exception
    return read


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    """Two summits, of which the first was written last; a parade with a claim; an observation."""
    shared.furnish()
    shared.make(
        "sources", id="38-north-2018", title="Sohae & <more>", publisher="38 North", published="2018-07-23"
    )
    cited = [citation("38-north-2018", quote="The rail-mounted </p> building")]
    steps = [
        step("scheduled", "2018-02", by=party("White House"), note="By letter."),
        step("held", "2018-03-10"),
    ]
    for number in (1, 2):
        shared.make("summits", id=f"summit-{number}", title=f"Summit {number}", steps=steps, citations=cited)
    claim = {
        "id": "other",
        "by": party("Someone"),
        "stance": "disputes",
        "statement": "It was later.",
        "citations": cited,
    }
    shared.make(
        "parades",
        id="founding-day",
        title="Founding day",
        date="2018-09-09",
        appearances=[
            {"system": SYSTEM, "presence": "absent", "basis": "stated", "citations": cited},
            {"category": "icbm", "presence": "not_observed"},
        ],
        claims=[claim],
    )
    shared.make(
        "observations",
        id="seen",
        date="2018-07-20",
        findings=[
            finding("partially_dismantled"),
            finding("operating", None, aspect="activity", description="<b>Busy</b>"),
        ],
        citations=cited,
    )
    shared.revise("summits/summit-1", note="Again.")
    return shared


def test_an_entry_of_a_part_says_of_what_it_is_what_it_states_when_and_who_reported_it(record: Api) -> None:
    titles = {path: [each.title for each in feed(record, f"{path}.atom").entries] for path in PATHS}
    assert titles == {
        "steps": [
            "Summit 1: scheduled (White House), February 2018 (38 North)",
            "Summit 1: held, 10 March 2018 (38 North)",
            "Summit 2: scheduled (White House), February 2018 (38 North)",
            "Summit 2: held, 10 March 2018 (38 North)",
        ],
        "appearances": [
            "Founding day: absent Hwasong-1, 9 September 2018 (38 North)",
            "Founding day: not observed ICBM, 9 September 2018",
        ],
        "findings": [
            "A facility: A building partially dismantled, 20 July 2018 (38 North)",
            "A facility: the site operating, 20 July 2018 (38 North)",
        ],
        "claims": ["Founding day: Someone disputes: It was later, 9 September 2018 (38 North)"],
    }


def test_an_entry_of_a_part_stands_for_its_place_and_was_updated_with_its_record(record: Api) -> None:
    read = feed(record, "steps.atom")
    entry, summit = read.entries[1], record.read("summits/summit-1")
    assert entry.id == stable_id("/v1/summits/summit-1#/steps/1")
    assert entry.link == f"{BASE}/v1/summits/summit-1#/steps/1"
    assert entry.updated == summit["recorded_at"] == read.feed.updated
    assert [each.term for each in entry.tags] == ["summit", "held"]


def test_an_entry_of_a_part_has_its_note_and_the_words_of_its_sources_as_text(record: Api) -> None:
    step_taken = feed(record, "steps.atom?status=scheduled&limit=1").entries[0]
    assert "By letter." in step_taken.summary
    assert "“The rail-mounted </p> building” (38 North: Sohae & <more>, 23 July 2018)" in step_taken.summary
    (found,) = record.read("findings.jsonfeed?aspect=activity")["items"]
    assert "<p>&lt;b&gt;Busy&lt;/b&gt;</p>" in found["content_html"]
    assert "<q>The rail-mounted &lt;/p&gt; building</q>" in found["content_html"]
    assert found["tags"] == ["observation", "operating", "activity"]


@pytest.mark.parametrize("path", PATHS)
def test_both_feeds_of_parts_have_the_same_entries(record: Api, path: str) -> None:
    items = record.read(f"{path}.jsonfeed")["items"]
    entries = feed(record, f"{path}.atom").entries
    assert [(each["id"], each["title"]) for each in items] == [(each.id, each.title) for each in entries]


@pytest.mark.parametrize("sort", ["recorded_at", "-recorded_at", "-date", "id"])
@pytest.mark.parametrize("path", ["steps", "appearances", "claims"])
def test_the_pages_of_a_feed_of_parts_hold_every_row_of_the_list_in_its_order(
    record: Api, path: str, sort: str
) -> None:
    found, url = [], f"{path}.atom?limit=1&sort={sort}"
    while url:
        read = feed(record, url)
        found += [each.id for each in read.entries]
        following = [urlsplit(each.href) for each in read.feed.links if each.rel == "next"]
        url = f"{following[0].path}?{following[0].query}" if following else ""
    items = record.read(f"{path}?sort={sort}")["items"]
    assert found == [stable_id(f"{each['record']['self']}#{each['pointer']}") for each in items]


def test_filters_and_clocks_hold_in_a_feed_of_parts(record: Api) -> None:
    assert len(feed(record, f"findings.atom?facility={FACILITY}&state=operating").entries) == 1
    assert feed(record, "findings.atom?as_of=2018-07-19").entries == []
    assert feed(record, "steps.atom?published_until=2018-03-11").entries == []
    assert feed(record, "steps.atom?status=cancelled").entries == []


def test_what_a_reader_of_a_feed_of_parts_has_is_not_sent_again(record: Api) -> None:
    first = record.get("findings.jsonfeed")
    assert (
        record.get("findings.jsonfeed", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    )
    refused = record.get("findings.atom?fields=state")
    assert (refused.status_code, refused.json["errors"][0]["code"]) == (400, "not_in_this_form")
