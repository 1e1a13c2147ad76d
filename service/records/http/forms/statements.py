"""What a record states and rests on, as text and as HTML: for whatever shows records to people elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from sqlalchemy import Connection

from service.records.clocks import at_reference_date
from service.records.context import Context
from service.records.headlines import CitedSource, reference_tree
from service.records.http.answers import resolve_known_at
from service.records.http.clocked import clock
from service.records.http.record import find_record
from service.records.inlining import inline
from service.records.reading import bodies_at
from service.records.record_type import RecordType
from service.records.schemas.date_words import date_in_words

Document = Mapping[str, Any]


def inline_references(
    context: Context,
    connection: Connection,
    record_type: RecordType,
    documents: list[dict[str, Any]],
    at: int | None,
) -> None:
    """Put into documents the records that their headlines need and the sources that they cite, as at a change."""
    inline(
        context.shapes,
        record_type.name,
        documents,
        reference_tree(record_type, context.shapes),
        lambda name, ids: bodies_at(connection, name, ids, at),
    )


def read_one(
    context: Context, record_type: RecordType, record_id: str, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the record that the request in hand asks for, with these references inlined, and as it is without.

    Raises ``Problem`` 404 before its creation and 410 after its deletion.
    """
    values = at_reference_date(values)
    with context.database.reading(snapshot=True) as connection:
        revision = find_record(connection, record_type, record_id, values)
        at = resolve_known_at(connection, values)
        documents = clock(connection, record_type, [revision.document or {}], values, at)
        plain = dict(documents[0])
        inline_references(context, connection, record_type, documents, at)
    return documents[0], plain


def as_text(line: str, note: str | None, sources: Iterable[CitedSource]) -> str:
    """Return a line, a note on it, and a paragraph for each source, as plain text."""
    return "\n".join([line, *([note] if note else []), *(_source_text(each) for each in sources)])


def as_html(line: str, note: str | None, sources: Iterable[CitedSource]) -> str:
    """Return the same as HTML; nothing in it but what is written here is markup."""
    paragraphs = [f"<p>{escape(each)}</p>" for each in (line, note) if each]
    items = "".join(f"<li>{_source_html(each)}</li>" for each in sources)
    return "".join(paragraphs) + (f"<ul>{items}</ul>" if items else "")


def _source_text(cited: CitedSource) -> str:
    quote = f"“{cited.quote}” " if cited.quote else ""
    url = f" {cited.source['url']}" if cited.source["url"] else ""
    return f"{quote}({_described(cited)}){url}"


def _source_html(cited: CitedSource) -> str:
    quote = f"<q>{escape(cited.quote)}</q> " if cited.quote else ""
    described, url = escape(_described(cited)), cited.source["url"] or ""
    if url.lower().startswith(("http://", "https://")):
        described = f'<a href="{escape(url)}">{described}</a>'
    return quote + described


def _described(cited: CitedSource) -> str:
    source = cited.source
    title = f"{source['publisher']}: {source['title']}" if source["publisher"] else str(source["title"])
    date = date_in_words(source["published"]) if source["published"] else None
    return ", ".join(each for each in (title, date, cited.locator) if each)
