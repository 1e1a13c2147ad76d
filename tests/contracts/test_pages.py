"""Pages: what a browser gets where programs get JSON, and what it may send along."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import quote

import pytest

from service.web.problem_catalogue import CATALOGUE
from tests.contracts.api import Api

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"}
PAGES = ("/", "/problems", "/problems/not-found")
TRACKED = "utm_source=newsletter&fbclid=1&utm_source=twice"


@pytest.mark.parametrize("path", PAGES)
def test_a_browser_gets_a_page_and_a_program_json(seeded: Api, path: str) -> None:
    page = seeded.get(path, headers=BROWSER)
    assert (page.status_code, page.content_type) == (200, "text/html; charset=utf-8")
    assert page.text.startswith("<!doctype html>")
    assert seeded.get(f"{path}?format=html").data == page.data
    for headers in ({}, {"Accept": "*/*"}, {"Accept": "application/json"}):
        assert seeded.get(path, headers=headers).content_type == "application/json"
    assert seeded.get(path, headers={"Accept": "text/csv"}).status_code == 406


def test_the_root_answers_programs_with_the_index(seeded: Api) -> None:
    assert seeded.read("/") == seeded.read("/v1")


@pytest.mark.parametrize("path", [*PAGES, "/docs"])
def test_a_page_ignores_what_newsletters_add_to_its_address(seeded: Api, path: str) -> None:
    page = seeded.get(f"{path}?{TRACKED}", headers=BROWSER)
    assert page.status_code == 200
    assert page.data == seeded.get(path, headers=BROWSER).data


@pytest.mark.parametrize("path", ["/", "/problems", "/problems/not-found", "/openapi.json", "/v1"])
def test_json_takes_no_parameter_that_it_does_not_know(seeded: Api, path: str) -> None:
    answer = seeded.get(f"{path}?{TRACKED}")
    assert (answer.status_code, answer.json["errors"][0]["code"]) == (400, "unknown_parameter")


OWN_LINK = re.compile(r'(?:href|action|src)="(/[^"#]*)')
SHOWN = (
    *PAGES,
    "/v1/timeline",
    "/v1/search?q=sohae",
    "/v1/summits/singapore-2018/revisions",
    "/v1/summits/singapore-2018/revisions/1",
    "/v1",
    "/v1/summits",
    "/v1/summits/singapore-2018",
    "/v1/situation",
    "/v1/changes",
)


def links_in(page: str) -> set[str]:
    return {unescape(each) for each in OWN_LINK.findall(page)}


def test_every_link_of_a_page_leads_somewhere(seeded: Api) -> None:
    targets = {each for path in SHOWN for each in links_in(seeded.get(path, headers=BROWSER).text)}
    assert len(targets) >= 50
    for target in sorted(targets - {each for each in targets if "/search" in each}):
        # What it is, a whole table too, does not matter here.
        with seeded.get(target, headers=BROWSER) as answer:
            assert answer.status_code == 200, target


def test_links_of_a_page_keep_the_path_that_the_service_is_mounted_at(seeded: Api) -> None:
    client = seeded.app.test_client()
    for path in SHOWN:
        page = client.get(path, base_url="http://desk.example/record", headers=BROWSER)
        assert [each for each in links_in(page.text) if not each.startswith("/record/")] == [], path


def test_a_page_may_load_its_own_files_and_nothing_else(seeded: Api) -> None:
    page = seeded.get("/v1/summits/singapore-2018", headers=BROWSER)
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert "unsafe" not in policy
    assert not re.search(
        r"<script(?! type=\"application/ld| src=\"/static/)|<style| style=| on[a-z]+=", page.text
    )
    loaded = re.findall(r'(?:<link rel="stylesheet" href|<script src)="([^"]+)"', page.text)
    assert len(loaded) == 3
    for path in loaded:
        file = seeded.get(path)
        assert file.content_type.startswith("text/javascript" if path.endswith(".js") else "text/css")
        assert file.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_page_takes_every_clock_and_its_links_keep_them(seeded: Api) -> None:
    clocks = "as_of=2018-09-10&published_until=2018-09-10"
    for path in ("/v1/summits", "/v1/sources", "/v1/summits/singapore-2018", "/problems"):
        page = seeded.get(f"{path}?{clocks}", headers=BROWSER)
        assert page.status_code == 200
        assert "As the public could know it on 10 September 2018" in page.text
        assert f"/v1/timeline?{clocks}" in links_in(page.text)
    # What programs may ask is what it was.
    refused = seeded.get("/v1/sources?as_of=2018-09-10")
    assert (refused.status_code, refused.json["errors"][0]["code"]) == (400, "unknown_parameter")


def test_fields_left_empty_in_a_form_are_not_set_and_a_day_held_at_is_its_end(seeded: Api) -> None:
    answer = seeded.get("/v1/summits?status=held&q=&as_of=&known_at=2018-09-10", headers=BROWSER)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/v1/summits?status=held&known_at=2018-09-10T23%3A59%3A59Z"
    assert seeded.get("/v1/summits?status=held&q=").status_code == 400


def test_an_unknown_parameter_of_a_page_is_refused(seeded: Api) -> None:
    answer = seeded.get("/v1/summits?staus=held&utm_source=letter", headers=BROWSER)
    assert answer.status_code == 400
    assert "Did you mean" in answer.text


@pytest.mark.parametrize(
    ("path", "status", "says", "leads_to"),
    [
        ("/v1/summits/nope", 404, "No summit &#39;nope&#39; exists.", "/v1/summits"),
        ("/v1/systems/kn-23", 404, "No system &#39;kn-23&#39; exists.", "/v1/search?q=kn-23"),
        ("/nowhere", 404, "There is nothing at /nowhere.", "/"),
        ("/v1/summits?staus=held&limit=2", 400, "Did you mean &#39;status&#39;?", "/v1/summits?limit=2"),
        ("/v1/summits?as_of=2018-13-01", 400, "Must be a calendar date", "/v1/summits"),
        ("/v1/summits?format=html&cursor=x", 400, "cursor", "/v1/summits?format=html"),
        ("/v1/summits.xml", 406, "Unknown format &#39;xml&#39;.", "/"),
    ],
)
def test_a_problem_in_a_browser_is_a_page_that_leads_on(
    seeded: Api, path: str, status: int, says: str, leads_to: str
) -> None:
    page = seeded.app.test_client().get(path, headers=BROWSER)
    assert (page.status_code, page.content_type) == (status, "text/html; charset=utf-8")
    assert says in page.text
    assert leads_to in links_in(page.text)
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    program = seeded.app.test_client().get(path.replace("format=html&", ""))
    assert (program.status_code, program.content_type) == (status, "application/problem+json")


HOSTILE = '"><script>alert(1)</script>\u202egnp.exe <img src=x onerror=alert(2)>'


def test_text_of_records_and_queries_is_text_and_its_direction_stays_inside(service: Api) -> None:
    made = service.make("sources", title=HOSTILE, publisher="<b>Bold</b>")
    shown = [f"/v1/sources/{made['id']}", "/v1/sources", f"{made['self']}/revisions/1"]
    asked = [f"/v1/search?q={quote(HOSTILE)}", f"/v1/sources?q={quote(HOSTILE)}", f"/{quote(HOSTILE)}"]
    for path in (*shown, *asked):
        text = service.app.test_client().get(path, headers=BROWSER).text
        assert "<script>" not in text, path
        assert "<img" not in text, path
        assert "<b>" not in text, path
    page = service.get(shown[0], headers=BROWSER).text
    assert f"<h1><bdi>{escape(HOSTILE)}</bdi></h1>" in page.replace("&#34;", "&quot;")


def test_the_page_of_a_deleted_record_leads_to_its_last_content(service: Api) -> None:
    made = service.make("sources")
    service.delete(f"sources/{made['id']}", {"reason": "Twice the same."})
    page = service.get(f"sources/{made['id']}", headers=BROWSER)
    assert page.status_code == 410
    assert "Twice the same." in page.text
    assert f"{made['self']}/revisions/1" in links_in(page.text)
    assert service.get(f"{made['self']}/revisions/1", headers=BROWSER).status_code == 200


def test_the_page_of_a_revision_tells_what_it_changed_and_what_differs_from_another(service: Api) -> None:
    made = service.make("sources", title="One title")
    for title in ("Another title", "A third title"):
        service.patch(f"sources/{made['id']}", {"title": title}, match="*")
    changed = service.get(f"{made['self']}/revisions/3", headers=BROWSER).text
    assert re.search(r"Title</th><td><bdi>Another title</bdi>\s*</td><td><bdi>A third title</bdi>", changed)
    compared = service.get(f"{made['self']}/revisions/3?compare=1", headers=BROWSER).text
    assert re.search(r"Title</th><td><bdi>One title</bdi>\s*</td><td><bdi>A third title</bdi>", compared)
    assert "Changed: Title" in service.get(f"{made['self']}/revisions", headers=BROWSER).text


def test_a_record_shows_beside_each_statement_what_supports_it(seeded: Api) -> None:
    document = seeded.read("summits/second-trump-kim-meeting")
    page = seeded.get("summits/second-trump-kim-meeting", headers=BROWSER).text
    quotes = [each["quote"] for step in document["steps"] for each in step["citations"] if each["quote"]]
    assert quotes
    steps = page.partition('id="steps"')[2]
    for quote_ in quotes:
        assert escape(quote_) in steps.replace("&#39;", "&#x27;").replace("&#34;", "&quot;")


@pytest.mark.parametrize(
    "path", ["actors/{}", "actors", "search?q=Kim", "summits/{}-met", "systems/{}", "systems"]
)
def test_the_korean_name_of_a_record_stands_beside_its_own_name(service: Api, path: str) -> None:
    alias = {"name": "김정은", "language": "ko"}
    service.make("actors", id="kim", name="Kim Jong Un", aliases=[{"name": "Kim", "language": "en"}, alias])
    service.make("systems", id="kim", name="Kim", aliases=[{"name": "김정은"}])
    parties = [{"name": "Kim Jong Un", "actor": "kim"}, {"name": "Donald Trump"}]
    service.make("summits", id="kim-met", parties=parties)
    page = service.get(path.format("kim"), headers=BROWSER)
    assert page.status_code == 200
    assert '<span class="korean" lang="ko">김정은</span>' in page.text


def test_the_description_for_programs_has_no_pages(seeded: Api) -> None:
    paths = seeded.get("/openapi.json").json["paths"]
    assert "text/html" not in str({name: each for name, each in paths.items() if name != "/docs"})


def test_the_page_of_a_problem_says_what_the_json_says(seeded: Api) -> None:
    for kind in CATALOGUE.values():
        text = seeded.get(kind.type, headers=BROWSER).text
        title = kind.title.replace("'", "&#39;")
        assert f"<h1>{title}</h1>" in text
        text = text.partition("<main")[2]
        assert kind.explanation.split("`")[0].replace("'", "&#39;") in text
        assert "`" not in text
