"""CSV in (RFC 4180): the two tables that analysts type, observations by finding and appearances in parades.

Rows of one observation, or of one parade, become one record. Cells are text: what looks like a formula stays as it is.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from service.exchange.entries import Connected, Entry, Fault, fault
from service.records.reading import bodies_at
from service.records.schemas.faults import nearest

MEDIA_TYPE = "text/csv"
CITATION = ("source", "quote", "locator")
# Of each table: the column that tells which rows are one record, and the columns by the places that they fill.
_RECORD = {"id": "/id", "facility": "/facility", "date": "/date", "method": "/method", "note": "/note"}
_FINDING = {
    "component": "component",
    "aspect": "aspect",
    "state": "state",
    "extent_low": "extent/low",
    "extent_high": "extent/high",
    "description": "description",
    "credibility": "credibility",
}
_APPEARANCE = {
    "system": "system",
    "category": "category",
    "presence": "presence",
    "basis": "basis",
    "quantity_low": "quantity/low",
    "quantity_high": "quantity/high",
    "quantity_qualifier": "quantity/qualifier",
    "first_display": "first_display",
    "identification": "identification",
    "reported_as": "reported_as",
    "note": "note",
}
OBSERVATIONS = (*_RECORD, *_FINDING, *CITATION)
APPEARANCES = ("parade", *_APPEARANCE, *CITATION)
_NUMBERS = frozenset(
    {"extent_low", "extent_high", "credibility", "quantity_low", "quantity_high", "first_display"}
)
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
_OF_THE_REVISION = ("revision", "recorded_at")

Row = dict[str, str]


@dataclass
class _Group:
    """The rows of one record, by line."""

    key: str
    rows: list[tuple[int, Row]] = field(default_factory=list)


def read_entries(
    content: bytes, connected: Connected, where: Mapping[str, Any] | None = None
) -> Iterator[Entry]:
    """Yield the entries of a table; which of the two it is its columns tell.

    Rows of appearances are added to those of their parade, as it is stored; what it has already is passed over.
    """
    place = dict(where or {})
    try:
        header, rows = _read(content)
        is_parades = "parade" in header
        _check_header(header, APPEARANCES if is_parades else OBSERVATIONS)
    except _Faulty as faulty:
        yield Entry(place | {"line": faulty.line}, faults=(faulty.fault,))
        return
    groups: dict[str, _Group] = {}
    for line, cells in rows:
        if faults := _row_faults(header, cells):
            yield Entry(place | {"line": line}, faults=tuple(faults))
            continue
        row = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
        key = row.get("parade" if is_parades else "id", "")
        groups.setdefault(key or f"{line}", _Group(key)).rows.append((line, row))
    if is_parades:
        yield from _parades(groups.values(), connected(), place)
    else:
        yield from (_observation(group, place) for group in groups.values())


class _Faulty(Exception):
    """A table that cannot be read on."""

    def __init__(self, line: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.line = line
        self.fault = fault(code, detail)


def _read(content: bytes) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the header and the other rows with their lines; the byte order mark of spreadsheets is no fault."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _Faulty(line, "malformed_csv", "The table is not in UTF-8.") from None
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[tuple[int, list[str]]] = []
    started = 1
    try:
        for cells in reader:
            rows.append((started, [cell.strip() for cell in cells]))
            started = reader.line_num + 1
    except csv.Error as error:
        raise _Faulty(started, "malformed_csv", f"The row cannot be read: {error}.") from None
    if not rows:
        raise _Faulty(1, "malformed_csv", "The table is empty.")
    return rows[0][1], rows[1:]


def _check_header(header: list[str], known: tuple[str, ...]) -> None:
    for name in header:
        if name not in known:
            meant = nearest(name, known)
            hint = f"did you mean {meant!r}?" if meant else f"the columns are {', '.join(known)}."
            raise _Faulty(1, "unknown_column", f"There is no column {name!r}: {hint}")
    if len(set(header)) < len(header):
        raise _Faulty(1, "duplicate_column", "A column stands here twice.")


def _row_faults(header: list[str], cells: list[str]) -> list[Fault]:
    if not any(cells):
        return [fault("blank_line", "The line is blank: leave it out.")]
    if len(cells) != len(header):
        return [fault("wrong_length", f"The row has {len(cells)} cells, the header {len(header)}.")]
    return [
        fault("nul_character", "The cell has the character NUL (U+0000).", column=name)
        for name, cell in zip(header, cells, strict=True)
        if "\0" in cell
    ]


def _value(name: str, cell: str) -> Any:
    """Return what a cell says; what should be a number and is none stays text, for the schema to refuse."""
    if name == "first_display":
        return {"true": True, "false": False}.get(cell.lower(), cell)
    if name in _NUMBERS and _NUMBER.fullmatch(cell):
        return float(cell) if "." in cell else int(cell)
    return cell


def _part(
    row: Row, columns: Mapping[str, str], pointer: str, line: int, cells: dict[str, Any]
) -> dict[str, Any]:
    """Return the part that a row describes, and note the cell of each of its places."""
    part: dict[str, Any] = {}
    cells[pointer] = {"line": line}
    for name, path in columns.items():
        cells[f"{pointer}/{path}"] = {"line": line, "column": name}
        if name in row:
            outer, _, inner = path.partition("/")
            value = _value(name, row[name])
            if inner:
                part.setdefault(outer, {})[inner] = value
            else:
                part[outer] = value
    return part


def _citation(row: Row) -> dict[str, str]:
    return {name: row[name] for name in CITATION if name in row}


def _observation(group: _Group, where: Mapping[str, Any]) -> Entry:
    cells: dict[str, Any] = {}
    body: dict[str, Any] = {}
    faults: list[Fault] = []
    findings: list[dict[str, Any]] = []
    citations: list[dict[str, str]] = []
    for line, row in group.rows:
        for name, pointer in _RECORD.items():
            cells.setdefault(pointer, {"line": line, "column": name})
            if name in row and body.setdefault(name, row[name]) != row[name]:
                detail = f"{row[name]!r} differs from {body[name]!r} in an earlier row of {group.key!r}."
                faults.append(fault("rows_differ", detail, pointer, line=line, column=name))
        findings.append(_part(row, _FINDING, f"/findings/{len(findings)}", line, cells))
        cited = _citation(row)
        if cited and cited not in citations:
            _cite(cited, f"/citations/{len(citations)}", line, cells)
            citations.append(cited)
    cells.setdefault("/citations", {"line": group.rows[0][0], "column": "source"})
    place = {**where, "line": group.rows[0][0]}
    return Entry(
        place,
        "observation",
        body | {"findings": findings, "citations": citations},
        faults=tuple(faults),
        cells=cells,
    )


def _cite(cited: Mapping[str, str], pointer: str, line: int, cells: dict[str, Any]) -> None:
    cells[pointer] = {"line": line, "column": "source"}
    cells |= {f"{pointer}/{name}": {"line": line, "column": name} for name in cited}


def _parades(groups: Iterable[_Group], connection: Connection, where: Mapping[str, Any]) -> Iterator[Entry]:
    found = list(groups)
    stored = bodies_at(connection, "parade", [group.key for group in found if group.key], None)
    for group in found:
        place = {**where, "line": group.rows[0][0]}
        if group.key not in stored:
            detail = f"There is no parade {group.key!r}." if group.key else "This field is required."
            code = "unknown_reference" if group.key else "required"
            yield Entry(place, faults=(fault(code, detail, column="parade"),))
        else:
            yield _parade(group, stored[group.key], place)


def _parade(group: _Group, stored: Mapping[str, Any], place: Mapping[str, Any]) -> Entry:
    cells: dict[str, Any] = {}
    appearances = list(stored["appearances"])
    for line, row in group.rows:
        pointer = f"/appearances/{len(appearances)}"
        made = _part(row, _APPEARANCE, pointer, line, cells)
        if cited := _citation(row):
            made["citations"] = [cited]
            _cite(cited, f"{pointer}/citations/0", line, cells)
        if not any(_says(each, {"system": None, "category": None} | made) for each in appearances):
            appearances.append(made)
    body = {name: value for name, value in stored.items() if name not in _OF_THE_REVISION}
    return Entry(place, "parade", body | {"appearances": appearances}, cells=cells)


def _says(whole: Any, part: Any) -> bool:
    """Tell whether what is stored says all that a row says."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(_says(whole.get(name), value) for name, value in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(_says(one, each) for one in whole) for each in part)
    return bool(whole == part)
