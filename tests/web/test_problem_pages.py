"""What the `type` of a problem leads to."""

from __future__ import annotations

import pytest

from service.web.problem_catalogue import CATALOGUE


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.slug)
def test_each_type_is_a_url_that_the_service_answers_with_an_explanation(client, kind):
    page = client.get(kind.type).get_json()
    assert (page["type"], page["title"], page["status"]) == (kind.type, kind.title, kind.status)
    assert page["explanation"].endswith(".")
    assert "  " not in page["explanation"]


def test_the_index_lists_them_all(client):
    response = client.get("/problems")
    assert response.content_type == "application/json"
    assert [page["type"] for page in response.get_json()["problems"]] == [
        kind.type for kind in CATALOGUE.values()
    ]


def test_an_unknown_kind_is_not_found(client, assert_problem):
    assert_problem(client.get("/problems/bad-weather"), 404, "not-found")


def test_an_unknown_parameter_is_refused(client, assert_problem):
    document = assert_problem(client.get("/problems?x=1&format=json"), 400, "invalid-parameter")
    assert [error["parameter"] for error in document["errors"]] == ["x"]


def test_a_page_that_the_client_has_is_not_sent_again(client):
    etag = client.get("/problems").headers["ETag"]
    assert client.get("/problems", headers={"If-None-Match": etag}).status_code == 304
