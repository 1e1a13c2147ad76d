"""Each field takes strict JSON values and refuses the rest with a code."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshmallow import ValidationError, fields

from service.records.schemas.field_errors import flatten
from service.records.schemas.fields import (
    Enumeration,
    Flag,
    Integer,
    Many,
    Number,
    Part,
    Parts,
    Reference,
    Slug,
    Text,
)
from service.records.schemas.notations import (
    CalendarDate,
    Country,
    EdtfDate,
    Instant,
    Language,
    Pointer,
    Topic,
    Url,
)
from service.records.schemas.parts import Party, RecordAddress

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
EVERY_FIELD: list[fields.Field[Any]] = [
    Text(),
    Slug(),
    Reference("source"),
    Enumeration("a", "b"),
    Number(),
    Integer(),
    Flag(),
    EdtfDate(),
    CalendarDate(),
    Instant(),
    Country(),
    Language(),
    Url(),
    Pointer(),
    Topic(),
    RecordAddress(),
    Part(Party),
    Parts(Party),
    Many(Slug()),
]


def refused(field: fields.Field[Any], value: Any) -> tuple[str, str]:
    """The code and sentence with which the field refuses a value."""
    with pytest.raises(ValidationError) as error:
        field.deserialize(value)
    (entry,) = flatten(error.value.messages)
    return entry["code"], entry["detail"]


@pytest.mark.parametrize("field", EVERY_FIELD, ids=lambda field: type(field).__name__)
@settings(deadline=None)
@given(value=json_values)
def test_any_json_value_is_accepted_or_refused_with_a_code(field: fields.Field[Any], value: Any) -> None:
    entries: list[dict[str, str]] = []
    try:
        field.deserialize(value)
    except ValidationError as error:
        entries = flatten(error.messages)
    assert all(entry["code"] != "invalid" and entry["detail"] for entry in entries)


@pytest.mark.parametrize("field", EVERY_FIELD, ids=lambda field: type(field).__name__)
def test_a_deserialized_value_is_accepted_again_unchanged(field: fields.Field[Any]) -> None:
    for value in ("en", "2018-09-09", "/a", "https://x.org", "PRK", 1, 2.5, True, [], {"name": "x"}, "a/b"):
        try:
            taken = field.deserialize(value)
        except ValidationError:
            continue
        assert field.deserialize(taken) == taken


def test_a_field_is_null_by_default_unless_it_is_required() -> None:
    assert Text().deserialize(None) is None
    assert Text(required=True, allow_none=True).deserialize(None) is None
    assert refused(Text(required=True), None)[0] == "null_not_allowed"
    assert refused(Many(Slug()), None)[0] == "null_not_allowed"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        (Text(), 1, "wrong_type"),
        (Text(), "", "blank"),
        (Text(), " \n", "blank"),
        (Text(max_length=3), "abcd", "too_long"),
        (Slug(), "Sohae", "invalid_slug"),
        (Slug(), "a--b", "invalid_slug"),
        (Slug(), "a\n", "invalid_slug"),
        (Slug(), "a" * 81, "too_long"),
        (Enumeration("held", "proposed"), "Held", "invalid_choice"),
        (Enumeration("1"), 1, "wrong_type"),
        (Number(), "1", "wrong_type"),
        (Number(), True, "wrong_type"),
        (Number(), math.nan, "wrong_type"),
        (Number(), math.inf, "wrong_type"),
        (Number(), 10**400, "out_of_range"),
        (Number(), -1, "out_of_range"),
        (Number(maximum=1), 1.5, "out_of_range"),
        (Integer(), 1.5, "wrong_type"),
        (Integer(), True, "wrong_type"),
        (Integer(), math.nan, "wrong_type"),
        (Integer(maximum=6), 7, "out_of_range"),
        (Flag(), 1, "wrong_type"),
        (Flag(), "true", "wrong_type"),
        (EdtfDate(), 2018, "wrong_type"),
        (EdtfDate(), "2018-02-30", "invalid_date"),
        (EdtfDate(), "2018" * 1000, "too_long"),
        (CalendarDate(), "20180909", "invalid_date"),
        (CalendarDate(), "2018-09", "invalid_date"),
        (Instant(), "2018-02-08T02:30:00", "invalid_instant"),
        (Instant(), "2018-02-08 02:30:00Z", "invalid_instant"),
        (Instant(), "2018-02-30T02:30:00Z", "invalid_instant"),
        (Instant(), "0001-01-01T00:00:00+01:00", "invalid_instant"),
        (Country(), "KP", "invalid_country"),
        (Country(), "prk", "invalid_country"),
        (Country(), "XXX", "invalid_country"),
        (Country(), "North Korea", "invalid_country"),
        (Language(), "korean", "invalid_language"),
        (Language(), "en_US", "invalid_language"),
        (Url(), "//x.org", "invalid_url"),
        (Url(), "ftp://x.org", "invalid_url"),
        (Url(), "https://", "invalid_url"),
        (Url(), "https://x.org:port/", "invalid_url"),
        (Url(), "https://[x/", "invalid_url"),
        (Url(), "https://x.org/a b", "invalid_url"),
        (Url(), "https://ko.wikipedia.org/wiki/서해", "invalid_url"),
        (Url(), "https://x.org/" + "a" * 2000, "too_long"),
        (Pointer(), "steps/0", "invalid_pointer"),
        (Pointer(), "/a~2", "invalid_pointer"),
        (Topic(), "/a~2", "invalid_pointer"),
        (Topic(), " ", "blank"),
        (RecordAddress(), "singapore-2018", "invalid_address"),
        (RecordAddress(), "summits/", "invalid_address"),
        (Part(Party), [], "wrong_type"),
        (Parts(Party), {}, "wrong_type"),
        (Parts(Party, min_items=1), [], "too_few_items"),
        (Many(Slug(), max_items=2), ["a", "b", "c"], "too_many_items"),
    ],
)
def test_a_wrong_value_is_refused(field: fields.Field[Any], value: Any, code: str) -> None:
    assert refused(field, value)[0] == code


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        (Integer(), 3.0, 3),
        (Number(), 3, 3),
        (Number(minimum=-90), -39.66, -39.66),
        (Instant(), "2018-02-08T11:30:00+09:00", "2018-02-08T02:30:00Z"),
        (Instant(), "2018-02-08t02:30:00.5z", "2018-02-08T02:30:00.500000Z"),
        (Url(), "https://ko.wikipedia.org/wiki/%EC%84%9C", "https://ko.wikipedia.org/wiki/%EC%84%9C"),
        (Language(), "zh-Hans", "zh-Hans"),
        (Pointer(), "", ""),
        (Pointer(), "/a~1b/0", "/a~1b/0"),
        (Topic(), "who was there", "who was there"),
        (RecordAddress(), "summits/singapore-2018", "summits/singapore-2018"),
    ],
)
def test_a_valid_value_is_accepted(field: fields.Field[Any], value: Any, stored: Any) -> None:
    taken = field.deserialize(value)
    assert taken == stored
    assert type(taken) is type(stored)


def test_a_refusal_tells_what_was_probably_meant() -> None:
    assert "'held'" in refused(Enumeration("held", "proposed"), "heldd")[1]
    assert "held, proposed" in refused(Enumeration("held", "proposed"), "zzz")[1]
    assert "write PRK" in refused(Country(), "KP")[1]
    assert "percent-encoded" in refused(Url(), "https://x.org/서")[1]


def test_every_invalid_item_of_a_list_is_reported_at_its_index() -> None:
    with pytest.raises(ValidationError) as error:
        Parts(Party, min_items=4).deserialize([{"name": "A"}, 5, {"nam": "B"}])
    assert [(entry["pointer"], entry["code"]) for entry in flatten(error.value.messages)] == [
        ("/1", "wrong_type"),
        ("/2/name", "required"),
        ("/2/nam", "unknown_field"),
        ("", "too_few_items"),
    ]
