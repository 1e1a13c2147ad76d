"""One entry of the stream: the rule that makes it of a record, or leaves it out under the clocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from service.evidence.citations import citations_of, citations_reporting
from service.evidence.timeline_kind import TimelineKind
from service.records.clocks import Clocks
from service.records.headlines import shortened
from service.records.links import link_to

Document = Mapping[str, Any]


def entry(kind: TimelineKind, record: Document, pointer: str, summary: str, clocks: Clocks) -> dict[str, Any]:
    """Return the entry for the statement at a pointer, which is empty or leads to an item of a list."""
    statement = kind.statement_at(record, pointer)
    return {
        **{name: statement[name] for name in ("date", "date_earliest", "date_latest")},
        "kind": kind.name,
        "record": link_to(record),
        "pointer": pointer,
        "summary": shortened(summary),
        "citations": citations_of(statement, record, clocks) or citations_reporting(record, clocks),
    }


def last_that_counts(statements: Iterable[Document], record: Document, clocks: Clocks) -> Document | None:
    """Return the last of a record's dated statements that counts, or ``None``."""
    counting = [statement for statement in statements if clocks.holds(statement, record)]
    return counting[-1] if counting else None
