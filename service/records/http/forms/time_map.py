"""The revisions of a record as a TimeMap (RFC 7089, section 5)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from werkzeug.http import http_date

from service.formats.link_format import LINK_FORMAT
from service.records.context import Context
from service.records.http.answers import own_url, url_of
from service.records.http.history import memento_of, read_revisions
from service.records.record_type import RecordType
from service.records.schemas import instants
from service.web.identity import base_url
from service.web.links import link
from service.web.negotiation import Representation
from service.web.operation import Answer, View


def of_revisions(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the form of a record's revisions as a TimeMap."""
    return {LINK_FORMAT: partial(get_time_map, context, record_type)}


def get_time_map(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> Answer:
    """Return links to the record as it was at each revision of a page; not to deletions, where it was not."""
    base, found = base_url(context.settings), read_revisions(context, record_type, record_id, values)
    original = f"{base}{url_of(record_type, record_id)}"
    mementos = [(memento_of(record_type, each), each.recorded_at) for each in found.entries]
    dated = [(path, http_date(instants.parse(instant))) for path, instant in mementos if path is not None]
    media_type = LINK_FORMAT.media_type
    # Newest first, as the list is.
    bounds = {"from": dated[-1][1], "until": dated[0][1]} if dated else {}
    links = [
        link(original, "original timegate"),
        link(f"{base}{own_url(format=LINK_FORMAT.name)}", "self", type=media_type, **bounds),
        *(link(f"{base}{path}", "memento", datetime=date) for path, date in dated),
    ]
    if found.next_cursor:
        following = f"{base}{own_url(cursor=found.next_cursor, format=LINK_FORMAT.name)}"
        links.append(link(following, "timemap", type=media_type))
    return found.page.answer(links, found.next_cursor)
