"""The direction of a change of a component's integrity: dismantling, building or rebuilding."""

from __future__ import annotations

from collections.abc import Collection

DISMANTLING, BUILDING, REBUILDING, MIXED, UNCHANGED, UNKNOWN = TRENDS = (
    "dismantling",
    "building",
    "rebuilding",
    "mixed",
    "unchanged",
    "unknown",
)
# How much of the component is gone.
_LOSS = {"partially_dismantled": 1, "dismantled": 2, "destroyed": 2}
_TAKEN_DOWN = frozenset({*_LOSS, "damaged"})
_WHOLE = frozenset({"intact", "modified", "under_construction"})
_RESTORED = frozenset({"rebuilding", "rebuilt"})
_UNFINISHED = frozenset({"under_construction", "rebuilding"})


def direction(before: str | None, after: str, earlier: Collection[str] = ()) -> str | None:
    """Return the direction of a change of integrity: ``dismantling``, ``building``, ``rebuilding``, or ``None`` for
    neither.

    ``earlier`` are all states in which the component was seen before. Destruction counts as dismantling. Work on a
    component that had been taken down or damaged is rebuilding, all other work is building. Damage has no direction,
    nor does its repair: a flood takes nothing down on purpose.
    """
    if after in _LOSS:
        return REBUILDING if _LOSS.get(before or "", 0) > _LOSS[after] else DISMANTLING
    is_work = after == "under_construction" or after in _RESTORED
    if is_work or (after == "intact" and (before in _LOSS or before in _UNFINISHED)):
        return REBUILDING if _was_taken_down({*earlier, *filter(None, [before])}, after) else BUILDING
    return None


def _was_taken_down(earlier: Collection[str], after: str) -> bool:
    """Return whether a component had been taken down or damaged, according to the states in which it was seen.

    A finding that it is being rebuilt implies this, unless the component had been seen whole.
    """
    if not _TAKEN_DOWN.isdisjoint(earlier):
        return True
    return not _RESTORED.isdisjoint({*earlier, after}) and _WHOLE.isdisjoint(earlier)
