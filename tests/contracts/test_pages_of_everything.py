"""Whatever a person can open is a page: nothing in a browser shows raw JSON unasked."""

from __future__ import annotations

import re

import pytest

from tests.contracts.api import Api
from tests.contracts.browser import BROWSER, pages_of


def test_a_browser_gets_a_page_of_everything_but_files(seeded: Api) -> None:
    pages = pages_of(seeded)
    assert len(pages) > 70
    for rule, path in pages.items():
        page = seeded.get(path, headers=BROWSER)
        assert (page.status_code, page.content_type) == (200, "text/html; charset=utf-8"), rule
        assert page.text.count("<h1>") == 1, rule
        assert 'class="clocks' in page.text, rule


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/openapi.json", "application/json"),
        ("/v1/summits.json", "application/json"),
        ("/ogc?format=json", "application/json"),
        ("/ogc/collections/facilities/items?format=geojson", "application/geo+json"),
        ("/ogc/api/3.1?format=openapi", "application/vnd.oai.openapi+json;version=3.1"),
        ("/v1/export?format=ndjson", "application/x-ndjson"),
    ],
)
def test_a_browser_that_names_a_form_gets_it(seeded: Api, path: str, media_type: str) -> None:
    with seeded.get(path, headers=BROWSER) as answer:
        assert (answer.status_code, answer.content_type) == (200, media_type)


@pytest.mark.parametrize(
    "accept", [None, "*/*", "application/json", "text/plain", "image/png;q=0.1", "nonsense"]
)
def test_a_probe_is_answered_in_json_whatever_it_accepts(seeded: Api, accept: str | None) -> None:
    headers = {} if accept is None else {"Accept": accept}
    for path in ("/healthz", "/readyz"):
        answer = seeded.get(path, headers=headers)
        assert (answer.status_code, answer.content_type) == (200, "application/json")
        assert answer.headers["Cache-Control"] == "no-store"


def test_pages_of_features_lead_from_the_collections_to_the_records_and_on(seeded: Api) -> None:
    collections = seeded.get("/ogc/collections", headers=BROWSER).text
    assert 'href="/ogc/collections/observations/items"' in collections
    first = seeded.get("/ogc/collections/observations/items?limit=2", headers=BROWSER).text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = seeded.get(following[1].replace("&amp;", "&"), headers=BROWSER)
    assert second.status_code == 200
    items = re.findall(r'href="(/ogc/collections/observations/items/[^"]+)"', first + second.text)
    assert len(set(items)) == seeded.read("/ogc/collections/observations/items")["numberMatched"] > 2
    feature = seeded.get(items[0], headers=BROWSER).text
    assert f'href="/v1/observations/{items[0].rpartition("/")[2]}"' in feature


def test_the_page_of_changes_leads_through_all_of_them(seeded: Api) -> None:
    path, seen = "/v1/changes?limit=50", 0
    while path:
        page = seeded.get(path, headers=BROWSER).text
        seen += page.count('class="when"')
        following = re.search(r'rel="next" href="([^"]+)"', page)
        path = following[1].replace("&amp;", "&") if following else ""
    assert seen == seeded.read("/v1")["last_seq"]


def test_a_list_of_parts_tells_each_in_a_line_with_its_date_and_sources(seeded: Api) -> None:
    for name in ("steps", "appearances", "findings", "claims"):
        document = seeded.read(f"/v1/{name}?limit=5")
        page = seeded.get(f"/v1/{name}?limit=5", headers=BROWSER).text
        assert page.count('class="when"') == len(document["items"]) > 0
        for row in document["items"]:
            anchor = f"{row['record']['self']}#{row['pointer'][1:].replace('/', '-')}"
            assert f'href="{anchor}"' in page
