"""What stands on pages is written for people: names, words and dates as they write them, nothing for programs."""

from __future__ import annotations

import json
from collections.abc import Collection

import pytest

from tests.contracts.api import Api
from tests.contracts.browser import BROWSER, pages_of
from tests.contracts.read_page import faults_of

TYPES = (
    "summits",
    "communications",
    "parades",
    "systems",
    "facilities",
    "observations",
    "sources",
    "actors",
)
# Of each type this many records, evenly over the order by id.
SAMPLED = 5
# Pages about names that programs use: what a filter of map tools may be, what an error is about, how a record is held.
FOR_PROGRAMS = ("/ogc", "/problems", "/revisions", "/docs", "/.well-known", "/openapi")
VIEWS = (
    "/v1/facilities/sohae/status",
    "/v1/facilities/sohae/status?as_of=2018-09-10&published_until=2018-09-10",
    "/v1/facilities/yongbyon/status/history",
    "/v1/facilities/sohae?known_at=2020-01-01",
    "/v1/parades/north-korea-2018-09-09/comparison",
    "/v1/situation?as_of=2018-08-01&published_until=2018-08-01",
    "/v1/timeline?near=summits/singapore-2018&days=60",
    "/v1/search?q=partially_dismantled+sohae",
    "/v1/summits?status=cancelled",
    "/v1/summits?party=nobody+of+this+name",
    "/v1/claims?limit=100",
    "/v1/summits/no-such-summit",
    "/v1/situation?as_of=2018-13-01",
    "/no-such-page",
)


@pytest.fixture(scope="module")
def ids(full: Api) -> dict[str, list[str]]:
    """The ids of all records, by the path of their type, and those of components that no words are written like."""
    found = {}
    for name in TYPES:
        with full.get(f"/v1/{name}?limit=all&fields=id&sort=id&format=ndjson") as answer:
            found[name] = [json.loads(line)["id"] for line in answer.text.splitlines()]
    with full.get("/v1/facilities?limit=all&fields=components.id&format=ndjson") as answer:
        parts = [each["id"] for line in answer.text.splitlines() for each in json.loads(line)["components"]]
    found["components"] = [each for each in parts if "-" in each]
    return found


def _faults(api: Api, path: str, ids: Collection[str]) -> list[str]:
    return [f"{path}: {each}" for each in faults_of(api.get(path, headers=BROWSER).text, ids)]


@pytest.mark.parametrize("name", TYPES)
def test_a_record_reads_as_people_write(full: Api, ids: dict[str, list[str]], name: str) -> None:
    every = {each for of_type in ids.values() for each in of_type}
    sample = ids[name][:: len(ids[name]) // SAMPLED]
    assert len(sample) >= SAMPLED
    assert [each for one in sample for each in _faults(full, f"/v1/{name}/{one}", every)] == []


def test_every_other_page_reads_as_people_write(full: Api, ids: dict[str, list[str]]) -> None:
    every = {each for of_type in ids.values() for each in of_type}
    paths = [path for path in pages_of(full).values() if not any(each in path for each in FOR_PROGRAMS)]
    assert "\n".join(each for path in (*paths, *VIEWS) for each in _faults(full, path, every)) == ""


def test_what_no_editor_would_let_pass_is_seen() -> None:
    page = (
        "<body><h1>Statement: it is further evidence of progress between Washington and Pyongyang</h1><h2></h2>"
        '<p id="a">South Korea, South Korea</p><p id="a">partially_dismantled on 2018-07-20</p><p>None</p>'
        "<p>it is further evidence of progress between Washington and Pyongyang</p>"
        '<a href="/">sohae</a> <time datetime="2018">2018</time><blockquote>as_of</blockquote></body>'
    )
    assert set(faults_of(page, {"sohae"})) == {
        "an empty h2",
        "'South Korea, South Korea'",
        "the id a stands 2 times",
        "partially_dismantled in 'partially_dismantled on 2018-07-20'",
        "a date for programs in 'partially_dismantled on 2018-07-20'",
        "None in 'None'",
        "the heading says 'it is further evidence of progress between Washington and Pyongyang' too",
        "the id sohae in a",
        "the exact value of '2018' is nowhere",
    }


def test_a_page_of_a_deleted_record_says_when_as_people_write(service: Api) -> None:
    gone = service.make("systems")
    assert service.delete(gone["self"], headers={"If-Match": "*"}).status_code == 204
    page = service.get(gone["self"], headers=BROWSER)
    assert page.status_code == 410
    assert " UTC</time>" in page.text.partition("was deleted at")[2].partition("</p>")[0]
    assert faults_of(page.text, ()) == []
