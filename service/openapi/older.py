"""A description in OpenAPI 3.1 as one in OpenAPI 3.0, whose schemas are an older dialect of JSON Schema."""

from __future__ import annotations

from typing import Any

from service.openapi.schemas import Node

# JSON Schema of 2020-12 that the dialect of OpenAPI 3.0 does not have; what it says is left unsaid there.
_UNKNOWN = frozenset({"$schema", "$id", "contentMediaType", "unevaluatedProperties", "prefixItems"})


def as_openapi_30(document: Node) -> Node:
    """Return a description (OpenAPI 3.1) in the words of OpenAPI 3.0.3."""
    info = {name: value for name, value in document["info"].items() if name not in ("summary", "license")}
    found: Node = _converted(document)
    return found | {"openapi": "3.0.3", "info": info}


def _converted(node: Any) -> Any:
    if isinstance(node, list):
        return [_converted(each) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        # What stands beside a reference is passed over there.
        return {"$ref": node["$ref"]}
    found = {name: _converted(value) for name, value in node.items() if name not in _UNKNOWN}
    return _schema(found)


def _schema(found: Node) -> Node:
    """Return a converted object with constants, examples and bounds as OpenAPI 3.0 tells them, if it is a schema."""
    found = _nullable(found)
    if "const" in found and not isinstance(found["const"], dict):
        found["enum"] = [found.pop("const")]
    if isinstance(found.get("examples"), list):
        found["example"] = found.pop("examples")[0]
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(found.get(exclusive), int | float) and not isinstance(found[exclusive], bool):
            found |= {limit: found[exclusive], exclusive: True}
    return found


def _nullable(found: Node) -> Node:
    """Return a converted object with ``nullable`` in the place of the type null."""
    if isinstance(found.get("type"), list):
        types = [each for each in found.pop("type") if each != "null"]
        found |= {"nullable": True}
        found |= {"type": types[0]} if len(types) == 1 else {"anyOf": [{"type": each} for each in types]}
    if isinstance(found.get("anyOf"), list):
        choices = [each for each in found["anyOf"] if each != {"type": "null"}]
        if len(choices) < len(found["anyOf"]):
            found |= {"anyOf": choices, "nullable": True}
    return found
