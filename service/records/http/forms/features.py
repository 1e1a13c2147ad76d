"""Records as features on a map, of the types that have a position, or a reference to a record that has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from service.formats.geojson import GEOJSON, Feature, FeatureCollection
from service.records.context import Context
from service.records.http.answers import own_url, shape_trees
from service.records.http.forms.properties import Property, properties_of, values_of
from service.records.http.lists import read_list
from service.records.http.record import get_record
from service.records.record_type import Document, RecordType
from service.web.negotiation import Representation
from service.web.operation import Answer, View

Values = Mapping[str, Any]


def of_list(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the form of a type's list as features, where its records have a place."""
    if not record_type.is_placed:
        return {}
    properties = properties_of(record_type)
    return {GEOJSON: partial(map_records, context, record_type, properties)}


def of_record(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the form of a record of a type as a feature, where its records have a place."""
    if not record_type.is_placed:
        return {}
    properties = properties_of(record_type)
    return {GEOJSON: partial(map_record, context, record_type, properties)}


def map_records(
    context: Context, record_type: RecordType, properties: tuple[Property, ...], values: Values
) -> Answer:
    """Return the page of a list as features."""
    chosen = _chosen(context, record_type, values)
    page = read_list(context, record_type, _without_shape(values), also=_also(record_type))
    features = [feature(context, record_type, properties, each, chosen) for each in page.read()]
    members: dict[str, Any] = {}
    if page.total is not None:
        members["total"] = page.total
    if page.next_cursor:
        following = own_url(cursor=page.next_cursor)
        members["links"] = [{"rel": "next", "type": GEOJSON.media_type, "href": following}]
    return page.asked.answer(FeatureCollection(features, members), page.next_cursor)


def map_record(
    context: Context,
    record_type: RecordType,
    properties: tuple[Property, ...],
    record_id: str,
    values: Values,
) -> Answer:
    """Return a record as a feature."""
    chosen = _chosen(context, record_type, values)
    read = _without_shape(values)
    if also := _also(record_type):
        read["expand"] = also
    answer = get_record(context, record_type, record_id, read)
    return replace(answer, content=feature(context, record_type, properties, answer.document, chosen))


def feature(
    context: Context,
    record_type: RecordType,
    properties: tuple[Property, ...],
    document: Document,
    chosen: Mapping[str, Any] | None = None,
) -> Feature:
    """Return a record, with the record inlined whose position it has, as a feature with the path of its URL as its id.

    :param chosen: the members that ``fields`` names, as a tree; all if there are none.
    """
    at, document = placed(context, record_type, document)
    record_id = f"{record_type.path}/{document['id']}"
    return Feature(record_id, at, values_of(properties, document, chosen))


def placed(
    context: Context, record_type: RecordType, document: Document
) -> tuple[tuple[float, float] | None, Document]:
    """Return the latitude and longitude of a record, and the record with an id in the place of what was inlined."""
    reference = record_type.position_from
    if not reference:
        return (record_type.position(document) if record_type.position else None), document
    other = document[reference]
    other_type = context.registry.named(other["type"])
    position = other_type.position(other) if other_type.position else None
    return position, document | {reference: other["id"]}


def _also(record_type: RecordType) -> tuple[str, ...]:
    return (record_type.position_from,) if record_type.position_from else ()


def _chosen(context: Context, record_type: RecordType, values: Values) -> Mapping[str, Any]:
    return shape_trees(context, record_type.name, values)[1]


def _without_shape(values: Values) -> dict[str, Any]:
    """Return the parameters without ``fields``: the place is told whatever members are asked for."""
    return {name: value for name, value in values.items() if name != "fields"}
