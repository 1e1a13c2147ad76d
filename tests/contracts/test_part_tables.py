"""Lists of parts as tables and as lines."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from service.exchange.columns import APPEARANCES, OBSERVATIONS
from tests.contracts.api import Api
from tests.contracts.factories import citation, finding, observation, parade

PATHS = ["steps", "appearances", "findings", "claims"]


def rows_of(api: Api, path: str, query: dict[str, Any] | None = None) -> list[dict[str, str]]:
    answer = api.get(f"{path}.csv", query)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True), newline=""), strict=True))


@pytest.mark.parametrize("path", PATHS)
def test_a_table_has_the_rows_of_the_list_in_its_order(full: Api, path: str) -> None:
    items = full.read(path, {"limit": 60})["items"]
    rows = rows_of(full, path, {"limit": 60})
    assert [(row["record"], row["pointer"], row["revision"], row["date"]) for row in rows] == [
        (
            each["record"]["self"].removeprefix("/v1/"),
            each["pointer"],
            str(each["record"]["revision"]),
            each["date"] or "",
        )
        for each in items
    ]
    assert [row["sources"] for row in rows] == [
        "; ".join(dict.fromkeys(cited["source"] for cited in each["citations"])) for each in items
    ]
    assert len({row["known_at"] for row in rows}) == 1


@pytest.mark.parametrize("path", PATHS)
def test_everything_at_once_is_what_the_pages_have(full: Api, path: str) -> None:
    lines = full.get(f"{path}.ndjson?limit=all").data.splitlines()
    assert [json.loads(line) for line in lines] == full.items(f"{path}?limit=500")
    streamed = rows_of(full, path, {"limit": "all"})
    assert streamed[:50] == rows_of(full, path)
    assert len(streamed) == len(lines)


@pytest.mark.parametrize("path", PATHS)
def test_no_two_columns_have_one_name_and_no_cell_is_json(full: Api, path: str) -> None:
    header, *rows = csv.reader(io.StringIO(full.get(f"{path}.csv?limit=200").get_data(as_text=True)))
    assert len(set(header)) == len(header)
    assert not [cell for row in rows for cell in row if cell.startswith(('{"', '["', "[{"))]


def test_the_columns_that_an_import_takes_come_first(full: Api) -> None:
    assert tuple(rows_of(full, "findings", {"limit": 1})[0])[: len(OBSERVATIONS)] == OBSERVATIONS
    assert tuple(rows_of(full, "appearances", {"limit": 1})[0])[: len(APPEARANCES)] == APPEARANCES


def test_the_category_of_a_system_has_a_column_of_its_own(full: Api) -> None:
    rows = rows_of(full, "appearances", {"limit": "all"})
    assert {bool(row["system"]) for row in rows} == {True, False}
    for row in rows:
        assert bool(row["system"]) is bool(row["system_category"]) is not bool(row["category"])


def test_a_finding_shows_the_citation_that_supports_it(service: Api) -> None:
    service.furnish()
    service.create("sources", {"id": "other", "title": "T", "published": "2018", "kind": "other"})
    cited = [citation(supports=["/findings/1"]), citation("other", quote="So.", supports=["/findings/0"])]
    service.create(
        "observations", observation(findings=[finding(), finding(component=None)], citations=cited)
    )
    first, second = rows_of(service, "findings")
    assert (first["source"], first["quote"], first["sources"]) == ("other", "So.", "other")
    assert (second["source"], second["sources"]) == ("a-source", "a-source")


def test_an_appearance_without_citations_of_its_own_names_the_sources_of_its_parade(service: Api) -> None:
    service.furnish()
    service.create("parades", parade(appearances=[{"category": "icbm", "presence": "displayed"}]))
    (row,) = rows_of(service, "appearances")
    assert (row["source"], row["sources"], row["cited_by"]) == ("", "a-source", "record")


def test_pandas_reads_numbers_and_truth_of_findings_as_such(full: Api) -> None:
    frame = pd.read_csv(io.BytesIO(full.get("findings.csv?limit=all").data))
    for name in ("extent_low", "extent_high", "credibility", "revision"):
        assert pd.api.types.is_numeric_dtype(frame[name]), name


def test_openpyxl_reads_the_rows_of_a_list_of_parts(full: Api) -> None:
    book = load_workbook(io.BytesIO(full.get("findings.xlsx?limit=9").data))
    assert [row[0] for row in book["data"].iter_rows(min_row=2, values_only=True)] == [
        each["record"]["id"] for each in full.read("findings", {"limit": 9})["items"]
    ]


def test_fields_choose_columns_and_lines_take_expand(full: Api) -> None:
    assert list(rows_of(full, "findings", {"fields": "state", "limit": 1})[0])[:3] == [
        "id",
        "state",
        "source",
    ]
    query = {"fields": "facility", "expand": "facility", "limit": 2}
    lines = full.get("findings.ndjson", query).data.splitlines()
    assert [json.loads(line) for line in lines] == full.read("findings", query)["items"]


@pytest.mark.parametrize(
    ("path", "parameter", "code"),
    [
        ("findings.csv?expand=facility", "expand", "not_in_this_form"),
        ("findings.csv?count=true", "count", "not_in_this_form"),
        ("findings?limit=all", "limit", "not_in_this_form"),
        ("findings?bom=true", "bom", "not_in_this_form"),
        ("findings.csv?fields=stat", "fields", "unknown_path"),
        ("findings.csv?from=2019-01-01&to=2018-01-01", "to", "out_of_order"),
    ],
)
def test_what_a_form_has_no_place_for_is_refused(full: Api, path: str, parameter: str, code: str) -> None:
    refused = full.get(path)
    assert refused.status_code == 400
    assert [(each["parameter"], each["code"]) for each in refused.json["errors"]] == [(parameter, code)]
