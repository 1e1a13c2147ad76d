"""The properties of a record as a feature on a map: simple values by name, read off the schema of its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from marshmallow import Schema, fields

from service.formats.tables import Kind
from service.records.http.forms.columns import SEPARATOR, kind_of, of_schema
from service.records.record_type import Document, RecordType
from service.records.schemas.fields import Enumeration

# Coordinates are the geometry; what says of each part where it comes from is a list of its own, in JSON.
_LEFT_OUT = frozenset({"latitude", "longitude", "claims"})
# What a part in a list is known by: the first of these that it has.
_KNOWN_BY = ("name", "title", "source", "system", "facility", "observation", "id", "state", "status", "kind")


@dataclass(frozen=True)
class Property:
    """A property: its name, the kind of its values, and the words and choices of the field that it is read off.

    :param path: the members on the way to it, from the record on.
    :param member: of a list of parts, the member that each is known by.
    """

    name: str
    kind: Kind
    path: tuple[str, ...]
    description: str = ""
    choices: tuple[str, ...] = ()
    is_list: bool = False
    member: str = ""


def properties_of(record_type: RecordType) -> tuple[Property, ...]:
    """Return the properties of the records of a type, in the order of their members."""
    own = {
        "id": Property("id", "text", ("id",), "Id of the record."),
        "type": Property("type", "text", ("type",), "Type of the record.", (record_type.name,)),
        "revision": Property("revision", "integer", ("revision",), "How many times the record was written."),
        "recorded_at": Property(
            "recorded_at", "instant", ("recorded_at",), "When this revision was recorded."
        ),
        "self": Property("self", "text", ("self",), "URL of the record."),
    }
    found = dict(own)
    for each in _of_fields([*of_schema(record_type.schema).items(), *record_type.read_only.items()]):
        found.setdefault(each.name, each)
    return tuple(found.values())


def properties_of_rows(schema: type[Schema]) -> tuple[Property, ...]:
    """Return the properties of the rows of a list of parts, in the order of their members."""
    found: dict[str, Property] = {}
    for each in _of_fields(of_schema(schema).items()):
        found.setdefault(each.name, each)
    return tuple(found.values())


def chosen_of(properties: tuple[Property, ...], chosen: Mapping[str, Any]) -> tuple[Property, ...]:
    """Return the properties below ``chosen`` members, a tree; all where none is chosen."""
    return tuple(each for each in properties if not chosen or _is_chosen(each.path, chosen))


def reader_of(properties: Iterable[Property]) -> Callable[[Document], dict[str, Any]]:
    """Return what reads the values of properties in a record or a row, ``None`` where there is nothing to say."""
    # Those that follow one another in one part are read at once: features are made by the million.
    runs = [
        (*run, list(found)) for run, found in groupby(properties, lambda each: (each.path[:-1], each.is_list))
    ]
    names = [[each.name for each in found] for *_, found in runs]
    members = [[each.path[-1] for each in found] for *_, found in runs]

    def values_of(document: Document) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for (way, is_list, found), named, below in zip(runs, names, members, strict=True):
            part = document
            for step in way:
                part = part.get(step) or {}
            values.update(zip(named, map(part.get, below), strict=True))
            if is_list:
                for each in found:
                    values[each.name] = _joined(values[each.name], each.member)
        return values

    return values_of


def _joined(items: Sequence[Any] | None, member: str) -> str | None:
    if not items:
        return None
    if member:
        items = [each.get(member) for each in items]
    return SEPARATOR.join([str(each) for each in items if each is not None]) or None


def _is_chosen(path: tuple[str, ...], chosen: Mapping[str, Any]) -> bool:
    below: Mapping[str, Any] = chosen
    for step in path:
        if step not in below:
            return False
        below = below[step]
        if not below:
            return True
    return True


def _of_fields(
    declared: Iterable[tuple[str, fields.Field[Any]]], path: tuple[str, ...] = ()
) -> Iterator[Property]:
    for name, field in declared:
        yield from _of_field(name, field, path)


def _of_field(name: str, field: fields.Field[Any], path: tuple[str, ...]) -> Iterator[Property]:
    here = (*path, name)
    if name in _LEFT_OUT:
        return
    make = partial(
        Property, "_".join(here), path=here, description=str(field.metadata.get("description", ""))
    )
    if isinstance(field, fields.List):
        inner = field.inner
        if not isinstance(inner, fields.Nested):
            yield make("text", is_list=True)
        elif member := next((each for each in _KNOWN_BY if each in inner.schema.fields), None):
            yield make("text", is_list=True, member=member)
    elif isinstance(field, fields.Nested):
        yield from _of_fields(of_schema(type(field.schema)).items(), here)
    else:
        choices = field.choices if isinstance(field, Enumeration) else ()
        yield make(kind_of(field), choices=choices)
