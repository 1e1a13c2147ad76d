"""Bringing a stored document up to the schema of today: members that it lacks, and those that follow from others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema, ValidationError, fields, missing

from service.records.documents import HEAD, TAIL
from service.records.record_type import Document, RecordType
from service.records.schemas.dates import InvalidDate, bounds
from service.records.schemas.notations import EdtfDate
from service.records.schemas.parts import ClaimedValue


def completed(record_type: RecordType, document: Document) -> Document:
    """Return a stored document with every member that the schema has now, in its order, and derived members made anew.

    A member that was not there is empty: null, ``[]`` or the schema's default. Nothing that a client sent changes, and
    what the schema no longer knows is kept, at the end. The document need not be valid by the rules of today.
    """
    own = _members(document, record_type.schema)
    if record_type.derive:
        own = record_type.derive(own)
        own |= {name: own.pop(name) for name in TAIL}
    head = {name: document[name] for name in HEAD if name in document}
    made = head | {name: value for name, value in own.items() if name not in head}
    return made | {name: value for name, value in document.items() if name not in made}


@dataclass(frozen=True)
class _Member:
    """A field of a schema, with what completing needs of it."""

    name: str
    field: fields.Field[Any]
    part: type[Schema] | None
    is_date: bool


def _members(document: Document, schema: type[Schema]) -> Document:
    """Return the members that the schema has, and the bounds of dates after each."""
    made: Document = {}
    for member in _fields(schema):
        present = member.name in document
        value = _completed(document[member.name], member) if present else _empty(member.field)
        made[member.name] = value
        if member.is_date:
            made |= _bounds(member.name, value, document)
    return made


def _completed(value: Any, member: _Member) -> Any:
    if isinstance(member.field, ClaimedValue):
        try:
            return member.field.deserialize(value)
        except ValidationError:
            return value
    if member.part is None or not value:
        return value
    if isinstance(value, list):
        return [_part(item, member.part) for item in value]
    return _part(value, member.part)


def _part(value: Any, schema: type[Schema]) -> Any:
    if not isinstance(value, dict):
        return value
    made = _members(value, schema)
    return made | {name: kept for name, kept in value.items() if name not in made}


def _bounds(name: str, value: Any, document: Document) -> Document:
    """Return the bounds of a date; where it is no date by the rules of today those that were stored with it."""
    first, last = f"{name}_earliest", f"{name}_latest"
    try:
        earliest, latest = (None, None) if value is None else bounds(value)
    except (InvalidDate, TypeError):
        earliest, latest = document.get(first), document.get(last)
    return {first: earliest, last: latest}


def _empty(field: fields.Field[Any]) -> Any:
    default = field.load_default
    if default is missing:
        # Required today, and not when this was written.
        return [] if isinstance(field, fields.List) else None
    return default() if callable(default) else default


@cache
def _fields(schema: type[Schema]) -> tuple[_Member, ...]:
    found = []
    for name, field in schema().fields.items():
        inner = field.inner if isinstance(field, fields.List) else field
        part = type(inner.schema) if isinstance(inner, fields.Nested) else None
        found.append(_Member(name, field, part, isinstance(field, EdtfDate)))
    return tuple(found)
