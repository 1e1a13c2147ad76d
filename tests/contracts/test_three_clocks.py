"""The three clocks together answer as one after another would: what was recorded, of that what was public and past."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.clocked import IN_PREPARATION, Clocked
from tests.contracts.conftest import empty
from tests.contracts.factories import BODIES
from tests.contracts.world import World

Peopled = tuple[Api, World]
# Days between those of the random record and after all: each clock lies before, on and behind the other. The share is
# that of all changes after which the third clock stands.
DAYS = ("2017-05-01", "2018-02-28", "2018-11-15", "2025-01-01")
GRID = [
    ("2017-05-01", "2018-02-28", 1.0),
    ("2018-02-28", "2018-02-28", 0.65),
    ("2018-02-28", "2025-01-01", 0.85),
    ("2018-11-15", "2018-02-28", 0.85),
    ("2018-11-15", "2018-11-15", 1.0),
    ("2025-01-01", "2017-05-01", 0.65),
    ("2025-01-01", "2018-11-15", 0.85),
]
clocked = pytest.mark.parametrize(("as_of", "published_until", "share"), GRID)


class Asked:
    """The record under three clocks: what the service answers, and what it must."""

    def __init__(self, peopled: Peopled, as_of: str, published_until: str, share: float) -> None:
        self.api, world = peopled
        instant = world.instants[int(share * (len(world.instants) - 1))]
        self.clocks = {"as_of": as_of, "published_until": published_until, "known_at": instant}
        self.expected = Clocked({path: world.held(path, instant) for path in BODIES}, as_of, published_until)

    def read(self, path: str, **query: Any) -> Any:
        return self.api.read(path, {**query, **self.clocks})

    def items(self, path: str, **query: Any) -> list[Any]:
        return self.api.items(path, {**query, **self.clocks})


@pytest.fixture
def asked(peopled: Peopled, as_of: str, published_until: str, share: float) -> Asked:
    return Asked(peopled, as_of, published_until, share)


@clocked
def test_a_summit_has_the_status_of_the_steps_recorded_public_and_taken_by_then(asked: Asked) -> None:
    listed = {each["id"]: each for each in asked.items("summits", limit=500)}
    assert listed.keys() == {each["id"] for each in asked.expected.records["summits"]}
    for summit in asked.expected.records["summits"]:
        status = asked.expected.status(summit)
        assert (listed[summit["id"]]["status"], listed[summit["id"]]["status_since"]) == status
    for summit in asked.expected.records["summits"][::7]:
        assert asked.read(f"summits/{summit['id']}") == listed[summit["id"]]


@clocked
def test_a_list_of_summits_is_filtered_by_the_status_of_then(asked: Asked) -> None:
    for wanted in (["held"], ["scheduled"], ["uncertain"], ["cancelled", "proposed"]):
        found = asked.items("summits", status=",".join(wanted), sort="id")
        assert [each["id"] for each in found] == asked.expected.with_status(*wanted)


@clocked
def test_the_timeline_has_what_was_recorded_public_and_past_and_counts_the_rest(asked: Asked) -> None:
    expected = asked.expected
    unreported = {
        "summit_step": sum(len(expected.unreported_steps(each)) for each in expected.records["summits"]),
        "communication": len(expected.unreported("communications")),
        "parade": len(expected.unreported("parades")),
        "observation": len(expected.unreported("observations")),
    }
    for kind, entries in expected.entries().items():
        page = asked.read("timeline", kind=kind, limit=500)
        found = [(each["record"]["id"], each["pointer"]) for each in page["items"]]
        assert (len(found), set(found)) == (len(entries), entries), kind
        assert page["left_out"]["not_public"] == unreported[kind], kind
    assert asked.read("timeline", limit=1)["left_out"]["not_public"] == sum(unreported.values())


@clocked
def test_the_situation_is_of_what_was_recorded_public_and_past(asked: Asked) -> None:
    expected, answer = asked.expected, asked.read("situation")

    def ids(found: list[Any]) -> list[str]:
        return [each["record"]["id"] for each in found]

    held = answer["last_summit_held"]
    assert (held and held["record"]["id"]) == expected.last_held()
    assert ids(answer["summits_in_preparation"]) == expected.newest(*IN_PREPARATION)
    assert ids(answer["summits_uncertain"]) == expected.newest("uncertain")
    summits = {each["id"]: each for each in expected.records["summits"]}
    for each in answer["summits_uncertain"]:
        assert each["steps_left_out"] == len(expected.untold(summits[each["record"]["id"]]))
    assert ids(answer["latest_communications"]) == [
        each["id"] for each in expected.counting("communications")[:5]
    ]
    last = next(iter(expected.counting("parades")), None)
    assert (answer["last_parade"] and answer["last_parade"]["parade"]["id"]) == (last and last["id"])
    if last is not None:
        before = answer["last_parade"]["with"]
        assert (before and before["id"]) == expected.parade_before(last)[0]
    assert answer["left_out"] == {
        "summit_steps": sum(len(expected.unreported_steps(each)) for each in summits.values()),
        "communications": len(expected.unreported("communications")),
        "parades": len(expected.unreported("parades")),
    }


@clocked
def test_a_comparison_is_of_parades_and_appearances_recorded_public_and_past(asked: Asked) -> None:
    expected = asked.expected
    parades = {each["id"]: each for each in expected.records["parades"]}
    for parade in list(parades.values())[::3]:
        answer = asked.read(f"parades/{parade['id']}/comparison")
        before, passed = expected.parade_before(parade)
        assert ((answer["with"] or {"id": None})["id"], answer["left_out"]["parades"]) == (before, passed)
        if before is None or parade not in expected.counting("parades"):
            assert not any(answer["systems"].values())
            continue
        here, there = expected.displayed(parade), expected.displayed(parades[before])
        groups = {name: {each["system"] for each in found} for name, found in answer["systems"].items()}
        assert groups["kept"] == here & there
        assert (groups["added"], groups["no_longer_shown"]) == (here - there, there - here)


@clocked
def test_the_status_of_a_facility_rests_on_what_was_recorded_public_and_past(asked: Asked) -> None:
    for facility in asked.expected.records["facilities"][::3]:
        answer = asked.read(f"facilities/{facility['id']}/status")
        found = {
            (each["component"], each["aspect"]): {
                "states": ",".join(
                    sorted({rests["state"] for rests in (*each["rests_on"], *each["conflicts"])})
                ),
                "last_observed": each["last_observed"],
                "since": each["since"] or "",
            }
            for each in answer["components"]
            if each["last_observed"] is not None
        }
        assert found == asked.expected.state(facility["id"])
        assert answer["left_out"]["not_public"] == asked.expected.unreported_findings(facility["id"])


@clocked
def test_the_history_of_a_status_has_the_days_on_which_it_changed(
    peopled: Peopled, as_of: str, published_until: str, share: float, asked: Asked
) -> None:
    for facility in asked.expected.records["facilities"][::4]:
        items = asked.items(f"facilities/{facility['id']}/status/history")
        days = sorted({day for each in DAYS if (day := each) <= as_of} | {each["date"] for each in items})
        for day in days:
            states = {
                question: state["states"]
                for question, state in Asked(peopled, day, published_until, share)
                .expected.state(facility["id"])
                .items()
            }
            told: dict[tuple[str | None, str], str] = {}
            for item in (each for each in items if each["date"] <= day):
                for entry in item["changed"]:
                    conflicts = ",".join(sorted(each["state"] for each in entry["conflicts"]))
                    told[entry["component"], entry["aspect"]] = entry["state"] or conflicts
            assert {question: state for question, state in told.items() if state != "unknown"} == {
                question: state for question, state in states.items() if state != "unknown"
            }


@clocked
def test_search_finds_what_was_recorded_public_and_past_and_counts_the_rest(asked: Asked) -> None:
    for word in ("basalt", "dovetail"):
        for path in BODIES:
            name = "facility" if path == "facilities" else path.removesuffix("s")
            page = asked.read("search", q=word, type=name, limit=500)
            found, left_out = asked.expected.noted(path, word)
            if found:
                assert {each["record"]["id"] for each in page["items"]} == found, path
            else:
                assert page["items"] == [], path
            assert page["left_out"]["not_public"] == len(left_out), path


def _views(expected: Clocked) -> Iterator[str]:
    yield from ("situation", "timeline?limit=500", "search?q=basalt&limit=500", "summits?limit=500")
    yield from ("timeline?country=PRK,USA&sort=date&limit=500", "summits?status=held,uncertain&limit=500")
    for facility in expected.records["facilities"][::5]:
        yield from (f"facilities/{facility['id']}/status", f"facilities/{facility['id']}/status/history")
        yield f"timeline?facility={facility['id']}"
    yield from (f"parades/{each['id']}/comparison" for each in expected.records["parades"][::6])
    for summit in expected.records["summits"][::9]:
        yield from (f"summits/{summit['id']}", f"timeline?near=summits/{summit['id']}")


def _without_history(value: Any) -> Any:
    """An answer without what only the service that kept the history can tell."""
    if isinstance(value, dict):
        kept = {"recorded_at", "revision", "clocks"}
        return {name: _without_history(each) for name, each in value.items() if name not in kept}
    if isinstance(value, list):
        return [_without_history(each) for each in value]
    return re.sub(r"&known_at=[^&]*", "", value) if isinstance(value, str) else value


@pytest.fixture
def another(request: pytest.FixtureRequest, peopled: Peopled) -> Iterator[Api]:
    """A service on an empty database of the same kind."""
    api = request.getfixturevalue(f"{peopled[0].context.engine.dialect.name}_service")
    yield api
    empty(api)


def test_what_was_known_then_is_answered_as_by_a_service_that_has_no_more(
    peopled: Peopled, another: Api
) -> None:
    share = 0.8
    records = Asked(peopled, DAYS[0], DAYS[0], share).expected.records
    body = "\n".join(json.dumps(_writable(each)) for path in BODIES for each in records[path])
    answer = another.post("import", body, content_type="application/x-ndjson")
    assert answer.status_code == 200, answer.text
    for as_of, published_until in (("2018-02-28", "2018-11-15"), ("2025-01-01", "2017-05-01")):
        asked = Asked(peopled, as_of, published_until, share)
        clocks = {"as_of": as_of, "published_until": published_until}
        for view in _views(asked.expected):
            here, there = another.get(view, clocks), peopled[0].get(view, asked.clocks)
            # A summit without a date, say, is nothing to be near to: then both refuse alike.
            assert (there.status_code, _without_history(there.json)) == (
                here.status_code,
                _without_history(here.json),
            ), view


def _writable(record: dict[str, Any]) -> dict[str, Any]:
    server = {"revision", "recorded_at", "self", "status", "status_since"}
    return {name: value for name, value in record.items() if name not in server}


@pytest.mark.parametrize(("as_of", "published_until"), [*product(("2018-02-01", "2018-12-31"), repeat=2)])
def test_an_observation_is_taken_back_once_that_was_recorded_public_and_past(
    service: Api, as_of: str, published_until: str
) -> None:
    for source, published in (("early", "2018-01-12"), ("late", "2018-06")):
        service.make("sources", id=source, published=published)
    first = service.make(
        "observations",
        id="first",
        date="2018-01-10",
        findings=[a.finding("intact")],
        citations=[a.citation("early")],
    )
    second = service.make(
        "observations",
        id="second",
        date="2018-03-01",
        findings=[a.finding("damaged")],
        related=[{"observation": "first", "relation": "supersedes"}],
        citations=[a.citation("late")],
    )
    for known_at in (first["recorded_at"], second["recorded_at"]):
        clocks = {"as_of": as_of, "published_until": published_until, "known_at": known_at}
        is_taken_back = min(as_of, published_until) == "2018-12-31" and known_at == second["recorded_at"]
        entries = service.items("timeline", {**clocks, "kind": "observation"})
        assert [each["record"]["id"] for each in entries] == ["second" if is_taken_back else "first"]
        (entry,) = service.read(f"facilities/{a.FACILITY}/status", clocks)["components"]
        assert entry["state"] == ("damaged" if is_taken_back else "intact")
