"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from typing import Any

import orjson

from service.formats.feeds import REFUSED, Entry, Feed
from service.web.negotiation import Representation

VERSION = "https://jsonfeed.org/version/1.1"


def write_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed, in which a deletion is an item that says so, since it has no other way."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.alternate_url,
        "feed_url": feed.url,
        **({"next_url": feed.next_url} if feed.next_url else {}),
        "authors": [{"name": feed.author}],
        "language": "en",
        "items": [_item(each) for each in feed.entries],
    }
    return orjson.dumps(document)


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "content_text": entry.text,
        "date_modified": entry.updated,
        **({"authors": [{"name": name} for name in entry.authors]} if entry.authors else {}),
        "tags": list(entry.categories),
        **({"_peninsula": {"deleted": entry.deletion}} if entry.deletion else {}),
    }


def _write(answer: Any) -> bytes:
    return write_feed(answer.content)


JSON_FEED = Representation(
    "jsonfeed", "application/feed+json", _write, schema={"type": "object"}, refuses=REFUSED
)
