"""Importing entries: batch by batch, in one transaction, all or those without an error.

What comes over HTTP is validated before the write lock is taken, in bounded memory; the command line validates as it
reads, so that a file may be of any length, and the next batch is made rows of while the database writes one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection

from service.exchange.cases import Case, Cases
from service.exchange.checking import Importer, Stale
from service.exchange.entries import Connected, ImportEntry, Refused, Report
from service.records.context import Context
from service.records.existing import ExistingRecords
from service.records.writing import Writer

# Enough to make one statement of many, few enough to hold in memory.
BATCH = 1000
BATCH_BYTES = 131_072
Read = Callable[[Connected], Iterable[ImportEntry]]
BeforeCommit = Callable[[Connection, Report], None]
_MOST_ATTEMPTS = 5


class Overtaken(Exception):
    """Others keep changing the records that an import adds to."""


class _Undone(Exception):
    """Leaves the transaction of a dry run, so that it is rolled back."""


@dataclass(frozen=True)
class Options:
    """How to import. ``reason`` is that of entries without their own, for records that they change.

    Where the import is ``atomic``, entries may refer to one another in any order, and an error in one refuses all.
    Otherwise each entry is as a write by itself, in order, and those with errors are left out. A ``dry_run`` keeps
    nothing.
    """

    atomic: bool = True
    dry_run: bool = False
    reason: str | None = None


def import_entries(
    context: Context,
    read: Read,
    actor: str,
    options: Options | None = None,
    before_commit: BeforeCommit | None = None,
) -> Report:
    """Import what ``read`` yields, validated as it is read; return what came of each entry or raise ``Refused``.

    ``before_commit`` is called in the transaction.
    """
    importing = _Import(context, actor, options or Options(), is_bounded=False)
    importing.write(lambda connected: importing.validated(read(connected)), before_commit)
    return importing.report


def import_body(
    context: Context, read: Read, actor: str, options: Options, before_commit: BeforeCommit | None = None
) -> Report:
    """Import what ``read`` yields, all validated before the write lock is taken; as ``import_entries`` else.

    In memory are the valid records as JSON, and the first errors. ``before_commit`` is called in the transaction.
    Raises ``Overtaken`` where a record that entries add to is never the same twice.
    """
    for _ in range(_MOST_ATTEMPTS):
        importing = _Import(context, actor, options, is_bounded=True)
        try:
            importing.validate_first(read, before_commit)
        except Stale:
            continue
        return importing.report
    raise Overtaken


class _Import:
    """One import: what it is made with, and what became of it so far."""

    def __init__(self, context: Context, actor: str, options: Options, *, is_bounded: bool) -> None:
        self._context = context
        self._actor = actor
        self._options = options
        self.report = Report([], options.dry_run, is_bounded)
        self._cases = Cases(context.registry, self.report)
        self._announced: ExistingRecords | None = None

    def validated(self, entries: Iterable[ImportEntry]) -> Iterator[Case]:
        """Yield the cases of entries."""
        return (case for entry in entries if (case := self._cases.validate(entry)))

    def validate_first(self, read: Read, before_commit: BeforeCommit | None) -> None:
        """Validate all entries, then write them."""
        database, atomic = self._context.database, self._options.atomic
        cases: list[Case] = []
        with database.reading(snapshot=True) as connection:
            database.shrink_afterwards(connection)
            announced = ExistingRecords(connection, self._context.registry)
            for case in self.validated(read(lambda: connection)):
                self._cases.announce(case, announced)
                case.pack()
                cases.append(case)
            self._announced = announced if atomic else None
            if atomic or not any(case.is_valid for case in cases):
                self._check(connection, cases)
        if any(case.is_valid for case in cases):
            self.write(lambda _: cases, before_commit)

    def _check(self, connection: Connection, cases: Iterable[Case]) -> None:
        """Find all that is wrong with the cases; raises ``Refused``."""
        importer = self._importer(Writer(connection, self._context.registry, self._actor))
        importer.check(_batches(cases))
        if self._options.atomic and self.report.has_failed:
            raise Refused(self.report)

    def write(
        self, cases: Callable[[Connected], Iterable[Case]], before_commit: BeforeCommit | None = None
    ) -> None:
        """Write the cases in one transaction; raises ``Refused``."""
        options, report = self._options, self.report
        # The thread's work ends before the transaction does, however that ends.
        with (
            suppress(_Undone),
            self._context.database.writing() as connection,
            ThreadPoolExecutor(1) as aside,
        ):
            self._context.database.shrink_afterwards(connection)
            importer = self._importer(Writer(connection, self._context.registry, self._actor))
            batches = _batches(cases(importer.writer.connected))
            importer.write(batches, None if report.is_bounded else aside)
            if options.atomic and report.has_failed:
                raise Refused(report)
            if options.dry_run:
                for result in report.results:
                    # Of revisions that will not be.
                    result.revision, result.seq = None, None
                raise _Undone
            if before_commit is not None:
                before_commit(connection, report)

    def _importer(self, writer: Writer) -> Importer:
        known = ExistingRecords(writer.connected(), self._context.registry, self._announced)
        return Importer(
            writer,
            self._context.registry,
            self._cases,
            known,
            atomic=self._options.atomic,
            reason=self._options.reason,
        )


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    batch: list[Case] = []
    size = 0
    for case in cases:
        batch.append(case)
        size += len(case.packed or b"")
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
