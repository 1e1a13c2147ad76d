"""Pages in a real browser, with the whole record: nothing broken, nothing scrolls sideways, all is reached."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.pages.browsing import browsing
from tests.servers import run_server

# What a page may weigh and ask for, compressed.
MOST_BYTES, MOST_FILES = 100_000, 5
PAGES = (
    "/",
    "/v1/situation?as_of=2018-09-10&published_until=2018-09-10",
    "/v1/timeline?from=2018-06&to=2018-09",
    "/v1/search?q=sohae+dismantled",
    "/v1/summits?status=held",
    "/v1/summits/singapore-2018",
    "/v1/facilities/sohae",
    "/v1/summits/singapore-2018/revisions/1",
    "/v1/steps?limit=10",
)

BROWSER = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip"}
Browse = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, copy_full_record: Callable[[Path], str]) -> Iterator[str]:
    database_url = copy_full_record(tmp_path_factory.mktemp("server") / "peninsula.db")
    with run_server(database_url, dataset="none", workers=2) as running:
        yield running.url


@pytest.fixture(scope="module")
def browse(url: str) -> Iterator[Browse]:
    with browsing(url) as run:
        yield run


@pytest.fixture(scope="module")
def looks(browse: Browse) -> dict[str, Any]:
    found: dict[str, Any] = browse({"looks": PAGES})["looks"]
    assert found.keys() == set(PAGES)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_an_error_and_axe_finds_nothing(looks: dict[str, Any], path: str) -> None:
    found = looks[path]
    assert found["status"] == 200
    assert found["said"] == []
    assert found["violations"] == []
    assert found["dark"] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_does_not_scroll_sideways_on_a_phone_and_needs_no_script(
    looks: dict[str, Any], path: str
) -> None:
    assert looks[path]["narrow"] <= 360
    assert looks[path]["without_scripts"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_and_loads_nothing_from_elsewhere(looks: dict[str, Any], url: str, path: str) -> None:
    found = looks[path]
    assert len(found["requests"]) <= MOST_FILES
    assert found["elsewhere"] == []
    files = [path, *(each for each in found["requests"] if each.startswith("/static/"))]
    assert len(files) > 1
    weights = [httpx.get(url + each, headers=BROWSER, timeout=60).headers["Content-Length"] for each in files]
    assert sum(map(int, weights)) <= MOST_BYTES


def test_forms_and_links_lead_where_they_say_and_keep_the_clocks(browse: Browse) -> None:
    walked = dict(browse({"walk": True})["walk"])
    clocks = "as_of=2018-09-10&published_until=2018-09-10"
    assert walked["search"] == "/v1/search?q=sohae"
    assert walked["found"] == "/v1/facilities/sohae"
    # What was left empty in the form is not in the address.
    assert walked["filter"] == "/v1/summits?status=held"
    assert walked["clocks"] == f"/v1/summits?status=held&{clocks}"
    assert walked["said"] == "As the public could know it on 10 September 2018"
    assert walked["record under clocks"].startswith("/v1/summits/")
    assert walked["record under clocks"].endswith(f"?{clocks}")
    assert walked["walking on"] == f"/v1/sources?{clocks}"
    assert walked["history"].endswith(f"/revisions?{clocks}")
    assert walked["chip"] == "/v1/summits?as_of=2018-09-10"
    assert walked["today"] == "/v1/summits"
    assert walked["next"] is True
    assert walked["keyboard"] == "all"
