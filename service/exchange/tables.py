"""Reading the two CSV tables (RFC 4180) of analysts: observations by finding, and appearances in parades.

Rows of one observation, or of one parade, become one record. Cells are text: a cell that looks like a formula is not
changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import Connection

from service.exchange.columns import (
    APPEARANCE,
    APPEARANCES,
    CITATION,
    FINDING,
    OBSERVATIONS,
    PASSED_OVER,
    RECORD,
    TableRow,
    cells_of,
    citation_of,
    contains,
    is_said,
    part_of,
    value_of,
)
from service.exchange.entries import Connected, ErrorEntry, ImportEntry, error_at
from service.exchange.rows import UnreadableTable, check_header, read_rows
from service.records.reading import bodies_at
from service.records.schemas.field_errors import echo
from service.records.schemas.fields import MOST_ITEMS

MEDIA_TYPE = "text/csv"
# How many stored records are read at a time.
_AT_ONCE = 100
_OF_THE_REVISION = ("revision", "recorded_at")


@dataclass(slots=True)
class _Group:
    """The rows of one record, by line."""

    key: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def read_entries(
    content: bytes, connected: Connected, where: Mapping[str, Any] | None = None
) -> Iterator[ImportEntry]:
    """Yield the entries of a table; its columns tell which of the two it is.

    Rows of appearances are added to those of the stored parade; appearances that it already has are ignored, and so are
    rows of an observation if the stored one has all of them.
    """
    place = dict(where or {})
    groups: dict[str, _Group] = {}
    header: list[str] = []
    try:
        for line, cells in read_rows(content):
            if not header:
                header = cells
                columns = APPEARANCES if "parade" in header else OBSERVATIONS
                check_header(header, columns, PASSED_OVER[columns])
            elif errors := _row_errors(header, cells):
                yield ImportEntry(place | {"line": line}, errors=tuple(errors))
            else:
                key = cells[header.index(name)] if (name := _key(header)) in header else ""
                groups.setdefault(key or f"{line}", _Group(key)).rows.append((line, cells))
    except UnreadableTable as invalid:
        yield ImportEntry(place | {"line": invalid.line}, errors=(invalid.error,))
        return
    table = _Table(header, place)
    if _key(header) == "parade":
        yield from table.parades(groups.values(), connected())
    else:
        yield from table.observations(groups.values(), connected())


def _key(header: list[str]) -> str:
    """Return the column that identifies the record of a row."""
    return "parade" if "parade" in header else "id"


def _row_errors(header: list[str], cells: list[str]) -> list[ErrorEntry]:
    if not any(cells):
        return [error_at("blank_line", "The line is blank: leave it out.")]
    if len(cells) != len(header):
        return [error_at("wrong_length", f"The row has {len(cells):,} cells, the header {len(header)}.")]
    return [
        error_at("nul_character", "The cell has the character NUL (U+0000).", column=name)
        for name, cell in zip(header, cells, strict=True)
        if "\0" in cell
    ]


@dataclass(slots=True)
class _Cells:
    """The cells that the values of one record came from.

    :param parts: name of the list that has a part for each of ``lines``, from the index ``first`` on.
    :param cited: lines of the record's citations.
    """

    parts: str
    columns: Mapping[str, str]
    lines: list[int]
    first: int = 0
    cited: list[int] = field(default_factory=list)

    def at(self, pointer: str) -> Mapping[str, Any]:
        """Return the line and column of the value at a JSON Pointer, or of the nearest value that contains it."""
        steps = pointer.split("/")[1:]
        if steps[:1] == [self.parts] and len(steps) > 1:
            number = int(steps[1]) - self.first if steps[1].isdecimal() else -1
            if not 0 <= number < len(self.lines):
                return {}
            return {"line": self.lines[number]} | self._column(steps[2:], self.columns)
        if steps[:1] == ["citations"]:
            number = int(steps[1]) if len(steps) > 1 and steps[1].isdecimal() else 0
            if self.parts != "findings":
                return {}
            line = self.cited[number] if number < len(self.cited) else self.lines[0]
            return {"line": line, "column": steps[2] if steps[2:3] and steps[2] in CITATION else "source"}
        has_column = self.parts == "findings" and steps[:1] and steps[0] in RECORD
        return {"line": self.lines[0], "column": steps[0]} if has_column else {}

    def _column(self, steps: list[str], columns: Mapping[str, str]) -> dict[str, str]:
        if steps[:1] == ["citations"]:
            return {"column": steps[2] if steps[2:3] and steps[2] in CITATION else "source"}
        path = "/".join(steps)
        named = (name for name, each in columns.items() if path == each)
        return {"column": name} if (name := next(named, None)) else {}


class _Table:
    """A table with a known header, which turns groups of rows into records."""

    def __init__(self, header: list[str], where: Mapping[str, Any]) -> None:
        self._header = header
        self._where = where

    def _row(self, cells: list[str]) -> TableRow:
        return {name: cell for name, cell in zip(self._header, cells, strict=True) if cell}

    def entry(self, group: _Group, make: Callable[[_Group, Mapping[str, Any]], ImportEntry]) -> ImportEntry:
        """Return ``make``'s entry for a group, or an error if the group has more rows than a record may have parts."""
        place = {**self._where, "line": group.rows[0][0]}
        if len(group.rows) > MOST_ITEMS:
            detail = (
                f"{echo(group.key)} has {len(group.rows):,} rows; a record may have at most {MOST_ITEMS}."
            )
            return ImportEntry(place, errors=(error_at("too_many_items", detail),))
        return make(group, place)

    def observation(self, group: _Group, place: Mapping[str, Any]) -> ImportEntry:
        """Return an observation with a finding for each row."""
        origin = _Cells("findings", FINDING, [line for line, _ in group.rows])
        body: dict[str, Any] = {}
        errors: list[ErrorEntry] = []
        findings: list[dict[str, Any]] = []
        citations: list[dict[str, Any]] = []
        supported: list[list[str]] = []
        for line, cells in group.rows:
            row = self._row(cells)
            for name, pointer in RECORD.items():
                if name in row and body.setdefault(name, row[name]) != row[name]:
                    detail = f"{echo(row[name])} differs from {echo(body[name])} in an earlier row of {group.key!r}."
                    errors.append(error_at("rows_differ", detail, pointer, line=line, column=name))
            cited = citation_of(row)
            if cited and cited not in citations:
                citations.append(cited)
                supported.append([])
                origin.cited.append(line)
            if cited:
                supported[citations.index(cited)].append(f"/findings/{len(findings)}")
            findings.append(part_of(row, FINDING))
        if supported != [[f"/findings/{number}" for number in range(len(findings))]]:
            # Rows that cite differently: each citation supports those that have it.
            citations = [
                cited | {"supports": places} for cited, places in zip(citations, supported, strict=True)
            ]
        record = body | {"findings": findings, "citations": citations}
        return ImportEntry(place, "observation", record, errors=tuple(errors), cell=origin.at)

    def observations(self, groups: Iterable[_Group], connection: Connection) -> Iterator[ImportEntry]:
        """Yield observations; what is stored, where that has all that the rows say."""
        remaining = list(groups)
        for start in range(0, len(remaining), _AT_ONCE):
            batch = remaining[start : start + _AT_ONCE]
            stored = bodies_at(connection, "observation", [group.key for group in batch if group.key], None)
            for group in batch:
                known = stored.get(group.key)
                if known is not None and self._has_all(known, group):
                    yield self.entry(group, partial(self._unchanged, known))
                else:
                    yield self.entry(group, self.observation)

    def _has_all(self, stored: Mapping[str, Any], group: _Group) -> bool:
        """Tell whether an observation has all rows of a group, each cell as the list of findings answers it."""
        having = [cells_of(stored, number) for number in range(len(stored["findings"]))]
        return all(any(self._is_same(cells, each) for each in having) for _, cells in group.rows)

    def _is_same(self, cells: list[str], stored: Mapping[str, Any]) -> bool:
        return all(
            is_said(stored[name], value_of(name, cell) if cell else None)
            for name, cell in zip(self._header, cells, strict=True)
            if name in stored
        )

    def _unchanged(self, stored: Mapping[str, Any], _: _Group, place: Mapping[str, Any]) -> ImportEntry:
        body = {name: value for name, value in stored.items() if name not in _OF_THE_REVISION}
        return ImportEntry(place, "observation", body, revision=stored["revision"])

    def parades(self, groups: Iterable[_Group], connection: Connection) -> Iterator[ImportEntry]:
        """Yield the stored parades with the appearances of rows added."""
        remaining = list(groups)
        for start in range(0, len(remaining), _AT_ONCE):
            batch = remaining[start : start + _AT_ONCE]
            keys = [group.key for group in batch if group.key]
            stored = bodies_at(connection, "parade", keys, None)
            for group in batch:
                if group.key in stored:
                    yield self.entry(group, partial(self._parade, stored[group.key]))
                else:
                    place = {**self._where, "line": group.rows[0][0]}
                    detail = (
                        f"There is no parade {echo(group.key)}." if group.key else "This field is required."
                    )
                    code = "unknown_reference" if group.key else "required"
                    yield ImportEntry(place, errors=(error_at(code, detail, column="parade"),))

    def _parade(self, stored: Mapping[str, Any], group: _Group, place: Mapping[str, Any]) -> ImportEntry:
        appearances = list(stored["appearances"])
        origin = _Cells("appearances", APPEARANCE, [], len(appearances))
        for line, cells in group.rows:
            row = self._row(cells)
            appearance = part_of(row, APPEARANCE)
            if cited := citation_of(row):
                appearance["citations"] = [cited]
            wanted = {"system": None, "category": None} | appearance
            if not any(contains(each, wanted) for each in appearances):
                appearances.append(appearance)
                origin.lines.append(line)
        body = {name: value for name, value in stored.items() if name not in _OF_THE_REVISION}
        record = body | {"appearances": appearances}
        return ImportEntry(place, "parade", record, cell=origin.at, revision=stored["revision"])
