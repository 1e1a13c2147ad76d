"""The pages of the views across record types: the situation, the timeline, search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from service.pages.asked import Asked
from service.pages.forms import chips_of, controls_of, sorts_of
from service.pages.words import label
from service.records.schemas.date_words import date_in_words
from service.web.operation import Answer
from service.web.problem import Problem

Document = Mapping[str, Any]


def situation_page(asked: Asked) -> Answer:
    """Return the page of the situation on a day."""
    document = asked.document
    return asked.page(
        "situation.html",
        f"The situation on {date_in_words(document['reference_date'])}",
        document=document,
        names=asked.names(),
    )


def timeline_page(asked: Asked) -> Answer:
    """Return the page of the timeline, with days as headings."""
    document = asked.document
    days = [(date, list(group)) for date, group in groupby(document["items"], key=lambda each: each["date"])]
    return asked.page(
        "timeline.html",
        "Timeline",
        document=document,
        days=days,
        names=asked.names(),
        controls=controls_of(asked),
        chips=chips_of(asked),
        sort=asked.taken.get("sort", "-date"),
        sorts=sorts_of(asked, ("-date", "date")),
        next_url=asked.to.next_page(document["next_cursor"]),
    )


def search_page(asked: Asked) -> Answer:
    """Return the page of what is found, or of how to search where no words are given yet."""
    words = asked.taken.get("q", "")
    found: dict[str, Any] = {
        "items": [],
        "next_cursor": None,
        "matched": "all",
        "left_out": {},
        "coverage": [],
    }
    error = ""
    if words:
        try:
            found = asked.document
        except Problem as problem:
            error = problem.detail
    return asked.page(
        "search.html",
        f"Search: {words}" if words else "Search",
        headers_of_view=bool(words and not error),
        document=found,
        words=words,
        error=error,
        results=[(each, list(_snippets(each))) for each in found["items"]],
        names=asked.names(found["items"]),
        controls=controls_of(asked),
        next_url=asked.to.next_page(found["next_cursor"]),
    )


def _snippets(result: Document) -> Iterator[tuple[str, Markup, list[Document]]]:
    """Yield for each snippet but those that repeat the title its field, its text with marks, its citations."""
    # An id tells nothing to people, unless it is all that has the words.
    told = [each for each in result["snippets"] if not each["pointer"].endswith("/id")] or result["snippets"]
    for each in told:
        if each["text"] != result["title"]:
            name = next((part for part in reversed(each["pointer"].split("/")) if not part.isdigit()), "")
            yield label(name), _marked(each), each.get("citations") or []


def _marked(snippet: Document) -> Markup:
    # Values of enumerations have underscores for blanks.
    text, done, pieces = snippet["text"].replace("_", " "), 0, []
    for each in snippet["highlights"]:
        pieces += [
            escape(text[done : each["start"]]),
            Markup("<mark>{}</mark>").format(text[each["start"] : each["end"]]),
        ]
        done = each["end"]
    before = "… " if snippet["start"] else ""
    after = " …" if snippet["start"] + len(text) < snippet["whole_length"] else ""
    return Markup("<bdi>{}{}{}{}</bdi>").format(before, Markup("").join(pieces), text[done:], after)
