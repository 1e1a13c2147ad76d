"""What a table of findings or appearances holds is answered again, cell for cell, and sent back it changes nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.exchange.columns import APPEARANCES, OBSERVATIONS
from tests.contracts.api import Api
from tests.contracts.conftest import Databases, empty, serving
from tests.contracts.test_import import report

# One example after another on one service, which each empties first.
ONE_SERVICE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Rows = list[dict[str, str]]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="=+-@,;\"'\n"),
    max_size=30,
).map(lambda text: f"a{text}b")
MAYBE_WORDS = st.just("") | WORDS
SHARES = st.tuples(*[st.sampled_from(["0", "0.25", "0.5", "1", "1.0"])] * 2).map(
    lambda pair: sorted(pair, key=float)
)
CITATIONS = st.fixed_dictionaries(
    {"source": st.sampled_from(["a-source", "b-source"]), "quote": MAYBE_WORDS, "locator": MAYBE_WORDS}
)


@st.composite
def findings(draw: st.DrawFn) -> Rows:
    """Tables of observations: every row cites, and no two rows of an observation say the same."""
    rows: Rows = []
    for number in range(draw(st.integers(1, 3))):
        record = {
            "id": f"o-{number}",
            "facility": "a-facility",
            "date": draw(st.sampled_from(["2018-07-20", "2018-07", "2018-07~", "../2018-07"])),
            "method": draw(st.sampled_from(["satellite_imagery", "site_visit"])),
            "note": draw(MAYBE_WORDS),
        }
        for _ in range(draw(st.integers(1, 4))):
            low, high = draw(SHARES) if draw(st.booleans()) else ("", "")
            row = record | {
                "component": draw(st.sampled_from(["", "a-building"])),
                "aspect": "integrity",
                "state": draw(st.sampled_from(["intact", "dismantled", "unknown"])),
                "extent_low": low,
                "extent_high": high,
                "description": draw(MAYBE_WORDS),
                "credibility": draw(st.sampled_from(["", "1", "6"])),
                **draw(CITATIONS),
            }
            if row not in rows:
                rows.append(row)
    return rows


@st.composite
def appearances(draw: st.DrawFn) -> Rows:
    """Tables of appearances in one parade, of different things; some rest on what the parade cites."""
    rows: Rows = []
    for category in draw(st.lists(st.sampled_from(["icbm", "srbm", "armour"]), min_size=1, unique=True)):
        presence = draw(st.sampled_from(["displayed", "absent"]))
        low, high = draw(st.sampled_from([("", ""), ("4", ""), ("", "6"), ("4", "4.5")]))
        cited = draw(st.just(dict.fromkeys(("source", "quote", "locator"), "")) | CITATIONS)
        row = {
            "parade": "a-parade",
            "system": "",
            "category": category,
            "presence": presence,
            "basis": draw(st.sampled_from(["stated", "inferred"])),
            "quantity_low": low,
            "quantity_high": high,
            "quantity_qualifier": draw(st.sampled_from(["", "about"])) if low or high else "",
            "first_display": draw(st.sampled_from(["", "true", "false"])),
            "identification": draw(st.sampled_from(["", "presumed"])),
            "reported_as": draw(MAYBE_WORDS),
            "note": draw(MAYBE_WORDS),
        }
        rows.append(row | cited)
    return rows


def written(columns: tuple[str, ...], rows: Rows) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def send(service: Api, table: bytes) -> Any:
    return report(service.post("import", table, content_type="text/csv; charset=utf-8"))


def exported(service: Api, path: str) -> bytes:
    answer = service.get(f"{path}.csv?limit=all")
    assert answer.status_code == 200
    return answer.data


def cells(table: bytes, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    rows = csv.DictReader(io.StringIO(table.decode(), newline=""), strict=True)
    return sorted(tuple(row[name] for name in columns) for row in rows)


def check(service: Api, path: str, columns: tuple[str, ...], rows: Rows) -> None:
    table = written(columns, rows)
    send(service, table)
    answered = exported(service, path)
    assert cells(answered, columns) == cells(table, columns)
    before = service.read("/v1")["last_seq"]
    again = send(service, answered)
    assert again["unchanged"] == len(again["results"])
    assert send(service, table)["unchanged"] == len(again["results"])
    assert service.read("/v1")["last_seq"] == before
    assert exported(service, path) == answered


@pytest.fixture
def full_to_write(backend: str, databases: Callable[[str], Databases]) -> Iterator[Api]:
    """The service with the whole bundled record, to write to."""
    with serving(databases(backend), "full") as api:
        yield api


def furnish(service: Api) -> None:
    empty(service)
    service.furnish()
    service.create("sources", {"id": "b-source", "title": "B", "published": "2018", "kind": "other"})


@given(rows=findings())
@ONE_SERVICE
def test_findings_come_out_as_they_went_in_and_back_in_they_change_nothing(service: Api, rows: Rows) -> None:
    furnish(service)
    check(service, "findings", OBSERVATIONS, rows)


@given(rows=appearances())
@ONE_SERVICE
def test_appearances_come_out_as_they_went_in_and_back_in_they_change_nothing(
    service: Api, rows: Rows
) -> None:
    furnish(service)
    service.make("parades", id="a-parade", appearances=[])
    check(service, "appearances", APPEARANCES, rows)


@pytest.mark.parametrize("path", ["findings", "appearances"])
def test_the_tables_of_the_whole_record_change_nothing(full_to_write: Api, path: str) -> None:
    table = exported(full_to_write, path)
    before = full_to_write.read("/v1")["last_seq"]
    again = send(full_to_write, table)
    assert again["unchanged"] == len({row[0] for row in cells(table, (again_key(path),))})
    assert full_to_write.read("/v1")["last_seq"] == before


def again_key(path: str) -> str:
    """The column of a table that names the record."""
    return "id" if path == "findings" else "parade"


def test_some_rows_of_an_observation_sent_back_leave_the_others(service: Api) -> None:
    furnish(service)
    rows = [
        {"id": "o", "facility": "a-facility", "date": "2018", "method": "site_visit"}
        | {"state": state, "source": "a-source"}
        for state in ("intact", "unknown")
    ]
    table = written(("id", "facility", "date", "method", "state", "source"), rows)
    send(service, table)
    assert send(service, service.get("findings.csv?state=unknown").data)["unchanged"] == 1
    assert len(service.read("observations/o")["findings"]) == 2


def test_rows_that_cite_differently_support_their_findings(service: Api) -> None:
    furnish(service)
    columns = ("id", "facility", "date", "method", "state", "source")
    common = {"id": "o", "facility": "a-facility", "date": "2018", "method": "site_visit"}
    rows = [
        common | {"state": "intact", "source": "a-source"},
        common | {"state": "unknown", "source": "b-source"},
    ]
    send(service, written(columns, rows))
    cited = service.read("observations/o")["citations"]
    assert [(each["source"], each["supports"]) for each in cited] == [
        ("a-source", ["/findings/0"]),
        ("b-source", ["/findings/1"]),
    ]
