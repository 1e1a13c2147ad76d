"""The rows and columns that a view declares of its answer."""

from __future__ import annotations

import pytest

from service.records.http.forms.view_tables import TableRows, ViewColumns
from service.records.links import RecordLink
from service.records.schemas.fields import Part, Parts, Text
from service.records.schemas.record_part import RecordPart

LINK = {"type": "summit", "id": "one", "self": "/v1/summits/one"}


class Evidence(RecordPart):
    record = Part(RecordLink, "Where.")
    pointer = Text("Which part.")


class Entry(RecordPart):
    state = Text("What.")
    rests_on = Parts(Evidence, "Why.")


class Day(RecordPart):
    day = Text("When.")
    changed = Parts(Entry, "What changed.")


class Days(RecordPart):
    about = Part(RecordLink, "What.")
    items = Parts(Day, "The days.")
    next_cursor = Text("Further.")


class DoubleNamed(RecordPart):
    state = Text("Of the whole.")
    entries = Parts(Entry, "The entries.")


def test_a_row_within_an_entry_repeats_it_and_an_entry_without_any_is_a_row() -> None:
    columns = ViewColumns(Days, TableRows(("items", "changed"), ("about",), ("rests_on",)))
    evidence = {"record": LINK, "pointer": "/steps/0", "citations": [{"source": "a"}, {"source": "b"}]}
    changed = [{"state": "gone", "rests_on": [evidence]}, {"state": "back", "rests_on": []}]
    answer = {
        "about": LINK,
        "items": [{"day": "first", "changed": changed}, {"day": "second", "changed": []}],
    }
    names = [each.name for each in columns.columns]
    rows = [dict(zip(names, row, strict=True)) for row in columns.rows(answer, "then")]
    assert [(row["about"], row["day"], row["state"], row["known_at"]) for row in rows] == [
        ("summits/one", "first", "gone", "then"),
        ("summits/one", "first", "back", "then"),
        ("summits/one", "second", None, "then"),
    ]
    assert [(row["record"], row["pointer"], row["sources"]) for row in rows] == [
        ("summits/one", "/steps/0", "a; b"),
        ("", "", ""),
        ("", "", ""),
    ]


def test_columns_of_one_name_are_refused_when_the_view_is_declared() -> None:
    with pytest.raises(ValueError, match="two columns have one name"):
        ViewColumns(DoubleNamed, TableRows(("entries",), ("state",)))
