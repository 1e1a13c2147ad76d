"""Views as tables: one row for each thing that a view tells, and what it rests on."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from tests.contracts.api import Api

COMPARISON = "parades/north-korea-2018-09-09/comparison"
STATUS = "facilities/sohae/status"
QUERIES: dict[str, dict[str, Any]] = {
    "timeline": {"limit": 40, "kind": "summit_step,observation"},
    "search": {"q": "sohae", "limit": 20},
    "changes": {"limit": 20, "type": "parade"},
    STATUS: {"as_of": "2018-09-10"},
    f"{STATUS}/history": {"limit": 10},
    COMPARISON: {},
    "summits/singapore-2018/revisions": {},
}
UNCITED = ("changes", "summits/singapore-2018/revisions")


def rows_of(api: Api, path: str, query: dict[str, Any] | None = None) -> list[dict[str, str]]:
    answer = api.get(f"{path}.csv", query)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True), newline=""), strict=True))


def items_of(path: str, answer: dict[str, Any]) -> list[dict[str, Any]]:
    """What the rows are of, in their order."""
    if path == STATUS:
        return answer["components"]
    if path == COMPARISON:
        return [each for group in answer["systems"].values() for each in group]
    if path.endswith("history"):
        return [each for day in answer["items"] for each in day["changed"] or [{}]]
    return answer["items"]


def evidence_for(path: str, item: dict[str, Any]) -> list[dict[str, Any]]:
    if path == COMPARISON:
        return item["parade"]["rests_on"] + item["with"]["rests_on"]
    if path == "search":
        return item["snippets"]
    return [item] if path == "timeline" else item.get("rests_on", []) + item.get("conflicts", [])


@pytest.mark.parametrize("path", QUERIES)
def test_the_table_of_a_view_has_a_row_for_each_thing_in_the_order_of_the_answer(
    full: Api, path: str
) -> None:
    items = items_of(path, full.read(path, QUERIES[path]))
    rows = rows_of(full, path, QUERIES[path])
    assert len(rows) == len(items) > 0
    for row, item in zip(rows, items, strict=True):
        plain = {
            name: value
            for name, value in item.items()
            if isinstance(value, str) and name in row.keys() - {"self"}
        }
        assert plain or not item
        assert {name: row[name] for name in plain} == plain
        for name in item.keys() & row.keys():
            assert not re.match(r"[\[{]\s*[\"\]}\[{]", row[name]), (name, row[name])


@pytest.mark.parametrize("path", [each for each in QUERIES if each not in UNCITED])
def test_each_row_of_a_view_ends_with_what_it_rests_on(full: Api, path: str) -> None:
    items = items_of(path, full.read(path, QUERIES[path]))
    rows = rows_of(full, path, QUERIES[path])
    assert list(rows[0])[-7:] == ["source", "quote", "locator", "record", "pointer", "sources", "known_at"]
    assert any(row["source"] for row in rows)
    for row, item in zip(rows, items, strict=True):
        evidence = evidence_for(path, item)
        cited = [citation["source"] for each in evidence for citation in each["citations"]]
        assert row["sources"] == "; ".join(dict.fromkeys(cited))
        assert row["source"] == (cited[0] if cited else "")
        assert row["pointer"] == (evidence[0]["pointer"] if evidence else "")
        record = evidence[0].get("record", item.get("record")) if evidence else None
        assert row["record"] == (record["self"].removeprefix("/v1/") if record else "")


def test_rows_repeat_what_the_whole_answer_is_about(full: Api) -> None:
    assert {(row["facility"], row["reference_date"]) for row in rows_of(full, STATUS, QUERIES[STATUS])} == {
        ("facilities/sohae", "2018-09-10")
    }
    groups = full.read(COMPARISON)["systems"]
    rows = rows_of(full, COMPARISON)
    assert [row["group"] for row in rows] == [name for name, group in groups.items() for _ in group]
    assert {row["with"] for row in rows} == {"parades/north-korea-2018-02"}
    days = full.read(f"{STATUS}/history")["items"]
    assert list(dict.fromkeys(row["date"] for row in rows_of(full, f"{STATUS}/history"))) == [
        each["date"] for each in days
    ]


def test_the_instant_in_a_row_of_a_view_answers_it_again(full: Api) -> None:
    rows = rows_of(full, STATUS, QUERIES[STATUS])
    known_at = {row["known_at"] for row in rows}
    assert rows_of(full, STATUS, {**QUERIES[STATUS], "known_at": known_at.pop()}) == rows
    assert not known_at


def test_pages_of_the_table_of_a_view_follow_one_another(full: Api) -> None:
    found: list[str] = []
    url = "timeline.csv?from=2018-09-01&to=2018-09-20&limit=9"
    while url:
        answer = full.get(url)
        text = io.StringIO(answer.get_data(as_text=True), newline="")
        found += [row["summary"] for row in csv.DictReader(text)]
        following = re.search(r'<([^>]+)>; rel="next"', answer.headers["Link"])
        url = following[1] if following else ""
    items = full.items("timeline", {"from": "2018-09-01", "to": "2018-09-20"})
    assert found == [each["summary"] for each in items]
    assert len(found) > 9


@pytest.mark.parametrize(
    ("path", "fields", "columns"),
    [
        ("timeline", "kind,record", ["kind", "source"]),
        (STATUS, "components.state", ["state", "source"]),
        (f"{STATUS}/history", "date,changed.state", ["facility", "facility_name", "date", "state", "source"]),
        (
            COMPARISON,
            "systems.added.parade.presence,with.title",
            ["with_title", "group", "parade_presence", "source"],
        ),
    ],
)
def test_fields_choose_the_columns_of_a_view(full: Api, path: str, fields: str, columns: list[str]) -> None:
    header = list(rows_of(full, path, {"fields": fields})[0])
    assert header[: len(columns)] == columns


@pytest.mark.parametrize(
    ("path", "query", "code", "says"),
    [
        (STATUS, {"fields": "trend"}, "no_column", "no column for 'trend': ask for format=json"),
        (
            STATUS,
            {"fields": "components.rests_on.date"},
            "no_column",
            "inside of a list: ask for 'components'",
        ),
        ("timeline", {"fields": "summry"}, "unknown_path", "Did you mean 'summary'?"),
        ("timeline", {"expand": "record"}, "not_in_this_form", "ask for format=json or ndjson"),
    ],
)
def test_what_the_table_of_a_view_has_no_column_for_is_refused(
    full: Api, path: str, query: dict[str, str], code: str, says: str
) -> None:
    refused = full.get(f"{path}.csv", query)
    assert refused.status_code == 400
    assert refused.json["errors"][0]["code"] == code
    assert says in refused.json["detail"]


def test_tools_read_the_cells_of_a_view_as_what_they_are(full: Api) -> None:
    frame = pd.read_csv(io.BytesIO(full.get(f"{STATUS}.csv?as_of=2018-09-10").data), parse_dates=["since"])
    assert str(frame["since"].dtype).startswith("datetime64")
    assert pd.api.types.is_numeric_dtype(frame["days_since_observed"])
    book = load_workbook(io.BytesIO(full.get(f"{COMPARISON}.xlsx").data))
    rows = [[cell.value for cell in row] for row in book["data"].iter_rows()]
    assert len(rows) == 1 + len(rows_of(full, COMPARISON))
    assert rows[1][rows[0].index("parade_contested")] is False
    assert full.get("changes.csv?bom=true&limit=1").data.startswith(b"\xef\xbb\xbfseq,")


def test_a_revision_says_which_places_changed(service: Api) -> None:
    service.make("parades", id="one")
    service.revise("parades/one", title="Another", note="Said so.")
    newest, first = rows_of(service, "parades/one/revisions")
    assert {"/title", "/note"} <= set(newest["patch"].split("; "))
    assert (newest["operation"], first["operation"]) == ("updated", "created")
    service.remove("parades/one", reason="A double")
    assert rows_of(service, "parades/one/revisions")[0]["reason"] == "A double"
    assert [row["operation"] for row in rows_of(service, "changes", {"type": "parade"})] == [
        "created",
        "updated",
        "deleted",
    ]


@pytest.mark.parametrize("path", ["facilities/sohae/status/periods", "presence"])
def test_the_table_behind_a_drawing_is_a_workbook_as_well(full: Api, path: str) -> None:
    query = {"as_of": "2018-09-10", **({"from": "2018"} if path == "presence" else {})}
    rows = rows_of(full, path, query)
    book = load_workbook(io.BytesIO(full.get(f"{path}.xlsx", query).data), read_only=True)
    header, *cells = book["data"].iter_rows(values_only=True)
    assert [dict(zip(header, map(_as_text, each), strict=True)) for each in cells] == rows
    about = {row[0]: row[2] for row in book["about"].iter_rows(values_only=True) if row and row[0]}
    assert about["query"].startswith(f"/v1/{path}?")
    assert about["known_at"]
    assert full.get(f"{path}.csv", query | {"bom": "true"}).data.startswith(b"\xef\xbb\xbf")
    refused = full.get(f"{path}.csv", query | {"fields": "coverage"})
    assert (refused.status_code, refused.json["errors"][0]["code"]) == (400, "not_in_this_form")


def _as_text(cell: Any) -> str:
    return "" if cell is None else str(cell)
