"""Views as tables (CSV, XLSX): the rows that a view says it has, with columns from the schema of its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from marshmallow import Schema, fields

from service.formats.csv import CSV
from service.formats.tables import Cell, Column, Row
from service.formats.xlsx import XLSX
from service.records.context import Context
from service.records.http.forms.columns import (
    FieldColumns,
    Path,
    SchemaColumns,
    columns_of,
    link_address,
    of_schema,
)
from service.records.http.forms.tables import PROVENANCE, provenance, selected, table_of
from service.records.newest import newest_instant
from service.records.shapes import is_page
from service.web.negotiation import Representation
from service.web.operation import Answer, View

Document = Mapping[str, Any]
EACH = "*"
_GROUP = Column("group", "text", "Which list of the answer the row is from.")
_KNOWN_AT = PROVENANCE[-1]
# A row of a view is of no one revision.
_RESTS_ON = tuple(each for each in PROVENANCE if each.name not in ("revision", "recorded_at", "known_at"))


@dataclass(frozen=True)
class TableRows:
    """Where in the answer of a view the rows of its table are.

    :param at: the members that lead to them, the last of them a list; ``*`` for all lists of an object, by whose names
        the rows are told apart as ``group``. A row of a list within entries of another repeats the entry that it is in,
        and an entry without any is a row by itself.
    :param repeated: members of the answer that each row repeats.
    :param rests_on: paths in a row to the lists of what it rests on; if there are none, that is the row itself.
    :param without: members that have no column.
    """

    at: tuple[str, ...] = ("items",)
    repeated: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class ViewColumns:
    """The columns of the table of a view: what each row repeats, what it says, and then what it rests on.

    Raises ``ValueError`` for two columns of one name.
    """

    def __init__(self, schema: type[Schema], rows: TableRows) -> None:
        self.schema = schema
        self._rows = rows
        declared = of_schema(schema)
        self._levels = [columns_of({name: declared[name] for name in rows.repeated})]
        is_of_page = is_page(schema)
        self.paths: list[Path | None] = [None if is_of_page else path for path in self._levels[0].paths]
        lead: Path = ()
        for number, name in enumerate(rows.at):
            field = next(iter(declared.values())) if name == EACH else declared[name]
            lead = (*lead, name)
            if name == EACH:
                self._levels.append(SchemaColumns((FieldColumns("group", (_GROUP,), (("group",),)),)))
                self.paths.append(None)
            declared = of_schema(type(_schema_in(field)))
            if isinstance(field, fields.List):
                own = columns_of(declared, self._without(number))
                self._levels.append(own)
                # `fields` of a page is about its items.
                self.paths += [(*lead[is_of_page:], *path) for path in own.paths]
        self._is_cited = bool(rows.rests_on) or "citations" in declared
        last = (*(_RESTS_ON if self._is_cited else ()), _KNOWN_AT)
        self.columns = (*(column for level in self._levels for column in level.columns), *last)
        self.paths += [None] * len(last)
        names = [each.name for each in self.columns]
        if len(set(names)) < len(names):
            raise ValueError(f"{schema.__name__}: two columns have one name: {sorted(names)}")

    def rows(self, answer: Document, known_at: str) -> Iterator[Row]:
        """Yield the rows of an answer."""
        for documents in self._documents((answer,), answer, self._rows.at):
            cells = [
                cell
                for level, each in zip(self._levels, documents, strict=True)
                for cell in level.cells(each)
            ]
            yield [*cells, *(self._evidence(documents[-1]) if self._is_cited else ()), known_at]

    def _without(self, number: int) -> tuple[str, ...]:
        """Return the members without a column of the entries of a list on the way to the rows."""
        if number < len(self._rows.at) - 1:
            return (self._rows.at[number + 1],)
        return ("record", "pointer", *self._rows.without)

    def _documents(
        self, above: tuple[Document | None, ...], value: Document, at: tuple[str, ...]
    ) -> Iterator[tuple[Document | None, ...]]:
        """Yield, for each row, what it repeats and then what it is, an object for each level of columns."""
        if not at:
            yield above
            return
        name, rest = at[0], at[1:]
        if name == EACH:
            for group, entries in value.items():
                for each in entries:
                    yield from self._documents((*above, {"group": group}, each), each, rest)
        elif isinstance(value[name], Mapping):
            yield from self._documents(above, value[name], rest)
        elif not value[name] and len(above) > 1:
            yield (*above, *[None] * (len(self._levels) - len(above)))
        else:
            for each in value[name]:
                yield from self._documents((*above, each), each, rest)

    def _evidence(self, row: Document | None) -> list[Cell]:
        found: list[Document] = []
        if row is not None:
            paths = self._rows.rests_on
            found = [each for path in paths for each in _objects_at(row, path)] if paths else [row]
        first: Document = found[0] if found else {}
        citations = [citation for each in found for citation in each["citations"]]
        record = first.get("record") or (row or {}).get("record")
        cited = citations[0] if citations else {}
        return provenance(cited, link_address(record) or "", first.get("pointer", ""), citations)


def of_view(
    context: Context, view: View, schema: type[Schema], rows: TableRows = TableRows()
) -> dict[Representation, View]:
    """Return the forms of a view as a table.

    :param view: answers in JSON, in the shape of ``schema``, given the values of the path and the parameters.
    """
    tabulate = partial(_tabulate, context, view, ViewColumns(schema, rows))
    return {CSV: tabulate, XLSX: tabulate}


def _tabulate(context: Context, view: View, columns: ViewColumns, *given: Any) -> Answer:
    values: Mapping[str, Any] = given[-1]
    kept = None
    if values.get("fields"):
        kept = selected(context, context.shapes.of_view(columns.schema), columns.paths, values)
    with context.database.reading(snapshot=True) as connection:
        known_at = values.get("known_at") or newest_instant(connection)
    answer: Answer = view(*given)
    table = table_of(columns.columns, columns.rows(answer.document, known_at), kept, known_at, values)
    return Answer(table, answer.headers)


def _objects_at(row: Document, path: str) -> Sequence[Document]:
    value: Any = row
    for name in path.split("."):
        value = value[name]
    found: Sequence[Document] = value
    return found


def _schema_in(field: fields.Field[Any]) -> Schema:
    """Return the schema of the object, or of the objects in the list, of a field."""
    nested = field.inner if isinstance(field, fields.List) else field
    assert isinstance(nested, fields.Nested)
    found: Schema = nested.schema
    return found
