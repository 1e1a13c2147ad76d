"""What an import takes, one entry a record, and what came of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection

Outcome = Literal["created", "updated", "unchanged", "failed"]
OUTCOMES: tuple[Outcome, ...] = ("created", "updated", "unchanged", "failed")
Fault = dict[str, Any]
# Returns the connection of the import's transaction when it can be asked something.
Connected = Callable[[], Connection]


@dataclass(frozen=True)
class Entry:
    """One record to import.

    ``where`` tells people and programs which it is: its ``line``, its ``file``. ``faults`` are those of reading it;
    with any, the rest may be empty. ``cells`` gives the line and column of the places of a record that was made from
    a table, by JSON Pointer.
    """

    where: Mapping[str, Any]
    type: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    reason: str | None = None
    faults: tuple[Fault, ...] = ()
    cells: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass
class Result:
    """What came of an entry; with ``faults``, nothing."""

    where: Mapping[str, Any]
    type: str = ""
    id: str = ""
    outcome: Outcome = "failed"
    revision: int | None = None
    seq: int | None = None
    faults: list[Fault] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        """Return the result as it is answered."""
        named = {name: value for name, value in (("type", self.type), ("id", self.id)) if value}
        found = {**self.where, **named, "result": self.outcome}
        if self.faults:
            return found | {"errors": self.faults}
        return found | {"revision": self.revision, "seq": self.seq}


@dataclass
class Report:
    """What came of an import: its results in order. With ``dry_run`` nothing was kept of it."""

    results: list[Result]
    dry_run: bool = False

    def count(self, outcome: Outcome) -> int:
        """Return how many entries had this outcome."""
        return sum(each.outcome == outcome for each in self.results)

    @property
    def failed(self) -> int:
        """How many entries have faults."""
        return sum(bool(each.faults) for each in self.results)

    def faults(self) -> list[Fault]:
        """Return all faults, each telling where."""
        return [{**each.where, **fault} for each in self.results for fault in each.faults]


class Refused(Exception):
    """An import of which all or nothing was wanted, and some entries have faults: nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report.failed} of {len(report.results)} entries have faults")
        self.report = report


def fault(code: str, detail: str, pointer: str = "", **more: Any) -> Fault:
    """Return a fault of an entry."""
    return {"pointer": pointer, "code": code, "detail": detail, **more}
