"""Citations, parties, places, quantities and claims, as every record embeds them."""

from typing import Any

import pytest
from marshmallow import Schema, ValidationError, fields

from service.records.schemas.branches import places
from service.records.schemas.field_errors import flatten
from service.records.schemas.fields import Many, Part, PartReference, Parts, Reference, Text
from service.records.schemas.notations import EdtfDate
from service.records.schemas.parts import Citation, Claim, Party, Place, Quantity, TypedReference, address
from service.records.schemas.record_part import RecordPart
from service.records.schemas.schema import RecordSchema, ReferencePath, collections, references


def faults(schema: Schema, body: Any) -> list[tuple[str, str]]:
    """The pointer and code of each fault of a body."""
    with pytest.raises(ValidationError) as error:
        schema.load(body)
    return [(entry["pointer"], entry["code"]) for entry in flatten(error.value.messages)]


class Leg(RecordPart):
    on = EdtfDate("When.")
    stop = PartReference("Where.", record="line", collection="stops")


class JourneySchema(RecordSchema):
    line = Reference("line", "Which line.", required=True)
    title = Text("Title.", max_length=300)
    date = EdtfDate("When.", required=True)
    legs = Parts(Leg, "Legs.")
    seen_by = Many(Reference("person"), "Who saw it.")
    regarding = Parts(TypedReference, "What it concerns.")
    first = Part(Leg, "The first leg.")
    citations = Parts(Citation, "Sources.", min_items=1)


JOURNEY = {"line": "one", "date": "2018-09~", "citations": [{"source": "x"}]}
CLAIM = {"statement": "It was so.", "by": {"name": "unnamed officials"}, "citations": [{"source": "x"}]}


def test_a_loaded_record_has_every_field_with_bounds_beside_its_dates() -> None:
    loaded = JourneySchema().load(JOURNEY | {"legs": [{"on": "2018-09-09"}, {}], "id": "a"})
    assert list(loaded) == [
        "id",
        "line",
        "title",
        "date",
        "date_earliest",
        "date_latest",
        "legs",
        "seen_by",
        "regarding",
        "first",
        "citations",
        "same_as",
        "claims",
        "note",
    ]
    assert (loaded["date_earliest"], loaded["date_latest"]) == ("2018-09-01", "2018-09-30")
    assert loaded["legs"] == [
        {"on": "2018-09-09", "on_earliest": "2018-09-09", "on_latest": "2018-09-09", "stop": None},
        {"on": None, "on_earliest": None, "on_latest": None, "stop": None},
    ]
    assert (loaded["title"], loaded["first"], loaded["seen_by"], loaded["claims"]) == (None, None, [], [])


def test_the_bounds_of_dates_are_read_only_fields() -> None:
    assert list(JourneySchema.read_only()) == ["date_earliest", "date_latest"]
    assert all(field.dump_only for field in Leg.read_only().values())
    assert Party.read_only() == {}


def test_unknown_fields_are_refused_in_the_order_sent_with_the_nearest_name() -> None:
    body = {"zzz": 1, "nam": "B", "_schema": 2, "a/b": 3, "name": "A"}
    with pytest.raises(ValidationError) as error:
        Party().load(body)
    entries = flatten(error.value.messages)
    assert {entry["pointer"] for entry in entries} == {"/zzz", "/nam", "/_schema", "/a~1b"}
    assert {entry["code"] for entry in entries} == {"unknown_field"}
    details = {entry["pointer"]: entry["detail"] for entry in entries}
    assert "Did you mean 'name'?" in details["/nam"]
    assert "name, actor, country, office, role" in details["/zzz"]


def test_thousands_of_unknown_fields_are_refused_without_ado() -> None:
    assert len(faults(Party(), {"name": "A"} | {f"nam{n}": n for n in range(20_000)})) == 20_000


@pytest.mark.parametrize("body", [None, [], "x", 1, True])
def test_a_record_is_an_object(body: Any) -> None:
    assert faults(JourneySchema(), body) == [("", "wrong_type")]


def test_a_citation_names_a_source_and_quotes_at_most_500_characters() -> None:
    assert Citation().load({"source": "x", "quote": "q" * 500, "supports": ["", "/steps/0/date"]})
    assert faults(Citation(), {"quote": "q" * 501, "supports": ["steps"]}) == [
        ("/source", "required"),
        ("/quote", "too_long"),
        ("/supports/0", "invalid_pointer"),
    ]


def test_a_party_needs_a_name() -> None:
    assert Party().load({"name": "unnamed officials"})["country"] is None
    assert faults(Party(), {"country": "USA"}) == [("/name", "required")]


def test_a_place_needs_a_name_or_a_country() -> None:
    assert Place().load({"country": "SGP"})["name"] is None
    assert faults(Place(), {"precision": "country"}) == [("", "unnamed_place")]
    assert faults(Place(), {"name": 5}) == [("/name", "wrong_type")]


def test_a_place_has_both_coordinates_or_neither() -> None:
    assert Place().load({"name": "Sohae", "latitude": 39.66, "longitude": 124.705})
    assert faults(Place(), {"name": "x", "latitude": 0}) == [("/longitude", "incomplete_coordinates")]
    assert faults(Place(), {"name": "x", "longitude": 0}) == [("/latitude", "incomplete_coordinates")]
    assert faults(Place(), {"name": "x", "latitude": 91, "longitude": -181}) == [
        ("/latitude", "out_of_range"),
        ("/longitude", "out_of_range"),
    ]


def test_a_quantity_has_an_end_and_its_ends_are_in_order() -> None:
    assert Quantity().load({"low": 12_000, "high": 12_000, "qualifier": "about"})
    assert Quantity().load({"high": 500, "qualifier": "up_to"})["low"] is None
    assert faults(Quantity(), {"low": 2, "high": 1}) == [("/low", "low_above_high")]
    assert faults(Quantity(), {"qualifier": "about"}) == [("", "empty_range")]
    assert faults(Quantity(), {"low": "2"}) == [("/low", "wrong_type")]


def test_a_claim_says_what_who_and_where() -> None:
    assert faults(Claim(), {}) == [
        ("/statement", "required"),
        ("/by", "required"),
        ("/citations", "required"),
    ]
    assert faults(Claim(), CLAIM | {"citations": []}) == [("/citations", "too_few_items")]


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("2018-07/..", "2018-07/.."),
        ({"low": 3}, {"low": 3, "high": None, "qualifier": None}),
        (
            {"country": "VNM"},
            {"name": None, "country": "VNM", "latitude": None, "longitude": None, "precision": None},
        ),
        (None, None),
    ],
)
def test_a_claimed_value_is_a_date_a_quantity_or_a_place(value: Any, stored: Any) -> None:
    assert Claim().load(CLAIM | {"value": value})["value"] == stored


@pytest.mark.parametrize(
    ("value", "pointer", "code"),
    [
        ("soon", "/value", "invalid_date"),
        (5, "/value", "wrong_type"),
        (["2018"], "/value", "wrong_type"),
        ({}, "/value", "wrong_type"),
        ({"low": 3, "high": 1}, "/value/low", "low_above_high"),
        ({"latitude": 3, "longitude": 1}, "/value", "unnamed_place"),
        ({"city": "Hanoi", "country": "VNM"}, "/value/city", "unknown_field"),
    ],
)
def test_another_claimed_value_is_refused(value: Any, pointer: str, code: str) -> None:
    assert faults(Claim(), CLAIM | {"value": value}) == [(pointer, code)]


def test_claim_ids_are_unique_and_responses_answer_claims_of_the_record() -> None:
    one, two = CLAIM | {"id": "one"}, CLAIM | {"id": "two", "responds_to": "one", "stance": "denies"}
    assert JourneySchema().load(JOURNEY | {"claims": [two, one, CLAIM, CLAIM]})
    assert faults(
        JourneySchema(),
        JOURNEY
        | {"claims": [one, one, two | {"responds_to": "three"}, one | {"id": "x", "responds_to": "x"}]},
    ) == [
        ("/claims/1/id", "duplicate_id"),
        ("/claims/2/responds_to", "unknown_claim"),
        ("/claims/3/responds_to", "self_reference"),
    ]


def test_an_id_that_is_no_text_is_a_fault_where_others_respond_to_it() -> None:
    claims = [CLAIM | {"id": {}}, CLAIM | {"id": "two", "responds_to": "one"}]
    assert faults(JourneySchema(), JOURNEY | {"claims": claims}) == [
        ("/claims/0/id", "wrong_type"),
        ("/claims/1/responds_to", "unknown_claim"),
    ]


def test_a_response_to_a_faulty_claim_is_no_fault_of_its_own() -> None:
    faulty = {"id": "one", "by": {"name": "A"}, "citations": [{"source": "x"}]}
    assert faults(
        JourneySchema(), JOURNEY | {"claims": [faulty, CLAIM | {"id": "two", "responds_to": "one"}, None]}
    ) == [("/claims/0/statement", "required"), ("/claims/2", "null_not_allowed")]


def test_references_are_read_off_a_schema_once() -> None:
    stop = ReferencePath("line", "line", "stops")
    document = {
        "line": "a",
        "legs": [{"stop": "b"}],
        "seen_by": ["c"],
        "regarding": [{"type": "d", "id": "e"}],
        "first": {"stop": "f"},
        "citations": [{"source": "g"}],
        "claims": [{"citations": [{"source": "h"}]}],
    }
    assert list(places(document, references(JourneySchema))) == [
        ("/line", "a", ReferencePath("line")),
        ("/legs/0/stop", "b", stop),
        ("/seen_by/0", "c", ReferencePath("person")),
        ("/regarding/0", {"type": "d", "id": "e"}, ReferencePath(None)),
        ("/first/stop", "f", stop),
        ("/citations/0/source", "g", ReferencePath("source")),
        ("/claims/0/citations/0/source", "h", ReferencePath("source")),
    ]
    assert references(JourneySchema) is references(JourneySchema)
    assert list(collections(JourneySchema)) == [stop, stop]


def test_a_walk_passes_over_what_is_missing_or_of_a_wrong_type() -> None:
    document = {
        "legs": [{"stop": "a"}, {"stop": None}, {}, "x", None, {"stop": "b"}],
        "first": [],
        "seen_by": "y",
        "citations": None,
        "claims": {"citations": []},
    }
    found = places(document, references(JourneySchema))
    assert [(pointer, value) for pointer, value, _ in found] == [("/legs/0/stop", "a"), ("/legs/5/stop", "b")]
    assert list(places(None, references(JourneySchema))) == []


def test_a_part_reference_that_names_no_record_is_a_schema_error() -> None:
    class Astray(RecordSchema):
        title = Text("Title.")
        stop = PartReference("Where.", record="title", collection="stops")

    with pytest.raises(TypeError, match="title names no record"):
        references(Astray)


@pytest.mark.parametrize(
    ("name", "path"), [("summit", "summits"), ("facility", "facilities"), ("communication", "communications")]
)
def test_a_typed_reference_has_an_address(name: str, path: str) -> None:
    assert address({"type": name, "id": "x"}) == f"{path}/x"


def test_fields_of_parts_keep_a_marshmallow_type_for_the_api_reference() -> None:
    declared = Citation().fields
    assert isinstance(declared["source"], fields.String)
    assert isinstance(declared["supports"], fields.List)
