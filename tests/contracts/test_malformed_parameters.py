"""Parameters that are unknown or malformed: nothing is silently ignored."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api


@pytest.mark.parametrize(
    ("path", "query", "parameter", "code"),
    [
        ("summits", "status=heldd", "status", "invalid_choice"),
        ("summits", "status=held,", "status", "invalid_value"),
        ("summits", "status=", "status", "invalid_value"),
        ("summits", "party_country=US", "party_country", "invalid_country"),
        ("summits", "party=Kim&party=Moon", "party", "repeated_parameter"),
        ("summits", "party=*", "party", "no_words"),
        ("summits", "place=", "place", "invalid_value"),
        ("summits", "q=%21%21", "q", "no_words"),
        ("summits", "q=a%00b", "q", "invalid_value"),
        ("summits", "id=Not_A_Slug", "id", None),
        ("summits", "from=2018-02-30", "from", "invalid_date"),
        ("summits", "from=2018-2", "from", "invalid_date"),
        ("summits", "to=20180210", "to", "invalid_date"),
        ("summits", "from=2018-02-02&to=2018-02-01", "to", "out_of_order"),
        ("summits", "recorded_after=yesterday", "recorded_after", "invalid_instant"),
        ("summits", "recorded_after=2018-02-02", "recorded_after", "invalid_instant"),
        ("summits", "recorded_after=2018-02-02T00:00:00", "recorded_after", "invalid_instant"),
        ("summits", "recorded_after=20180202T000000Z", "recorded_after", "invalid_instant"),
        ("summits", "recorded_after=2018-W05-1T00:00:00Z", "recorded_after", "invalid_instant"),
        ("summits", "recorded_after=2018-02-02T00Z", "recorded_after", "invalid_instant"),
        ("summits", "known_at=2018-02-02T00:00:00+09:00", "known_at", "invalid_instant"),
        ("summits", "known_at=2999-01-01T00:00:00Z", "known_at", "in_the_future"),
        ("summits", "as_of=2999-01-01", "as_of", "in_the_future"),
        ("summits", "published_until=2999-01-01", "published_until", "in_the_future"),
        ("summits/singapore-2018", "as_of=2999-01-01", "as_of", "in_the_future"),
        ("summits/singapore-2018", "published_until=2999-01-01", "published_until", "in_the_future"),
        ("summits", "as_of=2018", "as_of", "invalid_date"),
        ("summits", "published_until=soon", "published_until", "invalid_date"),
        ("summits", "sort=name", "sort", "invalid_choice"),
        ("systems", "sort=date", "sort", "invalid_choice"),
        ("summits", "sort=id&sort=date", "sort", "repeated_parameter"),
        ("summits", "limit=0", "limit", None),
        ("summits", "limit=501", "limit", None),
        ("summits", "limit=-1", "limit", None),
        ("summits", "limit=ten", "limit", None),
        ("summits", "limit=1.0", "limit", None),
        ("summits", "count=yes", "count", None),
        ("summits", "fields=Title", "fields", "invalid_path"),
        ("communications", "regarding=singapore-2018", "regarding", "invalid_address"),
        ("communications", "regarding=meetings/singapore-2018", "regarding", None),
        ("communications", "kind=telegram", "kind", "invalid_choice"),
        ("parades", "presence=present", "presence", "invalid_choice"),
        ("facilities", "bbox=1,2,3", "bbox", "invalid_numbers"),
        ("facilities", "bbox=1,2,3,nan", "bbox", "invalid_numbers"),
        ("facilities", "bbox=1,50,3,40", "bbox", "out_of_order"),
        ("facilities", "bbox=1,2,3,91", "bbox", "out_of_range"),
        ("facilities", "near=39,124", "near", "invalid_numbers"),
        ("facilities", "near=39,124,-1", "near", "out_of_range"),
        ("observations", "state=broken", "state", "invalid_choice"),
    ],
)
def test_a_malformed_value_is_refused_naming_its_parameter(
    seeded: Api, path: str, query: str, parameter: str, code: str | None
) -> None:
    answer = seeded.get(f"{path}?{query}")
    assert answer.status_code == 400, answer.text
    assert answer.content_type == "application/problem+json"
    assert answer.json["type"] == "/problems/invalid-parameter"
    (error,) = answer.json["errors"]
    assert error["parameter"] == parameter
    assert error["detail"]
    if code:
        assert error["code"] == code


def test_an_unknown_value_of_an_enumeration_is_answered_with_those_there_are(seeded: Api) -> None:
    (error,) = seeded.get("summits?status=heldd").json["errors"]
    assert "held" in error["detail"]


@pytest.mark.parametrize(
    ("path", "query", "unknown", "meant"),
    [
        ("summits", "stauts=held", "stauts", "status"),
        ("summits", "Status=held", "Status", "status"),
        ("communications", "from_countries=PRK", "from_countries", "from_country"),
        ("parades", "catagory=icbm", "catagory", "category"),
        ("facilities", "bounding=1", "bounding", ""),
        ("systems", "from=2018-01-01", "from", ""),
        ("sources", "country=PRK", "country", "count"),
        ("summits/singapore-2018", "status=held", "status", ""),
        ("summits/singapore-2018", "knownat=x", "knownat", "known_at"),
        ("summits/singapore-2018/revisions", "limits=1", "limits", "limit"),
        ("summits/singapore-2018/revisions/1", "limit=1", "limit", ""),
        ("changes", "afer=1", "afer", "after"),
        ("/v1", "q=x", "q", ""),
        ("systems", "as_of=2018-01-01", "as_of", ""),
    ],
)
def test_an_unknown_parameter_is_refused_with_the_nearest_name(
    seeded: Api, path: str, query: str, unknown: str, meant: str
) -> None:
    answer = seeded.get(f"{path}?{query}")
    assert answer.status_code == 400, answer.text
    (error,) = answer.json["errors"]
    assert (error["parameter"], error["code"]) == (unknown, "unknown_parameter")
    assert meant in error["detail"]


def test_all_faults_of_a_query_are_reported_at_once(seeded: Api) -> None:
    answer = seeded.get("summits?limit=0&stauts=held&from=never&count=2&status=x,y")
    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json["errors"]] == [
        "limit", "stauts", "from", "count", "status", "status",
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["%ff=1", "q=%ff", "q", "limit=1&&count=true", "&", "=x"])
def test_a_query_that_is_not_a_list_of_parameters_is_refused(seeded: Api, query: str) -> None:
    answer = seeded.get(f"summits?{query}")
    assert answer.status_code == 400
    assert answer.json["type"] == "/problems/invalid-parameter"


def test_more_values_than_a_filter_takes_are_refused_and_as_many_are_not(seeded: Api) -> None:
    many = ",".join(f"id-{number}" for number in range(500))
    assert seeded.ids(f"summits?id={many}") == []
    answer = seeded.get(f"summits?id={many},one-more")
    assert answer.status_code == 400
    assert answer.json["errors"][0]["code"] == "too_many_values"
