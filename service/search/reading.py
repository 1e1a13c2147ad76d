"""One page of what is found: records in order of rank that count under the clocks, with their snippets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection

from service.records.clocks import Clocks
from service.records.evidence import link_to
from service.records.index.indexing import SOURCE
from service.records.publication import clocks_of
from service.records.record_type import RecordType
from service.search.counting import passages, words_in
from service.search.matching import are_held, asked_for
from service.search.ranking import Found, Place, Question, ranked
from service.search.snippets import snippets

Document = dict[str, Any]


@dataclass
class Page:
    """Results in order; ``next_place`` is the last one's where there are more."""

    results: list[Document] = field(default_factory=list)
    next_place: Place | None = None


def read_page(
    connection: Connection, question: Question, after: Sequence[str | int] | None, limit: int
) -> Page:
    """Return the page of ``limit`` results after a place."""
    rows = ranked(connection, question, after, limit + 1)
    page, last = Page(), None
    while chunk := list(islice(rows, limit + 1)):
        records: list[Document] = [orjson.loads(found.body) for found in chunk]
        cite = (record for found, record in zip(chunk, records, strict=True) if found.type.name != SOURCE)
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


def _result(question: Question, found: Found, record: Document, clocks: Clocks) -> Document | None:
    """Return what is told of a record, ``None`` where under the clocks it does not count or lacks a word."""
    counting = passages(found.type, record, clocks)
    is_clocked = (clocks.as_of, clocks.published_until) != (None, None)
    if is_clocked and not are_held(question.words, words_in(counting)):
        return None
    bounds = found.type.date(record) if found.type.date else None
    return {
        "record": link_to(record),
        "title": _title(found.type, record),
        "earliest": bounds.earliest if bounds else None,
        "latest": bounds.latest if bounds else None,
        "matched": found.matched,
        "snippets": snippets(counting, asked_for(question.words)),
    }


def _title(record_type: RecordType, record: Document) -> str:
    """Return what a record is called; where it has no name, what its id is made of (``letter Kim Jong Un``)."""
    title = record_type.title(record)
    return title if title in (record.get("title"), record.get("name")) else title.replace("_", " ")
