"""Where in documents of a schema there is something of interest, found out once, so that a walk passes the rest by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from marshmallow import Schema, fields

from service.records.schemas.field_errors import escape

T = TypeVar("T")


@dataclass(frozen=True)
class SchemaBranch(Generic[T]):
    """A field on the way: of interest itself (``wanted``), or its own fields are (``below``)."""

    name: str
    step: str
    is_list: bool
    wanted: T | None
    below: tuple[SchemaBranch[T], ...]


def branches(
    schema: type[Schema], pick: Callable[[str, fields.Field[Any]], T | None]
) -> tuple[SchemaBranch[T], ...]:
    """Return the branches of a schema that lead to fields that ``pick`` returns something for.

    It is given a field's name and the field, of a list that of its items. What it picks is not looked into.
    """
    found: list[SchemaBranch[T]] = []
    for name, field in schema().fields.items():
        is_list = isinstance(field, fields.List)
        inner: fields.Field[Any] = field.inner if isinstance(field, fields.List) else field
        wanted = pick(name, inner)
        below: tuple[SchemaBranch[T], ...] = ()
        if wanted is None and isinstance(inner, fields.Nested):
            below = branches(type(inner.schema), pick)
        if wanted is not None or below:
            found.append(SchemaBranch(name, f"/{escape(name)}", is_list, wanted, below))
    return tuple(found)


def places(
    part: Any, of_interest: tuple[SchemaBranch[T], ...], pointer: str = ""
) -> Iterator[tuple[str, Any, T]]:
    """Yield the JSON Pointer and value of each place of interest, and what was picked for it; nulls are passed over.

    The document need not be valid: a branch that does not fit its value ends there.
    """
    if not isinstance(part, Mapping):
        return
    for branch in of_interest:
        value = part.get(branch.name)
        # Most lists are empty, most texts missing.
        if not value and (value is None or branch.is_list):
            continue
        where = pointer + branch.step
        if not branch.is_list:
            if branch.wanted is not None:
                yield where, value, branch.wanted
            else:
                yield from places(value, branch.below, where)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if branch.wanted is None:
                    yield from places(item, branch.below, f"{where}/{index}")
                elif item is not None:
                    yield f"{where}/{index}", item, branch.wanted
