"""Search over HTTP: its parameters and pages."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from flask import Response, request
from marshmallow import fields, validate

from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.answers import answer_json, page_links, resolve_known_at
from service.records.http.lists import words_asked
from service.records.http.routes import Resource
from service.records.schemas.fields import Enumeration
from service.records.writing import dump
from service.search.answers import Search
from service.search.left_out import count_not_public
from service.search.ranking import Question
from service.search.reading import read_page
from service.web.negotiation import negotiate
from service.web.parameters import Parameter, parameter_fault

Values = Mapping[str, Any]
LONGEST_QUERY = 200
_NOT_IN_SCOPE = frozenset({"cursor", "limit", "format", "fields", "expand"})


def resources(context: Context) -> list[Resource]:
    """Return the resource of search."""
    return [
        Resource("/v1/search", "search").on(
            "GET", lambda values: get_search(context, values), _declared(context), answers=Search
        )
    ]


def get_search(context: Context, values: Values) -> Response:
    """Answer ``GET /v1/search`` with one page; raises ``Problem`` 400 for what cannot be asked."""
    negotiate(request)
    if "q" not in values:
        raise parameter_fault("q", "required", "Give the words to look for.")
    asked = words_asked(values["q"])
    limit = values.get("limit", parameters.DEFAULT_LIMIT)
    scope = _scope(values)
    after = context.cursors.read(values["cursor"], scope) if "cursor" in values else None
    wanted = values.get("type", context.registry.names)
    types = tuple(each for each in context.registry if each.name in wanted)
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        question = Question(asked.words, asked.excluded, asked.whole, types, values, at)
        page = read_page(connection, question, after, limit)
        not_public = count_not_public(connection, question)
        coverage = coverage_of(connection, [each.name for each in types], values)
    next_cursor = (
        None if page.next_place is None else context.cursors.make((page.least or 0, *page.next_place), scope)
    )
    return answer_json(
        {
            "items": page.results,
            "matched": "all" if page.least is None else "any",
            "next_cursor": next_cursor,
            "left_out": {"not_public": not_public},
            "coverage": coverage,
        },
        headers=page_links(next_cursor),
    )


def _declared(context: Context) -> list[Parameter]:
    words = fields.String(
        required=True,
        validate=validate.Length(1, LONGEST_QUERY),
        metadata={
            "description": "The words to look for, all of which must stand in a record: in any of its texts, names, "
            "ids and enumeration values. They are found by their stem (`dismantled` finds `dismantling`), in British "
            "and American spelling, Korean ones with any particle; case, accents, apostrophes, and whether hyphens or "
            'blanks join a name (`Hwasong-17`), make no difference. `"joint statement"` is a phrase, `missil*` a '
            "prefix, and `-word` leaves out what has the word. A system or facility is found by any of its names; "
            "records that only name it by its id, by that id: ask their list, `/v1/parades?system=` say."
        },
    )
    types = Enumeration(
        *context.registry.names, description="Only records of one of these types (comma list)."
    )
    return [
        Parameter("q", words),
        Parameter("type", types, many=True),
        parameters.limit(),
        parameters.cursor(),
        *parameters.view_clocks(otherwise="any day"),
        parameters.response_format(),
    ]


def _scope(values: Values) -> str:
    asked = {name: value for name, value in values.items() if name not in _NOT_IN_SCOPE}
    return blake2b(dump(["search", sorted(asked.items())]).encode(), digest_size=6).hexdigest()
