"""What a table becomes as CSV and as a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from service.formats.csv import CSV
from service.formats.tables import Cell, Column, Table
from service.formats.xlsx import XLSX
from service.web.operation import Answer

COLUMNS = (
    Column("name", description="What it is called."),
    Column("count", "integer"),
    Column("share", "number"),
    Column("public", "boolean"),
    Column("day", "date"),
    Column("at", "instant"),
)
FULL: list[Cell] = ["Sohae", 7, 0.5, True, "2018-09-10", "2018-09-10T14:00:00Z"]
EMPTY: list[Cell] = [None] * len(COLUMNS)


def table(*rows: list[Cell], byte_order_mark: bool = False) -> Answer:
    about = {"query": "/v1/things"}
    return Answer(Table(COLUMNS, [list(row) for row in rows], about, byte_order_mark))


def test_csv_has_a_header_and_its_lines_end_with_crlf() -> None:
    assert CSV.write(table(FULL, EMPTY)) == (
        b"name,count,share,public,day,at\r\nSohae,7,0.5,true,2018-09-10,2018-09-10T14:00:00Z\r\n,,,,,\r\n"
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", 'say "so"', "a,b", "two\nlines", "\r", " led by space", "한국어"]
)
def test_csv_gives_any_text_back_as_it_is(text: str) -> None:
    written = CSV.write(table([text, *EMPTY[1:]])).decode()
    assert list(csv.reader(io.StringIO(written, newline=""), strict=True))[1][0] == text


def test_csv_begins_with_a_byte_order_mark_only_where_that_is_asked_for() -> None:
    assert CSV.write(table(byte_order_mark=True)).startswith(b"\xef\xbb\xbfname")
    assert CSV.write(table()).startswith(b"name")


def test_a_spreadsheet_has_typed_cells_under_a_frozen_header() -> None:
    sheet = load_workbook(io.BytesIO(XLSX.write(table(FULL, EMPTY))))["data"]
    header, full, empty = sheet.iter_rows(max_row=3)
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in header] == [column.name for column in COLUMNS]
    assert [cell.data_type for cell in full] == ["s", "n", "n", "b", "d", "s"]
    assert full[4].value.date().isoformat() == "2018-09-10"
    assert [cell.value for cell in full[:4]] == FULL[:4]
    assert all(cell.value is None for cell in empty)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "{=1}", "12", "TRUE"]
)
def test_text_that_looks_like_something_else_is_text_in_a_spreadsheet(text: str) -> None:
    sheet = load_workbook(io.BytesIO(XLSX.write(table([text, *EMPTY[1:]]))))["data"]
    cell = sheet["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_day_that_spreadsheets_do_not_know_is_text() -> None:
    sheet = load_workbook(io.BytesIO(XLSX.write(table([*EMPTY[:4], "0918-09-09", None]))))["data"]
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("0918-09-09", "s")


def test_a_spreadsheet_says_where_it_comes_from_and_what_its_columns_mean() -> None:
    sheet = load_workbook(io.BytesIO(XLSX.write(table())))["about"]
    lines = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert ("query", "", "/v1/things") in lines
    assert ("name", "text", "What it is called.") in lines


def test_the_same_table_is_the_same_file() -> None:
    assert XLSX.write(table(FULL)) == XLSX.write(table(FULL))
