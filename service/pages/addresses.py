"""The URLs in pages: below the path that the service is mounted at, and under the clocks of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from flask import g, request

from service.records.http.answers import CLOCKS
from service.web.links import url

_FILE = re.compile(r"\.[a-z]+$")
Query = list[tuple[str, str]]


def names_file(path: str) -> bool:
    """Tell whether a path ends in an extension: whoever asks for a file is given the file, whatever the clocks."""
    return _FILE.search(path) is not None


class Addresses:
    """Makes the URLs of a page; ``clocks`` are those of its own, which links keep."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self.root = request.script_root
        self.clocks: Query = [(name, str((values or {})[name])) for name in CLOCKS if name in (values or {})]

    def __call__(self, path: str, **query: Any) -> str:
        """Return the URL of a page under the clocks of this one; ``path`` may have a query and a fragment.

        A path that ends in an extension is that of a file, which takes no clocks.
        """
        whole, _, fragment = path.partition("#")
        bare, _, given = whole.partition("?")
        clocks = () if names_file(bare) else self.clocks
        pairs = [*parse_qsl(given), *((name, str(value)) for name, value in query.items())]
        names = {name for name, _ in pairs}
        found = url(bare, [*pairs, *(pair for pair in clocks if pair[0] not in names)])
        return f"{self.root}{found}#{fragment}" if fragment else f"{self.root}{found}"

    def plain(self, path: str) -> str:
        """Return the URL of what takes no clocks: a file, a page about the service."""
        return f"{self.root}{path}"

    def here(self, **replaced: Any) -> str:
        """Return the URL of this page with parameters replaced or (``None``) left out."""
        kept = [pair for pair in query_here() if pair[0] not in replaced]
        more = [(name, str(value)) for name, value in replaced.items() if value is not None]
        return self.root + url(request.path, [*kept, *more])

    def next_page(self, cursor: str | None) -> str | None:
        """Return the URL of the page of this list that a cursor leads to; ``None`` where there is none."""
        return self.here(cursor=cursor) if cursor else None

    def with_query(self, query: Iterable[tuple[str, str]]) -> str:
        """Return the URL of this path with a query."""
        return self.root + url(request.path, query)


def query_here() -> Query:
    """Return the normalised query of the request in hand, without what names the form and the place in a list."""
    found: Query = g.get("query") or []
    return [pair for pair in found if pair[0] not in ("format", "cursor")]
