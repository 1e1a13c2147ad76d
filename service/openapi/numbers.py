"""Whole numbers in a description: the size that languages keep them in, and their bounds."""

from __future__ import annotations

from typing import Any

from service.openapi.schemas import Node

_LARGEST_INT32 = 2**31 - 1
# RFC 8259, section 6: up to here every reader of JSON has the same number.
_LARGEST_EXACT = 2**53 - 1
_EXAMPLES = ("example", "examples")


def with_sized_integers(document: Node) -> Node:
    """Return a description whose whole numbers have a format, and an upper bound where they stand in a body or header.

    What a parameter refuses its own declaration says.
    """
    components = {
        kind: _sized(named, is_bounded=kind in ("schemas", "headers"))
        for kind, named in document["components"].items()
        if kind not in _EXAMPLES
    }
    return document | {
        "paths": _sized(document["paths"], is_bounded=False),
        "components": document["components"] | components,
    }


def _sized(node: Any, *, is_bounded: bool) -> Any:
    if isinstance(node, list):
        return [_sized(each, is_bounded=is_bounded) for each in node]
    if not isinstance(node, dict):
        return node
    found: Node = {}
    for key, value in node.items():
        if key == "properties":
            # Names of members, some of which are keywords as well.
            found[key] = {name: _sized(each, is_bounded=is_bounded) for name, each in value.items()}
        else:
            found[key] = value if key in _EXAMPLES else _sized(value, is_bounded=is_bounded)
    if found.get("type") not in ("integer", ["integer", "null"]):
        return found
    if is_bounded and "const" not in found:
        found.setdefault("maximum", _LARGEST_EXACT)
    most = int(found["const"] if "const" in found else found.get("maximum", _LARGEST_EXACT))
    return found | {"format": "int32" if most <= _LARGEST_INT32 else "int64"}
