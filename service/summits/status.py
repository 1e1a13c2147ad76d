"""The status of a summit at a date: that of its last step by then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from service.records.clocks import Clocks
from service.records.schemas.dates import DateBounds

Step = Mapping[str, Any]
UNCERTAIN = "uncertain"
"""The status of a summit with a later step that had been taken but not reported; no step has it."""


def status_at(
    steps: Iterable[Step], as_of: str | None = None, visible: Callable[[Step], bool] = lambda _: True
) -> tuple[str | None, str | None]:
    """Return the status and the day since which it has held; ``(None, None)`` before the first step.

    ``steps`` are in order, with the bounds of their dates. A step counts from its latest possible day on (PRODUCT.md,
    section 1, summit ``status``); ``as_of`` is an ISO date, or ``None`` for all steps. Steps that are not ``visible``
    are skipped. The returned day is the one from which the first step of the last unbroken run of the same status
    counts.
    """
    status = since = None
    for step in steps:
        day = step["date_latest"] or step["date_earliest"]
        if (as_of is not None and day > as_of) or not visible(step):
            continue
        if step["status"] != status:
            status, since = step["status"], day
    return status, since


def untold_steps(summit: Mapping[str, Any], clocks: Clocks) -> list[int]:
    """Return the indexes of the steps after the last one that counts which ``published_until`` leaves out.

    These steps had been taken by then, but no source had reported them: what the public knew was out of date
    (PRODUCT.md, section 2). The result is empty if no step counts, since the public did not know of the summit.
    """
    if clocks.published_until is None:
        return []
    until = min(clocks.published_until, clocks.as_of or clocks.published_until)
    steps = summit["steps"]
    counting = [index for index, step in enumerate(steps) if clocks.holds(step, summit)]
    if not counting:
        return []
    return [
        index
        for index in range(counting[-1] + 1, len(steps))
        if _day(steps[index]) <= until and not clocks.counts(steps[index], summit)
    ]


def _day(step: Step) -> str:
    return DateBounds(step["date_earliest"], step["date_latest"]).last
