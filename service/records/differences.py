"""What differs between two documents, place by place, with what stands there in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from jsonpointer import escape

_MISSING: Any = object()


class DocumentDifference(NamedTuple):
    """One place where two documents differ.

    :param pointer: JSON Pointer to it: into the new document, and where that has no such place into the old one.
    :param old: the JSON value in the old document; ``None`` where there is none.
    """

    pointer: str
    old: Any
    new: Any


def differences(old: Any, new: Any, pointer: str = "") -> Iterator[DocumentDifference]:
    """Yield the smallest parts in which two JSON values differ, in the order of the new one.

    Items of lists are matched by their ``id`` where they have one. Of others those at the beginning and the end that
    are the same are, and those between one after the other: what was inserted is one difference.
    """
    # Python holds True and 1 for equal; JSON does not.
    if old == new and isinstance(old, bool) is isinstance(new, bool) and not isinstance(old, dict | list):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name in {**new, **old}:
            at = f"{pointer}/{escape(name)}"
            yield from differences(old.get(name, _MISSING), new.get(name, _MISSING), at)
    elif isinstance(old, list) and isinstance(new, list):
        for index, one, other in _matched(old, new):
            yield from differences(one, other, f"{pointer}/{index}")
    else:
        yield DocumentDifference(pointer, *(None if each is _MISSING else each for each in (old, new)))


def _matched(old: list[Any], new: list[Any]) -> Iterator[tuple[int, Any, Any]]:
    """Yield the items of two lists in pairs, each with its index in the new list, or where that lacks it in the old."""
    ids = [[each.get("id") if isinstance(each, dict) else None for each in side] for side in (old, new)]
    if all(None not in side and len(set(side)) == len(side) for side in ids):
        before = dict(zip(ids[0], enumerate(old), strict=True))
        for index, (name, each) in enumerate(zip(ids[1], new, strict=True)):
            yield index, before.pop(name, (0, _MISSING))[1], each
        for index, each in before.values():
            yield index, each, _MISSING
        return
    same = _same_at_start(old, new)
    tail = _same_at_start(old[same:][::-1], new[same:][::-1])
    olds, news = old[same : len(old) - tail], new[same : len(new) - tail]
    for number in range(max(len(olds), len(news))):
        one, other = (side[number] if number < len(side) else _MISSING for side in (olds, news))
        yield same + number, one, other


def _same_at_start(old: list[Any], new: list[Any]) -> int:
    """Return how many items two lists begin with that do not differ."""
    number = 0
    for one, other in zip(old, new, strict=False):
        if next(differences(one, other), None) is not None:
            break
        number += 1
    return number
