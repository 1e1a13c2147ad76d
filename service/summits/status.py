"""The status of a summit at a date: its last step by then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Step = Mapping[str, Any]


def status_at(
    steps: Iterable[Step], as_of: str | None = None, visible: Callable[[Step], bool] = lambda _: True
) -> tuple[str | None, str | None]:
    """Return the status and the day since when it has held; ``(None, None)`` before the first step.

    ``steps`` are in order, with the bounds of their dates. A step counts from its latest possible day on
    (PRODUCT.md, section 1, summit ``status``), ``as_of`` being an ISO date, or ``None`` for all steps. Steps
    that are not ``visible`` are passed over. The day is that from which the first step of the last unbroken
    run of the same status counts.
    """
    status = since = None
    for step in steps:
        day = step["date_latest"] or step["date_earliest"]
        if (as_of is not None and day > as_of) or not visible(step):
            continue
        if step["status"] != status:
            status, since = step["status"], day
    return status, since
