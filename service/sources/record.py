"""Sources as a record type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.evidence.publication import OwnPublicDay
from service.formats.references import Kind
from service.records.citable import Publication
from service.records.headlines import Headline
from service.records.index.public_days import NEVER, PUBLIC_FROM, public_from
from service.records.record_type import Acyclic, Document, RecordType
from service.records.schemas.dates import DateBounds
from service.sources.schema import SourceSchema


def _title(document: Document) -> str:
    return str(document["title"])


def _date(document: Document) -> DateBounds | None:
    if document["published"] is None:
        return None
    return DateBounds(document["published_earliest"], document["published_latest"])


def _terms(document: Document) -> Iterator[tuple[str, str]]:
    yield PUBLIC_FROM, f"{document['id']}|{public_from(document) or NEVER}"


def _line(document: Mapping[str, Any]) -> str:
    publisher = document["publisher"]
    return f"{publisher}: {document['title']}" if publisher else str(document["title"])


# The types of CSL 1.0.2; what is not here is a document.
_KINDS: Mapping[str, Kind] = {
    "news_article": "article-newspaper",
    "state_media": "article-newspaper",
    "imagery_analysis": "report",
    "report": "report",
    "press_briefing": "speech",
    "treaty_text": "treaty",
    "dataset": "dataset",
}


def _kind(source: Mapping[str, Any]) -> Kind:
    return _KINDS.get(source["kind"], "document")


HEADLINE = Headline(_line, date=lambda source: source["published"])

SOURCE = RecordType(
    name="source",
    path="sources",
    schema=SourceSchema,
    description="The articles, imagery analyses, briefings and statements that records rest on.",
    title=_title,
    date=_date,
    terms=_terms,
    copied_onto_referrers=PUBLIC_FROM,
    acyclic=(Acyclic(("republishes", "relays"), free_text="relays"),),
    for_views=(OwnPublicDay(public_from), HEADLINE, Publication(_kind)),
)
