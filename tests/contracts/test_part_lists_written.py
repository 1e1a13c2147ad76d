"""Lists of parts while the record is written: clocks, history, paging amid writes, shapes, what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem

TODAY_HAS_COME, NEVER_COMES = "2018-06-01", "2999-01-01"


def places(service: Api, name: str, **query: Any) -> list[str]:
    return [f"{row['record']['id']}{row['pointer']}" for row in service.items(name, query)]


@pytest.fixture
def told(service: Api) -> Api:
    """A summit with steps of three sources, of which the last appeared late."""
    service.furnish()
    service.create("sources", a.source(id="early", published="2018-03-09"))
    service.create("sources", a.source(id="late", published="2019-01-01"))
    service.make(
        "summits",
        id="meeting",
        steps=[
            a.step("proposed", "2018-03-08", citations=[a.citation("early")]),
            a.step("accepted", "2018-04", citations=[a.citation("late")]),
            a.step("scheduled", NEVER_COMES),
        ],
    )
    return service


def test_a_step_counts_once_its_latest_day_has_come_as_for_the_status_of_its_summit(told: Api) -> None:
    assert places(told, "steps") == ["meeting/steps/1", "meeting/steps/0"]
    assert places(told, "steps", as_of="2018-04-29") == ["meeting/steps/0"]
    assert places(told, "steps", as_of="2018-04-30") == ["meeting/steps/1", "meeting/steps/0"]
    assert places(told, "steps", as_of="2018-03-07", sort="id") == []
    left_out = [
        told.read("steps", {"as_of": day})["left_out"]["not_yet"] for day in ("2018-03-07", "2018-04-30")
    ]
    assert left_out == [3, 1]
    assert told.read("steps")["left_out"] == {"not_yet": 1, "not_public": 0}


@pytest.mark.parametrize("sort", ["date", "-id"])
def test_what_no_source_had_told_of_is_left_out_and_counted(told: Api, sort: str) -> None:
    assert places(told, "steps", published_until="2018-12-31", sort=sort) == ["meeting/steps/0"]
    page = told.read("steps", {"published_until": "2018-12-31", "sort": sort})
    assert page["left_out"] == {"not_yet": 1, "not_public": 1}
    assert told.read("steps", {"published_until": "2019-01-01"})["left_out"]["not_public"] == 0
    narrowed = told.read("steps", {"published_until": "2018-12-31", "status": "proposed", "sort": sort})
    assert narrowed["left_out"] == {"not_yet": 0, "not_public": 0}


def test_a_row_shows_the_citations_that_were_public(told: Api) -> None:
    both = [a.citation("early"), a.citation("late")]
    told.make("observations", id="seen", date="2018-02", citations=both)
    (row,) = told.items("findings", {"published_until": "2018-03-09"})
    assert [each["source"] for each in row["citations"]] == ["early"]
    assert row["cited_by"] == "record"


def test_a_claim_is_public_by_its_own_source_whatever_its_record_cites(told: Api) -> None:
    claim = {"statement": "It was.", "by": a.party("Bolton"), "citations": [a.citation("early")]}
    told.make("communications", id="said", citations=[a.citation("late")], claims=[claim])
    assert places(told, "claims", published_until="2018-03-09") == ["said/claims/0"]
    assert places(told, "claims", published_until="2018-03-08") == []
    assert told.read("claims", {"published_until": "2018-03-08"})["left_out"]["not_public"] == 1


def test_known_at_lists_the_parts_as_they_were_held(told: Api) -> None:
    before = told.read("summits/meeting")["recorded_at"]
    held = told.items("steps", {"known_at": before, "as_of": "2018-12-31"})
    told.revise("summits/meeting", steps=[a.step("declined", "2018-05-01")])
    assert places(told, "steps", status="declined") == ["meeting/steps/0"]
    assert places(told, "steps", status="proposed") == []
    assert told.items("steps", {"known_at": before, "as_of": "2018-12-31"}) == held
    assert places(told, "steps", status="proposed", known_at=before) == ["meeting/steps/0"]
    told.remove("summits/meeting")
    assert places(told, "steps") == []
    assert told.items("steps", {"known_at": before, "as_of": "2018-12-31"}) == held


def test_a_state_of_two_aspects_is_found_in_the_one_that_is_asked_for(service: Api) -> None:
    idle, unknown = a.finding("idle", aspect="activity"), a.finding("unknown", None, aspect="activity")
    service.make("observations", id="one", findings=[a.finding("unknown"), idle])
    service.make("observations", id="two", findings=[a.finding("intact"), unknown])
    assert places(service, "findings", state="unknown") == ["two/findings/1", "one/findings/0"]
    assert places(service, "findings", state="unknown", aspect="activity") == ["two/findings/1"]
    assert places(service, "findings", state="unknown", aspect="integrity") == ["one/findings/0"]
    assert places(service, "findings", aspect="activity") == ["two/findings/1", "one/findings/1"]
    assert places(service, "findings", aspect="activity", component=a.COMPONENT) == ["one/findings/1"]
    assert places(service, "findings", aspect="position") == []
    assert places(service, "findings", aspect="position", state="intact") == []


def test_a_category_is_that_of_the_system_and_follows_it(service: Api) -> None:
    shown = [
        {"system": a.SYSTEM, "presence": "displayed"},
        {"category": "icbm", "presence": "absent", "basis": "stated"},
    ]
    service.make("parades", id="parade", appearances=shown)
    assert [row["category"] for row in service.items("appearances")] == ["srbm", "icbm"]
    assert places(service, "appearances", category="srbm") == ["parade/appearances/0"]
    service.revise(f"systems/{a.SYSTEM}", category="icbm")
    assert places(service, "appearances", category="icbm") == ["parade/appearances/0", "parade/appearances/1"]
    assert places(service, "appearances", category="icbm", presence="displayed") == ["parade/appearances/0"]
    assert places(service, "appearances", category="srbm") == []


def test_an_undated_record_has_rows_without_a_date_first_of_all_in_order_of_date(service: Api) -> None:
    claim = {"statement": "It is.", "by": a.party("Bolton"), "citations": [a.citation()]}
    service.make("facilities", id="site", claims=[claim])
    service.make("communications", id="letter", claims=[claim])
    service.make("sources", id="undated", published=None, retrieved_on="2020-01-01", claims=[claim])
    undated = ["site/claims/0", "undated/claims/0"]
    assert places(service, "claims", sort="date") == [*undated, "letter/claims/0"]
    for limit in (1, 2):
        assert places(service, "claims", limit=limit) == ["letter/claims/0", *reversed(undated)]
    rows = {row["record"]["id"]: row["date"] for row in service.items("claims")}
    assert rows == {"site": None, "undated": None, "letter": "2018-03-01"}
    assert places(service, "claims", **{"from": "1900-01-01"}) == ["letter/claims/0"]


@pytest.mark.parametrize("limit", [1, 2, 5])
@pytest.mark.parametrize("sort", ["date", "-date", "id", "-id"])
@pytest.mark.parametrize("name", ["steps", "findings"])
def test_a_walk_neither_skips_nor_repeats_what_was_there_while_others_write(
    service: Api, name: str, sort: str, limit: int
) -> None:
    dates = ("2018-02-08", "2018-02-08", "2018-09-09")

    def make(record_id: str, number: int) -> None:
        if name == "steps":
            steps = [a.step("proposed", "2018-02-08"), a.step("accepted", dates[number % 3])]
            service.make("summits", id=record_id, steps=steps)
        else:
            found = [a.finding("intact"), a.finding("unknown", None), a.finding("modified", None)]
            service.make("observations", id=record_id, date=dates[number % 3], findings=found)

    for number in range(4):
        make(f"m-{number}", number)
    before = places(service, name, sort=sort)
    seen: list[str] = []
    for number, page in enumerate(service.pages(name, {"sort": sort, "limit": limit})):
        seen += [f"{row['record']['id']}{row['pointer']}" for row in page["items"]]
        if number < 4:
            make(f"a-{number}", number)
            make(f"m-1{number}", number)
            make(f"z-{number}", number)
    assert len(seen) == len(set(seen))
    assert [each for each in seen if each in before] == before


def test_paging_goes_on_from_a_record_that_was_deleted_meanwhile(service: Api) -> None:
    for number in range(3):
        service.make(
            "observations", id=f"seen-{number}", findings=[a.finding("intact"), a.finding("unknown", None)]
        )
    before = places(service, "findings")
    first = service.read("findings", {"limit": 3})
    service.remove(f"observations/{first['items'][-1]['record']['id']}")
    rest = places(service, "findings", cursor=first["next_cursor"])
    assert rest == before[4:]


def test_fields_and_expand_shape_rows(told: Api) -> None:
    told.make("observations", id="seen")
    (row,) = told.items("findings", {"fields": "state,record.id", "limit": 1})
    assert row == {"state": "intact", "record": {"id": "seen"}}
    (row,) = told.items("findings", {"expand": "facility,citations.source,record"})
    assert row["facility"] == told.read(f"facilities/{a.FACILITY}")
    assert row["record"] == told.read("observations/seen")
    assert row["citations"][0]["source"] == told.read(f"sources/{a.SOURCE}")


def test_the_index_leads_to_every_list_of_parts(told: Api) -> None:
    links = told.read("/v1")["links"]
    for name in ("steps", "appearances", "findings", "claims"):
        assert links[name] == f"/v1/{name}"


REFUSED = (
    ("findings", {"state": "destroid"}, "state", "Did you mean 'destroyed'?"),
    ("findings", {"stat": "intact"}, "stat", "Did you mean 'state'?"),
    ("findings", {"facility": "a-facilty"}, "facility", "Did you mean 'a-facility'?"),
    ("findings", {"component": "a-bulding"}, "component", "Did you mean 'a-building'?"),
    ("findings", {"source": "a-sorce"}, "source", "Did you mean 'a-source'?"),
    ("findings", {"fields": "stat"}, "fields", "Did you mean 'state'?"),
    ("findings", {"expand": "state"}, "expand", "The references are"),
    ("findings", {"from": "2018-02-01", "to": "2018-01-01"}, "to", "Must not be before from=2018-02-01."),
    ("findings", {"as_of": "2999-01-01"}, "as_of", "Must not be in the future"),
    ("claims", {"type": "sumit"}, "type", "Did you mean 'summit'?"),
    ("claims", {"stance": "denie"}, "stance", "Did you mean 'denies'?"),
    ("claims", {"by": "*"}, "by", "Must hold at least one letter or digit."),
    ("claims", {"by": "b*lton"}, "by", "'*' may only end a word"),
    ("claims", {"about": "//"}, "about", "Must be a JSON Pointer"),
    ("claims", {"about": "--"}, "about", "Must hold at least one letter or digit."),
    ("appearances", {"system": "a-sytem"}, "system", "Did you mean 'a-system'?"),
    ("steps", {"sort": "name"}, "sort", ""),
)


@pytest.mark.parametrize(("name", "query", "parameter", "hint"), REFUSED, ids=str)
def test_what_a_list_of_parts_cannot_answer_is_refused_with_a_hint(
    told: Api, name: str, query: dict[str, str], parameter: str, hint: str
) -> None:
    problem = assert_problem(told.get(name, query), 400, "invalid-parameter")
    (error,) = problem["errors"]
    assert error["parameter"] == parameter
    assert hint in error["detail"]
    assert hint in problem["detail"]


def test_a_cursor_of_another_list_or_of_other_filters_is_refused(told: Api) -> None:
    told.make("observations", id="seen", findings=[a.finding("intact"), a.finding("unknown", None)])
    cursor = told.read("steps", {"limit": 1})["next_cursor"]
    assert_problem(told.get("findings", {"cursor": cursor}), 400, "invalid-cursor")
    assert_problem(told.get("steps", {"cursor": cursor, "status": "proposed"}), 400, "invalid-cursor")
    assert told.get("steps", {"cursor": cursor, "limit": 7}).status_code == 200
