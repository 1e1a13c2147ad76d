"""Importing entries: batch by batch, in one transaction, all or those without a fault.

While the database writes one batch, the next is read, validated and made rows of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from service.exchange.entries import Connected, Entry, Fault, Refused, Report, Result, fault
from service.records.context import Context
from service.records.documents import (
    Draft,
    Invalid,
    draft,
    known_read_only,
    read_only_faults,
)
from service.records.index.indexing import Named
from service.records.known import KnownRecords
from service.records.record_type import Registry
from service.records.writing import Revision, Writer, heads

# Enough to make one statement of many, few enough to hold in memory.
BATCH = 1000
Key = tuple[str, str]
Read = Callable[[Connected], Iterable[Entry]]


class _Undone(Exception):
    """Leaves the transaction of a dry run, so that it is rolled back."""


@dataclass
class _Case:
    """An entry on its way: what it became, or what is wrong with it."""

    entry: Entry
    result: Result
    key: Key
    made: Draft | None = None
    refused: Invalid | None = None

    @property
    def named(self) -> tuple[Named, ...]:
        """What it names, also where it is faulty otherwise."""
        if self.made is not None:
            return self.made.named
        return self.refused.named if self.refused is not None else ()

    def fail(self, faults: Iterable[Fault]) -> None:
        """Add faults, each with the cell that it came from where there is one."""
        self.result.faults += [{**each, **_cell(self.entry, each["pointer"])} for each in faults]


def _cell(entry: Entry, pointer: str) -> dict[str, Any]:
    while pointer and pointer not in entry.cells:
        pointer = pointer.rpartition("/")[0]
    return dict(entry.cells.get(pointer, {}))


def import_entries(
    context: Context,
    read: Read,
    actor: str,
    *,
    atomic: bool = True,
    dry_run: bool = False,
    reason: str | None = None,
    before_commit: Callable[[Connection, Report], None] | None = None,
) -> Report:
    """Import what ``read`` yields and return what came of each entry.

    ``reason`` is that of entries without their own, for records that they change. Where the import is ``atomic``,
    entries may name one another in any order, and a fault in one refuses all: raises ``Refused``. Otherwise each entry
    is as a write by itself, in order, and those with faults are left out. A ``dry_run`` keeps nothing.
    ``before_commit`` is called in the transaction.
    """
    report = Report([], dry_run)
    try:
        # The thread's work ends before the transaction does, however that ends.
        with context.database.writing() as connection, ThreadPoolExecutor(1) as aside:
            importer = _Importer(
                connection, context.registry, actor, aside, report, atomic=atomic, reason=reason
            )
            for batch in _batches(read(importer.writer.connected)):
                importer.take(batch)
            importer.finish()
            if atomic and report.failed:
                raise Refused(report)
            if dry_run:
                for result in report.results:
                    # Of revisions that will not be.
                    result.revision, result.seq = None, None
                raise _Undone
            if before_commit is not None:
                before_commit(connection, report)
    except _Undone:
        pass
    return report


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    iterator = iter(entries)
    while batch := list(islice(iterator, BATCH)):
        yield batch


class _Importer:
    """One import on a connection that holds the write lock."""

    def __init__(
        self,
        connection: Connection,
        registry: Registry,
        actor: str,
        aside: Executor,
        report: Report,
        *,
        atomic: bool,
        reason: str | None,
    ) -> None:
        self._registry = registry
        self._report = report
        self._atomic = atomic
        self._reason = reason
        self.writer = Writer(connection, registry, actor)
        self._aside = aside
        self._known = KnownRecords(connection, registry)
        self._first: dict[Key, Result] = {}
        # What can be told at the end only: references that later entries may meet, parts that these may still name.
        self._waiting: list[tuple[_Case, tuple[Named, ...]]] = []
        self._parted: list[_Case] = []
        self._has_failed = False

    def take(self, batch: Sequence[Entry]) -> None:
        """Gather what is to be written of a batch, or find what is wrong with it, while the last one is written."""
        cases = [case for entry in batch if (case := self._case(entry))]
        stored = heads(self.writer.connected(), [case.key for case in cases])
        self._known.learn(named for case in cases for named in case.named)
        self.writer.flush_aside(self._aside)
        for case in cases:
            self._check(case, stored.get(case.key))
            if case.result.faults:
                self._has_failed = True
            elif case.made is not None:
                self._known.add(*case.key, case.made.document)

    def finish(self) -> None:
        """Write the last batch, and tell what had to wait for it."""
        self.writer.flush()
        self._known.learn(named for _, waiting in self._waiting for named in waiting)
        for case, waiting in self._waiting:
            document = case.made.document if case.made else case.entry.body
            case.fail(self._known.faults(waiting, case.key, document))
        for case in self._parted:
            assert case.made is not None
            case.fail(self.writer.parts_in_use(case.made.record_type, case.key[1], case.made.document))
        for result in self._report.results:
            if result.faults:
                result.outcome, result.revision, result.seq = "failed", None, None

    def _case(self, entry: Entry) -> _Case | None:
        """Return the entry as a case, validated; ``None`` where it cannot even be told which record it is."""
        record_id = entry.body.get("id")
        result = Result(entry.where, entry.type, record_id if isinstance(record_id, str) else "")
        self._report.results.append(result)
        key = (entry.type, result.id)
        if entry.faults:
            result.faults += entry.faults
            self._has_failed = True
            return None
        case = _Case(entry, result, key)
        try:
            record_type = self._registry.named(entry.type)
            case.made = draft(record_type, self._registry, record_type.without_unknown(entry.body))
        except Invalid as invalid:
            case.refused = invalid
        if record_id is None:
            case.fail([fault("required", "This field is required: it tells one record from another.", "/id")])
        elif key in self._first:
            first = ", ".join(f"{name} {value}" for name, value in self._first[key].where.items())
            case.fail([fault("duplicate_record", f"This record stands at {first} already.", "/id")])
        elif result.id:
            self._first[key] = result
        return case

    def _check(self, case: _Case, stored: Revision | None) -> None:
        """Write a case's record unless something is wrong with it."""
        if self._atomic:
            # Whether this entry is good or not, others may name its record.
            self._known.assume(*case.key)
        if case.refused is not None:
            case.fail(case.refused.faults)
            allowed = {"type": case.key[0]} | ((stored.document or {}) if stored else {})
            known = known_read_only(case.entry.body, case.refused.read_only)
            case.fail(read_only_faults(known, allowed))
        self._check_references(case)
        if case.made is None:
            return
        if stored is not None and case.made.record_type.parts is not None:
            self._check_parts(case)
        if case.result.faults or (self._atomic and self._has_failed):
            case.fail(self.writer.read_only_faults(case.made, case.key[1], stored))
        else:
            self._write(case, case.made, stored)

    def _check_references(self, case: _Case) -> None:
        document = case.made.document if case.made else case.entry.body
        faults = self._known.faults(case.named, case.key, document)
        if faults and self._atomic:
            self._waiting.append((case, case.named))
        else:
            case.fail(faults)

    def _check_parts(self, case: _Case) -> None:
        assert case.made is not None
        if self._atomic:
            self._parted.append(case)
        else:
            self.writer.flush()
            case.fail(self.writer.parts_in_use(case.made.record_type, case.key[1], case.made.document))

    def _write(self, case: _Case, made: Draft, stored: Revision | None) -> None:
        reason = (case.entry.reason or self._reason) if stored else None
        try:
            revision, is_new = self.writer.gather(made, case.key[1], stored=stored, reason=reason)
        except Invalid as invalid:
            case.fail(invalid.faults)
            return
        result = case.result
        result.outcome = revision.operation if is_new else "unchanged"  # type: ignore[assignment]
        result.revision, result.seq = revision.revision, revision.seq
