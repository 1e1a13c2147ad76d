"""The input of an import, one entry for each record, and the result of each entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import orjson
from sqlalchemy import Connection

Outcome = Literal["created", "updated", "unchanged", "failed"]
OUTCOMES: tuple[Outcome, ...] = ("created", "updated", "unchanged", "failed")
ErrorEntry = dict[str, Any]
# Returns the connection of the import's transaction once it is free for a query.
Connected = Callable[[], Connection]

# Limits of one answer: as many errors as in any problem, and results up to a size that every client can handle.
MOST_ERRORS = 1000
MOST_ERROR_BYTES = 262_144
MOST_RESULT_BYTES = 524_288


def no_cell(_pointer: str) -> Mapping[str, Any]:
    """Return an empty location, for values that came from no table."""
    return {}


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One record to import.

    :param where: identifies the entry for people and programs: its ``line``, its ``file``.
    :param errors: errors in reading it; if there are any, the rest may be empty.
    :param cell: returns the line and column that the value at a JSON Pointer came from, if it came from a table.
    :param revision: of the stored record that the entry adds to.
    """

    where: Mapping[str, Any]
    type: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    reason: str | None = None
    errors: tuple[ErrorEntry, ...] = ()
    cell: Callable[[str], Mapping[str, Any]] = no_cell
    revision: int | None = None


@dataclass(slots=True)
class Result:
    """The result of an entry; revision and seq are ``None`` if it has failed.

    :param errors: the errors that the report has room for.
    :param omitted: how many more there are.
    """

    where: Mapping[str, Any]
    type: str = ""
    id: str = ""
    outcome: Outcome = "failed"
    revision: int | None = None
    seq: int | None = None
    errors: list[ErrorEntry] = field(default_factory=list)
    omitted: int = 0
    warnings: list[ErrorEntry] = field(default_factory=list)

    @property
    def has_failed(self) -> bool:
        """Whether the entry has errors."""
        return bool(self.errors or self.omitted)

    def document(self) -> dict[str, Any]:
        """Return the result as a JSON object of the answer."""
        named = {name: value for name, value in (("type", self.type), ("id", self.id)) if value}
        found = {**self.where, **named, "result": self.outcome}
        if self.has_failed:
            truncated = {"errors_truncated": True} if self.omitted else {}
            return found | {"errors": self.errors} | truncated
        warned = {"warnings": self.warnings} if self.warnings else {}
        return found | {"revision": self.revision, "seq": self.seq} | warned


@dataclass
class Report:
    """The results of an import, in order.

    :param dry_run: whether the import stored nothing.
    :param is_bounded: whether only the first errors are held, and all others counted.
    :param has_failed: whether any entry has errors.
    """

    results: list[Result]
    dry_run: bool = False
    is_bounded: bool = False
    has_failed: bool = field(default=False, init=False)
    _errors: int = field(default=0, init=False)
    _bytes: int = field(default=0, init=False)

    @property
    def has_room(self) -> bool:
        """Whether another error would be held."""
        return not self.is_bounded or (self._errors < MOST_ERRORS and self._bytes < MOST_ERROR_BYTES)

    def fail(self, result: Result, errors: Iterable[ErrorEntry]) -> None:
        """Add errors to a result, or only count them if there is no room for more."""
        for each in errors:
            self.has_failed = True
            if self.has_room:
                result.errors.append(each)
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
        """How many errors were only counted."""
        return sum(each.omitted for each in self.results)

    def errors(self) -> list[ErrorEntry]:
        """Return the errors that are held, each with its location."""
        return [{**each.where, **error} for each in self.results for error in each.errors]

    def warnings(self) -> list[ErrorEntry]:
        """Return all warnings, each with its location."""
        return [{**each.where, **warning} for each in self.results for warning in each.warnings]

    def listed(self) -> list[dict[str, Any]]:
        """Return the results as JSON objects, in order, as many as fit in one answer.

        If not all fit, results with errors or warnings are chosen first; those whose errors were only counted are left
        out.
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
        important = [number for number, each in enumerate(self.results) if each.errors or each.warnings]
        yield from important
        chosen = set(important)
        yield from (
            number for number, each in enumerate(self.results) if number not in chosen and not each.omitted
        )


class Refused(Exception):
    """An atomic import was refused because some entries have errors; nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report.failed} of {len(report.results)} entries have errors")
        self.report = report


def error_at(code: str, detail: str, pointer: str = "", **more: Any) -> ErrorEntry:
    """Return an error of an entry."""
    return {"pointer": pointer, "code": code, "detail": detail, **more}
