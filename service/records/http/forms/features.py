"""Records as features on a map, of the types that have a position, or a reference to a record that has one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Any

from flask import Response
from sqlalchemy import Connection

from service.formats.geojson import GEOJSON, Feature, FeatureCollection, write_pieces
from service.records.context import Context
from service.records.http.answers import own_url, resolve_known_at, shape_trees
from service.records.http.forms.properties import Property, chosen_of, properties_of, reader_of
from service.records.http.lists import read_list
from service.records.http.paging import Page
from service.records.http.record import get_record
from service.records.http.streams import batches, stream_all, streamed_state
from service.records.index.placed import Position, positions_at
from service.records.record_type import Document, RecordType, Registry
from service.records.schemas.fields import Reference
from service.web.negotiation import Representation
from service.web.operation import Answer, View
from service.web.parameters import ALL

Values = Mapping[str, Any]


@dataclass(frozen=True)
class RecordFeatures:
    """Makes features of the records of a type."""

    context: Context
    record_type: RecordType
    properties: tuple[Property, ...]

    def choosing(self, values: Values) -> RecordFeatures:
        """Return what makes features with those properties that ``fields`` asks for; raises ``Problem`` 400."""
        chosen = shape_trees(self.context, self.record_type.name, values)[1]
        return replace(self, properties=chosen_of(self.properties, chosen))

    def read(self, documents: Iterable[Document], values: Values) -> list[Feature]:
        """Return records as features, with the place that they have under the clocks of a request."""
        path, place = self.record_type.path, placing_of(self.record_type)
        values_of = reader_of(self.properties)
        # Of each document only what its feature says is kept.
        found = [(f"{path}/{each['id']}", place(each), values_of(each)) for each in documents]
        with self.context.database.reading() as connection:
            at = resolve_known_at(connection, values)
            positions = read_positions(
                connection, self.context.registry, self.record_type, [each[1] for each in found], at
            )
        return [
            Feature(name, position, properties)
            for (name, _, properties), position in zip(found, positions, strict=True)
        ]


def of_list(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the form of a type's list as features, where its records have a place."""
    if not record_type.is_placed:
        return {}
    return {GEOJSON: partial(map_records, RecordFeatures(context, record_type, properties_of(record_type)))}


def of_record(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the form of a record of a type as a feature, where its records have a place."""
    if not record_type.is_placed:
        return {}
    return {GEOJSON: partial(map_record, RecordFeatures(context, record_type, properties_of(record_type)))}


def map_records(features: RecordFeatures, values: Values) -> Answer | Response:
    """Return the page of a list as features, or all of it."""
    context, record_type = features.context, features.record_type
    chosen, values = features.choosing(values), _without_shape(values)
    if values.get("limit") == ALL:
        state = streamed_state(context, values)
        found = batches(context, record_type, state.values)
        return stream_all(state, write_pieces(chosen.read(each.each(), state.values) for each in found))
    page = read_list(context, record_type, values)
    return answer_page(chosen.read(page.each(), values), page.asked, page.next_cursor, page.total)


def answer_page(
    features: Sequence[Feature], asked: Page, next_cursor: str | None, total: int | None
) -> Answer:
    """Return the answer with a page of features, how many there are in all if that is told, and the next page."""
    members: dict[str, Any] = {}
    if total is not None:
        members["total"] = total
    if next_cursor:
        following = own_url(cursor=next_cursor)
        members["links"] = [{"rel": "next", "type": GEOJSON.media_type, "href": following}]
    return asked.answer(FeatureCollection(features, members), next_cursor)


def map_record(features: RecordFeatures, record_id: str, values: Values) -> Answer:
    """Return a record as a feature."""
    chosen, values = features.choosing(values), _without_shape(values)
    answer = get_record(features.context, features.record_type, record_id, values)
    (feature,) = chosen.read([answer.document], values)
    answer = replace(answer, content=feature)
    # Another record moves it while it stays the same.
    return replace(answer, last_modified=None) if features.record_type.position_from else answer


def placing_of(record_type: RecordType) -> Callable[[Document], Any]:
    """Return what tells the position of a record of a type, or the id of the record whose position it has."""
    if record_type.position_from:
        return itemgetter(record_type.position_from)
    assert record_type.position is not None
    return record_type.position


def read_positions(
    connection: Connection, registry: Registry, record_type: RecordType, places: Sequence[Any], at: int | None
) -> list[Position | None]:
    """Return latitudes and longitudes as at a change, ``None`` where not known.

    :param places: what ``placing_of`` tells of each record.
    """
    if not record_type.position_from:
        return list(places)
    found = positions_at(connection, placing_type(registry, record_type).name, set(places), at)
    return [found.get(each) for each in places]


def placing_type(registry: Registry, record_type: RecordType) -> RecordType:
    """Return the type of the records whose positions those of a type have: its own, or that of its reference."""
    if not record_type.position_from:
        return record_type
    reference = record_type.schema().fields[record_type.position_from]
    assert isinstance(reference, Reference)
    return registry.named(reference.record_type)


def _without_shape(values: Values) -> dict[str, Any]:
    """Return the parameters without ``fields``: the place is told whatever members are asked for."""
    return {name: value for name, value in values.items() if name != "fields"}
