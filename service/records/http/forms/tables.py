"""Lists as tables (CSV, XLSX), one row a record, and as NDJSON, one document a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from service.formats.csv import CSV
from service.formats.ndjson import NDJSON
from service.formats.tables import Cell, Column, Row, Table
from service.formats.xlsx import XLSX
from service.records.clocks import citations_within
from service.records.context import Context
from service.records.documents import TAIL
from service.records.http.answers import own_url, shape_trees
from service.records.http.forms.columns import SEPARATOR, Path, SchemaColumns, columns_of, of_schema
from service.records.http.lists import read_list
from service.records.record_type import RecordType
from service.web.negotiation import Representation
from service.web.operation import Answer, View
from service.web.parameters import parameter_error

Document = Mapping[str, Any]
Values = Mapping[str, Any]
# Members of a document that each row has under its own names, whatever `fields` asks for.
_IN_EVERY_ROW = frozenset({"type", "self", "citations", "revision", "recorded_at"})
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
    sources = dict.fromkeys(each["source"] for each in citations)
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
    }


def tabulate_records(context: Context, columns: RecordColumns, values: Values) -> Answer:
    """Return a page of a list as a table."""
    record_type = columns.record_type
    kept = selected(context, record_type.name, columns.own, values)
    page = read_list(context, record_type, {**values, "fields": ()}, dated=True)
    rows = (columns.row(each, page.known_at) for each in page.read())
    table = table_of(columns.own.columns, rows, kept, page.known_at, values)
    return page.asked.answer(table, page.next_cursor)


def line_up_records(context: Context, record_type: RecordType, values: Values) -> Answer:
    """Return a page of a list as lines."""
    page = read_list(context, record_type, values)
    return page.asked.answer(page.texts(), page.next_cursor)


def table_of(
    own: Sequence[Column], rows: Iterator[Row], kept: Sequence[int] | None, known_at: str, values: Values
) -> Table:
    """Return a table of these columns and those of every row, ``kept`` of the first if that is given."""
    columns = (*own, *PROVENANCE)
    found: Iterable[Row] = rows
    if kept is not None:
        indexes = [*kept, *range(len(own), len(columns))]
        columns = tuple(columns[each] for each in indexes)
        found = ([row[each] for each in indexes] for row in rows)
    about = {"query": own_url(), "known_at": known_at, "rights": _QUOTES}
    return Table(columns, found, about, bool(values.get("bom")))


def selected(context: Context, shape: str, own: SchemaColumns, values: Values) -> list[int] | None:
    """Return the indexes of the columns that ``fields`` asks for, ``None`` for all.

    Raises ``Problem`` 400 for paths that there are not, and for those inside of lists, which have no column.
    """
    asked = values.get("fields", ())
    if not asked:
        return None
    shape_trees(context, shape, values)
    wanted = [tuple(path.split(".")) for path in asked]
    for path in wanted:
        if path[0] not in _IN_EVERY_ROW and not any(_is_in(path, each) for each in own.paths):
            detail = f"A table has no column for {'.'.join(path)!r}, which is inside of a list: ask for {path[0]!r}."
            raise parameter_error("fields", "no_column", detail)
    return [index for index, each in enumerate(own.paths) if any(_is_in(path, each) for path in wanted)]


def _is_in(path: Path, column: Path) -> bool:
    return column[: len(path)] == path
