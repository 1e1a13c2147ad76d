"""What was probably meant by an address at which there is nothing."""

from __future__ import annotations

import pytest
from werkzeug.routing import Map, Rule

from service.web.addresses import nearest_address

ROUTES = Map(
    [
        Rule(path, endpoint=path, methods=["GET"])
        for path in (
            "/v1",
            "/v1/summits",
            "/v1/summits/<string:record_id>",
            "/v1/summits/<string:record_id>/revisions",
            "/v1/summits/<string:record_id>/revisions/<string:number>",
            "/v1/facilities",
            "/v1/facilities/<string:record_id>/status",
            "/v1/facilities/<string:record_id>/status/history",
            "/docs",
            "/healthz",
        )
    ]
    + [Rule("/v1/import", endpoint="import", methods=["POST"])],
    merge_slashes=False,
)


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/v1/", "/v1"),
        ("/v1/summits/", "/v1/summits"),
        ("/v1/summits/singapore-2018/", "/v1/summits/singapore-2018"),
        ("/v1/summits/singapore-2018/revisions/1//", "/v1/summits/singapore-2018/revisions/1"),
        ("//v1/summits", "/v1/summits"),
        ("/v1//summits", "/v1/summits"),
        ("/V1/Summits", "/v1/summits"),
        ("/v1/summit", "/v1/summits"),
        ("/v1/facility/sohae/state", "/v1/facilities/sohae/status"),
        ("/v1/Facilities/Sohae/Status/History/", "/v1/facilities/Sohae/status/history"),
        ("/summits", "/v1/summits"),
        ("/Summit/hanoi-2019/", "/v1/summits/hanoi-2019"),
        ("/v1/imports", "/v1/import"),
        ("/doc", "/docs"),
        ("/", "/v1"),
        ("/v2/summits", "/v1/summits"),
        ("/v2", "/v1"),
        ("/api/v1/summits/hanoi-2019", "/v1/summits/hanoi-2019"),
        ("/api/summits", "/v1/summits"),
        ("/API/v1.2/Summits/", "/v1/summits"),
        ("/v1/v1/summits", "/v1/summits"),
    ],
)
def test_slashes_capitals_the_version_and_the_spelling_of_names_are_mended(path: str, meant: str) -> None:
    assert nearest_address(ROUTES, path) == meant


@pytest.mark.parametrize(
    "path",
    [
        "/v1/summits",
        "/v1/nothing-like-it",
        "/v1/summits/a/b/c/d",
        "/v1/summits/sohae/status",
        "/favicon.ico",
        "/v1/" + "summits/" * 60,
    ],
)
def test_nothing_is_proposed_for_what_is_near_no_route(path: str) -> None:
    assert nearest_address(ROUTES, path) is None
