"""What a record type declares of its entries on the timeline."""

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
    """A dated statement, with what its summary is made of.

    ``statement`` is the record itself or a dated part of it. ``referenced`` are the records that it names, by the field
    that names them. ``withdrawals`` are those in force that concern the record.
    """

    record: Document
    statement: Document
    clocks: Clocks
    referenced: Mapping[str, Document] = field(default_factory=dict)
    withdrawals: Sequence[Withdrawal] = ()


@dataclass(frozen=True)
class TimelineKind:
    """The entries that records of a type make on the timeline: one a record, or one for each of its ``moments``.

    ``name`` is the kind of the entries; those of one day follow one another in the order of these names.
    ``conditions`` returns those that a request's filters (``country``, ``facility``, ``actor``) make, or ``None`` where
    no entry can meet them. ``summary`` returns the line that tells what took place. ``date`` is the field of the date.
    ``references`` are the fields of the record whose records the summary needs, with their types. Of a type that
    ``is_withdrawable``, records that others withdraw as a whole are left out.
    """

    name: str
    conditions: Callable[[Connection, Mapping[str, Any], int | None], tuple[Condition, ...] | None]
    summary: Callable[[TimelineStatement], str]
    date: str = "date"
    references: Mapping[str, str] = field(default_factory=dict)
    is_withdrawable: bool = False

    def statement_at(self, record: Document, pointer: str) -> Document:
        """Return the object at a pointer through plain names and positions, its date under ``date`` and its bounds."""
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
    """Return ``subject: said``, or the subject alone where nothing is said of it."""
    return f"{subject}: {said}" if said else subject
