"""Credibility 1 needs two independent origins, however many sources there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.dataset.files import CITED, KIM, SIGHT, SITE, Files, changed

ONE = "sources/one-2018.yaml"
TWO = "sources/two-2018.yaml"
NAMED = [{"source": "one-2018"}, {"source": "two-2018"}]
FINDING = {"component": "pad", "state": "intact", "credibility": 1}
CLAIM = {
    "id": "a-claim",
    "about": "/name",
    "statement": "It is so.",
    "by": KIM,
    "stance": "asserts",
    "credibility": 1,
    "citations": NAMED,
}
TOLD = "is 1, and its sources go back to one origin; make it 2, or cite a second, independent one"


def source(**fields: Any) -> dict[str, Any]:
    return {"title": "A page", "kind": "news_article", "published": "2018-07-23", "publisher": "KBS"} | fields


def with_sources(files: Files, one: dict[str, Any], two: dict[str, Any]) -> Files:
    return files | {ONE: source(**one), TWO: source(**two)}


def observed(*findings: dict[str, Any], citations: list[dict[str, Any]] | None = None) -> Files:
    return changed(SIGHT, findings=list(findings), citations=citations or NAMED)


ANALYST = {"publisher": "38 North", "kind": "imagery_analysis"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({}, {}),
        ({}, {"publisher": "K.B.S."}),
        (ANALYST, {"relays": ["one-2018"]}),
        (ANALYST, {"relays": ["38 North"]}),
        ({"relays": ["38 North"]}, {"publisher": "Yonhap", "relays": ["38 North"]}),
        (ANALYST, {"republishes": "one-2018", "publisher": "Stimson Center"}),
        ({"relays": ["two-2018"]}, {"relays": ["one-2018"], "republishes": None, "publisher": "Yonhap"}),
    ],
    ids=[
        "one publisher",
        "one publisher, spelled otherwise",
        "one passes the other on",
        "one passes on the other's publisher",
        "both pass one analyst on",
        "one is a copy",
        "each passes the other on",
    ],
)
def test_sources_of_one_origin_do_not_confirm_one_another(
    faults: Callable[[Files], list[str]], one: dict[str, Any], two: dict[str, Any]
) -> None:
    told = faults(with_sources(observed(FINDING), one, two))

    assert f"{SIGHT}: /findings/0/credibility: {TOLD}" in told


def test_sources_of_two_origins_confirm_a_finding(faults: Callable[[Files], list[str]]) -> None:
    two_analysts = {"relays": ["38 North", "CSIS"]}

    assert faults(with_sources(observed(FINDING), ANALYST, {"publisher": "CSIS"})) == []
    assert faults(with_sources(observed(FINDING), two_analysts, two_analysts)) == []


def test_only_the_citations_that_support_a_finding_confirm_it(faults: Callable[[Files], list[str]]) -> None:
    other = FINDING | {"aspect": "position", "state": "in_place", "credibility": 2}
    cited = [
        {"source": "one-2018", "supports": ["/findings/0"]},
        {"source": "two-2018", "supports": ["/findings/1"]},
    ]
    told = faults(with_sources(observed(FINDING, other, citations=cited), ANALYST, {"publisher": "CSIS"}))

    assert told == [f"{SIGHT}: /findings/0/credibility: {TOLD}"]


def test_a_claim_of_one_origin_is_not_confirmed_either(faults: Callable[[Files], list[str]]) -> None:
    claimed = changed(SITE, claims=[CLAIM])

    assert faults(with_sources(claimed, ANALYST, {"relays": ["38 North"]})) == [
        f"{SITE}: /claims/0/credibility: {TOLD}"
    ]
    assert faults(with_sources(claimed, ANALYST, {"publisher": "CSIS"})) == []


def test_who_is_relayed_is_spelled_as_the_publisher_is(faults: Callable[[Files], list[str]]) -> None:
    told = faults(with_sources(changed(SITE, citations=[*CITED, *NAMED]), ANALYST, {"relays": ["38-North"]}))

    assert any("'38-North' is spelled" in fault or "is spelled '38-North'" in fault for fault in told), told
