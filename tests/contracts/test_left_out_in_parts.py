"""Of parts with sources of their own: what reports a record, and what only an account of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api


@pytest.fixture
def told_of_in_parts(service: Api) -> Api:
    """Records of which one part has a source that appeared long before those of the record."""
    service.furnish()
    for record_id, published in (("then", "2000-06-11"), ("late", "2023-09-26")):
        service.create("sources", a.source(id=record_id, published=published))
    then, late = [a.citation("then")], [a.citation("late")]
    account = {"id": "one", "statement": "It was denied.", "by": {"name": "A ministry"}, "citations": then}
    service.make("facilities", id="site", name="Site", citations=then)
    dated: dict[str, Any] = {"date": "2000-05-01", "citations": late}
    seen = {"facility": "site", "findings": [a.finding("damaged", None)], **dated}
    shown = {"category": "icbm", "presence": "displayed", "citations": then}
    said = {"text": "Words of the letter.", "citations": then}
    regarding = [{"type": "source", "id": "then"}]
    service.make("observations", id="claimed-seen", claims=[account], **seen)
    service.make("observations", id="regarding-seen", regarding=regarding, **seen)
    service.make("communications", id="claimed-letter", claims=[account], **dated)
    service.make("communications", id="quoted-letter", quotes=[said], **dated)
    service.make("communications", id="regarding-letter", regarding=regarding, **dated)
    service.make("parades", id="claimed-parade", claims=[account], **dated)
    service.make("parades", id="shown-parade", appearances=[shown], **dated)
    step = [a.step("held", "2000-05-01", citations=late)]
    service.make("summits", id="claimed-summit", steps=step, claims=[account], citations=late)
    return service


@pytest.mark.parametrize("kind", ["summit_step", "communication", "parade", "observation"])
@pytest.mark.parametrize("until", ["2000-06-10", "2001-01-01", "2023-09-26"])
def test_what_has_a_date_is_either_among_the_entries_or_counted_as_left_out(
    told_of_in_parts: Api, kind: str, until: str
) -> None:
    every = told_of_in_parts.read("timeline", {"kind": kind})["items"]
    answer = told_of_in_parts.read("timeline", {"kind": kind, "published_until": until})
    assert len(answer["items"]) + answer["left_out"]["not_public"] == len(every) > 0
    assert all(each["citations"] for each in answer["items"])


def test_an_account_of_others_does_not_report_a_record_and_an_appearance_does(told_of_in_parts: Api) -> None:
    public = {"published_until": "2001-01-01"}
    listed = [each["record"]["id"] for each in told_of_in_parts.items("timeline", public)]
    assert listed == ["shown-parade"]
    situation = told_of_in_parts.read("situation", public)
    assert situation["last_parade"]["parade"]["id"] == "shown-parade"
    assert [each["source"] for each in situation["last_parade"]["parade"]["citations"]] == ["then"]
    assert situation["latest_communications"] == []
    assert situation["left_out"] == {"summit_steps": 1, "communications": 3, "parades": 1}


@pytest.mark.parametrize("words", ["claimed", "quoted", "regarding", "seen", "letter", "parade"])
def test_a_search_finds_or_counts_each_record_that_holds_the_words(told_of_in_parts: Api, words: str) -> None:
    for until in ("2000-06-10", "2001-01-01", "2023-09-26"):
        for clocks in ({}, {"as_of": "2026-01-01"}):
            every = told_of_in_parts.read("search", {"q": words, **clocks})["items"]
            answer = told_of_in_parts.read("search", {"q": words, **clocks, "published_until": until})
            assert len(answer["items"]) + answer["left_out"]["not_public"] == len(every)
