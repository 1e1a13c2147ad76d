"""The pages of the API reference: each operation and shape has one, and an untouched form is a request that works."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest

from service.web.html import MEDIA_TYPE
from tests.openapi.conftest import CheckedService
from tests.openapi.contract import Contract

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


class Form(HTMLParser):
    """The form of an operation as a browser sends it: ``action``, and the fields that have names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action = ""
        self.fields: list[tuple[str, str]] = []
        self._select: str | None = None
        self._options: list[tuple[str, bool]] = []
        self.feed(
            page.partition('class="filters try"')[2].partition("</form>")[0].join(("<form ", "</form>"))
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.action = str(given["action"])
        elif tag == "input" and "name" in given:
            self.fields.append((str(given["name"]), given.get("value") or ""))
        elif tag == "select":
            self._select, self._options = given.get("name"), []
        elif tag == "option":
            self._options.append((given.get("value", "-") or "", "selected" in given))

    def handle_data(self, data: str) -> None:
        if self._options and self._options[-1][0] == "-":
            self._options[-1] = (data.strip(), self._options[-1][1])

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self._select:
            chosen = [value for value, is_selected in self._options if is_selected]
            self.fields.append((self._select, chosen[0] if chosen else self._options[0][0]))
            self._select = None


def page_of(service: CheckedService, path: str) -> Any:
    return service.app.test_client().get(path, headers=BROWSER)


def operations(contract: Contract, *, reads: bool) -> list[str]:
    return [each["operationId"] for _, method, each in contract.operations() if (method == "get") is reads]


def test_execute_on_every_untouched_form_is_200_without_a_script(
    seeded: CheckedService, contract: Contract
) -> None:
    sent = {}
    for name in operations(contract, reads=True):
        form = Form(page_of(seeded, f"/docs/{name}").text)
        query = f"?{urlencode(form.fields)}" if form.fields else ""
        answer = seeded.app.test_client().get(f"{form.action}{query}", headers=BROWSER, follow_redirects=True)
        sent[name] = answer.status_code
        if dict(form.fields).get("format") == "json":
            assert answer.content_type.partition(";")[0].endswith("json"), name
    assert sent == dict.fromkeys(sent, 200)
    assert len(sent) > 70


def test_a_write_is_told_with_what_it_takes(seeded: CheckedService, contract: Contract) -> None:
    for name in operations(contract, reads=False):
        page = page_of(seeded, f"/docs/{name}").text
        assert '<form class="filters try"' not in page
        assert "Authorization: Bearer" in page
    page = page_of(seeded, "/docs/createSummit").text
    assert "<code>application/json</code>" in page
    assert 'href="/docs/shapes/' in page


def test_every_link_of_the_reference_leads_to_a_page_of_it(seeded: CheckedService) -> None:
    waiting, seen = ["/docs"], set()
    while waiting:
        path = waiting.pop()
        page = page_of(seeded, path)
        assert (page.status_code, page.content_type) == (200, MEDIA_TYPE), path
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        found = set(re.findall(r'href="(/docs/[^"#?]+)"', page.text)) - seen
        seen |= found
        waiting += found
    assert len(seen) > 300


@pytest.mark.parametrize("path", ["/docs/nothing", "/docs/shapes/Nothing", "/docs/<script>"])
def test_what_there_is_not_is_a_page_that_says_so(seeded: CheckedService, path: str) -> None:
    page = page_of(seeded, path)
    assert page.status_code == 404
    assert "/docs" in page.text
    assert "<script>" not in page.text
