"""Links in an answer are of the caller's own query, also where the answer is kept for others who ask the same."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from service.records.http.routes import all_resources
from service.web.problem import Problem
from tests.contracts.api import Api


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    for number in range(3):
        shared.make("parades", id=f"parade-{number}", date=f"2018-09-0{number + 1}")
    for _ in range(3):
        shared.revise("parades/parade-0", note=f"again {_}")
    return shared


def links(answer) -> dict[str, str]:
    return {
        relation: target
        for target, relation in re.findall(r'<([^>]*)>; rel="([^"]*)"', answer.headers["Link"])
    }


PATHS = ["parades", "parades/parade-0/revisions", "timeline", "search?q=parade"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("first", [True, False])
def test_format_is_in_the_links_only_of_requests_that_gave_it(record: Api, path: str, first: bool) -> None:
    named = f"{path}{'&' if '?' in path else '?'}limit=1&format=json"
    plain = named.replace("&format=json", "").replace("format=json&", "")
    for asked in (named, plain) if first else (plain, named):
        record.get(asked)
    with_format, without = record.get(named), record.get(plain)
    for relation in ("first", "next"):
        assert "format=json" in links(with_format)[relation]
        assert "format" not in links(without)[relation]


def test_a_next_link_is_good_for_the_headers_that_the_caller_sent(record: Api) -> None:
    record.get("parades?limit=1&country=PRK")
    answer = record.get("parades?country=PRK&limit=1&format=json", headers={"Accept": "text/html"})
    assert record.get(links(answer)["next"], headers={"Accept": "text/html"}).status_code == 200


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("parades?limit=1&country=PRK", "parades?country=PRK&limit=1"),
        ("parades?limit=01&sort=-date", "parades?limit=1"),
        ("parades?limit=1&country=PRK,KOR", "parades?country=KOR&limit=1&country=PRK"),
        ("parades?limit=1&count=false", "parades?limit=1"),
        ("facilities?limit=1&bbox=124.0,37,131,43", "facilities?bbox=124,37.0,131,43&limit=1"),
        ("timeline?limit=1&kind=parade,observation", "timeline?kind=observation,parade&limit=1"),
    ],
)
def test_queries_that_mean_the_same_have_one_answer_with_one_set_of_links(
    record: Api, one: str, other: str
) -> None:
    answers = [record.get(each) for each in (one, other, one)]
    assert len({answer.headers["Link"] for answer in answers}) == 1
    assert "hit" in answers[1].headers["Cache-Status"]


def test_every_parameter_comes_back_from_the_normalised_query(record: Api) -> None:
    samples = {
        "bbox": "1.5,-0.000001,179.999999,80",
        "near": "39.66,124.7,50",
        "limit": "7",
        "count": "true",
        "after": "3",
        "fields": "id,title",
        "q": 'a,"b" & 김=%+',
        "known_at": "2018-09-10T14:00:00Z",
        "from": "2018-09-10",
        "party": "Kim, Jong*",
        "id": "b,a",
        "source": "y,x",
        "sort": "-id",
        "format": "json",
        "cursor": "abc",
        "regarding": "summits/b,summits/a",
        "as_of": "2018-09-10",
    }
    seen = set()
    for resource in all_resources(record.context):
        if "GET" not in resource.operations:
            continue
        parameters = resource.operations["GET"].parameters
        for name in {each.name for each in parameters.declared} & samples.keys():
            if (resource.endpoint, name) == ("timeline", "near"):
                continue
            try:
                values = parameters.read(_encoded({name: samples[name]}))
            except Problem:
                # Not every sample is good for every resource; each is for one.
                continue
            pairs = parameters.normalised(values)
            assert dict(parameters.read(_encoded(dict(pairs)))) == dict(values), (resource.endpoint, name)
            seen.add(name)
    assert seen == samples.keys()


def _encoded(query: dict[str, str]) -> bytes:
    return urlencode(query).encode()


@pytest.mark.parametrize("days", ["30", "10"])
def test_days_without_near_are_refused_also_once_the_same_timeline_is_cached(record: Api, days: str) -> None:
    record.read("timeline")
    assert record.get(f"timeline?days={days}").status_code == 400


def test_a_page_is_followed_to_the_end_by_its_links(record: Api) -> None:
    path, found = "parades?limit=1&fields=id&country=PRK", []
    while path:
        answer = record.get(path)
        found += [each["id"] for each in answer.json["items"]]
        assert ("fields", "id") in parse_qsl(urlsplit(links(answer)["first"]).query)
        path = links(answer).get("next")
    assert found == ["parade-2", "parade-1", "parade-0"]
