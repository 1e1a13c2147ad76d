"""The hierarchy of components: each named component exists, and none is part of itself."""

from __future__ import annotations

from typing import Any

from service.records.schemas.cycles import spelled_out
from service.records.schemas.field_errors import FieldError
from service.records.schemas.parts import FieldErrors
from service.records.schemas.record_part import Data


def errors_of_hierarchy(components: list[Data | None], sent: Any) -> FieldErrors:
    """Yield an error for each ``part_of`` that names no component, or that closes a cycle.

    ``components`` are the valid fields of each component, ``None`` where there are none; ``sent`` is the list as sent,
    whose ids count as existing even if other fields of their component are invalid.
    """
    known = (
        {item["id"] for item in sent if isinstance(item, dict) and isinstance(item.get("id"), str)}
        if isinstance(sent, list)
        else set()
    )
    above = {item["id"]: item.get("part_of") for item in components if item and item.get("id")}
    for index, item in enumerate(components):
        whole = item.get("part_of") if item else None
        if item is None or whole is None:
            continue
        place = ("components", index, "part_of")
        if whole not in known:
            yield (
                place,
                FieldError("unknown_component", f"No component of this facility has the id {whole!r}."),
            )
        elif item.get("id") in _chain(whole, above):
            chain = _chain(whole, above)
            cycle = [item["id"], *chain[: chain.index(item["id"])]]
            detail = f"Must not form a cycle: {spelled_out(cycle)}."
            yield place, FieldError("cyclic_components", detail)


def _chain(start: str, above: dict[str, str | None]) -> list[str]:
    """Return a component and everything that contains it, from the inside out."""
    chain: dict[str, None] = {}
    step: str | None = start
    while step is not None and step not in chain:
        chain[step] = None
        step = above.get(step)
    return list(chain)
