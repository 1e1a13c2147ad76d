"""Spreadsheets (Office Open XML): a sheet with the rows, and one that says what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from service.formats.tables import REFUSED, Cell, Column, Kind, Table
from service.web.negotiation import Representation

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Excel knows no days before 1900, and has those of January and February 1900 wrong.
_FIRST_DAY = date(1900, 3, 1)
# Excel cuts what is longer, and calls the file damaged.
_LONGEST_CELL = 32_767
_NARROWEST, _WIDEST = 8, 60
_ABOUT_WIDTHS = (24, 12, 90)
# A file is the same whenever it is written, so that its entity tag is too.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - Office has no time zones
_OPTIONS = {
    # No temporary files: the root file system may be read-only.
    "in_memory": True,
    # A cell that looks like a formula, a link or a number is the text that it is.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(answer: Any) -> bytes:
    """Return the ``Table`` of an answer as a workbook: the sheets ``data`` and ``about``."""
    table: Table = answer.content
    file = BytesIO()
    book = Workbook(file, _OPTIONS)
    book.set_properties({"created": _CREATED})
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("data")
    sheet.freeze_panes(1, 0)
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _width(column))
        sheet.write_string(0, index, column.name, bold)
    writers = [_writer(sheet, column.kind, day) for column in table.columns]
    for number, row in enumerate(table.rows, 1):
        for index, cell in enumerate(row):
            if cell is not None:
                writers[index](number, index, cell)
    _write_about(book, table, bold)
    book.close()
    return file.getvalue()


def _write_about(book: Any, table: Table, bold: Any) -> None:
    """Write the sheet that says where the table comes from and what its columns mean."""
    sheet = book.add_worksheet("about")
    for index, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(index, index, width)
    lines: list[Iterable[str]] = [(name, "", text) for name, text in table.about.items()]
    lines += [(), ("column", "kind", "meaning")]
    lines += [(each.name, each.kind, each.description) for each in table.columns]
    for number, line in enumerate(lines):
        for index, text in enumerate(line):
            style = (bold,) if number == len(table.about) + 1 else ()
            sheet.write_string(number, index, text[:_LONGEST_CELL], *style)


def _width(column: Column) -> int:
    widths: dict[Kind, int] = {"text": 24, "date": 12, "instant": 28}
    return min(max(_NARROWEST, len(column.name) + 2, widths.get(column.kind, 0)), _WIDEST)


def _writer(sheet: Any, kind: Kind, day: Any) -> Callable[[int, int, Any], Any]:
    """Return what writes a cell of a kind at a row and a column."""

    def write_text(row: int, index: int, cell: Cell) -> None:
        sheet.write_string(row, index, str(cell)[:_LONGEST_CELL])

    def write_day(row: int, index: int, cell: str) -> None:
        on = date.fromisoformat(cell)
        if on < _FIRST_DAY:
            write_text(row, index, cell)
        else:
            sheet.write_datetime(row, index, on, day)

    writers: dict[Kind, Callable[[int, int, Any], Any]] = {
        "integer": sheet.write_number,
        "number": sheet.write_number,
        "boolean": sheet.write_boolean,
        "date": write_day,
    }
    return writers.get(kind, write_text)


XLSX = Representation("xlsx", _MEDIA_TYPE, write, schema={}, refuses=REFUSED)
