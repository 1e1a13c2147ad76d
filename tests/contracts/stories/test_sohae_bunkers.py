"""An assessment that was overturned: the bunkers at Sohae's pad (facts: f-sohae, o-002, o-003, o-012 to o-015)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.stories.sohae import FACILITY, seen, state
from tests.contracts.stories.telling import cited, entry, situation, status, write

IMAGE = "2018-07-22"
BUNKERS = "pad-bunkers"
# In July all three were read as untouched, in one image.
_JULY = seen(
    "july-reading",
    IMAGE,
    "seed-2018-09",
    findings=[state(BUNKERS, "intact"), state("gantry", "intact"), state("main-proc", "intact")],
)


def _review(relation: str) -> dict[str, Any]:
    """38 North looked at the image again in October: the roof had changed by then."""
    related = [{"observation": "july-reading", "relation": relation, "components": [BUNKERS]}]
    return seen(
        "october-review", IMAGE, "38n-2018-10-10", findings=[state(BUNKERS, "modified")], related=related
    )


def _before(name: str, day: str) -> dict[str, Any]:
    return seen(name, day, "38n-2018-10-10", findings=[state(BUNKERS, "intact")])


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    write(shared, "facilities", FACILITY)
    earlier = (_before("o-002", "2018-03-14"), _before("o-003", "2018-05-26"))
    write(shared, "observations", _JULY, _review("supersedes"), *earlier)
    return shared


def test_in_what_was_public_in_september_the_bunkers_were_untouched(told: Api) -> None:
    found = entry(status(told, "sohae", published_until="2018-09-30"), BUNKERS)
    assert (found["state"], found["since"], found["last_observed"]) == ("intact", IMAGE, IMAGE)
    (rests,) = found["rests_on"]
    assert (rests["record"]["id"], rests["pointer"], cited(rests)) == (
        "july-reading",
        "/findings/0",
        ["seed-2018-09"],
    )


def test_in_what_was_public_that_october_they_were_no_longer_so_about_the_same_image(told: Api) -> None:
    answer = status(told, "sohae", published_until="2018-10-10")
    found = entry(answer, BUNKERS)
    assert (found["state"], found["since"], found["last_observed"], found["conflicts"]) == (
        "modified",
        IMAGE,
        IMAGE,
        [],
    )
    assert cited(found["rests_on"][0]) == ["38n-2018-10-10"]
    assert [entry(answer, name)["state"] for name in ("gantry", "main-proc")] == ["intact", "intact"]


def test_the_day_before_the_review_was_out_changes_nothing(told: Api) -> None:
    answer = status(told, "sohae", published_until="2018-10-09")
    assert entry(answer, BUNKERS)["state"] == "intact"
    assert answer["left_out"] == {"retracted": 0, "superseded": 0, "not_public": 3, "observations": []}


def test_an_article_dated_by_its_month_is_public_from_the_last_of_it(told: Api) -> None:
    assert entry(status(told, "sohae", published_until="2018-09-29"), BUNKERS)["state"] == "unknown"


def test_the_overturned_reading_is_left_out_counted_and_told_with_what_overturned_it(told: Api) -> None:
    left_out = status(told, "sohae", published_until="2018-10-10")["left_out"]
    assert (left_out["retracted"], left_out["superseded"]) == (0, 1)
    (gone,) = left_out["observations"]
    assert (gone["record"]["id"], gone["relation"], gone["components"]) == (
        "july-reading",
        "supersedes",
        [BUNKERS],
    )
    assert (gone["by"]["id"], gone["pointer"], cited(gone)) == (
        "october-review",
        "/related/0",
        ["38n-2018-10-10"],
    )


def test_the_history_told_in_october_begins_with_images_that_nobody_had_spoken_of_before(told: Api) -> None:
    def history(until: str) -> list[tuple[str, list[str], str]]:
        items = told.items("facilities/sohae/status/history", {"published_until": until})
        return [
            (each["date"], one["before"], one["state"])
            for each in items
            for one in each["changed"]
            if one["component"] == BUNKERS
        ]

    assert history("2018-09-30") == [(IMAGE, ["unknown"], "intact")]
    assert history("2018-10-10") == [
        ("2018-03-14", ["unknown"], "intact"),
        (IMAGE, ["intact"], "modified"),
    ]


def test_what_was_so_in_may_is_known_since_october(told: Api) -> None:
    in_may = {"as_of": "2018-05-26"}
    assert entry(status(told, "sohae", **in_may, published_until="2018-09-30"), BUNKERS)["state"] == "unknown"
    found = entry(status(told, "sohae", **in_may, published_until="2018-10-10"), BUNKERS)
    assert (found["state"], found["since"]) == ("intact", "2018-03-14")


def test_the_situation_counts_it_as_modified_and_says_that_something_was_left_out(told: Api) -> None:
    (september,) = situation(told, published_until="2018-09-30")["facilities"]
    (october,) = situation(told, published_until="2018-10-10")["facilities"]
    assert (september["counts"]["intact"], september["left_out"]["superseded"]) == (3, 0)
    assert (october["counts"]["intact"], october["counts"]["modified"]) == (2, 1)
    assert october["left_out"] == {"retracted": 0, "superseded": 1, "not_public": 0}


def test_the_timeline_no_longer_summarises_the_finding_that_was_overturned(told: Api) -> None:
    def summaries(until: str) -> dict[str, str]:
        items = told.items("timeline", {"facility": "sohae", "published_until": until})
        return {each["record"]["id"]: each["summary"].lower() for each in items}

    assert "bunkers (launch pad) intact" in summaries("2018-09-30")["july-reading"]
    october = summaries("2018-10-10")
    assert "bunkers" not in october["july-reading"]
    assert "gantry tower" in october["july-reading"]
    assert "bunkers (launch pad) modified" in october["october-review"]


# ------------------------------------------------- as the facts have it first: the review contradicts the reading


@pytest.fixture
def contradicted(service: Api) -> tuple[Api, str]:
    """The review entered as contradicting the reading, no more; and when that was held."""
    write(service, "facilities", FACILITY)
    _, review = write(service, "observations", _JULY, _review("contradicts"))
    return service, review["recorded_at"]


def test_competing_readings_of_one_image_are_both_listed_and_neither_is_picked(
    contradicted: tuple[Api, str],
) -> None:
    service, _ = contradicted
    answer = status(service, "sohae")
    found = entry(answer, BUNKERS)
    assert (found["state"], found["since"], found["rests_on"]) == (None, None, [])
    assert {each["state"]: (each["record"]["id"], cited(each)) for each in found["conflicts"]} == {
        "intact": ("july-reading", ["seed-2018-09"]),
        "modified": ("october-review", ["38n-2018-10-10"]),
    }
    assert answer["counts"]["contested"] == 1
    assert answer["left_out"]["observations"] == []
    (site,) = situation(service)["facilities"]
    assert site["counts"]["contested"] == 1
    assert {each["record"]["id"]: cited(each) for each in site["last_observed_by"]} == {
        "july-reading": ["seed-2018-09"],
        "october-review": ["38n-2018-10-10"],
    }


def test_before_the_review_was_public_nothing_competed(contradicted: tuple[Api, str]) -> None:
    service, _ = contradicted
    found = entry(status(service, "sohae", published_until="2018-09-30"), BUNKERS)
    assert (found["state"], found["conflicts"]) == ("intact", [])


def test_once_it_is_judged_today_has_one_answer_and_the_record_before_still_has_two(
    contradicted: tuple[Api, str],
) -> None:
    service, then = contradicted
    service.revise("observations/october-review", related=_review("supersedes")["related"])
    now = entry(status(service, "sohae"), BUNKERS)
    assert (now["state"], now["conflicts"]) == ("modified", [])
    before = status(service, "sohae", known_at=then)
    assert {each["state"] for each in entry(before, BUNKERS)["conflicts"]} == {"intact", "modified"}
    assert before["left_out"]["superseded"] == 0
