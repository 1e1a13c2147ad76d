"""A drawing with the table that says the same, in a page and by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from service.formats.tables import Cell, Column, Table
from service.pages.drawings import svg
from service.records.schemas.date_words import date_in_words

Document = Mapping[str, Any]
# Fits a phone of 360 pixels with the margins of the page and of the drawing.
NARROW_WIDTH = 310.0
INK, MUTED, FAINT, PAPER = "#1f2328", "#57606a", "#d0d7de", "#ffffff"


@dataclass(frozen=True)
class TableCell:
    """What a cell says; ``url`` is the path that it leads to, ``exact`` the value of the record that it says in words.

    ``is_date``: whether that is an EDTF date.
    """

    text: str
    url: str | None = None
    exact: str | None = None
    is_date: bool = False


@dataclass(frozen=True)
class Drawing:
    """A picture, its title and description, and the rows of its table, one for each of its marks.

    :param name: begins the ids in the picture, and is the name of its file.
    :param picture: the ``svg`` element.
    :param headings: of the columns of the table.
    :param narrow: the same for a page as narrow as a phone, where that needs another layout.
    """

    name: str
    title: str
    description: str
    picture: Element
    headings: tuple[str, ...]
    rows: Sequence[tuple[TableCell, ...]]
    narrow: Element | None = None

    @property
    def inline(self) -> str:
        """The picture as markup inside a page, whose style shows the one that fits."""
        return svg.text_of(self.picture) + ("" if self.narrow is None else svg.text_of(self.narrow))

    @property
    def standalone(self) -> bytes:
        """The picture as a file."""
        return b'<?xml version="1.0" encoding="UTF-8"?>\n' + svg.text_of(self.picture).encode()

    @property
    def table(self) -> Table:
        """The table for writers of tables: exact values, and each URL in a column after what it is of."""
        linked = [any(row[place].url is not None for row in self.rows) for place in range(len(self.headings))]
        columns: list[Column] = []
        for heading, has_urls in zip(self.headings, linked, strict=True):
            name = heading.lower().replace(" ", "_")
            columns += [Column(name), *([Column(f"{name}_url")] if has_urls else [])]
        rows: list[list[Cell]] = [
            [
                value
                for cell, has_urls in zip(row, linked, strict=True)
                for value in [(cell.exact or cell.text) or None, *([cell.url] if has_urls else [])]
            ]
            for row in self.rows
        ]
        return Table(tuple(columns), rows)


def date_cell(date: str | None) -> TableCell:
    """Return the cell of an EDTF date, empty where there is none."""
    return TableCell(date_in_words(date), exact=date, is_date=True) if date else TableCell("")


def sources_cell(sources: Iterable[str]) -> TableCell:
    """Return the cell of the ids of sources, which leads to them all; each is told once."""
    named = list(dict.fromkeys(sources))
    return TableCell("; ".join(named), f"/v1/sources?id={','.join(named)}" if named else None)


def enumeration_cell(values: Iterable[str]) -> TableCell:
    """Return the cell of values of an enumeration."""
    given = list(values)
    return TableCell(" or ".join(each.replace("_", " ") for each in given), exact="; ".join(given))
