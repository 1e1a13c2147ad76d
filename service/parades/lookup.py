"""Looks up parades: the last one that counts under the clocks, and the data for a comparison."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from service.parades.answers import answer_of
from service.parades.comparison import Comparison, compare, counts, had_come, systems_named
from service.parades.grid import grid_answer
from service.records.index.conditions import AnyOf, ConditionRows
from service.records.index.listing import page
from service.records.index.selection import Selection
from service.records.publication import clocks_of
from service.records.reading import bodies_at
from service.records.schemas.dates import DateBounds

Document = dict[str, Any]
Values = Mapping[str, Any]
_CHUNK = 20


def last_parade(
    connection: Connection,
    values: Values,
    at: int | None,
    *,
    country: str | None = None,
    before: str | None = None,
) -> Document | None:
    """Return the last parade, in order of date, that counts under the clocks in ``values``, or ``None``.

    ``country`` is an ISO 3166-1 alpha-3 code. With ``before``, an ISO date, the parade must certainly have ended before
    that day. Parades that began on the same day are ordered by id, as in the list of parades.
    """
    return _last_parade(connection, values, at, country, before)[0]


def parade_before(
    connection: Connection, parade: Document, values: Values, at: int | None
) -> tuple[Document | None, int]:
    """Return the previous parade of the same country under the clocks, or ``None``.

    The second value is the number of later parades that were skipped because no source had reported them by
    ``published_until``.
    """
    began = DateBounds(parade["date_earliest"], parade["date_latest"]).first
    return _last_parade(connection, values, at, parade["country"], began)


def _last_parade(
    connection: Connection, values: Values, at: int | None, country: str | None, before: str | None
) -> tuple[Document | None, int]:
    conditions = (AnyOf.of("country", (country,)),) if country else ()
    last = min(filter(None, (before, values.get("as_of"))), default=None)
    selection = Selection("parade", conditions, ConditionRows(sort_key_to=last), at=at)
    after: tuple[str, str] | None = None
    passed_over = 0
    while True:
        rows = page(connection, selection, "sort_key", descending=True, after=after, limit=_CHUNK)
        found = [json.loads(row.body) for row in rows]
        clocks = clocks_of(connection, found, values, at)
        for parade in found:
            ended = DateBounds(parade["date_earliest"], parade["date_latest"]).last
            if (before is not None and ended >= before) or not had_come(parade, clocks):
                continue
            if counts(parade, clocks):
                return parade, passed_over
            passed_over += 1
        if len(rows) < _CHUNK:
            return None, passed_over
        after = (rows[-1].sort_key, rows[-1].id)


def comparison_of(
    connection: Connection,
    parade: Document,
    other: Document | None,
    values: Values,
    at: int | None,
    passed_over: int = 0,
) -> Document:
    """Return the answer that compares two parades, in the shape of ``ParadeComparison``.

    ``passed_over`` is the number of parades between the two that were not public.
    """
    parades = [parade] if other is None else [parade, other]
    clocks = clocks_of(connection, parades, values, at)
    systems = bodies_at(connection, "system", systems_named(parades), at)
    categories = {system_id: system["category"] for system_id, system in systems.items()}
    comparison = Comparison() if other is None else compare(parade, other, categories, clocks)
    return answer_of(parade, other, comparison, systems, clocks, passed_over)


def grid_of(connection: Connection, parades: list[Document], values: Values, at: int | None) -> Document:
    """Return the answer about these parades, in the shape of ``ParadeGrid`` but for what is told of the page.

    Those that do not count under the clocks are left out, and of these the ones that were not public counted.
    """
    clocks = clocks_of(connection, parades, values, at)
    had = [each for each in parades if had_come(each, clocks)]
    counting = [each for each in had if counts(each, clocks)]
    systems = bodies_at(connection, "system", systems_named(counting), at)
    wanted = frozenset(values.get("category", ()))
    return grid_answer(counting, len(had) - len(counting), systems, clocks, wanted)
