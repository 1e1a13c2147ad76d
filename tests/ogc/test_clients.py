"""Map tools read the features as they are released: GDAL's driver for OGC API Features, and OWSLib."""

from __future__ import annotations

from typing import Any

import pyogrio
import pytest
from owslib.ogcapi.features import Features as OwsFeatures
from pyogrio.raw import read

from tests.ogc.conftest import COLLECTIONS
from tests.servers import RunningServer

Features = dict[str, list[dict[str, Any]]]


@pytest.fixture
def address(server: RunningServer) -> str:
    # With pages of ten, so that the driver has to follow links.
    return f"OAPIF:{server.url}/ogc"


def read_ids(address: str, layer: str, **options: Any) -> list[str]:
    meta, _, _, columns = read(address, layer=layer, columns=["self"], PAGE_SIZE=10, **options)
    assert list(meta["fields"]) == ["self"]
    return [each.rpartition("/")[2] for each in columns[0]]


def test_gdal_lists_the_collections_as_layers(address: str) -> None:
    assert {name for name, _ in pyogrio.list_layers(address)} == set(COLLECTIONS)


@pytest.mark.parametrize("layer", COLLECTIONS)
def test_gdal_reads_all_features_page_by_page(address: str, features: Features, layer: str) -> None:
    expected = [each["id"] for each in features[layer]]
    assert len(expected) > 10
    assert read_ids(address, layer) == expected


def test_gdal_knows_the_types_of_the_properties(address: str) -> None:
    found = pyogrio.read_info(address, layer="observations")
    types = dict(zip(found["fields"], found["dtypes"], strict=True))
    assert types["revision"].startswith("int")
    assert types["date_earliest"].startswith("datetime64")
    assert types["facility"] == "object"


def test_gdal_reads_features_in_a_box(address: str, features: Features) -> None:
    box = (124.0, 39.0, 125.0, 40.0)
    placed = {
        each["id"]: each["geometry"]["coordinates"] for each in features["observations"] if each["geometry"]
    }
    expected = {
        name
        for name, (longitude, latitude) in placed.items()
        if box[0] <= longitude <= box[2] and box[1] <= latitude <= box[3]
    }
    assert expected
    assert expected != set(placed)
    assert set(read_ids(address, "observations", bbox=box)) == expected


@pytest.mark.parametrize(
    ("where", "accepts"),
    [
        ("method = 'satellite_imagery'", lambda each: each["method"] == "satellite_imagery"),
        ("facility LIKE 'so%' AND revision >= 1", lambda each: each["facility"].startswith("so")),
        # The driver sends a comparison of any date as `datetime`, which finds what is dated in part since then.
        ("date_latest >= '2018/07/01'", lambda each: (each["date_latest"] or "9999") >= "2018-07-01"),
    ],
)
def test_gdal_reads_features_that_an_attribute_filter_accepts(
    address: str, features: Features, where: str, accepts: Any
) -> None:
    expected = {each["id"] for each in features["observations"] if accepts(each["properties"])}
    assert expected
    assert set(read_ids(address, "observations", where=where)) == expected


def test_owslib_reads_collections_queryables_and_features(server: RunningServer, features: Features) -> None:
    service = OwsFeatures(f"{server.url}/ogc")
    assert set(service.feature_collections()) == set(COLLECTIONS)
    assert "ogcapi-features-1" in str(service.conformance())
    assert "geometry" in service.collection_queryables("facilities")["properties"]
    found = service.collection_items("observations", limit=4, bbox=[124, 39, 125, 40])
    assert found["numberReturned"] == len(found["features"])
    one = features["facilities"][0]
    assert service.collection_item("facilities", one["id"])["properties"] == one["properties"]
    filtered = service.collection_items("facilities", filter=f"id = '{one['id']}'")
    assert [each["id"] for each in filtered["features"]] == [one["id"]]
