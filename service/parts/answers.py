"""Lists of parts as they are answered: the schemas of rows and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from marshmallow import Schema, fields

from service.evidence.citations import cited
from service.evidence.left_out import MOST_COUNTED
from service.records.coverage import coverage_field
from service.records.http.parameters import MAX_LIMIT
from service.records.links import RecordLink
from service.records.part_lists import PartList
from service.records.record_type import RecordType
from service.records.schemas.fields import Enumeration, Integer, Part, Parts, Text
from service.records.schemas.notations import EdtfDate, Pointer
from service.records.schemas.record_part import RecordPart
from service.web import answer_fields as answered


class PartOwner(RecordLink):
    """The record that a part belongs to, at the revision that was read."""

    title = Text("What the record is called; where it has no name, what its id is made of.", required=True)
    revision = Integer("Number of the revision.", minimum=1, required=True)
    recorded_at = answered.instant("When that revision was recorded (RFC 3339, UTC).")


class LeftOutOfParts(RecordPart):
    """How many rows that meet the filters the clocks leave out, on all pages; at most so many are counted."""

    not_yet = Integer(
        f"Rows whose date had not certainly come by `as_of`; {MOST_COUNTED} where there are more.",
        minimum=0,
        required=True,
    )
    not_public = Integer(
        "Rows whose date had certainly come by `as_of`, all of whose sources appeared after `published_until`; "
        f"{MOST_COUNTED} where there are more, 0 where it is not given.",
        minimum=0,
        required=True,
    )


def row_schema(part_list: PartList, record_type: RecordType) -> type[Schema]:
    """Return the schema of a row; ``record_type`` is one of those that have the list.

    Raises ``ValueError`` for parts with a field that a row has for something else.
    """
    schema = part_list.schema(record_type.schema)
    own = dict(schema().fields)
    own.pop("citations", None)
    members = _members()
    if part_list.is_dated(record_type.schema):
        members["date"] = own.pop("date")
    context = {name: record_type.schema().fields[name] for name in part_list.context}
    if twice := own.keys() & (members.keys() | context.keys()):
        raise ValueError(f"{part_list.name}: {sorted(twice)} of a part would have the name of another member")
    for member, reference in part_list.inherited.items():
        own[member] = _described(own[member], f" Where it is not given, that of the `{reference}`.")
    first = {name: members.pop(name) for name in ("record", "pointer", "date")}
    described = f"One of the {part_list.name} of a record, with the record and what it rests on."
    return _schema(f"{schema.__name__}Row", described, first | context | own | members)


def page_schema(part_list: PartList, types: Sequence[RecordType]) -> type[Schema]:
    """Return the schema of a page of a list of parts."""
    members: dict[str, Any] = {
        "items": Parts(
            row_schema(part_list, types[0]), "The rows of this page.", max_items=MAX_LIMIT, required=True
        ),
        "next_cursor": Text("Where to go on with `cursor`; null on the last page."),
        "total": answered.number("The number of all rows selected; with `count=true` only.", optional=True),
        "left_out": Part(LeftOutOfParts, "What the clocks leave out.", required=True),
        "coverage": coverage_field(),
    }
    name = part_list.schema(types[0].schema).__name__
    return _schema(f"{name}List", f"One page of {part_list.name}, one row each.", members)


def _members() -> dict[str, Any]:
    return {
        "record": Part(PartOwner, "The record that it belongs to.", required=True),
        "pointer": Pointer("JSON Pointer (RFC 6901) to its place in the record.", required=True),
        "date": EdtfDate(
            "The date of the record, EDTF level 1: that of what it records, or while none is set of its last step; "
            "null where it has none."
        ),
        "citations": cited(),
        "cited_by": Enumeration(
            "part",
            "record",
            description="Whose citations these are: its own, or where it has none those of the record, if some "
            "`supports` lead to its place these alone.",
            required=True,
        ),
    }


def _schema(name: str, described: str, members: Mapping[str, Any]) -> type[Schema]:
    return type(name, (RecordPart,), {**members, "__doc__": described})


def _described(field: fields.Field[Any], more: str) -> fields.Field[Any]:
    found = copy(field)
    found.metadata = {**field.metadata, "description": f"{field.metadata['description']}{more}"}
    return found
