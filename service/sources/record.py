"""Sources as a record type."""

from __future__ import annotations

from collections.abc import Iterator

from service.records.dates import Bounds
from service.records.publication import PUBLIC_FROM, public_from
from service.records.record_type import Document, RecordType
from service.sources.schema import SourceSchema


def _title(document: Document) -> str:
    return str(document["title"])


def _date(document: Document) -> Bounds | None:
    if document["published"] is None:
        return None
    return Bounds(document["published_earliest"], document["published_latest"])


def _terms(document: Document) -> Iterator[tuple[str, str]]:
    day = public_from(document)
    if day is not None:
        yield PUBLIC_FROM, f"{document['id']}|{day}"


SOURCE = RecordType(
    name="source",
    path="sources",
    schema=SourceSchema,
    description="The articles, imagery analyses, briefings and statements that records rest on.",
    title=_title,
    date=_date,
    terms=_terms,
)
