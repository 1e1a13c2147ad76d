"""The feed's hash chain, its end, its filters: who follows it misses nothing, also where the service was restored."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from service.app import create_app
from service.integrity.histories import check_chain
from service.records import feed
from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.conftest import Databases

BEGINNING = "0" * 64
HASHED = ("seq", "operation", "type", "id", "revision", "recorded_at", "reason")


def gone(service: Api, path: str, query: dict[str, Any]) -> dict[str, Any]:
    answer = service.get(path, query)
    assert answer.status_code == 410, answer.text
    assert answer.json["type"] == "/problems/feed-history-differs"
    assert "after=latest" in answer.json["detail"]
    return answer.json


def next_link(answer: Any) -> str | None:
    found = re.search(r'<([^>]*)>; rel="next"', answer.headers.get("Link", ""))
    return found and found[1]


@pytest.fixture
def busy(service: Api) -> Api:
    """A source and a system, the system revised and deleted for a reason in two scripts."""
    service.create("sources", a.source(id="one", title="Böse Überraschung"))
    service.create("systems", a.system(id="two", name="화성", citations=[a.citation("one")]))
    service.revise("systems/two", note="Revised.")
    service.remove("systems/two", reason='Не "система" \\')
    return service


def test_anyone_can_compute_the_chain_from_the_entries(busy: Api) -> None:
    page = busy.read("changes")
    chain = BEGINNING
    for entry in page["items"]:
        content = [chain, *(entry[name] for name in HASHED)]
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        chain = hashlib.sha256(text.encode()).hexdigest()
        assert entry["chain"] == chain
    assert page["next_chain"] == chain
    assert page["last_seq"] == page["next_after"] == 4


def test_an_entry_has_the_url_and_the_title_of_its_record_also_once_that_is_deleted(busy: Api) -> None:
    told = [(each["self"], each["title"]) for each in busy.read("changes")["items"]]
    assert told == [("/v1/sources/one", "Böse Überraschung"), *[("/v1/systems/two", "화성")] * 3]


def test_each_page_gives_the_chain_that_the_next_one_proves(busy: Api) -> None:
    page, seen = busy.read("changes?limit=1"), 1
    while page["items"]:
        page = busy.read("changes", {"limit": 1, "after": page["next_after"], "chain": page["next_chain"]})
        seen += len(page["items"])
    assert seen == 4


def test_next_chain_is_that_of_the_last_change_that_a_filter_passed_over(busy: Api) -> None:
    page = busy.read("changes?type=source")
    assert page["next_after"] == 4
    assert busy.read("changes", {"after": 4, "chain": page["next_chain"]})["items"] == []


def test_there_is_a_next_link_only_while_there_is_more_and_following_it_ends(busy: Api) -> None:
    path: str | None = "changes?limit=3"
    pages = []
    while path:
        answer = busy.get(path)
        pages.append([each["seq"] for each in answer.json["items"]])
        path = next_link(answer)
        assert path is None or f"chain={answer.json['next_chain']}" in path
    assert pages == [[1, 2, 3], [4]]
    assert next_link(busy.get("changes?after=4")) is None


def test_after_latest_begins_at_the_end(busy: Api) -> None:
    page = busy.read("changes?after=latest")
    assert (page["items"], page["next_after"], page["last_seq"]) == ([], 4, 4)
    busy.create("sources", a.source(id="three"))
    following = busy.read("changes", {"after": 4, "chain": page["next_chain"]})
    assert [each["id"] for each in following["items"]] == ["three"]
    assert busy.read("changes?after=latest")["next_after"] == 5


def test_the_index_tells_the_newest_number(busy: Api) -> None:
    assert busy.read("/v1")["last_seq"] == 4
    busy.create("sources", a.source(id="three"))
    assert busy.read("/v1")["last_seq"] == 5


@pytest.mark.parametrize("path", ["changes", "export"])
def test_a_number_or_a_chain_that_the_service_never_gave_is_410(busy: Api, path: str) -> None:
    assert gone(busy, path, {"after": 5})["last_seq"] == 4
    assert gone(busy, path, {"after": "9" * 18})["last_seq"] == 4
    right, wrong = busy.read("changes?limit=3")["next_chain"], "f" * 64
    assert busy.get(path, {"after": 3, "chain": right}).status_code == 200
    gone(busy, path, {"after": 3, "chain": wrong})
    gone(busy, path, {"after": 2, "chain": right})
    gone(busy, path, {"after": 5, "chain": right})
    assert busy.get(path, {"after": 0, "chain": BEGINNING}).status_code == 200
    busy.create("sources", a.source(id="three"))
    assert busy.get(path, {"after": 5}).status_code == 200


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"after": 1, "chain": "x"}, "chain"),
        ({"after": 1, "chain": "F" * 64}, "chain"),
        ({"after": 1, "chain": "f" * 64 + "\n"}, "chain"),
        ({"chain": "f" * 64}, "chain"),
        ({"after": "latest", "chain": BEGINNING}, "chain"),
        ({"after": "newest"}, "after"),
        ({"facility": "nowhere"}, "facility"),
        ({"regarding": "summits/nowhere"}, "regarding"),
        ({"party": "*"}, "party"),
    ],
)
def test_a_place_or_filter_that_makes_no_sense_is_400(
    busy: Api, query: dict[str, Any], parameter: str
) -> None:
    for _ in range(2):
        answer = busy.get("changes", query)
        assert answer.status_code == 400, answer.text
        assert [each["parameter"] for each in answer.json["errors"]] == [parameter]


@pytest.fixture
def filtered(service: Api) -> Api:
    for name in ("sohae", "yongbyon"):
        service.make("facilities", id=name, components=[{"id": "a-building", "name": "A building"}])
    service.make("observations", id="seen", facility="sohae")
    kim, trump = a.party("Kim Jong Un", "PRK"), a.party("Donald Trump", "USA")
    service.make("summits", id="talks", parties=[kim, trump])
    service.make("summits", id="others", parties=[kim, a.party("Moon Jae-in", "KOR")])
    letter = {"from": kim, "to": trump, "regarding": [{"type": "summit", "id": "talks"}]}
    service.make("communications", id="letter", **letter)
    service.revise("observations/seen", facility="yongbyon")
    service.remove("observations/seen")
    service.remove("communications/letter")
    return service


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("facility=sohae", [("created", "seen"), ("updated", "seen")]),
        ("facility=yongbyon", [("updated", "seen"), ("deleted", "seen")]),
        ("facility=sohae,yongbyon", [("created", "seen"), ("updated", "seen"), ("deleted", "seen")]),
        ("regarding=summits/talks", [("created", "letter"), ("deleted", "letter")]),
        ("regarding=summits/others", []),
        ("party=trump", [("created", "talks"), ("created", "letter"), ("deleted", "letter")]),
        ("party=un+kim", [("created", n) for n in ("talks", "others", "letter")] + [("deleted", "letter")]),
        ("party=trump&type=summit", [("created", "talks")]),
        ("party=trump&regarding=summits/talks", [("created", "letter"), ("deleted", "letter")]),
        ("party=trump&type=facility", []),
        ("facility=sohae&party=trump", []),
    ],
)
def test_filters_find_what_a_record_was_before_a_change_or_after_it(
    filtered: Api, query: str, found: list[tuple[str, str]]
) -> None:
    for limit in (1, 2, 500):
        told, path = [], f"changes?limit={limit}&{query}"
        while path:
            answer = filtered.get(path)
            assert answer.status_code == 200, answer.text
            told += [(each["operation"], each["id"]) for each in answer.json["items"]]
            path = next_link(answer)
        assert told == found, limit


def test_a_rare_filter_passes_over_a_bounded_stretch_at_a_time(
    filtered: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "TRIED", 2)
    path, told, answers = "changes?regarding=summits/talks", [], 0
    while path:
        answer = filtered.get(path)
        told += [each["operation"] for each in answer.json["items"]]
        path, answers = next_link(answer), answers + 1
    assert told == ["created", "deleted"]
    assert answers == -(-filtered.read("/v1")["last_seq"] // 2)


def test_the_feed_as_known_then_ends_there(busy: Api) -> None:
    second = busy.read("changes?limit=2")["items"][1]
    page = busy.read("changes", {"known_at": second["recorded_at"]})
    assert [each["seq"] for each in page["items"]] == [1, 2]
    assert (page["next_after"], page["next_chain"], page["last_seq"]) == (2, second["chain"], 2)


def test_a_reader_of_the_feed_is_told_of_a_restored_backup(
    busy: Api, backend: str, databases: Callable[[str], Databases]
) -> None:
    kind = databases(backend)
    busy.context.engine.dispose()
    backup = kind._url(kind._new(busy.context.engine.url.database))
    busy.create("sources", a.source(id="lost"))
    lost = busy.read("changes")
    busy.context.engine.dispose()
    chosen = replace(busy.settings, database_url=backup)
    restored = Api(create_app(chosen), busy.tokens, chosen)
    try:
        place = {"after": lost["next_after"], "chain": lost["next_chain"]}
        gone(restored, "changes", place)
        restored.create("sources", a.source(id="another"))
        assert restored.read("changes")["next_after"] == lost["next_after"]
        gone(restored, "changes", place)
        gone(restored, "export", place)
        tags = [each.get("export").headers["ETag"] for each in (busy, restored)]
        assert tags[0] != tags[1]
        # What was before the backup is the same history.
        shared = {"after": 4, "chain": lost["items"][3]["chain"]}
        assert [each["id"] for each in restored.read("changes", shared)["items"]] == ["another"]
    finally:
        restored.close()


def test_check_finds_a_change_that_was_altered(busy: Api) -> None:
    context = busy.context
    with context.database.reading(snapshot=True) as connection:
        assert list(check_chain(connection, context.registry)) == []
    with context.database.writing() as connection:
        connection.exec_driver_sql("UPDATE revisions SET reason = 'another' WHERE seq_from = 3")
    with context.database.reading(snapshot=True) as connection:
        (found,) = check_chain(connection, context.registry)
    assert found.startswith("change 3 has a hash that does not follow")
