"""Checks of the change feed and of histories: no gaps in the numbers, each revision current until the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, text

from service.records.chain import BEGINNING, chained
from service.records.record_type import Registry
from service.records.revisions import CREATED, DELETED, UPDATED


def check_feed(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield an error wherever changes are not numbered 1, 2, 3…, or not in the order of their instants."""
    expected, before = 1, ""
    rows = _stream(connection, "SELECT seq_from, recorded_at FROM revisions ORDER BY seq_from")
    for seq, instant in (tuple(row) for row in rows):
        if seq != expected:
            missing = f"change {expected}" if seq == expected + 1 else f"changes {expected} to {seq - 1}"
            yield f"{missing} missing from the feed"
        if instant <= before:
            yield f"change {seq} is of {instant}, no later than the one before it"
        expected, before = seq + 1, instant


def check_chain(connection: Connection, _registry: Registry) -> Iterator[str]:
    """Yield an error for each change whose hash does not follow from the previous hash and its own entry."""
    rows = _stream(
        connection,
        "SELECT seq_from, operation, type, id, revision, recorded_at, reason, chain FROM revisions ORDER BY seq_from",
    )
    before = BEGINNING
    for seq, operation, record_type, record_id, revision, instant, reason, found in (
        tuple(row) for row in rows
    ):
        expected = chained(before, seq, operation, (record_type, record_id), revision, instant, reason)
        if found != expected:
            yield f"change {seq} has a hash that does not follow from it and the change before it"
        before = found


def check_histories(connection: Connection, registry: Registry) -> Iterator[str]:
    """Yield an error wherever a record's revisions do not follow one another."""
    rows = _stream(
        connection,
        "SELECT type, id, revision, seq_from, seq_to, operation, body IS NULL AS is_empty FROM revisions "
        "ORDER BY type, id, seq_from",
    )
    for (record_type, record_id), revisions in groupby(rows, key=lambda row: (row.type, row.id)):
        if record_type not in registry.names:
            yield f"{record_type} {record_id}: there is no such type"
        for error in _of_record(list(revisions)):
            yield f"{record_type} {record_id}: {error}"


def _of_record(revisions: list[Row[Any]]) -> Iterator[str]:
    before = DELETED
    for number, row in enumerate(revisions, 1):
        if row.revision != number:
            yield f"revision {row.revision} is in the place of revision {number}"
        ends = revisions[number].seq_from if number < len(revisions) else None
        if row.seq_to != ends:
            yield f"revision {number} ends with change {row.seq_to}, not {ends}"
        expected = (CREATED,) if before == DELETED else (UPDATED, DELETED)
        if row.operation not in expected:
            yield f"revision {number} is {row.operation!r}, after {before!r}"
        if bool(row.is_empty) is not (row.operation == DELETED):
            yield f"revision {number} is {row.operation!r} and has {'no' if row.is_empty else 'a'} body"
        before = row.operation


def _stream(connection: Connection, query: str) -> Iterator[Row[Any]]:
    yield from connection.execution_options(yield_per=1000).execute(text(query))
