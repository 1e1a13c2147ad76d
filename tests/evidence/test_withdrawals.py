"""Which evidence counts: what is taken back, by what is itself in force, and what was public."""

from typing import Any

import pytest

from service.records.clocks import Clocks
from tests.facilities.evidence import citation, finding, observation, pad, public, relation, status

# --------------------------------------------------------------------------- what is taken back


FIRST = observation("first", "2018-07-20", "intact")


@pytest.mark.parametrize(
    ("others", "state"),
    [
        ([relation("supersedes", "first")], "damaged"),
        ([relation("retracts", "first")], "damaged"),
        ([relation("retracts", "first", "pad")], "damaged"),
        ([relation("retracts", "first", "stand")], None),
        ([relation("contradicts", "first")], None),
        ([], None),
    ],
)
def test_what_is_retracted_or_superseded_does_not_compete(others: list[Any], state: str | None) -> None:
    second = observation("second", "2018-07-20", "damaged", related=others)
    assert pad(status([FIRST, second])).state == state


def chain(*relations: Any, last_day: str = "2018-07-23") -> list[Any]:
    """Observations of another component that withdraw ``first``, one another, and so on."""
    days = ["2018-07-21", "2018-07-22", last_day]
    other = finding("intact", "stand")
    return [FIRST] + [
        observation(f"w{n}", day, other, related=[each])
        for n, (day, each) in enumerate(zip(days, relations, strict=False))
    ]


def test_a_retraction_holds_only_while_it_is_in_force() -> None:
    retracted = chain(relation("retracts", "first"))
    reinstated = chain(relation("retracts", "first"), relation("retracts", "w0"))
    retracted_again = chain(
        relation("retracts", "first"), relation("retracts", "w0"), relation("supersedes", "w1")
    )
    assert [pad(status(each)).state for each in (retracted, reinstated, retracted_again)] == [
        "unknown",
        "intact",
        "unknown",
    ]


def test_one_taken_back_for_some_components_is_still_in_force() -> None:
    assert (
        pad(status(chain(relation("retracts", "first"), relation("retracts", "w0", "stand")))).state
        == "unknown"
    )


def test_a_withdrawal_counts_from_the_day_of_the_observation_that_makes_it() -> None:
    retracted = chain(relation("retracts", "first"))
    assert pad(status(retracted, Clocks("2018-07-20"))).state == "intact"
    assert pad(status(retracted, Clocks("2018-07-21"))).state == "unknown"


def test_withdrawals_in_a_circle_hold_none_of_them() -> None:
    one = observation("one", "2018-07-20", "intact", related=[relation("retracts", "other")])
    other = observation("other", "2018-07-20", "damaged", related=[relation("retracts", "one")])
    assert pad(status([one, other])).state is None
    ended = observation(
        "third", "2018-07-20", finding("intact", "stand"), related=[relation("retracts", "one")]
    )
    assert pad(status([one, other, ended])).state == "damaged"


def test_what_hangs_from_a_circle_is_not_certain_either() -> None:
    one = observation(
        "one", "2018-07-20", finding("intact", "stand"), related=[relation("retracts", "other")]
    )
    other = observation(
        "other",
        "2018-07-20",
        finding("intact", "stand"),
        related=[relation("retracts", x) for x in ("one", "first")],
    )
    assert pad(status([FIRST, one, other])).state == "intact"


def test_what_was_left_out_is_told_with_what_takes_it_back() -> None:
    found = status(
        [FIRST, observation("second", "2018-07-21", "damaged", related=[relation("retracts", "first")])]
    )
    assert [(each.observation, each.by, each.relation) for each in found.left_out] == [
        ("first", "second", "retracts")
    ]
    nothing_on_it = observation(
        "second", "2018-07-21", "damaged", related=[relation("retracts", "first", "stand")]
    )
    assert status([FIRST, nothing_on_it]).left_out == ()


def test_an_observation_of_another_facility_can_take_back_but_says_nothing_of_this_one() -> None:
    other = observation(
        "other", "2018-07-21", "destroyed", related=[relation("retracts", "first")], facility="yongbyon"
    )
    assert pad(status([FIRST, other])).state == "unknown"


def test_a_long_chain_takes_no_recursion() -> None:
    observations = [
        observation(
            f"o-{n}", "2018-07-20", "intact", related=[relation("supersedes", f"o-{n - 1}")] if n else []
        )
        for n in range(5_001)
    ]
    assert len(status(observations).left_out) == 2_500


# --------------------------------------------------------------------------- what was public


def test_a_finding_counts_once_one_of_the_citations_that_support_it_was_public() -> None:
    seen = observation(
        "a",
        "2018-07-20",
        "intact",
        finding("damaged", "stand"),
        citations=[citation("july", "/findings/0"), citation("october", "/findings/1/state")],
    )
    assert [each.state for each in status([seen], public("july")).entries] == ["intact", "unknown"]
    assert [each.state for each in status([seen], public("july", "october")).entries] == ["intact", "damaged"]


def test_a_finding_that_no_citation_supports_by_name_rests_on_all_of_the_record() -> None:
    seen = observation("a", "2018-07-20", "intact", citations=[citation("july", "/date")])
    assert pad(status([seen], public("july"))).state == "intact"
    assert pad(status([seen], public())).state == "unknown"


def test_the_same_image_read_again_counts_once_that_was_public() -> None:
    july = observation("july", "2018-07-22", "intact", citations=[citation("july")])
    october = observation(
        "october",
        "2018-07-22",
        "modified",
        related=[relation("supersedes", "july")],
        citations=[citation("october")],
    )
    assert pad(status([july, october], public("july"))).state == "intact"
    assert pad(status([july, october], public("july", "october"))).state == "modified"
