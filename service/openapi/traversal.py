"""Walking through a description: the references in it, the schemas within schemas, and what nothing leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from service.openapi.schemas import Node

_NO_SCHEMAS = ("example", "value")


def without_unused(document: Node) -> Node:
    """Return a description without the components that nothing in its paths leads to; security schemes stay."""
    used = reached(document, document["paths"])
    components = {
        kind: {
            name: each for name, each in named.items() if (kind, name) in used or kind == "securitySchemes"
        }
        for kind, named in document["components"].items()
    }
    return document | {"components": {kind: named for kind, named in components.items() if named}}


def reached(document: Node, *nodes: Any) -> set[tuple[str, str]]:
    """Return the components that nodes lead to, each as ``(kind, name)``."""
    found: set[tuple[str, str]] = set()
    todo = list(nodes)
    while todo:
        for reference in _references(todo.pop()):
            kind, name = reference.removeprefix("#/components/").split("/")
            if (kind, name) not in found:
                found.add((kind, name))
                todo.append(document["components"][kind][name])
    return found


def mapped(schema: Node, change: Callable[[Node], Node]) -> Node:
    """Return a schema with the keywords of it and of all schemas in it changed."""
    found = change(schema)
    for key, value in found.items():
        if key == "properties":
            found[key] = {name: mapped(each, change) for name, each in value.items()}
        elif key in ("items", "additionalProperties") and isinstance(value, dict):
            found[key] = mapped(value, change)
        elif key in ("allOf", "anyOf"):
            found[key] = [mapped(each, change) for each in value]
    return found


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                yield value
            elif key not in _NO_SCHEMAS:
                yield from _references(value)
    elif isinstance(node, list):
        for each in node:
            yield from _references(each)
