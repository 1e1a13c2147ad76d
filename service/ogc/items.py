"""The features of a collection that a query asks for: the index narrows them, and a filter is tried on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection

from service.formats.geojson import Feature
from service.ogc.collection import Collection
from service.ogc.expressions import InvalidExpression, parse
from service.ogc.filters import Candidate, Test, compile_filter
from service.ogc.parameters import as_of, days_of
from service.records.clocks import at_reference_date
from service.records.http.answers import resolve_known_at
from service.records.http.clocked import clock, clock_dependent
from service.records.http.forms.features import placing_of, read_positions
from service.records.http.paging import Page
from service.records.index.conditions import AnyOf, Condition
from service.records.index.listing import page, total
from service.records.index.placed import NotOutside, Position
from service.records.index.selection import KeysetPosition, PageRow, Selection, place_of
from service.records.record_type import Document
from service.web.parameters import parameter_error

Values = Mapping[str, Any]
# Records that are read at once where a filter is tried on each, and in all for one page: a page may hold fewer features
# than asked for, and still have a next one.
_CHUNK, _MOST_READ = 200, 20_000
# Up to so many are counted.
_MOST_COUNTED = 10_000


@dataclass(frozen=True)
class FeaturePage:
    """A page of features, where the next one begins, and how many there are in all where that is known."""

    features: Sequence[Feature]
    following: KeysetPosition | None
    matched: int | None


def read_features(collection: Collection, asked: Page, values: Values) -> FeaturePage:
    """Return the page of features that a request asks for; raises ``Problem`` 400 for an invalid filter."""
    tests = _tests(collection, values)
    clocked = under_clocks(values)
    with collection.context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, clocked)
        selection = _selection(collection, values, at)
        reader = FeatureReader(collection, connection, selection, clocked)
        features, following = reader.read(tests, asked.after, asked.limit)
        matched = None
        if not tests:
            is_all = asked.after is None and following is None
            matched = len(features) if is_all else total(connection, selection, _MOST_COUNTED + 1)
    return FeaturePage(features, following, None if matched is None or matched > _MOST_COUNTED else matched)


def under_clocks(values: Values) -> Values:
    """Return the clocks of a request, of which ``as_of`` is set."""
    kept = {name: values[name] for name in ("known_at", "published_until") if name in values}
    day = as_of(values.get("datetime"))
    return at_reference_date(kept | ({"as_of": day} if day else {}))


@dataclass(frozen=True)
class FeatureReader:
    """Reads the features of a selection, on one connection."""

    collection: Collection
    connection: Connection
    selection: Selection
    values: Values

    def read(
        self, tests: Sequence[Test], after: Any, limit: int
    ) -> tuple[list[Feature], KeysetPosition | None]:
        """Return up to ``limit`` features that pass all tests, and the position after which the next page begins."""
        found: list[tuple[PageRow, Feature]] = []
        place, read = after, 0
        size = _CHUNK if tests else limit + 1
        while True:
            chunk = self._rows(place, size)
            for row, feature in zip(chunk, self._features(chunk), strict=True):
                candidate = Candidate(feature.properties, feature.position)
                if all(test(candidate) for test in tests):
                    found.append((row, feature))
                    if len(found) > limit:
                        return [each for _, each in found[:limit]], place_of(found[limit - 1][0], "sort_key")
            if len(chunk) < size:
                return [each for _, each in found], None
            place, read = place_of(chunk[-1], "sort_key"), read + len(chunk)
            if read >= _MOST_READ:
                return [each for _, each in found], place

    def _rows(self, place: Any, limit: int) -> list[PageRow]:
        descending = self.collection.record_type.sorts[0].startswith("-")
        return page(
            self.connection, self.selection, "sort_key", descending=descending, after=place, limit=limit
        )

    def _features(self, rows: Sequence[PageRow]) -> list[Feature]:
        record_type, context = self.collection.record_type, self.collection.context
        documents = [orjson.loads(row.body) for row in rows]
        documents = clock(self.connection, record_type, documents, self.values, self.selection.at)
        positions = read_positions(
            self.connection,
            context.registry,
            record_type,
            [*map(placing_of(record_type), documents)],
            self.selection.at,
        )
        return [
            feature_of(self.collection, each, position)
            for each, position in zip(documents, positions, strict=True)
        ]


def feature_of(
    collection: Collection,
    document: Document,
    position: Position | None,
    links: Sequence[Mapping[str, Any]] = (),
) -> Feature:
    """Return a record as a feature with the record's id."""
    return Feature(document["id"], position, collection.values_of(document), links)


def _tests(collection: Collection, values: Values) -> list[Test]:
    """Return what is tried on each feature: the filter, and the properties that the index has no terms for."""
    tests: list[Test] = []
    if "filter" in values:
        try:
            tests.append(compile_filter(parse(values["filter"]), collection.kinds))
        except InvalidExpression as error:
            raise parameter_error("filter", "invalid_filter", str(error)) from None
    indexed = _indexed(collection)
    others = [name for name in collection.kinds if name in values and name not in indexed]
    return [*tests, *(_equals(name, values[name]) for name in others)]


def _equals(name: str, value: Any) -> Test:
    return lambda each: each.properties.get(name) == value


def _indexed(collection: Collection) -> set[str]:
    """Return the properties that the index has terms for: a filter by values has the name of the member it is on."""
    record_type = collection.record_type
    changing = clock_dependent(record_type)
    return {
        each.name
        for each in record_type.filters
        if each.match == "any_of" and not each.through and each.of is not None and each.name not in changing
    }


def _selection(collection: Collection, values: Values, at: int | None) -> Selection:
    record_type = collection.record_type
    names = _indexed(collection) & collection.kinds.keys() & values.keys()
    conditions: list[Condition] = [AnyOf.of(name, [values[name]]) for name in sorted(names)]
    if "bbox" in values:
        of_type = collection.placed_by.name if record_type.position_from else ""
        conditions.append(NotOutside(values["bbox"], record_type.position_from, of_type))
    overlaps = None
    if "datetime" in values and record_type.date is not None:
        days = days_of(values["datetime"])
        overlaps = None if days == (None, None) else days
    return Selection(record_type.name, tuple(conditions), overlaps=overlaps, at=at)
