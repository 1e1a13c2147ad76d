"""What a record type declares for its entries on the timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from service.evidence.withdrawals import Withdrawal
from service.records.clocks import Clocks
from service.records.index.conditions import Condition

Document = Mapping[str, Any]


@dataclass(frozen=True)
class TimelineStatement:
    """A dated statement, with the data from which its summary is made.

    ``statement`` is the record itself or a dated part of it. ``referenced`` are the records that it names, by id, for
    each path by which it names any. ``withdrawals`` are those in force that concern the record.
    """

    record: Document
    statement: Document
    clocks: Clocks
    referenced: Mapping[str, Mapping[str, Document]] = field(default_factory=dict)
    withdrawals: Sequence[Withdrawal] = ()


@dataclass(frozen=True)
class TimelineKind:
    """The entries that records of a type have on the timeline: one for each record, or one for each of its ``moments``.

    ``name`` is the kind of the entries; entries of one day are sorted by it. ``conditions`` returns the conditions for
    a request's filters (``country``, ``facility``, ``actor``), or ``None`` if no entry can meet them. ``summary``
    returns the line that says what took place. ``date`` is the field of the date. ``references`` are the paths of
    ids of other records which the summary needs, with their types. If the type ``is_withdrawable``, records that others
    withdraw as a whole are left out.
    """

    name: str
    conditions: Callable[[Connection, Mapping[str, Any], int | None], tuple[Condition, ...] | None]
    summary: Callable[[TimelineStatement], str]
    date: str = "date"
    references: Mapping[str, str] = field(default_factory=dict)
    is_withdrawable: bool = False

    def statement_at(self, record: Document, pointer: str) -> Document:
        """Return the object at a pointer of plain names and indexes, with its date and bounds under ``date``."""
        value: Any = record
        for name in pointer.split("/")[1:]:
            value = value[int(name) if isinstance(value, list) else name]
        found: Document = value
        if self.date == "date":
            return found
        return {**found, **{f"date{end}": found[f"{self.date}{end}"] for end in ("", "_earliest", "_latest")}}


def as_words(name: str) -> str:
    """Return an identifier as words: ``not_held`` as ``not held``."""
    return name.replace("_", " ")


def line(subject: str, said: str) -> str:
    """Return ``subject: said``, or the subject alone if nothing is said of it."""
    return f"{subject}: {said}" if said else subject
