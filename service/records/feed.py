"""The change feed: every write once, in order; which of them a filter finds, and what their hashes are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Literal, NamedTuple

from sqlalchemy import Connection, text

from service.records.chain import BEGINNING
from service.records.index.conditions import Condition
from service.records.index.sql import Sql
from service.records.reading import last_change

# Changes that a filter is tried on for one answer, so that a rare one does not read the whole feed at once.
TRIED = 10_000
_COLUMNS = (
    "r.seq_from, r.operation, r.type, r.id, r.revision, r.recorded_at, r.reason, r.chain, "
    "coalesce(r.body, b.body)"
)
# What is told of a deletion is told of what there was before.
_ROWS = (
    f"SELECT {_COLUMNS} FROM revisions r LEFT JOIN revisions b "
    "ON r.body IS NULL AND b.type = r.type AND b.id = r.id AND b.revision = r.revision - 1 "
    "WHERE r.seq_from > :after AND r.seq_from <= :upto"
)

Conditions = Sequence[Condition]


class FeedEntry(NamedTuple):
    """A change as the feed tells it; ``body`` is the record's JSON then, for a deletion that from before."""

    seq: int
    operation: str
    type: str
    id: str
    revision: int
    recorded_at: str
    reason: str | None
    chain: str
    body: str


@dataclass(frozen=True)
class FeedPage:
    """Entries in order, the number and hash to go on from, and whether there may be more now."""

    entries: list[FeedEntry]
    next_after: int
    next_chain: str
    has_more: bool


def read_feed(
    connection: Connection,
    *,
    after: int,
    upto: int,
    limit: int,
    types: Iterable[tuple[str, Conditions]] | None = None,
) -> FeedPage:
    """Return up to ``limit`` entries after a change number and up to another.

    ``types`` are the record types to tell of, each with conditions; ``None`` is everything. A change is told where the
    record met the conditions after it or before it: who follows them learns also of what left them. The number to go
    on from passes over what is left out.
    """
    last, rows = upto, []
    if types is None:
        rows.append(_rows(connection, f"{_ROWS} ORDER BY r.seq_from LIMIT :most", after, upto, limit))
    else:
        asked = list(types)
        if any(conditions for _, conditions in asked):
            last = min(upto, after + TRIED)
        rows += [_of_type(connection, each, after, last, limit) for each in asked]
    entries = list(islice(merge(*rows, key=itemgetter(0)), limit + 1))
    is_full = len(entries) > limit
    following = entries[limit - 1].seq if is_full else max(last, after)
    return FeedPage(entries[:limit], following, chain_at(connection, following), is_full or last < upto)


def read_newest(
    connection: Connection,
    *,
    after: int,
    upto: int,
    limit: int,
    types: Iterable[tuple[str, Conditions]] | None = None,
) -> tuple[list[FeedEntry], int | None]:
    """Return the last ``limit`` entries up to a change number, the newest first, and where older ones begin.

    Older ones are those before the number returned, which is ``None`` where there are none. As in ``read_feed`` a
    filter is tried on so many changes only: of those before it may find more.
    """
    first, rows = after, []
    if types is None:
        order = "ORDER BY r.seq_from DESC LIMIT :most"
        rows.append(_rows(connection, f"{_ROWS} {order}", after, upto, limit))
    else:
        asked = list(types)
        if any(conditions for _, conditions in asked):
            first = max(after, upto - TRIED)
        rows += [_of_type(connection, each, first, upto, limit, "DESC") for each in asked]
    entries = list(islice(merge(*rows, key=itemgetter(0), reverse=True), limit + 1))
    if len(entries) > limit:
        return entries[:limit], entries[limit - 1].seq
    return entries, first + 1 if first > after else None


def chain_at(connection: Connection, seq: int) -> str:
    """Return the hash of a change; for 0 what comes before the first, and "" for one that never was."""
    if seq == 0:
        return BEGINNING
    query = text("SELECT chain FROM revisions WHERE seq_from = :seq")
    return str(connection.execute(query, {"seq": seq}).scalar() or "")


def newest(connection: Connection) -> int:
    """Return the newest change number, 0 where nothing was ever written."""
    return last_change(connection)[0]


def _of_type(
    connection: Connection,
    asked: tuple[str, Conditions],
    after: int,
    upto: int,
    limit: int,
    order: Literal["ASC", "DESC"] = "ASC",
) -> list[FeedEntry]:
    record_type, conditions = asked
    sql = Sql(record_type, None, is_sqlite=connection.dialect.name == "sqlite", of_any_revision=True)
    probes = " AND ".join(condition.probe(sql, "") for condition in conditions)
    test = (
        f" AND EXISTS (SELECT 1 FROM revisions t WHERE t.type = r.type AND t.id = r.id "
        f"AND t.revision IN (r.revision, r.revision - 1) AND {probes})"
        if probes
        else ""
    )
    query = f"{_ROWS} AND r.type = :type{test} ORDER BY r.seq_from {order} LIMIT :most"
    return _rows(connection, query, after, upto, limit, sql.parameters)


def _rows(
    connection: Connection,
    query: str,
    after: int,
    upto: int,
    limit: int,
    parameters: dict[str, object] | None = None,
) -> list[FeedEntry]:
    bounds = {"after": after, "upto": upto, "most": limit + 1}
    return [FeedEntry(*row) for row in connection.execute(text(query), (parameters or {}) | bounds)]
