"""What callers read first: `detail` says by itself what is wrong and what was probably meant."""

from __future__ import annotations

import pytest

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("staus=held", "Unknown parameter 'staus'. Did you mean 'status'?"),
        ("LIMIT=5", "Unknown parameter 'LIMIT'. Did you mean 'limit'?"),
        ("limit=x", "Invalid parameter 'limit': Must be a whole number."),
        ("fields=titel", "Invalid parameter 'fields': Unknown field 'titel'. Did you mean 'title'?"),
        (
            "expand=parties.actro",
            "Invalid parameter 'expand': Unknown field 'actro' in 'parties.actro'. Did you mean 'actor'?",
        ),
        (
            "staus=held&LIMIT=5&Sort=id&cuont=true",
            "Unknown parameter 'staus'. Did you mean 'status'? Unknown parameter 'LIMIT'. Did you mean 'limit'? "
            "And 2 more errors.",
        ),
    ],
)
def test_the_detail_of_a_query_says_what_was_meant(service: Api, query: str, detail: str) -> None:
    assert assert_problem(service.get(f"summits?{query}"), 400, "invalid-parameter")["detail"] == detail


def test_the_detail_of_a_body_says_what_was_meant(service: Api) -> None:
    service.furnish()
    body = factories.observation(Method="sensor")
    detail = assert_problem(service.post("observations", body), 422, "validation-failed")["detail"]
    assert detail == (
        "The body is not a valid observation. /Method: Unknown field 'Method'. Did you mean 'method'?"
    )


@pytest.mark.parametrize(
    "patch",
    [{"pubisher": None}, {"published": None, "Title": None}],
)
def test_a_patch_with_null_for_an_unknown_member_is_reported(service: Api, patch: dict[str, None]) -> None:
    service.furnish()
    answer = service.patch(f"sources/{factories.SOURCE}", patch, headers={"If-Match": "*"})
    errors = assert_problem(answer, 422, "validation-failed")["errors"]
    assert [error["code"] for error in errors] == ["unknown_field"]


def test_so_is_one_within_a_part(service: Api) -> None:
    service.furnish()
    service.make("summits", id="s", place={"name": "Singapore"})
    answer = service.patch("summits/s", {"place": {"nmae": None}}, headers={"If-Match": "*"})
    (error,) = assert_problem(answer, 422, "validation-failed")["errors"]
    assert (error["pointer"], error["code"]) == ("/place/nmae", "unknown_field")


def test_a_patch_sets_null_where_null_is_a_value(service: Api) -> None:
    service.furnish()
    path = f"sources/{factories.SOURCE}"
    answer = service.patch(path, {"published": None}, headers={"If-Match": "*"})
    assert (answer.status_code, answer.json["published"]) == (200, None)
    refused = service.patch(path, {"title": None}, headers={"If-Match": "*"})
    assert assert_problem(refused, 422, "validation-failed")["errors"][0]["code"] == "required"


def test_the_same_body_in_another_order_is_the_same_request(service: Api) -> None:
    headers = {"Idempotency-Key": "order"}
    body = factories.source(id="s")
    first = service.post("sources", body, headers=headers)
    again = service.post("sources", dict(reversed(body.items())), headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.headers["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize(
    "title", ["\u200b", "\u3164", "\u115f\u1160", "\u2800", "\u0301\u0302", "\u200e\u200f", "\u00ad \u2060"]
)
def test_a_title_of_nothing_visible_is_refused(service: Api, title: str) -> None:
    answer = service.post("sources", factories.source(title=title))
    (error,) = assert_problem(answer, 422, "validation-failed")["errors"]
    assert (error["pointer"], error["code"]) == ("/title", "blank")


@pytest.mark.parametrize("url", ["HTTPS://Example.org/a", "Http://EXAMPLE.org"])
def test_schemes_are_read_in_any_case(service: Api, url: str) -> None:
    assert service.post("sources", factories.source(url=url)).status_code == 201


@pytest.mark.parametrize("date", ["2XXX", "XXXX", "2018-09-09T24:00:00", "2018-09-09T23:60:00Z"])
def test_dates_beyond_level_1_and_the_day_are_refused(service: Api, date: str) -> None:
    answer = service.post("sources", factories.source(published=date))
    assert assert_problem(answer, 422, "validation-failed")["errors"][0]["code"] == "invalid_date"


@pytest.mark.parametrize("date", ["201X", "20XX", "2018-XX", "2018-09-XX", "2018-XX-XX"])
def test_rightmost_digits_may_be_unspecified(service: Api, date: str) -> None:
    assert service.post("sources", factories.source(published=date)).status_code == 201


def test_options_answers_without_a_body_and_without_its_type(service: Api) -> None:
    answer = service.options("summits")
    assert (answer.status_code, answer.data) == (204, b"")
    assert "Content-Type" not in answer.headers


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ("170,-10,180,10", ["east", "west"]),
        ("-180,-10,-170,10", ["east", "west"]),
        ("180,-10,180,10", ["east", "west"]),
        ("-1.8E2,-1e1,-170,.1E2", ["east", "west"]),
        ("170,-10,-170,10", ["east", "west"]),
        ("1e-05,-10,%2B179,10", []),
        ("-180,-10,180,10", ["east", "west"]),
    ],
)
def test_the_antimeridian_has_two_names_and_numbers_several_notations(
    service: Api, box: str, found: list[str]
) -> None:
    service.furnish()
    for name, longitude in (("east", 180), ("west", -180)):
        place = {"name": name, "latitude": 0, "longitude": longitude}
        service.make("facilities", id=name, place=place, components=[])
    assert [each["id"] for each in service.read(f"facilities?bbox={box}&sort=id")["items"]] == found


@pytest.mark.parametrize("number", ["1_0", "\uff11\uff10", "NaN", "inf", "", "1e999", "0x10", "1,0"])
def test_an_invalid_decimal_number_is_refused(service: Api, number: str) -> None:
    answer = service.get("facilities", {"bbox": f"{number},0,20,10"})
    assert_problem(answer, 400, "invalid-parameter")


@pytest.mark.parametrize("name", ["Łódź", "Lodz", "LÓDŹ", "Ło\u2060dz", "Lo\u00addz"])
def test_letters_without_a_decomposition_are_folded_and_invisible_ones_split_no_word(
    service: Api, name: str
) -> None:
    service.furnish()
    service.make("summits", id="s", title="In Łódź", place={"name": "Łódź"})
    assert [each["id"] for each in service.read("summits", {"place": name})["items"]] == ["s"]
    assert [each["id"] for each in service.read("summits", {"q": name})["items"]] == ["s"]
