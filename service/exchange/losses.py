"""Warnings about what a record loses when it is replaced, since a sender of partial records may not intend that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.exchange.entries import ErrorEntry, error_at
from service.records.schemas.field_errors import escape


def losses(stored: Mapping[str, Any], document: Mapping[str, Any]) -> list[ErrorEntry]:
    """Return a warning for each list of a record that has fewer items than before, or fewer citations in its items.

    ``pointer`` names the list. There is at most one warning for each list of the record itself.
    """
    found: list[ErrorEntry] = []
    for name, before in stored.items():
        if not isinstance(before, list):
            continue
        after = document.get(name) or []
        if len(after) < len(before):
            detail = f"The stored record has {_count(len(before), 'item')} here, this one has {len(after)}."
            found.append(error_at("fewer_items", detail, f"/{escape(name)}"))
        elif (cited := _citations(before)) > (cites := _citations(after)):
            detail = f"The stored items have {_count(cited, 'citation')}, these have {cites}."
            found.append(error_at("fewer_citations", detail, f"/{escape(name)}"))
    return found


def _citations(value: Any) -> int:
    """Return how many citations there are in a value, at any depth."""
    if isinstance(value, list):
        return sum(_citations(each) for each in value)
    if not isinstance(value, dict):
        return 0
    own = value.get("citations")
    inner = sum(_citations(each) for name, each in value.items() if name != "citations")
    return inner + (len(own) if isinstance(own, list) else 0)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
