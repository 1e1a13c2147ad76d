"""A representation named by the end of a path."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    shared.make("parades", id="parade", date="2018-09-09")
    return shared


@pytest.mark.parametrize("path", ["parades", "parades/parade", "situation"])
def test_an_extension_names_the_representation_as_format_does(record: Api, path: str) -> None:
    by_extension = record.get(f"{path}.json?as_of=2018-09-09" if path == "situation" else f"{path}.json")
    by_name = record.get(path, {"format": "json"} | ({"as_of": "2018-09-09"} if path == "situation" else {}))
    assert by_extension.status_code == by_name.status_code == 200
    assert by_extension.json == by_name.json
    assert by_extension.headers["ETag"] == by_name.headers["ETag"]


def test_an_extension_and_format_that_disagree_are_refused(record: Api) -> None:
    refused = record.get("parades.json?format=csv")
    assert refused.status_code == 400
    assert refused.json["errors"][0]["code"] == "contradicts_extension"
    assert record.get("parades.json?format=json").status_code == 200


def test_an_extension_of_no_representation_is_not_acceptable_and_those_there_are_are_listed(
    record: Api,
) -> None:
    refused = record.get("parades.pdf")
    assert refused.status_code == 406
    assert "json" in [each["format"] for each in refused.json["available"]]


@pytest.mark.parametrize("path", ["parade.json", "parades/.json", "parades/a.b.json"])
def test_an_extension_names_nothing_where_nothing_is(record: Api, path: str) -> None:
    assert record.get(path).status_code == 404


def test_an_extension_is_for_reading_only(record: Api) -> None:
    refused = record.post("parades.json", {})
    assert refused.status_code == 404
    assert "Did you mean '/v1/parades'?" in refused.json["detail"]
