"""Entries while they are imported: each is validated on its own, without the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from service.exchange.entries import ErrorEntry, ImportEntry, Report, Result, error_at
from service.records.documents import Draft, Invalid, draft, known_read_only
from service.records.existing import ExistingRecords
from service.records.index.indexing import Named, references_of
from service.records.record_type import Registry

Key = tuple[str, str]
# The most references that are held of all entries with errors, so that unresolved ones are reported in the same answer.
_MOST_NAMED = 10_000


@dataclass(slots=True)
class Case:
    """An entry and its outcome so far: a draft, in memory or packed as JSON, or errors."""

    entry: ImportEntry
    result: Result
    key: Key
    made: Draft | None = None
    packed: bytes | None = None
    named: tuple[Named, ...] = ()
    read_only: tuple[tuple[str, Any], ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether the entry is a valid record, as far as can be checked without the database."""
        return self.made is not None or self.packed is not None

    def pack(self) -> None:
        """Replace the draft by its JSON, which takes a tenth of the memory."""
        if self.made is not None:
            # Copied, because the bytes that orjson returns keep its whole buffer of kilobytes allocated.
            self.packed = bytes(memoryview(orjson.dumps(self.made.document)))
            self.read_only = self.made.read_only
            self.release()

    def release(self) -> None:
        """Drop the draft from memory."""
        if self.made is not None:
            self.made, self.named = None, ()

    def unpack(self, registry: Registry) -> None:
        """Restore the draft from the packed JSON."""
        if self.made is None and self.packed is not None:
            record_type, document = registry.named(self.key[0]), orjson.loads(self.packed)
            self.named = tuple(references_of(record_type, document))
            self.made = Draft(record_type, document, self.read_only, self.named)


class Cases:
    """The cases of one import, by type and id."""

    def __init__(self, registry: Registry, report: Report) -> None:
        self._registry = registry
        self._report = report
        self._first: dict[Key, Case] = {}
        self._named_left = _MOST_NAMED

    def __contains__(self, key: object) -> bool:
        """Return whether an entry has this type and id."""
        return key in self._first

    def validate(self, entry: ImportEntry) -> Case | None:
        """Return the entry as a case; ``None`` if it could not be read, so that its record is unknown."""
        record_id = entry.body.get("id")
        result = Result(entry.where, entry.type, record_id if isinstance(record_id, str) else "")
        self._report.results.append(result)
        if entry.errors:
            self._report.fail(result, entry.errors)
            return None
        case = Case(
            ImportEntry(entry.where, entry.type, {}, entry.reason, (), entry.cell, entry.revision),
            result,
            (entry.type, result.id),
        )
        try:
            record_type = self._registry.named(entry.type)
            case.made = draft(record_type, self._registry, record_type.without_unknown(entry.body))
            case.named = case.made.named
        except Invalid as invalid:
            self.fail(case, invalid.errors)
            case.read_only = tuple(known_read_only(entry.body, invalid.read_only))
            case.named = invalid.named[: self._named_left]
            self._named_left -= len(case.named)
        self._check_id(case, record_id)
        return case

    @property
    def have_failed(self) -> bool:
        """Whether any entry has errors so far."""
        return self._report.has_failed

    def settle(self) -> None:
        """Reset the results of entries with errors to ``failed``."""
        for result in self._report.results:
            if result.has_failed:
                result.outcome, result.revision, result.seq, result.warnings = "failed", None, None, []

    def _check_id(self, case: Case, record_id: Any) -> None:
        if record_id is None:
            detail = "This field is required: it identifies the record."
            self.fail(case, [error_at("required", detail, "/id")])
        elif case.key in self._first:
            first = ", ".join(f"{name} {value}" for name, value in self._first[case.key].entry.where.items())
            self.fail(case, [error_at("duplicate_record", f"This record is already at {first}.", "/id")])
        elif case.result.id:
            self._first[case.key] = case

    def fail(self, case: Case, errors: Iterable[ErrorEntry]) -> None:
        """Add errors to a case, each with the table cell that it came from, if any."""
        self._report.fail(case.result, ({**each, **case.entry.cell(each["pointer"])} for each in errors))

    def fail_at(self, key: Key, errors: Iterable[ErrorEntry]) -> None:
        """Add errors to the case with this type and id."""
        self.fail(self._first[key], errors)

    def announce(self, case: Case, known: ExistingRecords) -> None:
        """Let other entries refer to this entry's record and to its parts."""
        if case.made is not None and not case.result.has_failed:
            known.add(*case.key, case.made.document)
        else:
            # Even if this entry has errors, references to its record should not be reported as well.
            known.assume(*case.key)
