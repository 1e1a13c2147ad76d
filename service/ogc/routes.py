"""OGC API Features over HTTP (OGC 17-069r4 with corrigenda to 1.1, and 19-079r2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from service.formats.geojson import GEOJSON, FeatureCollection
from service.ogc.collection import ROOT, Collection, collections_of
from service.ogc.documents import (
    CONFORMANCE,
    JSON,
    OPENAPI_30,
    OPENAPI_31,
    SCHEMA,
    collection_document,
    collections_document,
    feature_links,
    landing_page,
    link,
)
from service.ogc.items import feature_of, read_features, under_clocks
from service.ogc.parameters import clocks, of_items
from service.ogc.shapes import OgcCollection, OgcCollections, OgcConformance, OgcLandingPage
from service.records.context import Context
from service.records.http.answers import own_url, resolve_known_at
from service.records.http.forms.features import placing_of, read_positions
from service.records.http.paging import Page
from service.records.http.parameters import DEFAULT_LIMIT
from service.records.http.record import get_record
from service.records.http.resource import ID, RecordResource
from service.records.http.routes import query_bounds
from service.web import failures
from service.web.identity import base_url
from service.web.negotiation import Representation
from service.web.operation import Answer, Success
from service.web.parameters import QueryLimits

Values = Mapping[str, Any]
_UNLIMITED = 10**18
_QUERYABLES = Representation("schema", SCHEMA, schema={"type": "object"})
_API = {
    version: Representation("openapi", media_type, schema={"type": "object"})
    for version, media_type in (("3.0", OPENAPI_30), ("3.1", OPENAPI_31))
}


class Definitions:
    """The API definitions of the resources below ``/ogc``, by version of OpenAPI: made when first asked for."""

    def __init__(self, describe: Callable[[], Mapping[str, dict[str, Any]]]) -> None:
        self._describe = describe

    @cached_property
    def documents(self) -> Mapping[str, dict[str, Any]]:
        """The definitions, by version."""
        return self._describe()


def resources(context: Context, describe: Callable[[], Mapping[str, dict[str, Any]]]) -> list[RecordResource]:
    """Return the resources of OGC API Features; ``describe`` makes their API definitions, by version of OpenAPI."""
    collections, definitions = collections_of(context), Definitions(describe)

    def shown(shape: Any, words: str) -> dict[int, Success]:
        return {200: Success(words, shape)}

    found = [
        RecordResource(ROOT, "ogc", tag="features").on(
            "GET",
            partial(get_landing_page, context),
            answers=shown(OgcLandingPage, "The landing page."),
        ),
        RecordResource(f"{ROOT}/conformance", "ogc.conformance", tag="features").on(
            "GET", get_conformance_classes, answers=shown(OgcConformance, "The conformance classes.")
        ),
        *(
            RecordResource(
                f"{ROOT}/api/{version}",
                f"ogc.api.{version}",
                tag="features",
                offered=(_API[version],),
                is_kept=False,
            ).on("GET", partial(view, context, definitions), answers=shown(dict, "The definition."))
            for version, view in (("3.0", get_features_openapi30), ("3.1", get_features_openapi31))
        ),
        RecordResource(f"{ROOT}/collections", "ogc.collections", tag="features").on(
            "GET",
            partial(list_collections, context, collections),
            answers=shown(OgcCollections, "The collections."),
        ),
    ]
    for each in collections:
        found += _of_collection(context, each)
    bounds = query_bounds(context)
    for resource in found:
        # Longer pages than there are become the longest: the standard refuses none.
        resource.bound(QueryLimits(bounds.parameters, bounds.values, _UNLIMITED))
    return found


def _of_collection(context: Context, collection: Collection) -> list[RecordResource]:
    record_type, name = collection.record_type, f"ogc.{collection.record_type.path}"

    def resource(path: str, endpoint: str, *offered: Representation) -> RecordResource:
        rule = collection.path + path
        made = {"offered": offered} if offered else {}
        return RecordResource(rule, f"{name}{endpoint}", record_type, **made)  # type: ignore[arg-type]

    return [
        resource("", ".collection").on(
            "GET",
            partial(get_record_collection, context, collection),
            answers={200: Success("The collection.", OgcCollection)},
        ),
        resource("/queryables", ".queryables", _QUERYABLES).on(
            "GET",
            partial(get_record_queryables, context, collection),
            answers={200: Success("Their JSON Schema.", dict)},
        ),
        resource("/items", ".items", GEOJSON).on(
            "GET",
            partial(list_record_features, context, collection),
            of_items(collection, context.settings.max_page_size),
            {200: Success("One page.", dict)},
        ),
        resource(f"/items/{ID}", ".item", GEOJSON).on(
            "GET",
            partial(get_record_feature, context, collection),
            clocks(collection),
            {200: Success("The feature.", dict, ("Last-Modified",))},
            failures.MISSING,
        ),
    ]


def get_landing_page(context: Context, _: Values) -> Answer:
    """See where features begin.

    The landing page of OGC API Features, for map tools: records that have a place are features there.
    """
    return Answer(landing_page(base_url(context.settings)))


def get_conformance_classes(_: Values) -> Answer:
    """See what the features conform to.

    The conformance classes of OGC API Features and CQL2 that they keep to.
    """
    return Answer({"conformsTo": list(CONFORMANCE)})


def get_features_openapi30(context: Context, definitions: Definitions, _: Values) -> Answer:
    """Get the description of the features in OpenAPI 3.0.

    It is made from that in OpenAPI 3.1.
    """
    return _definition(context, definitions, "3.0")


def get_features_openapi31(context: Context, definitions: Definitions, _: Values) -> Answer:
    """Get the description of the features in OpenAPI 3.1.

    It is the part of this description that is below `/ogc`.
    """
    return _definition(context, definitions, "3.1")


def _definition(context: Context, definitions: Definitions, version: str) -> Answer:
    servers = [{"url": base_url(context.settings), "description": "This server."}]
    return Answer(definitions.documents[version] | {"servers": servers})


def list_collections(context: Context, collections: list[Collection], _: Values) -> Answer:
    """List the collections of features.

    One for each type of records that have a place.
    """
    with context.database.reading(snapshot=True) as connection:
        return Answer(collections_document(base_url(context.settings), connection, collections))


def get_record_collection(context: Context, collection: Collection, _: Values) -> Answer:
    """See what the features of the {records} are.

    The box and the interval that hold them all, and the links to them.
    """
    with context.database.reading(snapshot=True) as connection:
        return Answer(collection_document(base_url(context.settings), connection, collection))


def get_record_queryables(context: Context, collection: Collection, _: Values) -> Answer:
    """See what filters of the {records} may name.

    Each property is a query parameter of the features too.
    """
    return Answer(collection.queryables(base_url(context.settings) + own_url()))


def list_record_features(context: Context, collection: Collection, values: Values) -> Answer:
    """List {records} as features.

    All parameters narrow the list together. A page may hold fewer features than asked for and still have a next one:
    follow the link `next`, in the document and in the header `Link`.
    """
    values = {**values, "limit": min(values.get("limit", DEFAULT_LIMIT), context.settings.max_page_size)}
    asked = Page(values)
    found = read_features(collection, asked, values)
    following = asked.cursor(found.following)
    base = base_url(context.settings)
    links = [
        link(base, own_url(), "self", GEOJSON.media_type),
        link(base, collection.path, "collection", JSON),
    ]
    if following:
        links.append(link(base, own_url(cursor=following), "next", GEOJSON.media_type))
    members: dict[str, Any] = {"links": links, "numberReturned": len(found.features)}
    if found.matched is not None:
        members["numberMatched"] = found.matched
    return asked.answer(FeatureCollection(found.features, members), following)


def get_record_feature(context: Context, collection: Collection, record_id: str, values: Values) -> Answer:
    """Get {record} as a feature.

    A point, or no geometry where its place is not known, and simple properties.
    """
    clocked = dict(under_clocks(values))
    if collection.record_type.clocked is None:
        del clocked["as_of"]
    answer = get_record(context, collection.record_type, record_id, clocked)
    links = feature_links(base_url(context.settings), collection, record_id)
    document = answer.document
    with context.database.reading() as connection:
        at = resolve_known_at(connection, clocked)
        place = placing_of(collection.record_type)(document)
        (position,) = read_positions(connection, context.registry, collection.record_type, [place], at)
    answer = replace(answer, content=feature_of(collection, document, position, links))
    # Another record moves it while it stays the same.
    return replace(answer, last_modified=None) if collection.record_type.position_from else answer
