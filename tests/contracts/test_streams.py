"""All of a list at once (``limit=all``): streamed, of one state, whatever is written meanwhile."""

from __future__ import annotations

import csv
import gzip
import io
import json
from typing import Any

import pytest
from werkzeug.test import TestResponse

from service.app import RECORD_TYPES
from service.parts import reading
from service.records.http import streams
from tests.contracts.api import Api
from tests.contracts.factories import source

PATHS = [each.path for each in RECORD_TYPES]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BATCH", 3)
    monkeypatch.setattr(reading, "BATCH", 3)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def streamed(api: Api, path: str, **options: Any) -> TestResponse:
    answer = api.get(path, **options)
    assert answer.status_code == 200, answer.text
    return answer


@pytest.mark.parametrize("path", ["actors", "summits", "parades"])
def test_a_stream_has_the_rows_of_all_pages(full: Api, path: str) -> None:
    listed = full.items(path)
    assert [row["id"] for row in rows_of(streamed(full, f"{path}.csv?limit=all").data)] == [
        each["id"] for each in listed
    ]
    lines = streamed(full, f"{path}.ndjson?limit=all").data.splitlines()
    assert [json.loads(line) for line in lines] == listed


@pytest.mark.parametrize(
    "query",
    ["from=2018-01-01&sort=id", "status=held&as_of=2018-12-31", "published_until=2018-09-10", "q=kim"],
)
def test_a_stream_takes_the_filters_the_order_and_the_clocks_of_the_list(full: Api, query: str) -> None:
    rows = rows_of(streamed(full, f"summits.csv?limit=all&{query}").data)
    assert [(row["id"], row["status"]) for row in rows] == [
        (each["id"], each["status"] or "") for each in full.items(f"summits?{query}")
    ]


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_what_is_written_while_a_stream_is_sent_is_not_in_it(service: Api, form: str) -> None:
    for number in range(8):
        service.create("sources", source(id=f"source-{number}"))
    pieces = iter(streamed(service, f"sources.{form}?limit=all&sort=id").response)
    begun = next(pieces)
    service.create("sources", source(id="source-99"))
    service.revise("sources/source-7", title="Another title")
    service.remove("sources/source-6")
    sent = (begun + b"".join(pieces)).decode()
    assert "source-99" not in sent
    assert "Another title" not in sent
    assert "source-6" in sent


def test_a_stream_is_tagged_revalidated_and_never_kept(service: Api) -> None:
    service.create("sources", source(id="first"))
    answer = streamed(service, "sources.csv?limit=all")
    assert answer.headers["Cache-Control"] == "no-store"
    tag = answer.headers["ETag"]
    assert streamed(service, "sources.csv?limit=all").headers["ETag"] == tag
    assert streamed(service, "sources.ndjson?limit=all").headers["ETag"] != tag
    assert service.get("sources.csv?limit=all", headers={"If-None-Match": tag}).status_code == 304
    head = service.head("sources.csv?limit=all")
    assert (head.status_code, head.headers["ETag"], head.data) == (200, tag, b"")
    service.create("sources", source(id="second"))
    assert service.get("sources.csv?limit=all", headers={"If-None-Match": tag}).status_code == 200


def test_a_stream_is_compressed_for_who_takes_gzip(full: Api) -> None:
    plain = streamed(full, "parades.csv?limit=all")
    packed = streamed(full, "parades.csv?limit=all", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert gzip.decompress(packed.data) == plain.data


def test_a_stream_of_nothing_is_a_header_or_nothing(service: Api) -> None:
    assert rows_of(streamed(service, "parades.csv?limit=all").data) == []
    assert streamed(service, "parades.ndjson?limit=all").data == b""


def test_a_stream_of_an_earlier_state_is_of_that_state(service: Api) -> None:
    service.create("sources", source(id="first"))
    (before,) = rows_of(streamed(service, "sources.csv?limit=all").data)
    service.create("sources", source(id="second"))
    query = {"limit": "all", "known_at": before["known_at"]}
    assert rows_of(service.get("sources.csv", query).data) == [before]


@pytest.mark.parametrize(
    ("path", "parameter", "code"),
    [
        ("sources?limit=all", "limit", "not_in_this_form"),
        ("sources.xlsx?limit=all", "limit", "not_in_this_form"),
        ("sources.csv?limit=all&cursor=abc", "cursor", "not_with_all"),
        ("sources.csv?limit=every", "limit", "invalid_value"),
        ("sources.csv?limit=501", "limit", "invalid_value"),
        ("sources/first/revisions?limit=all", "limit", "invalid_value"),
        ("sources.ndjson?limit=all&count=true", "count", "not_in_this_form"),
        ("facilities.geojson?limit=all&count=true", "count", "not_with_all"),
        ("findings.geojson?limit=all&cursor=abc", "cursor", "not_with_all"),
    ],
)
def test_everything_at_once_is_refused_where_nothing_streams(
    service: Api, path: str, parameter: str, code: str
) -> None:
    refused = service.get(path)
    assert refused.status_code == 400
    assert [(each["parameter"], each["code"]) for each in refused.json["errors"]] == [(parameter, code)]
