"""The paths that an answer has: what ``fields`` may name and ``expand`` may follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import Schema, fields

from service.records.documents import HEAD, TAIL
from service.records.links import RecordLink
from service.records.record_type import RecordType, Registry
from service.records.schemas.fields import Reference
from service.records.schemas.parts import TypedReference
from service.suggestions import nearest

# A chain of records inlined in one another, and the paths of one request: enough for any question, and bounded.
MAX_HOPS = 4
MAX_PATHS = 20
ANY_TYPE = "*"


class UnknownPath(Exception):
    """A path that an answer does not have; the message says so, with the nearest that it has."""


@dataclass
class Shape:
    """A place in a document: its members, and the type it names, if it is a reference (``*``: of any type)."""

    members: Mapping[str, Shape] = field(default_factory=dict)
    reference: str | None = None


class Shapes:
    """The shape of every record type's documents, read off the schemas once."""

    def __init__(self, registry: Registry) -> None:
        self._shapes = {record_type.name: _of_type(record_type) for record_type in registry}
        together = Shape()
        for shape in self._shapes.values():
            together = _together(together, shape)
        self._shapes[ANY_TYPE] = together

    def of(self, record_type: str) -> Shape:
        """Return the shape of a type's documents, or of all together for ``*``."""
        return self._shapes[record_type]

    def of_view(self, schema: type[Schema]) -> str:
        """Return the name by which the shape of a view's answer is found; of its entries, where it is a page."""
        name = f"{schema.__module__}.{schema.__name__}"
        if name not in self._shapes:
            shape = _of_schema(schema)
            self._shapes[name] = shape.members["items"] if is_page(schema) else shape
        return name

    def follow(self, record_type: str, paths: Iterable[str]) -> Tree:
        """Return the tree of references to inline; raises ``UnknownPath``."""
        tree: Tree = {}
        for number, path in enumerate(paths, 1):
            if number > MAX_PATHS:
                raise UnknownPath(f"At most {MAX_PATHS} paths may be expanded.")
            shape, branch, hops = self.of(record_type), tree, 0
            for name in path.split("."):
                if shape.reference is not None:
                    shape = self.of(shape.reference)
                shape = _member(shape, name, path)
                branch = branch.setdefault(name, {})
                hops += shape.reference is not None
            if shape.reference is None:
                there = ", ".join(sorted(self.references(record_type)))
                raise UnknownPath(f"{path!r} is not a reference. The references are {there}.")
            if hops > MAX_HOPS:
                raise UnknownPath(f"{path!r} passes through more than {MAX_HOPS} records.")
        return tree

    def select(self, record_type: str, paths: Iterable[str], expanded: Tree) -> Tree:
        """Return the tree of members to keep; an empty branch keeps all below it. Raises ``UnknownPath``."""
        tree: Tree = {}
        for path in paths:
            shape, branch, inlined = self.of(record_type), tree, expanded
            parts = path.split(".")
            for number, name in enumerate(parts):
                if shape.reference is not None and not (shape.members and name in shape.members):
                    shape = self.of(shape.reference)
                shape = _member(shape, name, path)
                if (
                    shape.reference is not None
                    and number + 1 < len(parts)
                    and name not in inlined
                    and not shape.members
                ):
                    raise UnknownPath(f"{path!r} goes into a record that 'expand' does not inline.")
                inlined = inlined.get(name, {})
                kept = branch.get(name)
                if kept == {}:
                    break
                if number + 1 == len(parts):
                    branch[name] = {}
                    break
                branch = branch.setdefault(name, {})
        return tree

    def references(self, record_type: str) -> list[str]:
        """Return the paths of all references that a type's documents have."""
        found: list[str] = []

        def walk(shape: Shape, path: str) -> None:
            for name, member in shape.members.items():
                if member.reference is not None:
                    found.append(path + name)
                else:
                    walk(member, f"{path}{name}.")

        walk(self.of(record_type), "")
        return found


def is_page(schema: type[Schema]) -> bool:
    """Tell whether a view answers pages: what is asked of members is asked of each entry."""
    return schema().fields.keys() >= {"items", "next_cursor"}


Tree = dict[str, Any]


def _member(shape: Shape, name: str, path: str) -> Shape:
    if name in shape.members:
        return shape.members[name]
    meant = nearest(name, shape.members)
    hint = f" Did you mean {meant!r}?" if meant else ""
    if not hint and shape.members:
        hint = f" The fields here are {', '.join(shape.members)}."
    where = "" if path == name else f" in {path!r}"
    raise UnknownPath(f"Unknown field {name!r}{where}.{hint}")


def _together(one: Shape, other: Shape) -> Shape:
    """Return the shape that has the members of both: `related`, say, is of facilities and of observations."""
    members = dict(one.members)
    for name, member in other.members.items():
        members[name] = _together(members[name], member) if name in members else member
    return Shape(members, one.reference or other.reference)


def _of_type(record_type: RecordType) -> Shape:
    own = _of_schema(record_type.schema).members
    names = [*HEAD, *(name for name in own if name not in (*HEAD, *TAIL)), *record_type.read_only, *TAIL]
    return Shape({name: own.get(name, Shape()) for name in names})


def _of_schema(schema: type[Schema]) -> Shape:
    members: dict[str, Shape] = {}
    read_only = schema.read_only()  # type: ignore[attr-defined]
    for name, declared in schema().fields.items():
        inner = declared.inner if isinstance(declared, fields.List) else declared
        if isinstance(inner, fields.Nested):
            nested = _of_schema(type(inner.schema))
            is_reference = issubclass(type(inner.schema), TypedReference | RecordLink)
            members[name] = Shape(nested.members, ANY_TYPE) if is_reference else nested
        elif isinstance(inner, Reference):
            members[name] = Shape({}, inner.record_type)
        else:
            members[name] = Shape()
        members.update(
            (added, Shape()) for added in (f"{name}_earliest", f"{name}_latest") if added in read_only
        )
    return Shape(members)
