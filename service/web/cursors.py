"""Cursors: a place in a list, opaque and tamper-evident, good for the list and the filters it was made for."""

from __future__ import annotations

from collections.abc import Sequence

from itsdangerous import BadData, URLSafeSerializer

from service.web.problem import Problem
from service.web.problem_catalogue import INVALID_CURSOR


class Cursors:
    """Makes and reads cursors under one secret, which all replicas share."""

    def __init__(self, secret: str) -> None:
        self._serializer = URLSafeSerializer(secret, salt="cursor")

    def make(self, place: Sequence[str | int], scope: str) -> str:
        """Return the cursor for a keyset position; ``scope`` names the list with its order and filters."""
        return str(self._serializer.dumps([list(place), scope]))

    def read(self, cursor: str, scope: str) -> list[str | int]:
        """Return the keyset position; raises ``Problem`` 400 for a cursor made up, altered or of another list."""
        try:
            place, made_for = self._serializer.loads(cursor)
        except (BadData, ValueError, TypeError):
            raise Problem(INVALID_CURSOR, "This is not a cursor that the service made.") from None
        if made_for != scope:
            raise Problem(
                INVALID_CURSOR,
                "This cursor belongs to a list with other filters, another order or another clock.",
            )
        return list(place)
