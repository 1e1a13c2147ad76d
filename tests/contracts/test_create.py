"""POST: a record comes to be."""

from __future__ import annotations

import pytest

from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, nothing_stored


@pytest.mark.parametrize("path", factories.BODIES)
def test_post_answers_201_with_the_location_of_the_new_record(service: Api, path: str) -> None:
    service.furnish()
    answer = service.post(path, factories.BODIES[path](id="first"))
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/{path}/first"
    assert answer.json["self"] == answer.headers["Location"]
    assert service.get(answer.headers["Location"]).data == answer.data


def test_post_answers_with_the_tag_and_date_that_the_record_has(service: Api) -> None:
    answer = service.post("sources", factories.source(id="first"))
    read = service.get("sources/first")
    assert answer.headers["ETag"] == read.headers["ETag"]
    assert answer.headers["Last-Modified"] == read.headers["Last-Modified"]


@pytest.mark.parametrize(("path", "type_name"), factories.TYPES.items())
def test_a_new_record_has_what_the_server_sets(service: Api, path: str, type_name: str) -> None:
    made = service.make(path, id="first")
    assert list(made)[:5] == ["type", "id", "revision", "recorded_at", "self"]
    assert list(made)[-3:] == ["same_as", "claims", "note"]
    assert (made["type"], made["id"], made["revision"]) == (type_name, "first", 1)
    assert made["recorded_at"].endswith("Z")


def test_what_was_not_given_is_null_or_an_empty_list(service: Api) -> None:
    made = service.make("systems")
    assert made["note"] is None
    assert made["range_km"] is None
    assert made["aliases"] == made["same_as"] == made["claims"] == []


def test_dates_get_their_bounds_beside_them_at_any_depth(service: Api) -> None:
    target = {"date": "2018-07/.."}
    made = service.make("summits", date="2018-09~", steps=[factories.step("held", "2018", target=target)])
    assert (made["date_earliest"], made["date_latest"]) == ("2018-09-01", "2018-09-30")
    (step,) = made["steps"]
    assert (step["date_earliest"], step["date_latest"]) == ("2018-01-01", "2018-12-31")
    assert (step["target"]["date_earliest"], step["target"]["date_latest"]) == ("2018-07-01", None)


def test_an_id_that_exists_is_refused_with_409(service: Api) -> None:
    service.make("sources", id="taken")
    with nothing_stored(service):
        answer = service.post("sources", factories.source(id="taken", title="Another"))
        problem = assert_problem(answer, 409, "id-taken")
    assert problem["record"] == "/v1/sources/taken"
    assert "exists" in problem["detail"]


def test_an_id_that_was_deleted_is_refused_with_409(service: Api) -> None:
    service.make("sources", id="gone")
    service.remove("sources/gone")
    with nothing_stored(service):
        problem = assert_problem(service.post("sources", factories.source(id="gone")), 409, "id-taken")
    assert "deleted" in problem["detail"]


def test_an_id_is_unique_within_its_type_only(service: Api) -> None:
    service.make("sources", id="same")
    assert service.make("systems", id="same")["self"] == "/v1/systems/same"


def test_post_takes_no_query_parameters(service: Api) -> None:
    with nothing_stored(service):
        answer = service.post("sources?reason=none", factories.source(id="first"))
        assert_problem(answer, 400, "invalid-parameter")


def test_a_longest_body_of_longest_names_in_any_script_is_stored(service: Api) -> None:
    # Each letter takes the most bytes there are, none repeats: what an index of a database may refuse.
    letters = "".join(chr(code) for code in range(0x20000, 0x20000 + 600))
    name, alias = letters[:300], letters[300:]
    made = service.make("facilities", id="f" * 80, name=name, aliases=[{"name": alias}])
    assert service.read(made["self"])["aliases"][0]["name"] == alias
    assert service.ids("facilities", {"sort": "name"})[-1] == "f" * 80


def test_every_character_that_json_can_carry_comes_back_as_it_was_sent(service: Api) -> None:
    note = '\u0001 \t\n " \\ / \u2028 é é 정상회담 \U0001f1f0\U0001f1f5 \uffff'
    made = service.make("sources", id="odd", note=note)
    assert made["note"] == note
    assert service.read("sources/odd")["note"] == note
