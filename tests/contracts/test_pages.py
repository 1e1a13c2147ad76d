"""Pages: what a browser gets where programs get JSON, and what it may send along."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

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


@pytest.mark.parametrize("path", [*PAGES, "/docs", "/docs/docs.js"])
def test_a_page_ignores_what_newsletters_add_to_its_address(seeded: Api, path: str) -> None:
    page = seeded.get(f"{path}?{TRACKED}", headers=BROWSER)
    assert page.status_code == 200
    assert page.data == seeded.get(path, headers=BROWSER).data


@pytest.mark.parametrize("path", ["/", "/problems", "/problems/not-found", "/openapi.json", "/v1"])
def test_json_takes_no_parameter_that_it_does_not_know(seeded: Api, path: str) -> None:
    answer = seeded.get(f"{path}?{TRACKED}")
    assert (answer.status_code, answer.json["errors"][0]["code"]) == (400, "unknown_parameter")


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(seeded: Api, path: str) -> None:
    targets = re.findall(r'href="([^"]+)"', seeded.get(path, headers=BROWSER).text)
    assert len(targets) >= 2
    for target in targets:
        assert target.startswith("/")
        address = target.replace("&amp;", "&")
        # Of the record only the seed is there.
        assert seeded.get(address).status_code == 200, target


def test_links_of_a_page_keep_the_path_that_the_service_is_mounted_at(seeded: Api) -> None:
    page = seeded.app.test_client().get("/problems", base_url="http://desk.example/record", headers=BROWSER)
    targets = re.findall(r'href="([^"]+)"', page.text)
    assert all(target.startswith("/record/problems/") for target in targets)


def test_a_page_may_load_nothing_and_use_only_its_own_style(seeded: Api) -> None:
    page = seeded.get("/", headers=BROWSER)
    (style,) = re.findall("<style>(.*?)</style>", page.text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "<script" not in page.text


def test_the_page_of_a_problem_says_what_the_json_says(seeded: Api) -> None:
    for kind in CATALOGUE.values():
        text = seeded.get(kind.type, headers=BROWSER).text
        title = kind.title.replace("'", "&#39;")
        assert f"<h1>{title}</h1>" in text
        assert kind.explanation.split("`")[0].replace("'", "&#39;") in text
        assert "`" not in text
