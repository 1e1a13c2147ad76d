"""Fingerprints of what the index and the derived members of each record type follow from.

It is made of what the type declares (the members of its schema, its filters) and of the code that makes rows and
members: of each function, and of all in this package that it leads to, the text without comments and docstrings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from functools import lru_cache
from hashlib import blake2b

from marshmallow import Schema, fields

from service.records.code_digest import code_digest
from service.records.completing import completed
from service.records.index.copies import Originals
from service.records.index.index_rows import index_rows
from service.records.index.indexing import entries
from service.records.part_lists import PartList
from service.records.record_type import Filter, RecordType, Registry
from service.records.schemas.schema import references

# What makes rows and members of every type.
_MECHANISM = (completed, entries, index_rows, Originals)
# What a type declares and its rows do not follow from.
_ELSEWHERE = frozenset({"title", "description", "views", "for_views", "clocked", "position_of_part"})


@lru_cache(maxsize=8)
def fingerprints(registry: Registry) -> Mapping[str, str]:
    """Return the fingerprint of each record type by name: 16 hexadecimal digits.

    Where values of a type are copied, those of the types that may refer to it change too: their rows hold the copies.
    """
    own = {each.name: _digest("\n".join(_declared(each))) for each in registry}
    mechanism = code_digest(*_MECHANISM)
    return {
        each.name: _digest(
            " ".join((mechanism, own[each.name], *(own[name] for name in _copied_types(each, registry))))
        )
        for each in registry
    }


def _copied_types(record_type: RecordType, registry: Registry) -> list[str]:
    named: set[str | None] = set()
    open_branches = list(references(record_type.schema))
    while open_branches:
        branch = open_branches.pop()
        open_branches += branch.below
        if branch.wanted is not None:
            named.add(branch.wanted.target)
    # A reference without a target may be to any type.
    return sorted(
        each.name for each in registry if each.copied_onto_referrers and (each.name in named or None in named)
    )


def _declared(record_type: RecordType) -> Iterator[str]:
    """Yield a line for each thing that the type declares and its rows or members follow from."""
    for field in fields_of(record_type):
        value = getattr(record_type, field.name)
        if field.name in _ELSEWHERE or value is None:
            continue
        if field.name == "schema":
            yield from _members(record_type.schema, "")
        elif field.name == "read_only":
            yield from (f"read_only {name}" for name in value)
        elif field.name == "filters":
            yield from (_filter(each) for each in value)
        elif field.name == "part_lists":
            yield from (line for each in record_type.all_part_lists for line in _part_list(each))
        elif callable(value):
            yield f"{field.name} {code_digest(value)}"
        else:
            yield f"{field.name} {value!r}"


def _filter(declared: Filter) -> str:
    through = f"{declared.through} {declared.there}"
    values = code_digest(declared.of) if declared.of else ""
    return f"filter {declared.name} {declared.match} {through} {type(declared.field).__name__} {values}"


def _part_list(declared: PartList) -> Iterator[str]:
    yield f"list {declared.name}"
    for each in declared.filters:
        if not each.within:
            yield f"list {declared.name} {each.name} {each.match} {code_digest(each.of)}"


def _members(schema: type[Schema], pointer: str) -> Iterator[str]:
    for name, field in schema().fields.items():
        inner = field.inner if isinstance(field, fields.List) else field
        default = field.load_default() if callable(field.load_default) else field.load_default
        yield f"{pointer}/{name} {type(field).__name__} {type(inner).__name__} {default!r}"
        if isinstance(inner, fields.Nested):
            yield from _members(type(inner.schema), f"{pointer}/{name}")


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
