"""What ``published_until`` leaves out is counted, and never makes the past run backwards."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api


@pytest.fixture
def told_late(service: Api) -> Api:
    """A summit put off in public, held two days later and told of only years after; and what else was told late."""
    service.furnish()
    for record_id, published in (("then", "2000-06-11"), ("late", "2023-09-26")):
        service.create("sources", a.source(id=record_id, published=published))
    then, late = [a.citation("then")], [a.citation("late")]
    service.make(
        "summits",
        id="pyongyang",
        citations=then,
        steps=[
            a.step("scheduled", "2000-04-10", citations=then),
            a.step("postponed", "2000-06-11", citations=then),
            a.step("held", "2000-06-13", citations=late),
        ],
    )
    service.make("summits", id="open", citations=then, steps=[a.step("scheduled", "2000-06-01")])
    service.make("summits", id="unheard-of", citations=late, steps=[a.step("held", "2000-05-01")])
    service.make("communications", id="letter", citations=late, date="2000-06-01")
    service.make("communications", id="of-that-year", citations=late, date="2000")
    service.make("parades", id="parade", citations=late, date="2000-05-01")
    service.make("facilities", id="site", name="Site", citations=then)
    findings = [a.finding("damaged", None), a.finding("idle", None, aspect="activity")]
    service.make(
        "observations", id="seen", facility="site", date="2000-05-01", findings=findings, citations=late
    )
    return service


def at(api: Api, day: str) -> Any:
    return api.read("situation", {"as_of": day, "published_until": day})


def ids(summits: list[Any]) -> list[str]:
    return [each["record"]["id"] for each in summits]


@pytest.mark.parametrize("day", ["2000-06-13", "2005-01-01", "2022-04-26"])
def test_a_summit_of_which_a_later_step_was_told_late_is_uncertain_and_not_in_preparation(
    told_late: Api, day: str
) -> None:
    answer = at(told_late, day)
    assert ids(answer["summits_in_preparation"]) == ["open"]
    (uncertain,) = answer["summits_uncertain"]
    assert (uncertain["record"]["id"], uncertain["status"]) == ("pyongyang", "uncertain")
    assert (uncertain["rests_on"]["pointer"], uncertain["rests_on"]["status"]) == ("/steps/1", "postponed")
    assert uncertain["steps_left_out"] == 1
    for summit in (
        told_late.read("summits/pyongyang", {"as_of": day, "published_until": day}),
        told_late.items("summits", {"published_until": day, "id": "pyongyang"})[0],
    ):
        assert (summit["status"], summit["status_since"]) == ("uncertain", "2000-06-11")


def test_before_the_step_was_taken_the_summit_is_in_preparation(told_late: Api) -> None:
    answer = at(told_late, "2000-06-12")
    assert ids(answer["summits_in_preparation"]) == ["pyongyang", "open"]
    assert answer["summits_uncertain"] == []
    # With one of the clocks the other has not come: the step is not yet due in what was public.
    assert told_late.read("summits/pyongyang", {"published_until": "2000-06-12"})["status"] == "postponed"


def test_once_it_was_told_the_summit_was_held(told_late: Api) -> None:
    answer = at(told_late, "2023-09-26")
    assert (answer["summits_uncertain"], ids(answer["summits_in_preparation"])) == ([], ["open"])
    assert answer["last_summit_held"]["record"]["id"] == "pyongyang"
    assert told_late.read("situation")["summits_uncertain"] == []


def test_a_summit_of_which_nothing_was_public_has_no_status(told_late: Api) -> None:
    clocks = {"as_of": "2001-01-01", "published_until": "2001-01-01"}
    assert told_late.read("summits/unheard-of", clocks)["status"] is None


def test_a_list_finds_summits_by_their_uncertain_status(told_late: Api) -> None:
    public = {"published_until": "2001-01-01"}
    assert told_late.ids("summits", {"status": "uncertain", **public}) == ["pyongyang"]
    assert "pyongyang" not in told_late.ids("summits", {"status": "postponed", **public})
    assert told_late.ids("summits", {"status": "uncertain"}) == []


def test_the_situation_counts_what_it_leaves_out(told_late: Api) -> None:
    nothing = {"summit_steps": 0, "communications": 0, "parades": 0}
    assert told_late.read("situation")["left_out"] == nothing
    assert told_late.read("situation", {"as_of": "2001-01-01"})["left_out"] == nothing
    assert at(told_late, "2000-12-30")["left_out"] == {"summit_steps": 2, "communications": 1, "parades": 1}
    assert at(told_late, "2000-12-31")["left_out"] == {"summit_steps": 2, "communications": 2, "parades": 1}
    assert at(told_late, "2023-09-26")["left_out"] == nothing


def test_a_status_counts_the_findings_that_were_not_public(told_late: Api) -> None:
    def left_out(**clocks: str) -> int:
        number = told_late.read("facilities/site/status", clocks)["left_out"]["not_public"]
        (site,) = [
            each
            for each in told_late.read("situation", clocks)["facilities"]
            if each["facility"]["id"] == "site"
        ]
        assert site["left_out"]["not_public"] == number
        return int(number)

    assert left_out() == 0
    assert left_out(published_until="2001-01-01") == 2
    assert left_out(published_until="2001-01-01", as_of="2000-04-30") == 0
    assert left_out(published_until="2023-09-26") == 0


def test_a_source_that_gets_another_day_is_counted_by_that_one(told_late: Api) -> None:
    told_late.revise("sources/late", published="2000-07-01")
    public = {"published_until": "2001-01-01"}
    assert told_late.read("facilities/site/status", public)["left_out"]["not_public"] == 0
    assert told_late.read("summits/pyongyang", public)["status"] == "held"


def test_the_history_of_a_status_counts_the_findings_that_were_not_public(told_late: Api) -> None:
    def left_out(**clocks: str) -> int:
        answer = told_late.read("facilities/site/status/history", clocks)
        assert (not answer["items"]) == bool(answer["left_out"]["not_public"])
        return int(answer["left_out"]["not_public"])

    assert left_out() == 0
    assert left_out(published_until="2001-01-01") == 2
    assert left_out(published_until="2023-09-26") == 0


def test_a_comparison_counts_the_appearances_and_the_parades_that_were_not_public(told_late: Api) -> None:
    then, late = [a.citation("then")], [a.citation("late")]
    shown = {"category": "icbm", "presence": "displayed"}
    for day, cited in (("1999-01-01", then), ("2000-06-05", late)):
        told_late.make(
            "parades",
            id=f"on-{day}",
            date=day,
            citations=then if day < "2000" else late,
            appearances=[shown, {**shown, "category": "slbm", "citations": cited}],
        )
    told_late.make(
        "parades", id="this", date="2000-06-10", citations=then, appearances=[shown | {"citations": late}]
    )

    def compared(**query: str) -> Any:
        answer = told_late.read("parades/this/comparison", query)
        return (answer["with"] or {"id": None})["id"], answer["left_out"]

    public = {"published_until": "2001-01-01"}
    assert compared() == ("on-2000-06-05", {"parades": 0, "appearances": 0})
    # The parade of May and that of June were held before, and nobody had reported them.
    assert compared(**public) == ("on-1999-01-01", {"parades": 2, "appearances": 1})
    assert compared(**public, **{"with": "on-2000-06-05"}) == (
        "on-2000-06-05",
        {"parades": 0, "appearances": 3},
    )
    assert compared(**public, as_of="2000-06-01") == ("on-1999-01-01", {"parades": 1, "appearances": 0})
    assert compared(published_until="2023-09-26") == ("on-2000-06-05", {"parades": 0, "appearances": 0})


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({}, 0),
        ({"published_until": "2023-09-26"}, 0),
        # Two steps, two communications, a parade and an observation.
        ({"published_until": "2001-01-01"}, 6),
        ({"published_until": "2001-01-01", "kind": "summit_step"}, 2),
        ({"published_until": "2001-01-01", "kind": "parade,observation"}, 2),
        ({"published_until": "2001-01-01", "facility": "site"}, 1),
        ({"published_until": "2001-01-01", "from": "2000-06-01"}, 3),
        ({"published_until": "2001-01-01", "from": "2000-05-02", "to": "2000-06-12"}, 2),
        ({"published_until": "2001-01-01", "as_of": "2000-06-12"}, 4),
        ({"published_until": "2001-01-01", "as_of": "2000-04-30"}, 0),
        ({"published_until": "2001-01-01", "from": "2000-06-14", "as_of": "2000-06-12"}, 0),
    ],
)
def test_the_timeline_counts_what_was_not_public_on_all_its_pages(
    told_late: Api, query: dict[str, str], number: int
) -> None:
    for limit in (1, 50):
        assert told_late.read("timeline", {**query, "limit": limit})["left_out"]["not_public"] == number
    if query.get("published_until") == "2001-01-01":
        every = {name: value for name, value in query.items() if name != "published_until"}
        every.setdefault("as_of", "2026-01-01")
        seen, public = (len(told_late.items("timeline", each)) for each in (every, {**every, **query}))
        assert seen - public == number


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"q": "letter"}, 0),
        ({"q": "letter", "published_until": "2001-01-01"}, 2),
        ({"q": "letter", "published_until": "2001-01-01", "as_of": "2000-06-02"}, 1),
        ({"q": "letter", "published_until": "2001-01-01", "type": "parade"}, 0),
        ({"q": "letter -letter", "published_until": "2001-01-01"}, 0),
        ({"q": "letter", "published_until": "2023-09-26"}, 0),
        ({"q": "report", "type": "source", "published_until": "2001-01-01"}, 2),
        ({"q": "report", "type": "source", "published_until": "2000-06-10"}, 3),
        ({"q": "meeting", "type": "summit", "published_until": "2001-01-01"}, 1),
    ],
)
def test_a_search_counts_the_records_that_were_not_public(
    told_late: Api, query: dict[str, str], number: int
) -> None:
    assert told_late.read("search", query)["left_out"]["not_public"] == number


@pytest.mark.parametrize("as_of", ["2000-05-31", "2000-06-12", "2000-06-13"])
def test_a_search_counts_summits_by_the_steps_that_had_been_taken(told_late: Api, as_of: str) -> None:
    then, late = [a.citation("then")], [a.citation("late")]
    told_late.make(
        "summits",
        id="mixed",
        title="Mixed meeting",
        citations=late,
        steps=[
            a.step("proposed", "2000-05-30", citations=late),
            a.step("held", "2000-06-13", citations=then),
        ],
    )
    asked = {"q": "meeting", "type": "summit", "as_of": as_of}
    answer = told_late.read("search", {**asked, "published_until": "2001-01-01", "limit": 50})
    every = told_late.read("search", {**asked, "limit": 50})
    assert len(every["items"]) - len(answer["items"]) == answer["left_out"]["not_public"]
    assert answer["left_out"]["not_public"] == (1 if as_of == "2000-06-13" else 2)


def test_a_summit_read_under_a_clock_is_refused_as_a_body_and_told_how_to_read_it(told_late: Api) -> None:
    whole = told_late.read("summits/pyongyang")
    for clocks in ({"published_until": "2001-01-01"}, {"as_of": "2000-05-01"}):
        read = told_late.read("summits/pyongyang", clocks)
        # The clocks change what is derived, and leave nothing out: all else may be sent back as it is.
        derived = ("status", "status_since")
        assert {**read, **{name: whole[name] for name in derived}} == whole
        answer = told_late.put("summits/pyongyang", read, match="*")
        assert answer.status_code == 422
        assert {each["pointer"] for each in answer.json["errors"]} <= {"/status", "/status_since"}
        assert "as a read without `as_of`, `published_until` and `known_at` has it" in answer.json["detail"]
        without = {name: value for name, value in read.items() if name not in derived}
        assert told_late.put("summits/pyongyang", without, match="*").json == whole


@pytest.mark.parametrize("path", [each for each in a.BODIES if each != "summits"])
def test_a_record_without_derived_fields_takes_no_public_clock(service: Api, path: str) -> None:
    made = service.make(path, id="one")
    answer = service.get(f"{path}/one", {"published_until": "2001-01-01"})
    assert answer.status_code == 400
    assert answer.json["errors"][0]["parameter"] == "published_until"
    assert service.put(f"{path}/one", made, match="*").json == made
