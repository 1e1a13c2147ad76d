"""The change feed: one gap-free, strictly increasing sequence over everything that is written."""

from __future__ import annotations

import random
import threading
from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api


@pytest.fixture
def busy(service: Api) -> Api:
    """Ten changes: two sources, two systems, each revised, and one of each deleted."""
    for name in ("one", "two"):
        service.create("sources", a.source(id=name))
        service.create("systems", a.system(id=name, citations=[a.citation("one")]))
        service.revise(f"sources/{name}", note="Revised.")
        service.revise(f"systems/{name}", note="Revised.")
    service.remove("systems/two", reason="Not a system.")
    service.remove("sources/two")
    return service


def test_an_empty_feed_begins_and_ends_at_zero(service: Api) -> None:
    beginning = "0" * 64
    expected = {"items": [], "next_after": 0, "next_chain": beginning, "last_seq": 0}
    assert service.read("changes") == expected


def test_the_feed_holds_every_create_update_and_delete_in_order_without_gaps(busy: Api) -> None:
    feed = busy.read("changes")
    told = [(each["operation"], each["type"], each["id"], each["revision"]) for each in feed["items"]]
    assert told == [
        ("created", "source", "one", 1),
        ("created", "system", "one", 1),
        ("updated", "source", "one", 2),
        ("updated", "system", "one", 2),
        ("created", "source", "two", 1),
        ("created", "system", "two", 1),
        ("updated", "source", "two", 2),
        ("updated", "system", "two", 2),
        ("deleted", "system", "two", 3),
        ("deleted", "source", "two", 3),
    ]
    assert [each["seq"] for each in feed["items"]] == list(range(1, 11))
    assert feed["next_after"] == 10
    instants = [each["recorded_at"] for each in feed["items"]]
    assert instants == sorted(set(instants))


def test_an_entry_says_what_changed_when_and_why(busy: Api) -> None:
    deletion = busy.read("changes?after=8&limit=1")["items"][0]
    names = ["seq", "operation", "type", "id", "self", "title", "revision", "recorded_at", "reason", "chain"]
    assert list(deletion) == names
    assert (deletion["self"], deletion["title"]) == ("/v1/systems/two", a.system()["name"])
    assert deletion["reason"] == "Not a system."
    created = busy.read("changes?limit=1")["items"][0]
    assert created["reason"] is None
    assert created["recorded_at"] == busy.read("sources/one/revisions/1")["recorded_at"]


def test_a_record_brought_back_is_created_again_and_one_written_unchanged_is_no_change(busy: Api) -> None:
    assert busy.put("sources/two", a.source()).status_code == 201
    busy.revise("sources/two")
    feed = busy.read("changes?after=10")
    assert [(each["operation"], each["revision"]) for each in feed["items"]] == [("created", 4)]


def test_a_write_that_was_refused_leaves_no_gap(service: Api) -> None:
    service.create("sources", a.source(id="one"))
    assert service.post("sources", {"title": "No kind"}).status_code == 422
    assert service.post("sources", a.source(id="one")).status_code == 409
    assert service.post("systems", a.system(citations=[a.citation("nobody")])).status_code == 422
    assert service.patch("sources/one", {"note": "x"}, match='"999"').status_code == 412
    service.create("sources", a.source(id="two"))
    assert [each["seq"] for each in service.read("changes")["items"]] == [1, 2]


@pytest.mark.parametrize("limit", [1, 2, 3, 10, 500])
@pytest.mark.parametrize("types", [None, "source", "system", "system,source", "summit"])
def test_a_client_that_keeps_next_after_sees_everything_once(
    busy: Api, limit: int, types: str | None
) -> None:
    whole = busy.read("changes")["items"]
    asked = {"limit": limit} | ({"type": types} if types else {})
    seen, after = [], 0
    for _ in range(12):
        page = busy.read("changes", {**asked, "after": after})
        assert len(page["items"]) <= limit
        assert page["next_after"] >= after
        seen += page["items"]
        after = page["next_after"]
    assert seen == [each for each in whole if types is None or each["type"] in types.split(",")]
    assert after == 10


def test_next_after_advances_past_what_a_filter_leaves_out(busy: Api) -> None:
    page = busy.read("changes?type=summit")
    assert (page["items"], page["next_after"]) == ([], 10)
    assert busy.read("changes?type=source&after=5&limit=1")["next_after"] == 7
    page = busy.read("changes?type=system&after=6")
    assert [each["seq"] for each in page["items"]] == [8, 9]
    assert page["next_after"] == 10


def test_the_end_of_the_feed_is_where_it_was_asked_from_and_later_changes_follow(busy: Api) -> None:
    page = busy.read("changes?after=10")
    assert (page["items"], page["next_after"]) == ([], 10)
    busy.create("sources", a.source(id="three"))
    assert [each["id"] for each in busy.read("changes?after=10")["items"]] == ["three"]


def test_the_link_header_names_the_next_page_and_keeps_every_other_parameter(busy: Api) -> None:
    answer = busy.get("changes?type=system,source&limit=3")
    following = answer.headers["Link"].removeprefix("<").partition(">")[0]
    assert answer.headers["Link"].partition(">")[2].startswith('; rel="next"')
    assert [each["seq"] for each in busy.read(following)["items"]] == [4, 5, 6]
    assert busy.read(following) == busy.read("changes?after=3&limit=3&type=system&type=source")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("after=-1", "after"),
        ("after=x", "after"),
        ("after=1.5", "after"),
        ("after=", "after"),
        ("after=1&after=2", "after"),
        ("after=99999999999999999999", "after"),
        ("type=summits", "type"),
        ("type=", "type"),
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("cursor=x", "cursor"),
        ("since=1", "since"),
        ("before=0", "before"),
    ],
)
def test_a_malformed_parameter_of_the_feed_is_refused(seeded: Api, query: str, parameter: str) -> None:
    answer = seeded.get(f"changes?{query}")
    assert answer.status_code == 400, answer.text
    assert {error["parameter"] for error in answer.json["errors"]} == {parameter}


def test_changes_before_the_retained_feed_are_410(busy: Api) -> None:
    short = busy.restarted(changes_retained=4)
    try:
        for after in (0, 5):
            answer = short.get(f"changes?after={after}")
            assert answer.status_code == 410
            assert answer.json["type"] == "/problems/feed-no-longer-retained"
            assert answer.json["oldest_after"] == 6
        assert [each["seq"] for each in short.read("changes?after=6")["items"]] == [7, 8, 9, 10]
        assert short.get("changes").status_code == 410
        # The history of a record is kept all the same.
        assert len(short.read("systems/one/revisions")["items"]) == 2
    finally:
        short.close()


def test_a_feed_that_retains_more_than_there_is_begins_at_zero(busy: Api) -> None:
    long = busy.restarted(changes_retained=10)
    try:
        assert len(long.read("changes")["items"]) == 10
    finally:
        long.close()


def test_followed_while_many_write_the_feed_misses_nothing_and_tells_nothing_twice(service: Api) -> None:
    service.furnish()
    start = service.read("changes")["next_after"]
    writers, each_writes = 4, 12
    failures: list[Any] = []

    def write(number: int) -> None:
        order = random.Random(number)
        for count in range(each_writes):
            body = a.source(id=f"by-{number}-{count}", title="x" * order.randrange(1, 250))
            answer = service.post("sources", body)
            if answer.status_code != 201:
                failures.append(answer.text)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    seen: list[int] = []
    ids: set[str] = set()
    after = start
    try:
        while any(thread.is_alive() for thread in threads):
            page = service.read("changes", {"after": after, "limit": 7})
            seen += [each["seq"] for each in page["items"]]
            ids |= {each["id"] for each in page["items"]}
            after = page["next_after"]
    finally:
        for thread in threads:
            thread.join()
    while (page := service.read("changes", {"after": after}))["items"]:
        seen += [each["seq"] for each in page["items"]]
        ids |= {each["id"] for each in page["items"]}
        after = page["next_after"]
    assert failures == []
    assert seen == list(range(start + 1, start + 1 + writers * each_writes))
    assert len(ids) == writers * each_writes
