"""The status of a facility, and its history, over HTTP."""

from datetime import UTC, datetime
from typing import Any

import pytest

from service.facilities.answers import FacilityStatus, FacilityStatusHistory
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.factories import citation, finding

STATUS = "facilities/sohae/status"
A_STATUS = f"facilities/{factories.FACILITY}/status"
STRUCTURE = "rail-mounted-structure"


def entry(status: Any, component: str | None, aspect: str = "integrity") -> Any:
    (found,) = [
        each for each in status["components"] if (each["component"], each["aspect"]) == (component, aspect)
    ]
    return found


def states(status: Any, aspect: str = "integrity") -> dict[str, str]:
    return {each["component"]: each["state"] for each in status["components"] if each["aspect"] == aspect}


def observe(service: Api, record_id: str, date: str, *states: str, **more: Any) -> Any:
    return service.make(
        "observations", id=record_id, date=date, findings=[finding(each) for each in states], **more
    )


# --------------------------------------------------------------------------- the second question of the seed set


def test_on_the_21st_the_structure_is_being_dismantled_and_moved(seeded: Api) -> None:
    status = seeded.read(STATUS, {"as_of": "2018-07-21"})
    assert states(status) == {
        STRUCTURE: "partially_dismantled",
        "engine-test-stand": "unknown",
        "fuel-oxidizer-bunkers": "intact",
        "main-processing-building": "intact",
        "gantry-tower": "intact",
        "rail-transfer-point": "unknown",
        "launch-pad": "unknown",
    }
    assert states(status, "position") == {STRUCTURE: "relocated"}
    assert entry(status, STRUCTURE)["since"] == "2018-07-20"
    assert (status["trend"], status["last_observed"], status["days_since_observed"]) == (
        "dismantling",
        "2018-07-20",
        1,
    )
    assert status["counts"] == {"intact": 3, "partially_dismantled": 1, "unknown": 3, "relocated": 1}
    (moved,) = entry(status, STRUCTURE, "position")["rests_on"]
    assert (moved["record"]["id"], moved["pointer"]) == ("sohae-2018-07-20", "/findings/0")
    assert "moved to the middle of the pad" in moved["citations"][0]["quote"]


def test_in_september_the_test_stand_is_too(seeded: Api) -> None:
    status = seeded.read(STATUS, {"as_of": "2018-09-10"})
    assert states(status)["engine-test-stand"] == "partially_dismantled"
    assert (status["trend"], status["last_observed"]) == ("dismantling", "2018-07-22")
    assert status["last_change"]["date"] == "2018-07-22"
    structure = entry(status, STRUCTURE)
    assert (structure["since"], structure["last_observed"]) == ("2018-07-20", "2018-07-22")
    assert structure["since_rests_on"]["id"] == "sohae-2018-07-20"
    assert status["days_since_observed"] == 50


def test_before_the_images_everything_is_unknown(seeded: Api) -> None:
    status = seeded.read(STATUS, {"as_of": "2018-07-19"})
    assert set(states(status).values()) == {"unknown"}
    assert (status["trend"], status["last_change"], status["last_observed"]) == ("unknown", None, None)


def test_every_statement_leads_to_a_quoted_source(seeded: Api) -> None:
    status = seeded.read(STATUS)
    for found in status["components"]:
        for rests_on in found["rests_on"]:
            record = seeded.read(rests_on["record"]["self"])
            place = record
            for step in rests_on["pointer"].split("/")[1:]:
                place = place[int(step) if isinstance(place, list) else step]
            assert (place["state"], place["component"]) == (found["state"], found["component"])
            for cited in rests_on["citations"]:
                assert cited in record["citations"]
                assert cited["quote"]
                assert seeded.get(f"sources/{cited['source']}").status_code == 200


@pytest.mark.parametrize("query", [{}, {"as_of": "2018-07-21"}, {"published_until": "2018-01-01"}])
def test_answers_have_the_members_that_are_described(seeded: Api, query: dict[str, str]) -> None:
    assert set(seeded.read(STATUS, query)) == set(FacilityStatus().fields)
    assert set(seeded.read(f"{STATUS}/history", query)) == set(FacilityStatusHistory().fields)


def test_the_history_of_the_seed_set(seeded: Api) -> None:
    history = seeded.read(f"{STATUS}/history")
    assert [(each["date"], len(each["changed"])) for each in history["items"]] == [
        ("2018-07-20", 5),
        ("2018-07-22", 1),
    ]
    last = history["items"][-1]
    status = seeded.read(last["status"])
    assert (last["trend"], last["counts"]) == (status["trend"], status["counts"])
    for changed in last["changed"]:
        before = changed.pop("before")
        assert before == ["unknown"]
        assert changed in status["components"]


# --------------------------------------------------------------------------- clocks


def test_what_was_public_in_september_and_in_october(service: Api) -> None:
    for month in ("07", "10"):
        service.create("sources", factories.source(id=f"m{month}", published=f"2018-{month}-10"))
    observe(service, "first", "2018-07-22", "intact", citations=[citation("m07")])
    supersedes = [{"observation": "first", "relation": "supersedes", "components": [factories.COMPONENT]}]
    observe(service, "again", "2018-07-22", "modified", related=supersedes, citations=[citation("m10")])
    in_september = service.read(A_STATUS, {"published_until": "2018-09-10"})
    in_october = service.read(A_STATUS, {"published_until": "2018-10-10"})
    assert [states(each)[factories.COMPONENT] for each in (in_september, in_october)] == [
        "intact",
        "modified",
    ]
    assert in_september["left_out"]["observations"] == []
    (left_out,) = in_october["left_out"]["observations"]
    assert (left_out["record"]["id"], left_out["by"]["id"]) == ("first", "again")
    assert (left_out["pointer"], left_out["citations"][0]["source"]) == ("/related/0", "m10")
    assert service.read(A_STATUS)["left_out"]["superseded"] == 1


def test_what_the_service_held_at_an_instant(service: Api) -> None:
    first = observe(service, "first", "2018-07-20", "intact")
    observe(service, "second", "2018-07-21", "damaged")
    service.revise("observations/second", findings=[finding("destroyed")])
    service.remove("observations/second", reason="a mistake")
    then = service.read(A_STATUS, {"known_at": first["recorded_at"]})
    assert states(then) == states(service.read(A_STATUS)) == {factories.COMPONENT: "intact"}
    between = [each["recorded_at"] for each in service.items("observations/second/revisions")]
    found = [states(service.read(A_STATUS, {"known_at": each}))[factories.COMPONENT] for each in between]
    assert found == ["intact", "destroyed", "damaged"]


def test_days_are_counted_to_as_of_else_to_the_day_of_known_at_or_today(service: Api) -> None:
    made = observe(service, "first", "2018-07-20", "intact")
    today = datetime.now(UTC).date()
    clocks = {"known_at": made["recorded_at"]}
    assert service.read(A_STATUS, clocks)["reference_date"] == made["recorded_at"][:10]
    clocks["published_until"] = "2018-07-25"
    assert service.read(A_STATUS, clocks)["reference_date"] == made["recorded_at"][:10]
    clocks["as_of"] = "2018-07-23"
    assert service.read(A_STATUS, clocks)["days_since_observed"] == 3
    assert service.read(A_STATUS)["reference_date"] in (
        today.isoformat(),
        datetime.now(UTC).date().isoformat(),
    )


def test_competing_states_are_all_listed(service: Api) -> None:
    observe(service, "one", "2018-07-22", "intact")
    observe(service, "other", "2018-07-22", "damaged")
    found = entry(service.read(A_STATUS), factories.COMPONENT)
    assert (found["state"], found["since"], found["rests_on"]) == (None, None, [])
    assert [(each["state"], each["record"]["id"]) for each in found["conflicts"]] == [
        ("damaged", "other"),
        ("intact", "one"),
    ]


# --------------------------------------------------------------------------- HTTP


@pytest.mark.parametrize("view", ["status", "status/history"])
def test_no_facility_no_status(service: Api, view: str) -> None:
    assert service.get(f"facilities/nowhere/{view}").status_code == 404
    assert service.get(f"facilities/No%00where/{view}").status_code == 404
    made = service.make("facilities", id="gone")
    service.remove("facilities/gone")
    answer = service.get(f"facilities/gone/{view}")
    assert (answer.status_code, answer.json["last_revision"]) == (410, "/v1/facilities/gone/revisions/1")
    assert service.get(f"facilities/gone/{view}", {"known_at": made["recorded_at"]}).status_code == 200
    assert service.get(f"facilities/gone/{view}", {"known_at": "2018-01-01T00:00:00Z"}).status_code == 404


@pytest.mark.parametrize("view", ["status", "status/history"])
@pytest.mark.parametrize(
    "query",
    [
        {"as_of": "2999-01-01"},
        {"published_until": "2999-01-01"},
        {"known_at": "2999-01-01T00:00:00Z"},
        {"as_of": "2018-02-30"},
        {"as_off": "2018-07-21"},
        {"fields": "trends"},
    ],
)
def test_a_clock_that_is_malformed_or_in_the_future_is_refused(
    seeded: Api, view: str, query: dict[str, str]
) -> None:
    answer = seeded.get(f"facilities/sohae/{view}", query)
    (name,) = query
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (400, name)


def test_answers_are_tagged_by_their_content(seeded: Api) -> None:
    answer = seeded.get(STATUS, {"as_of": "2018-09-10"})
    again = seeded.get(STATUS, {"as_of": "2018-09-10"}, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert seeded.options(STATUS).headers["Allow"] == "GET, HEAD, OPTIONS"


def test_the_history_comes_in_pages(service: Api) -> None:
    for number in range(5):
        observe(service, f"o-{number}", f"2018-07-{number + 10}", "damaged" if number % 2 else "intact")
    path = f"{A_STATUS}/history"
    pages = list(service.pages(path, {"limit": 2}))
    assert [len(page["items"]) for page in pages] == [2, 2, 1]
    assert [item for page in pages for item in page["items"]] == service.read(path)["items"]
    assert 'rel="next"' in service.get(path, {"limit": 2}).headers["Link"]
    other = service.get(path, {"cursor": pages[0]["next_cursor"], "as_of": "2018-07-12"})
    assert other.status_code == 400


def test_more_is_left_out_than_is_told(service: Api) -> None:
    service.furnish()
    related = [{"observation": f"o-{number}", "relation": "retracts"} for number in range(60)]
    for number in range(60):
        observe(service, f"o-{number}", "2018-07-20", "intact")
    observe(service, "last", "2018-07-21", "damaged", related=related)
    left_out = service.read(A_STATUS)["left_out"]
    assert (left_out["retracted"], len(left_out["observations"])) == (60, 20)
