"""Fields of what is only answered, never taken: Marshmallow's own, with their descriptions and keywords of JSON Schema.

A member that an answer may lack has ``optional`` among its metadata; all others are always there.
"""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate


def text(
    description: str = "", *, optional: bool = False, nullable: bool = False, **keywords: Any
) -> fields.String:
    """Return a field for text; ``keywords`` are those of JSON Schema (``format``, ``pattern``, ``const``)."""
    return fields.String(metadata=_about(description, optional) | keywords, allow_none=nullable)


def choice(description: str, *values: str, optional: bool = False) -> fields.String:
    """Return a field for one of a few words."""
    return fields.String(metadata=_about(description, optional), validate=validate.OneOf(values))


def url(description: str = "", *, optional: bool = False, **keywords: Any) -> fields.String:
    """Return a field for a URL reference (RFC 3986)."""
    return text(description, optional=optional, format="uri-reference", **keywords)


def instant(description: str, *, optional: bool = False) -> fields.String:
    """Return a field for an instant (RFC 3339, UTC)."""
    return text(description, optional=optional, format="date-time")


def pointer(description: str = "", *, optional: bool = False) -> fields.String:
    """Return a field for a JSON Pointer (RFC 6901)."""
    return text(description, optional=optional, format="json-pointer")


def number(
    description: str, minimum: int | None = 0, *, optional: bool = False, nullable: bool = False
) -> fields.Integer:
    """Return a field for a whole number."""
    bounds = [] if minimum is None else [validate.Range(minimum)]
    return fields.Integer(metadata=_about(description, optional), validate=bounds, allow_none=nullable)


def flag(description: str, *, optional: bool = False, **keywords: Any) -> fields.Boolean:
    """Return a field for a truth value."""
    return fields.Boolean(metadata=_about(description, optional) | keywords)


def part(schema: type[Schema], description: str, *, optional: bool = False) -> fields.Nested:
    """Return a field for an object."""
    return fields.Nested(schema, metadata=_about(description, optional))


def many(
    schema: type[Schema], description: str, *, least: int = 0, optional: bool = False
) -> fields.List[Any]:
    """Return a field for an array of objects."""
    bounds = [validate.Length(min=least)] if least else []
    return fields.List(fields.Nested(schema), metadata=_about(description, optional), validate=bounds)


def _about(description: str, optional: bool = False) -> dict[str, Any]:
    return {"optional": optional} | ({"description": description} if description else {})
