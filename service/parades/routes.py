"""The derived view of parades: the comparison of two."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection

from service.parades.answers import ParadeComparison
from service.parades.lookup import comparison_of, parade_before
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.answers import resolve_known_at
from service.records.http.record import find_record
from service.records.http.resource import ID, RecordResource
from service.records.reading import bodies_at
from service.records.schemas.fields import Reference
from service.web.operation import Answer
from service.web.parameters import Parameter, parameter_error

_WITH = (
    "Id of the parade to compare with, of the same country; an earlier one or a later. If not given, the last one "
    "that had certainly ended before this one began and that counts under the clocks."
)


def views(context: Context) -> list[RecordResource]:
    """Return the resources of the views of parades."""
    parades = context.registry.named("parade")
    declared = [
        Parameter("with", Reference("parade", _WITH)),
        *parameters.view_clocks(),
    ]

    return [
        RecordResource(f"/v1/parades/{ID}/comparison", "parades.comparison", parades).on_view(
            partial(get_parade_comparison, context),
            declared,
            ParadeComparison,
            "/v1/parades/north-korea-2018-09-09/comparison?as_of=2018-09-10",
        )
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
