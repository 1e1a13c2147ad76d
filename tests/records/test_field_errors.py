"""Faults keep their codes through Marshmallow, and end up at JSON Pointers."""

import copy
import pickle

import pytest
from marshmallow import ValidationError

from service.records.schemas.field_errors import FieldError, echo, escape, flatten, refuse
from service.suggestions import nearest


def test_a_fault_is_its_sentence_and_keeps_its_code_through_formatting() -> None:
    fault = FieldError("too_long", "At most {max}.").format(max=3)
    assert fault == "At most 3."
    assert fault.code == "too_long"


def test_a_fault_can_be_copied_and_pickled() -> None:
    fault = FieldError("blank", "Empty.", "/x")
    for twin in (copy.deepcopy(fault), pickle.loads(pickle.dumps(fault))):
        assert (twin, twin.code, twin.below) == ("Empty.", "blank", "/x")


def test_nested_messages_become_pointers_in_their_order() -> None:
    messages = {
        "steps": {
            1: {"date": [FieldError("invalid_date", "No.")]},
            "_schema": [FieldError("too_few_items", "More.")],
        },
        "_schema": [FieldError("wrong", "All of it.")],
        "a/b~c": ["plain"],
    }
    assert flatten(messages, "/0") == [
        {"pointer": "/0/steps/1/date", "code": "invalid_date", "detail": "No."},
        {"pointer": "/0/steps", "code": "too_few_items", "detail": "More."},
        {"pointer": "/0", "code": "wrong", "detail": "All of it."},
        {"pointer": "/0/a~1b~0c", "code": "invalid", "detail": "plain"},
    ]


def test_faults_are_refused_together_each_at_its_place() -> None:
    with pytest.raises(ValidationError) as refused:
        refuse(
            [
                (("a", 0), FieldError("one", "1")),
                (("a", 0), FieldError("two", "2")),
                ((), FieldError("three", "3")),
            ]
        )
    assert [(entry["pointer"], entry["code"]) for entry in flatten(refused.value.messages)] == [
        ("/a/0", "one"),
        ("/a/0", "two"),
        ("", "three"),
    ]


def test_no_faults_are_no_refusal() -> None:
    refuse([])


def test_a_token_of_a_pointer_is_escaped() -> None:
    assert escape("~/") == "~0~1"


def test_what_a_client_sent_is_cut_where_it_is_repeated() -> None:
    assert len(echo("x" * 1000)) < 80


def test_the_nearest_known_word_is_found_and_endless_ones_are_not_tried() -> None:
    assert nearest("titel", ["title", "kind"]) == "title"
    assert nearest("zzz", ["title"]) is None
    assert nearest("title" * 1000, ["title"]) is None
