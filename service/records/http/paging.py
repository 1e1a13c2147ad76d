"""Pages of a list: how long they are, where they begin, and the way to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

import orjson
from flask import g, request

from service.records.context import current
from service.records.http.answers import own_url
from service.records.http.parameters import DEFAULT_LIMIT
from service.web.links import link_header
from service.web.operation import Answer, Operation

# What a page looks like, not what is on it: a cursor is good whatever these are.
_NOT_IN_SCOPE = frozenset({"cursor", "limit", "fields", "expand", "count", "format", "bom"})


def _scope(query: Sequence[tuple[str, str]]) -> str:
    """Return what cursors of a list with a normalised query are good for: the same question has the same cursors."""
    asked = [pair for pair in query if pair[0] not in _NOT_IN_SCOPE]
    return blake2b(orjson.dumps([request.path, asked]), digest_size=6).hexdigest()


def query_under(operation: Operation, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the normalised query of the request in hand under other clocks, those in ``values``.

    A cursor in it leads to the same position of that list.
    """
    query = operation.normalised(g.representation, values)
    if "cursor" not in values:
        return query
    cursors = current().cursors
    cursor = cursors.make(cursors.read(values["cursor"], _scope(g.query)), _scope(query))
    return [(name, cursor if name == "cursor" else value) for name, value in query]


class Page:
    """The page that the request in hand asks for: at most ``limit`` entries after a keyset position, if there is one.

    Raises ``Problem`` 400 for a cursor that is not of this list, with these filters in this order.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.limit: int = values.get("limit", DEFAULT_LIMIT)
        self._scope = _scope(g.query)
        self._cursors = current().cursors
        self.after: list[str | int] | None = (
            self._cursors.read(values["cursor"], self._scope) if "cursor" in values else None
        )

    def cursor(self, position: Sequence[str | int] | None) -> str | None:
        """Return the cursor of the page after a keyset position, the last of this one; ``None`` where there is none."""
        return None if position is None else self._cursors.make(position, self._scope)

    def answer(self, content: Any, next_cursor: str | None) -> Answer:
        """Return the page, with links to the first and the next, of the same query."""
        links = {
            "first": own_url(cursor=None),
            "next": own_url(cursor=next_cursor) if next_cursor else None,
        }
        return Answer(content, {"Link": link_header(links)})
