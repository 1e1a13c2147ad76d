"""Cases checked against the record that they are imported into, and written where nothing is wrong with them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from concurrent.futures import Executor

from service.exchange.cases import Case, Cases
from service.exchange.losses import losses
from service.records.acyclic import ReferenceCycles
from service.records.documents import Draft, Invalid, read_only_errors
from service.records.existing import ExistingRecords
from service.records.index.indexing import Named
from service.records.record_type import RecordType, Registry
from service.records.revisions import UPDATED, StoredRevision, current_revisions
from service.records.writing import Writer


class Stale(Exception):
    """A stored record is no longer the one that an entry adds to."""


class Importer:
    """One import, by a writer: ``check`` needs no write lock, ``write`` does."""

    def __init__(
        self,
        writer: Writer,
        registry: Registry,
        cases: Cases,
        known: ExistingRecords,
        *,
        atomic: bool,
        reason: str | None,
    ) -> None:
        self.writer = writer
        self._registry = registry
        self._cases = cases
        self._known = known
        self._atomic = atomic
        self._reason = reason
        self._writes = False
        self._cycles = ReferenceCycles(writer.connected)
        # What can be told at the end only: references that later entries may meet, parts that these may still name.
        self._waiting: list[tuple[Case, tuple[Named, ...]]] = []
        self._with_removed_parts: list[tuple[Case, RecordType, frozenset[str]]] = []

    def check(self, batches: Iterable[Sequence[Case]]) -> None:
        """Find what is wrong with the cases, without writing anything."""
        for batch in batches:
            self._take(batch, None)
        self._finish()

    def write(self, batches: Iterable[Sequence[Case]], aside: Executor | None = None) -> None:
        """Write the cases; in an atomic import all of them may be undone afterwards.

        While ``aside`` writes one batch, the next is checked; without, one after another, in half the memory.
        """
        self._writes = True
        for batch in batches:
            self._take(batch, aside)
        self.writer.flush()
        self._finish()

    def _take(self, batch: Sequence[Case], aside: Executor | None) -> None:
        for case in batch:
            case.unpack(self._registry)
        stored = current_revisions(self.writer.connected(), [case.key for case in batch])
        self._known.learn(named for case in batch for named in case.named)
        if aside is not None:
            self.writer.flush_aside(aside)
        elif self._writes:
            self.writer.flush()
        for case in batch:
            self._check(case, stored.get(case.key))
            if case.made is not None and not case.result.has_failed:
                self._known.add(*case.key, case.made.document)
            case.release()

    def _finish(self) -> None:
        """Tell what had to wait for the last batch."""
        self._known.learn(named for _, waiting in self._waiting for named in waiting)
        for case, waiting in self._waiting:
            self._cases.fail(case, self._known.errors(waiting, case.key))
        for case, record_type, kept in self._with_removed_parts:
            # Before anything is written, those that name a part may still give it up.
            moving: Container[tuple[str, str]] = () if self._writes else self._cases
            self._cases.fail(case, self.writer.parts_in_use(record_type, case.key[1], kept, moving))
        if self._atomic:
            for key, found in self._cycles.errors():
                self._cases.fail_at(key, [found])
        self._cases.settle()

    def _check(self, case: Case, stored: StoredRevision | None) -> None:
        """Write a case's record unless something is wrong with it."""
        if case.entry.revision is not None and (stored is None or stored.revision != case.entry.revision):
            raise Stale
        if self._atomic:
            # Whether this entry is good or not, others may name its record.
            self._known.assume(*case.key)
        if case.made is None:
            allowed = {"type": case.key[0]} | ((stored.document or {}) if stored else {})
            self._cases.fail(case, read_only_errors(case.read_only, allowed))
        self._check_references(case)
        if case.made is None:
            return
        if stored is not None and case.made.record_type.parts is not None:
            self._check_parts(case, case.made)
        self._check_cycles(case, case.made, stored)
        if not self._writes or case.result.has_failed or (self._atomic and self._cases.have_failed):
            self._cases.fail(case, self.writer.read_only_errors(case.made, case.key[1], stored))
        else:
            self._write(case, case.made, stored)

    def _check_references(self, case: Case) -> None:
        document = case.made.document if case.made else None
        errors = self._known.errors(case.named, case.key, document)
        if errors and self._atomic and not self._known.has_all:
            pointers = {each["pointer"] for each in errors}
            self._waiting.append((case, tuple(each for each in case.named if each.pointer in pointers)))
        else:
            self._cases.fail(case, errors)

    def _check_parts(self, case: Case, made: Draft) -> None:
        assert made.record_type.parts is not None
        kept = frozenset(made.record_type.parts(made.document))
        if self._atomic:
            self._with_removed_parts.append((case, made.record_type, kept))
        else:
            if self._writes:
                self.writer.flush()
            self._cases.fail(case, self.writer.parts_in_use(made.record_type, case.key[1], kept))

    def _check_cycles(self, case: Case, made: Draft, stored: StoredRevision | None) -> None:
        record_type, record_id = made.record_type, case.key[1]
        self._cycles.add(record_type, record_id, made.document, stored.document if stored else None)
        if not self._atomic:
            self._cases.fail(case, self._cycles.errors_of(record_type, record_id))
            if case.result.has_failed:
                self._cycles.discard(record_type, record_id)

    def _write(self, case: Case, made: Draft, stored: StoredRevision | None) -> None:
        reason = (case.entry.reason or self._reason) if stored else None
        try:
            revision, is_new = self.writer.gather(made, case.key[1], stored=stored, reason=reason)
        except Invalid as invalid:
            self._cases.fail(case, invalid.errors)
            return
        result = case.result
        result.outcome = revision.operation if is_new else "unchanged"  # type: ignore[assignment]
        result.revision, result.seq = revision.revision, revision.seq
        if result.outcome == UPDATED and stored is not None and stored.document is not None:
            result.warnings = losses(stored.document, made.document)
