"""Lists, the timeline, the change feed and revisions as Atom and JSON Feed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from werkzeug.http import http_date
from werkzeug.test import TestResponse

from service.web.identity import stable_id
from tests.contracts.api import Api
from tests.contracts.factories import FACILITY, citation, finding, step

BASE = "http://127.0.0.1:8000"


def feed(answer: TestResponse) -> Any:
    assert answer.status_code == 200, answer.text
    read = feedparser.parse(answer.data)
    assert not read.bozo, read.bozo_exception
    return read


def titles(answer: TestResponse) -> list[str]:
    return [each.title for each in feed(answer).entries]


def next_of(read: Any) -> str | None:
    found = [urlsplit(each.href) for each in read.feed.links if each.rel == "next"]
    return f"{found[0].path}?{found[0].query}" if found else None


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    """Three summits, of which the second was written last; a source with a publisher; an observation."""
    shared.furnish()
    shared.make(
        "sources",
        id="38-north-2018",
        title="Sohae & <more>",
        publisher="38 North",
        published="2018-07-23",
        url="https://example.org/a?b=1&c=2",
        authors=["Joseph Bermudez"],
    )
    for number in (1, 2, 3):
        steps = [step("held", f"2018-0{number}-10")]
        shared.make("summits", id=f"summit-{number}", title=f"Summit {number}", steps=steps)
    shared.revise("summits/summit-2", date="2018-02-10")
    shared.make(
        "observations",
        id="seen",
        date="2018-07-20",
        findings=[finding("partially_dismantled")],
        citations=[citation("38-north-2018", quote="The rail-mounted </p> building")],
    )
    return shared


def test_a_list_is_a_feed_of_its_records_what_was_recorded_last_first(record: Api) -> None:
    read = feed(record.get("summits.atom"))
    assert [each.title for each in read.entries] == [
        "Summit 2: held, 10 February 2018",
        "Summit 3: held, 10 March 2018",
        "Summit 1: held, 10 January 2018",
    ]
    summit = record.read("summits/summit-2")
    assert read.entries[0].updated == summit["recorded_at"] == read.feed.updated
    assert read.entries[0].id == stable_id("/v1/summits/summit-2")
    assert read.entries[0].link == f"{BASE}/v1/summits/summit-2"
    assert [each.term for each in read.entries[0].tags] == ["summit", "held"]


def test_the_order_of_a_feed_is_that_of_sort_where_it_is_given(record: Api) -> None:
    by_date = feed(record.get("summits.atom?sort=-date&limit=2"))
    assert [each.title[:8] for each in by_date.entries] == ["Summit 3", "Summit 2"]
    second = feed(record.get(next_of(by_date)))
    assert [each.title[:8] for each in second.entries] == ["Summit 1"]
    assert by_date.feed.id == second.feed.id != feed(record.get("summits.atom")).feed.id


def test_the_pages_of_a_feed_hold_every_record_once(record: Api) -> None:
    found, url = [], "summits.atom?limit=1"
    while url:
        read = feed(record.get(url))
        found += [each.id for each in read.entries]
        url = next_of(read)
    assert len(found) == len(set(found)) == 3


def test_a_cursor_of_a_feed_is_none_of_the_list_in_another_order(record: Api) -> None:
    cursor = (
        record.get("summits.atom?limit=1")
        .headers["Link"]
        .partition("cursor=")[2]
        .partition("&")[0]
        .partition(">")[0]
    )
    assert record.get(f"summits?cursor={cursor}").status_code == 400
    assert record.get(f"summits?sort=-recorded_at&cursor={cursor}").status_code == 200


def test_an_entry_says_what_was_seen_when_and_by_whom_and_quotes_the_source(record: Api) -> None:
    (entry,) = feed(record.get(f"observations.atom?facility={FACILITY}")).entries
    assert entry.title.endswith("partially dismantled, 20 July 2018 (38 North)")
    assert "“The rail-mounted </p> building” (38 North: Sohae & <more>, 23 July 2018)" in entry.summary
    html = entry.content[0].value
    assert "<q>The rail-mounted &lt;/p&gt; building</q>" in html
    assert (
        '<a href="https://example.org/a?b=1&amp;c=2">38 North: Sohae &amp; &lt;more&gt;, 23 July 2018</a>'
        in html
    )


def test_entries_of_sources_name_their_authors(record: Api) -> None:
    (entry,) = feed(record.get("sources.atom?id=38-north-2018")).entries
    assert entry.author == "Joseph Bermudez"
    assert entry.title == "38 North: Sohae & <more>, 23 July 2018"


def test_a_json_feed_has_the_same_entries_as_the_atom_feed(record: Api) -> None:
    items = record.read("summits.jsonfeed")["items"]
    entries = feed(record.get("summits.atom")).entries
    assert [each["id"] for each in items] == [each.id for each in entries]
    assert [each["title"] for each in items] == [each.title for each in entries]


def test_filters_narrow_a_feed(record: Api) -> None:
    assert titles(record.get("summits.atom?id=summit-1")) == ["Summit 1: held, 10 January 2018"]
    assert titles(record.get("summits.atom?status=cancelled")) == []


@pytest.mark.parametrize("name", ["fields", "expand"])
@pytest.mark.parametrize("path", ["summits.atom", "timeline.jsonfeed"])
def test_a_feed_has_members_of_its_own(record: Api, path: str, name: str) -> None:
    value = "citations.source" if name == "expand" else "id" if path.startswith("summits") else "date"
    refused = record.get(path, {name: value})
    assert refused.status_code == 400
    assert refused.json["errors"][0]["code"] == "not_in_this_form"


def test_what_a_feed_reader_has_is_not_sent_again(record: Api) -> None:
    paths = ("summits.atom", "summits.jsonfeed", "timeline.atom", "changes.atom")
    for path in (*paths, "summits/summit-2/revisions.atom"):
        first = record.get(path)
        again = record.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304
        afresh = record.get(path, headers={"Cache-Control": "no-cache"})
        assert (afresh.data, afresh.headers["ETag"]) == (first.data, first.headers["ETag"])
        head = record.head(path)
        assert (head.status_code, head.headers["ETag"], head.data) == (200, first.headers["ETag"], b"")


def test_the_timeline_is_a_feed_of_what_took_place(record: Api) -> None:
    read = feed(record.get("timeline.atom?as_of=2020-01-01"))
    assert read.entries[0].title.endswith("partially dismantled, 20 July 2018")
    assert read.entries[1].title == "Summit 3: held, 10 March 2018"
    assert read.entries[1].link == f"{BASE}/v1/summits/summit-3#/steps/0"
    assert read.entries[1].updated == record.read("summits/summit-3")["recorded_at"]
    assert "The rail-mounted" in read.entries[0].summary


def test_the_pages_of_the_timeline_follow_one_another(record: Api) -> None:
    first = feed(record.get("timeline.atom?as_of=2020-01-01&limit=3"))
    second = feed(record.get(next_of(first)))
    assert len(first.entries) == 3
    assert [each.title for each in second.entries] == ["Summit 1: held, 10 January 2018"]
    assert next_of(second) is None


@pytest.fixture
def changed(service: Api) -> Api:
    """A summit that was created, changed and deleted, and another one."""
    service.make("summits", id="gone", title="Gone")
    service.revise("summits/gone", title="Gone soon")
    service.make("summits", id="here", title="Here")
    service.remove("summits/gone", reason="A double")
    return service


def test_the_change_feed_tells_the_newest_change_first(changed: Api) -> None:
    read = feed(changed.get("changes.atom?type=summit"))
    assert [each.title for each in read.entries] == [
        "Deleted: Gone soon: proposed, 5 March 2018",
        "Here: proposed, 5 March 2018",
        "Updated: Gone soon: proposed, 5 March 2018",
        "Gone: proposed, 5 March 2018",
    ]
    assert "A double" in read.entries[0].summary
    assert read.entries[0].link == f"{BASE}/v1/summits/gone/revisions/3"
    assert len({each.id for each in read.entries}) == 4


def test_a_deletion_names_the_entry_of_the_record_that_is_gone(changed: Api) -> None:
    for path in ("changes.atom?type=summit", "summits/gone/revisions.atom"):
        text = changed.get(path).text
        assert f'<at:deleted-entry ref="{stable_id("/v1/summits/gone")}" when="' in text
        assert text.count("<at:deleted-entry") == 1


@pytest.mark.parametrize("query", ["", "type=summit", "type=summit&party=kim"])
def test_the_pages_of_the_change_feed_go_back_to_the_beginning(changed: Api, query: str) -> None:
    found, url = [], f"changes.atom?limit=1&{query}".removesuffix("&")
    while url:
        read = feed(changed.get(url))
        found += [each.id for each in read.entries]
        url = next_of(read)
    told = changed.read(f"changes?{query}")["items"]
    assert found == [stable_id(f"{each['self']}/revisions/{each['revision']}") for each in reversed(told)]


def test_changes_before_a_number_end_there(changed: Api) -> None:
    last = changed.read("changes")["last_seq"]
    page = changed.read(f"changes?before={last}")
    assert [each["seq"] for each in page["items"]] == list(range(1, last))
    assert (page["next_after"], page["last_seq"]) == (last - 1, last)
    assert changed.read("changes?before=1")["items"] == []
    assert changed.get("changes?before=0").status_code == 400


def test_a_feed_tells_no_more_changes_than_are_retained(changed: Api) -> None:
    short = changed.restarted(changes_retained=2)
    assert len(feed(short.get("changes.atom")).entries) == 2
    short.close()


def test_the_revisions_of_a_record_are_a_feed_of_what_changed(changed: Api) -> None:
    read = feed(changed.get("summits/gone/revisions.atom"))
    assert [each.title.partition(":")[0] for each in read.entries] == [
        "Revision 3, deleted",
        "Revision 2, updated",
        "Revision 1, created",
    ]
    assert "Changed: /title" in read.entries[1].summary
    assert read.entries[1].author == "write tester"
    assert "Reason: A double" in read.entries[0].summary


def test_the_public_url_moves_the_links_of_a_feed_and_no_identifier(changed: Api) -> None:
    here = feed(changed.get("summits.atom"))
    moved = changed.restarted(public_url="https://desk.example/p")
    there = feed(moved.get("summits.atom"))
    moved.close()
    assert there.entries[0].link == "https://desk.example/p/v1/summits/here"
    assert there.feed.id == here.feed.id
    assert [each.id for each in there.entries] == [each.id for each in here.entries]


def test_the_url_that_gives_a_feed_again_keeps_its_order(record: Api) -> None:
    for query in ("sort=-date", "sort=date", "limit=2", "sort=-date&limit=1"):
        first = record.get(f"summits?format=atom&{query}")
        cited = next(each for each in first.headers["Link"].split(", ") if each.endswith('rel="cite-as"'))
        again = record.get(cited.partition(">")[0].removeprefix("<"))
        assert titles(again) == titles(first)
    dated = {"Accept-Datetime": http_date(datetime.now(UTC).replace(microsecond=0))}
    then = record.get("summits.atom?sort=-date&limit=2", headers=dated)
    assert titles(then) == titles(record.get("summits.atom?sort=-date&limit=2"))
    assert titles(record.get(next_of(feed(then)))) == ["Summit 1: held, 10 January 2018"]
