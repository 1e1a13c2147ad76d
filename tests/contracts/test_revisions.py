"""Revisions between two instants, as a TimeMap (RFC 7089), and compared with one another."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.test_citing import links

HISTORY = "summits/one/revisions"


@pytest.fixture
def life(service: Api) -> Api:
    """A summit of four revisions: created, updated, deleted, brought back."""
    service.make("summits", id="one", title="First")
    service.revise("summits/one", title="Second", steps=[a.step("held", "2018-06-12")])
    service.remove("summits/one")
    assert service.put("summits/one", a.summit(title="Fourth")).status_code == 201
    return service


def instants(service: Api) -> list[str]:
    """When each revision was recorded, in the order of their numbers."""
    return [each["recorded_at"] for each in service.read(HISTORY)["items"][::-1]]


def numbers(service: Api, **query: Any) -> list[int]:
    return [each["revision"] for each in service.items(HISTORY, query)]


def test_a_history_is_narrowed_by_instants_inclusive(life: Api) -> None:
    recorded = instants(life)
    for first in range(4):
        for last in range(first, 4):
            wanted = list(range(last + 1, first, -1))
            for limit in (1, 2, 50):
                assert (
                    numbers(life, **{"from": recorded[first], "to": recorded[last], "limit": limit}) == wanted
                )
    assert numbers(life, **{"from": recorded[2]}) == [4, 3]
    assert numbers(life, to=recorded[1]) == [2, 1]
    assert numbers(life, to=recorded[3], known_at=recorded[1]) == [2, 1]


def test_a_date_means_all_of_its_day(life: Api) -> None:
    day = instants(life)[0][:10]
    assert numbers(life, **{"from": day, "to": instants(life)[-1][:10]}) == [4, 3, 2, 1]
    assert numbers(life, **{"from": day[:7]}) == numbers(life, **{"from": day[:4]}) == [4, 3, 2, 1]
    assert numbers(life, to=day[:4]) == [4, 3, 2, 1]
    assert numbers(life, to="2018-06-12") == []
    assert numbers(life, **{"from": "9999-12-31"}) == []


def test_a_patch_is_the_same_however_the_history_is_narrowed(life: Api) -> None:
    whole = life.read(HISTORY)["items"]
    for position, instant in enumerate(instants(life)[::-1]):
        narrowed = life.read(HISTORY, {"from": instant, "to": instant})
        assert narrowed == {"items": [whole[position]], "next_cursor": None}


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("from=2018-13", "from"),
        ("to=2018-02-30", "to"),
        ("from=2018-06-12T10:00:00", "from"),
        ("from=", "from"),
        ("to=yesterday", "to"),
        ("from=2018-06-12&to=2018-06-11", "to"),
        ("from=2018-06-12&from=2018-06-13", "from"),
    ],
)
def test_bounds_that_are_malformed_or_out_of_order_are_refused(life: Api, query: str, parameter: str) -> None:
    answer = life.get(f"{HISTORY}?{query}")
    assert answer.status_code == 400, answer.text
    assert [each["parameter"] for each in answer.json["errors"]] == [parameter]


def test_each_entry_has_the_url_of_the_record_as_it_was(life: Api) -> None:
    mementos = [each["memento"] for each in life.read(HISTORY)["items"]]
    assert mementos[1] is None, "deleted"
    for number, memento in ((4, mementos[0]), (2, mementos[2]), (1, mementos[3])):
        then = life.get(memento)
        assert then.json["revision"] == number
        assert "Memento-Datetime" in then.headers
        assert life.read(f"{HISTORY}/{number}")["memento"] == memento


def test_a_time_map_lists_the_mementos_and_their_dates(life: Api) -> None:
    answer = life.get(HISTORY, {"limit": 3}, headers={"Accept": "application/link-format"})
    assert answer.content_type == "application/link-format"
    found = re.findall(r'<(http://[^/]+)(/[^>]*)>; rel="([^"]*)"(?:.*?datetime="([^"]*)")?', answer.text)
    relations = [each[2] for each in found]
    assert relations == ["original timegate", "self", "memento", "memento", "timemap"]
    for _, path, relation, date in found:
        linked = life.get(path)
        assert linked.status_code == 200
        if relation == "memento":
            assert linked.headers["Memento-Datetime"] == date
    following = life.get(found[-1][1])
    assert following.text.count('rel="memento"') == 1
    assert life.get(f"{HISTORY}.timemap").text.count('rel="memento"') == 3


def test_a_record_leads_to_its_time_map(life: Api) -> None:
    answer = life.get("summits/one")
    assert life.get(links(answer)["timemap"]).content_type == "application/link-format"
    assert 'rel="timemap"; type="application/link-format"' in answer.headers["Link"]


def test_revisions_lead_to_those_before_and_after(life: Api) -> None:
    first, second, fourth = (links(life.get(f"{HISTORY}/{number}")) for number in (1, 2, 4))
    assert "predecessor-version" not in first
    assert second["predecessor-version"] == "/v1/summits/one/revisions/1"
    assert second["successor-version"] == "/v1/summits/one/revisions/3"
    assert second["latest-version"] == "/v1/summits/one"
    assert second["version-history"] == "/v1/summits/one/revisions"
    assert "successor-version" not in fourth
    then = links(life.get(f"{HISTORY}/2", {"known_at": instants(life)[1]}))
    assert "successor-version" not in then


def changes(service: Api, number: int, other: int) -> list[dict[str, Any]]:
    comparison = service.read(f"{HISTORY}/{number}", {"compare": other})["comparison"]
    assert comparison["revision"] == other
    return comparison["changes"]


def test_two_revisions_are_compared_in_what_people_write(life: Api) -> None:
    found = changes(life, 2, 1)
    assert {each["pointer"]: (each["old"], each["new"]) for each in found}["/title"] == ("First", "Second")
    # Neither the number nor the instant, neither the bounds of dates nor the status that follows from the steps.
    assert {each["pointer"].split("/")[1] for each in found} == {"title", "steps"}
    assert not any("_earliest" in str(each) or "_latest" in str(each) for each in found)


def test_the_sides_of_a_comparison_may_be_in_either_order(life: Api) -> None:
    forth, back = changes(life, 4, 1), changes(life, 1, 4)
    assert [(each["new"], each["old"]) for each in forth] == [(each["old"], each["new"]) for each in back]
    assert [each["pointer"] for each in forth] == ["/title"]


def test_a_revision_equals_itself(life: Api) -> None:
    for number in (1, 2, 3, 4):
        assert changes(life, number, number) == []


def test_a_deletion_compared_with_a_record_differs_as_a_whole(life: Api) -> None:
    (gone,) = changes(life, 3, 2)
    assert (gone["pointer"], gone["old"]["title"], gone["new"]) == ("", "Second", None)
    (back,) = changes(life, 4, 3)
    assert (back["pointer"], back["old"], back["new"]["title"]) == ("", None, "Fourth")


def test_without_compare_a_revision_has_no_comparison(life: Api) -> None:
    assert "comparison" not in life.read(f"{HISTORY}/2")


@pytest.mark.parametrize("other", ["5", "0", "-1", "x", "", "9" * 9, "9" * 15, "1,2", "%C2%B2"])
def test_a_revision_to_compare_that_never_was_is_refused(life: Api, other: str) -> None:
    answer = life.get(f"{HISTORY}/1?compare={other}")
    assert answer.status_code == 400, answer.text
    (error,) = answer.json["errors"]
    assert error["parameter"] == "compare"


def test_a_revision_to_compare_that_was_not_known_then_is_refused_with_what_there_was(life: Api) -> None:
    answer = life.get(f"{HISTORY}/1", {"compare": 4, "known_at": instants(life)[1]})
    assert answer.status_code == 400
    assert "has no revision 4: its revisions are 1 to 2." in answer.json["detail"]
