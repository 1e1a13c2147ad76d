"""Filters of parts that have the name of a filter of their records."""

from __future__ import annotations

from typing import Any

import pytest
from marshmallow import fields

from service.app import RECORD_TYPES
from service.records.part_lists import PartFilter, PartList
from service.records.record_type import Filter, RecordType
from service.records.schemas.fields import Enumeration, Reference

SHARED = [
    (record_type, part_list, of_part, of_record)
    for record_type in RECORD_TYPES
    for part_list in record_type.part_lists
    for of_part in part_list.filters
    for of_record in record_type.filters
    if of_part.name == of_record.name
]


def values_of(field: fields.Field[Any]) -> set[str] | None:
    """The values of a choice; None of any other field."""
    return set(field.choices) if isinstance(field, Enumeration) else None


@pytest.mark.parametrize(
    ("record_type", "part_list", "of_part", "of_record"),
    SHARED,
    ids=[f"{part_list.name}-{of_part.name}" for _, part_list, of_part, _ in SHARED],
)
def test_a_filter_of_parts_with_the_name_of_one_of_records_takes_values_of_the_same_kind(
    record_type: RecordType, part_list: PartList, of_part: PartFilter, of_record: Filter
) -> None:
    advice = (
        f"/v1/{part_list.name} answers {of_part.name}= by its parts, so the filter of {record_type.path} with this "
        "name cannot be asked there: where the two mean different things, give the one of the parts another name"
    )
    assert issubclass(type(of_part.field), type(of_record.field)), advice
    if (own := values_of(of_part.field)) is not None:
        assert own <= (values_of(of_record.field) or set()), advice
    if isinstance(of_part.field, Reference) and isinstance(of_record.field, Reference):
        assert of_part.field.record_type == of_record.field.record_type, advice
    assert of_part.match == of_record.match, advice


def test_some_filters_of_parts_have_the_name_of_one_of_records() -> None:
    assert len(SHARED) >= 5
