"""The timeline as a feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from marshmallow import Schema

from service.formats.atom import ATOM
from service.formats.feeds import Entry
from service.formats.json_feed import JSON_FEED
from service.records.context import Context
from service.records.http.answers import own_url, shape_view
from service.records.http.forms.feeds import entry_of_statement, feed_of
from service.records.schemas.date_words import date_in_words
from service.web.negotiation import Representation
from service.web.operation import Answer, View

Values = Mapping[str, Any]
TimelineView = Callable[[Context, Values], Answer]


def of_timeline(context: Context, view: TimelineView, shape: type[Schema]) -> dict[Representation, View]:
    """Return the forms of the timeline as a feed, an entry for each of its entries.

    :param view: answers the timeline in JSON, in the given shape.
    """
    return {each: partial(_feed, context, view, shape, each) for each in (ATOM, JSON_FEED)}


def _feed(
    context: Context, view: TimelineView, shape: type[Schema], form: Representation, values: Values
) -> Answer:
    answer = view(context, values)
    inlined = shape_view(shape, {**values, "expand": ("citations.source", "record")})
    assert inlined is not None
    document = inlined(answer.document)
    cursor = document["next_cursor"]
    following = own_url(cursor=cursor, format=form.name) if cursor else None
    entries = [_entry(context, each) for each in document["items"]]
    return Answer(feed_of(context, form, "Peninsula: timeline", entries, following), answer.headers)


def _entry(context: Context, item: dict[str, Any]) -> Entry:
    """Return the entry of one whose record and sources are inlined."""
    line = f"{item['summary']}, {date_in_words(item['date'])}"
    record = item["record"]
    place = f"{record['self']}#{item['pointer']}" if item["pointer"] else record["self"]
    return entry_of_statement(
        context,
        place,
        line,
        recorded_at=record["recorded_at"],
        citations=item["citations"],
        categories=(record["type"], item["kind"]),
    )
