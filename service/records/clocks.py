"""The two clocks that a derived field is read at: what was so by a date, and what the public could know by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import has_request_context, request


@dataclass(frozen=True)
class Clocks:
    """``as_of`` and ``published_until`` as ISO dates (``None``: not asked), and which sources were public by then.

    ``is_public`` answers for a source id. The third clock, ``known_at``, is no matter of rules: it selects the
    revisions that they are given.
    """

    as_of: str | None = None
    published_until: str | None = None
    is_public: Callable[[str], bool] = lambda _source: True

    def counts(self, statement: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
        """Tell whether a statement was public: one of its own citations, else one of its record's, had appeared."""
        if self.published_until is None:
            return True
        citations: Iterable[Mapping[str, Any]] = statement.get("citations") or record.get("citations") or ()
        return any(self.is_public(citation["source"]) for citation in citations)

    def holds(self, statement: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
        """Tell whether a dated statement certainly was so by ``as_of``, and was public by ``published_until``.

        An open end counts as the known one.
        """
        last = statement["date_latest"] or statement["date_earliest"] or ""
        return (self.as_of is None or last <= self.as_of) and self.counts(statement, record)


NO_CLOCKS = Clocks()
"""All that is held, whenever it was so and whoever could know."""


def reference_date(values: Mapping[str, Any]) -> str:
    """Return the day that a request speaks from, an ISO date: ``as_of``, else that of ``known_at``, else today (UTC).

    What ``known_at`` asks about was answered as of its own day.
    """
    return str(values.get("as_of") or values.get("known_at") or _today())[:10]


def _today() -> str:
    """Return today (UTC), in a request that of its first look: no answer is half of one day and half of the next."""
    today = datetime.now(UTC).date().isoformat()
    return str(request.environ.setdefault("peninsula.today", today)) if has_request_context() else today


def at_reference_date(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a request with ``as_of`` set to the day that it speaks from.

    Without ``as_of`` an answer is as of today (PRODUCT.md, section 2).
    """
    return {**values, "as_of": reference_date(values)}
