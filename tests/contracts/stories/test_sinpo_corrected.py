"""An analysis that was corrected, and its copy that was not (facts: f-sinpo, o-089 and o-090)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.api import Api
from tests.contracts.stories.sources import SOURCES
from tests.contracts.stories.telling import cite, cited, entry, status, timeline, write

_ORIGINAL, _COPY = "38n-2019-09-26-sinpo", "stimson-2019-sinpo"
_IMAGES = "2019-08-26/2019-09-23"


def _reading(name: str, source: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "facility": "sinpo",
        "date": _IMAGES,
        "method": "satellite_imagery",
        "findings": [{"component": "sub", "state": "under_construction"}],
        "citations": cite(source),
        **more,
    }


@pytest.fixture(scope="module")
def told(shared: Api) -> Api:
    correction = "A floating crane had been mislabelled as the test barge."
    shared.create("sources", SOURCES[_ORIGINAL], corrected="2019-10-02", correction=correction)
    shared.create("sources", SOURCES[_COPY], republishes=_ORIGINAL)
    write(
        shared,
        "facilities",
        {
            "id": "sinpo",
            "name": "Sinpo South Shipyard",
            "kind": "shipyard",
            "country": "PRK",
            "place": {"name": "South Hamgyong", "country": "PRK", "latitude": 40.0368, "longitude": 128.1839},
            "components": [{"id": "sub", "name": "Ballistic missile submarine"}],
            "citations": cite("cns-db-2023"),
        },
    )
    supersedes = [{"observation": "o-090", "relation": "supersedes"}]
    write(
        shared,
        "observations",
        _reading("o-090", _COPY, note="A copy of the article without the correction."),
        _reading("o-089", _ORIGINAL, related=supersedes),
    )
    return shared


def test_the_status_rests_on_the_corrected_article_and_counts_the_copy_as_left_out(told: Api) -> None:
    answer = status(told, "sinpo", as_of="2019-09-30")
    found = entry(answer, "sub")
    assert (found["state"], found["since"], found["conflicts"]) == ("under_construction", "2019-09-23", [])
    (rests,) = found["rests_on"]
    assert (rests["record"]["id"], rests["date"], cited(rests)) == ("o-089", _IMAGES, [_ORIGINAL])
    assert answer["left_out"]["superseded"] == 1
    (gone,) = answer["left_out"]["observations"]
    assert (gone["record"]["id"], gone["by"]["id"]) == ("o-090", "o-089")


def test_from_the_copy_a_reader_comes_to_the_original_and_its_correction(told: Api) -> None:
    copied = told.read("observations/o-090", {"expand": "citations.source"})["citations"][0]["source"]
    assert (copied["published"], copied["correction"], copied["republishes"]) == (None, None, _ORIGINAL)
    original = told.read(f"sources/{copied['republishes']}")
    assert (original["published"], original["corrected"]) == ("2019-09-26", "2019-10-02")
    assert "mislabelled" in original["correction"]


def test_the_timeline_has_the_reading_once_and_says_which_was_left_out(told: Api) -> None:
    assert timeline(told, facility="sinpo") == [(_IMAGES, "o-089")]
    left_out = told.read("timeline", {"facility": "sinpo"})["left_out"]
    assert [(each["record"]["id"], each["by"]["id"]) for each in left_out["observations"]] == [
        ("o-090", "o-089")
    ]


def test_the_day_before_the_article_appeared_the_submarine_was_unknown_to_the_public(told: Api) -> None:
    assert entry(status(told, "sinpo", published_until="2019-09-25"), "sub")["state"] == "unknown"
    assert entry(status(told, "sinpo", published_until="2019-09-26"), "sub")["state"] == "under_construction"
