"""Walking through pages: the clocks go along, what they leave out is told, and text stays text."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.contracts import factories as a
from tests.contracts.api import Api
from tests.contracts.browser import BROWSER, pages_of

DAY = "2018-09-10"
SERVED_AT = "http://127.0.0.1:8000"
CLOCKS = {"as_of": DAY, "published_until": DAY}
UNDER_CLOCKS = f"as_of={DAY}&published_until={DAY}"
LINK = re.compile(r'<a(?=[^>]* href="(/[^"#]*))[^>]*>')
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
# Files, and pages that are only reached to leave the past.
FILE = re.compile(r"\.[a-z]+$|^/static/")


def test_every_link_and_form_of_every_page_keeps_the_clocks(seeded: Api) -> None:
    for rule, path in pages_of(seeded).items():
        page = seeded.get(f"{path}?{UNDER_CLOCKS}", headers=BROWSER)
        assert page.status_code == 200, rule
        assert "As the public could know it on 10 September 2018" in page.text, rule
        back = re.search(r'<a href="([^"]+)">Back to today</a>', page.text)
        assert back, rule
        assert seeded.get(unescape(back[1]), headers=BROWSER).status_code == 200, rule
        for found in LINK.finditer(page.text):
            address = urlsplit(unescape(found[1]))
            query = parse_qs(address.query)
            if unescape(found[1]) == unescape(back[1]) or FILE.search(address.path) or "format" in query:
                continue
            # A link may lead to another day of its own.
            assert query.keys() >= CLOCKS.keys(), (rule, found[1])
        for form in FORM.findall(page.text):
            assert all(f'name="{name}"' in form for name in CLOCKS), (rule, form)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/v1/situation",
        "/v1/timeline",
        "/v1/search?q=sohae",
        "/v1/facilities/sohae/status",
        "/v1/facilities/sohae/status/history",
        "/v1/facilities/sohae/status/periods",
        "/v1/presence",
        "/v1/parades/north-korea-2018-09-09/comparison",
        "/v1/findings",
        "/v1/steps",
    ],
)
def test_a_page_counts_what_the_clocks_leave_out(seeded: Api, path: str) -> None:
    early = {"as_of": "2018-09-09", "published_until": "2018-07-23"}
    # The front page shows the situation.
    counted = seeded.read("/v1/situation" if path == "/" else path, early)["left_out"]
    page = seeded.get(path, early, headers=BROWSER).text
    told = re.search(r"<strong>Left out</strong> by the dates above: ([^<]+)\.</p>", page)
    numbers = [count for count in counted.values() if isinstance(count, int) and count]
    assert [int(each) for each in re.findall(r"(?:^|, )(\d+) ", told[1] if told else "")] == numbers
    assert bool(told) == bool(numbers)


def test_a_list_and_a_record_say_that_the_clocks_leave_nothing_out(seeded: Api) -> None:
    for path in ("/v1/summits", "/v1/facilities", "/v1/summits/singapore-2018", "/v1/facilities/sohae"):
        assert "Nothing is left out" in seeded.get(path, CLOCKS, headers=BROWSER).text, path
        assert "Nothing is left out" not in seeded.get(path, headers=BROWSER).text, path
    unused = seeded.get("/v1/facilities", CLOCKS, headers=BROWSER).text
    assert "As it was on and As public by: changes nothing on this page" in unused


def test_an_error_page_keeps_the_clocks_that_can_be_read(seeded: Api) -> None:
    for path, status in (("/v1/summits/nobody", 404), ("/nowhere", 404), ("/v1/summits?staus=held", 400)):
        page = seeded.get(path, CLOCKS, headers=BROWSER)
        assert page.status_code == status
        assert f"/v1/timeline?{UNDER_CLOCKS}" in unescape(page.text)
        assert "Back to today" in page.text
    for wrong in ("as_of=yesterday", "published_until=2018-13-01", "known_at=now"):
        page = seeded.get(f"/v1/timeline?{wrong}", headers=BROWSER)
        assert page.status_code == 400
        assert 'href="/v1/timeline"' in page.text
        assert wrong.partition("=")[2] not in "".join(found[1] for found in LINK.finditer(page.text))


def test_every_page_says_what_it_is_to_machines(seeded: Api) -> None:
    for rule, path in pages_of(seeded).items():
        page = seeded.get(f"{path}?utm_source=letter", headers=BROWSER).text
        (title,) = re.findall(r'<meta property="og:title" content="([^"]+)">', page)
        assert title in unescape(page.partition("<title>")[2]) or title in page.partition("<title>")[2], rule
        assert re.findall(r'<link rel="canonical" href="([^"]+)">', page) == [f"{SERVED_AT}{path}"], rule
        forms = {each["format"] for each in seeded.get(f"{path}?format=none").json.get("available", [])}
        alternates = set(re.findall(r'<link rel="alternate"[^>]* href="[^"]*format=([a-z-]+)"', page))
        assert alternates == forms - {"html"}, rule


def test_pages_of_data_and_events_tell_so_in_json_ld(seeded: Api) -> None:
    kinds = {"/": "Dataset", "/v1/parades": "Dataset", "/v1/findings": "Dataset"}
    kinds |= {"/v1/summits/singapore-2018": "Event", "/v1/parades/north-korea-2018-09-09": "Event"}
    for path, kind in kinds.items():
        page = seeded.get(path, headers=BROWSER).text
        (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        told = json.loads(found)
        assert (told["@type"], told["url"]) == (kind, f"{SERVED_AT}{path}")
        for download in told.get("distribution", ()):
            with seeded.get(download["contentUrl"].removeprefix(SERVED_AT), headers=BROWSER) as answer:
                assert answer.content_type.partition(";")[0] == download["encodingFormat"]


HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp javascript:alert(3)"


def test_hostile_text_of_records_is_text_on_every_page(service: Api) -> None:
    service.furnish()
    cited = [a.citation(quote=HOSTILE, locator=HOSTILE)]
    bad = a.party(HOSTILE, "PRK", office=HOSTILE, role=HOSTILE)
    claim = {"id": "one", "statement": HOSTILE, "by": bad, "about": HOSTILE, "citations": cited}
    shared = {"note": HOSTILE, "claims": [claim], "citations": cited}
    place = {"name": HOSTILE, "country": "PRK", "latitude": 39.0, "longitude": 125.0}
    service.patch(f"sources/{a.SOURCE}", {"title": HOSTILE, "publisher": HOSTILE})
    service.make("systems", **shared, name=HOSTILE)
    service.make("actors", **shared, name=HOSTILE)
    service.make("facilities", **shared, name=HOSTILE, place=place)
    steps = [a.step("proposed", "2018-03-05", note=HOSTILE, by=bad, citations=cited)]
    service.make("summits", **shared, title=HOSTILE, parties=[bad, bad], place=place, steps=steps)
    service.make("communications", **shared, summary=HOSTILE, tone=HOSTILE, **{"from": bad})
    shown = [{"system": a.SYSTEM, "presence": "displayed", "reported_as": HOSTILE, "citations": cited}]
    for day in ("2017-04-15", "2018-02-08"):
        service.make("parades", **shared, title=HOSTILE, date=day, place=place, appearances=shown)
    service.make("observations", **shared, findings=[a.finding(description=HOSTILE)])
    for rule, path in pages_of(service).items():
        query = {"q": "script"} if rule == "/v1/search" else None
        _holds_text_alone(service.get(path, query, headers=BROWSER).text, rule)


@pytest.mark.parametrize(
    "path", ["summits", "timeline", "search", "findings", "presence", "summits/x", "nowhere"]
)
def test_hostile_text_of_a_request_is_text_on_the_page_that_answers(seeded: Api, path: str) -> None:
    text = quote(HOSTILE)
    for asked in (
        f"?q={text}",
        f"?party={text}",
        f"?as_of={text}",
        f"?known_at={text}",
        f"?{text}=1",
        f"/{text}",
    ):
        _holds_text_alone(seeded.get(f"/v1/{path}{asked}", headers=BROWSER).text, f"{path}{asked}")


def _holds_text_alone(page: str, where: str) -> None:
    assert page.startswith("<!doctype html>"), where
    assert "<script>" not in page, where
    assert "<img" not in page, where
    assert not re.search(r'(?:href|src|action)="\s*javascript:', page, re.IGNORECASE), where
    # The direction that a text turns to ends with it: each stands in an element of its own.
    body = re.sub(r"<(title|option|svg)\b.*?</\1>", "", page.partition("<body>")[2], flags=re.DOTALL)
    body = re.sub("</?mark>", "", body)
    for line in re.findall(r">([^<>]*\u202e[^<>]*)<", body):
        assert f"<bdi>{line}</bdi>" in body, (where, line)


def test_a_revision_is_compared_with_another_that_is_chosen_in_the_history(service: Api) -> None:
    made = service.make("sources", title="One title")
    for title in ("Another title", "A third title"):
        service.patch(f"sources/{made['id']}", {"title": title})
    history = service.get(f"{made['self']}/revisions", CLOCKS, headers=BROWSER).text
    (form,) = (each for each in FORM.findall(history) if "formaction" in each)
    actions = re.findall(r'formaction="([^"]+)"', form)
    assert actions == [f"{made['self']}/revisions/{number}" for number in (3, 2, 1)]
    assert re.findall(r'name="compare" value="(\d)"( checked)?', form) == [
        ("3", ""),
        ("2", " checked"),
        ("1", ""),
    ]
    compared = service.get(actions[0], {"compare": 1, **CLOCKS}, headers=BROWSER).text
    assert "What differs from revision 1" in compared
    only = service.make("sources")
    assert "formaction" not in service.get(f"{only['self']}/revisions", headers=BROWSER).text


def test_a_parade_is_compared_with_another_of_its_country_that_is_chosen_on_its_page(seeded: Api) -> None:
    page = seeded.get("/v1/parades/north-korea-2018-09-09", CLOCKS, headers=BROWSER).text
    (form,) = (each for each in FORM.findall(page) if 'name="with"' in each)
    action = re.search(r'action="([^"]+)"', form)
    assert action
    choices = re.findall(r'<option value="([^"]+)"', form)
    assert choices
    assert "north-korea-2018-09-09" not in choices
    for each in choices:
        compared = seeded.get(action[1], {"with": each, **CLOCKS}, headers=BROWSER)
        assert compared.status_code == 200
        assert f'<option value="{each}" selected>' in compared.text


def test_a_stored_page_keeps_its_own_policy_when_it_is_still_good(seeded: Api) -> None:
    for path in ("/", "/v1/summits", "/docs"):
        page = seeded.get(path, headers=BROWSER)
        again = seeded.get(path, headers=BROWSER | {"If-None-Match": page.headers["ETag"]})
        assert again.status_code == 304
        # A browser would take the policy of a 304 for that of the page.
        assert again.headers.get("Content-Security-Policy") in (None, page.headers["Content-Security-Policy"])


def test_a_page_of_a_list_has_no_more_entries_than_stay_light(
    seeded: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.pages.asked.MOST_ROWS", 2)
    path, seen = "/v1/observations?limit=500&sort=date", 0
    while path:
        page = seeded.get(path, headers=BROWSER | {"Cache-Control": "no-cache"}).text
        assert 1 <= page.count('class="what"') <= 2
        seen += page.count('class="what"')
        following = re.search(r'rel="next" href="([^"]+)"', page)
        path = unescape(following[1]) if following else ""
    assert seen == len(seeded.read("/v1/observations?limit=500")["items"]) > 2
