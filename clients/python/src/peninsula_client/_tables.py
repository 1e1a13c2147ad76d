"""Lists as tables: the CSV form of a list, read into a DataFrame with its types."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints, is_typeddict

from peninsula_client._exchange import Steps
from peninsula_client._session import Query, Session

if TYPE_CHECKING:
    import pandas as pd

Table = Steps[list[str]]
LARGEST_PAGE = 500
PANDAS_TYPES = {int: "Int64", float: "Float64", bool: "boolean", str: "string"}


def table_steps(session: Session, path: str, query: Query, *, whole: bool) -> Table:
    """Return the pages of the CSV form of a list.

    :param whole: the list can be had in one answer, which is as of one instant.
    """
    asked = {name: value for name, value in query.items() if name != "count"}
    asked["limit"] = "all" if whole else LARGEST_PAGE
    pages = []
    while True:
        response = yield from session.send("GET", path, asked, headers={"Accept": "text/csv"})
        pages.append(response.text)
        following = response.links.get("next", {}).get("url")
        if not following:
            return pages
        asked = dict(response.url.join(following).params)


def data_frame(pages: list[str], item: type) -> pd.DataFrame:
    """Return the rows of pages of CSV, each with its header, as one DataFrame.

    :param item: the shape of what a row is of.
    """
    pandas = cast("Any", import_module("pandas"))
    rows = pages[0] + "".join(page.partition("\r\n")[2] for page in pages[1:])
    names = rows.partition("\r\n")[0].split(",")
    types = {name: kind for name, kind in column_types(item).items() if name in names}
    # Only an empty cell is missing: "NA" and "None" are texts like others.
    frame = pandas.read_csv(
        StringIO(rows), dtype=types, keep_default_na=False, na_values=[""], dtype_backend="numpy_nullable"
    )
    for name in frame.columns:
        if name.endswith(("_earliest", "_latest")):
            frame[name] = pandas.to_datetime(frame[name], format="%Y-%m-%d").astype("datetime64[s]")
        elif name.endswith("_at"):
            frame[name] = pandas.to_datetime(frame[name], format="ISO8601", utc=True)
        elif name not in types and frame[name].isna().all():
            frame[name] = frame[name].astype("string")
    return cast("pd.DataFrame", frame)


def column_types(shape: type, prefix: str = "") -> dict[str, str]:
    """Return the pandas types of the columns that hold numbers, truth or text, by name.

    A member of a part has a column of its own: ``place_latitude`` (``docs/formats.md`` of the service).
    """
    columns = {}
    for name, hint in get_type_hints(shape).items():
        for alternative in get_args(hint) or (hint,):
            if alternative in PANDAS_TYPES:
                columns[prefix + name] = PANDAS_TYPES[alternative]
            elif is_typeddict(alternative):
                columns |= column_types(alternative, f"{prefix}{name}_")
    return columns
