"""Lists of parts as feeds: an entry for each part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from service.formats.atom import ATOM
from service.formats.feeds import Entry
from service.formats.json_feed import JSON_FEED
from service.parts.answers import page_schema
from service.parts.reading import query_under, read_page
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.headlines import dated_line
from service.records.http.answers import own_url, shape_view
from service.records.http.forms.feeds import chosen_values, entry_of_statement, feed_of
from service.records.http.lists import check_range
from service.records.http.paging import Page
from service.records.part_lists import PartList
from service.records.record_type import RecordType
from service.web.negotiation import Representation
from service.web.operation import Answer, FormView, View

Values = Mapping[str, Any]


def of_parts(
    context: Context, part_list: PartList, types: Sequence[RecordType]
) -> dict[Representation, View]:
    """Return the forms of a list of parts as a feed: what was recorded last comes first, unless ``sort`` is given."""
    return {
        each: FormView(partial(_feed, context, part_list, types, each), {"sort": "-recorded_at"})
        for each in (ATOM, JSON_FEED)
    }


def _feed(
    context: Context,
    part_list: PartList,
    types: Sequence[RecordType],
    form: Representation,
    values: Values,
) -> Answer:
    check_range(values)
    paging = Page(values)
    dated = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        query = query_under(connection, part_list, types, dated)
        page = read_page(connection, query, paging.after, paging.limit)
    inline = shape_view(
        page_schema(part_list, types), {**values, "expand": ("citations.source", *part_list.references)}
    )
    assert inline is not None
    rows = inline({"items": page.rows})["items"]
    cursor = paging.cursor(page.next_position)
    following = own_url(cursor=cursor, format=form.name) if cursor else None
    entries = [_entry(context, part_list, each) for each in rows]
    return paging.answer(feed_of(context, form, f"Peninsula: {part_list.name}", entries, following), cursor)


def _entry(context: Context, part_list: PartList, row: dict[str, Any]) -> Entry:
    """Return the entry of a row whose references are inlined."""
    line = part_list.line(row)
    record, title = row["record"], dated_line(line, row["date"], row["citations"])
    said = row.get(part_list.says)
    note = said if said and said not in title else None
    return entry_of_statement(
        context,
        f"{record['self']}#{row['pointer']}",
        title,
        recorded_at=record["recorded_at"],
        citations=row["citations"],
        categories=chosen_values(record["type"], part_list.filters, row),
        note=note,
    )
