"""Parties that are actors of the record: found by any name of the actor, by its id, and kept whole with it."""

from __future__ import annotations

import json

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.refusals import assert_problem, faults

CHOE = [{"name": "최선희", "language": "ko"}, {"name": "Choe Sun-hui", "language": "en"}]


def fill(service: Api) -> None:
    """Choe as the party to a summit, sender and receiver of messages, and guest; a namesake who is no actor."""
    service.make("actors", id="choe-son-hui", aliases=CHOE)
    service.make("actors", id="kim-jong-un", name="Kim Jong Un")
    choe = a.party("Vice Minister Choe", "PRK", actor="choe-son-hui")
    kim = a.party("Kim Jong Un", "PRK", actor="kim-jong-un")
    step = a.step("held", "2018-04-27", by=kim)
    service.make("summits", id="talks", parties=[choe, a.party("Donald Trump", "USA")], steps=[step])
    service.make("summits", id="others")
    service.make("communications", id="sent", **{"from": choe, "to": kim})
    service.make("communications", id="received", **{"from": kim, "to": choe, "date": "2018-03-02"})
    service.make("communications", id="namesake", **{"from": a.party("Choe Son Hui", "PRK")})
    service.make("parades", id="attended", leader={"party": kim}, attendees=[choe])
    service.make("parades", id="led", leader={"party": kim}, date="2018-09-09")


@pytest.fixture(scope="module")
def record(shared: Api) -> Api:
    fill(shared)
    return shared


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("party=choe", {"sent", "received", "namesake"}),
        ("party=hui+son+CHOE", {"sent", "received", "namesake"}),
        ("party=choe+sun-hui", {"sent", "received"}),
        ("party=sunhui", {"sent", "received"}),
        ("party=최선희", {"sent", "received"}),
        ("party=최*", {"sent", "received"}),
        ("party=cho*+su*", {"sent", "received"}),
        ("party=vice+minister", {"sent", "received"}),
        ("party=minister+hui", set()),
        ("party=nobody", set()),
        ("party=jong+un", {"sent", "received"}),
        ("actor=choe-son-hui", {"sent", "received"}),
        ("actor=choe-son-hui&party=최선희", {"sent", "received"}),
        ("party=최선희&from=2018-03-02", {"received"}),
        ("party=choe+sun-hui&q=asks&sort=id", {"sent", "received"}),
    ],
)
def test_communications_are_found_by_the_names_of_sender_and_receiver(
    record: Api, query: str, found: set[str]
) -> None:
    page = record.read(f"communications?{query}&count=true")
    assert ({each["id"] for each in page["items"]}, page["total"]) == (found, len(found))


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("summits", "party=최선희", {"talks"}),
        ("summits", "party=choe+sun-hui&status=held&as_of=2018-05-01", {"talks"}),
        ("summits", "party=최선희&published_until=2018-12-31", {"talks"}),
        ("summits", "actor=choe-son-hui", {"talks"}),
        ("summits", "actor=choe-son-hui,kim-jong-un", {"talks"}),
        # Who took a step is no party to the meeting.
        ("summits", "actor=kim-jong-un", set()),
        ("parades", "actor=choe-son-hui", {"attended"}),
        ("parades", "actor=kim-jong-un", {"attended", "led"}),
        ("actors", "name=최선희", {"choe-son-hui"}),
        ("actors", "name=kim", {"kim-jong-un"}),
        ("actors", "kind=person&country=PRK", {"choe-son-hui", "kim-jong-un"}),
        ("actors", "q=sun-hui", {"choe-son-hui"}),
    ],
)
def test_lists_are_filtered_by_actor(record: Api, path: str, query: str, found: set[str]) -> None:
    assert set(record.ids(f"{path}?{query}")) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=choe-son-hui", {"talks", "sent", "received", "attended"}),
        ("actor=kim-jong-un", {"talks", "sent", "received", "attended", "led"}),
        ("actor=choe-son-hui&kind=summit_step", {"talks"}),
        ("actor=choe-son-hui&kind=observation", set()),
        ("actor=choe-son-hui&country=USA", {"talks"}),
    ],
)
def test_the_timeline_is_filtered_by_actor(record: Api, query: str, found: set[str]) -> None:
    entries = record.read(f"timeline?{query}")["items"]
    assert {each["record"]["id"] for each in entries} == found


def test_parties_inline_their_actors(record: Api) -> None:
    talks = record.read("summits/talks", {"expand": "parties.actor"})
    assert [party["actor"] and party["actor"]["name"] for party in talks["parties"]] == ["Choe Son Hui", None]


@pytest.mark.parametrize("path", ["summits", "communications", "parades", "timeline"])
def test_an_actor_that_there_never_was_is_refused_with_the_nearest_one(record: Api, path: str) -> None:
    problem = assert_problem(record.get(path, {"actor": "choe-sun-hui"}), 400, "invalid-parameter")
    assert "There never was an actor 'choe-sun-hui'. Did you mean 'choe-son-hui'?" in problem["detail"]


def test_a_party_names_an_actor_that_there_is(record: Api) -> None:
    parties = [a.party("Choe", actor="choe"), a.party("Kim Jong Un", actor="kim-jong-un")]
    answer = record.post("summits", a.summit(parties=parties))
    assert faults(answer) == {("/parties/0/actor", "unknown_reference")}


def test_an_actor_that_a_party_names_is_not_deleted(record: Api) -> None:
    problem = assert_problem(record.delete("actors/choe-son-hui"), 409, "record-referenced")
    assert {each["self"] for each in problem["referenced_by"]} >= {
        "/v1/summits/talks",
        "/v1/parades/attended",
    }


def test_a_renamed_actor_is_found_by_its_new_name_and_in_the_past_by_its_old_one(service: Api) -> None:
    fill(service)
    before = service.read("parades/led")["recorded_at"]
    service.revise("actors/choe-son-hui", name="Choi Sunny", aliases=[])
    for path, found in (("communications", {"sent", "received"}), ("summits", {"talks"})):
        assert set(service.ids(path, {"party": "sunny"})) == found
        assert service.ids(path, {"party": "최선희"}) == []
        assert set(service.ids(path, {"party": "최선희", "known_at": before})) == found
        assert service.ids(path, {"party": "sunny", "known_at": before}) == []


def test_the_feed_is_filtered_by_the_names_of_actors(service: Api) -> None:
    fill(service)
    entries = service.read("changes", {"party": "최선희"})["items"]
    assert [each["id"] for each in entries] == ["talks", "sent", "received"]
    service.revise("communications/sent", **{"from": a.party("Unnamed officials")})
    last = service.read("changes", {"party": "최선희"})["items"][-1]
    assert (last["id"], last["operation"]) == ("sent", "updated")


def test_every_actor_of_a_name_counts_however_many_there_are(service: Api) -> None:
    service.furnish()
    names = [f"Kim {number}" for number in range(601)]
    lines = [{"type": "actor", **a.actor(id=f"kim-{number}", name=name)} for number, name in enumerate(names)]
    body = "\n".join(map(json.dumps, lines)).encode()
    assert service.post("import", body, content_type="application/x-ndjson").status_code == 200
    service.make("communications", id="sent", **{"from": a.party("A delegate", actor="kim-600")})
    service.make("communications", id="another", **{"from": a.party("Lee")})
    for words in ("kim", "kim 600", "600 kim", "ki*"):
        assert service.ids("communications", {"party": words}) == ["sent"], words
    assert service.ids("communications", {"party": "lee"}) == ["another"]
