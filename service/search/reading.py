"""One page of what is found: records in order of rank that count under the clocks, with their snippets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection

from service.evidence.publication import OwnPublicDay
from service.records.clocks import Clocks
from service.records.index.word_conditions import Words, written
from service.records.links import link_to
from service.records.publication import clocks_of
from service.search.counting import passages, words_in
from service.search.ranking import SearchHit, SearchPosition, SearchQuery, any_has, ranked
from service.search.snippets import snippets

Document = dict[str, Any]
Position = Sequence[str | int]


# More words than these are not tried in every combination.
_MOST_COMBINED = 8


@dataclass
class SearchPage:
    """Results in order; ``next_place`` is the last one's where there are more.

    ``least`` is how many words at least each of them holds, ``None`` where all.
    """

    results: list[Document] = field(default_factory=list)
    next_place: SearchPosition | None = None
    least: int | None = None


def read_page(
    connection: Connection, question: SearchQuery, after: Position | None, limit: int
) -> SearchPage:
    """Return the page of ``limit`` results after a position: a page's ``least`` (0 for ``None``) and a place.

    Where no record holds all words, the page is of those that hold as many of them as any does.
    """
    if after is not None:
        least, *place = after
        return _read(connection, _with_least(question, int(least) or None), place, limit)
    page = _read(connection, question, None, limit)
    for least in range(min(len(question.words.clauses) - 1, _MOST_COMBINED), 0, -1):
        if page.results:
            break
        fewer = _with_least(question, least)
        if any_has(connection, fewer.words):
            page = _read(connection, fewer, None, limit)
        page.least = least
    return page


def _with_least(question: SearchQuery, least: int | None) -> SearchQuery:
    if least is None:
        return question
    # Of a long question the longest words, which tell most.
    longest = sorted(question.words.clauses, key=lambda clause: -max(len(written(way)) for way in clause))
    words = Words(tuple(longest[:_MOST_COMBINED]), least)
    return replace(question, words=words, whole=None)


def _read(
    connection: Connection, question: SearchQuery, after: Sequence[str | int] | None, limit: int
) -> SearchPage:
    rows = ranked(connection, question, after, limit + 1)
    page, last = SearchPage(least=question.words.least), None
    while chunk := list(islice(rows, limit + 1)):
        records: list[Document] = [orjson.loads(found.body) for found in chunk]
        cite = (
            record
            for found, record in zip(chunk, records, strict=True)
            if found.type.declared(OwnPublicDay) is None
        )
        clocks = clocks_of(connection, cite, question.values, question.at)
        for found, record in zip(chunk, records, strict=True):
            result = _result(question, found, record, clocks)
            if result is None:
                continue
            if len(page.results) == limit:
                page.next_place = last
                return page
            page.results.append(result)
            last = found.place
    return page


def _result(question: SearchQuery, found: SearchHit, record: Document, clocks: Clocks) -> Document | None:
    """Return what is told of a record, ``None`` where under the clocks it does not count or lacks a word."""
    counting = passages(found.type, record, clocks)
    if question.is_clocked:
        indexed = words_in(counting)
        if not question.words.are_held(indexed) or any(each.are_held(indexed) for each in question.excluded):
            return None
    bounds = found.type.date(record) if found.type.date else None
    return {
        "record": link_to(record),
        "title": found.type.called(record),
        "earliest": bounds.earliest if bounds else None,
        "latest": bounds.latest if bounds else None,
        "matched": found.matched,
        "snippets": snippets(counting, question.words),
    }
