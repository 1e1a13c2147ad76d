"""The terms of parts that are listed by themselves, by which their record is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import Schema

from service.records.index.name_terms import terms_of_name
from service.records.part_lists import PartList

Term = tuple[str, str]


def terms_of_parts(part_list: PartList, schema: type[Schema], record: Mapping[str, Any]) -> Iterator[Term]:
    """Yield the terms of all parts of a record; some come twice. ``schema`` is that of the record."""
    parts = part_list.parts(record)
    if parts and part_list.is_optional(schema):
        yield having_any(part_list)
    for part in parts:
        yield from terms_of_part(part_list, part)


def terms_of_part(part_list: PartList, part: dict[str, Any]) -> Iterator[Term]:
    """Yield the terms of a part for the filters of its list, except those that its record is found by anyway."""
    for declared in part_list.filters:
        if declared.within:
            continue
        field = part_list.field_of(declared)
        for value in declared.of(part):
            if not value:
                continue
            if declared.match == "any_of":
                yield field, value
            elif declared.match == "topic" and is_pointer(value):
                yield from ((field, above) for above in _with_those_above(value))
            else:
                yield from terms_of_name(field, value)


def having_any(part_list: PartList) -> Term:
    """Return the term of records that have a part in a list which may be empty."""
    return part_list.name, part_list.name


def is_pointer(topic: str) -> bool:
    """Return whether a topic is a JSON Pointer, not a text."""
    return topic.startswith("/")


def _with_those_above(pointer: str) -> Iterator[str]:
    """Yield a JSON Pointer and those of all that it lies in, except the whole record."""
    names = pointer.split("/")
    for length in range(2, len(names) + 1):
        yield "/".join(names[:length])
