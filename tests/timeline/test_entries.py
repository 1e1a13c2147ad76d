"""An entry of the timeline: when it counts, the line that it is told in, what it rests on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.communications.timeline import summary_of_communication
from service.observations.timeline import summary_of_observation
from service.parades.timeline import summary_of_parade
from service.records.clocks import Clocks
from service.records.headlines import LONGEST_LINE
from service.summits.timeline import SUMMIT_STEPS, summary_of_step
from service.timeline import entries

NOW = Clocks()


def step(status: str = "scheduled", day: str = "2018-05-10", **more: Any) -> dict[str, Any]:
    dated = {"date": day, "date_earliest": day, "date_latest": day}
    return {"status": status, **dated, "by": None, "target": None, "citations": [], **more}


def record(**more: Any) -> dict[str, Any]:
    named = {"type": "summit", "id": "singapore", "self": "/v1/summits/singapore", "title": "Singapore"}
    return {**named, "steps": [], "citations": [{"source": "record"}], **more}


def public(*sources: str, until: str = "2018-06-01", **more: Any) -> Clocks:
    return Clocks(published_until=until, is_public=set(sources).__contains__, **more)


@pytest.mark.parametrize(
    ("dated", "as_of", "expected"),
    [
        (("2018-05-10", "2018-05-10"), "2018-05-09", False),
        (("2018-05-10", "2018-05-10"), "2018-05-10", True),
        (("2018-05-01", "2018-05-31"), "2018-05-30", False),
        (("2018-05-01", "2018-05-31"), "2018-05-31", True),
        (("2018-05-01", None), "2018-05-01", True),
        ((None, "2018-05-31"), "2018-05-30", False),
        (("2018-05-10", "2018-05-10"), None, True),
    ],
)
def test_what_is_dated_counts_once_the_latest_day_it_can_mean_has_come(
    dated: tuple[str | None, str | None], as_of: str | None, expected: bool
) -> None:
    statement = step() | {"date_earliest": dated[0], "date_latest": dated[1]}
    assert Clocks(as_of).holds(statement, record()) is expected


def test_a_statement_counts_by_its_own_sources_else_by_its_record_s() -> None:
    own = step(citations=[{"source": "own"}])
    assert public("own").holds(own, record())
    assert not public("record").holds(own, record())
    assert public("record").holds(step(), record())


def test_both_clocks_must_let_it_count() -> None:
    assert public("record", as_of="2018-05-10").holds(step(), record())
    assert not public("record", as_of="2018-05-09").holds(step(), record())
    assert not public(as_of="2018-05-10").holds(step(), record())


def test_an_entry_has_the_statement_s_date_its_place_and_the_citations_it_rests_on() -> None:
    summit = record(steps=[step(), step("held", "2018-06-12", citations=[{"source": "own"}])])
    assert entries.entry(SUMMIT_STEPS, summit, "/steps/1", "Singapore: held", NOW) == {
        "date": "2018-06-12",
        "date_earliest": "2018-06-12",
        "date_latest": "2018-06-12",
        "kind": "summit_step",
        "record": {"type": "summit", "id": "singapore", "self": "/v1/summits/singapore"},
        "pointer": "/steps/1",
        "summary": "Singapore: held",
        "citations": [{"source": "own"}],
    }
    assert entries.entry(SUMMIT_STEPS, summit, "/steps/0", "", NOW)["citations"] == [{"source": "record"}]


def test_citations_that_were_not_public_are_left_out() -> None:
    both = step(citations=[{"source": "early"}, {"source": "late"}])
    entry = entries.entry(SUMMIT_STEPS, record(steps=[both]), "/steps/0", "", public("early"))
    assert entry["citations"] == [{"source": "early"}]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "Singapore: not held"),
        ({"by": {"name": "White House"}}, "Singapore: not held (White House)"),
        ({"target": {"date": None, "place": None}}, "Singapore: not held"),
        ({"target": {"date": "2018-06-12", "place": None}}, "Singapore: not held, for 12 June 2018"),
        (
            {"target": {"date": "2018-06", "place": {"name": "Sentosa"}}},
            "Singapore: not held, for June 2018, Sentosa",
        ),
        ({"target": {"date": None, "place": {"name": None, "country": "SGP"}}}, "Singapore: not held"),
    ],
)
def test_a_step_is_told_by_its_summit_its_status_who_took_it_and_what_was_aimed_at(
    more: Any, line: str
) -> None:
    assert summary_of_step(record(), step("not_held", **more)) == line


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "Oral message from Kim: Asks."),
        ({"to": {"name": "Trump"}}, "Oral message from Kim to Trump: Asks."),
        ({"standing": "confirmed"}, "Oral message from Kim: Asks."),
        ({"standing": "denied"}, "Oral message from Kim (denied): Asks."),
    ],
)
def test_a_communication_is_told_with_its_standing_where_that_is_not_beyond_doubt(
    more: Any, line: str
) -> None:
    made = {"kind": "oral_message", "from": {"name": "Kim"}, "to": None, "standing": None, "summary": "Asks."}
    assert summary_of_communication(made | more) == line


def appearance(presence: str, *sources: str, **about: str) -> dict[str, Any]:
    cited = [{"source": source} for source in sources]
    return {"system": None, "category": None, **about, "presence": presence, "citations": cited}


def test_a_parade_is_told_by_what_it_showed_and_what_not() -> None:
    shown = [
        appearance("absent", category="cruise_missile"),
        appearance("displayed", system="h12"),
        appearance("not_observed", system="h14"),
        appearance("displayed", "late", system="h15"),
        appearance("displayed", system="h12"),
    ]
    parade = record(title="Founding day", appearances=shown)
    systems = {"h12": {"id": "h12", "name": "Hwasong-12"}}
    line = "Founding day: displayed Hwasong-12, h15; absent cruise missile; not observed h14"
    assert summary_of_parade(parade, NOW, systems) == line
    line = "Founding day: displayed Hwasong-12; absent cruise missile; not observed h14"
    assert summary_of_parade(parade, public("record"), systems) == line
    assert summary_of_parade(record(appearances=[]), NOW, {}) == "Singapore"


def test_an_observation_is_told_by_the_names_of_the_components_and_their_states() -> None:
    facility = {"name": "Sohae", "components": [{"id": "pad", "name": "Launch pad"}]}
    findings = [
        {"component": "pad", "state": "partially_dismantled"},
        {"component": None, "state": "idle"},
        {"component": "pad", "state": "relocated"},
        {"component": "tower", "state": "intact"},
    ]
    observation = {"facility": "sohae"}
    assert summary_of_observation(observation, facility, findings) == (
        "Sohae: Launch pad partially dismantled, relocated; the site idle; tower intact"
    )
    assert summary_of_observation(observation, None, []) == "sohae"


@given(st.text(max_size=2000))
def test_a_summary_is_one_line_of_bounded_length(text: str) -> None:
    summary = entries.entry(SUMMIT_STEPS, record(steps=[step()]), "/steps/0", f"Letter: {text}", NOW)[
        "summary"
    ]
    assert len(summary) <= LONGEST_LINE
    assert summary.splitlines() == [summary]
    assert "  " not in summary


def test_a_summary_that_is_cut_says_so() -> None:
    entry = entries.entry(SUMMIT_STEPS, record(steps=[step()]), "/steps/0", "word " * 100, NOW)
    assert entry["summary"].endswith("word …")


def test_the_last_step_that_counts_is_found() -> None:
    steps = [step(), step("cancelled", "2018-05-24"), step("reinstated", "2018-06-01")]
    found = entries.last_that_counts(steps, record(), Clocks("2018-05-31"))
    assert found is not None
    assert found["status"] == "cancelled"
    assert entries.last_that_counts(steps, record(), Clocks("2018-05-01")) is None
