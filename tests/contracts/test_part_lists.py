"""Lists of parts of the whole bundled record: each part of each record is a row, and filters select rows."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api

Document = dict[str, Any]
LISTS = ("steps", "appearances", "findings", "claims")
HOLDERS = {"steps": "summits", "appearances": "parades", "findings": "observations"}
# Of every type, and of nothing that a clock leaves out: the record has dates up to this day.
AS_OF = "2026-11-30"
SOME = 12


@dataclass(frozen=True)
class Held:
    """A part as its record has it, found by a walk over all records."""

    record: Document
    pointer: str
    part: Document
    category: str | None = None

    @property
    def address(self) -> str:
        return f"{self.record['self']}{self.pointer}"

    @property
    def day(self) -> str:
        dated = self.part if self.pointer.startswith("/steps") else self.record
        found = dated.get("date_latest") or dated.get("date_earliest")
        if found is None and self.record["type"] == "source":
            found = self.record["published_latest"] or self.record["published_earliest"]
        if found is None and self.record["type"] == "summit":
            found = self.record["steps"][-1]["date_latest"] or self.record["steps"][-1]["date_earliest"]
        return found or ""


@dataclass
class Record:
    """The whole record, read type by type through the ordinary lists."""

    api: Api
    parts: dict[str, list[Held]] = field(default_factory=dict)

    def rows(self, name: str, **query: Any) -> list[Document]:
        return self.api.items(name, {"limit": 500, "as_of": AS_OF, **query})

    def addresses(self, name: str, **query: Any) -> list[str]:
        return [address(row) for row in self.rows(name, **query)]


def address(row: Document) -> str:
    return f"{row['record']['self']}{row['pointer']}"


def held_in(api: Api) -> dict[str, list[Held]]:
    everything = {path: api.items(path, {"limit": 500}) for path in a.BODIES}
    categories = {each["id"]: each["category"] for each in everything["systems"]}
    found: dict[str, list[Held]] = {name: [] for name in LISTS}
    for name in LISTS:
        for path in [HOLDERS[name]] if name in HOLDERS else a.BODIES:
            for record in everything[path]:
                for number, part in enumerate(record[name]):
                    category = part.get("category") or categories.get(part.get("system"))
                    found[name].append(Held(record, f"/{name}/{number}", part, category))
    return found


@pytest.fixture(scope="module")
def record(full: Api) -> Record:
    return Record(full, held_in(full))


@pytest.mark.parametrize("name", LISTS)
def test_every_part_of_every_record_that_has_come_is_one_row(record: Record, name: str) -> None:
    expected = [each.address for each in record.parts[name] if each.day <= AS_OF]
    assert expected
    for sort in ("date", "-date", "id", "-id", "recorded_at", "-recorded_at"):
        found = record.addresses(name, sort=sort)
        assert len(found) == len(set(found))
        assert sorted(found) == sorted(expected)
    page = record.api.read(name, {"as_of": AS_OF, "count": "true", "limit": 1})
    assert page["total"] == len(expected)
    assert page["left_out"]["not_yet"] == len(record.parts[name]) - len(expected)


@pytest.mark.parametrize("name", LISTS)
def test_a_row_has_the_part_as_its_record_has_it_the_record_and_the_date(record: Record, name: str) -> None:
    held = {each.address: each for each in record.parts[name]}
    for row in record.rows(name):
        each = held[address(row)]
        assert row["record"] == {
            **{member: each.record[member] for member in ("type", "id", "self", "revision", "recorded_at")},
            "title": row["record"]["title"],
        }
        own = {member: value for member, value in each.part.items() if member != "citations"}
        if name == "appearances":
            own["category"] = each.category
            assert row["country"] == each.record["country"]
        if name == "findings":
            assert (row["facility"], row["method"]) == (each.record["facility"], each.record["method"])
        assert {member: row[member] for member in own} == own
        assert (row["date_latest"] or row["date_earliest"] or "") == each.day
        own_citations = each.part.get("citations")
        assert row["cited_by"] == ("part" if own_citations else "record")
        assert row["citations"] == (own_citations or supporting(each))
        assert row["citations"] or each.record["type"] == "source"


def supporting(each: Held) -> list[Document]:
    """The citations of the record whose `supports` lead to the part, around it or into it; else all."""
    pointers = (f"{each.pointer}/", f"/{each.pointer.split('/')[1]}/")
    chosen = [
        citation
        for citation in each.record.get("citations", [])
        if not citation["supports"]
        or any(
            f"{place}/".startswith(pointers[0]) or f"{place}/" in ("/", *pointers)
            for place in citation["supports"]
        )
    ]
    return chosen or each.record.get("citations", [])


@pytest.mark.parametrize("sort", ["date", "-date"])
@pytest.mark.parametrize("name", LISTS)
def test_rows_come_in_the_order_of_their_own_dates(record: Record, name: str, sort: str) -> None:
    days = [row["date_earliest"] or row["date_latest"] or "" for row in record.rows(name, sort=sort)]
    assert days == sorted(days, reverse=sort.startswith("-"))


VALUES: dict[tuple[str, str], Callable[[Held], Any]] = {
    ("steps", "status"): lambda each: each.part["status"],
    ("steps", "by_actor"): lambda each: (each.part["by"] or {}).get("actor"),
    ("steps", "country"): lambda each: (each.record["place"] or {}).get("country"),
    ("appearances", "presence"): lambda each: each.part["presence"],
    ("appearances", "basis"): lambda each: each.part["basis"],
    ("appearances", "identification"): lambda each: each.part["identification"],
    ("appearances", "system"): lambda each: each.part["system"],
    ("appearances", "category"): lambda each: each.category,
    ("appearances", "country"): lambda each: each.record["country"],
    ("findings", "state"): lambda each: each.part["state"],
    ("findings", "aspect"): lambda each: each.part["aspect"],
    ("findings", "component"): lambda each: each.part["component"],
    ("findings", "facility"): lambda each: each.record["facility"],
    ("findings", "method"): lambda each: each.record["method"],
    ("claims", "stance"): lambda each: each.part["stance"],
    ("claims", "by_actor"): lambda each: each.part["by"]["actor"],
    ("claims", "type"): lambda each: each.record["type"],
}


@pytest.mark.parametrize(("name", "member"), VALUES, ids="-".join)
def test_a_filter_selects_the_rows_that_have_the_value_and_values_together_all_that_have_one(
    record: Record, name: str, member: str
) -> None:
    by_value: dict[str, list[str]] = {}
    for each in record.parts[name]:
        if each.day <= AS_OF and (value := VALUES[name, member](each)):
            by_value.setdefault(value, []).append(each.address)
    assert by_value
    for value in some(sorted(by_value)):
        assert sorted(record.addresses(name, **{member: value})) == sorted(by_value[value]), value
    together = record.addresses(name, **{member: ",".join(by_value)})
    assert sorted(together) == sorted(each for addresses in by_value.values() for each in addresses)


def some(values: list[str]) -> list[str]:
    return values if len(values) <= SOME else random.Random(7).sample(values, SOME)


PAIRS = [
    ("findings", "component", "state"),
    ("findings", "aspect", "state"),
    ("appearances", "category", "presence"),
    ("appearances", "system", "presence"),
    ("steps", "status", "country"),
    ("claims", "type", "stance"),
]


@pytest.mark.parametrize(("name", "one", "other"), PAIRS, ids="-".join)
def test_two_filters_select_the_rows_that_have_both_values_themselves(
    record: Record, name: str, one: str, other: str
) -> None:
    chance = random.Random(11)
    counted = [each for each in record.parts[name] if each.day <= AS_OF]
    having = [each for each in counted if VALUES[name, one](each) and VALUES[name, other](each)]
    for _ in range(SOME):
        wanted = (VALUES[name, one](chance.choice(having)), VALUES[name, other](chance.choice(having)))
        expected = [
            each.address for each in counted if (VALUES[name, one](each), VALUES[name, other](each)) == wanted
        ]
        query = dict(zip((one, other), wanted, strict=True))
        assert sorted(record.addresses(name, **query)) == sorted(expected), query


@pytest.mark.parametrize("name", LISTS)
def test_source_selects_the_rows_that_rest_on_it(record: Record, name: str) -> None:
    rows = record.rows(name)
    cited: dict[str, set[str]] = {}
    for row in rows:
        for citation in row["citations"]:
            cited.setdefault(citation["source"], set()).add(address(row))
    for source in some(sorted(cited)):
        assert set(record.addresses(name, source=source)) == cited[source]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("start", "end"), [("2018-05-01", "2018-06-12"), ("2018-06", "2018-06"), ("2013", None)]
)
def test_a_range_selects_the_rows_whose_dates_overlap_it(
    record: Record, name: str, start: str, end: str | None
) -> None:
    first, last = f"{start}-01-01"[:10], {"2018-06": "2018-06-30", None: "9999-12-31"}.get(end, end)
    days = {"from": first} | ({"to": last} if end else {})
    expected = {
        address(row)
        for row in record.rows(name)
        if (row["date_latest"] or row["date_earliest"] or "") >= first
        and "" < (row["date_earliest"] or row["date_latest"] or "") <= str(last)
    }
    assert set(record.addresses(name, **days)) == expected
    assert set(record.addresses(name, **days, sort="id")) == expected


def test_by_names_a_party_by_words_of_its_name_or_of_its_actor(record: Record) -> None:
    actors = {each["id"]: each for each in record.api.items("actors", {"name": "trump", "limit": 500})}
    for name in ("claims", "steps"):
        expected = {
            each.address
            for each in record.parts[name]
            if (by := each.part["by"])
            and each.day <= AS_OF
            and ("trump" in by["name"].lower().split() or by["actor"] in actors)
        }
        assert expected
        assert set(record.addresses(name, by="trump")) == expected
        assert set(record.addresses(name, by="TRUM*")) >= expected


def test_about_names_a_place_with_all_within_it_or_words_of_a_topic(record: Record) -> None:
    counted = [each for each in record.parts["claims"] if each.day <= AS_OF and each.part["about"]]
    for pointer in ("/appearances", "/steps/1", "/date"):
        expected = {each.address for each in counted if f"{each.part['about']}/".startswith(f"{pointer}/")}
        assert expected
        assert set(record.addresses("claims", about=pointer)) == expected
    expected = {each.address for each in counted if {"number", "troops"} <= set(each.part["about"].split())}
    assert expected
    assert set(record.addresses("claims", about="troops number")) == expected


def test_by_stance_and_about_together_select_claims_that_meet_all_three(record: Record) -> None:
    rows = record.rows("claims", by="north korea", stance="denies,disputes", about="troops")
    alone = [
        record.addresses("claims", **{name: value})
        for name, value in (
            ("by", "north korea"),
            ("stance", "denies,disputes"),
            ("about", "troops"),
        )
    ]
    assert {address(row) for row in rows} == set.intersection(*map(set, alone))


def test_filters_of_records_select_by_the_record(record: Record) -> None:
    for name, query in (
        ("steps", {"party": "moon"}),
        ("steps", {"place": "singapore"}),
        ("steps", {"q": "hanoi"}),
        ("findings", {"q": "bunkers"}),
        ("findings", {"bbox": "124,39,125,40"}),
        ("appearances", {"actor": "kim-jong-un"}),
        ("claims", {"q": "troops"}),
    ):
        paths = [HOLDERS[name]] if name in HOLDERS else list(a.BODIES)
        records = {item["self"] for path in paths for item in record.api.items(path, {**query, "limit": 500})}
        expected = {
            each.address
            for each in record.parts[name]
            if each.record["self"] in records and each.day <= AS_OF
        }
        assert expected, query
        assert set(record.addresses(name, **query)) == expected, query
        assert set(record.addresses(name, **query, sort="id")) == expected, query


@pytest.mark.parametrize("sort", ["date", "-date", "id", "-id", "-recorded_at"])
@pytest.mark.parametrize("name", LISTS)
def test_pages_of_any_length_are_the_list(record: Record, name: str, sort: str) -> None:
    narrowed = {"from": "2018-01-01", "to": "2018-12-31", "sort": sort}
    whole = record.rows(name, **narrowed)
    assert whole
    for limit in (7, 50):
        assert record.rows(name, **narrowed, limit=limit) == whole
    dateless = record.rows("claims", type="facility,source,summit", sort=sort)
    assert record.rows("claims", type="facility,source,summit", sort=sort, limit=3) == dateless


@pytest.mark.parametrize("name", LISTS)
def test_under_both_clocks_rows_are_those_that_had_come_and_that_a_source_had_told_of(
    record: Record, name: str
) -> None:
    public = {
        each["id"]
        for each in record.api.items("sources", {"limit": 500})
        if (each["published_latest"] or each["published_earliest"] or each["retrieved_on_latest"] or "9")
        <= "2018-09-12"
    }
    come = record.api.items(name, {"as_of": "2018-09-12", "limit": 500})
    expected = [row for row in come if any(each["source"] in public for each in row["citations"])]
    assert expected
    clocks = {"as_of": "2018-09-12", "published_until": "2018-09-12"}
    for sort in ("-date", "id"):
        found = record.api.items(name, {**clocks, "limit": 500, "sort": sort})
        assert sorted(map(address, found)) == sorted(map(address, expected))
        assert all(each["source"] in public for row in found for each in row["citations"])
    left_out = record.api.read(name, clocks)["left_out"]
    assert left_out["not_public"] == min(len(come) - len(expected), 1_000)
