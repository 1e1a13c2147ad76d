"""The two clocks that a derived field is read at: what was so by a date, and what the public could know by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import has_request_context, request

# The part of every record that holds what others say about it, and not what it records itself.
CLAIMS = ("claims",)


def reporting_citations(record: Mapping[str, Any], accounts: Collection[str] = CLAIMS) -> Iterator[Any]:
    """Yield the citations of a record, its own first, and of its parts, but for lists of ``accounts``."""
    yield from record["citations"]
    for name, value in record.items():
        if name != "citations" and name not in accounts:
            yield from citations_within(value)


def citations_within(part: Any) -> list[Any]:
    """Return the citations of every part of a JSON value, in its order."""
    found: list[Any] = []
    _gather({"": part}, found)
    return found


def _gather(part: dict[str, Any], found: list[Any]) -> None:
    # Documents are plain JSON: asking for Mapping instead takes most of the time of a view.
    for name, value in part.items():
        kind = type(value)
        if name == "citations":
            found += value
        elif kind is dict:
            _gather(value, found)
        elif kind is list:
            for item in value:
                if type(item) is dict:
                    _gather(item, found)


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
        return self.had_come(statement) and self.counts(statement, record)

    def had_come(self, statement: Mapping[str, Any]) -> bool:
        """Tell whether a dated statement certainly was so by ``as_of``."""
        last = statement["date_latest"] or statement["date_earliest"] or ""
        return self.as_of is None or last <= self.as_of

    def reported(self, record: Mapping[str, Any], accounts: Collection[str] = CLAIMS) -> bool:
        """Tell whether a source had reported a record: one that it cites anywhere but in ``accounts`` of others."""
        if self.published_until is None:
            return True
        return any(self.is_public(citation["source"]) for citation in reporting_citations(record, accounts))


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
