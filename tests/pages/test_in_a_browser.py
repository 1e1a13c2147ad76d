"""Pages in a real browser, with the whole record: nothing broken, nothing scrolls sideways, all is reached."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.access.keys import create_key
from service.app import make_context
from service.settings import Settings
from tests.browser import drive_browser
from tests.servers import run_server

PROGRAM = Path(__file__).with_name("browse.mjs")
# What a page may weigh and ask for, compressed.
MOST_BYTES, MOST_FILES = 100_000, 5
REVISED = "/v1/communications/letter-putin-kim-2022-08-15"
DELETED = "/v1/observations/kangson-2021-06-07"
# One of each kind; those with drawings are of the longest.
PAGES = (
    "/",
    "/v1/situation?as_of=2018-09-10&published_until=2018-09-10",
    "/v1/timeline?from=2018-06&to=2018-09",
    "/v1/search?q=sohae+dismantled",
    "/v1/summits?status=held",
    "/v1/facilities?kind=missile_base",
    "/v1/steps?limit=10",
    "/v1/sources/white-house-coordinating-second-meeting-2018-09",
    "/v1/systems/hwasong-15",
    "/v1/actors/vladimir-putin",
    "/v1/summits/singapore-2018",
    "/v1/communications/kim-jong-un-letter-second-meeting",
    "/v1/parades/north-korea-2018-09-09",
    "/v1/facilities/sohae",
    "/v1/observations/sohae-2018-07-20",
    "/v1/facilities/punggye-ri/status?as_of=2018-06-01",
    "/v1/facilities/sohae/status/history",
    "/v1/facilities/yongbyon/status/periods",
    "/v1/parades/north-korea-2018-09-09/comparison",
    "/v1/presence?country=PRK&from=2017",
    f"{REVISED}/revisions",
    f"{REVISED}/revisions/2?compare=1",
    "/v1/changes?limit=10",
    "/v1",
    "/ogc/collections/facilities/items?limit=10",
    "/problems/not-found",
    "/docs",
    "/docs/getFacilityStatus",
    "/docs/shapes/Facility",
)
# Whatever is asked for, a page has at most 200 entries.
LONGEST = (
    "/v1/timeline?limit=500",
    "/v1/claims?limit=500",
    "/v1/steps?limit=500",
    "/v1/findings?limit=500",
    "/v1/communications?limit=500",
    "/v1/presence?country=PRK&limit=500",
    "/v1/facilities/sohae",
)
ERRORS = {"/v1/summits/nope": 404, "/v1/summits?as_of=2018-13-01": 400, DELETED: 410}
# Every kind of control: forms, chips, the bar of clocks, folded parts, drawings, tables that scroll.
TABBED = (
    "/v1/facilities?kind=missile_base&as_of=2018-09-10",
    "/v1/parades/north-korea-2018-09-09/comparison",
)
CLOCKS = "as_of=2018-09-10&published_until=2018-09-10"
SUMMIT = "/v1/summits/singapore-2018"
PARADE = "/v1/parades/north-korea-2018-09-09"
GRID, STRIP = "/v1/presence?country=PRK&from=2017", "/v1/facilities/sohae/status"
# The mark of the drawing in sight that Tab leads to, or the arrow keys have led to.
MARK = ".drawing:first-child [tabindex='0']"
# What a reader does: where it begins, each action, and the address where it ends.
WALKS: dict[str, tuple[list[Any], str]] = {
    "ask for JSON in the reference": (
        ["/docs/getFacilityStatus", ["fill", "#by-path-id", "yongbyon"], ["go", ".try button"]],
        "/v1/facilities/yongbyon/status?format=json",
    ),
    "search from the top": (["/", ["fill", "#find", "sohae"], ["go", "#find", "Enter"]], "/v1/search?q=sohae"),
    "open what is found": (["/v1/search?q=sohae", ["go", ".found a"]], "/v1/facilities/sohae"),
    "search in its form": (
        ["/v1/search", ["fill", "#by-q", "letter"], ["select", "#by-type", "communication"], ["go", ".filters button"]],
        "/v1/search?q=letter&type=communication",
    ),
    # What was left empty in the form is not in the address.
    "filter a list": (
        ["/v1/summits", ["select", "#by-status", "held"], ["go", ".filters button"]],
        "/v1/summits?status=held",
    ),
    "take a filter away": (
        ["/v1/summits?status=held&as_of=2018-09-10", ["go", ".chips a"]],
        "/v1/summits?as_of=2018-09-10",
    ),
    "order a list": (
        ["/v1/summits?status=held", ["go", ".order a:text-is('oldest first')"]],
        "/v1/summits?status=held&sort=date",
    ),
    "turn the page": (
        ["/v1/facilities?limit=40", ["go", "a[rel=next]"], ["go", ".pages a"]],
        "/v1/facilities?limit=40",
    ),
    "order the timeline": (["/v1/timeline", ["go", ".order a"]], "/v1/timeline?sort=date"),
    "set the clocks": (
        [
            "/v1/summits?status=held",
            ["open", ".clocks summary"],
            ["fill", "#clock-as_of", "2018-09-10"],
            ["fill", "#clock-published_until", "2018-09-10"],
            ["go", ".clocks button"],
        ],
        f"/v1/summits?status=held&{CLOCKS}",
    ),
    "return to today": ([f"{SUMMIT}?{CLOCKS}", ["go", "text=Back to today"]], SUMMIT),
    "walk on under the clocks": (
        [f"/v1/summits?{CLOCKS}", ["go", "nav[aria-label=Main] a:has-text('Sources')"]],
        f"/v1/sources?{CLOCKS}",
    ),
    "filter under the clocks": (
        [f"/v1/parades?{CLOCKS}", ["fill", "#by-from", "2018"], ["go", ".filters button"]],
        f"/v1/parades?{CLOCKS}&from=2018",
    ),
    "step up": ([SUMMIT, ["go", ".trail a:has-text('Summits')"]], "/v1/summits"),
    "open the history": ([SUMMIT, ["go", "text=All revisions of this record"]], f"{SUMMIT}/revisions"),
    "open a revision": (
        [f"{REVISED}/revisions", ["go", ".list a:has-text('Revision 2')"]],
        f"{REVISED}/revisions/2",
    ),
    "open what was deleted": ([DELETED, ["go", "main a:has-text('last')"]], f"{DELETED}/revisions/1"),
    "open a party": ([SUMMIT, ["go", "#parties a"]], "/v1/actors/donald-trump"),
    "open a source": (
        [SUMMIT, ["go", ".group:has(#date) .quote a"]],
        "/v1/sources/white-house-coordinating-second-meeting-2018-09",
    ),
    "open a status": (["/v1/facilities/sohae", ["go", ".tabs a"]], "/v1/facilities/sohae/status"),
    "compare parades": (
        ["/v1/parades/north-korea-2018-09-09", ["go", ".tabs a"]],
        "/v1/parades/north-korea-2018-09-09/comparison",
    ),
    "open the grid": (["/v1/parades", ["go", "main p a:has-text('by parades')"]], "/v1/presence?country=PRK"),
    "read it as JSON": ([SUMMIT, ["go", "footer a:text-is('JSON')"]], f"{SUMMIT}?format=json"),
    "download a table": (
        ["/v1/summits?status=held", ["download", "footer a:has-text('CSV')"]],
        "/v1/summits?status=held",
    ),
    "download a drawing": (
        ["/v1/facilities/sohae/status", ["download", "figcaption a:has-text('SVG')"]],
        "/v1/facilities/sohae/status",
    ),
    "download for a reference manager": ([SUMMIT, ["download", "footer a:has-text('BibTeX')"]], SUMMIT),
    "choose two revisions": (
        [f"{REVISED}/revisions", ["open", "input[value='1']"], ["go", "button:has-text('Compare 2')"]],
        f"{REVISED}/revisions/2?compare=1",
    ),
    "choose another parade": (
        [PARADE, ["select", "#with", "north-korea-2012-04-15"], ["go", ".choose button"]],
        f"{PARADE}/comparison?with=north-korea-2012-04-15",
    ),
    "copy a citation": ([SUMMIT, ["copy", ".citation + p button", ".citation + p [role=status]"]], SUMMIT),
    "move in the grid": (
        [GRID, *(["keys", MARK, each] for each in ("Home", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "End"))],
        GRID,
    ),
    "move in the strip": ([STRIP, *(["keys", MARK, each] for each in ("Home", "ArrowRight", "ArrowDown"))], STRIP),
    "skip to the content": ([SUMMIT, ["keys", "body", "Tab"], ["go", ".skip", "Enter"]], f"{SUMMIT}#main"),
}  # fmt: skip
BROWSER = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip"}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, copy_full_record: Any) -> Iterator[str]:
    """A server with the whole record, one of which is revised and one deleted."""
    database_url = copy_full_record(tmp_path_factory.mktemp("server") / "peninsula.db")
    context = make_context(Settings(database_url=database_url))
    with context.database.writing() as connection:
        _, token = create_key(connection, "desk", ["write"], None, datetime.now(UTC))
    context.engine.dispose()
    with run_server(database_url, dataset="none", workers=2) as running:
        headers = {"Authorization": f"Bearer {token}", "If-Match": "*"}
        patch = {**headers, "Content-Type": "application/merge-patch+json"}
        with httpx.Client(base_url=running.url, timeout=120) as client:
            client.patch(REVISED, json={"note": "As KCNA has it."}, headers=patch).raise_for_status()
            client.delete(DELETED, params={"reason": "Twice."}, headers=headers).raise_for_status()
        yield running.url


@pytest.fixture(scope="module")
def found(url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser found, started once for all tests: its start takes as long as many pages."""
    walks = {name: actions for name, (actions, _) in WALKS.items()}
    asked = {"looks": [*PAGES, *ERRORS], "tabs": TABBED, "walks": walks, "executes": reads(url)}
    told: dict[str, Any] = drive_browser(PROGRAM, tmp_path_factory.mktemp("browser"), url, asked)
    return told


def reads(url: str) -> list[str]:
    """The operations that the API reference has forms for."""
    paths = httpx.get(f"{url}/openapi.json?detail=full", timeout=120).json()["paths"]
    return [each["get"]["operationId"] for each in paths.values() if "get" in each]


@pytest.mark.parametrize("path", [*PAGES, *ERRORS])
def test_a_page_opens_without_an_error_and_axe_finds_nothing(found: dict[str, Any], path: str) -> None:
    look = found["looks"][path]
    assert (look["status"], look["language"]) == (ERRORS.get(path, 200), "en")
    assert look["said"] == []
    assert look["light"] == []
    assert look["dark"] == []


@pytest.mark.parametrize("path", [*PAGES, *ERRORS])
def test_a_page_does_not_scroll_sideways_on_a_phone_and_needs_no_script(
    found: dict[str, Any], path: str
) -> None:
    assert found["looks"][path]["narrow"] <= 360
    assert found["looks"][path]["without_scripts"]
    assert all(each == {"shown": 1, "fits": True} for each in found["looks"][path]["drawings"])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_and_loads_nothing_from_elsewhere(found: dict[str, Any], url: str, path: str) -> None:
    look = found["looks"][path]
    assert len(look["requests"]) <= MOST_FILES
    assert look["elsewhere"] == []
    files = [path, *(each for each in look["requests"] if each.startswith("/static/"))]
    assert len(files) > 1
    weights = [httpx.get(url + each, headers=BROWSER, timeout=60).headers["Content-Length"] for each in files]
    assert sum(map(int, weights)) <= MOST_BYTES


@pytest.mark.parametrize("path", LONGEST)
def test_the_longest_pages_are_light(url: str, path: str) -> None:
    with httpx.Client(base_url=url, headers=BROWSER, timeout=60) as client:
        page = client.get(path)
        files = set(re.findall(r'(?:<link rel="(?:icon|stylesheet)" href|<script src)="([^"]+)"', page.text))
        weights = [int(each.headers["Content-Length"]) for each in (page, *map(client.get, files))]
    assert page.status_code == 200
    assert len(weights) <= MOST_FILES
    assert sum(weights) <= MOST_BYTES


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_cached_tagged_and_compressed_as_json_is(url: str, path: str) -> None:
    with httpx.Client(base_url=url, headers=BROWSER, timeout=60) as client:
        first = client.get(path)
        again = client.get(path)
        assert again.content == first.content
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in again.headers["Vary"]
        json = client.get(path, headers={"Accept": "application/json"})
        assert ("hit" in again.headers.get("Cache-Status", "")) == ("Cache-Status" in json.headers)
        unchanged = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert (unchanged.status_code, unchanged.content) == (304, b"")


@pytest.mark.parametrize("path", TABBED)
def test_the_keyboard_reaches_everything_and_the_focus_is_seen(found: dict[str, Any], path: str) -> None:
    tabs = found["tabs"][path]
    assert tabs["missed"] == []
    assert tabs["unseen"] == []
    assert tabs["reached"] > 30


@pytest.mark.parametrize("name", WALKS)
def test_links_and_forms_lead_where_they_say_and_keep_the_clocks(found: dict[str, Any], name: str) -> None:
    walk = found["walks"][name]
    assert "broken" not in walk
    assert walk["address"] == WALKS[name][1]
    assert walk["type"] == ("application/json" if "JSON" in name else "text/html")
    assert walk.get("failure") is None
    if CLOCKS in walk["address"]:
        assert "As the public could know it on 10 September 2018" in walk["text"]


def test_execute_on_every_untouched_form_of_the_reference_is_200(found: dict[str, Any]) -> None:
    assert len(found["executes"]) > 70
    assert found["executes"] == dict.fromkeys(found["executes"], 200)


def test_a_button_copies_the_citation(found: dict[str, Any]) -> None:
    walk = found["walks"]["copy a citation"]
    assert walk["copied"].startswith("“")
    assert f"{SUMMIT}?" in walk["copied"]
    assert "known_at=" in walk["copied"]
    assert "Copied." in walk["text"]
    assert walk["copied"] in walk["text"]


def test_arrow_keys_lead_through_the_grid_and_tell_each_mark(found: dict[str, Any]) -> None:
    walk = found["walks"]["move in the grid"]
    first, right, below, back, again, last = (
        [*each.rpartition(": ")[0].rpartition(", ")] for each in walk["focused"]
    )
    assert (right[0], right[2]) == (first[0], right[2]) != (first[0], first[2])
    assert below[0] != right[0]
    assert below[2] == right[2]
    assert (back, again) == (right, first)
    assert last not in (first, right, below)
    assert walk["focused"][-1] in walk["text"]


def test_arrow_keys_lead_through_the_strip(found: dict[str, Any]) -> None:
    walk = found["walks"]["move in the strip"]
    first, right, below = (each.partition(": ")[0] for each in walk["focused"])
    assert first == right != below
    assert walk["focused"][0] != walk["focused"][1]
    assert walk["focused"][-1] in walk["text"]
