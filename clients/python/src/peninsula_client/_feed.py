"""The change feed: every change once and in order, from a position that the caller stores."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, NamedTuple, cast

import httpx

from peninsula_client._calls import AsyncCaller, Caller
from peninsula_client._exchange import Pause, Steps
from peninsula_client._generated.models import Change
from peninsula_client._session import Query, Session


class Position(NamedTuple):
    """Where in the feed to go on: after which change, and the chain of that change, which proves that it is the same.

    As text (``str(position)``) it can be stored; ``Position.of`` reads it.
    """

    after: int | str
    chain: str | None = None

    def __str__(self) -> str:
        return f"{self.after}:{self.chain}" if self.chain else str(self.after)

    @classmethod
    def of(cls, value: Position | Change | int | str) -> Position:
        """Return the position that a value stands for: a number, ``latest``, a stored text, or a change.

        :raises ValueError: it is none of these.
        """
        if isinstance(value, Position):
            return value
        if isinstance(value, Mapping):
            return cls(value["seq"], value["chain"])
        after, _, chain = str(value).partition(":")
        if after != "latest" and not after.isdigit():
            raise ValueError(f"{value!r} is no position of the feed: a number, 'latest', or 'number:chain'.")
        return cls(after if after == "latest" else int(after), chain or None)


class _Feed:
    """Asks for one stretch of the feed after another."""

    def __init__(self, session: Session, position: Position, query: Query, poll_seconds: float) -> None:
        if "known_at" in session.clocks:
            raise ValueError("A past state has no new changes: follow without known_at.")
        self._session = session
        self._query = query
        self._poll_seconds = poll_seconds
        self._tag: str | None = None
        #: The position after the change that was handed over last. Store it when that change is handled.
        self.position = position

    def _stretch(self) -> Steps[dict[str, Any]]:
        """Return the next stretch once it leads on: also an empty one, where a filter leaves entries out."""
        while True:
            query = {**self._query, "after": self.position.after, "chain": self.position.chain}
            headers = {"If-None-Match": self._tag} if self._tag else None
            response = yield from self._session.send("GET", "/v1/changes", query, headers=headers)
            if response.status_code != httpx.codes.NOT_MODIFIED:
                stretch = self._session.document(response)
                self._tag = stretch.etag
                if Position(stretch["next_after"], stretch["next_chain"]) != self.position:
                    self._tag = None
                    return stretch
            yield Pause(self._poll_seconds)

    def _hand_over(self, change: Change) -> Change:
        self.position = Position(change["seq"], change["chain"])
        return change

    def _end(self, stretch: dict[str, Any]) -> None:
        self.position = Position(stretch["next_after"], stretch["next_chain"])


class Feed(_Feed):
    """Changes as they come, without end. To go on after a stop, begin at the ``position`` that was stored.

    An error ends the iteration; iterating again goes on at ``position``.
    """

    def __init__(self, caller: Caller, position: Position, query: Query, poll_seconds: float) -> None:
        super().__init__(caller._session, position, query, poll_seconds)
        self._caller = caller

    def __iter__(self) -> Iterator[Change]:
        while True:
            stretch = self._caller._run(self._stretch())
            for change in cast("list[Change]", stretch["items"]):
                yield self._hand_over(change)
            self._end(stretch)


class AsyncFeed(_Feed):
    """Changes as they come, without end: see ``Feed``."""

    def __init__(self, caller: AsyncCaller, position: Position, query: Query, poll_seconds: float) -> None:
        super().__init__(caller._session, position, query, poll_seconds)
        self._caller = caller

    async def __aiter__(self) -> AsyncIterator[Change]:
        while True:
            stretch = await self._caller._run(self._stretch())
            for change in cast("list[Change]", stretch["items"]):
                yield self._hand_over(change)
            self._end(stretch)
