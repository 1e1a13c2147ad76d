"""The evidence for a statement of a derived view: its position in the record, and the citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from service.records.clocks import Clocks, reporting_citations
from service.records.schemas.fields import Parts
from service.records.schemas.notations import Pointer, pointers_meet
from service.records.schemas.parts import Citation

Document = Mapping[str, Any]


def cited() -> Parts:
    """Return the field for the citations that a view's statement rests on."""
    return Parts(
        Citation,
        "What it rests on: its own citations, else its record's; under `published_until` those that were "
        "public. The `supports` of each point into that record.",
        required=True,
    )


def place() -> Pointer:
    """Return the field for the position in a record at which a view's statement is made."""
    return Pointer("JSON Pointer (RFC 6901) to the place in the record; empty for all of it.", required=True)


def citations_of(statement: Document, record: Document, clocks: Clocks) -> list[dict[str, Any]]:
    """Return the citations that a statement rests on, or those of its record if it has none of its own.

    With ``published_until`` only citations of sources that had appeared count.
    """
    found: list[dict[str, Any]] = statement.get("citations") or record["citations"]
    if clocks.published_until is None:
        return found
    return [citation for citation in found if clocks.is_public(citation["source"])]


def citations_reporting(record: Document, clocks: Clocks) -> list[dict[str, Any]]:
    """Return the citations of a record's parts by which it was public where none of its own was, each source once."""
    found: dict[str, dict[str, Any]] = {}
    for citation in reporting_citations(record):
        if clocks.is_public(citation["source"]):
            found.setdefault(citation["source"], citation)
    return list(found.values())


def own_citations(record: Document, pointer: str) -> list[dict[str, Any]]:
    """Return the record's citations that support this position in it, by their ``supports``; [] for none.

    A citation without ``supports`` supports the whole record.
    """
    return [
        citation
        for citation in record["citations"]
        if not citation["supports"] or _leads_to(citation["supports"], pointer)
    ]


def _leads_to(supports: Sequence[str], pointer: str) -> bool:
    for place in supports:  # noqa: SIM110 (any() takes most of the time of a list of parts)
        if pointers_meet(place, pointer):
            return True
    return False


def citation_of_part(citations: Sequence[Document], pointer: str) -> Document | None:
    """Return the first of the citations of its record that a part rests on; ``None`` where each supports another part.

    :param citations: those that support its position, else all of the record.
    """
    others = f"{pointer.rpartition('/')[0]}/"
    for citation in citations:
        supported = citation["supports"]
        elsewhere = [
            each for each in supported if each.startswith(others) and not pointers_meet(each, pointer)
        ]
        if not supported or len(elsewhere) < len(supported):
            return citation
    return None
