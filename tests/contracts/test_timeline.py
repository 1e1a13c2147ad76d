"""The timeline over HTTP: the seed set's stream, its ranges and filters, its pages, under each clock."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from service.app import RECORD_TYPES
from service.records.record_type import Registry
from service.timeline.answers import timeline_answer
from service.timeline.kinds import kinds_of
from tests.bodies import without_bounds
from tests.contracts import factories
from tests.contracts.api import Api

Entry = dict[str, Any]
Timeline = timeline_answer(tuple(kind.name for kind in kinds_of(Registry(RECORD_TYPES))))


def entries(api: Api, query: dict[str, Any] | None = None) -> list[Entry]:
    return api.items("timeline", query)


def told(found: list[Entry]) -> list[str]:
    return [f"{each['record']['id']}{each['pointer']}" for each in found]


def ask(api: Api, **query: Any) -> list[str]:
    """The entries by record and pointer; ``since`` stands for ``from``, which Python keeps for itself."""
    if "since" in query:
        query["from"] = query.pop("since")
    return told(entries(api, query))


def fault(api: Api, **query: Any) -> tuple[str, str]:
    answer = api.get("timeline", query)
    assert answer.status_code == 400, answer.text
    (found,) = answer.json["errors"]
    return found["parameter"], found["code"]


# ------------------------------------------------------------------------------------------ the seed set


def test_all_four_kinds_stand_in_one_stream_newest_first(seeded: Api) -> None:
    found = entries(seeded)
    assert {each["kind"] for each in found} == {"summit_step", "communication", "parade", "observation"}
    first_days = [each["date_earliest"] or each["date_latest"] for each in found]
    assert first_days == sorted(first_days, reverse=True)
    assert told(entries(seeded, {"sort": "date"})) == told(found)[::-1]


def test_around_singapore_lie_both_july_observations_and_not_the_september_parade(seeded: Api) -> None:
    found = entries(seeded, {"near": "summits/singapore-2018", "days": 60})
    assert told(found) == [
        "sohae-2018-07-22",
        "sohae-2018-07-20-to-22",
        "sohae-2018-07-20",
        "singapore-2018/steps/0",
    ]


def test_each_entry_leads_to_its_place_in_the_record_and_to_quoted_words(seeded: Api) -> None:
    for each in entries(seeded):
        record = seeded.read(each["record"]["self"])
        statement = record
        for name in each["pointer"].split("/")[1:]:
            statement = statement[int(name) if isinstance(statement, list) else name]
        assert statement["date"] == each["date"]
        assert statement["date_earliest"] == each["date_earliest"]
        assert statement["date_latest"] == each["date_latest"]
        assert each["citations"] == (statement["citations"] or record["citations"])
        assert all(citation["quote"] for citation in each["citations"])
        assert each["summary"]


def test_the_answer_has_the_shape_that_is_described(seeded: Api) -> None:
    for page in seeded.pages("timeline", {"limit": 4}):
        assert Timeline().load(without_bounds(page)) == page


def test_an_event_without_a_date_is_where_its_last_step_is(seeded: Api) -> None:
    near = {"near": "summits/second-trump-kim-meeting", "days": 1}
    assert "north-korea-2018-09-09" in told(entries(seeded, near))
    assert "singapore-2018/steps/0" not in told(entries(seeded, near))


def test_an_event_may_be_a_record_of_any_type_that_has_a_date(seeded: Api) -> None:
    assert ask(seeded, near="parades/north-korea-2018-09-09", days=0) == ["north-korea-2018-09-09"]
    assert "north-korea-2018-09-09" in ask(seeded, near="sources/white-house-briefing-2018-09-10", days=1)


def test_without_days_an_event_reaches_thirty_days_around_it(seeded: Api) -> None:
    near = "summits/singapore-2018"
    assert ask(seeded, near=near) == ask(seeded, near=near, days=30) == ["singapore-2018/steps/0"]


def test_around_an_event_and_from_and_to_are_asked_for_together(seeded: Api) -> None:
    near = {"near": "summits/singapore-2018", "days": 60}
    assert ask(seeded, **near, since="2018-07-22") == ["sohae-2018-07-22", "sohae-2018-07-20-to-22"]
    assert ask(seeded, **near, to="2018-07-19") == ["singapore-2018/steps/0"]
    assert ask(seeded, **near, to="2018-01-01") == []


def test_each_kind_can_be_asked_for_alone_or_with_others(seeded: Api) -> None:
    for kind in ("summit_step", "communication", "parade", "observation"):
        assert {each["kind"] for each in entries(seeded, {"kind": kind})} == {kind}
    both = entries(seeded, {"kind": "parade,summit_step"})
    assert {each["kind"] for each in both} == {"parade", "summit_step"}


def test_a_facility_s_timeline_has_its_observations(seeded: Api) -> None:
    found = entries(seeded, {"facility": "sohae"})
    assert {each["kind"] for each in found} == {"observation"}
    assert len(found) == 3


def test_a_country_s_timeline_has_what_concerns_it(seeded: Api) -> None:
    assert ask(seeded, country="SGP") == ["singapore-2018/steps/0"]
    assert {each["kind"] for each in entries(seeded, {"country": "PRK"})} == {
        "summit_step",
        "communication",
        "parade",
        "observation",
    }
    assert {each["kind"] for each in entries(seeded, {"country": "USA"})} == {"summit_step", "communication"}
    assert ask(seeded, country="USA,SGP") == ask(seeded, country="USA")
    assert ask(seeded, country="KOR") == []


def test_what_had_happened_by_a_day_is_what_certainly_had(seeded: Api) -> None:
    assert ask(seeded, as_of="2018-07-21", kind="observation") == ["sohae-2018-07-20"]
    assert len(ask(seeded, as_of="2018-07-22", kind="observation")) == 3
    assert "kim-jong-un-letter-second-meeting" not in ask(seeded, as_of="2018-09-09")
    assert "kim-jong-un-letter-second-meeting" in ask(seeded, as_of="2018-09-10")


def test_before_any_source_had_appeared_there_is_nothing(seeded: Api) -> None:
    assert ask(seeded, published_until="2018-09-09") == []
    assert ask(seeded, published_until="2018-09-10") == ask(seeded)


# ------------------------------------------------------------------------------------------ harder stories


def test_the_steps_of_a_summit_cancelled_and_reinstated_stand_each_at_its_own_date(service: Api) -> None:
    steps = [
        factories.step("scheduled", "2018-05-10"),
        factories.step("cancelled", "2018-05-24", by=factories.party("White House")),
        factories.step("reinstated", "2018-06-01"),
        factories.step("held", "2018-06-12"),
    ]
    service.make("summits", id="singapore", title="Singapore", date="2018-06-12", steps=steps)
    service.make("parades", id="between", date="2018-05-30")
    found = entries(service, {"sort": "date"})
    assert told(found) == [
        "singapore/steps/0",
        "singapore/steps/1",
        "between",
        "singapore/steps/2",
        "singapore/steps/3",
    ]
    assert found[1]["summary"] == "Singapore: cancelled (White House)"
    assert ask(service, since="2018-05-20", to="2018-05-30") == ["between", "singapore/steps/1"]


def test_steps_of_one_day_stand_in_the_order_they_were_sent(service: Api) -> None:
    steps = [factories.step("proposed", "2018-05-10") for _ in range(12)]
    service.make("summits", id="many", steps=steps)
    assert ask(service, sort="date") == [f"many/steps/{number}" for number in range(12)]
    assert ask(service, sort="date", limit=5) == [f"many/steps/{number}" for number in range(12)]


def test_a_letter_denied_says_so(service: Api) -> None:
    service.make("communications", standing="denied", summary="Asks for a meeting.")
    (found,) = entries(service)
    assert found["summary"] == "Letter from Kim Jong Un (denied): Asks for a meeting."


def test_communications_regarding_a_facility_are_in_its_timeline(service: Api) -> None:
    regarding = [{"type": "facility", "id": factories.FACILITY}]
    service.make("communications", id="offer", regarding=regarding)
    service.make("communications", id="other", date="2018-03-02")
    service.make("observations", id="seen", date="2018-03-03")
    assert ask(service, facility=factories.FACILITY) == ["seen", "offer"]


def test_a_communication_concerns_the_countries_of_both_its_ends(service: Api) -> None:
    service.make("communications", id="letter", to=factories.party("Donald Trump", "USA"))
    assert ask(service, country="USA") == ask(service, country="PRK") == ["letter"]
    assert ask(service, country="KOR") == []


def test_an_observation_concerns_the_country_its_facility_is_in_also_where_there_are_many(
    service: Api,
) -> None:
    service.furnish()
    for number in range(70):
        service.create("facilities", factories.facility(id=f"f{number}", name=f"F {number}"))
    service.create("facilities", factories.facility(id="kori", name="Kori", country="KOR"))
    made = factories.observation(findings=[factories.finding(component=None)])
    service.create("observations", made | {"id": "north", "facility": "f69"})
    service.create("observations", made | {"id": "south", "facility": "kori"})
    assert ask(service, country="PRK") == ["north"]
    assert ask(service, country="KOR") == ["south"]
    assert ask(service, country="KOR,PRK", sort="date") == ["north", "south"]
    then = service.read("observations/south")["recorded_at"]
    service.revise("facilities/f69", country="CHN")
    assert ask(service, country="PRK") == []
    assert ask(service, country="PRK", known_at=then) == ["north"]


def test_an_interval_is_in_every_range_that_overlaps_it_and_an_open_end_counts_as_the_known_one(
    service: Api,
) -> None:
    service.make("parades", id="month", date="2018-02")
    service.make("parades", id="since", date="2018-02-10/..")
    service.make("parades", id="until", date="../2018-02-20")
    assert ask(service, since="2018-02-28") == ["month"]
    assert ask(service, to="2018-02-01") == ["month"]
    assert ask(service, since="2018-02-05", to="2018-02-10") == ["since", "month"]
    assert ask(service, since="2018-02-20", to="2018-02-20") == ["until", "month"]
    assert ask(service, since="2018-03-01") == []


# ------------------------------------------------------------------------------------ what was taken back


def related(to: str, relation: str, *components: str) -> dict[str, Any]:
    return {"observation": to, "relation": relation, "components": list(components)}


def test_what_a_later_observation_retracts_or_supersedes_is_left_out_and_counted(service: Api) -> None:
    service.make("observations", id="one", date="2018-04-01")
    service.make("observations", id="two", date="2018-04-02")
    service.make("observations", id="three", date="2018-04-03", related=[related("one", "retracts")])
    service.make("observations", id="four", date="2018-04-04", related=[related("two", "supersedes")])
    answer = service.read("timeline")
    assert told(answer["items"]) == ["four", "three"]
    assert (answer["left_out"]["retracted"], answer["left_out"]["superseded"]) == (1, 1)
    assert [
        (each["record"]["id"], each["relation"], each["by"]["id"])
        for each in answer["left_out"]["observations"]
    ] == [
        ("two", "supersedes", "four"),
        ("one", "retracts", "three"),
    ]
    assert Timeline().load(without_bounds(answer)) == answer
    for each in answer["left_out"]["observations"]:
        assert service.read(each["record"]["self"])["id"] == each["record"]["id"]
        assert service.read(each["by"]["self"])["id"] == each["by"]["id"]


def test_each_observation_left_out_is_counted_on_one_page(service: Api) -> None:
    for number in range(1, 7):
        service.make("observations", id=f"wrong-{number}", date=f"2018-04-{number:02}")
    service.make(
        "observations",
        id="right",
        date="2018-05-01",
        related=[related(f"wrong-{n}", "retracts") for n in (1, 2, 3, 5)],
    )
    pages = list(service.pages("timeline", {"limit": 1}))
    assert [told(page["items"]) for page in pages] == [["right"], ["wrong-6"], ["wrong-4"]]
    assert [page["left_out"]["retracted"] for page in pages] == [0, 0, 4]
    assert service.read("timeline", {"limit": 2})["left_out"]["retracted"] == 0


def test_a_retraction_holds_only_while_it_is_itself_in_force_and_counts_under_the_clocks(
    service: Api,
) -> None:
    service.furnish()
    service.create("sources", factories.source(id="late", published="2018-12-01"))
    service.make("observations", id="one", date="2018-04-01")
    service.make("observations", id="two", date="2018-04-02", related=[related("one", "retracts")])
    assert ask(service) == ["two"]
    then = service.read("observations/two")["recorded_at"]
    late = [factories.citation("late")]
    service.make(
        "observations", id="three", date="2018-04-03", related=[related("two", "retracts")], citations=late
    )
    assert ask(service) == ["three", "one"]
    assert ask(service, as_of="2018-04-02") == ["two"]
    assert ask(service, as_of="2018-04-01") == ["one"]
    assert ask(service, published_until="2018-11-30") == ["two"]
    assert ask(service, known_at=then) == ["two"]


def test_findings_of_components_that_were_taken_back_are_left_out_of_the_summary(service: Api) -> None:
    findings = [factories.finding("intact"), factories.finding("idle", None, aspect="activity")]
    service.make("observations", id="one", date="2018-04-01", findings=findings)
    by = [related("one", "retracts", factories.COMPONENT)]
    service.make("observations", id="two", date="2018-04-02", related=by)
    summaries = {each["record"]["id"]: each["summary"] for each in entries(service)}
    assert summaries == {"one": "A facility: the site idle", "two": "A facility: A building intact"}


# ------------------------------------------------------------------------------------------- the clocks


@pytest.fixture
def told_late(service: Api) -> Api:
    """A summit, two communications and a parade, each told of by sources of several months."""
    service.furnish()
    for month in ("02", "06", "12"):
        service.create("sources", factories.source(id=f"m{month}", published=f"2018-{month}"))
    cited = {month: [factories.citation(f"m{month}")] for month in ("02", "06", "12")}
    steps = [
        factories.step("proposed", "2018-01-01"),
        factories.step("accepted", "2018-01-02", citations=cited["06"]),
    ]
    service.make("summits", id="summit", steps=steps, citations=cited["02"])
    service.make("communications", id="letter", date="2018-01-03", citations=cited["12"])
    service.make("communications", id="reply", date="2018-07-04", citations=[*cited["02"], *cited["12"]])
    shown = [{"category": "icbm", "presence": "displayed", "citations": cited["12"]}]
    service.make("parades", id="parade", date="2018-01-05", appearances=shown, citations=cited["02"])
    return service


def test_published_until_judges_each_entry_by_its_own_citations_else_its_record_s(told_late: Api) -> None:
    assert ask(told_late, published_until="2018-02-27") == []
    early = ["reply", "parade", "summit/steps/0"]
    assert ask(told_late, published_until="2018-02-28") == early
    assert ask(told_late, published_until="2018-06-30") == [*early[:2], "summit/steps/1", early[2]]
    assert ask(told_late, published_until="2018-12-31") == ask(told_late)


def test_under_published_until_an_entry_shows_what_was_public_only(told_late: Api) -> None:
    then = {each["record"]["id"]: each for each in entries(told_late, {"published_until": "2018-02-28"})}
    assert [citation["source"] for citation in then["reply"]["citations"]] == ["m02"]
    assert then["parade"]["summary"] == "A parade"
    now = {each["record"]["id"]: each for each in entries(told_late)}
    assert now["parade"]["summary"] == "A parade: displayed ICBM"


def test_the_clocks_are_asked_for_together(told_late: Api) -> None:
    now = told_late.read("parades/parade")["recorded_at"]
    told_late.revise("summits/summit", steps=[factories.step("proposed", "2018-01-04")])
    told_late.remove("parades/parade")
    clocks = {"as_of": "2018-01-05", "published_until": "2018-02-28"}
    assert ask(told_late, **clocks) == ["summit/steps/0"]
    assert ask(told_late, **clocks, known_at=now) == ["parade", "summit/steps/0"]
    assert ask(told_late, **(clocks | {"as_of": "2018-01-04"}), known_at=now) == ["summit/steps/0"]


def test_the_last_step_of_an_undated_event_is_judged_by_the_clocks(service: Api) -> None:
    steps = [factories.step("proposed", "2018-03-05"), factories.step("lapsed", "2019-03-05")]
    service.make("summits", id="summit", steps=steps)
    service.make("parades", id="then", date="2018-03-06")
    service.make("parades", id="later", date="2019-03-06")
    near = {"near": "summits/summit", "days": 1}
    assert ask(service, **near) == ["later", "summit/steps/1"]
    assert ask(service, **near, as_of="2019-03-04") == ["then", "summit/steps/0"]
    assert ask(service, **near, as_of="2018-03-05") == ["summit/steps/0"]
    assert fault(service, **near, as_of="2018-03-04") == ("near", "undated")


def test_published_until_finds_the_same_whether_few_sources_had_appeared_or_many(service: Api) -> None:
    service.furnish()
    day = date(2018, 1, 1)
    for number in range(80):
        published = (day + timedelta(number)).isoformat()
        service.create("sources", factories.source(id=f"s{number}", published=published))
        # Every tenth was told of before it happened, every eleventh long after.
        happened = number + 60 if number % 10 == 0 else number - 60 if number % 11 == 0 else number - 1
        when = (day + timedelta(happened)).isoformat()
        service.make("parades", id=f"p{number}", date=when, citations=[factories.citation(f"s{number}")])
    every = {each["id"]: each for each in service.items("parades")}
    for until in (5, 40, 75):
        last = (day + timedelta(until)).isoformat()
        expected = [parade for parade in every if int(parade[1:]) <= until]
        for window in (
            {},
            {"from": "2018-02-01", "to": "2018-03-05"},
            {"from": "2018-03-20"},
            {"to": "2018-01-20"},
        ):
            inside = [
                parade
                for parade in expected
                if window.get("from", "") <= every[parade]["date"] <= window.get("to", "9")
            ]
            found = told(entries(service, {"published_until": last, "limit": 30, **window}))
            assert found == inside
            turned = told(entries(service, {"published_until": last, "limit": 30, "sort": "date", **window}))
            assert turned == inside[::-1]


# --------------------------------------------------------------------------------------------- the pages


def populated(api: Api, number: int) -> None:
    chance = random.Random(2018)
    api.furnish()

    def when() -> str:
        day = date(2018, 1, 1) + timedelta(chance.randrange(12))
        return chance.choice(
            [day.isoformat(), f"{day}/{day + timedelta(chance.randrange(6))}", f"../{day}", f"{day}/.."]
        )

    def made() -> Iterator[None]:
        for each in range(number):
            kind = chance.choice(["summits", "communications", "parades", "observations"])
            changes: dict[str, Any] = {"id": f"r{each}", "date": when()}
            if kind == "summits":
                day = date(2018, 1, 1) + timedelta(chance.randrange(12))
                changes = {"id": f"r{each}", "steps": [factories.step("proposed", day.isoformat())] * 3}
            api.create(kind, factories.BODIES[kind](**changes))
            yield

    assert sum(1 for _ in made()) == number


def test_pages_of_any_size_in_either_direction_have_each_entry_once_in_one_order(service: Api) -> None:
    populated(service, 40)
    whole = ask(service, limit=500)
    assert len(whole) > 40
    assert len(set(whole)) == len(whole)
    for limit in (1, 3, 7, 50):
        assert ask(service, limit=limit) == whole
        assert ask(service, limit=limit, sort="date") == whole[::-1]


def test_a_range_finds_what_overlaps_it_and_nothing_else(service: Api) -> None:
    populated(service, 40)
    whole = entries(service)
    for first in range(0, 18, 5):
        for days in (0, 4):
            since = (date(2018, 1, 1) + timedelta(first)).isoformat()
            to = (date(2018, 1, 1) + timedelta(first + days)).isoformat()
            for bounds in ({"since": since, "to": to}, {"since": since}, {"to": to}):
                expected = [
                    each
                    for each in whole
                    if (each["date_latest"] or each["date_earliest"]) >= bounds.get("since", "")
                    and (each["date_earliest"] or each["date_latest"]) <= bounds.get("to", "9")
                ]
                assert ask(service, **bounds, limit=20) == told(expected)


def test_as_of_finds_what_had_ended_by_then_and_nothing_else(service: Api) -> None:
    populated(service, 40)
    whole = entries(service)
    for first in range(0, 18, 3):
        day = (date(2018, 1, 1) + timedelta(first)).isoformat()
        expected = [each for each in whole if (each["date_latest"] or each["date_earliest"]) <= day]
        assert ask(service, as_of=day, limit=9) == told(expected)


def test_what_is_recorded_of_later_days_never_changes_an_answer_about_earlier_ones(service: Api) -> None:
    populated(service, 12)
    service.make("observations", id="seen", date="2018-01-02")
    query = {"as_of": "2018-01-08"}
    then = service.read("timeline", query)
    service.make("observations", id="later", date="2018-01-09", related=[related("seen", "retracts")])
    service.make("parades", id="later", date="2018-01/2018-02")
    assert service.read("timeline", query) == then


def test_known_at_reads_all_pages_as_they_were(service: Api) -> None:
    populated(service, 12)
    whole, then = ask(service), service.read("changes")["items"][-1]["recorded_at"]
    for entry in entries(service):
        if entry["kind"] in ("parade", "communication"):
            service.remove(entry["record"]["self"])
        elif entry["kind"] == "summit_step":
            service.revise(entry["record"]["self"], steps=[factories.step("proposed", "2017-01-01")])
    assert ask(service) != whole
    for limit in (1, 5, 500):
        assert ask(service, known_at=then, limit=limit) == whole


def test_next_keeps_every_other_parameter_and_a_cursor_is_valid_for_its_query_only(seeded: Api) -> None:
    answer = seeded.get("timeline", {"limit": 2, "country": "PRK"})
    assert 'rel="next"' in answer.headers["Link"]
    assert "country=PRK" in answer.headers["Link"]
    cursor = answer.json["next_cursor"]
    assert seeded.get("timeline", {"limit": 3, "country": "PRK", "cursor": cursor}).status_code == 200
    for other in ({}, {"country": "USA"}, {"country": "PRK", "sort": "date"}):
        assert seeded.get("timeline", {**other, "cursor": cursor}).status_code == 400


# ---------------------------------------------------------------------------------------- wrong questions


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"near": "facilities/sohae"}, ("near", "undated")),
        ({"near": "systems/hwasong-14"}, ("near", "undated")),
        ({"near": "summits/nowhere"}, ("near", "unknown_reference")),
        ({"near": "meetings/singapore-2018"}, ("near", "unknown_type")),
        ({"near": "singapore-2018"}, ("near", "invalid_address")),
        ({"days": "60"}, ("days", "without_near")),
        ({"near": "summits/singapore-2018", "days": "-1"}, ("days", "invalid_value")),
        ({"near": "summits/singapore-2018", "days": "9999"}, ("days", "invalid_value")),
        ({"from": "2018-02-01", "to": "2018-01-01"}, ("to", "out_of_order")),
        ({"kind": "meeting"}, ("kind", "invalid_choice")),
        ({"country": "KP"}, ("country", "invalid_country")),
        ({"facility": "Sohae!"}, ("facility", "invalid_slug")),
        ({"sort": "id"}, ("sort", "invalid_choice")),
        ({"as_of": "2999-01-01"}, ("as_of", "in_the_future")),
        ({"published_until": "2999-01-01"}, ("published_until", "in_the_future")),
        ({"known_at": "2999-01-01T00:00:00Z"}, ("known_at", "in_the_future")),
        ({"as_of": "yesterday"}, ("as_of", "invalid_date")),
        ({"until": "2018"}, ("until", "unknown_parameter")),
    ],
)
def test_what_cannot_be_asked_is_a_clear_problem(seeded: Api, query: Any, expected: tuple[str, str]) -> None:
    assert fault(seeded, **query) == expected


def test_an_event_that_had_not_been_recorded_is_a_problem(service: Api) -> None:
    then = service.make("parades", id="first")["recorded_at"]
    service.make("parades", id="second")
    assert fault(service, near="parades/second", known_at=then) == ("near", "unknown_reference")


def test_the_answer_is_tagged_and_not_sent_twice(seeded: Api) -> None:
    tag = seeded.get("timeline").headers["ETag"]
    assert seeded.get("timeline", headers={"If-None-Match": tag}).status_code == 304


def test_a_facility_that_there_is_not_is_a_problem(seeded: Api) -> None:
    answer = seeded.get("timeline", {"facility": "sohae,yongbyon"})
    assert answer.status_code == 400
    (fault,) = answer.json["errors"]
    assert (fault["parameter"], fault["code"]) == ("facility", "unknown_reference")
    assert "yongbyon" in fault["detail"]
