"""One page of records: a range scan in keyset order, driven by the rarest condition, the others probed.

The choice of the driver is what keeps a page's time the same however large the record grows: see docs/decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import Connection, text

from service.records.conditions import MERGED_VALUES, RARE, AnyOf, Condition, Rows, Sql, Words
from service.records.indexing import EVERY, SPAN
from service.records.slices import LENGTHS, Order, bound_beyond, place_text, slice_word
from service.records.spans import blocks_around

_COLUMNS: dict[Order, tuple[str, ...]] = {
    "sort_key": ("sort_key", "id"),
    "id": ("id",),
    "recorded_at": ("seq_from",),
}

_EVERYTHING = AnyOf(((EVERY, EVERY),))


class Row(NamedTuple):
    """One record of a page, with what its place in any order is known by."""

    body: str
    sort_key: str
    id: str
    seq_from: int


@dataclass(frozen=True)
class Selection:
    """Which records of a type, as at which change (``None``: now). ``overlaps`` is a pair of ISO dates, either open."""

    record_type: str
    conditions: tuple[Condition, ...] = ()
    rows: Rows = field(default_factory=Rows)
    overlaps: tuple[str | None, str | None] | None = None
    at: int | None = None


@dataclass(frozen=True)
class _Scan:
    """A way to run through candidates: by terms in index order, or by a short list that is sorted afterwards."""

    driver: AnyOf | Words | Rows
    cost: int


def page(
    connection: Connection,
    selection: Selection,
    order: Order,
    *,
    descending: bool,
    after: Sequence[str | int] | None,
    limit: int,
) -> list[Row]:
    """Return up to ``limit`` records after a keyset position; ties of ``sort_key`` go by id in the same direction."""
    words = _words_to_slice(connection, selection)
    if words is None:
        return _page(connection, selection, order, descending, after, limit)
    rows: list[Row] = []
    lengths, level = (*LENGTHS[order], 0), 0
    # PostgreSQL cannot stop counting, so there all that match are counted only where hardly any come next.
    too_many = {""} if connection.dialect.name == "sqlite" else set()
    key = _next_key(connection, selection, order, descending, None if after is None else after[0])
    while key is not None and len(rows) < limit:
        while level and place_text(key)[: lengths[level]] in too_many:
            level -= 1
        prefix = place_text(key)[: lengths[level]]
        slices = ((slice_word(selection.record_type, order, prefix), False),) if lengths[level] else ()
        sliced = replace(words, words=words.words + slices)
        found = _count(connection, selection, sliced)
        if found > RARE and level:
            too_many.add(prefix)
            continue
        if found > RARE:
            # On this very day, say, there are so many that running through all records soon has a page of them.
            return rows + _page(connection, selection, order, descending, after, limit - len(rows))
        if found:
            conditions = tuple(sliced if each is words else each for each in selection.conditions)
            within = replace(selection, conditions=conditions)
            rows += _page(connection, within, order, descending, after, limit - len(rows), sliced)
            after = after if not rows else place_of(rows[-1], order)
        if not lengths[level]:
            break
        bound = bound_beyond(prefix, order, lengths[level], descending=descending)
        key = _next_key(connection, selection, order, descending, bound, beyond=True)
        level += 1
    return rows


def place_of(row: Row, order: Order) -> tuple[str | int, ...]:
    """Return the keyset position of a row in an order."""
    if order == "sort_key":
        return (row.sort_key, row.id)
    return (row.id,) if order == "id" else (row.seq_from,)


def _words_to_slice(connection: Connection, selection: Selection) -> Words | None:
    """Return the condition on words, if nothing else can drive a scan and too many records may match to read all."""
    words = [condition for condition in selection.conditions if isinstance(condition, Words)]
    others = any(isinstance(condition, AnyOf) for condition in selection.conditions)
    if len(words) != 1 or others or selection.rows.ids is not None:
        return None
    if connection.dialect.name == "sqlite" and _count(connection, selection, words[0]) <= RARE:
        return None
    return words[0]


def _next_key(
    connection: Connection,
    selection: Selection,
    order: Order,
    descending: bool,
    bound: str | int | None,
    *,
    beyond: bool = False,
) -> str | int | None:
    """Return the first key in an order that any record has, from a bound on or only ``beyond`` it."""
    sql = _sql(connection, selection)
    column, direction = _COLUMNS[order][0], "DESC" if descending else "ASC"
    operator = ("<" if descending else ">") + ("" if beyond else "=")
    within = "1 = 1" if bound is None else f"t.{column} {operator} {sql.bind(bound)}"
    arms = " UNION ALL ".join(
        f"SELECT * FROM (SELECT t.{column} AS place FROM terms t WHERE t.type = :type AND t.field = {sql.bind(EVERY)} "
        f"AND t.value = {sql.bind(EVERY)} AND {within} AND {sql.held('t', arm)} "
        f"ORDER BY t.{column} {direction} LIMIT 1) {arm}"
        for arm in sql.arms
    )
    found = connection.execute(text(f"{arms} ORDER BY place {direction} LIMIT 1"), sql.parameters).scalar()
    return None if found is None else found if isinstance(found, str) else int(found)


def _page(
    connection: Connection,
    selection: Selection,
    order: Order,
    descending: bool,
    after: Sequence[str | int] | None,
    limit: int,
    driver: Words | None = None,
) -> list[Row]:
    """Return up to ``limit`` records after a keyset position, by one query; ``driver`` is known to match few."""
    sql = _sql(connection, selection)
    direction = "DESC" if descending else "ASC"
    columns = _COLUMNS[order]
    ordering = ", ".join(f"{column} {direction}" for column in columns)
    scans: list[str] = []
    for branch in _branches(selection):
        bounds = branch.rows
        if after is not None:
            bounds = bounds.beyond(_COLUMNS[order][0], after[0], descending=descending)
        for scan in [_Scan(driver, 0)] if driver else _scans(connection, branch, order):
            for arm in sql.arms:
                body = _candidates(sql, replace(branch, rows=bounds), scan, arm, order)
                if after is not None:
                    place = ", ".join(f"t.{column}" for column in columns)
                    body += f" AND ({place}) {'<' if descending else '>'} ({sql.bind_all(tuple(after))})"
                by = ", ".join(f"t.{column} {direction}" for column in columns)
                scans.append(f"SELECT * FROM ({body} ORDER BY {by} LIMIT {limit:d}) s{len(scans)}")
    if not scans:
        return []
    found = scans[0] if len(scans) == 1 else f"SELECT DISTINCT * FROM ({' UNION ALL '.join(scans)}) u"
    by = ", ".join(f"k.{column} {direction}" for column in columns)
    rows = connection.execute(
        text(
            f"SELECT r.body, k.sort_key, k.id, k.seq_from FROM ({found} ORDER BY {ordering} LIMIT {limit:d}) k "
            f"JOIN revisions r ON r.seq_from = k.seq_from ORDER BY {by}"
        ),
        sql.parameters,
    ).all()
    return [Row(*row) for row in rows]


def total(connection: Connection, selection: Selection) -> int:
    """Return how many records are selected; the one part of a list whose time grows with them."""
    sql = _sql(connection, selection)
    scans = [
        _candidates(sql, branch, scan, arm, "sort_key")
        for branch in _branches(selection)
        for scan in _scans(connection, branch, "sort_key")
        for arm in sql.arms
    ]
    if not scans:
        return 0
    union = " UNION ".join(f"SELECT id FROM ({scan}) s{number}" for number, scan in enumerate(scans))
    return int(connection.execute(text(f"SELECT count(*) FROM ({union}) u"), sql.parameters).scalar_one())


def _sql(connection: Connection, selection: Selection) -> Sql:
    return Sql(selection.record_type, selection.at, is_sqlite=connection.dialect.name == "sqlite")


def _branches(selection: Selection) -> Iterable[Selection]:
    """Split a date range into what began inside it and what had begun before; the two never share a record."""
    if selection.overlaps is None:
        yield selection
        return
    start, end = selection.overlaps
    rows = replace(selection.rows, sort_key_from=start or "0", sort_key_to=end)
    yield replace(selection, rows=rows, overlaps=None)
    if start is not None:
        # Spans cover the days after the first: what is found by one began before ``start``, so before ``end``.
        running = AnyOf.of(SPAN, blocks_around(start))
        yield replace(selection, conditions=(*selection.conditions, running), overlaps=None)


def _scans(connection: Connection, selection: Selection, order: Order) -> list[_Scan]:
    """Choose what drives: the one condition there is, or the rarest, counted up to ``RARE``."""
    # More than any filter, since its rows are fewer, however many values were counted one by one.
    everything = _Scan(_EVERYTHING, (RARE + 1) * MERGED_VALUES)
    merged = [c for c in selection.conditions if isinstance(c, AnyOf) and len(c.terms) <= MERGED_VALUES]
    outside = _outside_order(selection.rows, order)
    others: list[Words | Rows] = [c for c in selection.conditions if isinstance(c, Words)]
    if outside is not None:
        others.append(outside)
    if not others and len(merged) == len(selection.conditions) <= 1:
        best = _Scan(merged[0], 0) if merged else everything
    else:
        drivers = (*merged, *others)
        # Last, so that of equally common ones a filter drives.
        counted = [*(_Scan(driver, _count(connection, selection, driver)) for driver in drivers), everything]
        usable = [scan for scan in counted if isinstance(scan.driver, AnyOf) or scan.cost <= RARE]
        best = min(usable, key=lambda scan: scan.cost)
    if isinstance(best.driver, AnyOf):
        return [_Scan(AnyOf((term,)), best.cost) for term in dict.fromkeys(best.driver.terms)]
    return [best]


def _outside_order(rows: Rows, order: Order) -> Rows | None:
    """Return the bounds on columns that the scan's index is not ordered by, which it could only filter on."""
    by_key = None if order == "sort_key" else rows.sort_key_from
    outside = Rows(
        sort_key_from=by_key,
        sort_key_to=None if order == "sort_key" else rows.sort_key_to,
        sort_key_before=None if order == "sort_key" else rows.sort_key_before,
        seq_after=None if order == "recorded_at" else rows.seq_after,
        ids=rows.ids,
    )
    return None if outside == Rows() else outside


def _count(connection: Connection, selection: Selection, driver: AnyOf | Words | Rows) -> int:
    """Return how many rows a driver would run through, up to ``RARE`` and one."""
    if isinstance(driver, Rows) and driver.ids is not None:
        return len(driver.ids)
    sql = _sql(connection, selection)
    if isinstance(driver, Words):
        inner = f"{driver.matches(sql)} LIMIT {RARE + 1}"
    else:
        terms, test = (
            (driver.terms, "1 = 1") if isinstance(driver, AnyOf) else (_EVERYTHING.terms, driver.test(sql))
        )
        inner = " UNION ALL ".join(
            f"SELECT * FROM (SELECT 1 FROM terms t WHERE t.type = :type AND t.field = {sql.bind(field)} "
            f"AND t.value = {sql.bind(value)} AND {test} AND {sql.held('t', arm)} LIMIT {RARE + 1}) c{number}{arm}"
            for number, (field, value) in enumerate(terms)
            for arm in sql.arms
        )
    return int(connection.execute(text(f"SELECT count(*) FROM ({inner}) n"), sql.parameters).scalar_one())


def _candidates(sql: Sql, selection: Selection, scan: _Scan, arm: str, order: Order) -> str:
    """Return the query for one scan's rows, all conditions but the driver's probed."""
    driver = scan.driver
    field, value = (driver if isinstance(driver, AnyOf) else _EVERYTHING).terms[0]
    base = f"t.type = :type AND t.field = {sql.bind(field)} AND t.value = {sql.bind(value)} AND {sql.held('t', arm)}"
    source = "terms t"
    if isinstance(driver, Words):
        # CROSS JOIN: SQLite keeps the order it is written in. LATERAL: PostgreSQL would rather read all terms.
        base += " AND t.seq_from = m.seq"
        source = f"({driver.matches(sql)} LIMIT {RARE + 1}) m CROSS JOIN "
        source += "terms t" if sql.is_sqlite else f"LATERAL (SELECT * FROM terms t WHERE {base} OFFSET 0) t"
    elif isinstance(driver, Rows):
        # The LIMIT keeps both planners from scanning in the order of the result instead.
        short = f"SELECT * FROM terms t WHERE {base} AND {driver.test(sql)} LIMIT {RARE + 1}"
        source, base = f"({short}) t", "1 = 1"
    probes = [
        condition.probe(sql, arm)
        for condition in selection.conditions
        if condition != driver and not (isinstance(driver, AnyOf) and _covers(driver, condition))
    ]
    # No index but that of the order may be taken: both planners would rather read a whole range and sort it.
    tests = " AND ".join([base, selection.rows.test(sql, in_order_of=_COLUMNS[order][0]), *probes])
    return f"SELECT t.sort_key, t.id, t.seq_from FROM {source} WHERE {tests}"


def _covers(driver: AnyOf, condition: Condition) -> bool:
    """Tell whether a scan over one value of a condition makes probing that condition needless."""
    return isinstance(condition, AnyOf) and driver.terms[0] in condition.terms
