"""The pages of a record's history: its revisions, one of them, and what differs between two."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from flask import request

from service.pages.asked import Asked
from service.pages.names import title_of
from service.pages.words import label, plural
from service.records.differences import differences
from service.records.documents import without_read_only
from service.records.http.answers import resolve_known_at, url_of
from service.records.reading import last_body
from service.web.operation import Answer


@dataclass(frozen=True)
class ChangedPlace:
    """A place where two revisions differ, in words, with what stood there and what stands there."""

    place: str
    old: Any
    new: Any


def revisions_page(asked: Asked) -> Answer:
    """Return the page of a record's revisions, newest first, each with the fields that it changed."""
    document, record_id = asked.document, asked.path["id"]
    called = _called(asked, record_id)
    return asked.page(
        "revisions.html",
        f"Revisions: {called}",
        trail=_trail(asked, called),
        record_id=record_id,
        entries=[(each, _changed(each)) for each in document["items"]],
        path=url_of(asked.record_type, record_id),
        next_url=asked.to.next_page(document["next_cursor"]),
    )


def revision_page(asked: Asked) -> Answer:
    """Return the page of a revision: what it changed, and with ``compare`` what differs from another one."""
    document, record_id = asked.document, asked.path["id"]
    path = url_of(asked.record_type, record_id)
    comparison = document.get("comparison")
    called = _called(asked, record_id)
    return asked.page(
        "revision.html",
        f"Revision {document['revision']}: {called}",
        trail=[*_trail(asked, called), ("Revisions", f"{path}/revisions")],
        document=document,
        path=path,
        compared=comparison["revision"] if comparison else None,
        changes=[_change(each) for each in comparison["changes"]] if comparison else _changes(asked),
        others=[each for each in range(1, document["revision"] + 1) if each != document["revision"]][-20:],
        here=request.path,
    )


def _called(asked: Asked, record_id: str) -> str:
    """Return what the page of the record is titled: as it is now, or was before it was deleted."""
    with asked.context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, asked.values)
        last = json.loads(last_body(connection, asked.record_type.name, record_id, at))
    return title_of(asked.context, asked.record_type, last, asked.values)


def _trail(asked: Asked, called: str) -> list[tuple[str, str]]:
    record_type = asked.record_type
    return [
        (plural(record_type), f"/v1/{record_type.path}"),
        (called, url_of(record_type, asked.path["id"])),
    ]


def _changed(entry: dict[str, Any]) -> list[str]:
    """Return the names of the fields that a revision changed, none of the first."""
    names = (each["path"].strip("/").partition("/")[0] for each in entry["patch"] if each["path"])
    return [label(name) for name in dict.fromkeys(names) if name not in ("revision", "recorded_at")]


def _change(found: dict[str, Any]) -> ChangedPlace:
    names = [
        str(int(each) + 1) if each.isdigit() else each for each in found["pointer"].strip("/").split("/")
    ]
    place = label(" ".join(names)) if found["pointer"] else "The whole record"
    return ChangedPlace(place, found["old"], found["new"])


def _changes(asked: Asked) -> list[ChangedPlace]:
    """Return what a revision changed in what people write, from the one before."""
    document = asked.document
    number = document["revision"]
    if number == 1 or document["record"] is None:
        return []
    before = asked.operation.view(asked.path["id"], number - 1, {}).document["record"]
    if before is None:
        return []
    schema, record_type = asked.record_type.schema, asked.record_type
    old, new = (without_read_only(each, schema, "", [], record_type) for each in (before, document["record"]))
    return [_change(each._asdict()) for each in differences(old, new)]
