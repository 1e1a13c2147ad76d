"""Reading the rows of CSV (RFC 4180) in UTF-8, one after another, each of limited length."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper

from service.exchange.encodings import other_encoding, save_as_utf8, without_mark
from service.exchange.entries import error_at
from service.records.schemas.field_errors import echo
from service.suggestions import nearest

# A row is at most as long as the body of one record.
LONGEST_ROW = 1_048_576
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


class UnreadableTable(Exception):
    """The rest of a table cannot be read."""

    def __init__(self, line: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.line = line
        self.error = error_at(code, detail)


class _Lines:
    """The lines of a table for ``csv.reader``, which joins the lines of a quoted cell; limits the length of a row."""

    def __init__(self, content: bytes) -> None:
        # Only CR, LF and CRLF end a line; Unicode's other line separators may be in a cell.
        self._lines = TextIOWrapper(BytesIO(content), encoding="utf-8-sig", newline="")
        self.row_started = 1
        self.row_length = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._lines.readline(LONGEST_ROW + 2):
            self.row_length += len(line)
            if self.row_length > LONGEST_ROW:
                detail = f"The row is longer than {LONGEST_ROW:,} characters. Is a closing quote missing?"
                raise UnreadableTable(self.row_started, "malformed_csv", detail)
            yield line


def read_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line and the cells of each row: header first, blank rows except those at the end.

    The byte order mark that spreadsheets write is ignored. Raises ``UnreadableTable``.
    """
    if encoding := other_encoding(content[:4]):
        raise UnreadableTable(1, "malformed_csv", save_as_utf8("table", encoding))
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableTable(line, "malformed_csv", "The table is not in UTF-8: save it as UTF-8.") from None
    if not without_mark(content).strip():
        raise UnreadableTable(1, "malformed_csv", "The table is empty.")
    lines = _Lines(content)
    reader = csv.reader(lines, strict=True, skipinitialspace=True)
    blank: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield from blank
                blank = []
                yield lines.row_started, cells
            else:
                blank.append((lines.row_started, []))
            lines.row_started, lines.row_length = reader.line_num + 1, 0
    except csv.Error as error:
        detail = f"The row cannot be read: {error}."
        raise UnreadableTable(lines.row_started, "malformed_csv", detail) from None


def check_header(header: list[str], known: tuple[str, ...], passed_over: tuple[str, ...] = ()) -> None:
    """Raise ``UnreadableTable`` unless all columns are known, or to be passed over, and different."""
    for separator, called in _OTHER_SEPARATORS.items():
        if len(header) == 1 and separator in header[0]:
            detail = (
                f"The columns are separated by {called}. Separate them by commas, and save the table again."
            )
            raise UnreadableTable(1, "unknown_column", detail)
    for name in header:
        if name not in (*known, *passed_over):
            meant = nearest(name, known)
            hint = f"Did you mean {meant!r}?" if meant else f"The columns are {', '.join(known)}."
            raise UnreadableTable(1, "unknown_column", f"Unknown column {echo(name)}. {hint}")
    if len(set(header)) < len(header):
        twice = next(name for number, name in enumerate(header) if name in header[:number])
        raise UnreadableTable(1, "duplicate_column", f"The column {twice!r} appears twice.")
