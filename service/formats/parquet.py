"""Parquet: typed columns in one file, which other tools read in parts; needs pyarrow, which may not be installed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import IO, Any

from service.formats.tables import REFUSED, Row, Table
from service.web.negotiation import Representation

_WHOLE = (
    "A Parquet file holds all that the query finds: leave it out, or ask for pages with format=csv or json."
)
_MISSING = (
    "This installation writes no Parquet, for which it needs pyarrow: the operator adds it with "
    "`pip install --require-hashes -r requirements-parquet.txt`."
)


def write(_: Any) -> bytes:
    """Raise ``TypeError``: a Parquet file is not made in memory; see ``write_file``."""
    raise TypeError("a Parquet file is written by write_file")


def write_file(file: IO[bytes], table: Table, batches: Iterable[Iterable[Row]]) -> None:
    """Write the columns of a table and the rows of all batches to a file; raises ``OSError``."""
    # Loaded when the first file is written: it takes most of a second and tens of megabytes.
    import_module("service.formats.parquet_file").write(file, table, batches)


def version() -> str:
    """Return the version of what writes the files: with another one their bytes may differ."""
    return str(import_module("service.formats.parquet_file").VERSION)


PARQUET = Representation(
    "parquet",
    "application/vnd.apache.parquet",
    write,
    headers={"Accept-Ranges": lambda: "bytes"},
    schema={},
    streams=True,
    is_file=True,
    missing="" if find_spec("pyarrow") else _MISSING,
    refuses={**REFUSED, "cursor": _WHOLE, "limit": _WHOLE},
)
