"""Differences between two documents: where, and what stands there in each."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonpointer import resolve_pointer

from service.records.differences import differences

SCALARS = st.none() | st.booleans() | st.integers(-1, 1) | st.sampled_from(("", "a", "a/b", "~"))
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(("a", "a/b", "~0", "id")), inner, max_size=3)
    ),
    max_leaves=10,
)
DOCUMENTS = st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)


def found(old: Any, new: Any) -> list[tuple[str, Any, Any]]:
    return [tuple(each) for each in differences(old, new)]


def written(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def test_each_member_that_differs_is_told_with_both_values() -> None:
    old = {"title": "A", "place": {"name": "X", "country": "SGP"}, "note": None}
    new = {"title": "B", "place": {"name": "Y", "country": "SGP"}, "note": None}
    assert found(old, new) == [("/title", "A", "B"), ("/place/name", "X", "Y")]


def test_what_was_inserted_into_a_list_is_one_difference() -> None:
    old = {"steps": [{"date": "1"}, {"date": "3"}]}
    new = {"steps": [{"date": "1"}, {"date": "2"}, {"date": "3"}]}
    assert found(old, new) == [("/steps/1", None, {"date": "2"})]
    assert found(new, old) == [("/steps/1", {"date": "2"}, None)]


def test_items_with_an_id_are_matched_by_it() -> None:
    old = {"claims": [{"id": "a", "by": 1}, {"id": "b", "by": 2}]}
    new = {"claims": [{"id": "b", "by": 3}, {"id": "c", "by": 4}]}
    assert found(old, new) == [
        ("/claims/0/by", 2, 3),
        ("/claims/1", None, {"id": "c", "by": 4}),
        ("/claims/0", {"id": "a", "by": 1}, None),
    ]


def test_items_that_share_an_id_are_matched_by_their_places() -> None:
    old = [{"id": "a", "type": "x"}, {"id": "a", "type": "y"}]
    assert found(old, [*old, {"id": "a", "type": "z"}]) == [("/2", None, {"id": "a", "type": "z"})]


def test_true_is_not_one() -> None:
    assert found({"a": True, "b": [0]}, {"a": 1, "b": [False]}) == [("/a", True, 1), ("/b/0", 0, False)]


def test_a_document_and_none_differ_as_a_whole() -> None:
    assert found(None, {"a": 1}) == [("", None, {"a": 1})]
    assert found(None, None) == []


def test_long_lists_are_compared_in_time_that_grows_with_them() -> None:
    calls = [0]

    class Counted(str):
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            calls[0] += 1
            return str.__eq__(self, other)

    old, new = ([Counted("same")] * 5_000 for _ in range(2))
    assert found([*old, "x"], ["y", *new]) == [("/0", "same", "y"), ("/5000", "x", "same")]
    assert calls[0] < 100_000


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(DOCUMENTS, DOCUMENTS)
def test_differences_are_of_what_stands_at_their_places(old: Any, new: Any) -> None:
    there = found(old, new)
    assert bool(there) == (written(old) != written(new))
    for pointer, one, other in there:
        assert written(one) != written(other) or one is None
        if other is not None:
            assert written(resolve_pointer(new, pointer)) == written(other)
    back = sorted((written(two), written(one)) for _, one, two in there)
    assert back == sorted((written(one), written(two)) for _, one, two in found(new, old))
