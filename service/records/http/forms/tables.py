"""Lists as tables (CSV, XLSX), one row a record, and as NDJSON, one document a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from flask import Response, g

from service.formats.csv import CSV, write_header, write_rows
from service.formats.ndjson import NDJSON, write_lines
from service.formats.parquet import PARQUET, version, write_file
from service.formats.tables import Cell, Column, Row, Table
from service.formats.xlsx import XLSX
from service.records.clocks import citations_within
from service.records.context import Context
from service.records.documents import TAIL
from service.records.http.answers import own_url, shape_trees
from service.records.http.forms.columns import SEPARATOR, Path, SchemaColumns, columns_of, of_schema
from service.records.http.lists import read_list
from service.records.http.streams import StreamedState, batches, file_of_all, stream_all, streamed_state
from service.records.record_type import RecordType
from service.web.file_answers import FileAnswer
from service.web.negotiation import Representation
from service.web.operation import Answer, FormView, View
from service.web.parameters import ALL, parameter_error

Document = Mapping[str, Any]
Values = Mapping[str, Any]
# Members of a document that each row has under its own names, whatever `fields` asks for.
_IN_EVERY_ROW = frozenset({"type", "self", "citations", "revision", "recorded_at", "record", "pointer"})
PROVENANCE = (
    Column("source", "text", "Id of the first source that the row rests on."),
    Column("quote", "text", "The words of that source."),
    Column("locator", "text", "Where in that source."),
    Column("record", "text", "The record, as its path below /v1: summits/singapore-2018."),
    Column("pointer", "text", "JSON Pointer (RFC 6901) to the part of the record; empty for the whole."),
    Column("sources", "text", "Ids of all sources that it rests on."),
    Column("revision", "integer", "Number of the record's revision."),
    Column("recorded_at", "instant", "When that revision was recorded."),
    Column(
        "known_at",
        "instant",
        "The state of the service that the table is of: as `known_at` of a query, what is in it is answered again.",
    ),
)
_QUOTES = "Quotes belong to the authors quoted; the sources are those of each row."


@dataclass(frozen=True)
class RecordColumns:
    """The columns of the records of a type: what they say, and then what each rests on."""

    record_type: RecordType

    @cached_property
    def own(self) -> SchemaColumns:
        """The columns of the fields, those that close every record last."""
        declared = of_schema(self.record_type.schema)
        last = {name: declared.pop(name) for name in TAIL}
        return columns_of({**declared, **self.record_type.read_only, **last})

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return (*self.own.columns, *PROVENANCE)

    @property
    def paths(self) -> list[Path | None]:
        """Where the value of each column comes from, ``None`` for those that every row has."""
        return [*self.own.paths, *[None] * len(PROVENANCE)]

    def row(self, document: Document, known_at: str) -> Row:
        """Return the cells of a record."""
        citations = document.get("citations") or ()
        first: Mapping[str, Any] = citations[0] if citations else {}
        address = f"{self.record_type.path}/{document['id']}"
        return [
            *self.own.cells(document),
            *provenance(first, address, "", citations_within(document)),
            document["revision"],
            document["recorded_at"],
            known_at,
        ]


def provenance(
    citation: Mapping[str, Any], address: str, pointer: str, citations: Iterable[Any]
) -> list[Cell]:
    """Return the cells of what a row rests on, and of where it stands in the record."""
    sources = dict.fromkeys([each["source"] for each in citations])
    return [
        citation.get("source"),
        citation.get("quote"),
        citation.get("locator"),
        address,
        pointer,
        SEPARATOR.join(sources),
    ]


def of_list(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the forms of a type's list that are made of rows and lines."""
    columns = RecordColumns(record_type)
    tabulate = partial(tabulate_records, context, columns)
    return {
        NDJSON: partial(line_up_records, context, record_type),
        CSV: tabulate,
        XLSX: tabulate,
        PARQUET: FormView(tabulate, {"limit": ALL}),
    }


def tabulate_records(
    context: Context, columns: RecordColumns, values: Values
) -> Answer | Response | FileAnswer:
    """Return a page of a list as a table, or all of it."""
    record_type = columns.record_type
    kept = selected(context, record_type.name, columns.paths, values)
    if values.get("limit") == ALL:
        state = streamed_state(context, {**values, "fields": ()})
        table = table_of(columns.columns, (), kept, state.known_at, values)
        found = batches(context, record_type, state.values)
        rows_of = ((columns.row(each, state.known_at) for each in one.each()) for one in found)
        return stream_table(context, state, table, rows_of, kept)
    page = read_list(context, record_type, {**values, "fields": ()}, dated=True)
    rows = (columns.row(each, page.known_at) for each in page.each())
    table = table_of(columns.columns, rows, kept, page.known_at, values)
    return page.asked.answer(table, page.next_cursor)


def line_up_records(context: Context, record_type: RecordType, values: Values) -> Answer | Response:
    """Return a page of a list as lines."""
    if values.get("limit") == ALL:
        state = streamed_state(context, values)
        texts = batches(context, record_type, state.values)
        return stream_all(state, (write_lines(each.texts()) for each in texts))
    page = read_list(context, record_type, values)
    return page.asked.answer(page.texts(), page.next_cursor)


def stream_table(
    context: Context,
    state: StreamedState,
    table: Table,
    batches: Iterable[Iterable[Row]],
    kept: Sequence[int] | None,
) -> Response | FileAnswer:
    """Return the answer with all of a table of a state, its rows in batches of which some cells are ``kept``.

    It is streamed, or a file, as the form of the request in hand has it.
    """
    found = (only(rows, kept) for rows in batches)
    if g.representation is PARQUET:
        return file_of_all(context, state, lambda file: write_file(file, table, found), version())

    def pieces() -> Iterator[bytes]:
        yield write_header(table)
        for rows in found:
            yield write_rows(table.columns, rows)

    return stream_all(state, pieces())


def table_of(
    columns: Sequence[Column], rows: Iterable[Row], kept: Sequence[int] | None, known_at: str, values: Values
) -> Table:
    """Return a table of those columns of rows that are ``kept``, of all for ``None``."""
    (shown,) = only([list(columns)], kept)
    about = {"query": own_url(), "known_at": known_at, "rights": _QUOTES}
    return Table(tuple(shown), only(rows, kept), about, bool(values.get("bom")))


def only(rows: Iterable[list[Any]], kept: Sequence[int] | None) -> Iterable[list[Any]]:
    """Yield rows with those cells that are kept, with all for ``None``."""
    return rows if kept is None else ([row[each] for each in kept] for row in rows)


def selected(context: Context, shape: str, paths: Sequence[Path | None], values: Values) -> list[int] | None:
    """Return the indexes of the columns that ``fields`` asks for and of those that every row has, ``None`` for all.

    :param paths: where the value of each column comes from, ``None`` for those that every row has.

    Raises ``Problem`` 400 for paths that there are not, and for those inside of lists, which have no column.
    """
    asked = values.get("fields", ())
    if not asked:
        return None
    shape_trees(context, shape, values)
    wanted = [tuple(path.split(".")) for path in asked]
    for path in wanted:
        if path[0] not in _IN_EVERY_ROW and not any(
            each is not None and _is_in(path, each) for each in paths
        ):
            is_inside = any(each is not None and _is_in(path[:1], each) for each in paths)
            advice = (
                f", which is inside of a list: ask for {path[0]!r}."
                if is_inside
                else ": ask for format=json."
            )
            detail = f"A table has no column for {'.'.join(path)!r}{advice}"
            raise parameter_error("fields", "no_column", detail)
    return [
        index
        for index, each in enumerate(paths)
        if each is None or any(_is_in(path, each) for path in wanted)
    ]


def _is_in(path: Path, column: Path) -> bool:
    """Return whether the column of a path, in which ``*`` stands for any member, is that of a member or within it."""
    return len(column) >= len(path) and all(
        each in (own, "*") for own, each in zip(path, column, strict=False)
    )
