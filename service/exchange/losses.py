"""What a record loses that is replaced: told, since whoever sends a part of a record may not mean to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.exchange.entries import Fault, fault
from service.records.schemas.faults import escape


def losses(stored: Mapping[str, Any], document: Mapping[str, Any]) -> list[Fault]:
    """Return a warning for each list of a record that has fewer items than before, or fewer citations in its items.

    ``pointer`` names the list. There is at most one for each list of the record itself.
    """
    found: list[Fault] = []
    for name, before in stored.items():
        if not isinstance(before, list):
            continue
        after = document.get(name) or []
        if len(after) < len(before):
            detail = f"The record had {_count(len(before), 'item')} here before, and has {len(after)} now."
            found.append(fault("fewer_items", detail, f"/{escape(name)}"))
        elif (cited := _citations(before)) > (cites := _citations(after)):
            detail = f"These had {_count(cited, 'citation')} before, and have {cites} now."
            found.append(fault("fewer_citations", detail, f"/{escape(name)}"))
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
