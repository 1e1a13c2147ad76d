"""Reading one record: its members, its derived dates, and what is there when it is not."""

from __future__ import annotations

import re

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api

FIRST = ["type", "id", "revision", "recorded_at", "self"]
LAST = ["same_as", "claims", "note"]


@pytest.mark.parametrize("path", a.BODIES)
def test_every_record_says_its_type_id_revision_instant_and_url_first(service: Api, path: str) -> None:
    made = service.make(path, id="one")
    record = service.read(f"{path}/one")
    assert record == made
    assert list(record)[:5] == FIRST
    assert list(record)[-3:] == LAST
    assert (record["type"], record["id"], record["revision"]) == (a.TYPES[path], "one", 1)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", record["recorded_at"])
    assert record["self"] == f"/v1/{path}/one"
    assert service.read(record["self"]) == record


@pytest.mark.parametrize("path", a.BODIES)
def test_a_record_has_every_field_of_its_type_null_or_empty_where_nothing_was_given(
    service: Api, path: str
) -> None:
    record = service.make(path, id="one")
    given = a.BODIES[path]()
    for name, value in record.items():
        is_derived = name in FIRST or name.endswith(("_earliest", "_latest")) or name.startswith("status")
        if name not in given and not is_derived:
            assert value in (None, []), name


def test_a_record_answers_with_the_fields_that_were_sent(service: Api) -> None:
    service.furnish()
    body = a.facility(
        id="sohae",
        name="Sohae Satellite Launching Station",
        aliases=[{"name": "서해위성발사장", "language": "ko"}],
        place={
            "name": "Tongch'ang-ri",
            "country": "PRK",
            "latitude": 39.66,
            "longitude": 124.705,
            "precision": "site",
        },
        other_locations=[{"country": "PRK", "standing": "wrong", "citations": [a.citation()]}],
        declared=True,
        components=[
            {"id": "pad", "name": "Launch pad", "first_identified": "2009~"},
            {"id": "tower", "name": "Gantry tower", "part_of": "pad", "latitude": 39.66, "longitude": 124.7},
        ],
        related=[{"facility": "a-facility", "relation": "supports", "credibility": 2}],
        claims=[
            {
                "id": "main-site",
                "about": "/kind",
                "statement": "The main site since 2012.",
                "by": a.party("38 North"),
                "value": "2012/..",
                "citations": [
                    a.citation(quote="main satellite launch facility since 2012", supports=["/claims/0"])
                ],
            }
        ],
        same_as=["https://www.wikidata.org/entity/Q697396"],
        note="A note.",
    )
    service.create("facilities", body)
    record = service.read("facilities/sohae")
    assert _held(body, record)
    assert record["components"][0]["first_identified_earliest"] == "2009-01-01"
    assert record["components"][0]["first_identified_latest"] == "2009-12-31"


def _held(sent: object, stored: object) -> bool:
    if isinstance(sent, dict):
        return isinstance(stored, dict) and all(
            _held(value, stored.get(name)) for name, value in sent.items()
        )
    if isinstance(sent, list):
        return isinstance(stored, list) and len(sent) == len(stored) and all(map(_held, sent, stored))
    return sent == stored


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2018-09-09", "2018-09-09", "2018-09-09"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-09~", "2018-09-01", "2018-09-30"),
        ("2018-07?", "2018-07-01", "2018-07-31"),
        ("2018-07-20%", "2018-07-20", "2018-07-20"),
        ("2018-07-20/2018-07-22", "2018-07-20", "2018-07-22"),
        ("2018-07/..", "2018-07-01", None),
        ("../2018-07", None, "2018-07-31"),
    ],
)
def test_a_date_has_its_strict_bounds_beside_it_and_an_open_end_is_null(
    service: Api, date: str, earliest: str | None, latest: str | None
) -> None:
    record = service.make("communications", date=date)
    names = list(record)
    at = names.index("date")
    assert names[at : at + 3] == ["date", "date_earliest", "date_latest"]
    assert (record["date"], record["date_earliest"], record["date_latest"]) == (date, earliest, latest)


def test_every_dated_field_of_a_record_has_its_bounds_embedded_ones_too(service: Api) -> None:
    target = {"date": "2018-06", "place": {"name": "Singapore"}}
    summit = service.make("summits", steps=[a.step("scheduled", "2018-05-10", target=target)])
    assert summit["steps"][0]["date_earliest"] == "2018-05-10"
    assert summit["steps"][0]["target"]["date_latest"] == "2018-06-30"
    parade = service.make("parades", broadcast={"mode": "delayed", "aired": "2018-02-08/2018-02-09"})
    assert parade["broadcast"]["aired_latest"] == "2018-02-09"
    observation = service.make("observations", imagery=[{"acquired": "2018-04"}])
    assert observation["imagery"][0]["acquired_earliest"] == "2018-04-01"
    source = service.make("sources", retrieved_on="2019", corrected=None)
    assert (source["retrieved_on_latest"], source["corrected_latest"]) == ("2019-12-31", None)


def test_the_status_of_a_summit_is_that_of_its_last_step_and_holds_since_the_run_began(service: Api) -> None:
    steps = [
        a.step("scheduled", "2018-05-10"),
        a.step("cancelled", "2018-05-24"),
        a.step("reinstated", "2018-06-01"),
        a.step("reinstated", "2018-06-02"),
    ]
    summit = service.make("summits", steps=steps)
    assert (summit["status"], summit["status_since"]) == ("reinstated", "2018-06-01")
    interval = service.make("summits", steps=[a.step("requested", "../2018-09-10")])
    assert (interval["status"], interval["status_since"]) == ("requested", "2018-09-10")


def test_a_quantity_an_extent_and_coordinates_come_back_as_the_numbers_they_were(service: Api) -> None:
    system = service.make("systems", range_km={"low": 8500, "high": 13000.5, "qualifier": "about"})
    assert service.read(system["self"])["range_km"] == {"low": 8500, "high": 13000.5, "qualifier": "about"}


@pytest.mark.parametrize(
    "record_id", ["nobody", "Not-A-Slug", "a--b", "a" * 81, "%00", "%F0%9F%98%80", "a_b", "."]
)
def test_a_record_that_never_was_is_not_found_whatever_its_name(seeded: Api, record_id: str) -> None:
    answer = seeded.get(f"summits/{record_id}")
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert answer.json["type"] == "/problems/not-found"


def test_a_deleted_record_is_gone_with_the_way_to_its_last_revision(service: Api) -> None:
    made = service.make("parades", id="one")
    service.remove("parades/one")
    answer = service.get("parades/one")
    assert answer.status_code == 410
    assert answer.json["type"] == "/problems/record-deleted"
    assert answer.json["last_revision"] == "/v1/parades/one/revisions/1"
    assert '</v1/parades/one/revisions/1>; rel="latest-version"' in answer.headers["Link"]
    assert service.read(answer.json["last_revision"])["record"] == made


def test_a_record_says_when_it_was_last_modified_in_whole_seconds(service: Api) -> None:
    from email.utils import parsedate_to_datetime

    made = service.make("parades", id="one")
    modified = parsedate_to_datetime(service.get("parades/one").headers["Last-Modified"])
    assert modified.strftime("%Y-%m-%dT%H:%M:%S") == made["recorded_at"][:19]


def test_the_words_of_any_script_come_back_as_they_were_sent(service: Api) -> None:
    text = 'Korean 판문점, Chinese 板門店, Thai พันมุนจอม, an emoji 🕊️, "quotes", \\ and a line\nbreak'
    made = service.make("sources", title="판문점", note=text)
    answer = service.get(made["self"])
    assert answer.json["note"] == text
    assert "판문점".encode() in answer.data
