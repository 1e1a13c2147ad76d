"""The change feed over HTTP: every write once, in order, without gaps, and told from that of another history."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from marshmallow import ValidationError, fields, validate
from sqlalchemy import Connection

from service.records.chain import BEGINNING
from service.records.context import Context
from service.records.feed import Conditions, FeedEntry, chain_at, newest, read_feed
from service.records.http import parameters
from service.records.http.answers import own_url, resolve_known_at, url_of
from service.records.http.lists import conditions_of
from service.records.record_type import Filter, Registry
from service.records.schemas.fields import Enumeration
from service.web import problem_catalogue as kinds
from service.web.links import link_header
from service.web.operation import Answer
from service.web.parameters import Parameter, WholeNumber, parameter_error
from service.web.problem import Problem

LATEST = "latest"
Values = Mapping[str, Any]


class Position(WholeNumber):
    """A change number, or ``latest``."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if value == LATEST:
            return value
        try:
            return super()._deserialize(value, attr, data, **kwargs)
        except ValidationError:
            raise ValidationError("Must be a whole number or 'latest'.") from None


def feed_parameters(registry: Registry) -> list[Parameter]:
    """Return the parameters of the feed: its place, its filters, its size."""
    after = Position(
        load_default=0,
        metadata={
            "description": "Only changes after this number; 0, the default, is the beginning, `latest` the end."
        },
    )
    before = WholeNumber(
        validate=validate.Range(min=1, error="Must be at least {min}."),
        metadata={"description": "Only changes before this number."},
    )
    types = Enumeration(*registry.names, description="Only changes to records of these types (comma list).")
    return [
        Parameter("after", after),
        chain(),
        Parameter("before", before),
        Parameter("type", types, many=True),
        *(parameters.of_filter(declared) for declared in _filters(registry).values()),
        parameters.limit(),
        parameters.known_at(),
        parameters.byte_order_mark(),
    ]


def chain() -> Parameter:
    """Return the parameter that proves with ``after`` which history a caller follows."""
    wrong = "Must be the `next_chain` of the feed: 64 hexadecimal digits."
    description = (
        "With `after`: the `next_chain` that came with it. Where this service never gave the two together, the answer "
        "is 410: it was restored from a backup, say, and changes would be missed."
    )
    shape = validate.Regexp(r"^[0-9a-f]{64}\Z", error=wrong)
    return Parameter("chain", fields.String(validate=shape, metadata={"description": description}))


def check_position(connection: Connection, values: Values) -> None:
    """Raise ``Problem`` 410 for a number that this service never gave, or never with this ``chain``."""
    after, last = values.get("after", 0), newest(connection)
    given = values.get("chain", BEGINNING)
    if (after == LATEST and "chain" in values) or ("after" not in values and given != BEGINNING):
        raise parameter_error(
            "chain", "without_after", "Must be given together with the `after` that it came with."
        )
    if after == LATEST:
        return
    if after > last:
        wrong = f"This service never gave the number {after}: its newest is {last}."
    elif "chain" in values and chain_at(connection, after) != given:
        wrong = f"This service never gave the number {after} with this chain: its history is another one."
    else:
        return
    raise Problem(
        kinds.FEED_HISTORY_DIFFERS,
        f"{wrong} It was restored from a backup or rebuilt, or the number is from another service. Read the lists or "
        f"/v1/export anew, then follow the feed with after=latest.",
        last_seq=last,
    )


def list_changes(context: Context, values: Values) -> Answer:
    """Follow the changes.

    Every create, update and delete, once and in order. Keep the last `next_after` and `next_chain`: who goes on from
    there misses nothing and sees nothing twice, and is told (410) where the service was restored from a backup. `Link`
    has a `next` only while there is more. A filter tells of the records that meet it after a change or met it before;
    at most ten thousand changes are looked through for one answer, which may then be empty and have a `next`.
    """
    limit = values.get("limit", parameters.DEFAULT_LIMIT)
    with context.database.reading(snapshot=True) as connection:
        asked = read_query(context, connection, values)
        if asked.after < asked.oldest:
            raise Problem(
                kinds.FEED_NO_LONGER_RETAINED,
                f"Changes up to {asked.oldest} are no longer in the feed: note its newest number, read the lists "
                "again, then follow the feed from that number.",
                oldest_after=asked.oldest,
            )
        stretch = read_feed(connection, after=asked.after, upto=asked.upto, limit=limit, types=asked.types)
    following = own_url(after=str(stretch.next_after), chain=stretch.next_chain) if stretch.has_more else None
    return Answer(
        {
            "items": [_entry(context.registry, entry) for entry in stretch.entries],
            "next_after": stretch.next_after,
            "next_chain": stretch.next_chain,
            "last_seq": asked.last,
        },
        headers={"Link": link_header({"next": following})} if following else {},
    )


class ChangeQuery(NamedTuple):
    """What a request asks of the feed: numbers after one and up to another, of which types, the newest and oldest."""

    after: int
    upto: int
    last: int
    oldest: int
    types: list[tuple[str, Conditions]] | None
    at: int | None


def read_query(context: Context, connection: Connection, values: Values) -> ChangeQuery:
    """Return what a request asks of the feed; raises ``Problem`` 410 as ``check_position`` does."""
    at = resolve_known_at(connection, values)
    last = newest(connection)
    check_position(connection, values)
    retained = context.settings.changes_retained
    known = last if at is None else at
    after = known if values.get("after") == LATEST else values.get("after", 0)
    return ChangeQuery(
        after,
        min(known, values.get("before", known + 1) - 1),
        known,
        max(0, last - retained) if retained else 0,
        _types(connection, context.registry, values, at),
        at,
    )


def _filters(registry: Registry) -> dict[str, Filter]:
    return {
        declared.name: declared
        for record_type in registry
        for declared in record_type.filters
        if declared.in_feed
    }


def _types(
    connection: Connection, registry: Registry, values: Values, at: int | None
) -> list[tuple[str, Conditions]] | None:
    """Return the types that the filters can find records of, with the conditions; ``None`` where all is asked for."""
    asked = {name: values[name] for name in _filters(registry) if name in values}
    if not asked and "type" not in values:
        return None
    return list(_conditions(connection, registry, values.get("type", registry.names), asked, at))


def _conditions(
    connection: Connection, registry: Registry, names: tuple[str, ...], asked: Values, at: int | None
) -> Iterator[tuple[str, Conditions]]:
    for record_type in registry:
        declared = {each.name: each for each in record_type.filters if each.in_feed}
        if record_type.name in names and asked.keys() <= declared.keys():
            found = [conditions_of(connection, declared[name], value, at) for name, value in asked.items()]
            yield record_type.name, [condition for each in found for condition in each]


def _entry(registry: Registry, entry: FeedEntry) -> dict[str, Any]:
    record_type = registry.named(entry.type)
    return {
        "seq": entry.seq,
        "operation": entry.operation,
        "type": entry.type,
        "id": entry.id,
        "self": url_of(record_type, entry.id),
        "title": record_type.called(json.loads(entry.body)),
        "revision": entry.revision,
        "recorded_at": entry.recorded_at,
        "reason": entry.reason,
        "chain": entry.chain,
    }
