"""Views take `fields` and `expand`, as lists do: of a page, by its entries."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api

VIEWS = {
    "situation": ("reference_date", "last_summit.record"),
    "facilities/sohae/status": ("facility", "facility"),
    "facilities/sohae/status/history": ("date", "changes.observations"),
    "parades/north-korea-2018-02/comparison": ("parade", "parade"),
    "timeline": ("record,date", "record"),
    "search?q=sohae": ("record,title", "record"),
}


def read(service: Api, path: str, **query: str) -> Any:
    return service.read(path, query)


def entries(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return answer["items"] if "next_cursor" in answer else [answer]


@pytest.mark.parametrize("path", VIEWS)
def test_fields_keep_the_members_that_they_name(seeded: Api, path: str) -> None:
    whole = entries(read(seeded, path))
    names = list(whole[0])[:2]
    kept = entries(read(seeded, path, fields=",".join(names)))
    assert kept == [{name: entry[name] for name in names} for entry in whole]


def test_dotted_fields_reach_into_parts(seeded: Api) -> None:
    whole = read(seeded, "situation")
    kept = read(seeded, "situation", fields="facilities.facility.id")
    assert kept == {
        "facilities": [{"facility": {"id": each["facility"]["id"]}} for each in whole["facilities"]]
    }


@pytest.mark.parametrize(("path", "where"), [("timeline", "record"), ("search?q=sohae", "record")])
def test_expand_puts_the_record_where_its_link_was(seeded: Api, path: str, where: str) -> None:
    plain, expanded = entries(read(seeded, path)), entries(read(seeded, path, expand=where))
    assert plain
    for link, entry in zip(plain, expanded, strict=True):
        assert entry[where] == seeded.read(link[where]["self"])


def test_expand_inlines_the_sources_that_a_view_rests_on(seeded: Api) -> None:
    status = read(
        seeded, "facilities/sohae/status", expand="facility", fields="facility.name,facility.components.id"
    )
    facility = seeded.read("facilities/sohae")
    assert status == {
        "facility": {
            "name": facility["name"],
            "components": [{"id": each["id"]} for each in facility["components"]],
        }
    }
    entry = read(seeded, "timeline", expand="citations.source")["items"][0]
    assert entry["citations"][0]["source"]["type"] == "source"


@pytest.mark.parametrize("path", VIEWS)
@pytest.mark.parametrize("name", ["fields", "expand"])
def test_a_path_that_the_view_does_not_have_is_400(seeded: Api, path: str, name: str) -> None:
    answer = seeded.get(path, {name: "citatons.sorce"})
    assert answer.status_code == 400
    ((error),) = answer.json["errors"]
    assert (error["parameter"], error["code"]) == (name, "unknown_path")


def test_a_cursor_is_good_whatever_the_page_shows(seeded: Api) -> None:
    page = read(seeded, "timeline", limit="1")
    following = read(seeded, "timeline", limit="1", cursor=page["next_cursor"], fields="date")
    assert list(following["items"][0]) == ["date"]
