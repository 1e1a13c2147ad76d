"""Records as GeoJSON: features with the place of the record, or of the record that it names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyogrio
import pyogrio.raw
import pytest

from tests.contracts.api import Api
from tests.contracts.factories import citation, finding, observation

MEDIA_TYPE = "application/geo+json"
SOHAE = {"country": "PRK", "name": "Tongchang-ri", "latitude": 39.66, "longitude": 124.705}


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    shared.make(
        "facilities", id="sohae", name="Sohae", place=SOHAE, aliases=[{"name": "Tongchang"}, {"name": "동창"}]
    )
    shared.make(
        "facilities",
        id="nowhere",
        name="Nowhere",
        components=[
            {"id": "pier", "name": "Pier", "latitude": 40.0, "longitude": 128.0},
            {"id": "crane", "name": "Crane", "part_of": "pier"},
            {"id": "shed", "name": "Shed"},
        ],
    )
    shared.make(
        "observations", id="july", facility="sohae", date="2018-07-20", findings=[finding(component=None)]
    )
    shared.make(
        "observations",
        id="august",
        facility="nowhere",
        date="2018-08",
        findings=[finding(component=each) for each in (None, "pier", "crane", "shed")],
    )
    shared.make(
        "summits",
        id="singapore",
        date="2018-06-12",
        place={"country": "SGP", "latitude": 1.25, "longitude": 103.8},
    )
    shared.make("summits", id="planned", place=None)
    shared.make("parades", id="parade", date="2018-09-09", place={"name": "Kim Il Sung Square"})
    return shared


def features(record: Api, path: str, **query: Any) -> dict[str, dict[str, Any]]:
    answer = record.get(path, {"format": "geojson"} | query)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == MEDIA_TYPE
    assert answer.json["type"] == "FeatureCollection"
    return {each["id"].partition("/")[2]: each for each in answer.json["features"]}


def test_a_record_with_coordinates_is_a_point_in_longitude_and_latitude(record: Api) -> None:
    sohae = features(record, "facilities")["sohae"]
    assert sohae["type"] == "Feature"
    assert sohae["id"] == "facilities/sohae"
    assert sohae["geometry"] == {"type": "Point", "coordinates": [124.705, 39.66]}


def test_a_record_without_coordinates_has_no_geometry(record: Api) -> None:
    assert features(record, "facilities")["nowhere"]["geometry"] is None
    assert features(record, "summits")["planned"]["geometry"] is None
    assert features(record, "parades")["parade"]["geometry"] is None


def test_an_observation_is_where_its_facility_is(record: Api) -> None:
    found = features(record, "observations")
    assert found["july"]["geometry"]["coordinates"] == [124.705, 39.66]
    assert found["july"]["properties"]["facility"] == "sohae"
    assert found["august"]["geometry"] is None
    one = record.get("observations/july.geojson")
    assert one.json["geometry"] == found["july"]["geometry"]
    assert one.json["properties"] == found["july"]["properties"]


def test_a_finding_is_where_its_component_is_else_where_its_facility_is(record: Api) -> None:
    found = features(record, "findings", sort="id")
    places = {name: each["geometry"] and each["geometry"]["coordinates"] for name, each in found.items()}
    assert places == {
        "august#/findings/0": None,
        "august#/findings/1": [128.0, 40.0],
        "august#/findings/2": [128.0, 40.0],
        "august#/findings/3": None,
        "july#/findings/0": [124.705, 39.66],
    }
    july = found["july#/findings/0"]
    assert july["id"] == "observations/july#/findings/0"
    assert july["properties"]["record_self"] == "/v1/observations/july"
    assert july["properties"]["pointer"] == "/findings/0"
    assert {type(value) for value in july["properties"].values()} <= {str, int, float, bool, type(None)}


def test_a_finding_is_where_its_facility_was_known_to_be_then(service: Api) -> None:
    service.furnish()
    service.create("observations", observation())
    before = service.read("findings", {"limit": 1})["items"][0]["record"]["recorded_at"]
    service.revise("facilities/a-facility", place=SOHAE)
    assert features(service, "findings", known_at=before).popitem()[1]["geometry"] is None
    assert features(service, "observations", known_at=before).popitem()[1]["geometry"] is None
    assert features(service, "findings").popitem()[1]["geometry"]["coordinates"] == [124.705, 39.66]
    one = service.get("observations.geojson?limit=all").json["features"][0]
    assert one["geometry"]["coordinates"] == [124.705, 39.66]


@pytest.mark.parametrize("path", ["facilities", "observations", "summits", "parades", "findings"])
def test_all_features_at_once_are_those_of_the_pages_and_their_box_comes_last(record: Api, path: str) -> None:
    answer = record.get(f"{path}.geojson?limit=all&sort=id")
    paged = record.get(f"{path}.geojson?sort=id").json
    assert answer.status_code == 200, answer.text
    assert (answer.content_type, answer.headers["Cache-Control"]) == (MEDIA_TYPE, "no-store")
    assert answer.json["features"] == paged["features"]
    assert answer.json.get("bbox") == paged.get("bbox")
    assert list(answer.json)[:2] == ["type", "features"]
    some = record.get(f"{path}.geojson?limit=all&sort=id&fields=citations").json["features"]
    assert [each["geometry"] for each in some] == [each["geometry"] for each in paged["features"]]
    assert {tuple(each["properties"]) for each in some} == {("citations",)}


def test_gdal_reads_a_stream_of_features(record: Api, tmp_path: Path) -> None:
    file = tmp_path / "findings.geojson"
    file.write_bytes(record.get("findings.geojson?limit=all&sort=id").data)
    meta, _, geometry, _ = pyogrio.raw.read(file)
    assert (meta["geometry_type"], meta["crs"]) == ("Point", "EPSG:4326")
    assert [each is None for each in geometry] == [True, False, False, True, False]
    assert {"record_self", "pointer", "state", "date_earliest", "citations"} <= set(meta["fields"])


def test_a_stream_of_no_features_is_an_empty_collection(record: Api) -> None:
    answer = record.get("facilities.geojson?limit=all&id=nowhere&country=KOR")
    assert answer.json == {"type": "FeatureCollection", "features": []}


@pytest.mark.parametrize("path", ["facilities", "observations", "summits", "parades"])
def test_properties_are_simple_values_with_the_url_of_the_record(record: Api, path: str) -> None:
    for name, each in features(record, path).items():
        assert each["properties"]["self"] == f"/v1/{path}/{name}"
        assert {type(value) for value in each["properties"].values()} <= {str, int, float, bool, type(None)}
        assert features(record, path, id=name)[name] == each


def test_members_of_parts_are_properties_and_names_in_lists_are_joined(record: Api) -> None:
    properties = features(record, "facilities")["sohae"]["properties"]
    assert properties["place_name"] == "Tongchang-ri"
    assert properties["aliases"] == "Tongchang; 동창"
    assert properties["citations"] == citation()["source"]
    assert not {"latitude", "longitude", "place_latitude"} & properties.keys()
    july = features(record, "observations")["july"]["properties"]
    assert (july["date"], july["date_earliest"]) == ("2018-07-20", "2018-07-20")


def test_the_bounding_box_of_a_page_holds_the_features_on_it(record: Api) -> None:
    whole = record.get("facilities.geojson").json
    assert whole["bbox"] == [124.705, 39.66, 124.705, 39.66]
    assert "bbox" not in record.get("facilities.geojson", {"id": "nowhere"}).json


def test_pages_are_followed_by_the_link_in_the_collection_and_in_the_header(record: Api) -> None:
    first = record.get("observations.geojson", {"limit": 1, "count": "true"})
    (link,) = first.json["links"]
    assert (link["rel"], first.json["total"]) == ("next", 2)
    assert f'<{link["href"]}>; rel="next"' in first.headers["Link"]
    second = record.get(link["href"])
    assert second.content_type == MEDIA_TYPE
    assert "links" not in second.json
    found = [each["id"] for page in (first, second) for each in page.json["features"]]
    assert found == ["observations/august", "observations/july"]


def test_fields_chooses_properties_and_keeps_the_geometry(record: Api) -> None:
    chosen = record.get("observations.geojson", {"fields": "method,date", "id": "july"}).json["features"][0]
    assert chosen["properties"] == {"date": "2018-07-20", "method": "satellite_imagery"}
    assert chosen["geometry"]["coordinates"] == [124.705, 39.66]
    assert record.get("facilities/sohae.geojson?fields=place.name").json["properties"] == {
        "place_name": "Tongchang-ri"
    }
    assert record.get("facilities.geojson?fields=nothing").status_code == 400


@pytest.mark.parametrize("path", ["facilities", "facilities/sohae"])
def test_expand_is_refused_since_geojson_has_no_room_for_other_records(record: Api, path: str) -> None:
    refused = record.get(f"{path}.geojson?expand=citations.source")
    assert refused.status_code == 400
    assert refused.json["errors"][0]["parameter"] == "expand"
    assert "format=json" in refused.json["detail"]


@pytest.mark.parametrize("path", ["sources", "systems", "actors", "communications", "situation"])
def test_what_has_no_place_is_not_offered_as_geojson(record: Api, path: str) -> None:
    refused = record.get(f"{path}.geojson")
    assert refused.status_code == 406
    assert "geojson" not in [each["format"] for each in refused.json["available"]]


@pytest.mark.parametrize("path", ["facilities", "observations", "summits/singapore", "observations/july"])
def test_geojson_is_tagged_revalidated_and_linked_as_json_is(record: Api, path: str) -> None:
    answer = record.get(path, headers={"Accept": MEDIA_TYPE})
    assert answer.content_type == MEDIA_TYPE
    assert 'rel="alternate"; type="application/json"' in answer.headers["Link"]
    assert f'format=geojson>; rel="alternate"; type="{MEDIA_TYPE}"' in record.get(path).headers["Link"]
    again = record.get(path, headers={"Accept": MEDIA_TYPE, "If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert record.get(path).headers["ETag"] != answer.headers["ETag"]
    head = record.head(path, headers={"Accept": MEDIA_TYPE})
    assert (head.data, head.headers["Content-Length"]) == (b"", str(len(answer.data)))


def test_a_derived_status_is_as_of_the_day_asked_for(record: Api) -> None:
    early = features(record, "summits", as_of="2018-01-01", id="planned")["planned"]["properties"]
    assert early["status"] is None
    assert features(record, "summits", id="planned")["planned"]["properties"]["status"] == "proposed"


@pytest.mark.parametrize(("path", "found"), [("summits", {"singapore"}), ("parades", set())])
def test_summits_and_parades_are_found_by_the_box_that_their_place_is_in(
    record: Api, path: str, found: set[str]
) -> None:
    assert set(features(record, path, bbox="103,1,104,2")) == found
    assert set(features(record, path, bbox="0,0,1,1")) == set()
