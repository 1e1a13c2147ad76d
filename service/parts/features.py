"""Lists of parts as features on a map, of the parts that are at the place of a record that they refer to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from flask import Response
from sqlalchemy import Connection

from service.formats.geojson import GEOJSON, Feature, write_pieces
from service.parts.answers import page_schema, row_schema
from service.parts.reading import batches, count_rows, query_under, read_page
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.http.answers import resolve_known_at, shape_trees
from service.records.http.forms.features import answer_page
from service.records.http.forms.properties import Property, chosen_of, properties_of_rows, reader_of
from service.records.http.lists import check_range
from service.records.http.paging import Page
from service.records.http.streams import stream_all, streamed_state
from service.records.index.placed import Position
from service.records.part_lists import PartList
from service.records.reading import bodies_at
from service.records.record_type import RecordType
from service.records.schemas.fields import Reference
from service.web.negotiation import Representation
from service.web.operation import Answer, View
from service.web.parameters import ALL

Document = dict[str, Any]
Values = Mapping[str, Any]


@dataclass(frozen=True)
class PartFeatures:
    """Makes features of the rows of a list of parts."""

    context: Context
    part_list: PartList
    types: Sequence[RecordType]
    properties: tuple[Property, ...]

    def choosing(self, values: Values) -> PartFeatures:
        """Return what makes features with those properties that ``fields`` asks for; raises ``Problem`` 400."""
        shape = self.context.shapes.of_view(page_schema(self.part_list, self.types))
        return replace(
            self, properties=chosen_of(self.properties, shape_trees(self.context, shape, values)[1])
        )

    def read(self, connection: Connection, rows: Sequence[Document], at: int | None) -> list[Feature]:
        """Return rows as features, with their place as at a change (``None``: now); the id is a URL below ``/v1``."""
        positions = self._positions(connection, rows, at)
        values_of = reader_of(self.properties)
        return [
            Feature(
                f"{each['record']['self'].removeprefix('/v1/')}#{each['pointer']}", position, values_of(each)
            )
            for each, position in zip(rows, positions, strict=True)
        ]

    def _positions(
        self, connection: Connection, rows: Sequence[Document], at: int | None
    ) -> list[Position | None]:
        there, part = self.part_list.position_from, self.part_list.position_in
        placing = self._placing
        ids = sorted({each[there] for each in rows})
        records = bodies_at(connection, placing.name, ids, at)
        known: dict[tuple[str, str | None], Position | None] = {}
        for each in rows:
            key = each[there], each.get(part)
            if key not in known:
                known[key] = _position(placing, records.get(key[0]), key[1])
        return [known[each[there], each.get(part)] for each in rows]

    @property
    def _placing(self) -> RecordType:
        """The type of the records whose positions the rows have."""
        reference = self.types[0].schema().fields[self.part_list.position_from]
        assert isinstance(reference, Reference)
        return self.context.registry.named(reference.record_type)


def forms_of(
    context: Context, part_list: PartList, types: Sequence[RecordType]
) -> dict[Representation, View]:
    """Return the form of a list of parts as features, where these have a place."""
    if not part_list.position_from:
        return {}
    properties = properties_of_rows(row_schema(part_list, types[0]))
    return {GEOJSON: partial(map_parts, PartFeatures(context, part_list, types, properties))}


def map_parts(features: PartFeatures, values: Values) -> Answer | Response:
    """Return a page of a list of parts as features, or all of it."""
    context, part_list, types = features.context, features.part_list, features.types
    check_range(values)
    chosen = features.choosing(values)
    if values.get("limit") == ALL:
        state = streamed_state(context, values)

        def read(rows: Sequence[Document]) -> list[Feature]:
            with context.database.reading() as connection:
                return chosen.read(connection, rows, resolve_known_at(connection, state.values))

        return stream_all(state, write_pieces(map(read, batches(context, part_list, types, state.values))))
    paging = Page(values)
    with context.database.reading(snapshot=True) as connection:
        query = query_under(connection, part_list, types, at_reference_date(values))
        page = read_page(connection, query, paging.after, paging.limit)
        total = count_rows(connection, query) if values.get("count") else None
        found = chosen.read(connection, page.rows, query.at)
    return answer_page(found, paging, paging.cursor(page.next_position), total)


def _position(placing: RecordType, record: Document | None, part: str | None) -> Position | None:
    if record is None or placing.position is None:
        return None
    if part is None or placing.position_of_part is None:
        return placing.position(record)
    return placing.position_of_part(record, part)
