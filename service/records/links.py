"""Links to records, as views and lists of parts give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.records.schemas.fields import Slug, Text
from service.records.schemas.parts import address
from service.records.schemas.record_part import RecordPart

Document = Mapping[str, Any]


class RecordLink(RecordPart):
    """A record, with the way to it."""

    type = Slug("Type of the record, in the singular.", required=True)
    id = Slug("Id of the record.", required=True)
    self = Text("URL of the record.", required=True)


def link_to(record: Document) -> dict[str, Any]:
    """Return the ``RecordLink`` to a record."""
    return {name: record[name] for name in ("type", "id", "self")}


def link_of(record_type: str, record_id: str) -> dict[str, Any]:
    """Return the ``RecordLink`` to the record of this type and id."""
    reference = {"type": record_type, "id": record_id}
    return reference | {"self": f"/v1/{address(reference)}"}
