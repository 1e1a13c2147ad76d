"""JSON Merge Patch (RFC 7396), and what null means in it for a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jsonpointer
from marshmallow import Schema

from service.records.documents import nested_schemas, schema_of, without_read_only
from service.records.record_type import Document, RecordType


def merge(target: Any, patch: Any) -> Any:
    """Return the target with a merge patch applied: objects merge, ``null`` removes, all else replaces (section 2)."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge(merged.get(name), value)
    return merged


def keep_removals(record_type: RecordType, body: Document, patch: Mapping[str, Any]) -> None:
    """Put back as null what a merge patch must not remove, so that it is refused: id, read-only and unknown fields.

    And fields that are required and may be null: there null is the value that is meant, since without it the record
    would not be valid.
    """
    _keep_nulls(record_type.schema, patch, body)
    removed: list[tuple[str, Any]] = []
    without_read_only(patch, record_type.schema, "", removed, top=record_type)
    if "id" in patch:
        removed.append(("/id", patch["id"]))
    for pointer, value in removed:
        if value is None:
            jsonpointer.set_pointer(body, pointer, None)


def _keep_nulls(schema: type[Schema], patch: Mapping[str, Any], body: Document) -> None:
    nested = dict(nested_schemas(schema))
    declared = schema_of(schema).fields
    for name, value in patch.items():
        field = declared.get(name)
        if value is None:
            if field is None or (field.required and field.allow_none):
                body[name] = None
        elif isinstance(value, Mapping) and name in nested and isinstance(body.get(name), dict):
            _keep_nulls(nested[name], value, body[name])
