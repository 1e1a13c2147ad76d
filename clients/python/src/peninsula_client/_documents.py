"""Answers: dictionaries that remember which entity tag they came with, and where they can be cited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx


class Document(dict[str, Any]):
    """A JSON object as the service answered it.

    :ivar etag: its entity tag, which a write that is based on it sends.
    :ivar cite_as: the URL that gives this answer again, whatever is recorded later (RFC 8574).
    """

    def __init__(self, members: Mapping[str, Any], response: httpx.Response) -> None:
        super().__init__(members)
        self.etag: str | None = response.headers.get("ETag")
        link = response.links.get("cite-as", {}).get("url")
        self.cite_as: str | None = str(response.url.join(link)) if link else None


def etag(answer: Mapping[str, Any]) -> str | None:
    """Return the entity tag of an answer; None for a copy of it, or for an item of a list."""
    return answer.etag if isinstance(answer, Document) else None


def cite_as(answer: Mapping[str, Any]) -> str | None:
    """Return the URL by which to cite an answer; None for a copy of it, or for an item of a list."""
    return answer.cite_as if isinstance(answer, Document) else None
