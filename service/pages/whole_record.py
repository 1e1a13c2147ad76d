"""The pages of the whole record: the index, the feed of its changes, all of it as one file."""

from __future__ import annotations

from service.pages.asked import Asked
from service.pages.forms import chips_of, controls_of
from service.records.http.routes import links_of
from service.web.operation import Answer

_NEWEST = 50


def index_page(asked: Asked) -> Answer:
    """Return the page of the index: each list and view with a sentence, and how far the record goes."""
    entries = [
        (name, path, words) for name, (path, words) in links_of(asked.context).items() if name != "self"
    ]
    return asked.page("index.html", "Index", document=asked.document, entries=entries)


def changes_page(asked: Asked) -> Answer:
    """Return the page of the change feed."""
    document = asked.document
    more = document["items"] and document["next_after"] < document["last_seq"]
    return asked.page(
        "changes.html",
        "What changed",
        document=document,
        controls=controls_of(asked),
        chips=chips_of(asked),
        next_url=asked.to.here(after=document["next_after"], chain=None) if more else None,
        newest_url=asked.to.here(after=max(0, document["last_seq"] - _NEWEST), chain=None),
    )


def export_page(asked: Asked) -> Answer:
    """Return the page of the whole record as one file: what is in it, and how it is had."""
    return asked.page(
        "export.html",
        "The whole record",
        headers_of_view=False,
        controls=controls_of(asked),
        lists=[(each.path, f"/v1/{each.path}") for each in asked.context.registry],
        words=asked.resource.words("GET")[2],
    )
