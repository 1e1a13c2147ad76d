"""URLs that are not percent-encoded UTF-8: refused wherever they lead, and told what is wrong."""

from __future__ import annotations

import pytest

from tests.contracts.api import Api

ENDPOINTS = [
    "/v1",
    "/v1/summits",
    "/v1/summits/singapore-2018",
    "/v1/summits/singapore-2018/revisions",
    "/v1/changes",
    "/v1/search",
    "/v1/timeline",
    "/v1/situation",
    "/v1/export",
    "/openapi.json",
    "/docs",
    "/problems",
    "/healthz",
    "/nothing-here",
]


@pytest.mark.parametrize(
    ("query", "parameter", "said"),
    [
        ("q=%uAE40%uC815", "q", "'%uAE40' is not % and two hexadecimal digits; encode text as UTF-8"),
        ("q=Trump%2", "q", "The value of 'q' is not percent-encoded: '%2'"),
        ("q=100%", "q", "'%' is not % and two hexadecimal digits; write a literal % as %25"),
        ("party=Kim%Jong", "party", "The value of 'party' is not percent-encoded: '%Jo'"),
        ("%zzparty=Kim", "%zzparty", "The parameter name '%zzparty' is not percent-encoded"),
        ("q=%FF", "q", "The value of 'q' is not percent-encoded UTF-8: %FF is not a character."),
        ("q=%ED%A0%80", "q", "is not percent-encoded UTF-8: %ED"),
        ("%C3=1", "\ufffd", "is not percent-encoded UTF-8: %C3"),
        ("limit=1&q=%C0%AF", "q", "is not percent-encoded UTF-8: %C0"),
    ],
)
@pytest.mark.parametrize("path", ["/v1/summits", "/v1/search", "/openapi.json", "/nothing-here"])
def test_a_query_that_cannot_be_decoded_is_refused_with_what_is_wrong(
    seeded: Api, path: str, query: str, parameter: str, said: str
) -> None:
    answer = seeded.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.json["type"] == "/problems/invalid-parameter"
    assert said in answer.json["detail"]
    assert [each["parameter"] for each in answer.json["errors"]] == [parameter]


@pytest.mark.parametrize("path", ENDPOINTS)
@pytest.mark.parametrize("tail", ["?q=%2", "/%zz", "/%FF"])
def test_no_endpoint_takes_a_malformed_url(seeded: Api, path: str, tail: str) -> None:
    answer = seeded.get(path + tail)
    assert answer.status_code == 400
    assert "percent-encoded" in answer.json["detail"]


def test_a_malformed_query_never_gets_the_cached_answer_of_its_literal_spelling(seeded: Api) -> None:
    assert seeded.read("summits?party=Kim%252*") is not None
    assert seeded.get("summits?party=Kim%2*").status_code == 400
    assert seeded.read("summits?party=Kim%252*") is not None


def test_percent_encoding_in_either_case_and_a_literal_percent_sign_are_accepted(seeded: Api) -> None:
    assert seeded.read("search?q=%ec%9d%b4") == seeded.read("search?q=%EC%9D%B4")
    assert seeded.get("search?q=100%25").status_code == 200
