"""The page of any document: each member by its name, lists of parts as tables or one below another."""

from __future__ import annotations

from typing import Any

from flask import request

from service.pages.asked import Asked
from service.pages.words import label
from service.web.operation import Answer


def document_page(asked: Asked) -> Answer:
    """Return a page that shows the document that the view answers, member by member."""
    document: Any = asked.document
    cursor = document.get("next_cursor") if isinstance(document, dict) else None
    return asked.page(
        "document.html",
        title_here(),
        trail=trail_here(),
        document=document,
        description=asked.resource.words("GET")[2],
        base=asked.base,
        next_url=asked.to.next_page(cursor),
    )


def title_here() -> str:
    """Return the title of a page by the end of its path."""
    names = [each for each in request.path.split("/") if each not in ("", "v1")]
    return label(names[-1].replace("-", " ")) if names else "Index"


def trail_here() -> list[tuple[str, str]]:
    """Return the pages above, by the path."""
    parts = [each for each in request.path.split("/") if each]
    found = []
    for index in range(1, len(parts)):
        path = "/" + "/".join(parts[:index])
        if path != "/v1":
            found.append((label(parts[index - 1].replace("-", " ")), path))
    return found
