"""An identifier in a query that names nothing that there ever was: a typo never reads as "it did not happen"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories
from tests.contracts.api import Api


def errors(service: Api, path: str, query: dict[str, Any]) -> list[tuple[str, str, str]]:
    answer = service.get(path, query)
    assert answer.status_code == 400, answer.text
    assert answer.json["type"] == "/problems/invalid-parameter"
    return [(each["parameter"], each["code"], each["detail"]) for each in answer.json["errors"]]


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    pad = {"id": "launch-pad", "name": "Launch pad"}
    shared.make("facilities", id="sohae", components=[pad])
    shared.make("systems", id="hwasong-15")
    shared.make("summits", id="singapore-2018")
    shared.make("parades", id="parade-2018")
    shared.make("parades", id="parade-2017", date="2017-04-15")
    return shared


@pytest.mark.parametrize(
    ("path", "query", "meant"),
    [
        ("observations", {"facility": "sohea"}, "Did you mean 'sohae'?"),
        ("observations", {"facility": "sohae,sohea"}, "Did you mean 'sohae'?"),
        ("observations", {"facility": ["sohae", "sohea"]}, "Did you mean 'sohae'?"),
        ("observations", {"component": "lunch-pad"}, "Did you mean 'launch-pad'?"),
        ("observations", {"component": "launch-pad,lunch-pad", "facility": "sohae"}, "'launch-pad'"),
        ("parades", {"system": "hwasong15"}, "Did you mean 'hwasong-15'?"),
        ("parades/parade-2018/comparison", {"with": "parde-2017"}, "Did you mean 'parade-2017'?"),
        ("communications", {"regarding": "summits/singapor-2018"}, "Did you mean 'summits/singapore-2018'?"),
        ("communications", {"regarding": "summit/singapore-2018"}, "Did you mean 'summits/singapore-2018'?"),
        ("timeline", {"facility": "sohea"}, "Did you mean 'sohae'?"),
        ("timeline", {"near": "summits/singapore2018"}, "Did you mean 'summits/singapore-2018'?"),
        ("timeline", {"near": "sumits/singapore-2018"}, "Did you mean 'summits/singapore-2018'?"),
        *((path, {"source": f"{factories.SOURCE}x"}, f"'{factories.SOURCE}'?") for path in factories.BODIES),
    ],
)
def test_it_is_refused_with_the_nearest_one(
    record: Api, path: str, query: dict[str, Any], meant: str
) -> None:
    ((parameter, _, detail),) = errors(record, path, query)
    assert parameter in query
    assert meant in detail


def test_all_unknown_identifiers_are_reported_at_once(record: Api) -> None:
    told = errors(record, "observations", {"facility": "nowhere,sohea,sohae", "source": "nothing"})
    assert sorted((parameter, code) for parameter, code, _ in told) == [
        ("facility", "unknown_reference"),
        ("facility", "unknown_reference"),
        ("source", "unknown_reference"),
    ]


def test_where_nothing_is_near_nothing_is_suggested(record: Api) -> None:
    ((_, _, detail),) = errors(record, "observations", {"facility": "zzzz"})
    assert detail == "There never was a facility 'zzzz'."


def test_in_id_it_is_passed_over(record: Api) -> None:
    assert record.ids("facilities", {"id": "sohea,sohae"}) == ["sohae"]


def test_one_that_was_deleted_or_is_yet_to_come_at_known_at_finds_nothing(service: Api) -> None:
    service.make("systems", id="first")
    before = service.read("systems/first")["recorded_at"]
    service.make("facilities", id="closed", components=[{"id": "old-pad", "name": "Old pad"}])
    service.remove("facilities/closed")
    for known_at in ({}, {"known_at": before}):
        assert service.ids("observations", {"facility": "closed"} | known_at) == []
        assert service.ids("observations", {"component": "old-pad"} | known_at) == []
        assert service.items("timeline", {"facility": "closed"} | known_at) == []
        assert service.ids("communications", {"regarding": "facilities/closed"} | known_at) == []


def test_the_refusal_of_an_unknown_identifier_is_not_cached(service: Api) -> None:
    service.furnish()
    for _ in range(2):
        errors(service, "observations", {"facility": "new-site"})
    service.make("facilities", id="new-site")
    assert service.ids("observations", {"facility": "new-site"}) == []


def test_what_was_taken_from_a_facility_is_still_the_name_of_a_component(service: Api) -> None:
    service.make("facilities", id="sohae", components=[{"id": "old-pad", "name": "Old pad"}])
    service.revise("facilities/sohae", components=[{"id": "new-pad", "name": "New pad"}])
    assert service.ids("observations", {"component": "old-pad,new-pad"}) == []
    ((_, _, detail),) = errors(service, "observations", {"component": "new-pda"})
    assert detail == "There never was a facility with a part 'new-pda'. Did you mean 'new-pad'?"
