"""Where answers lead: the citations in them, and the sources that these name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.contracts.api import Api


def citations(part: Any) -> Iterator[dict[str, Any]]:
    """Every citation in an answer or a part of it."""
    if isinstance(part, list):
        for each in part:
            yield from citations(each)
    elif isinstance(part, dict):
        yield from part.get("citations") or ()
        for value in part.values():
            yield from citations(value)


def leads_to(api: Api, part: Any, *sources: str) -> None:
    """Check that a part of an answer cites these sources, and that each is there to read with who published it."""
    assert set(sources) <= {each["source"] for each in citations(part)}
    for source in sources:
        assert api.read(f"sources/{source}")["publisher"], source


def named(parts: list[dict[str, Any]], record_id: str) -> dict[str, Any]:
    """The one part of these, a claim or a component say, that has this id."""
    (found,) = [part for part in parts if part["id"] == record_id]
    return found
