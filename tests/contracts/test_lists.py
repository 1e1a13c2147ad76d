"""Lists: what a page looks like, in which order, how many, and what is not on it."""

from __future__ import annotations

import re

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.expected import bounds, folded
from tests.contracts.world import World

# The relations of links that do not depend on the page.
OF_EVERY_LIST = {"alternate", "cite-as", "original timegate"}


@pytest.mark.parametrize("path", a.BODIES)
def test_a_minimal_record_of_every_type_is_created_listed_and_read_alike(service: Api, path: str) -> None:
    made = service.make(path, id="one")
    assert made["type"] == a.TYPES[path]
    assert made in service.items(path)
    assert made == service.read(f"{path}/one")


def test_an_empty_list_is_a_page_without_items(service: Api) -> None:
    answer = service.get("summits")
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    assert answer.json == {"items": [], "next_cursor": None}


def test_a_list_has_its_items_its_next_cursor_and_no_total_unless_asked(seeded: Api) -> None:
    assert list(seeded.read("summits")) == ["items", "next_cursor"]
    for no, yes in (("false", "true"), ("0", "1")):
        assert list(seeded.read(f"summits?count={no}")) == ["items", "next_cursor"]
        assert list(seeded.read(f"summits?count={yes}")) == ["items", "next_cursor", "total"]


def test_the_items_of_a_list_are_the_whole_records(seeded: Api) -> None:
    for path in a.BODIES:
        for item in seeded.items(path):
            assert item == seeded.read(f"{path}/{item['id']}")


def test_a_deleted_record_is_in_no_list_and_one_brought_back_is_in_it_again(service: Api) -> None:
    made = service.make("systems", id="gone", name="Taepodong")
    service.remove("systems/gone")
    for query in ("", "?id=gone", "?q=taepodong", "?category=srbm", "?sort=recorded_at"):
        assert "gone" not in service.ids(f"systems{query}")
    assert service.read("systems?id=gone&count=true")["total"] == 0
    assert service.put("systems/gone", a.system(name="Taepodong")).status_code == 201
    assert service.ids("systems?q=taepodong") == ["gone"]
    assert service.ids("systems", {"id": "gone", "known_at": made["recorded_at"]}) == ["gone"]


def test_only_the_current_revision_of_a_record_is_found(service: Api) -> None:
    service.make("communications", id="one", date="2017-01-01", kind="letter", summary="Albatross.")
    service.revise("communications/one", date="2018-01-01", kind="speech", summary="Buzzard.")
    assert service.ids("communications?q=albatross") == []
    assert service.ids("communications?kind=letter") == []
    assert service.ids("communications?to=2017-12-31") == []
    assert service.ids("communications?q=buzzard&kind=speech&from=2018-01-01") == ["one"]
    assert service.read("communications?count=true")["total"] == 1


@pytest.mark.parametrize("path", a.BODIES)
def test_every_order_goes_by_its_key_with_ties_by_id_in_the_same_direction(
    peopled: tuple[Api, World], path: str
) -> None:
    api, world = peopled
    documents = world.held(path)

    def day(document: dict) -> str:
        return (bounds(path, document) or ("",))[0]

    keys = {"id": lambda each: each["id"], "recorded_at": lambda each: each["recorded_at"]}
    if path in a.UNDATED:
        keys["name"] = lambda each: (folded(each["name"]), each["id"])
    else:
        keys["date"] = lambda each: (day(each), each["id"])
    for name, key in keys.items():
        expected = [each["id"] for each in sorted(documents, key=key)]
        assert api.ids(path, {"sort": name, "limit": 500}) == expected
        assert api.ids(path, {"sort": f"-{name}", "limit": 500}) == expected[::-1]


@pytest.mark.parametrize("path", a.BODIES)
def test_a_list_is_newest_first_by_default_where_there_is_a_date_else_by_name(
    peopled: tuple[Api, World], path: str
) -> None:
    api, _ = peopled
    default = "name" if path in a.UNDATED else "-date"
    assert api.ids(path) == api.ids(path, {"sort": default})


def test_names_are_sorted_without_regard_to_case_and_accents(service: Api) -> None:
    service.furnish()
    for number, name in enumerate(("zulu", "Éclair", "eagle", "Zebra", "화성")):
        service.make("facilities", id=f"site-{number}", name=name)
    named = [each["name"] for each in service.items("facilities") if each["id"] != "a-facility"]
    assert named == ["eagle", "Éclair", "Zebra", "zulu", "화성"]


def test_a_page_has_fifty_records_unless_a_limit_from_1_to_500_says_otherwise(service: Api) -> None:
    for number in range(51):
        service.create("sources", a.source(id=f"source-{number}"))
    for query, expected in (("", 50), ("?limit=1", 1), ("?limit=51", 51), ("?limit=500", 51)):
        assert len(service.read(f"sources{query}")["items"]) == expected


def test_the_total_counts_all_that_is_selected_on_whatever_page(peopled: tuple[Api, World]) -> None:
    api, world = peopled
    total = len(world.held("summits"))
    assert {page["total"] for page in api.pages("summits?count=true&limit=7")} == {total}
    assert api.read("summits?count=true&limit=1&status=lapsed")["total"] == 0
    by_date = {"from": "2017-01-01", "to": "2017-12-31", "count": "true"}
    assert api.read("summits", by_date)["total"] == len(api.ids("summits", by_date))


def test_the_link_header_leads_to_the_first_and_the_next_page_and_keeps_every_other_parameter(
    peopled: tuple[Api, World],
) -> None:
    api, _ = peopled
    query = "party=%EA%B9%80*&status=held,cancelled,proposed,accepted&status=requested,scheduled,reinstated"
    query += "&limit=1&sort=id&from=2016-01-01&count=true"
    answer = api.get(f"summits?{query}&fields=id")
    links = _links(answer.headers["Link"])
    assert set(links) - OF_EVERY_LIST == {"first", "next"}
    assert "cursor=" not in links["first"]
    following = api.read(links["next"])
    assert (
        following["items"]
        == api.read(f"summits?{query}", {"cursor": answer.json["next_cursor"], "fields": "id"})["items"]
    )
    assert following["total"] == answer.json["total"]
    assert [list(item) for item in following["items"]] == [["id"]]
    assert api.read(links["first"]) == answer.json
    # From the second page on the first is still the first.
    assert api.read(_links(api.get(links["next"]).headers["Link"])["first"]) == answer.json


def test_the_last_page_has_no_next(peopled: tuple[Api, World]) -> None:
    api, world = peopled
    count = len(world.held("summits"))
    answer = api.get("summits", {"limit": count})
    assert answer.json["next_cursor"] is None
    assert set(_links(answer.headers["Link"])) - OF_EVERY_LIST == {"first"}


def test_following_only_the_links_walks_the_whole_list(peopled: tuple[Api, World]) -> None:
    api, _ = peopled
    found, following = [], "/v1/observations?limit=9&state=intact,modified"
    while following:
        answer = api.get(following)
        found += [item["id"] for item in answer.json["items"]]
        following = _links(answer.headers["Link"]).get("next")
    assert found == api.ids("observations?state=intact,modified&limit=500")
    assert len(found) > 9


def test_the_same_list_however_its_parameters_are_ordered(peopled: tuple[Api, World]) -> None:
    api, _ = peopled
    one = api.read("summits?status=held,proposed&limit=3&from=2016-01-01")
    assert api.read("summits?from=2016-01-01&limit=3&status=held,proposed") == one


def _links(header: str) -> dict[str, str]:
    return {relation: target for target, relation in re.findall(r'<([^>]*)>; rel="([^"]*)"', header)}
