"""Search over HTTP: its parameters and pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from marshmallow import fields, validate

from service.records.context import Context
from service.records.coverage import coverage_of
from service.records.http import parameters
from service.records.http.answers import resolve_known_at
from service.records.http.forms import view_tables
from service.records.http.forms.view_tables import TableRows
from service.records.http.paging import Page
from service.records.http.resource import RecordResource
from service.records.http.words import words_asked
from service.records.schemas.fields import Enumeration
from service.search.answers import Search
from service.search.left_out import count_not_public
from service.search.ranking import SearchQuery
from service.search.reading import read_page
from service.web.operation import Answer
from service.web.parameters import Parameter, parameter_error

Values = Mapping[str, Any]
LONGEST_QUERY = 200
FOUND = TableRows(rests_on=("snippets",))


def resources(context: Context) -> list[RecordResource]:
    """Return the resource of search."""
    return [
        RecordResource("/v1/search", "search", tag="views").on_view(
            partial(get_search, context),
            _declared(context),
            Search,
            "/v1/search?q=hwasong-14&type=system,parade&as_of=2018-09-10",
            view_tables.of_view(context, partial(get_search, context), Search, FOUND),
        )
    ]


def get_search(context: Context, values: Values) -> Answer:
    """Get the search.

    One page of the records that hold the words of `q`, of every type.

    First what has a name of its own (summits, parades, facilities, systems), then what is about such things
    (communications, observations), then the sources that report both. Within each, first what is called just that,
    then what has the words in its names, then what holds them anywhere; of these systems and facilities come first, by
    name, then what has a date, newest first; what falls on one day goes by type, then id, backwards.

    Under `as_of` records count whose date certainly had come (summits: that of one of their steps), under
    `published_until` those that a source had told of by then. The words must then stand in names, or in texts that
    count: not in later steps of a summit, nor in what rests on later sources only.
    """
    if "q" not in values:
        raise parameter_error("q", "required", "Give the words to look for.")
    asked = words_asked(values["q"])
    paging = Page(values)
    wanted = values.get("type", context.registry.names)
    types = tuple(each for each in context.registry if each.name in wanted)
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        question = SearchQuery(asked.words, asked.excluded, asked.whole, types, values, at)
        page = read_page(connection, question, paging.after, paging.limit)
        not_public = count_not_public(connection, question)
        coverage = coverage_of(connection, [each.name for each in types], values)
    next_cursor = paging.cursor(None if page.next_place is None else (page.least or 0, *page.next_place))
    return paging.answer(
        {
            "items": page.results,
            "matched": "all" if page.least is None else "any",
            "next_cursor": next_cursor,
            "left_out": {"not_public": not_public},
            "coverage": coverage,
        },
        next_cursor,
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
            "prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. A system "
            "or facility is found by any of its names; records that only name it by its id, by that id: ask their "
            "list, `/v1/parades?system=` say."
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
        *parameters.view_clocks(of_any_day=True),
        parameters.byte_order_mark(),
    ]
