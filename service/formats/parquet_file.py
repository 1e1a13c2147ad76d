"""Writing Parquet with pyarrow: the one module that needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from service.formats.tables import Cell, Column, Kind, Row, Table

VERSION: str = pa.__version__
# Rows of a group, which is held in memory until it is written: some 20 MiB.
GROUP_ROWS = 32_768
_TYPES: dict[Kind, Any] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "instant": pa.timestamp("us", tz="UTC"),
}


def write(file: IO[bytes], table: Table, batches: Iterable[Iterable[Row]]) -> None:
    """Write the columns of a table and the rows of all batches, always as the same bytes; raises ``OSError``."""
    schema = pa.schema(map(_field, table.columns), metadata=dict(table.about))
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(schema, table.columns, batches):
            writer.write_table(pa.Table.from_batches(group, schema), row_group_size=GROUP_ROWS)


def _groups(
    schema: Any, columns: tuple[Column, ...], batches: Iterable[Iterable[Row]]
) -> Iterator[list[Any]]:
    """Yield record batches together that have at least the rows of a group, the last ones as they are."""
    held: list[Any] = []
    for batch in batches:
        rows = list(batch)
        # As columns at once: Python's objects take many times the memory.
        arrays = [
            pa.array([_value(row[index], column.kind) for row in rows], _TYPES[column.kind])
            for index, column in enumerate(columns)
        ]
        held.append(pa.RecordBatch.from_arrays(arrays, schema=schema))
        if sum(each.num_rows for each in held) >= GROUP_ROWS:
            yield held
            held = []
    if held:
        yield held


def _field(column: Column) -> Any:
    metadata = {"description": column.description} if column.description else None
    return pa.field(column.name, _TYPES[column.kind], metadata=metadata)


def _value(cell: Cell, kind: Kind) -> Any:
    if cell is None:
        return None
    if kind == "number":
        return float(cell)
    if kind == "date":
        return date.fromisoformat(str(cell))
    if kind == "instant":
        return datetime.fromisoformat(str(cell))
    return cell
