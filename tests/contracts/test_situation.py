"""The state of play over HTTP: the first question of the seed set, each clock, harder stories."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from service.situation.answers import Situation
from tests.bodies import without_bounds
from tests.contracts import factories
from tests.contracts.api import Api
from tests.contracts.factories import citation, finding, party, step

THEN = {"as_of": "2018-09-10"}
PUBLISHERS = {"38 North", "New York Times", "White House"}
LETTER, BRIEFING = "kim-jong-un-letter-second-meeting", "white-house-press-briefing-2018-09-10"


def situation(api: Api, **clocks: str) -> Any:
    return api.read("situation", clocks)


def held(answer: Any) -> str | None:
    return answer["last_summit_held"] and answer["last_summit_held"]["record"]["id"]


def preparing(answer: Any) -> dict[str, str]:
    return {each["record"]["id"]: each["status"] for each in answer["summits_in_preparation"]}


def communications(answer: Any) -> list[str]:
    return [each["record"]["id"] for each in answer["latest_communications"]]


def parades(answer: Any) -> tuple[str | None, str | None]:
    last = answer["last_parade"] or {"parade": None, "with": None}
    one, other = (last[each] and last[each]["id"] for each in ("parade", "with"))
    return one, other


def objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from objects(each)


def at(record: Any, pointer: str) -> Any:
    for name in pointer.split("/")[1:]:
        record = record[int(name) if isinstance(record, list) else name]
    return record


# ---------------------------------------------------------------------------- the first question of the seed set


def test_the_last_summit_held_is_singapore(seeded: Api) -> None:
    last = situation(seeded, **THEN)["last_summit_held"]
    assert last["record"]["id"] == "singapore-2018"
    assert (last["status"], last["since"], last["date"]) == ("held", "2018-06-12", "2018-06-12")
    assert last["place"]["name"] == "Singapore"
    assert {each["country"] for each in last["parties"]} == {"USA", "PRK"}
    assert "sit-down in Singapore on June 12" in last["rests_on"]["citations"][0]["quote"]


def test_a_second_meeting_that_kim_jong_un_asked_for_is_being_coordinated(seeded: Api) -> None:
    (second,) = situation(seeded, **THEN)["summits_in_preparation"]
    assert second["record"]["id"] == "second-trump-kim-meeting"
    assert (second["status"], second["since"]) == ("coordinating", "2018-09-10")
    assert second["follows"] == "singapore-2018"
    assert (second["rests_on"]["pointer"], second["rests_on"]["by"]["name"]) == ("/steps/1", "White House")
    assert second["since_rests_on"]["pointer"] == "/steps/1"
    asked = second["asked_for"]
    assert (asked["status"], asked["by"]["name"], asked["pointer"]) == (
        "requested",
        "Kim Jong Un",
        "/steps/0",
    )
    assert (asked["date"], asked["date_earliest"], asked["date_latest"]) == (
        "../2018-09-10",
        None,
        "2018-09-10",
    )


def test_the_latest_communications_are_the_briefing_and_the_letter(seeded: Api) -> None:
    answer = situation(seeded, **THEN)
    assert communications(answer) == [BRIEFING, LETTER]
    letter = answer["latest_communications"][1]
    assert (letter["from"]["name"], letter["to"]["name"]) == ("Kim Jong Un", "Donald Trump")
    assert letter["regarding"] == [{"type": "summit", "id": "second-trump-kim-meeting"}]


def test_the_last_parade_lacked_the_icbms_that_the_one_before_it_showed(seeded: Api) -> None:
    answer = situation(seeded, **THEN)
    assert parades(answer) == ("north-korea-2018-09-09", "north-korea-2018-02")
    last = answer["last_parade"]
    (category,) = last["no_longer_shown"]["categories"]
    assert (category["category"], category["parade"]["presence"]) == ("icbm", "absent")
    systems = {each["system"]: each["parade"]["presence"] for each in last["no_longer_shown"]["systems"]}
    assert systems == {"hwasong-14": "absent", "hwasong-15": "absent"}
    whole = seeded.read(last["comparison"])
    for group in ("systems", "categories"):
        assert whole[group]["no_longer_shown"] == last["no_longer_shown"][group]


def test_sohae_is_being_dismantled_as_last_observed_on_22_july(seeded: Api) -> None:
    (sohae,) = situation(seeded, **THEN)["facilities"]
    assert (sohae["facility"]["id"], sohae["trend"]) == ("sohae", "dismantling")
    assert (sohae["last_observed"], sohae["days_since_observed"]) == ("2018-07-22", 50)
    assert sohae["last_change"]["date"] == "2018-07-22"
    observed = [each["record"]["id"] for each in sohae["last_observed_by"]]
    assert observed == ["sohae-2018-07-20-to-22", "sohae-2018-07-22"]
    whole = seeded.read(sohae["status"])
    for name in ("trend", "counts", "last_change", "last_observed", "days_since_observed"):
        assert sohae[name] == whole[name], name


# --------------------------------------------------------------------------------------------- what it rests on


def test_every_statement_leads_to_a_place_in_a_record_and_to_quoted_words_of_a_source(seeded: Api) -> None:
    found = list(objects(situation(seeded, **THEN)))
    for each in found:
        if "pointer" in each:
            record = seeded.read(each["record"]["self"])
            statement = at(record, each["pointer"])
            assert each["citations"], each
            if isinstance(statement, dict) and "citations" in statement:
                assert each["citations"] == (statement["citations"] or record["citations"])
        for cited in each.get("citations", ()):
            assert cited["quote"]
    sources = {cited["source"] for each in found for cited in each.get("citations", ())}
    publishers = {seeded.read(f"sources/{source}")["publisher"] for source in sources}
    assert publishers == PUBLISHERS | {None}


@pytest.mark.parametrize(
    ("part", "publisher"),
    [
        ("last_summit_held", "White House"),
        ("summits_in_preparation", "White House"),
        ("latest_communications", "White House"),
        ("last_parade", "New York Times"),
        ("facilities", "38 North"),
    ],
)
def test_each_part_leads_to_who_said_it(seeded: Api, part: str, publisher: str) -> None:
    found = objects(situation(seeded, **THEN)[part])
    sources = {cited["source"] for each in found for cited in each.get("citations", ())}
    assert publisher in {seeded.read(f"sources/{source}")["publisher"] for source in sources}


@pytest.mark.parametrize(
    "clocks", [{}, THEN, {"as_of": "1947-01-01"}, {"published_until": "2018-07-31"}, {"as_of": "2018-09-09"}]
)
def test_the_answer_has_the_shape_that_is_described(seeded: Api, clocks: dict[str, str]) -> None:
    answer = situation(seeded, **clocks)
    assert Situation().load(without_bounds(answer)) == answer


# ------------------------------------------------------------------------------------------------------- clocks


def test_the_answer_tells_its_clocks_and_the_day_it_speaks_from(seeded: Api) -> None:
    instant = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    every = {"as_of": "2018-09-10", "published_until": "2018-09-12", "known_at": instant}
    answer = situation(seeded, **every)
    assert answer["clocks"] == every
    assert answer["reference_date"] == "2018-09-10"
    assert situation(seeded, known_at=instant)["reference_date"] == instant[:10]
    now = situation(seeded)
    assert set(now["clocks"].values()) == {None}
    for answer in (now, situation(seeded, published_until="2018-09-12")):
        assert answer["reference_date"] in (instant[:10], datetime.now(UTC).date().isoformat())


def test_links_to_other_views_keep_the_clocks(seeded: Api) -> None:
    answer = situation(seeded, **THEN, published_until="2018-09-12")
    query = "?as_of=2018-09-10&published_until=2018-09-12"
    assert answer["last_parade"]["comparison"].endswith(f"/comparison{query}")
    assert answer["facilities"][0]["status"] == f"/v1/facilities/sohae/status{query}"


def test_before_everything_nothing_had_happened_and_nothing_was_known_of_the_facilities(seeded: Api) -> None:
    answer = situation(seeded, as_of="1947-01-01")
    assert (held(answer), preparing(answer), communications(answer)) == (None, {}, [])
    assert parades(answer) == (None, None)
    (sohae,) = answer["facilities"]
    assert (sohae["trend"], sohae["last_change"], sohae["last_observed"]) == ("unknown", None, None)
    assert (sohae["last_observed_by"], sohae["counts"]) == ([], {"unknown": 7})


def test_before_the_briefing_there_was_no_second_meeting(seeded: Api) -> None:
    answer = situation(seeded, as_of="2018-09-09")
    assert (held(answer), preparing(answer), communications(answer)) == ("singapore-2018", {}, [])
    assert parades(answer) == ("north-korea-2018-09-09", "north-korea-2018-02")
    assert parades(situation(seeded, as_of="2018-09-08")) == ("north-korea-2018-02", None)
    assert situation(seeded, as_of="2018-07-21")["facilities"][0]["last_observed"] == "2018-07-20"


def test_before_anything_was_public_nothing_is_told(seeded: Api) -> None:
    answer = situation(seeded, published_until="2018-01-01")
    assert (held(answer), preparing(answer), communications(answer)) == (None, {}, [])
    assert (parades(answer), answer["facilities"]) == ((None, None), [])


@pytest.fixture
def told_late(service: Api) -> Api:
    """Two of everything: the first of each told of by a source of February, the second by one of December."""
    service.furnish()
    for month in ("02", "12"):
        service.create("sources", factories.source(id=f"m{month}", published=f"2018-{month}"))
        cited = {"citations": [citation(f"m{month}")]}
        day = "2018-01-10" if month == "02" else "2018-01-20"
        service.make("summits", id=f"held-{month}", steps=[step("held", day)], **cited)
        service.make("summits", id=f"planned-{month}", steps=[step("proposed", day)], **cited)
        service.make("communications", id=f"letter-{month}", date=day, **cited)
        service.make("parades", id=f"parade-{month}", date=day, **cited)
        service.make("facilities", id=f"site-{month}", name=f"Site {month}", **cited)
        states = [finding("intact" if month == "02" else "destroyed", None)]
        observed = {"facility": "site-02", "date": day, "findings": states}
        service.make("observations", id=f"seen-{month}", **observed, **cited)
    return service


def of_all(answer: Any) -> dict[str, Any]:
    return {
        "held": held(answer),
        "preparing": [*preparing(answer)],
        "communications": communications(answer),
        "parades": parades(answer),
        "sites": {each["facility"]["id"]: [*each["counts"]] for each in answer["facilities"]},
    }


FIRST = {
    "held": "held-02",
    "preparing": ["planned-02"],
    "communications": ["letter-02"],
    "parades": ("parade-02", None),
    "sites": {factories.FACILITY: ["unknown"], "site-02": ["intact"]},
}
BOTH = {
    "held": "held-12",
    "preparing": ["planned-12", "planned-02"],
    "communications": ["letter-12", "letter-02"],
    "parades": ("parade-12", "parade-02"),
    "sites": {factories.FACILITY: ["unknown"], "site-02": ["destroyed"], "site-12": []},
}
NEVER_SEEN = {**FIRST["sites"], "site-12": []}


def test_as_of_leaves_out_what_had_not_happened(told_late: Api) -> None:
    assert of_all(situation(told_late)) == BOTH
    assert of_all(situation(told_late, as_of="2018-01-20")) == BOTH
    # A facility has no date: it is told of, though nothing had been seen of it.
    assert of_all(situation(told_late, as_of="2018-01-19")) == FIRST | {"sites": NEVER_SEEN}


def test_published_until_leaves_out_what_was_not_public(told_late: Api) -> None:
    assert of_all(situation(told_late, published_until="2018-12-31")) == BOTH
    assert of_all(situation(told_late, published_until="2018-12-30")) == FIRST
    assert of_all(situation(told_late, published_until="2018-02-27"))["held"] is None


def test_known_at_answers_as_the_service_would_have(told_late: Api) -> None:
    then = told_late.read("changes", {"limit": 500})["items"][-1]["recorded_at"]
    before = situation(told_late, known_at=then)
    for path in ("summits/held-12", "summits/planned-12", "communications/letter-12", "parades/parade-12"):
        told_late.remove(path)
    told_late.remove("facilities/site-12")
    told_late.remove("observations/seen-12")
    assert of_all(situation(told_late)) == FIRST
    assert situation(told_late, known_at=then) == before
    assert of_all(before) == BOTH
    nothing = situation(told_late, known_at="2018-01-01T00:00:00Z")
    assert of_all(nothing) == {
        "held": None, "preparing": [], "communications": [], "parades": (None, None), "sites": {},
    }  # fmt: skip


def test_the_clocks_are_asked_for_together(told_late: Api) -> None:
    then = told_late.read("parades/parade-02")["recorded_at"]
    public, happened = {"published_until": "2018-12-30"}, {"as_of": "2018-01-09"}
    assert of_all(situation(told_late, as_of="2018-01-19", **public)) == FIRST
    assert held(situation(told_late, **happened, **public)) is None
    both = situation(told_late, as_of="2018-01-19", **public, known_at=then)
    assert of_all(both) == FIRST | {"sites": {factories.FACILITY: ["unknown"]}}


def test_under_published_until_only_citations_that_were_public_are_shown(service: Api) -> None:
    service.furnish()
    service.create("sources", factories.source(id="late", published="2018-12"))
    both = [citation(), citation("late")]
    steps = [step("held", "2018-01-10", citations=both)]
    outcome = {"result": "no_agreement"}
    service.make("summits", id="one", steps=steps, citations=[citation("late")], outcome=outcome)
    service.make("communications", id="letter", citations=both)
    early, late = (situation(service, published_until=f"2018-{month}") for month in ("11-30", "12-31"))
    for answer, sources in ((early, ["a-source"]), (late, ["a-source", "late"])):
        for found in (answer["last_summit_held"]["rests_on"], answer["latest_communications"][0]):
            assert [each["source"] for each in found["citations"]] == sources
    # What came of it has the citations of the record only.
    assert (early["last_summit_held"]["result"], early["last_summit_held"]["citations"]) == (None, [])
    assert late["last_summit_held"]["result"] == "no_agreement"


# ----------------------------------------------------------------------------------------------- harder stories


def test_a_cancelled_summit_leaves_and_a_reinstated_one_comes_back(service: Api) -> None:
    trump = party("Donald Trump", "USA")
    steps = [
        step("requested", "2018-03-08", by=party("Kim Jong Un", "PRK")),
        step("accepted", "2018-03-08", by=trump),
        step("scheduled", "2018-05-10", by=trump, target={"date": "2018-06-12"}),
        step("cancelled", "2018-05-24", by=trump),
        step("reinstated", "2018-06-01", by=trump, target={"date": "2018-06-12"}),
        step("held", "2018-06-12"),
    ]
    service.make("summits", id="singapore", date="2018-06-12", steps=steps)
    courses = {
        "2018-03-07": {},
        "2018-03-08": {"singapore": "accepted"},
        "2018-05-23": {"singapore": "scheduled"},
        "2018-05-24": {},
        "2018-06-01": {"singapore": "reinstated"},
        "2018-06-12": {},
    }
    answers = {day: situation(service, as_of=day) for day in courses}
    assert {day: preparing(answer) for day, answer in answers.items()} == courses
    assert [day for day, answer in answers.items() if held(answer)] == ["2018-06-12"]
    (again,) = answers["2018-06-01"]["summits_in_preparation"]
    assert (again["since"], again["rests_on"]["pointer"]) == ("2018-06-01", "/steps/4")
    assert again["rests_on"]["target"]["date"] == "2018-06-12"
    assert again["asked_for"]["by"]["name"] == "Kim Jong Un"
    # The date in the record is known today only; then there was but a target.
    assert "date" not in again


def test_a_status_that_is_repeated_has_held_since_its_first_step(service: Api) -> None:
    steps = [step("scheduled", "2018-05-10"), step("scheduled", "2018-05-20", by=party("White House", "USA"))]
    service.make("summits", id="one", steps=steps)
    (one,) = situation(service)["summits_in_preparation"]
    assert (one["since"], one["since_rests_on"]["pointer"]) == ("2018-05-10", "/steps/0")
    assert (one["rests_on"]["date"], one["rests_on"]["by"]["name"]) == ("2018-05-20", "White House")
    assert one["asked_for"] is None


def test_a_summit_held_without_agreement_says_so(service: Api) -> None:
    steps = [step("held", "2019-02-28")]
    service.make(
        "summits", id="hanoi", date="2019-02-27/2019-02-28", steps=steps, outcome={"result": "no_agreement"}
    )
    last = situation(service)["last_summit_held"]
    assert (last["result"], last["date"], last["date_latest"]) == (
        "no_agreement",
        "2019-02-27/2019-02-28",
        "2019-02-28",
    )


def test_the_last_five_communications_are_told_newest_first(service: Api) -> None:
    for number in range(1, 13):
        service.make("communications", id=f"c{number:02}", date=f"2018-03-{number:02}")
    service.make("communications", id="month", date="2018-03")
    service.make("communications", id="denied", date="2018-03-11", standing="denied")
    answer = situation(service, as_of="2018-03-12")
    assert communications(answer) == ["c12", "denied", "c11", "c10", "c09"]
    assert answer["latest_communications"][1]["standing"] == "denied"
    assert communications(situation(service, as_of="2018-03-03")) == ["c03", "c02", "c01"]
    assert communications(situation(service)) == ["c12", "denied", "c11", "c10", "c09"]
    service.make("communications", id="long", date="2018-03-12/2018-03-13")
    assert communications(situation(service, as_of="2018-03-12")) == ["c12", "denied", "c11", "c10", "c09"]
    assert communications(situation(service, as_of="2018-03-13"))[0] == "long"


def test_what_a_parade_left_out_tells_absent_not_observed_and_unrecorded_apart(service: Api) -> None:
    for name in ("one", "two", "three"):
        service.make("systems", id=name, name=name)
    shown = [{"system": name, "presence": "displayed"} for name in ("one", "two", "three")]
    service.make("parades", id="before", date="2018-02-08", appearances=shown)
    lacking = [
        {"system": "one", "presence": "absent", "basis": "inferred"},
        {"system": "two", "presence": "not_observed"},
    ]
    service.make("parades", id="last", date="2018-09-09", appearances=lacking)
    left_out = situation(service)["last_parade"]["no_longer_shown"]["systems"]
    assert {each["system"]: each["parade"]["presence"] for each in left_out} == {
        "one": "absent",
        "two": "not_observed",
        "three": "unrecorded",
    }


def test_competing_states_are_counted_as_contested_and_retracted_ones_as_left_out(service: Api) -> None:
    for number, state in enumerate(("intact", "damaged")):
        service.make("observations", id=f"o{number}", date="2018-04-01", findings=[finding(state)])
    (site,) = situation(service)["facilities"]
    assert site["counts"] == {"contested": 1}
    assert [each["record"]["id"] for each in site["last_observed_by"]] == ["o0", "o1"]
    related = [{"observation": "o1", "relation": "retracts"}]
    service.make(
        "observations", id="o2", date="2018-04-02", findings=[finding("intact", None)], related=related
    )
    (site,) = situation(service)["facilities"]
    assert site["counts"] == {"intact": 2}
    assert site["left_out"] == {"retracted": 1, "superseded": 0, "not_public": 0}


def test_all_facilities_are_told_in_order_of_name(service: Api) -> None:
    for name in ("Yongbyon", "Sohae", "Āsan"):
        service.make("facilities", name=name)
    names = [each["facility"]["name"] for each in situation(service)["facilities"]]
    assert names == ["A facility", "Āsan", "Sohae", "Yongbyon"]


def test_what_is_recorded_of_later_days_never_changes_an_answer_about_earlier_ones(service: Api) -> None:
    chance = random.Random(2018)
    clock = date(2018, 3, 1)

    def write(number: int, first: date) -> None:
        day = (first + timedelta(chance.randrange(20))).isoformat()
        when = chance.choice([day, f"../{day}", f"{first}/{day}", f"{day}/.."])
        status = chance.choice(["held", "proposed", "cancelled", "scheduled"])
        earlier = [step("requested", "2018-01-01")] if number % 2 else []
        service.make("summits", id=f"s{number}", steps=[*earlier, step(status, day)])
        service.make("communications", id=f"c{number}", date=when)
        service.make("parades", id=f"p{number}", date=when)
        seen = {"findings": [finding(chance.choice(["intact", "damaged", "rebuilt"]))]}
        service.make("observations", id=f"o{number}", date=when, **seen)

    for number in range(8):
        write(number, clock - timedelta(20))
    query = {"as_of": clock.isoformat()}
    then = situation(service, **query)
    later = clock + timedelta(1)
    for number in range(8):
        path = f"summits/s{number}"
        known = [{name: each[name] for name in ("status", "date")} for each in service.read(path)["steps"]]
        service.revise(path, steps=[*known, step("held", later.isoformat())])
    for number in range(8, 16):
        steps = {"steps": [step(chance.choice(["held", "scheduled"]), later.isoformat())]}
        service.make("summits", id=f"later-{number}", **steps)
        day = (later + timedelta(number)).isoformat()
        late = chance.choice([day, f"../{day}", f"2018-02-20/{day}"])
        service.make("communications", id=f"later-{number}", date=late)
        service.make("parades", id=f"later-{number}", date=late)
        related = [{"observation": f"o{number - 8}", "relation": "retracts"}]
        service.make("observations", id=f"later-{number}", date=late, related=related)
    assert situation(service, **query) == then
    assert situation(service) != then


# --------------------------------------------------------------------------------------------------------- HTTP


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"as_of": "2999-01-01"}, ("as_of", "in_the_future")),
        ({"published_until": "2999-01-01"}, ("published_until", "in_the_future")),
        ({"known_at": "2999-01-01T00:00:00Z"}, ("known_at", "in_the_future")),
        ({"as_of": "2018-02-30"}, ("as_of", "invalid_date")),
        ({"as_off": "2018-09-10"}, ("as_off", "unknown_parameter")),
        ({"country": "PRK"}, ("country", "unknown_parameter")),
    ],
)
def test_what_cannot_be_asked_is_a_clear_problem(
    seeded: Api, query: dict[str, str], expected: tuple[str, str]
) -> None:
    answer = seeded.get("situation", query)
    assert answer.status_code == 400
    (found,) = answer.json["errors"]
    assert (found["parameter"], found["code"]) == expected


def test_the_answer_is_tagged_and_not_sent_twice(seeded: Api) -> None:
    tag = seeded.get("situation", THEN).headers["ETag"]
    assert seeded.get("situation", THEN, headers={"If-None-Match": tag}).status_code == 304
    assert seeded.options("situation").headers["Allow"] == "GET, HEAD, OPTIONS"
    assert seeded.post("situation", {}).status_code == 405
    assert seeded.get("situation", headers={"Accept": "text/csv"}).status_code == 406
