"""Many records at once, as lines of JSON: export and import."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from typing import Any

import httpx

from peninsula_client._documents import Document
from peninsula_client._exchange import Steps
from peninsula_client._session import Query, Session, encoded
from peninsula_client.errors import ConnectionFailedError, error_of


def import_steps(session: Session, records: Iterable[Mapping[str, Any]], query: Query) -> Steps[Document]:
    """Send records as an import; with a key, so that a repeat after a broken connection imports nothing twice."""
    content = b"".join(encoded(record) + b"\n" for record in records)
    headers = {"Content-Type": "application/x-ndjson", "Idempotency-Key": str(uuid.uuid4())}
    response = yield from session.send("POST", "/v1/import", query, content=content, headers=headers)
    return session.document(response)


class _Lines:
    """Puts lines together from pieces. A line ends with LF only: JSON may hold the other separators of Unicode."""

    def __init__(self) -> None:
        self._rest = b""

    def objects(self, piece: bytes) -> Iterator[dict[str, Any]]:
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            yield json.loads(line)


def export_records(http: httpx.Client, request: httpx.Request) -> Iterator[dict[str, Any]]:
    """Iterate over the records of an export while it arrives."""
    lines = _Lines()
    try:
        response = http.send(request, stream=True)
        try:
            if not response.is_success:
                response.read()
                raise error_of(response)
            for piece in response.iter_bytes():
                yield from lines.objects(piece)
        finally:
            response.close()
    except httpx.TransportError as error:
        raise _broken(request, error) from error


async def export_records_async(
    http: httpx.AsyncClient, request: httpx.Request
) -> AsyncIterator[dict[str, Any]]:
    """Iterate over the records of an export while it arrives, without blocking."""
    lines = _Lines()
    try:
        response = await http.send(request, stream=True)
        try:
            if not response.is_success:
                await response.aread()
                raise error_of(response)
            async for piece in response.aiter_bytes():
                for each in lines.objects(piece):
                    yield each
        finally:
            await response.aclose()
    except httpx.TransportError as error:
        raise _broken(request, error) from error


def _broken(request: httpx.Request, error: httpx.TransportError) -> ConnectionFailedError:
    return ConnectionFailedError(
        f"{request.method} {request.url}: {error}; what arrived is not the whole export"
    )
