"""The documents that lead to features: landing page, conformance, collections; with their links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from service.formats.geojson import GEOJSON
from service.ogc.collection import CRS84, ROOT, Collection

JSON, HTML, SCHEMA = "application/json", "text/html", "application/schema+json"
OPENAPI_30 = "application/vnd.oai.openapi+json;version=3.0"
OPENAPI_31 = "application/vnd.oai.openapi+json;version=3.1"
QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"

_FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.1/conf"
_FILTERING = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf"
_CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf"
CONFORMANCE = (
    *(f"{_FEATURES}/{each}" for each in ("core", "geojson", "oas30", "oas31")),
    # Clients of the edition before, of 2019, look for these.
    *(
        f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{each}"
        for each in ("core", "geojson", "oas30")
    ),
    *(
        f"{_FILTERING}/{each}"
        for each in ("queryables", "queryables-query-parameters", "filter", "features-filter")
    ),
    *(
        f"{_CQL2}/{each}"
        for each in (
            "cql2-text",
            "basic-cql2",
            "advanced-comparison-operators",
            "case-insensitive-comparison",
            "basic-spatial-functions",
            "temporal-functions",
        )
    ),
)
Link = dict[str, str]


def link(base: str, path: str, relation: str, media_type: str, title: str = "") -> Link:
    """Return a link to a path of the service whose URL is ``base``."""
    found = {"href": f"{base}{path}", "rel": relation, "type": media_type}
    return found | {"title": title} if title else found


def landing_page(base: str) -> dict[str, Any]:
    """Return the landing page (OGC 17-069r4, 7.2)."""
    return {
        "title": "Peninsula",
        "description": "Facilities, observations, summits and parades on the Korean Peninsula: sourced and dated.",
        "links": [
            link(base, ROOT, "self", JSON, "This document"),
            link(base, f"{ROOT}/conformance", "conformance", JSON, "What this server conforms to"),
            link(base, f"{ROOT}/collections", "data", JSON, "The collections of features"),
            link(base, f"{ROOT}/api/3.0", "service-desc", OPENAPI_30, "The API in OpenAPI 3.0"),
            link(base, f"{ROOT}/api/3.1", "service-desc", OPENAPI_31, "The API in OpenAPI 3.1"),
            link(base, "/docs", "service-doc", HTML, "The API, to read and try"),
        ],
    }


def collections_document(
    base: str, connection: Connection, collections: Iterable[Collection]
) -> dict[str, Any]:
    """Return the list of collections (OGC 17-069r4, 7.13)."""
    return {
        "links": [link(base, f"{ROOT}/collections", "self", JSON)],
        "collections": [collection_document(base, connection, each) for each in collections],
    }


def collection_document(base: str, connection: Connection, collection: Collection) -> dict[str, Any]:
    """Return what a collection is (OGC 17-069r4, 7.14)."""
    record_type = collection.record_type
    return {
        "id": record_type.path,
        "title": record_type.path.replace("_", " ").capitalize(),
        "description": record_type.description,
        "links": [
            link(base, collection.path, "self", JSON),
            link(base, f"{collection.path}/items", "items", GEOJSON.media_type, "The features"),
            link(base, f"{collection.path}/queryables", QUERYABLES, SCHEMA, "What filters may name"),
        ],
        "extent": collection.extent(connection),
        "itemType": "feature",
        "crs": [CRS84],
    }


def feature_links(base: str, collection: Collection, record_id: str) -> list[Link]:
    """Return the links of a feature (OGC 17-069r4, 7.16.2): to itself, its collection, and the record in JSON."""
    return [
        link(base, f"{collection.path}/items/{record_id}", "self", GEOJSON.media_type),
        link(base, collection.path, "collection", JSON),
        link(base, f"/v1/{collection.record_type.path}/{record_id}", "canonical", JSON, "The whole record"),
    ]
