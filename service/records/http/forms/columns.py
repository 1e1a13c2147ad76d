"""The columns of tables, read off the schemas of records and parts: one cell for each value, never JSON."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from marshmallow import Schema, fields

from service.formats.tables import Cell, Column, Kind
from service.records.links import RecordLink
from service.records.schemas.notations import CalendarDate, EdtfDate, Instant
from service.records.schemas.parts import Citation, ClaimedValue, TypedReference, address
from service.records.schemas.record_part import RecordPart

Document = Mapping[str, Any]
Path = tuple[str, ...]
SEPARATOR = "; "
# What a part is called, in the first of these fields that it has.
_NAMING = ("name", "title", "text", "path")
_KINDS: tuple[tuple[type[fields.Field[Any]], Kind], ...] = (
    (CalendarDate, "date"),
    (Instant, "instant"),
    (fields.Boolean, "boolean"),
    (fields.Integer, "integer"),
    (fields.Float, "number"),
)


@dataclass(frozen=True)
class FieldColumns:
    """The columns that one field makes.

    :param paths: where in a document the value of each column comes from.
    :param cells: the cells of a value; None where the value is the one cell.
    """

    name: str
    columns: tuple[Column, ...]
    paths: tuple[Path, ...]
    cells: Callable[[Any], Sequence[Cell]] | None = None


@dataclass(frozen=True)
class SchemaColumns:
    """The columns of documents of a schema, in the order of its declarations."""

    fields: tuple[FieldColumns, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return tuple(column for each in self.fields for column in each.columns)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the value of each column comes from."""
        return tuple(path for each in self.fields for path in each.paths)

    @cached_property
    def _runs(self) -> list[tuple[list[str], Callable[[Any], Sequence[Cell]] | None]]:
        """The names of fields that follow one another and whose value is the one cell; each other by itself."""
        found: list[tuple[list[str], Callable[[Any], Sequence[Cell]] | None]] = []
        for each in self.fields:
            if found and each.cells is None and found[-1][1] is None:
                found[-1][0].append(each.name)
            else:
                found.append(([each.name], each.cells))
        return found

    def cells(self, document: Document | None) -> list[Cell]:
        """Return a cell for each column."""
        if document is None:
            return [None] * len(self.columns)
        row: list[Cell] = []
        value = document.get
        for names, cells in self._runs:
            row += map(value, names) if cells is None else cells(value(names[0]))
        return row


def columns_of(declared: Mapping[str, fields.Field[Any]], without: Collection[str] = ()) -> SchemaColumns:
    """Return the columns of fields, in their order; citations are left out, since each row tells its own.

    Raises ``ValueError`` for fields whose columns would have one name.
    """
    made = tuple(
        each
        for name, field in declared.items()
        if name not in without
        for each in _columns(name, field, (name,))
    )
    names = [column.name for each in made for column in each.columns]
    if len(set(names)) < len(names):
        raise ValueError(f"two columns have one name: {sorted(names)}")
    return SchemaColumns(made)


def of_schema(schema: type[Schema]) -> dict[str, fields.Field[Any]]:
    """Return the fields of a schema's documents, the bounds of each date after it."""
    bounds = schema.read_only() if issubclass(schema, RecordPart) else {}
    found: dict[str, fields.Field[Any]] = {}
    for name, field in schema().fields.items():
        found[name] = field
        if isinstance(field, EdtfDate):
            found |= {each: bounds[each] for each in (f"{name}_earliest", f"{name}_latest") if each in bounds}
    return found


def _columns(name: str, field: fields.Field[Any], path: Path) -> Iterator[FieldColumns]:
    text = str(field.metadata.get("description", ""))
    if isinstance(field, fields.List):
        yield from _of_list(name, field, path, text)
    elif isinstance(field, fields.Nested):
        schema = type(field.schema)
        if issubclass(schema, TypedReference):
            yield FieldColumns(name, (Column(name, "text", text),), (path,), _address)
        elif issubclass(schema, RecordLink):
            yield _of_link(name, schema, path, text)
        else:
            yield _of_part(name, columns_of(of_schema(schema)), path)
    elif isinstance(field, fields.Dict):
        # Numbers by name have no columns: which names there are is known only once they are told.
        return
    elif isinstance(field, ClaimedValue):
        yield from _of_claimed_value(name, field, path, text)
    else:
        yield FieldColumns(name, (Column(name, kind_of(field), text),), (path,))


def _of_part(name: str, inner: SchemaColumns, path: Path) -> FieldColumns:
    columns = tuple(
        Column(f"{name}_{column.name}", column.kind, column.description) for column in inner.columns
    )
    return FieldColumns(name, columns, tuple((*path, *each) for each in inner.paths), inner.cells)


def _of_link(name: str, schema: type[Schema], path: Path, text: str) -> FieldColumns:
    """Return the column of the path of a record below ``/v1``, and those of what a link says besides."""
    more = _of_part(name, columns_of(of_schema(schema), RecordLink._declared_fields), path)
    described = f"{text} Its path below /v1: summits/singapore-2018."

    def cells(link: Any) -> Sequence[Cell]:
        told = more.cells(link) if more.cells else ()
        return (link_address(link), *told)

    return FieldColumns(name, (Column(name, "text", described), *more.columns), (path, *more.paths), cells)


def link_address(link: Document | None) -> str | None:
    """Return the path of a linked record below ``/v1``, as rows have it."""
    return None if link is None else str(link["self"]).removeprefix("/v1/")


def _of_list(name: str, field: fields.List[Any], path: Path, text: str) -> Iterator[FieldColumns]:
    inner: fields.Field[Any] = field.inner
    if not isinstance(inner, fields.Nested):
        yield FieldColumns(name, (Column(name, "text", text),), (path,), _joined)
        return
    schema = type(inner.schema)
    if issubclass(schema, Citation):
        return
    if issubclass(schema, TypedReference):
        yield FieldColumns(name, (Column(name, "text", text),), (path,), _joined_addresses)
        return
    naming = next((each for each in _NAMING if each in inner.schema.fields), None)
    if naming is None:
        column = Column(f"{name}_count", "integer", f"How many there are. {text}")
        yield FieldColumns(name, (column,), (path,), lambda parts: (len(parts or ()),))
    else:
        member = naming
        yield FieldColumns(
            name,
            (Column(name, "text", text),),
            (path,),
            lambda parts: _joined([part[member] for part in parts or ()]),
        )


def _of_claimed_value(name: str, field: ClaimedValue, path: Path, text: str) -> Iterator[FieldColumns]:
    """Yield the column of a date, and those of each shape that the value may have instead."""
    yield FieldColumns(
        name,
        (Column(name, "text", f"{text} Here, if it is a date."),),
        (path,),
        lambda value: (value if isinstance(value, str) else None,),
    )
    for shape in field.shapes:
        inner = columns_of(of_schema(shape))
        own = frozenset(each.name for each in inner.fields)
        made = _of_part(name, inner, path)
        yield FieldColumns(name, made.columns, made.paths, _where_shaped(inner, own))


def _where_shaped(inner: SchemaColumns, own: frozenset[str]) -> Callable[[Any], Sequence[Cell]]:
    def cells(value: Any) -> Sequence[Cell]:
        return inner.cells(value if isinstance(value, dict) and own >= value.keys() else None)

    return cells


def kind_of(field: fields.Field[Any]) -> Kind:
    """Return the kind of the values of a field."""
    if field.metadata.get("format") == "date-time":
        return "instant"
    return next((kind for declared, kind in _KINDS if isinstance(field, declared)), "text")


def _joined(values: Any) -> tuple[str | None]:
    return (SEPARATOR.join(map(str, values)) if values else None,)


def _address(reference: Any) -> tuple[str | None]:
    return (None if reference is None else address(reference),)


def _joined_addresses(references: Any) -> tuple[str | None]:
    return _joined([address(each) for each in references or ()])
