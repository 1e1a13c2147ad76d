"""One page of the stream: entries that count under the clocks, and the records left out between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection

from service.evidence.findings import WITHDRAWS
from service.evidence.series import having
from service.evidence.timeline_kind import TimelineStatement
from service.evidence.withdrawals import Evidence, Withdrawal
from service.records.clocks import Clocks
from service.records.index.indexing import moment_of
from service.records.links import link_of, link_to
from service.records.publication import clocks_of
from service.records.reading import bodies_at
from service.timeline import entries
from service.timeline.kinds import Kind
from service.timeline.stream import TimelinePosition, TimelineQuery, TimelineRow, stream

Document = dict[str, Any]


@dataclass
class TimelinePage:
    """Entries in order; ``left_out`` are the records between them that others withdrew as a whole."""

    entries: list[Document] = field(default_factory=list)
    left_out: list[Document] = field(default_factory=list)
    next_place: TimelinePosition | None = None


def read_page(
    connection: Connection,
    question: TimelineQuery,
    after: Sequence[str | int] | None,
    limit: int,
) -> TimelinePage:
    """Return the page of ``limit`` entries after a place; ``next_place`` is its last one's, where there are more."""
    rows = stream(connection, question, after, limit + 1)
    page, last = TimelinePage(), None
    # Left out behind the last entry: they belong to the page that follows, if one does.
    behind: list[Document] = []
    while chunk := list(islice(rows, limit + 1)):
        reader = _Reader(connection, question, chunk)
        for found in chunk:
            entry = reader.entry(found)
            if entry is None:
                behind += reader.left_out(found)
                continue
            if len(page.entries) == limit:
                page.next_place = last
                return page
            page.entries.append(entry)
            page.left_out += behind
            last, behind = found.place, []
    page.left_out += behind
    return page


class _Reader:
    """What some rows of the stream need to become entries, looked up for all of them at once."""

    def __init__(self, connection: Connection, question: TimelineQuery, rows: Iterable[TimelineRow]) -> None:
        self._records: dict[tuple[str, str], Document] = {}
        for found in rows:
            self._records.setdefault(_address(found), orjson.loads(found.body))
        later: dict[str, list[Document]] = {}
        for kind in question.kinds:
            if kind.declared.is_withdrawable and (records := self._of(kind)):
                ids = [each["id"] for each in records]
                later[kind.record_type.name] = _withdrawing(
                    connection, kind.record_type.name, ids, question.at
                )
        documents = [*self._records.values(), *(each for some in later.values() for each in some)]
        self._clocks = clocks_of(connection, documents, question.values, question.at)
        self._withdrawals: dict[tuple[str, str], list[Withdrawal]] = {}
        self._referenced: dict[tuple[str, str], Mapping[str, Document]] = {}
        for kind in question.kinds:
            if (name := kind.record_type.name) in later:
                holding = _holding([*self._of(kind), *later[name]], self._clocks)
                self._withdrawals |= {(name, record_id): each for record_id, each in holding.items()}
            for reference, record_type in kind.declared.references.items():
                ids = list(dict.fromkeys(_ids_at(reference, self._of(kind))))
                self._referenced[name, reference] = bodies_at(connection, record_type, ids, question.at)

    def _of(self, kind: Kind) -> list[Document]:
        return [record for (name, _), record in self._records.items() if name == kind.record_type.name]

    def entry(self, found: TimelineRow) -> Document | None:
        """Return the entry, or ``None`` where it does not count, or was withdrawn as a whole."""
        record, kind = self._records[_address(found)], found.kind.declared
        pointer = _pointer(found, record)
        statement = kind.statement_at(record, pointer)
        if not self._counts(found, record, statement) or self._whole(found):
            return None
        name = found.kind.record_type.name
        referenced = {path: self._referenced[name, path] for path in kind.references}
        withdrawals = self._withdrawals.get(_address(found), ())
        summary = kind.summary(TimelineStatement(record, statement, self._clocks, referenced, withdrawals))
        return entries.entry(kind, record, pointer, summary, self._clocks)

    def left_out(self, found: TimelineRow) -> list[Document]:
        """Return what withdrew a record as a whole, one entry each; nothing for what does not count."""
        record, whole = self._records[_address(found)], self._whole(found)
        if not whole or not self._counts(found, record, found.kind.declared.statement_at(record, "")):
            return []
        return [
            {
                "record": link_to(record),
                "relation": each.relation,
                "by": link_of(found.kind.record_type.name, each.by),
            }
            for each in whole
        ]

    def _counts(self, found: TimelineRow, record: Document, statement: Mapping[str, Any]) -> bool:
        """Tell whether an entry counts: a moment by its own sources, a record by any that report it."""
        record_type = found.kind.record_type
        if record_type.moments is not None:
            return self._clocks.holds(statement, record)
        return self._clocks.had_come(statement) and self._clocks.reported(record, record_type.accounts)

    def _whole(self, found: TimelineRow) -> list[Withdrawal]:
        return [each for each in self._withdrawals.get(_address(found), ()) if not each.components]


def _ids_at(path: str, records: Iterable[Document]) -> Iterator[str]:
    """Yield the ids at a path of names, such as ``appearances.system``, in the records; lists are gone through."""
    name, _, below = path.partition(".")
    for record in records:
        value = record[name]
        if below:
            yield from _ids_at(below, value if isinstance(value, list) else [value])
        elif value is not None:
            yield str(value)


def _pointer(found: TimelineRow, record: Document) -> str:
    moments = found.kind.record_type.moments
    if moments is None:
        return ""
    _, number = moment_of(found.place.id)
    return next(islice(moments(record), number, None)).pointer


def _address(found: TimelineRow) -> tuple[str, str]:
    return found.kind.record_type.name, found.place.id.partition("/")[0]


def _withdrawing(
    connection: Connection, record_type: str, ids: Sequence[str], at: int | None
) -> list[Document]:
    """Return the records of a type that withdraw any of these, those that withdraw them, and so on."""
    found: dict[str, Document] = {}
    known, named = set(ids), list(ids)
    while named:
        new = {row.id for row in having(connection, record_type, WITHDRAWS, named, at)} - known
        found |= bodies_at(connection, record_type, sorted(new), at)
        known |= new
        named = sorted(new)
    return list(found.values())


def _holding(observations: Iterable[Document], clocks: Clocks) -> dict[str, list[Withdrawal]]:
    evidence = Evidence("")
    evidence.add(observations, clocks)
    found: dict[str, list[Withdrawal]] = defaultdict(list)
    for each in evidence.withdrawals_in_force():
        found[each.observation].append(each)
    return found
