"""How much of a query is read is the operator's to set; what is beyond is 400, and the description says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.contracts.api import Api


@pytest.fixture
def service(make_service: Callable[..., Api]) -> Api:
    return make_service(max_page_size=60, max_list_values=3, max_parameters=10)


def test_a_page_is_as_large_as_allowed(service: Api) -> None:
    assert service.get("summits", {"limit": 60}).status_code == 200
    for path in ("summits", "changes", "timeline", "search?q=kim"):
        refused = service.get(path, {"limit": 61})
        assert refused.status_code == 400
        (error,) = refused.json["errors"]
        assert (error["parameter"], error["detail"]) == ("limit", "Must be between 1 and 60.")


def test_a_parameter_has_as_many_values_as_allowed_however_they_come(service: Api) -> None:
    assert service.get("summits?id=a,b,c").status_code == 200
    for query in ("id=a,b,c,d", "id=a,b&id=c,d", "id=a&id=b&id=c&id=d"):
        refused = service.get(f"summits?{query}")
        assert refused.status_code == 400
        assert refused.json["errors"][0]["code"] == "too_many_values"


def test_a_query_has_as_many_parameters_as_allowed(service: Api) -> None:
    refused = service.get("summits?" + "&".join(["limit=1"] * 11))
    assert refused.status_code == 400
    assert "at most 10 name=value pairs" in refused.json["detail"]


def test_the_description_tells_what_is_allowed(service: Api) -> None:
    components = service.read("/openapi.json")["components"]["parameters"]
    assert components["limit"]["schema"]["maximum"] == 60
    assert components["id"]["schema"]["maxItems"] == 3
