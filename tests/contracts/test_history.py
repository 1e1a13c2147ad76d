"""The history of a record: who, when, which operation, and the JSON Patch from the revision before."""

from __future__ import annotations

import json
from typing import Any

import jsonpatch
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.records.reading import patch_between
from tests.contracts import factories as a
from tests.contracts.api import Api


@pytest.fixture
def life(service: Api) -> Api:
    """A summit of five revisions: created, updated twice, deleted with a reason, brought back."""
    service.make("summits", id="one")
    steps = [a.step("proposed", "2018-03-05"), a.step("accepted", "2018-03-08")]
    service.revise("summits/one", steps=steps, title="A meeting in May")
    parties = [a.party("Moon Jae-in", "KOR"), a.party("Kim Jong Un", "PRK"), a.party("Donald Trump", "USA")]
    service.revise("summits/one", parties=parties, place={"name": "Panmunjom"}, kind="summit")
    assert service.delete("summits/one", {"reason": "Entered twice."}, key="admin").status_code == 204
    assert service.put("summits/one", a.summit(title="Back")).status_code == 201
    return service


def test_a_history_lists_every_revision_newest_first(life: Api) -> None:
    page = life.read("summits/one/revisions")
    assert list(page) == ["items", "next_cursor"]
    assert [each["revision"] for each in page["items"]] == [5, 4, 3, 2, 1]
    operations = [each["operation"] for each in page["items"]]
    assert operations == ["created", "deleted", "updated", "updated", "created"]


def test_a_history_says_who_wrote_when_and_why(life: Api) -> None:
    entries = life.read("summits/one/revisions")["items"]
    assert [each["actor"] for each in entries] == ["write tester", "admin tester", *["write tester"] * 3]
    assert [each["reason"] for each in entries] == [None, "Entered twice.", None, None, None]
    instants = [each["recorded_at"] for each in entries]
    assert instants == sorted(instants, reverse=True)
    assert len(set(instants)) == 5
    assert instants[0] == life.read("summits/one")["recorded_at"]


def test_each_patch_applied_to_the_revision_before_gives_the_next_exactly(life: Api) -> None:
    entries = life.read("summits/one/revisions")["items"][::-1]
    document: Any = None
    for entry in entries:
        document = jsonpatch.apply_patch(document, entry["patch"])
        stored = life.read(entry["self"])["record"]
        assert document == stored
        if stored is not None:
            assert stored["revision"] == entry["revision"]
    assert document == life.read("summits/one")


def test_a_revision_has_its_entry_of_the_history_and_the_record_as_it_stood(life: Api) -> None:
    entries = life.read("summits/one/revisions")["items"]
    for entry in entries:
        revision = life.read(f"summits/one/revisions/{entry['revision']}")
        record = revision.pop("record")
        assert revision == entry
        if entry["operation"] == "deleted":
            assert record is None
        else:
            assert record["recorded_at"] == entry["recorded_at"]
            assert record == life.read("summits/one", {"known_at": entry["recorded_at"]})


def test_the_history_of_a_deleted_record_stays_readable(service: Api) -> None:
    made = service.make("systems", id="gone")
    service.remove("systems/gone")
    assert len(service.read("systems/gone/revisions")["items"]) == 2
    assert service.read("systems/gone/revisions/1")["record"] == made


def test_a_history_is_paged_and_its_patches_are_the_same_on_any_page(life: Api) -> None:
    whole = life.items("summits/one/revisions")
    for limit in (1, 2, 3, 5):
        assert life.items("summits/one/revisions", {"limit": limit}) == whole
    first = life.get("summits/one/revisions?limit=2")
    assert 'rel="next"' in first.headers["Link"]
    assert "limit=2" in first.headers["Link"]


@pytest.mark.parametrize("number", ["0", "6", "-1", "x", "1.0", "01x", "9" * 10, "9" * 30, "%C2%B2"])
def test_a_revision_that_never_was_is_not_found(life: Api, number: str) -> None:
    answer = life.get(f"summits/one/revisions/{number}")
    assert answer.status_code == 404, answer.text
    assert answer.content_type == "application/problem+json"


def test_a_record_that_never_was_has_no_history(service: Api) -> None:
    assert service.get("summits/nobody/revisions").status_code == 404
    assert service.get("summits/nobody/revisions/1").status_code == 404
    assert service.get("summits/Not_A_Slug/revisions").status_code == 404


def test_records_of_two_types_with_one_id_have_each_its_own_history(service: Api) -> None:
    service.make("systems", id="same")
    service.make("parades", id="same")
    service.revise("parades/same", note="Revised.")
    assert len(service.read("systems/same/revisions")["items"]) == 1
    assert len(service.read("parades/same/revisions")["items"]) == 2


def test_a_write_that_changes_nothing_makes_no_revision(service: Api) -> None:
    service.make("systems", id="one")
    service.revise("systems/one")
    service.revise("systems/one", name="Hwasong-1")
    assert len(service.read("systems/one/revisions")["items"]) == 1


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 2)
    | st.sampled_from((0.0, 1.0, 1.5, "", "a", "a/b", "~", "0")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(("a", "b", "a/b", "~0", "", "0", "-")), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(st.sampled_from("abc"), VALUES), st.dictionaries(st.sampled_from("abc"), VALUES))
def test_a_patch_between_any_two_documents_gives_the_second_exactly(before: Any, after: Any) -> None:
    patch = patch_between(json.dumps(before), json.dumps(after))
    patched = jsonpatch.apply_patch(before, json.loads(json.dumps(patch)))
    # JSON tells true from 1, Python does not.
    assert json.dumps(patched, sort_keys=True) == json.dumps(after, sort_keys=True)
