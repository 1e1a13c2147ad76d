"""Lists of parts as tables (CSV, XLSX), one row a part, and as NDJSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import itemgetter
from typing import Any

from flask import Response
from sqlalchemy import Connection

from service.evidence.citations import citation_of_part
from service.formats.csv import CSV
from service.formats.ndjson import NDJSON, write_lines
from service.formats.parquet import PARQUET
from service.formats.tables import Cell, Column, Row
from service.formats.xlsx import XLSX
from service.parts.answers import page_schema, row_schema
from service.parts.reading import PartPage, batches, query_under, read_page
from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.http.answers import shape_view
from service.records.http.forms.columns import Path, SchemaColumns, columns_of, of_schema
from service.records.http.forms.tables import PROVENANCE, provenance, selected, stream_table, table_of
from service.records.http.lists import check_range
from service.records.http.paging import Page
from service.records.http.streams import stream_all, streamed_state
from service.records.newest import newest_instant
from service.records.part_lists import PartList
from service.records.record_type import RecordType
from service.web.file_answers import FileAnswer
from service.web.negotiation import Representation
from service.web.operation import Answer, FormView, View
from service.web.parameters import ALL

Document = Mapping[str, Any]
Values = Mapping[str, Any]
_OF_THE_RECORD = ("record", "pointer", "citations")


@dataclass(frozen=True)
class PartColumns:
    """The columns of a list of parts: those that an import takes first, if it takes any."""

    part_list: PartList
    types: Sequence[RecordType]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return tuple(self._known[name] for name in self._names)

    @cached_property
    def paths(self) -> list[Path | None]:
        """Where the value of each column comes from, ``None`` for those that every row has."""
        paths = dict(zip((each.name for each in self._read.columns), self._read.paths, strict=True))
        return [paths.get(name) for name in self._names]

    @cached_property
    def _read(self) -> SchemaColumns:
        return columns_of(of_schema(row_schema(self.part_list, self.types[0])), _OF_THE_RECORD)

    @cached_property
    def _has_citations(self) -> bool:
        """Whether parts have citations of their own."""
        return "citations" in self.part_list.schema(self.types[0].schema)().fields

    @cached_property
    def _names(self) -> list[str]:
        imported = self.part_list.imported
        of_every_row = [each.name for each in PROVENANCE if each.name not in imported]
        own = [name for name in self._known if name not in (*of_every_row, *imported)]
        return [*imported, *of_every_row, *own] if imported else [*own, *of_every_row]

    @cached_property
    def _known(self) -> dict[str, Column]:
        known = {each.name: each for each in (*self._read.columns, *PROVENANCE)}
        if self.part_list.imported:
            name = self.part_list.imported[0]
            known[name] = Column(name, "text", "Id of the record.")
        for member, reference in self.part_list.inherited.items():
            name = f"{reference}_{member}"
            known[name] = Column(name, known[member].kind, f"`{member}` of the `{reference}`.")
        return known

    @cached_property
    def _inherited(self) -> list[tuple[int, str]]:
        """The place of each member that may be inherited among the cells of a document, and what it refers to."""
        names = [each.name for each in self._read.columns]
        return [(names.index(member), reference) for member, reference in self.part_list.inherited.items()]

    @cached_property
    def _in_order(self) -> Callable[[Row], tuple[Cell, ...]]:
        """What picks the cell of each column of all: those of the document, of every row, its id, what is inherited."""
        names = [each.name for each in (*self._read.columns, *PROVENANCE)]
        names += self.part_list.imported[:1] or [""]
        names += [f"{reference}_{member}" for member, reference in self.part_list.inherited.items()]
        places = {name: place for place, name in enumerate(names)}
        return itemgetter(*[places[name] for name in self._names])

    def row(self, document: Document, known_at: str) -> Row:
        """Return the cells of a row."""
        record = document["record"]
        address = record["self"].removeprefix("/v1/")
        cells: list[Cell] = [
            *self._read.cells(document),
            *provenance(self._citation(document), address, document["pointer"], document["citations"]),
            record["revision"],
            record["recorded_at"],
            known_at,
            record["id"],
        ]
        for member, reference in self._inherited:
            inherits = document[reference] is not None
            cells.append(cells[member] if inherits else None)
            if inherits:
                cells[member] = None
        return list(self._in_order(cells))

    def _citation(self, document: Document) -> Document:
        """Return the citation that a row shows; of what an import takes only its own."""
        citations: Sequence[Document] = document["citations"]
        if self.part_list.imported and document["cited_by"] == "record":
            if self._has_citations:
                return {}
            return citation_of_part(citations, document["pointer"]) or {}
        return citations[0] if citations else {}


def forms_of(
    context: Context, part_list: PartList, types: Sequence[RecordType]
) -> dict[Representation, View]:
    """Return the forms of a list of parts that are made of rows and lines."""
    tabulate = partial(tabulate_parts, context, PartColumns(part_list, types))
    return {
        NDJSON: partial(line_up_parts, context, part_list, types),
        CSV: tabulate,
        XLSX: tabulate,
        PARQUET: FormView(tabulate, {"limit": ALL}),
    }


def tabulate_parts(context: Context, columns: PartColumns, values: Values) -> Answer | Response | FileAnswer:
    """Return a page of a list of parts as a table, or all of it."""
    part_list, types = columns.part_list, columns.types
    check_range(values)
    kept = selected(context, context.shapes.of_view(page_schema(part_list, types)), columns.paths, values)
    if values.get("limit") == ALL:
        state = streamed_state(context, values)
        table = table_of(columns.columns, (), kept, state.known_at, values)
        rows = batches(context, part_list, types, state.values)
        return stream_table(
            context,
            state,
            table,
            ((columns.row(each, state.known_at) for each in batch) for batch in rows),
            kept,
        )
    paging = Page(values)
    with context.database.reading(snapshot=True) as connection:
        known_at = values.get("known_at") or newest_instant(connection)
        page = _page(connection, part_list, types, at_reference_date(values), paging.after, paging.limit)
    found = (columns.row(each, known_at) for each in page.rows)
    table = table_of(columns.columns, found, kept, known_at, values)
    return paging.answer(table, paging.cursor(page.next_position))


def line_up_parts(
    context: Context, part_list: PartList, types: Sequence[RecordType], values: Values
) -> Answer | Response:
    """Return a page of a list of parts as lines, or all of it."""
    check_range(values)
    shape = shape_view(page_schema(part_list, types), values) or _unchanged
    if values.get("limit") == ALL:
        state = streamed_state(context, values)
        found = batches(context, part_list, types, state.values)
        return stream_all(state, (write_lines(shape({"items": rows})["items"]) for rows in found))
    paging = Page(values)
    with context.database.reading(snapshot=True) as connection:
        page = _page(connection, part_list, types, at_reference_date(values), paging.after, paging.limit)
    return paging.answer(shape({"items": page.rows})["items"], paging.cursor(page.next_position))


def _page(
    connection: Connection,
    part_list: PartList,
    types: Sequence[RecordType],
    values: Values,
    after: Sequence[str | int] | None,
    limit: int,
) -> PartPage:
    return read_page(connection, query_under(connection, part_list, types, values), after, limit)


def _unchanged(document: dict[str, Any]) -> dict[str, Any]:
    return document
