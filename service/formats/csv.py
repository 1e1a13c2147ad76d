"""CSV (RFC 4180) in UTF-8; text that looks like a formula stays as it is, since whoever reads data wants the data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from service.formats.tables import REFUSED, Column, Row, Table
from service.web.negotiation import Representation

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def write(answer: Any) -> bytes:
    """Return the ``Table`` of an answer, with its header."""
    table: Table = answer.content
    return write_header(table) + write_rows(table.columns, table.rows)


def write_header(table: Table) -> bytes:
    """Return the header of a table, after a byte order mark if it has one."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow([column.name for column in table.columns])
    return (_BYTE_ORDER_MARK if table.byte_order_mark else b"") + text.getvalue().encode()


def write_rows(columns: tuple[Column, ...], rows: Iterable[Row]) -> bytes:
    """Return rows, each ended by CRLF; nothing is an empty cell, and truth is ``true`` or ``false``."""
    booleans = [index for index, column in enumerate(columns) if column.kind == "boolean"]
    found = list(rows)
    for index in booleans:
        for row in found:
            if row[index] is not None:
                row[index] = "true" if row[index] else "false"
    text = io.StringIO(newline="")
    csv.writer(text).writerows(found)
    return text.getvalue().encode()


CSV = Representation(
    "csv",
    "text/csv; charset=utf-8; header=present",
    write,
    schema={"type": "string"},
    streams=True,
    refuses=REFUSED,
)
