"""Lists as tables and as lines, read with the tools that analysts have."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import duckdb
import pandas as pd
import pytest
from openpyxl import load_workbook

from service.app import RECORD_TYPES
from tests.contracts.api import Api
from tests.contracts.factories import citation

PATHS = [each.path for each in RECORD_TYPES]
CSV_TYPE = "text/csv; charset=utf-8; header=present"


def table_of(api: Api, path: str, query: dict[str, Any] | None = None) -> list[dict[str, str]]:
    answer = api.get(path, query, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    assert answer.content_type == CSV_TYPE
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True), newline=""), strict=True))


def frame_of(api: Api, path: str, **options: Any) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(api.get(f"{path}.csv?limit=500").data), **options)


@pytest.mark.parametrize("path", PATHS)
def test_a_table_has_the_records_of_the_list_in_its_order(full: Api, path: str) -> None:
    rows = table_of(full, path, {"limit": 100})
    items = full.read(path, {"limit": 100})["items"]
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    assert [row["record"] for row in rows] == [item["self"].removeprefix("/v1/") for item in items]
    assert [row["revision"] for row in rows] == [str(item["revision"]) for item in items]
    assert [row["recorded_at"] for row in rows] == [item["recorded_at"] for item in items]


@pytest.mark.parametrize("path", PATHS)
def test_no_cell_of_a_table_is_json(full: Api, path: str) -> None:
    for row in table_of(full, path, {"limit": 500}):
        for name, cell in row.items():
            assert not re.match(r"[\[{]\s*[\"\]}\[{]", cell), (name, cell)


@pytest.mark.parametrize("path", [each for each in PATHS if each != "sources"])
def test_each_row_says_what_it_rests_on(full: Api, path: str) -> None:
    items = full.read(path, {"limit": 100})["items"]
    for row, item in zip(table_of(full, path, {"limit": 100}), items, strict=True):
        first = item["citations"][0]
        assert [row[name] for name in ("source", "quote", "locator")] == [
            first[name] or "" for name in ("source", "quote", "locator")
        ]
        named = set(re.findall(r'"source": "([^"]+)"', json.dumps(item)))
        assert set(row["sources"].split("; ")) == named
        assert row["pointer"] == ""


@pytest.mark.parametrize("path", PATHS)
def test_pandas_reads_numbers_truth_and_dates_as_such(full: Api, path: str) -> None:
    frame = frame_of(full, path, parse_dates=["recorded_at", "known_at"])
    assert str(frame["recorded_at"].dtype).startswith("datetime64")
    assert pd.api.types.is_integer_dtype(frame["revision"])
    numeric = [each for each in frame if re.search("_count$|latitude$|_low$|_high$", each)]
    for name in numeric:
        assert pd.api.types.is_numeric_dtype(frame[name]), name
    for name in (each for each in frame if each.endswith(("_earliest", "_latest"))):
        pd.to_datetime(frame[name].dropna(), format="%Y-%m-%d")


def test_values_of_parts_stand_in_columns_of_their_own(service: Api) -> None:
    service.furnish()
    service.create(
        "parades",
        {
            "id": "parade",
            "title": "A parade",
            "date": "2018-09",
            "country": "PRK",
            "place": {"name": "Pyongyang", "latitude": 39, "longitude": 125.75},
            "leader": {"party": {"name": "Kim Jong Un"}, "attended": True},
            "troops": {"low": 12000, "qualifier": "at_least"},
            "attendees": [{"name": "A guest"}, {"name": "Another"}],
            "appearances": [{"category": "icbm", "presence": "displayed"}],
            "same_as": ["https://example.org/a", "https://example.org/b"],
            "citations": [citation(quote='Said "so",\nthen.', locator="p. 1")],
        },
    )
    (row,) = table_of(service, "parades")
    told = {
        "date": "2018-09",
        "date_earliest": "2018-09-01",
        "date_latest": "2018-09-30",
        "place_name": "Pyongyang",
        "place_latitude": "39",
        "place_longitude": "125.75",
        "leader_party_name": "Kim Jong Un",
        "leader_attended": "true",
        "leader_spoke": "",
        "troops_low": "12000",
        "troops_high": "",
        "troops_qualifier": "at_least",
        "attendees": "A guest; Another",
        "appearances_count": "1",
        "claims_count": "0",
        "same_as": "https://example.org/a; https://example.org/b",
        "source": "a-source",
        "quote": 'Said "so",\nthen.',
        "locator": "p. 1",
        "record": "parades/parade",
        "sources": "a-source",
    }
    assert {name: row[name] for name in told} == told


def test_a_table_tells_the_instant_that_answers_it_again(service: Api) -> None:
    service.make("parades", id="first")
    before = table_of(service, "parades")
    instants = {row["known_at"] for row in before}
    assert len(instants) == 1
    service.revise("parades/first", title="Another title")
    service.make("parades", id="second")
    again = table_of(service, "parades", {"known_at": instants.pop()})
    assert again == before
    assert table_of(service, "parades") != before


def test_pages_of_a_table_follow_one_another(full: Api) -> None:
    paged: list[str] = []
    url = "/v1/observations.csv?limit=40"
    while url:
        answer = full.get(url)
        text = answer.get_data(as_text=True)
        paged += [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]
        following = re.search(r'<([^>]+)>; rel="next"', answer.headers["Link"])
        url = following[1] if following else ""
    assert paged == full.ids("observations")


def test_fields_choose_columns_and_each_row_still_says_what_it_rests_on(full: Api) -> None:
    rows = table_of(full, "parades", {"fields": "title,place,leader.party.name", "limit": 3})
    assert list(rows[0]) == [
        "title",
        "place_name",
        "place_country",
        "place_latitude",
        "place_longitude",
        "place_precision",
        "leader_party_name",
        "source",
        "quote",
        "locator",
        "record",
        "pointer",
        "sources",
        "revision",
        "recorded_at",
        "known_at",
    ]


@pytest.mark.parametrize(
    ("path", "query", "parameter", "code"),
    [
        ("parades.csv", "fields=appearances.system", "fields", "no_column"),
        ("parades.csv", "fields=tite", "fields", "unknown_path"),
        ("parades.csv", "expand=citations.source", "expand", "not_in_this_form"),
        ("parades.xlsx", "expand=citations.source", "expand", "not_in_this_form"),
        ("parades.csv", "count=true", "count", "not_in_this_form"),
        ("parades.ndjson", "count=true", "count", "not_in_this_form"),
        ("parades.xlsx", "bom=true", "bom", "not_in_this_form"),
        ("parades", "bom=true", "bom", "not_in_this_form"),
        ("parades.csv", "bom=yes", "bom", "invalid_value"),
        ("parades/parade", "bom=true", "bom", "unknown_parameter"),
    ],
)
def test_what_a_form_has_no_place_for_is_refused(
    full: Api, path: str, query: str, parameter: str, code: str
) -> None:
    refused = full.get(f"{path}?{query}")
    assert refused.status_code == 400
    assert [(each["parameter"], each["code"]) for each in refused.json["errors"]] == [(parameter, code)]


def test_the_other_forms_that_an_answer_links_to_are_answered(full: Api) -> None:
    asked = full.get("parades?count=true&expand=citations.source&limit=2")
    links = re.findall(r'<([^>]+)>; rel="alternate"', asked.headers["Link"])
    assert {"csv", "xlsx", "ndjson"} <= set(re.findall(r"format=(\w+)", " ".join(links)))
    for link in links:
        with full.get(link) as answer:
            assert answer.status_code == 200, link


def test_a_byte_order_mark_comes_for_who_asks(full: Api) -> None:
    assert full.get("parades.csv?bom=true").data == b"\xef\xbb\xbf" + full.get("parades.csv").data


@pytest.mark.parametrize("form", ["csv", "xlsx", "ndjson"])
def test_each_form_is_tagged_revalidated_and_has_a_head(full: Api, form: str) -> None:
    answer = full.get(f"summits.{form}")
    tag = answer.headers["ETag"]
    assert full.get(f"summits.{form}", headers={"Cache-Control": "no-cache"}).data == answer.data
    assert full.get(f"summits.{form}", headers={"If-None-Match": tag}).status_code == 304
    head = full.head(f"summits.{form}")
    assert (head.headers["ETag"], head.headers["Content-Length"]) == (tag, str(len(answer.data)))
    assert head.data == b""


def test_a_write_is_seen_in_every_form(service: Api) -> None:
    for form in ("csv", "xlsx", "ndjson"):
        before = service.get(f"parades.{form}").data
        service.make("parades", id=f"parade-{form}")
        assert service.get(f"parades.{form}").data != before


@pytest.mark.parametrize("path", PATHS)
def test_lines_are_the_documents_of_the_list(full: Api, path: str) -> None:
    answer = full.get(f"{path}.ndjson?limit=30")
    lines = [json.loads(line) for line in answer.data.splitlines()]
    assert lines == full.read(path, {"limit": 30})["items"]
    assert answer.data.endswith(b"\n")


def test_lines_take_fields_and_expand(full: Api) -> None:
    query = {"fields": "id,citations", "expand": "citations.source", "limit": 2}
    lines = full.get("parades.ndjson", query).data.splitlines()
    assert [json.loads(line) for line in lines] == full.read("parades", query)["items"]


def test_a_list_without_records_is_a_header_and_no_line(service: Api) -> None:
    assert service.get("parades.csv").data.startswith(b"id,title,date,")
    assert service.get("parades.csv").data.count(b"\r\n") == 1
    assert service.get("parades.ndjson").data == b""


@pytest.mark.parametrize("path", PATHS)
def test_openpyxl_reads_the_rows_of_a_list(full: Api, path: str) -> None:
    book = load_workbook(io.BytesIO(full.get(f"{path}.xlsx?limit=20").data))
    rows = list(book["data"].iter_rows(values_only=True))
    assert list(rows[0]) == list(table_of(full, path, {"limit": 1})[0])
    assert [row[0] for row in rows[1:]] == [each["id"] for each in full.read(path, {"limit": 20})["items"]]
    about = dict(row[::2] for row in book["about"].iter_rows(values_only=True, max_row=3))
    assert about["query"] == f"/v1/{path}?limit=20&format=xlsx"
    assert about["known_at"] == rows[1][-1]


def test_duckdb_joins_the_files_of_two_lists(full: Api, tmp_path: Any) -> None:
    (tmp_path / "observations.csv").write_bytes(full.get("observations.csv?limit=500").data)
    (tmp_path / "facilities.ndjson").write_bytes(full.get("facilities.ndjson?limit=500").data)
    found = duckdb.connect().execute(
        "SELECT f.name, count(*), max(o.date_latest) FROM read_csv(?) o JOIN read_ndjson(?) f "
        "ON o.facility = f.id GROUP BY ALL",
        [str(tmp_path / "observations.csv"), str(tmp_path / "facilities.ndjson")],
    )
    counted = {name: number for name, number, _ in found.fetchall()}
    expected = full.read("observations", {"count": "true", "limit": 1})["total"]
    assert sum(counted.values()) == min(expected, 500)
