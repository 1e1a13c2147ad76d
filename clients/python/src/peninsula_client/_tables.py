"""Lists as tables: the CSV form of a list, read into a DataFrame with its types."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any, cast

from peninsula_client._exchange import Steps
from peninsula_client._session import Query, Session

if TYPE_CHECKING:
    import pandas as pd

Table = Steps[list[str]]
LARGEST_PAGE = 500


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


def data_frame(pages: list[str]) -> pd.DataFrame:
    """Return the rows of pages of CSV, each with its header, as one DataFrame."""
    pandas = cast("Any", import_module("pandas"))
    rows = pages[0] + "".join(page.partition("\r\n")[2] for page in pages[1:])
    # Only an empty cell is missing: "NA" and "None" are texts like others.
    frame = pandas.read_csv(
        StringIO(rows), keep_default_na=False, na_values=[""], dtype_backend="numpy_nullable"
    )
    for name in frame.columns:
        if name.endswith(("_earliest", "_latest")):
            frame[name] = pandas.to_datetime(frame[name], format="%Y-%m-%d").astype("datetime64[s]")
        elif name.endswith("_at"):
            frame[name] = pandas.to_datetime(frame[name], format="ISO8601", utc=True)
        elif frame[name].isna().all():
            frame[name] = frame[name].astype("string")
    return cast("pd.DataFrame", frame)
