"""The clients: where the service is, the key to write with, and the clocks to read by."""

from __future__ import annotations

import platform
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self, cast

import httpx

from peninsula_client._bulk import export_records, export_records_async, import_steps
from peninsula_client._feed import AsyncFeed, Feed, Position
from peninsula_client._generated import models
from peninsula_client._generated.async_operations import AsyncOperations
from peninsula_client._generated.operations import Operations
from peninsula_client._session import Query, Session
from peninsula_client._version import __version__

DEFAULT_URL = "http://127.0.0.1:8000"
POLL_SECONDS = 10.0
LINES = {"Accept": "application/x-ndjson"}


class Client(Operations):
    """A Peninsula service. Close it after use, or use it in a ``with`` statement; threads may share it.

    :param base_url: where the service is, without ``/v1``.
    :param token: a key to write with, or to read with where reading is closed.
    :param timeout_seconds: how long to wait for a connection, and for each part of an answer.
    :param max_retries: how often a request that may be repeated is sent again: reads, and creation with an
        ``Idempotency-Key``, after a broken connection, 408, 502, 503 or 504; anything after 429.
    :param transport: for tests and special networks, as ``httpx.Client`` has it.
    """

    def __init__(
        self,
        base_url: str = DEFAULT_URL,
        token: str | None = None,
        *,
        timeout_seconds: float = 30.0,
        max_retries: int = 3,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._http = httpx.Client(
            base_url=_root(base_url), headers=_headers(token), timeout=timeout_seconds, transport=transport
        )
        self._session = Session(self._http.build_request, max_retries)
        self._is_bound = False

    def at(
        self,
        *,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Self:
        """Return a client that reads by these clocks; it shares the connections of this one, which stays as it is.

        Every read of it gets the clocks. One that does not take them is refused by the service
        (``InvalidParameterError``), so that no clock is silently dropped. Writes happen now.

        :param as_of: what was so on this date.
        :param published_until: what the public could know by this date.
        :param known_at: what the service held at this instant.
        """
        bound = object.__new__(type(self))
        bound._http = self._http
        bound._session = _bound_session(
            self._session, as_of=as_of, published_until=published_until, known_at=known_at
        )
        bound._is_bound = True
        return bound

    def following(
        self,
        after: Position | models.Change | int | str = 0,
        *,
        type: models.ChangeType | Sequence[models.ChangeType] | None = None,
        party: str | None = None,
        regarding: str | Sequence[str] | None = None,
        facility: str | Sequence[str] | None = None,
        poll_seconds: float = POLL_SECONDS,
    ) -> Feed:
        """Follow the changes: every create, update and delete, once and in order, without end.

        :param after: where to go on: 0 is the beginning, ``"latest"`` what comes from now on; else the ``position`` of
            an earlier feed, its text, or the last change that was handled.
        :param poll_seconds: how long to wait before asking again when there was nothing new.
        :raises FeedHistoryDiffersError: the service never gave this position: it was restored from a backup, say.
        :raises FeedNoLongerRetainedError: the feed does not reach back to this position any more.
        """
        query = {"type": type, "party": party, "regarding": regarding, "facility": facility}
        return Feed(self, Position.of(after), query, poll_seconds)

    def export(
        self, type: models.ChangeType | Sequence[models.ChangeType] | None = None
    ) -> Iterator[dict[str, Any]]:
        """Iterate over all records, or those of some types, as of one instant, without holding them in memory."""
        request = self._session.request("GET", "/v1/export", {"type": type}, headers=LINES)
        return export_records(self._http, request)

    def import_records(
        self,
        records: Iterable[Mapping[str, Any]],
        *,
        mode: models.ImportReportMode | None = None,
        dry_run: bool | None = None,
        reason: str | None = None,
    ) -> models.ImportReport:
        """Import many records, each with its ``type`` and ``id``; one that exists is replaced.

        :param mode: ``atomic``, the default: all, or if one has an error, none; ``best_effort``: each on its own.
        :param dry_run: report what would be done, and store nothing.
        :raises InvalidError: nothing was imported; ``errors`` has what is wrong with which line.
        """
        query = {"mode": mode, "dry_run": dry_run, "reason": reason}
        return cast("models.ImportReport", self._run(import_steps(self._session, records, query)))

    def send(
        self,
        method: str,
        path: str,
        query: Query | None = None,
        *,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Send any request, for what has no method of its own: other formats, ``fields``, ``expand``.

        :raises ProblemError: the answer is an error.
        """
        return self._run(self._session.send(method, path, query, content=content, headers=headers))

    def close(self) -> None:
        """Close the connections; those of a client at clocks belong to the client that it comes from."""
        if not self._is_bound:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(AsyncOperations):
    """A Peninsula service, called without blocking, under asyncio or trio. The parameters are those of ``Client``."""

    def __init__(
        self,
        base_url: str = DEFAULT_URL,
        token: str | None = None,
        *,
        timeout_seconds: float = 30.0,
        max_retries: int = 3,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._http = httpx.AsyncClient(
            base_url=_root(base_url), headers=_headers(token), timeout=timeout_seconds, transport=transport
        )
        self._session = Session(self._http.build_request, max_retries)
        self._is_bound = False

    def at(
        self,
        *,
        as_of: date | str | None = None,
        published_until: date | str | None = None,
        known_at: datetime | str | None = None,
    ) -> Self:
        """Return a client that reads by these clocks: see ``Client.at``."""
        bound = object.__new__(type(self))
        bound._http = self._http
        bound._session = _bound_session(
            self._session, as_of=as_of, published_until=published_until, known_at=known_at
        )
        bound._is_bound = True
        return bound

    def following(
        self,
        after: Position | models.Change | int | str = 0,
        *,
        type: models.ChangeType | Sequence[models.ChangeType] | None = None,
        party: str | None = None,
        regarding: str | Sequence[str] | None = None,
        facility: str | Sequence[str] | None = None,
        poll_seconds: float = POLL_SECONDS,
    ) -> AsyncFeed:
        """Follow the changes, without end: see ``Client.following``."""
        query = {"type": type, "party": party, "regarding": regarding, "facility": facility}
        return AsyncFeed(self, Position.of(after), query, poll_seconds)

    def export(
        self, type: models.ChangeType | Sequence[models.ChangeType] | None = None
    ) -> AsyncIterator[dict[str, Any]]:
        """Iterate over all records, or those of some types: see ``Client.export``."""
        request = self._session.request("GET", "/v1/export", {"type": type}, headers=LINES)
        return export_records_async(self._http, request)

    async def import_records(
        self,
        records: Iterable[Mapping[str, Any]],
        *,
        mode: models.ImportReportMode | None = None,
        dry_run: bool | None = None,
        reason: str | None = None,
    ) -> models.ImportReport:
        """Import many records: see ``Client.import_records``."""
        query = {"mode": mode, "dry_run": dry_run, "reason": reason}
        return cast("models.ImportReport", await self._run(import_steps(self._session, records, query)))

    async def send(
        self,
        method: str,
        path: str,
        query: Query | None = None,
        *,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Send any request, for what has no method of its own: see ``Client.send``."""
        return await self._run(self._session.send(method, path, query, content=content, headers=headers))

    async def close(self) -> None:
        if not self._is_bound:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _root(base_url: str) -> str:
    """Return the base URL without the path of the API, which each call adds.

    :raises ValueError: it is no address of HTTP.
    """
    if not base_url.startswith(("http://", "https://")):
        raise ValueError(f"base_url {base_url!r} does not begin with http:// or https://.")
    return base_url.rstrip("/").removesuffix("/v1")


def _headers(token: str | None) -> dict[str, str]:
    if token and not token.isascii():
        raise ValueError("The token has characters that no key has: only ASCII can be sent.")
    agent = f"peninsula-client/{__version__} python/{platform.python_version()} httpx/{httpx.__version__}"
    authorization = {"Authorization": f"Bearer {token.strip()}"} if token else {}
    return {"User-Agent": agent, "Accept": "application/json", **authorization}


def _bound_session(session: Session, **clocks: date | str | None) -> Session:
    given = {name: value for name, value in clocks.items() if value is not None}
    return replace(session, clocks={**session.clocks, **given})
