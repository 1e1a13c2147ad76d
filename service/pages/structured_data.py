"""What pages tell search engines in the words of schema.org, as JSON-LD: data sets and events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from service.pages.asked import Asked
from service.pages.names import line_of
from service.records.events import EventKind
from service.records.schemas.date_words import days_of

_STATUS = {"CONFIRMED": "EventScheduled", "CANCELLED": "EventCancelled"}
_OF_DATA = ("json", "ndjson", "csv", "xlsx", "geojson", "parquet")


def data_set(
    asked: Asked, name: str, description: str, files: Iterable[tuple[str, str]] = ()
) -> dict[str, Any]:
    """Return the page as a data set, with its downloads.

    :param files: (media type, path) of downloads besides the forms of the page that are data.
    """
    found = [(each.media_type, each.url) for each in asked.forms if each.name in _OF_DATA]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": asked.canonical,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": asked.base + path}
            for media_type, path in [*files, *found]
        ],
    }


def event(asked: Asked, document: dict[str, Any]) -> dict[str, Any] | None:
    """Return a record that is an event, ``None`` for others."""
    kind = asked.record_type.declared(EventKind)
    if kind is None:
        return None
    days = days_of(kind.date(document) or "")
    place = document.get("place") or {}
    status = _STATUS.get(kind.status(document))
    found = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": line_of(asked.record_type, document),
        "url": asked.base + document["self"],
        "startDate": days and days[0],
        "endDate": days and days[1],
        "eventStatus": status and f"https://schema.org/{status}",
        "location": place.get("name") and {"@type": "Place", "name": place["name"]},
    }
    return {name: value for name, value in found.items() if value}
