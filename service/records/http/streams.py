"""Streaming all of a query: every row as it was at one instant, read in batches, so that no transaction stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from secrets import token_hex
from typing import IO, Any

from flask import Response, g, request
from sqlalchemy import Connection

from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.feed import chain_at
from service.records.http.lists import ListRows, read_rows
from service.records.index_formats import RELEASE, is_indexed
from service.records.newest import newest_instant
from service.records.reading import change_at
from service.records.record_type import RecordType
from service.records.revisions import dump
from service.web.file_answers import FileAnswer
from service.web.parameters import parameter_error
from service.web.streaming import stream

BATCH = 500


@dataclass(frozen=True)
class StreamedState:
    """The state that a stream is of.

    :param values: those of the request, with ``known_at`` and ``as_of`` set to what they are without.
    :param version: what stands for all that is held then, and for how it is answered.
    """

    values: Mapping[str, Any]
    version: str

    @property
    def known_at(self) -> str:
        """Its instant (RFC 3339), empty where nothing is held."""
        return str(self.values["known_at"])


def streamed_state(context: Context, values: Mapping[str, Any]) -> StreamedState:
    """Return the state that a request for everything asks for.

    Raises ``Problem`` 400 for a cursor beside ``limit=all``, which begins at the beginning, and for ``count``.
    """
    if "cursor" in values:
        raise parameter_error("cursor", "not_with_all", "Leave it out: limit=all answers with every page.")
    if values.get("count"):
        raise parameter_error("count", "not_with_all", "Leave it out: count what limit=all answers with.")
    pinned = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        pinned.setdefault("known_at", newest_instant(connection))
        at = change_at(connection, pinned["known_at"])
        return StreamedState(pinned, version_at(context, connection, at))


def batches(context: Context, record_type: RecordType, values: Mapping[str, Any]) -> Iterator[ListRows]:
    """Yield all records of a list that were held at ``known_at``, some at a time."""
    position = None
    while True:
        found = read_rows(context, record_type, values, position, BATCH)
        yield found
        position = found.next_position
        if position is None:
            return


def version_at(context: Context, connection: Connection, at: int) -> str:
    """Return what stands for all that is held at a change, and for the release that answers."""
    # While documents of an older release are being reindexed, two answers may differ: the version is made unique.
    state = "" if is_indexed(connection, context.registry, RELEASE) else token_hex(8)
    return dump([chain_at(connection, at), context.caching.release, state])


def file_of_all(
    context: Context, state: StreamedState, write: Callable[[IO[bytes]], None], made_by: str
) -> FileAnswer:
    """Return the answer to the request in hand with a file of a state, whose bytes follow from it and ``made_by``."""
    told = dump([state.version, state.known_at, state.values["as_of"], request.path, g.query, made_by])
    return FileAnswer(told.encode(), write, context.files)


def stream_all(state: StreamedState, pieces: Iterator[bytes]) -> Response:
    """Return the answer to the request in hand that streams pieces of a state."""
    representation = g.representation
    told = dump(
        [state.version, state.known_at, state.values["as_of"], request.path, g.query, representation.name]
    )
    return stream(request, pieces, state=told.encode(), media_type=representation.media_type)
