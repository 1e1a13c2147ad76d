"""The state of play over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from service.records.context import Context
from service.records.http import parameters
from service.records.http.answers import resolve_known_at
from service.records.http.resource import RecordResource
from service.situation.answers import Situation
from service.situation.reading import situation_document
from service.web.operation import Answer


def resources(context: Context) -> list[RecordResource]:
    """Return the resource of the state of play."""
    return [
        RecordResource("/v1/situation", "situation", tag="views").on_view(
            partial(get_situation, context),
            parameters.view_clocks(),
            Situation,
            "/v1/situation?as_of=2018-09-10",
        )
    ]


def get_situation(context: Context, values: Mapping[str, Any]) -> Answer:
    """Get the situation.

    The state of play under the three clocks: summits, communications, the last parade, the facilities.

    What is dated counts once the latest day that its date can mean has come by `reference_date`. What began on one day
    goes by id.
    """
    with context.database.reading(snapshot=True) as connection:
        document = situation_document(connection, values, resolve_known_at(connection, values))
    return Answer(document)
