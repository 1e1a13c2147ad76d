"""The derived views of parades: the comparison of two, and the grid of many."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection

from service.parades.answers import ParadeComparison
from service.parades.grid import ParadeGrid
from service.parades.lookup import comparison_of, grid_of, parade_before
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.answers import resolve_known_at
from service.records.http.clocked import NOTHING_PENDING
from service.records.http.forms import view_tables
from service.records.http.forms.view_tables import TableRows
from service.records.http.lists import check_range, select
from service.records.http.paging import Page
from service.records.http.record import find_record
from service.records.http.resource import ID, RecordResource
from service.records.index.listing import page
from service.records.index.selection import place_of
from service.records.reading import bodies_at
from service.records.schemas.fields import Enumeration, Reference
from service.records.schemas.notations import Country
from service.records.schemas.weapons import CATEGORIES
from service.web.operation import Answer
from service.web.parameters import Parameter, parameter_error

_WITH = (
    "Id of the parade to compare with, of the same country; an earlier one or a later. If not given, the last one "
    "that had certainly ended before this one began and that counts under the clocks."
)
_COUNTRY = "Only parades of one of these countries (ISO 3166-1 alpha-3, comma list)."
_CATEGORY = "Only systems of one of these categories (comma list)."
_OF_LIST = ("from", "to", "country", "known_at")
_SYSTEMS = TableRows(
    ("systems", "*"), ("parade", "with"), ("parade.rests_on", "with.rests_on"), without=("self",)
)


def views(context: Context) -> list[RecordResource]:
    """Return the resources of the views of parades."""
    parades = context.registry.named("parade")
    declared = [
        Parameter("with", Reference("parade", _WITH)),
        *parameters.view_clocks(),
        parameters.byte_order_mark(),
    ]

    return [
        RecordResource(f"/v1/parades/{ID}/comparison", "parades.comparison", parades).on_view(
            partial(get_parade_comparison, context),
            declared,
            ParadeComparison,
            "/v1/parades/north-korea-2018-09-09/comparison?as_of=2018-09-10",
            view_tables.of_view(context, partial(get_parade_comparison, context), ParadeComparison, _SYSTEMS),
        ),
        RecordResource("/v1/presence", "parades.presence", tag="views").on_view(
            partial(get_presence, context),
            [
                *parameters.date_range("parades"),
                Parameter("country", Country(_COUNTRY), many=True),
                Parameter("category", Enumeration(*CATEGORIES, description=_CATEGORY), many=True),
                parameters.limit(),
                parameters.cursor(),
                *parameters.view_clocks(),
                parameters.byte_order_mark(),
            ],
            ParadeGrid,
            "/v1/presence?category=irbm&from=2018-09&to=2018-09&as_of=2018-12-31",
        ),
    ]


def get_parade_comparison(context: Context, parade_id: str, values: Mapping[str, Any]) -> Answer:
    """Get the comparison of a parade.

    The systems and categories that a parade added compared with another, still showed, and no longer showed.

    Each system and category that either parade mentions is in one group, with its presence at each of the two and the
    appearances that say so. Appearances count under `published_until` by their own citations, else by those of their
    parade. The category of a system is that of its record, at `known_at`.
    """
    parades = context.registry.named("parade")
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        revision = find_record(connection, parades, parade_id, values)
        parade = revision.document or {}
        other, passed_over = (
            (_other(connection, parade, values["with"], at), 0)
            if "with" in values
            else parade_before(connection, parade, values, at)
        )
        document = comparison_of(connection, parade, other, values, at, passed_over)
        document["coverage"] = coverage_of(connection, ["parade"], values)
    return Answer(document)


def get_presence(context: Context, values: Mapping[str, Any]) -> Answer:
    """Get the presence of systems at parades.

    Which weapon systems each parade showed, and which it did not: the grid of systems by parades, newest parades first.

    Presence is told as by the comparison of two parades: a category's absence is that of its systems, unless one of
    them was displayed, and what no record mentions is `unrecorded`.
    """
    check_range(values)
    asked = Page(values)
    values = at_reference_date(values)
    parades = context.registry.named("parade")
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        of_list = {name: value for name, value in values.items() if name in _OF_LIST}
        chosen = select(connection, parades, of_list, NOTHING_PENDING)
        chosen = replace(chosen, rows=replace(chosen.rows, sort_key_to=values["as_of"]))
        rows = page(connection, chosen, "sort_key", descending=True, after=asked.after, limit=asked.limit + 1)
        found = [json.loads(row.body) for row in rows[: asked.limit]]
        document = grid_of(connection, found, values, at)
        document["coverage"] = coverage_of(connection, ["parade"], values)
    next_cursor = asked.cursor(
        place_of(rows[asked.limit - 1], "sort_key") if len(rows) > asked.limit else None
    )
    document |= {"reference_date": values["as_of"], "next_cursor": next_cursor}
    return asked.answer(document, next_cursor)


def _other(
    connection: Connection, parade: Mapping[str, Any], other_id: str, at: int | None
) -> dict[str, Any]:
    if other_id == parade["id"]:
        raise parameter_error("with", "same_parade", "Must be another parade: this one equals itself.")
    other = bodies_at(connection, "parade", [other_id], at).get(other_id)
    if other is None:
        when = "exists any longer" if at is None else "had been recorded at that instant"
        raise parameter_error("with", "unknown_reference", f"No parade {other_id!r} {when}.")
    if other["country"] != parade["country"]:
        raise parameter_error(
            "with",
            "other_country",
            f"The parade {other_id!r} was held by {other['country']}, this one by {parade['country']}: give one "
            "of the same country.",
        )
    return other
