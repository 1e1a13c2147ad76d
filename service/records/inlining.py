"""Answers to measure: referenced records inlined (``expand``), members left out (``fields``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from service.records.shapes import ANY_TYPE, Shape, Shapes, Tree

_Place = tuple[Any, str | int, str, str]


def inline(
    shapes: Shapes,
    record_type: str,
    documents: Iterable[dict[str, Any]],
    tree: Tree,
    read: Callable[[str, Sequence[str]], Mapping[str, dict[str, Any]]],
) -> None:
    """Put the referenced records in the places of their ids; ``read`` returns those of a type, by id.

    It is called once for each type and level.
    """
    waiting = [(document, shapes.of(record_type), tree) for document in documents]
    while waiting:
        places: list[tuple[_Place, Tree]] = []
        for document, shape, branch in waiting:
            _find(document, shape, branch, places)
        wanted: dict[str, dict[str, None]] = {}
        for (_, _, target_type, target_id), _ in places:
            wanted.setdefault(target_type, {})[target_id] = None
        found = {name: read(name, list(ids)) for name, ids in wanted.items()}
        waiting = []
        for (holder, key, target_type, target_id), below in places:
            if (target := found[target_type].get(target_id)) is not None:
                # A copy each: the same record may stand in several places with other things inlined below it.
                copy = dict(target)
                holder[key] = copy
                if below:
                    waiting.append((copy, shapes.of(target_type), below))


def _find(part: dict[str, Any], shape: Shape, tree: Tree, places: list[tuple[_Place, Tree]]) -> None:
    for name, below in tree.items():
        member, value = shape.members.get(name), part.get(name)
        if member is None or value is None:
            continue
        if isinstance(value, list):
            value = part[name] = list(value)
            slots: Iterable[tuple[Any, str | int]] = [(value, index) for index in range(len(value))]
        else:
            slots = [(part, name)]
        for holder, key in slots:
            item = holder[key]
            if member.reference == ANY_TYPE:
                places.append(((holder, key, item["type"], item["id"]), below))
            elif member.reference is not None:
                places.append(((holder, key, member.reference, item), below))
            else:
                holder[key] = item = dict(item)
                _find(item, member, below, places)


def keep(part: Any, tree: Tree) -> Any:
    """Return a document with only the members that a tree names; lists are gone through item by item."""
    if not tree:
        return part
    if isinstance(part, list):
        return [keep(item, tree) for item in part]
    if not isinstance(part, Mapping):
        return part
    return {name: keep(value, tree[name]) for name, value in part.items() if name in tree}
