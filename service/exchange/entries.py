"""What an import takes, one entry a record, and what came of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import orjson
from sqlalchemy import Connection

Outcome = Literal["created", "updated", "unchanged", "failed"]
OUTCOMES: tuple[Outcome, ...] = ("created", "updated", "unchanged", "failed")
Fault = dict[str, Any]
# Returns the connection of the import's transaction when it can be asked something.
Connected = Callable[[], Connection]

# What one answer holds: as many errors as any problem, and results up to a size that every client takes.
MOST_ERRORS = 1000
MOST_ERROR_BYTES = 262_144
MOST_RESULT_BYTES = 524_288


def no_cell(_pointer: str) -> Mapping[str, Any]:
    """Return what tells the cell of a value that came from no table: nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class Entry:
    """One record to import.

    ``where`` tells people and programs which it is: its ``line``, its ``file``. ``faults`` are those of reading it;
    with any, the rest may be empty. ``cell`` returns the line and column that the value at a JSON Pointer came from,
    where the record was made from a table. ``revision`` is that of the stored record that the entry adds to.
    """

    where: Mapping[str, Any]
    type: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    reason: str | None = None
    faults: tuple[Fault, ...] = ()
    cell: Callable[[str], Mapping[str, Any]] = no_cell
    revision: int | None = None


@dataclass(slots=True)
class Result:
    """What came of an entry; where it has failed, nothing.

    ``faults`` are those that the report has room for: ``omitted`` says how many more there are.
    """

    where: Mapping[str, Any]
    type: str = ""
    id: str = ""
    outcome: Outcome = "failed"
    revision: int | None = None
    seq: int | None = None
    faults: list[Fault] = field(default_factory=list)
    omitted: int = 0
    warnings: list[Fault] = field(default_factory=list)

    @property
    def has_failed(self) -> bool:
        """Whether the entry has errors."""
        return bool(self.faults or self.omitted)

    def document(self) -> dict[str, Any]:
        """Return the result as it is answered."""
        named = {name: value for name, value in (("type", self.type), ("id", self.id)) if value}
        found = {**self.where, **named, "result": self.outcome}
        if self.has_failed:
            truncated = {"errors_truncated": True} if self.omitted else {}
            return found | {"errors": self.faults} | truncated
        warned = {"warnings": self.warnings} if self.warnings else {}
        return found | {"revision": self.revision, "seq": self.seq} | warned


@dataclass
class Report:
    """What came of an import: its results in order. With ``dry_run`` nothing was kept of it.

    Where it ``is_bounded``, only the first errors are kept, and all others counted. ``has_failed`` tells whether there
    are any.
    """

    results: list[Result]
    dry_run: bool = False
    is_bounded: bool = False
    has_failed: bool = field(default=False, init=False)
    _errors: int = field(default=0, init=False)
    _bytes: int = field(default=0, init=False)

    @property
    def has_room(self) -> bool:
        """Whether another error would be kept."""
        return not self.is_bounded or (self._errors < MOST_ERRORS and self._bytes < MOST_ERROR_BYTES)

    def fail(self, result: Result, faults: Iterable[Fault]) -> None:
        """Add errors to a result, or count them where there is no room for more."""
        for each in faults:
            self.has_failed = True
            if self.has_room:
                result.faults.append(each)
                self._errors += 1
                if self.is_bounded:
                    self._bytes += len(orjson.dumps({**result.where, **each}))
            else:
                result.omitted += 1

    def count(self, outcome: Outcome) -> int:
        """Return how many entries had this outcome."""
        return sum(each.outcome == outcome for each in self.results)

    @property
    def failed(self) -> int:
        """How many entries have errors."""
        return sum(each.has_failed for each in self.results)

    @property
    def errors_omitted(self) -> int:
        """How many errors there are more than were kept."""
        return sum(each.omitted for each in self.results)

    def faults(self) -> list[Fault]:
        """Return the errors that were kept, each telling where."""
        return [{**each.where, **fault} for each in self.results for fault in each.faults]

    def warnings(self) -> list[Fault]:
        """Return all warnings, each telling where."""
        return [{**each.where, **warning} for each in self.results for warning in each.warnings]

    def listed(self) -> list[dict[str, Any]]:
        """Return the results as they are answered, in order, as many as one answer holds.

        Where these are not all, results with errors or warnings come first; those whose errors were only counted have
        nothing to tell.
        """
        left = MOST_RESULT_BYTES + MOST_ERROR_BYTES
        chosen: dict[int, dict[str, Any]] = {}
        for number in self._by_importance():
            document = self.results[number].document()
            left -= len(orjson.dumps(document)) + 1
            if left < 0:
                break
            chosen[number] = document
        return [chosen[number] for number in sorted(chosen)]

    def _by_importance(self) -> Iterator[int]:
        telling = [number for number, each in enumerate(self.results) if each.faults or each.warnings]
        yield from telling
        told = set(telling)
        yield from (
            number for number, each in enumerate(self.results) if number not in told and not each.omitted
        )


class Refused(Exception):
    """An import of which all or nothing was wanted, and some entries have errors: nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report.failed} of {len(report.results)} entries have errors")
        self.report = report


def fault(code: str, detail: str, pointer: str = "", **more: Any) -> Fault:
    """Return an error of an entry."""
    return {"pointer": pointer, "code": code, "detail": detail, **more}
