"""POST /v1/import with CSV: observations by finding, appearances added to their parade."""

from __future__ import annotations

import codecs
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, nothing_stored
from tests.contracts.test_import import report

SIGHTS = (
    "id,facility,date,method,component,state,extent_low,extent_high,description,source,quote\n"
    'o-1,a-facility,2018-07-20,satellite_imagery,a-building,dismantled,0.5,1,"Roof, and walls",a-source,The roof\n'
    "o-1,a-facility,2018-07-20,satellite_imagery,,unknown,,,=SUM(A1:A9),a-source,The roof\n"
    "o-2,a-facility,2018-08,site_visit,a-building,intact,,,,a-source,\n"
)
SHOWN = (
    "parade,system,category,presence,basis,quantity_low,first_display,note,source\n"
    "a-parade,a-system,,displayed,,4,TRUE,+4 launchers,a-source\n"
    "a-parade,,icbm,absent,stated,,,,a-source\n"
)


@pytest.fixture
def parade(service: Api) -> dict[str, Any]:
    shown = [{"category": "armour", "presence": "displayed"}]
    return service.make("parades", id="a-parade", appearances=shown)


def send(service: Api, table: str | bytes, query: str = "") -> TestResponse:
    body = table.encode() if isinstance(table, str) else table
    return service.post(f"import{query}", body, content_type="text/csv; charset=utf-8")


def refused(answer: TestResponse) -> list[tuple[Any, ...]]:
    errors = assert_problem(answer, 422, "import-refused")["errors"]
    return sorted((error["line"], error.get("column"), error["code"]) for error in errors)


def test_each_row_is_a_finding_of_its_observation(service: Api) -> None:
    service.furnish()
    results = report(send(service, SIGHTS))["results"]
    assert [(each["line"], each["id"], each["result"]) for each in results] == [
        (2, "o-1", "created"),
        (4, "o-2", "created"),
    ]
    one = service.read("observations/o-1")
    assert [(each["component"], each["state"], each["description"]) for each in one["findings"]] == [
        ("a-building", "dismantled", "Roof, and walls"),
        (None, "unknown", "=SUM(A1:A9)"),
    ]
    assert one["findings"][0]["extent"] == {"low": 0.5, "high": 1}
    assert [each["quote"] for each in one["citations"]] == ["The roof"]
    with nothing_stored(service):
        assert report(send(service, SIGHTS))["unchanged"] == 2


def test_each_row_is_added_to_its_parade_once(service: Api, parade: dict[str, Any]) -> None:
    (result,) = report(send(service, SHOWN))["results"]
    assert (result["type"], result["result"], result["revision"]) == ("parade", "updated", 2)
    armour, system, icbm = service.read("parades/a-parade")["appearances"]
    assert armour == parade["appearances"][0]
    assert (system["system"], system["quantity"]["low"], system["first_display"]) == ("a-system", 4, True)
    assert system["note"] == "+4 launchers"
    assert (icbm["category"], icbm["presence"], icbm["citations"][0]["source"]) == (
        "icbm",
        "absent",
        "a-source",
    )
    with nothing_stored(service):
        assert report(send(service, SHOWN))["unchanged"] == 1


def test_what_spreadsheets_write_is_read(service: Api) -> None:
    service.furnish()
    table = codecs.BOM_UTF8 + SIGHTS.replace("\n", "\r\n").encode()
    assert report(send(service, table))["created"] == 2
    two_lines = SIGHTS.replace("Roof, and walls", "Roof,\nand walls").replace("intact", "intcat")
    assert refused(send(service, two_lines)) == [(5, "state", "invalid_choice")]


def test_each_fault_names_its_line_and_column(service: Api) -> None:
    service.furnish()
    table = SIGHTS.replace("0.5,1", "half,2").replace("2018-08", "2018-13").replace("unknown", "unkown")
    table += "o-3,nowhere,2018,sensor,a-building,intact,,,,,\n"
    with nothing_stored(service):
        faults = refused(send(service, table))
    assert {(line, column) for line, column, _ in faults} == {
        (2, "extent_low"),
        (2, "extent_high"),
        (3, "state"),
        (4, "date"),
        (5, "facility"),
        (5, "component"),
        (5, "source"),
    }


def test_faults_of_appearances_name_line_and_column(service: Api, parade: dict[str, Any]) -> None:
    table = (
        SHOWN.replace("absent", "absnt").replace(",4,TRUE", ",four,perhaps").replace("a-system", "b-system")
    )
    table += "b-parade,a-system,,displayed,,,,,\n,a-system,,displayed,,,,,\na-parade,,,displayed,,,,,\n"
    with nothing_stored(service):
        faults = refused(send(service, table))
    assert {(line, column) for line, column, _ in faults} == {
        (2, "quantity_low"),
        (2, "first_display"),
        (2, "system"),
        (3, "presence"),
        (4, "parade"),
        (5, "parade"),
        (6, None),
    }


@pytest.mark.parametrize(
    ("table", "line", "code"),
    [
        ("", 1, "malformed_csv"),
        ("id,facilty\n", 1, "unknown_column"),
        ("id;facility\n", 1, "unknown_column"),
        ("id,id\n", 1, "duplicate_column"),
        ("id,facility\no-1\n", 2, "wrong_length"),
        ("id,facility\n,\no-1,a\n", 2, "blank_line"),
        ("id,facility\n\no-1,a\n", 2, "blank_line"),
        ('id,facility\n"o-1,a\n', 2, "malformed_csv"),
        (b"id,facility\no-1,\xff\n", 2, "malformed_csv"),
        (b"id,facility\no-1,a\0b\n", 2, "nul_character"),
    ],
)
def test_an_unreadable_table_is_reported_with_its_line(
    service: Api, table: str | bytes, line: int, code: str
) -> None:
    with nothing_stored(service):
        errors = assert_problem(send(service, table), 422, "import-refused")["errors"]
    assert (line, code) in [(error["line"], error["code"]) for error in errors]


def test_rows_of_one_observation_agree(service: Api) -> None:
    service.furnish()
    table = SIGHTS.replace("2018-07-20,satellite_imagery,,", "2018-07-21,satellite_imagery,,")
    assert refused(send(service, table)) == [(3, "date", "rows_differ")]


def test_best_effort_leaves_out_only_records_with_faults(service: Api) -> None:
    service.furnish()
    answered = report(send(service, SIGHTS.replace("dismantled", "gone"), "?mode=best_effort"))
    assert [each["result"] for each in answered["results"]] == ["failed", "created"]
    assert service.get("observations/o-1").status_code == 404
    assert factories.FACILITY in service.ids("facilities")
