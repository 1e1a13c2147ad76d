"""Which records make the state of play: the rule, from the records and the clocks alone."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.records.clocks import Clocks
from service.records.schemas.dates import DateBounds
from service.summits.status import UNCERTAIN, status_at, untold_steps

Document = Mapping[str, Any]

HELD = "held"
IN_PREPARATION = (
    "proposed",
    "requested",
    "accepted",
    "coordinating",
    "scheduled",
    "postponed",
    "reinstated",
)
# The firmer asking first.
_ASKING = ("requested", "proposed")
LATEST_COMMUNICATIONS = 5
MOST_IN_PREPARATION = 100


@dataclass(frozen=True)
class SummitStatus:
    """Where a summit stands under the clocks; ``began``, ``last`` and ``asked_for`` are places in its ``steps``.

    ``began`` is the first step of the unbroken run of the status, ``last`` the last step that counts. ``untold`` is the
    number of later steps that ``published_until`` leaves out: with any the status is ``uncertain``.
    """

    summit: Document
    status: str
    since: str
    began: int
    last: int
    asked_for: int | None
    untold: int = 0

    @property
    def held_on(self) -> tuple[str, str]:
        """When it was held, for order: the first day of its date, else of its held steps; then its id."""
        dated = self.summit if self.summit["date"] is not None else self.summit["steps"][self.began]
        return bounds_of(dated).first, self.summit["id"]

    @property
    def last_step(self) -> tuple[str, str]:
        """When its last step was certainly taken, for order; then its id."""
        return bounds_of(self.summit["steps"][self.last]).last, self.summit["id"]


@dataclass(frozen=True)
class Summits:
    """The summits of the state of play."""

    last_held: SummitStatus | None = None
    in_preparation: list[SummitStatus] = field(default_factory=list)
    uncertain: list[SummitStatus] = field(default_factory=list)


def summit_status(summit: Document, clocks: Clocks) -> SummitStatus | None:
    """Return where a summit stands, ``None`` before the first of its steps that counts."""
    steps = summit["steps"]
    counting = [index for index, step in enumerate(steps) if clocks.holds(step, summit)]
    status, since = status_at(steps[index] for index in counting)
    if status is None or since is None:
        return None
    run = counting[:]
    others = [place for place, index in enumerate(counting) if steps[index]["status"] != status]
    if others:
        run = counting[others[-1] + 1 :]
    asking = {steps[index]["status"]: index for index in counting}
    asked_for = next((asking[each] for each in _ASKING if each in asking), None)
    untold = len(untold_steps(summit, clocks))
    return SummitStatus(summit, UNCERTAIN if untold else status, since, run[0], run[-1], asked_for, untold)


def select_summits(statuses: Iterable[SummitStatus | None]) -> Summits:
    """Return the summit held last, those in preparation and those uncertain, in whatever order they come.

    Of the last two each are the ``MOST_IN_PREPARATION`` with the newest last steps, newest first.
    """
    last_held: SummitStatus | None = None
    preparing: list[SummitStatus] = []
    uncertain: list[SummitStatus] = []
    for each in statuses:
        if each is None:
            continue
        if each.status == HELD and (last_held is None or each.held_on > last_held.held_on):
            last_held = each
        elif each.status in IN_PREPARATION:
            preparing.append(each)
        elif each.status == UNCERTAIN:
            uncertain.append(each)
    return Summits(last_held, _newest(preparing), _newest(uncertain))


def _newest(statuses: list[SummitStatus]) -> list[SummitStatus]:
    return heapq.nlargest(MOST_IN_PREPARATION, statuses, key=lambda each: each.last_step)


def bounds_of(dated: Document) -> DateBounds:
    """Return the days that the ``date`` of a record or step can mean."""
    return DateBounds(dated["date_earliest"], dated["date_latest"])
