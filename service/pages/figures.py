"""Drawings in pages: the picture, the table that says the same, the downloads of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from service.facilities.routes import get_facility_status_periods
from service.formats.geojson import GEOJSON
from service.pages.asked import Asked
from service.pages.drawings.drawing import Drawing, TableCell
from service.pages.drawings.strip import draw_strip
from service.pages.pictures import grid_of_two, map_of, steps_under_clocks
from service.parades.routes import get_parade_comparison
from service.records.http.answers import CLOCKS

_PERIODS = "/v1/facilities/{}/status/periods"
_DRAWN_FORMS = {"svg": "SVG", "csv": "CSV"}


@dataclass(frozen=True)
class Figure:
    """A drawing as it stands in a page.

    :param downloads: (words, URL) of its files.
    :param headings: of the columns of its table, and ``rows`` the cells.
    """

    drawing: Drawing
    downloads: Sequence[tuple[str, str]]
    headings: Sequence[str]
    rows: Sequence[Sequence[TableCell]]

    @property
    def picture(self) -> Markup:
        """The picture, made by our own functions of escaped text."""
        return Markup(self.drawing.inline)  # noqa: S704


def figure_of(asked: Asked, drawing: Drawing, path: str = "", table: str = "") -> Figure:
    """Return a drawing with its table.

    :param path: of the view that is drawn, where the page is of another.
    :param table: URL of the table, where what is drawn has none itself.
    """
    if path:
        downloads = [(words, asked.to(path, format=name)) for name, words in _DRAWN_FORMS.items()]
    else:
        downloads = [(_DRAWN_FORMS[each.name], each.url) for each in asked.forms if each.name in _DRAWN_FORMS]
    if table:
        downloads.append((_DRAWN_FORMS["csv"], table))
    return Figure(drawing, downloads, drawing.headings, drawing.rows)


def grid_figure(asked: Asked, drawing: Drawing, path: str = "") -> Figure:
    """Return a grid with a table of a row for each system, and a column for each parade."""
    found = figure_of(asked, drawing, path)
    systems = [list(group) for _, group in groupby(drawing.rows, key=lambda row: (row[0].text, row[1].text))]
    parades = [row[3].text for row in systems[0]] if systems else []
    rows = [
        (
            cells[0][0],
            cells[0][1],
            *(TableCell(_said(row[4].text, row[5].text, row[6].text)) for row in cells),
        )
        for cells in systems
    ]
    return Figure(drawing, found.downloads, ("Category", "System", *parades), rows)


def _said(presence: str, basis: str, contested: str) -> str:
    if contested:
        return "displayed (contested)"
    return f"{presence} ({basis})" if basis and presence == "absent" else presence


def strip_figure(asked: Asked, facility_id: str) -> Figure:
    """Return the strip of a facility under the clocks of the page."""
    document = get_facility_status_periods(asked.context, facility_id, _clocks(asked)).document
    return figure_of(asked, draw_strip(document), _PERIODS.format(facility_id))


def figure_of_record(asked: Asked) -> Figure | None:
    """Return the drawing that belongs to a record: a facility over time, a parade beside the one before, a summit's
    steps.
    """
    record = asked.document
    if record["type"] == "facility":
        return strip_figure(asked, record["id"])
    if record["type"] == "parade":
        compared = get_parade_comparison(asked.context, record["id"], _clocks(asked)).document
        if compared["with"] is not None:
            return grid_figure(
                asked, grid_of_two(asked.context, compared, asked.values), f"{record['self']}/comparison"
            )
    if record["type"] == "summit":
        drawing = steps_under_clocks(asked.context, record, asked.values)
        table = asked.to("/v1/steps", id=record["id"], sort="date", format="csv")
        return figure_of(asked, drawing, table=table)
    return None


def figure_of_list(asked: Asked) -> Figure | None:
    """Return the map of the page of a list of facilities; other lists of places are mostly of one town."""
    if asked.record_type.name != "facility":
        return None
    features = asked.operation.forms[GEOJSON](asked.taken).content.features
    return figure_of(asked, map_of(asked.resource.rule, features))


def _clocks(asked: Asked) -> dict[str, Any]:
    return {name: value for name, value in asked.values.items() if name in CLOCKS}
