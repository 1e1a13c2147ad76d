"""What the records are called that a document names: read at once, a query for each type."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection

from service.pages.words import korean_name
from service.records.context import Context
from service.records.headlines import Headline, shortened
from service.records.http.answers import resolve_known_at
from service.records.inlining import inline
from service.records.reading import bodies_at
from service.records.record_type import RecordType
from service.records.schemas.date_words import date_in_words
from service.records.shapes import ANY_TYPE, Shape

Document = Mapping[str, Any]
Named = dict[str, dict[str, Document]]
_LONGEST_TITLE = 100
# Texts in which sources are named by their ids, such as ``quoted in bbc-2018-09-10``.
_TEXTS_THAT_NAME = ("locator", "note")
_IDS = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+){2,}\b")


class Names:
    """The records that documents name, by type and id; those that there were not at ``known_at`` are missing."""

    def __init__(self, context: Context, found: Named) -> None:
        self._context = context
        self._found = found

    def get(self, record_type: str, record_id: str) -> Document | None:
        """Return a record that is named, ``None`` where it is not held."""
        return self._found.get(record_type, {}).get(record_id)

    def called(self, record_type: str, record_id: str) -> str:
        """Return what a record is called, its id where it is not held."""
        document = self.get(record_type, record_id)
        return record_id if document is None else line_of(self._context.registry.named(record_type), document)

    def component(self, document: Document, part_id: str) -> str:
        """Return what a component is called, its id where it is not held.

        :param document: the facility, or a record about a facility.
        """
        facility = (
            document if "components" in document else self.get("facility", str(document.get("facility")))
        )
        named = {each["id"]: str(each["name"]) for each in facility["components"]} if facility else {}
        return named.get(part_id, part_id)

    def told(self, text: str) -> Iterator[tuple[str, str | None]]:
        """Yield a text in pieces, (words, id): an id of a source in it as ``BBC (10 September 2018)``."""
        done = 0
        for match in _IDS.finditer(text):
            source = self.get("source", match[0])
            if source is not None:
                yield text[done : match.start()], None
                day = f" ({date_in_words(source['published'])})" if source["published"] else ""
                yield f"{source['publisher'] or source['title']}{day}", match[0]
                done = match.end()
        yield text[done:], None

    def path(self, record_type: str, record_id: str) -> str:
        """Return the path of a record."""
        return f"/v1/{self._context.registry.named(record_type).path}/{record_id}"


def line_of(record_type: RecordType, document: Document) -> str:
    """Return the title or name of a record, where it has neither the line by which people recognise it."""
    if own := document.get("title") or document.get("name"):
        return str(own)
    declared = record_type.declared(Headline)
    return shortened(declared.line(document) if declared else record_type.called(dict(document)))


def title_of(context: Context, record_type: RecordType, document: Document, values: Mapping[str, Any]) -> str:
    """Return the title of the page of a record: its own, else its heading and date.

    What a type gives no heading is told by its line, of which at most a hundred characters are shown.
    """
    declared = record_type.declared(Headline)
    if document.get("title") or document.get("name") or declared is None:
        return line_of(record_type, document)
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        (copy,) = _inlined(context, connection, at, record_type.name, [dict(document)])
    if declared.heading is None:
        return textwrap.shorten(line_of(record_type, copy), _LONGEST_TITLE, placeholder=" …")
    date = declared.date(copy)
    return declared.heading(copy) + (f", {date_in_words(date)}" if date else "")


def read_names(context: Context, shape: str, documents: Any, values: Mapping[str, Any]) -> Names:
    """Return the records that documents of a shape name, as held at ``known_at``.

    :param shape: name of a record type, or of a view's answer (``Shapes.of_view``).
    """
    wanted: dict[str, dict[str, None]] = {}
    for document in documents:
        for record_type, record_id in references_in(document, context.shapes.of(shape)):
            wanted.setdefault(record_type, {})[record_id] = None
    if not wanted:
        return Names(context, {})
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        found = {
            name: read_records(context, connection, at, name, list(ids))
            for name, ids in wanted.items()
            if name in context.registry.names
        }
    return Names(context, found)


def korean_names(
    context: Context, record_type: str, documents: Iterable[Document], values: Mapping[str, Any]
) -> dict[str, str]:
    """Return what the records are called in Korean that documents name in a member of their type, by id.

    As held at ``known_at``; what has no Korean name is missing.
    """
    ids = {str(each[record_type]) for each in documents if each.get(record_type)}
    with context.database.reading(snapshot=True) as connection:
        found = bodies_at(connection, record_type, sorted(ids), resolve_known_at(connection, values))
    return {each: name for each, body in found.items() if (name := korean_name(body))}


def references_in(part: Any, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield the type and id of each record that a document of a shape names, or may name in its texts."""
    if isinstance(part, list):
        for item in part:
            yield from references_in(item, shape)
    elif isinstance(part, Mapping):
        if shape.reference == ANY_TYPE:
            yield part["type"], part["id"]
            return
        for name in _TEXTS_THAT_NAME:
            for record_id in _IDS.findall(part.get(name) or ""):
                yield "source", record_id
        for name, member in shape.members.items():
            if part.get(name) is not None and (member.members or member.reference):
                yield from references_in(part[name], member)
    elif shape.reference is not None and part is not None:
        yield shape.reference, part


def read_records(
    context: Context, connection: Connection, at: int | None, name: str, ids: list[str]
) -> dict[str, Document]:
    """Return records of a type by id, those that are held, with the records in them that their lines need."""
    found = bodies_at(connection, name, ids, at)
    _inlined(context, connection, at, name, list(found.values()))
    return dict(found)


def _inlined(
    context: Context, connection: Connection, at: int | None, name: str, documents: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return documents with the records in them that their lines need."""
    declared = context.registry.named(name).declared(Headline)
    if declared and declared.references:
        tree = context.shapes.follow(name, declared.references)
        inline(context.shapes, name, documents, tree, partial(_bodies, connection, at))
    return documents


def _bodies(connection: Connection, at: int | None, name: str, ids: Any) -> dict[str, dict[str, Any]]:
    return bodies_at(connection, name, ids, at)
