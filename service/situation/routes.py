"""The state of play over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, request

from service.records.context import Context
from service.records.http import parameters
from service.records.http.answers import answer_json, resolve_known_at
from service.records.http.routes import Resource
from service.situation.answers import Situation
from service.situation.reading import situation_document
from service.web.negotiation import negotiate


def resources(context: Context) -> list[Resource]:
    """Return the resource of the state of play."""
    declared = [*parameters.view_clocks(), parameters.response_format()]
    return [
        Resource("/v1/situation", "situation").on(
            "GET", lambda values: get_situation(context, values), declared, answers=Situation
        )
    ]


def get_situation(context: Context, values: Mapping[str, Any]) -> Response:
    """Answer ``GET /v1/situation``."""
    negotiate(request)
    with context.database.reading(snapshot=True) as connection:
        document = situation_document(connection, values, resolve_known_at(connection, values))
    return answer_json(document)
