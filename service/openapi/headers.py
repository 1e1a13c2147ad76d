"""Header fields in the API description: components, named where they are sent or taken."""

from __future__ import annotations

from typing import Any

from service.web.header_fields import REQUEST_HEADERS, REQUIRED, RESPONSE_HEADERS

Node = dict[str, Any]

COMMON_RESPONSE = ("X-Request-ID", "traceparent", "RateLimit", "RateLimit-Policy")


def response_header_components() -> dict[str, Node]:
    """Return the component headers by their names; those that are on every such answer are required."""
    return {
        name: ({"required": True} if name in REQUIRED else {}) | header
        for name, header in RESPONSE_HEADERS.items()
    }


def request_header_components() -> dict[str, Node]:
    """Return the component parameters for header fields, by component name."""
    found: dict[str, Node] = {}
    for name, field in REQUEST_HEADERS.items():
        required = {"required": True} if name.endswith("-Required") else {}
        field_name = name.removesuffix("-Any").removesuffix("-Required")
        found[name] = {"name": field_name, "in": "header"} | required | field
    return found


def sent(*names: str) -> Node:
    """Return the ``headers`` of an answer that has these, besides those that all have."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in (*names, *COMMON_RESPONSE)}


def taken(*names: str) -> list[Node]:
    """Return the parameters of an operation for these header fields."""
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]
