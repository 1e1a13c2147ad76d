"""The kinds of entries: which records and parts they come from, by what the record types declare."""

from __future__ import annotations

from dataclasses import dataclass

from service.evidence.timeline_kind import TimelineKind
from service.records.index.indexing import moments_of
from service.records.record_type import RecordType, Registry


@dataclass(frozen=True)
class Kind:
    """A kind of entry: the type of its records, and what that type declares of it."""

    record_type: RecordType
    declared: TimelineKind

    @property
    def name(self) -> str:
        """What callers call it."""
        return self.declared.name

    @property
    def terms(self) -> str:
        """The type under which the terms of its entries are kept."""
        name = self.record_type.name
        return name if self.record_type.moments is None else moments_of(name)


def kinds_of(registry: Registry) -> tuple[Kind, ...]:
    """Return all kinds, in the order in which entries of one day follow one another: that of their names."""
    declared = ((each, each.declared(TimelineKind)) for each in registry)
    kinds = (Kind(record_type, kind) for record_type, kind in declared if kind is not None)
    return tuple(sorted(kinds, key=lambda kind: kind.name))
