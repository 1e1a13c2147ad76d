"""The abstract tests of OGC API Features, conformance class Core (OGC 17-069, annex A), one to one.

Each test is named by its id: ``test_core_fc_limit_response`` is ``/conf/core/fc-limit-response``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from tests.ogc.conftest import COLLECTIONS, all_pages
from tests.servers import RunningServer

Get = Callable[..., httpx.Response]
Valid = Callable[[str, Any], None]
Features = dict[str, list[dict[str, Any]]]
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
CLASSES = "http://www.opengis.net/spec/ogcapi-features-1/1.1/conf/"
GEOJSON = "application/geo+json"
BOX = (124.0, 39.0, 128.0, 41.5)
each_collection = pytest.mark.parametrize("collection", COLLECTIONS)


def links_of(document: dict[str, Any], relation: str) -> list[dict[str, Any]]:
    return [each for each in document["links"] if each["rel"] == relation]


def check_links(document: dict[str, Any], url: str) -> None:
    """A link to this document and, as each resource has one media type, no alternates; all with rel and type."""
    (own,) = links_of(document, "self")
    assert own["href"].partition("?")[0] == url.partition("?")[0]
    assert all(each["rel"] and each["type"] for each in document["links"])


def parameter(get: Get, collection: str, name: str, version: str = "3.0") -> dict[str, Any]:
    """The parameter as the API definition has it, with references followed."""
    definition = get(f"/api/{version}").json()
    for found in definition["paths"][f"/ogc/collections/{collection}/items"]["get"]["parameters"]:
        declared = found
        if "$ref" in declared:
            declared = definition["components"]["parameters"][declared["$ref"].rpartition("/")[2]]
        if declared["name"] == name:
            return declared
    raise AssertionError(f"no parameter {name}")


def days(feature: dict[str, Any]) -> tuple[str, str] | None:
    """The days of the feature as its JSON record is dated: a summit without a date by its last step."""
    found = feature["properties"]
    if "date_earliest" not in found or not (found["date_earliest"] or found["date_latest"]):
        return None
    return found["date_earliest"] or "0000", found["date_latest"] or "9999"


def in_box(feature: dict[str, Any], box: tuple[float, ...] = BOX) -> bool:
    if feature["geometry"] is None:
        return True
    longitude, latitude = feature["geometry"]["coordinates"]
    return box[0] <= longitude <= box[2] and box[1] <= latitude <= box[3]


def test_core_http(server: RunningServer, get: Get) -> None:
    assert get("").http_version == "HTTP/1.1"


def test_core_root_op(server: RunningServer, get: Get) -> None:
    assert get("").status_code == 200


def test_core_root_success(get: Get, valid: Valid) -> None:
    page = get("").json()
    valid("landingPage.yaml", page)
    assert links_of(page, "service-desc")
    assert links_of(page, "service-doc")
    assert links_of(page, "conformance")
    assert links_of(page, "data")


def test_core_api_definition_op(get: Get) -> None:
    page = get("").json()
    for each in (*links_of(page, "service-desc"), *links_of(page, "service-doc")):
        answer = get(each["href"])
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].partition("; charset")[0] == each["type"]


@pytest.mark.parametrize(
    ("version", "validator"), [("3.0", OpenAPIV30SpecValidator), ("3.1", OpenAPIV31SpecValidator)]
)
def test_core_api_definition_success(get: Get, version: str, validator: Any) -> None:
    validator(get(f"/api/{version}").json()).validate()


def test_core_conformance_op(get: Get) -> None:
    (linked,) = links_of(get("").json(), "conformance")
    assert get(linked["href"]).status_code == get("/conformance").status_code == 200


def test_core_conformance_success(get: Get, valid: Valid) -> None:
    declared = get("/conformance").json()
    valid("confClasses.yaml", declared)
    assert f"{CLASSES}core" in declared["conformsTo"]
    assert {f"{CLASSES}{each}" for each in ("geojson", "oas30", "oas31")} <= set(declared["conformsTo"])


def test_core_fc_md_op(get: Get) -> None:
    assert get("/collections").status_code == 200


def test_core_fc_md_success(get: Get, valid: Valid) -> None:
    found = get("/collections").json()
    valid("collections.yaml", found)
    assert [each["crs"][0] for each in found["collections"]] == [CRS84] * len(COLLECTIONS)


def test_core_fc_md_links(get: Get) -> None:
    answer = get("/collections")
    check_links(answer.json(), str(answer.url))


def test_core_fc_md_items(get: Get, valid: Valid) -> None:
    found = get("/collections").json()["collections"]
    assert {each["id"] for each in found} == set(COLLECTIONS)
    for each in found:
        valid("collection.yaml", each)


def test_core_fc_md_items_links(get: Get) -> None:
    for each in get("/collections").json()["collections"]:
        (items,) = links_of(each, "items")
        assert items["type"] == GEOJSON
        assert all(link["rel"] and link["type"] for link in each["links"])


@each_collection
def test_core_fc_md_extent(get: Get, features: Features, collection: str) -> None:
    extent = get(f"/collections/{collection}").json()["extent"]
    placed = [each for each in features[collection] if each["geometry"]]
    assert ("spatial" in extent) or not placed
    if placed:
        assert all(in_box(each, tuple(extent["spatial"]["bbox"][0])) for each in placed)
    dated = [found for each in features[collection] if (found := days(each))]
    assert ("temporal" in extent) or not dated
    if dated:
        start, end = extent["temporal"]["interval"][0]
        assert all(start[:10] <= last for _, last in dated)
        assert end is None


@each_collection
def test_core_fc_md_extent_multi(get: Get, collection: str) -> None:
    """No collection has more than one box or interval, and the first is tested by ``/conf/core/fc-md-extent``."""
    extent = get(f"/collections/{collection}").json()["extent"]
    assert {len(each[name]) for each in extent.values() for name in ("bbox", "interval") if name in each} <= {
        1
    }


@each_collection
def test_core_sfc_md_op(get: Get, collection: str) -> None:
    assert get(f"/collections/{collection}").status_code == 200


def test_core_sfc_md_success(get: Get) -> None:
    for each in get("/collections").json()["collections"]:
        assert get(f"/collections/{each['id']}").json() == each


@each_collection
def test_core_fc_op(get: Get, collection: str) -> None:
    path = f"/collections/{collection}/items"
    assert get(path).status_code == 200
    time = "2018-01-01/2018-12-31"
    both = all_pages(get, path, bbox=",".join(map(str, BOX)), datetime=time)
    boxed = {each["id"] for each in all_pages(get, path, bbox=",".join(map(str, BOX)))}
    dated = {each["id"] for each in all_pages(get, path, datetime=time)}
    assert {each["id"] for each in both} == boxed & dated


@each_collection
@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_core_fc_bbox_definition(get: Get, collection: str, version: str) -> None:
    declared = parameter(get, collection, "bbox", version)
    assert (declared["in"], declared["style"], declared["explode"]) == ("query", "form", False)
    assert declared.get("required", False) is False
    schema = declared["schema"]
    assert (schema["type"], schema["items"]["type"]) == ("array", "number")
    assert (schema["minItems"], schema["maxItems"]) == (4, 4)


@each_collection
@pytest.mark.parametrize("box", [BOX, (-180, -90, 180, 90), (126, 38, 125, 40), (0, 0, 1, 1)])
def test_core_fc_bbox_response(get: Get, features: Features, collection: str, box: tuple[float, ...]) -> None:
    path = f"/collections/{collection}/items"
    found = {each["id"] for each in all_pages(get, path, bbox=",".join(map(str, box)))}
    halves = [box] if box[0] <= box[2] else [(box[0], box[1], 180, box[3]), (-180, box[1], box[2], box[3])]
    expected = {each["id"] for each in features[collection] if any(in_box(each, half) for half in halves)}
    assert found == expected


@each_collection
def test_core_fc_limit_definition(get: Get, collection: str) -> None:
    declared = parameter(get, collection, "limit")
    assert declared["in"] == "query"
    assert declared["schema"]["type"] == "integer"
    assert declared["schema"]["minimum"] == 1


@each_collection
def test_core_fc_limit_response(get: Get, collection: str) -> None:
    path = f"/collections/{collection}/items"
    for limit in (1, 2, 5):
        assert len(get(path, limit=limit).json()["features"]) <= limit
    most = parameter(get, collection, "limit")["schema"]["maximum"]
    beyond = get(path, limit=most + 1)
    assert beyond.status_code == 200
    assert len(beyond.json()["features"]) <= most


@each_collection
@pytest.mark.parametrize("name", ["datetime"])
def test_core_fc_time_definition(get: Get, collection: str, name: str) -> None:
    declared = parameter(get, collection, name)
    assert (declared["in"], declared["schema"]["type"]) == ("query", "string")


@each_collection
@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-09-09T12:00:00Z", "2018-09-09", "2018-09-09"),
        ("2018-09-09", "2018-09-09", "2018-09-09"),
        ("2018-09-09T", "2018-09-09", "2018-09-09"),
        ("2018-01-01T00:00:00Z/2018-07-31T00:00:00Z", "2018-01-01", "2018-07-31"),
        ("2018-06-01T00:00:00Z/..", "2018-06-01", "9999"),
        ("2018-06-01T00:00:00Z/", "2018-06-01", "9999"),
        ("../2018-06-30T00:00:00Z", "0000", "2018-06-30"),
        ("/2018-06-30T00:00:00Z", "0000", "2018-06-30"),
    ],
)
def test_core_fc_time_response(
    get: Get, features: Features, collection: str, text: str, first: str, last: str
) -> None:
    found = {each["id"] for each in all_pages(get, f"/collections/{collection}/items", datetime=text)}
    for each in features[collection]:
        dated = days(each)
        if collection == "summits" and dated is None:
            continue  # dated by its last step, which is no property
        assert (each["id"] in found) == (dated is None or (dated[0] <= last and dated[1] >= first)), each


@each_collection
@pytest.mark.parametrize(
    "query",
    [
        {"bbox": "1,2,3"},
        {"bbox": "1,2,3,4,5,6"},
        {"bbox": "a,b,c,d"},
        {"limit": "many"},
        {"limit": 0},
        {"datetime": "yesterday"},
        {"datetime": "2019-01-01/2018-01-01"},
        {"datetime": ".."},
        {"crs": "http://www.opengis.net/def/crs/EPSG/0/3857"},
        {"bbox-crs": "http://www.opengis.net/def/crs/EPSG/0/3857"},
        {"cursor": "forged"},
    ],
    ids=str,
)
def test_core_query_param_invalid(get: Get, collection: str, query: dict[str, Any]) -> None:
    refused = get(f"/collections/{collection}/items", **query)
    assert refused.status_code == 400
    assert refused.json()["detail"]


@pytest.mark.parametrize(
    "path",
    ["", "/conformance", "/collections", *(f"/collections/{each}/items" for each in COLLECTIONS)],
)
def test_core_query_param_unknown(get: Get, path: str) -> None:
    assert get(path, bbocks="1,2,3,4").status_code == 400


@each_collection
def test_core_fc_response(get: Get, valid: Valid, collection: str) -> None:
    found = get(f"/collections/{collection}/items").json()
    assert found["type"] == "FeatureCollection"
    assert isinstance(found["features"], list)
    valid("featureCollectionGeoJSON.yaml", found)


@each_collection
def test_core_fc_links(get: Get, collection: str) -> None:
    answer = get(f"/collections/{collection}/items")
    check_links(answer.json(), str(answer.url))


@each_collection
def test_core_fc_time_stamp(get: Get, collection: str) -> None:
    """It may be left out, and is: an answer that says when it was made would have another entity tag each time."""
    assert "timeStamp" not in get(f"/collections/{collection}/items").json()


@each_collection
@pytest.mark.parametrize(
    "query", [{}, {"bbox": ",".join(map(str, BOX))}, {"datetime": "2018-01-01/.."}], ids=str
)
def test_core_fc_number_matched(get: Get, collection: str, query: dict[str, str]) -> None:
    path = f"/collections/{collection}/items"
    matched = get(path, limit=1, **query).json()["numberMatched"]
    assert matched == len(all_pages(get, path, **query))


@each_collection
def test_core_fc_number_returned(get: Get, collection: str) -> None:
    found = get(f"/collections/{collection}/items", limit=3).json()
    assert found["numberReturned"] == len(found["features"])


@each_collection
def test_core_f_op(get: Get, features: Features, collection: str) -> None:
    for each in features[collection][:20]:
        one = get(f"/collections/{collection}/items/{each['id']}")
        assert one.status_code == 200
        assert {name: value for name, value in one.json().items() if name != "links"} == each


@each_collection
def test_core_f_success(get: Get, valid: Valid, features: Features, collection: str) -> None:
    valid(
        "featureGeoJSON.yaml", get(f"/collections/{collection}/items/{features[collection][0]['id']}").json()
    )


@each_collection
def test_core_f_links(get: Get, features: Features, collection: str) -> None:
    answer = get(f"/collections/{collection}/items/{features[collection][0]['id']}")
    check_links(answer.json(), str(answer.url))
    (whole,) = links_of(answer.json(), "collection")
    assert get(whole["href"]).json()["id"] == collection


@each_collection
def test_core_crs84(features: Features, collection: str) -> None:
    for each in features[collection]:
        if each["geometry"]:
            longitude, latitude = each["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90


@each_collection
def test_geojson_definition(get: Get, server: RunningServer, collection: str) -> None:
    accept = {"Accept": GEOJSON}
    path = f"{server.url}/ogc/collections/{collection}/items"
    assert httpx.get(path, headers=accept, timeout=120).headers["Content-Type"] == GEOJSON
    for other in ("", "/conformance", "/collections", f"/collections/{collection}"):
        assert get(other).headers["Content-Type"] == "application/json"


@each_collection
def test_geojson_content(get: Get, valid: Valid, features: Features, collection: str) -> None:
    for each in features[collection]:
        valid("featureGeoJSON.yaml", each)
    known = features[collection][0]["id"]
    assert get(f"/collections/{collection}/items/{known}").json()["id"] == known


@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_oas_oas_definition_1(get: Get, version: str) -> None:
    page = get("").json()
    types = {each["type"] for each in links_of(page, "service-desc")}
    assert f"application/vnd.oai.openapi+json;version={version}" in types
    assert [each["type"] for each in links_of(page, "service-doc")] == ["text/html"]


@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_oas_oas_impl_and_completeness(get: Get, features: Features, version: str) -> None:
    """Every path of the definition answers as it says, and every status that is met stands in it."""
    for path, item in get(f"/api/{version}").json()["paths"].items():
        where = path.removeprefix("/ogc")
        if "{id}" in where:
            where = where.replace("{id}", features[where.split("/")[2]][0]["id"])
        for answer in (get(where), get(where, nothing=1)):
            described = item["get"]["responses"]
            assert str(answer.status_code) in described
            if answer.status_code == 200:
                assert answer.headers["Content-Type"].partition(";")[0] in described["200"]["content"]


@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_oas_security(get: Get, version: str) -> None:
    definition = get(f"/api/{version}").json()
    assert set(definition["components"]["securitySchemes"]) == {"apiKey"}
    # An operation without requirements of its own has those of the whole (OpenAPI 3.1, 4.8.10).
    required = [item["get"].get("security", definition["security"]) for item in definition["paths"].values()]
    assert all({"apiKey": []} in each for each in required)
