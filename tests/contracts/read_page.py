"""Reads a page as people do, and tells what no editor would let pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
# What is not written for people, or is told by others: code, addresses, the words of sources.
_NOT_READ = frozenset({"script", "style", "code", "svg", "blockquote"})
_HEADINGS = ("h1", "h2", "h3", "h4")
_NEVER_EMPTY = frozenset({*_HEADINGS, "dt", "dd", "li", "a", "figcaption", "summary", "button", "label"})
_VALUES = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b|\b(?:None|null|undefined|nan)\b")
_DATES = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
_TWICE = re.compile(r"(?:^|, )([A-Z][\w ]{2,}), \1(?=$|[,;(])")


class Page(HTMLParser):
    """A page taken apart: ``texts`` by the elements around them, and what the elements say.

    :ivar elements: (tag, attributes, text) of each element of the body, the text without that of drawings.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.texts: list[tuple[str, tuple[str, ...]]] = []
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(html.partition("<body>")[2].rpartition("</body>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: tuple[str, dict[str, str | None], list[str]] = (tag, dict(attrs), [])
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1][0] == tag, f"{self._open[-1][0]} is closed by {tag}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        around = tuple(each[0] for each in self._open)
        self.texts.append((data, around))
        if "svg" not in around:
            for _, _, pieces in self._open:
                pieces.append(data)


def faults_of(html: str, ids: Collection[str]) -> list[str]:
    """Return what is wrong with a page for its readers.

    :param ids: of records: what people call by a name.
    """
    page = Page(html)
    found = [*_of_texts(page, ids), *_of_elements(page)]
    twice = Counter(each["id"] for _, each, _ in page.elements if "id" in each)
    return found + [f"the id {name} stands {times} times" for name, times in twice.items() if times > 1]


def _of_texts(page: Page, ids: Collection[str]) -> Iterator[str]:
    for text, around in page.texts:
        said = text.strip()
        if not _NOT_READ.isdisjoint(around) or said.startswith(("http", "/")):
            continue
        if said in ids:
            yield f"the id {said} in {around[-1]}"
        # Texts of records are as their writers wrote them.
        if "bdi" in around:
            continue
        yield from (f"{each} in {said!r}" for each in _VALUES.findall(said))
        if _DATES.search(said):
            yield f"a date for programs in {said!r}"


def _of_elements(page: Page) -> Iterator[str]:
    heading = ""
    for tag, attributes, pieces in page.elements:
        said = " ".join("".join(pieces).split())
        if tag == "h1":
            heading = said
        if tag in _NEVER_EMPTY and not said and "aria-label" not in attributes:
            yield f"an empty {tag}"
        if tag == "time" and not (attributes.get("title") and attributes.get("datetime")):
            yield f"the exact value of {said!r} is nowhere"
        if tag in ("dd", "p") and len(said) > 60 and said in heading:
            yield f"the heading says {said!r} too"
        if tag in ("dd", "p", "li") and (doubled := _TWICE.search(said)):
            yield f"{doubled[0]!r}"
