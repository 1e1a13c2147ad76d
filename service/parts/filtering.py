"""What the filters of a list of parts ask: of each part, and in the index of the record that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from service.records.http.words import conditions_of_name
from service.records.index.conditions import AnyOf, Condition, either
from service.records.index.listing import ids_with
from service.records.index.names import matches_name, name_conditions
from service.records.index.part_terms import is_pointer
from service.records.part_lists import PartFilter, PartList
from service.records.schemas.fields import Reference
from service.web.parameters import parameter_error

Document = dict[str, Any]


@dataclass(frozen=True)
class PartCondition:
    """What one filter asks: a test of a part, and conditions that every record with such a part meets.

    If ``is_of_parts``, rows of single parts meet these conditions too.
    """

    test: Callable[[Document], bool]
    narrowing: tuple[Condition, ...]
    is_of_parts: bool = True


def conditions_of(
    connection: Connection, part_list: PartList, values: Mapping[str, Any], at: int | None
) -> list[PartCondition]:
    """Return the conditions of the filters that are given, as at a change (``None``: now).

    Raises ``Problem`` 400 for names without words.
    """
    found = [
        _condition(connection, part_list, declared, values[declared.name], at)
        for declared in part_list.filters
        if declared.name in values
    ]
    together = part_list.combined(connection, values, at) if part_list.combined else {}
    if together:
        found.append(PartCondition(lambda _: True, tuple(together.values()), is_of_parts=False))
    return found


def _condition(
    connection: Connection, part_list: PartList, declared: PartFilter, value: Any, at: int | None
) -> PartCondition:
    own, test = _of_value(part_list, declared, value)
    if not declared.through:
        return PartCondition(_any(declared.of, test), tuple(own), not declared.within)
    other = part_list.filter(declared.through)
    assert isinstance(other.field, Reference)
    there = declared.there or declared.name
    wanted = name_conditions(there, value) if declared.match == "name" else [AnyOf.of(there, value)]
    ids = ids_with(connection, other.field.record_type, wanted, at)
    named = frozenset(ids)
    tests = (_any(declared.of, test), _any(other.of, named.__contains__))
    return PartCondition(
        lambda part: any(each(part) for each in tests),
        tuple(either(own, part_list.field_of(other), ids)),
        not declared.within,
    )


def _of_value(
    part_list: PartList, declared: PartFilter, value: Any
) -> tuple[list[Condition], Callable[[str], bool]]:
    """Return the conditions in the index that a value makes, and the test of a value of a part."""
    field = part_list.field_of(declared)
    if declared.match == "any_of":
        given = dict.fromkeys(each for one in value for each in declared.gives(one))
        return [AnyOf.of(field, given)], frozenset(value).__contains__
    if declared.match == "topic" and is_pointer(value):
        pointer = value.rstrip("/")
        if not pointer:
            detail = "Must be a JSON Pointer into a record such as /steps/0, or words of a topic."
            raise parameter_error(declared.name, "invalid_pointer", detail)
        return [AnyOf.of(field, (pointer,))], lambda topic: f"{topic}/".startswith(f"{pointer}/")
    conditions = conditions_of_name(declared.name, field, value)
    matches = matches_name(value)
    is_topic = declared.match == "topic"
    return conditions, lambda name: not (is_topic and is_pointer(name)) and matches(name)


def _any(
    of: Callable[[Document], Iterable[str | None]], test: Callable[[str], bool]
) -> Callable[[Document], bool]:
    return lambda part: any(test(value) for value in of(part) if value)
