"""Each answer tells a URL that gives it again, whatever is recorded later (RFC 8574), and its versions (RFC 5829)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.test import TestResponse

from service.records.coverage import write_coverage
from service.web.links import LONGEST_LINKS
from service.web.resource import resources_of
from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.test_midnight import Clock

PATHS = (
    "summits/one",
    "summits/one?fields=id,status",
    "summits/one?expand=follows",
    "summits/one?published_until=2026-11-01",
    "summits",
    "summits?status=scheduled&count=true",
    "summits?limit=1",
    "sources?limit=2&sort=-recorded_at",
    "sources?q=report",
    "sources?q=nothing-has-this",
    "communications",
    "communications/one?expand=regarding",
    "actors",
    "facilities/sohae/status",
    "timeline?expand=record",
    "facilities/sohae/status/history",
    "parades/one/comparison",
    "situation",
    "timeline?limit=2",
    "search?q=summit",
    "summits/one/revisions",
    "summits/one/revisions/1",
    "sources/one/revisions/1",
    "changes?limit=3",
    "export?type=summit",
)
WHOLE = {"component": None, "state": "intact"}
# What tells the clock, or where to go on under it.
_ECHOES = {"clocks", "known_at", "next_cursor"}


def links(answer: TestResponse) -> dict[str, str]:
    """The target of each relation."""
    assert answer.status_code == 200, answer.text
    found = re.findall(r'<([^>]*)>; rel="([^"]*)"', answer.headers["Link"])
    return {relation: target for target, relations in found for relation in relations.split()}


def told(answer: TestResponse) -> Any:
    """What an answer says, the echo of the clocks apart."""
    assert answer.status_code == 200, answer.text
    return _without_clocks(answer.json) if answer.is_json else answer.text


def _without_clocks(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_clocks(each) for name, each in value.items() if name not in _ECHOES}
    if isinstance(value, list):
        return [_without_clocks(each) for each in value]
    is_url = isinstance(value, str) and value.startswith("/v1/")
    return re.sub(r"\?(as_of|known_at)=.*", "", value) if is_url else value


def fill(service: Api) -> None:
    service.make("sources", id="one", title="One report")
    service.make("sources", id="two", title="Another report")
    service.make("facilities", id="sohae")
    service.make("observations", id="seen", facility="sohae", findings=[WHOLE])
    steps = [a.step("scheduled", "2018-05-10"), a.step("held", "2026-11-30")]
    service.make("summits", id="before")
    service.make("summits", id="one", title="The summit", steps=steps, follows="before")
    service.make("communications", id="one", regarding=[{"type": "summit", "id": "one"}])
    service.make("parades", id="one")


def change(service: Api) -> None:
    """Change whatever the answers are made of."""
    service.revise("summits/one", title="Something else", steps=[a.step("cancelled", "2018-05-24")])
    service.revise("sources/one", title="Withdrawn", published="2026-11-20")
    service.remove("sources/two")
    service.make("sources", id="new", title="A report of today")
    service.make("actors", id="new")
    service.revise("communications/one", summary="Something else.")
    service.revise("parades/one", note="Something else.")
    service.revise("facilities/sohae", note="Something else.")
    service.make("observations", id="later", facility="sohae", date="2018-08-01", findings=[WHOLE])
    service.make("summits", id="new", title="Another summit")
    with service.context.database.writing() as connection:
        write_coverage(connection, {"summit": {"from": None, "until": "2026-11-29", "missing": []}})


def test_the_url_to_cite_gives_the_same_answer_after_any_change(service: Api) -> None:
    fill(service)
    cited = {path: service.get(path) for path in PATHS}
    change(service)
    for path, before in cited.items():
        again = service.get(links(before)["cite-as"])
        assert told(again) == told(before), path
        # Of what is pinned, the URL to cite is its own.
        assert links(again)["cite-as"] == links(before)["cite-as"], path
    different = {path for path, before in cited.items() if told(service.get(path)) != told(before)}
    assert different >= {
        "summits/one",
        "summits",
        "actors",
        "situation",
        "timeline?limit=2",
        "search?q=summit",
    }


def test_the_url_to_cite_gives_the_same_answer_on_another_day(
    make_service: Callable[..., Api], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch)
    service = make_service()
    clock.just_before("2026-11-28")
    fill(service)
    clock.just_after("2026-11-29")
    cited = {path: service.get(path) for path in PATHS}
    clock.just_after("2026-12-01")
    for path, before in cited.items():
        assert told(service.get(links(before)["cite-as"])) == told(before), path
    assert told(service.get("summits/one")) != told(cited["summits/one"])
    assert told(service.get("search?q=summit")) == told(cited["search?q=summit"])


def test_a_page_after_the_first_is_cited_with_its_place_in_the_list(service: Api) -> None:
    fill(service)
    for path in ("sources?limit=1", "summits?limit=1", "timeline?limit=1", "summits/one/revisions?limit=1"):
        service.revise("summits/one", note=path)
        following = service.get(links(service.get(path))["next"])
        again = service.get(links(following)["cite-as"])
        assert told(again) == told(following), path
        assert told(service.get(links(again)["original"])) == told(following), path
        if "next" in links(following):
            assert told(service.get(links(again)["next"])) == told(service.get(links(following)["next"]))


def test_a_kept_answer_is_cited_as_of_the_state_that_it_was_made_of(service: Api) -> None:
    fill(service)
    for path in PATHS:
        first, second = service.get(path), service.get(path)
        assert links(second) == links(first), path


def test_every_read_that_takes_known_at_has_a_url_to_cite(service: Api) -> None:
    fill(service)
    ids = {
        "summits": "one",
        "communications": "one",
        "parades": "one",
        "facilities": "sohae",
        "actors": "new",
    }
    service.make("actors", id="new")
    service.make("systems", id="one")
    ids |= {"systems": "one", "observations": "seen", "sources": "one"}
    asked = 0
    for resource in resources_of(service.app):
        operation = resource.operations.get("GET")
        if operation is None or not operation.has("known_at"):
            continue
        path = resource.rule.replace("<id>", ids.get(resource.tag, "")).replace("<int:number>", "1")
        query = {"q": "summit"} if resource.endpoint == "search" else {}
        for representation in operation.offered:
            with service.get(path, {**query, "format": representation.name}) as answer:
                assert answer.status_code == 200, answer.text
                assert "known_at=" in links(answer)["cite-as"], (path, representation.name)
            asked += 1
    assert asked > 30


def test_nothing_is_cited_where_nothing_was_ever_recorded(service: Api) -> None:
    answer = service.get("sources")
    assert "cite-as" not in links(answer)
    assert links(answer)["original"] == "/v1/sources"


def test_a_record_leads_to_its_versions(service: Api) -> None:
    service.make("sources", id="one")
    found = links(service.get("sources/one"))
    assert {name: target for name, target in found.items() if name not in ("alternate", "cite-as")} == {
        "latest-version": "/v1/sources/one",
        "version-history": "/v1/sources/one/revisions",
        "timemap": "/v1/sources/one/revisions?format=timemap",
        "original": "/v1/sources/one",
        "timegate": "/v1/sources/one",
    }
    service.revise("sources/one", title="Second")
    assert links(service.get("sources/one"))["predecessor-version"] == "/v1/sources/one/revisions/1"


def test_links_that_would_take_more_than_two_kibibytes_are_left_out(service: Api) -> None:
    service.make("sources", id="one")
    ids = ",".join(f"a-record-with-a-long-name-{number}" for number in range(100))
    answer = service.get(f"sources?id={ids}")
    assert answer.status_code == 200
    assert "cite-as" not in links(answer)
    assert len(ids) > LONGEST_LINKS
    few = service.get("sources?id=one,two")
    assert "cite-as" in links(few)
