"""A type's list: filters, order, pages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import orjson
from sqlalchemy import Connection, text

from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.http.answers import resolve_known_at, shape_trees, shaped
from service.records.http.clocked import Pending, clock_dependent, clocked_page, read_pending
from service.records.http.paging import Page
from service.records.http.words import conditions_of_name, words_asked
from service.records.index.conditions import AnyOf, Condition, ConditionRows, Not, either
from service.records.index.listing import ids_with, page, total
from service.records.index.public_days import SOURCE
from service.records.index.selection import Order, PageRow, Selection, place_of
from service.records.newest import newest_instant
from service.records.reading import change_at
from service.records.record_type import Filter, RecordType
from service.records.revisions import dump
from service.storage.shared_snapshot import pin_reads
from service.web.operation import Answer
from service.web.parameters import parameter_error

_EARTH_RADIUS_KM = 6371.0088
_SCALAR = {"id": "id", "-id": "id", "recorded_at": "recorded_at", "-recorded_at": "recorded_at"}


@dataclass(frozen=True)
class ListRows:
    """Some records of a list, one after another.

    :param rows: the rows of the index for them.
    :param documents: the records, where they are not answered as they are stored.
    :param total: how many records the list has, if it was asked for.
    :param next_position: that of the last, where there are more.
    :param known_at: the instant of the newest change that they may hold, if it was asked for; empty before the first.
    """

    rows: Sequence[PageRow]
    documents: list[dict[str, Any]] | None
    total: int | None
    next_position: Sequence[str | int] | None
    known_at: str

    def read(self) -> list[dict[str, Any]]:
        """Return the records."""
        return [orjson.loads(row.body) for row in self.rows] if self.documents is None else self.documents

    def each(self) -> Iterator[dict[str, Any]]:
        """Yield the records one by one, so that whoever takes something of each holds one at a time."""
        return (
            map(orjson.loads, (row.body for row in self.rows))
            if self.documents is None
            else iter(self.documents)
        )

    def texts(self) -> list[str]:
        """Return the records as JSON texts."""
        if self.documents is None:
            return [row.body for row in self.rows]
        return [dump(document) for document in self.documents]


@dataclass(frozen=True)
class ListPage(ListRows):
    """One page of a list, with what was asked for."""

    asked: Page
    next_cursor: str | None


def list_records(context: Context, record_type: RecordType, values: Mapping[str, Any]) -> Answer:
    """List {records}.

    Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or
    repeats a record.
    """
    found = read_list(context, record_type, values)
    tail = "" if found.total is None else f',"total":{found.total}'
    body = f'{{"items":[{",".join(found.texts())}],"next_cursor":{dump(found.next_cursor)}{tail}}}'
    return found.asked.answer(body.encode(), found.next_cursor)


def read_list(
    context: Context,
    record_type: RecordType,
    values: Mapping[str, Any],
    also: Iterable[str] = (),
    *,
    dated: bool = False,
) -> ListPage:
    """Return the page of a list that the request in hand asks for.

    :param also: paths of references to inline besides those that ``expand`` names.
    :param dated: whether to tell of which instant the page is (``known_at``).
    """
    if also:
        values = {**values, "expand": tuple(sorted({*values.get("expand", ()), *also}))}
    asked = Page(values)
    found = read_rows(context, record_type, values, asked.after, asked.limit, dated=dated)
    return ListPage(**vars(found), asked=asked, next_cursor=asked.cursor(found.next_position))


def read_rows(
    context: Context,
    record_type: RecordType,
    values: Mapping[str, Any],
    after: Sequence[str | int] | None,
    limit: int,
    *,
    dated: bool = False,
) -> ListRows:
    """Return up to ``limit`` records of a list after a keyset position; raises ``Problem`` 400."""
    check_range(values)
    sort = values.get("sort", record_type.sorts[0])
    order, descending = cast(Order, _SCALAR.get(sort, "sort_key")), sort.startswith("-")
    reshaped = bool(values.get("fields") or values.get("expand"))
    trees = shape_trees(context, record_type.name, values) if reshaped else ({}, {})
    several_statements = bool(
        reshaped or dated or record_type.clocked or not values.keys() <= {"limit", "cursor", "sort", "format"}
    )
    values = at_reference_date(values)
    known_at = values.get("known_at", "")
    with context.database.reading(snapshot=several_statements) as connection:
        if dated and not known_at:
            known_at = newest_instant(connection)
        pending = read_pending(connection, record_type, values, resolve_known_at(connection, values))
        selection = select(connection, record_type, values, pending)
        documents: list[dict[str, Any]] | None = None
        if pending is None:
            rows, documents, count = clocked_page(
                connection, record_type, selection, values, order, descending, after, limit
            )
        else:
            rows = page(connection, selection, order, descending=descending, after=after, limit=limit + 1)
            if rows and not several_statements:
                pin_reads(rows[0].newest)
            count = total(connection, selection) if values.get("count") else None
            if reshaped or any(row.id in pending.documents for row in rows):
                documents = [pending.documents.get(row.id) or orjson.loads(row.body) for row in rows[:limit]]
        if reshaped:
            documents = shaped(context, connection, record_type.name, documents or [], trees, values)
    position = place_of(rows[limit - 1], order) if len(rows) > limit else None
    return ListRows(rows[:limit], documents, count, position, known_at)


def select(
    connection: Connection, record_type: RecordType, values: Mapping[str, Any], pending: Pending | None
) -> Selection:
    """Return the selection that a list's parameters describe.

    Without ``pending`` it passes over the filters on fields that the clocks change.
    """
    conditions: list[Condition] = []
    ids: tuple[str, ...] | None = values.get("id")
    at = resolve_known_at(connection, values)
    if SOURCE in values:
        conditions.append(AnyOf.of(SOURCE, values[SOURCE]))
    if "q" in values:
        asked = words_asked(values["q"])
        conditions += (asked.words, *map(Not, asked.excluded))
    terms: dict[str, list[tuple[str, str]]] = {}
    elsewhere, others = _elsewhere(connection, record_type, values, pending)
    conditions += others
    for declared in record_type.filters:
        if declared.name not in values or declared.name in elsewhere:
            continue
        value = values[declared.name]
        if declared.match in ("bbox", "near"):
            found = _within(connection, declared.through or record_type.name, declared, value, at)
            if declared.through:
                terms[declared.name] = [(declared.through, record_id) for record_id in found]
            else:
                ids = found if ids is None else tuple(set(ids) & set(found))
        elif declared.match == "name":
            conditions += conditions_of(connection, declared, value, at)
        else:
            terms[declared.name] = [(declared.name, each) for each in value]
            if declared.through:
                there = [AnyOf.of(declared.there or declared.name, value)]
                named = ids_with(connection, declared.through, there, at)
                terms[declared.name] += [(declared.through, record_id) for record_id in named]
    conditions += [AnyOf(tuple(wanted)) for wanted in terms.values()]
    if any(isinstance(condition, AnyOf) and not condition.terms for condition in conditions):
        ids, conditions = (), []
    seq_after = change_at(connection, values["recorded_after"]) if "recorded_after" in values else None
    overlaps = (values.get("from"), values.get("to"))
    return Selection(
        record_type.name,
        tuple(conditions),
        ConditionRows(seq_after=seq_after, ids=ids),
        overlaps if overlaps != (None, None) else None,
        at,
    )


def _elsewhere(
    connection: Connection, record_type: RecordType, values: Mapping[str, Any], pending: Pending | None
) -> tuple[set[str], list[Condition]]:
    """Return the filters that become conditions in their own way, and these conditions.

    They are those that the type combines, and where records are pending those on fields that the clocks change.
    """
    at = resolve_known_at(connection, values)
    combined = record_type.combined(connection, values, at) if record_type.combined else {}
    conditions: list[Condition] = [*combined.values()]
    names = {name for names in combined for name in names}
    if pending is None:
        return names | clock_dependent(record_type), conditions
    if pending.documents:
        changing = clock_dependent(record_type) & values.keys()
        conditions += [pending.having(record_type, name, values[name]) for name in sorted(changing)]
        names |= changing
    return names, conditions


def check_range(values: Mapping[str, Any]) -> None:
    """Raise ``Problem`` 400 where ``to`` is before ``from``."""
    if "from" in values and "to" in values and values["from"] > values["to"]:
        raise parameter_error("to", "out_of_order", f"Must not be before from={values['from']}.")


def conditions_of(connection: Connection, declared: Filter, value: Any, at: int | None) -> list[Condition]:
    """Return what a filter by terms asks, as at a change (``None``: now).

    Raises ``Problem`` 400 for a name without words.
    """
    own = _by_terms(declared, declared.name, value)
    if declared.through is None:
        return own
    there = _by_terms(declared, declared.there or declared.name, value)
    return either(own, declared.through, ids_with(connection, declared.through, there, at))


def _by_terms(declared: Filter, field: str, value: Any) -> list[Condition]:
    if declared.match != "name":
        return [AnyOf.of(field, value)]
    return conditions_of_name(declared.name, field, value)


def _within(
    connection: Connection, record_type: str, declared: Filter, value: tuple[float, ...], at: int | None
) -> tuple[str, ...]:
    """Return the ids of the records whose position lies in a box, or within a distance along a great circle."""
    if declared.match == "near":
        latitude, longitude, km = value
        reach = math.degrees(km / _EARTH_RADIUS_KM)
        south, north, west, east = latitude - reach, latitude + reach, -180.0, 180.0
    else:
        west, south, east, north = value
        latitude = longitude = km = math.nan
    held = "seq_to IS NULL" if at is None else "seq_from <= :at AND (seq_to IS NULL OR seq_to > :at)"
    across = (
        "longitude >= :west OR longitude <= :east" if west > east else "longitude BETWEEN :west AND :east"
    )
    if 180.0 in (abs(west), abs(east)):
        # One meridian with two names.
        across += " OR abs(longitude) = 180"
    rows = connection.execute(
        text(
            f"SELECT id, latitude, longitude FROM positions WHERE type = :type AND {held} "
            f"AND latitude BETWEEN :south AND :north AND ({across}) ORDER BY id"
        ),
        {"type": record_type, "west": west, "south": south, "east": east, "north": north}
        | ({} if at is None else {"at": at}),
    )
    return tuple(
        row[0] for row in rows if math.isnan(km) or _distance_km(latitude, longitude, row[1], row[2]) <= km
    )


def _distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance by the haversine formula, on a sphere of the Earth's mean radius."""
    one, other = math.radians(latitude), math.radians(other_latitude)
    half = math.sin((other - one) / 2) ** 2
    half += math.cos(one) * math.cos(other) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
