"""Link format (RFC 6690), in which RFC 7089 writes TimeMaps: links, one a line."""

from __future__ import annotations

from typing import Any

from service.web.negotiation import Representation


def write(answer: Any) -> bytes:
    """Return links, the list of texts that is the content of an answer, as a document of links."""
    return (",\n".join(answer.content) + "\n").encode()


LINK_FORMAT = Representation(
    "timemap",
    "application/link-format",
    write,
    schema={"description": "Links (RFC 6690), one a line.", "type": "string"},
)
