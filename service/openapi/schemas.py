"""Schemas of records and their parts, read off the Marshmallow schemas: as read, written, patched, selected."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from marshmallow import Schema, fields

from service.records.documents import HEAD, TAIL
from service.records.http.shapes import (
    Mode,
    PageShape,
    RecordShape,
    Revision,
    RevisionComparison,
    RevisionShape,
)
from service.records.links import RecordLink
from service.records.record_type import RecordType, Registry, with_article
from service.records.schemas.fields import Reference
from service.records.schemas.parts import ClaimedValue, TypedReference
from service.records.schemas.record_part import RecordPart
from service.web import answer_fields as answered
from service.web.parameters import WholeNumber

Node = dict[str, Any]

NULL: Node = {"type": "null"}
# What the members mean is told at the whole shape.
_TOLD_ELSEWHERE: tuple[Mode, ...] = ("patch", "selection")
_SUFFIX: dict[Mode, str] = {"read": "", "write": "Write", "patch": "Patch", "selection": "Selection"}
_PURPOSE: dict[Mode, str] = {
    "read": "",
    "write": " As it is written: read-only members may be sent back as they were read, and are refused "
    "unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the "
    "record was last written.",
    "patch": " As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and "
    "an array replaces the whole array.",
    "selection": " As it is answered with `fields` or `expand`: members may be left out, and references be "
    "the records they name. What the members mean is told at the whole shape.",
}
# `System` is a class of Java and a namespace of C#.
_RENAMED = {"system": "WeaponSystem"}
_INSTANT: Node = {"type": "string", "format": "date-time"}


def schema_name(name: str) -> str:
    """Return the component name for a record type's or schema's name: ``summit`` → ``Summit``."""
    return "".join(word[:1].upper() + word[1:] for word in name.replace("-", "_").split("_"))


def component_name(record_type: str) -> str:
    """Return the component name of a record type, other than the names that languages have for something else."""
    return _RENAMED.get(record_type, schema_name(record_type))


def ref(name: str) -> Node:
    """Return a reference to a component schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def without_null(schema: Node) -> Node:
    """Return a schema with null taken out of its JSON types."""
    types = schema.get("type")
    strict = dict(schema)
    if isinstance(types, list):
        others = [name for name in types if name != "null"]
        strict["type"] = others[0] if len(others) == 1 else others
    if "enum" in strict:
        strict["enum"] = [value for value in strict["enum"] if value is not None]
    return strict


def leaf_converter() -> OpenAPIConverter:
    """Return apispec's converter of fields that hold no others."""
    converter = OpenAPIConverter("3.1.0", lambda _: None, APISpec("Peninsula", "0", "3.1.0"))
    converter.field_mapping = dict(converter.field_mapping) | {WholeNumber: ("integer", None)}
    return converter


class Schemas:
    """The component schemas of one API description, added as they are asked for."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.components: dict[str, Node] = {}
        self._made_from: dict[str, object] = {}
        self._converter = leaf_converter()

    def of(self, shape: Any) -> Node:
        """Return the schema of the shape of a body."""
        match shape:
            case RecordShape(record_type, "selection"):
                return {"anyOf": [self.record(record_type, "read"), self.record(record_type, "selection")]}
            case RecordShape(record_type, mode):
                return self.record(record_type, mode)
            case PageShape(record_type):
                return {"anyOf": [self._page(record_type, "read"), self._page(record_type, "selection")]}
            case RevisionShape(record_type):
                return self._revision(record_type)
        plain: dict[Any, Node] = {str: {"type": "string"}, dict: {"type": "object"}, bytes: {}}
        return plain[shape] if shape in plain else self.part(shape, "read")

    def any_of(self, name: str, shapes: Sequence[type[Schema]]) -> Node:
        """Return the schema of a body of one of these shapes; a component of this name where there are several."""
        schemas = [self.of(each) for each in shapes]
        if len(schemas) == 1:
            return schemas[0]
        self.components[name] = {"description": "One of these.", "anyOf": schemas}
        return ref(name)

    def with_selection(self, shape: Any) -> Node:
        """Return the schema of the shape of an answer that may be trimmed."""
        if isinstance(shape, RecordShape | PageShape):
            return self.of(shape)
        return {"anyOf": [self.part(shape, "read"), self.part(shape, "selection")]}

    def _page(self, record_type: RecordType, mode: Mode) -> Node:
        """Return a reference to the schema of a page of a type's records."""
        name = f"{component_name(record_type.name)}{_SUFFIX[mode]}List"
        if self._claim(name, (record_type.schema, mode)):
            where = "" if mode == "read" else ", with `fields` or `expand`"
            items = {"description": "The entries of this page.", "type": "array"}
            total = answered.number(
                "The number of all records selected; with `count=true` only.", optional=True
            )
            cursor = answered.text("Send it as `cursor` for the next page; null on the last.", nullable=True)
            self.components[name] = _answer(
                f"One page of {record_type.path}{where}.",
                {
                    "items": items | {"items": self.record(record_type, mode)},
                    "next_cursor": self._member(cursor, "read"),
                    "total": self._member(total, "read"),
                },
                optional=("total",),
            )
        return ref(name)

    def _revision(self, record_type: RecordType) -> Node:
        """Return a reference to the schema of a revision with the record, of one type."""
        name = f"{component_name(record_type.name)}Revision"
        if self._claim(name, (record_type.schema, "revision")):
            record: Node = {
                "description": "The record as it stood; null where it was deleted.",
                "anyOf": [self.record(record_type, "read"), NULL],
            }
            comparison = answered.part(
                RevisionComparison, "With `compare` only: what differs from that revision."
            )
            members = {"record": record, "comparison": self._member(comparison, "read")}
            about = f"A revision of {with_article(record_type.name)}."
            added = _answer("", members, optional=("comparison",))
            self.components[name] = {"description": about, "allOf": [self.part(Revision, "read"), added]}
        return ref(name)

    def record(self, record_type: RecordType, mode: Mode) -> Node:
        """Return a reference to the schema of a type's records, which is made if it is not there yet."""
        name = component_name(record_type.name) + _SUFFIX[mode]
        if self._claim(name, record_type.schema):
            properties = self._members(record_type.schema, mode)
            ordered = {each: _of_server(record_type, each) or properties.pop(each) for each in HEAD}
            if mode == "read":
                ordered["id"] = without_null(ordered["id"])
            tail = {each: properties.pop(each) for each in TAIL}
            added = {each: self._leaf(field, mode) for each, field in record_type.read_only.items()}
            whole = ordered | properties | added | tail
            self.components[name] = self._object(record_type.schema, whole, mode, _PURPOSE[mode])
        return ref(name)

    def part(self, schema: type[Schema], mode: Mode) -> Node:
        """Return a reference to the schema of a part of records or views.

        Where two features have parts of one name, that of the later is put after its feature's.
        """
        name = schema.__name__.removesuffix("Schema") + _SUFFIX[mode]
        if self._made_from.get(name, schema) is not schema:
            name = schema_name(schema.__module__.split(".")[1]) + name
        if self._claim(name, schema):
            self.components[name] = self._object(schema, self._members(schema, mode), mode)
        return ref(name)

    def _claim(self, name: str, made_from: object) -> bool:
        """Return whether a component is yet to be made; two things of one name are a mistake of the schemas'."""
        if name not in self._made_from:
            self._made_from[name] = made_from
            return True
        if self._made_from[name] != made_from:
            raise ValueError(f"two schemas would be named {name!r} in the API description")
        return False

    def _object(
        self, schema: type[Schema], properties: Mapping[str, Node], mode: Mode, purpose: str = ""
    ) -> Node:
        summary = (inspect.getdoc(schema) or "").split("\n\n")[0].replace("\n", " ")
        found: Node = {"description": summary + purpose, "type": "object"}
        if mode == "read":
            optional = {name for name, field in schema().fields.items() if field.metadata.get("optional")}
            found["required"] = [name for name in properties if name not in optional]
        elif mode == "write":
            found["required"] = [name for name, field in schema().fields.items() if field.required]
        if not found.get("required"):
            found.pop("required", None)
        # Answers may get new members; a body with a member that is not known is refused.
        closed = {"additionalProperties": False} if mode in ("write", "patch") else {}
        return found | {"properties": dict(properties)} | closed

    def _members(self, schema: type[Schema], mode: Mode) -> dict[str, Node]:
        bounds = schema.read_only() if issubclass(schema, RecordPart) else {}
        members: dict[str, Node] = {}
        for name, field in schema().fields.items():
            members[name] = self._member(field, mode)
            for added in (f"{name}_earliest", f"{name}_latest"):
                if added in bounds:
                    members[added] = self._leaf(bounds[added], mode)
        return members

    def _member(self, field: fields.Field[Any], mode: Mode) -> Node:
        description = {"description": field.metadata.get("description")}
        if mode in _TOLD_ELSEWHERE or not description["description"]:
            description = {}
        nullable = not field.required if mode == "patch" else field.allow_none
        if isinstance(field, fields.List):
            # An array of a merge patch replaces the one there was, so its items are whole.
            items = self._item(field.inner, "write" if mode == "patch" else mode)
            array: Node = {"type": ["array", "null"] if nullable else "array", "items": items}
            limits = self._converter.field2length(field, ret={})
            return description | array | limits
        if isinstance(field, fields.Nested | ClaimedValue) or (
            mode == "selection" and isinstance(field, Reference)
        ):
            found = self._item(field, mode)
            choices = [*found.get("anyOf", [found]), *([NULL] if nullable else [])]
            return description | ({"anyOf": choices} if len(choices) > 1 else choices[0])
        leaf = self._leaf(field, mode)
        return leaf if nullable else without_null(leaf)

    def _item(self, field: fields.Field[Any], mode: Mode) -> Node:
        """Return the schema of a value that is not null."""
        if isinstance(field, ClaimedValue):
            date = without_null(self._leaf(field.date, mode))
            return {"anyOf": [date, *(self.part(each, mode) for each in field.shapes)]}
        if isinstance(field, fields.Nested):
            schema = type(field.schema)
            found = self.part(schema, mode)
            if mode == "selection" and issubclass(schema, TypedReference | RecordLink):
                return {"anyOf": [found, *(self.record(each, mode) for each in self.registry)]}
            return found
        leaf = without_null(self._leaf(field, mode))
        if mode == "selection" and isinstance(field, Reference):
            leaf.pop("description", None)
            return {"anyOf": [leaf, self.record(self.registry.named(field.record_type), mode)]}
        return leaf

    def _leaf(self, field: fields.Field[Any], mode: Mode) -> Node:
        leaf: Node = self._converter.field2property(field)
        if "const" in field.metadata:
            leaf["const"] = field.metadata["const"]
        if mode != "write" or leaf.get("default") is None:
            leaf.pop("default", None)
        description = {"description": leaf.pop("description")} if "description" in leaf else {}
        if mode in _TOLD_ELSEWHERE:
            # Twice would be half of the file.
            description = {}
            leaf.pop("examples", None)
        return description | leaf


def _answer(description: str, properties: dict[str, Node], optional: Sequence[str] = ()) -> Node:
    return ({"description": description} if description else {}) | {
        "type": "object",
        "required": [name for name in properties if name not in optional],
        "properties": properties,
    }


def _of_server(record_type: RecordType, name: str) -> Node | None:
    """Return the schema of a member that the server sets on every record; ``None`` for another."""
    known: dict[str, Node] = {
        "type": {"description": "The type of the record.", "type": "string", "const": record_type.name},
        "revision": {
            "description": "How many times the record was written, this time included.",
            "type": "integer",
            "minimum": 1,
        },
        "recorded_at": {"description": "When this revision was recorded (RFC 3339, UTC).", **_INSTANT},
        "self": {
            "description": "The URL of the record.",
            "type": "string",
            "format": "uri-reference",
            "pattern": f"^/v1/{record_type.path}/",
        },
    }
    return known[name] | {"readOnly": True} if name in known else None
