"""All of a query as a Parquet file: typed, of one state, with a length, a tag and ranges."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from service.app import RECORD_TYPES
from tests.contracts.api import Api
from tests.contracts.factories import source

MEDIA_TYPE = "application/vnd.apache.parquet"
PART_LISTS = ["steps", "appearances", "findings", "claims"]


def table_of(api: Api, path: str, query: dict[str, Any] | None = None) -> pa.Table:
    answer = api.get(f"{path}.parquet", query)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == MEDIA_TYPE
    return pq.read_table(io.BytesIO(answer.data))


@pytest.mark.parametrize("path", [*(each.path for each in RECORD_TYPES), *PART_LISTS])
def test_a_file_has_the_columns_and_rows_of_the_whole_table(full: Api, path: str) -> None:
    table = table_of(full, path)
    csv = pd.read_csv(io.BytesIO(full.get(f"{path}.csv?limit=all").data), dtype=str, keep_default_na=False)
    assert table.column_names == list(csv.columns)
    for name in ("record", "pointer", "quote", "sources"):
        assert [each or "" for each in table[name].to_pylist()] == list(csv[name]), name
    for name in table.column_names:
        # What has no value is null, not a text without characters, but for the places of whole records.
        nulls = [each is None for each in table[name].to_pylist()]
        assert nulls == [cell == "" and name not in ("pointer", "sources") for cell in csv[name]], name


def test_columns_have_types_and_say_what_they_mean(full: Api) -> None:
    schema = table_of(full, "findings").schema
    assert {name: schema.field(name).type for name in ("state", "date", "date_earliest", "extent_low")} == {
        "state": pa.string(),
        "date": pa.string(),
        "date_earliest": pa.date32(),
        "extent_low": pa.float64(),
    }
    assert schema.field("revision").type == pa.int64()
    assert schema.field("recorded_at").type == pa.timestamp("us", tz="UTC")
    assert table_of(full, "facilities").schema.field("declared").type == pa.bool_()
    assert schema.field("record").metadata[b"description"].startswith(b"The record, as its path")
    assert schema.metadata[b"query"].startswith(b"/v1/findings")


def test_pandas_reads_days_instants_numbers_and_truth_as_such(full: Api) -> None:
    frame = pd.read_parquet(io.BytesIO(full.get("observations.parquet").data))
    row = full.read("observations", {"limit": 1})["items"][0]
    first = frame.iloc[0]
    assert first["date_earliest"] == date.fromisoformat(row["date_earliest"])
    assert first["recorded_at"] == datetime.fromisoformat(row["recorded_at"]).astimezone(UTC)
    assert pd.api.types.is_integer_dtype(frame["revision"])


def test_duckdb_finds_the_same_in_a_file_and_in_lines(full: Api, tmp_path: Path) -> None:
    file, lines = tmp_path / "findings.parquet", tmp_path / "findings.ndjson"
    file.write_bytes(full.get("findings.parquet").data)
    lines.write_bytes(full.get("findings.ndjson?limit=all").data)
    counted = (
        "SELECT state, facility, count(*), min(date_earliest::date)::text FROM {} GROUP BY ALL ORDER BY ALL"
    )
    of_file = duckdb.sql(counted.format(f"'{file}'")).fetchall()
    assert of_file
    assert of_file == duckdb.sql(counted.format(f"read_json('{lines}')")).fetchall()


def test_filters_clocks_order_and_fields_are_those_of_the_list(full: Api) -> None:
    query = {"facility": "sohae", "sort": "id", "as_of": "2018-12-31"}
    rows = table_of(full, "findings", query | {"fields": "state"})
    assert rows.column_names[:3] == ["id", "state", "source"]
    listed = full.items("findings?limit=500&facility=sohae&sort=id&as_of=2018-12-31")
    assert rows["state"].to_pylist() == [each["state"] for each in listed]


def test_a_file_of_nothing_has_columns_and_no_rows(service: Api) -> None:
    table = table_of(service, "parades")
    assert (table.num_rows, "date_earliest" in table.column_names) == (0, True)


def test_a_file_stays_the_same_until_something_is_written(service: Api, databases: Any, backend: str) -> None:
    service.create("sources", source(id="first"))
    first = service.get("sources.parquet")
    tag = first.headers["ETag"]
    stored = databases(backend).files
    for each in stored.iterdir():
        each.unlink()
    again = service.get("sources.parquet")
    assert (again.headers["ETag"], again.data) == (tag, first.data)
    assert service.get("sources.parquet", headers={"If-None-Match": tag}).status_code == 304
    assert service.get("sources.parquet?sort=id", buffered=True).headers["ETag"] != tag
    known_at = table_of(service, "sources")["known_at"].to_pylist()[0].isoformat().replace("+00:00", "Z")
    pinned = service.get("sources.parquet", {"known_at": known_at})
    service.create("sources", source(id="second"))
    assert service.get("sources.parquet", buffered=True).headers["ETag"] != tag
    for each in stored.iterdir():
        each.unlink()
    repeated = service.get("sources.parquet", {"known_at": known_at})
    assert (repeated.headers["ETag"], repeated.data) == (pinned.headers["ETag"], pinned.data)
    assert table_of(service, "sources").num_rows == 2


def test_a_download_goes_on_when_something_is_written_and_the_file_is_removed(
    service: Api, databases: Any, backend: str
) -> None:
    service.create("sources", source(id="first", note="x" * 9_000))
    whole = service.get("sources.parquet").data
    pieces = iter(service.get("sources.parquet").response)
    begun = next(pieces)
    service.create("sources", source(id="second"))
    for each in databases(backend).files.iterdir():
        each.unlink()
    assert begun + b"".join(pieces) == whole


@pytest.fixture(scope="module")
def filed(databases: Any, full: Api) -> tuple[Api, bytes, str]:
    answer = full.get("summits.parquet")
    return full, answer.data, answer.headers["ETag"]


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [("bytes=0-3", 0, 4), ("bytes=-8", -8, None), ("bytes=10-", 10, None), ("bytes=-99999999", 0, None),
     ("bytes=4-99999999", 4, None)],
)  # fmt: skip
def test_a_range_is_answered_with_these_bytes(
    filed: tuple[Api, bytes, str], asked: str, start: int, stop: int | None
) -> None:
    api, data, tag = filed
    answer = api.get("summits.parquet", headers={"Range": asked, "If-Range": tag}, buffered=True)
    expected = data[start:stop]
    first = len(data) - len(expected) if stop is None else start
    assert (answer.status_code, answer.data) == (206, expected)
    assert answer.headers["Content-Range"] == f"bytes {first}-{first + len(expected) - 1}/{len(data)}"
    assert answer.headers["Content-Length"] == str(len(expected))
    assert answer.headers["ETag"] == tag
    head = api.head("summits.parquet", headers={"Range": asked})
    assert (head.status_code, head.data, head.headers["Content-Length"]) == (206, b"", str(len(expected)))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Range": "bytes=0-1,4-5"},
        {"Range": "rows=0-1"},
        {"Range": "bytes=0-1", "If-Range": '"another"'},
        {"Range": "bytes=0-1", "If-Range": "Mon, 10 Sep 2018 14:05:00 GMT"},
    ],
)
def test_the_whole_file_is_answered_with_its_length(filed: tuple[Api, bytes, str], headers: Any) -> None:
    api, data, tag = filed
    answer = api.get("summits.parquet", headers=headers)
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (200, data, tag)
    assert (answer.headers["Content-Length"], answer.headers["Accept-Ranges"]) == (str(len(data)), "bytes")


def test_a_weak_tag_does_not_make_a_range(filed: tuple[Api, bytes, str]) -> None:
    api, data, tag = filed
    answer = api.get("summits.parquet", headers={"Range": "bytes=0-1", "If-Range": f"W/{tag}"})
    assert (answer.status_code, answer.data) == (200, data)


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=99999999-", "bytes=-0", "bytes=abc"])
def test_a_range_that_is_not_there_is_refused_with_the_length(
    filed: tuple[Api, bytes, str], asked: str
) -> None:
    api, data, _ = filed
    refused = api.get("summits.parquet", headers={"Range": asked})
    assert refused.status_code == 416
    assert refused.headers["Content-Range"] == f"bytes */{len(data)}"
    assert refused.json["type"].endswith("range-not-satisfiable")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("limit=10", "limit"), ("cursor=abc", "cursor"), ("count=true", "count"), ("expand=facility", "expand"),
     ("bom=true", "bom")],
)  # fmt: skip
def test_a_file_takes_no_parameters_of_pages(full: Api, query: str, parameter: str) -> None:
    refused = full.get(f"findings.parquet?{query}")
    assert refused.status_code == 400
    assert [(each["parameter"], each["code"]) for each in refused.json["errors"]] == [
        (parameter, "not_in_this_form")
    ]


@pytest.mark.parametrize("path", ["timeline", "summits/hanoi-2019", "changes", "export"])
def test_what_is_no_list_has_no_file(full: Api, path: str) -> None:
    assert full.get(path, {"format": "parquet"}).status_code == 406


def test_a_file_that_cannot_be_written_is_unavailable(
    tmp_path: Path, make_service: Callable[..., Api]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    service = make_service(files_directory=str(tmp_path / "file"))
    refused = service.get("sources.parquet")
    assert refused.status_code == 503
    assert "cannot be written" in refused.json["detail"]
    assert service.get("sources.csv?limit=all").status_code == 200
