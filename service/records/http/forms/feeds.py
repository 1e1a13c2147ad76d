"""Lists, the change feed and the revisions of a record as feeds, for readers of Atom and JSON Feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import orjson
from sqlalchemy import Connection

from service.formats.atom import ATOM
from service.formats.feeds import Entry, Feed
from service.formats.json_feed import JSON_FEED
from service.records.context import Context
from service.records.feed import FeedEntry, read_newest
from service.records.headlines import citations_in, cited_sources, headline, references_of
from service.records.http import changes, history, parameters
from service.records.http.answers import own_url, resolve_known_at, url_of
from service.records.http.forms.statements import as_html, as_text, inline_references
from service.records.http.lists import read_list
from service.records.part_lists import PartFilter
from service.records.reading import last_body
from service.records.record_type import Filter, RecordType
from service.records.schemas.fields import Enumeration
from service.web.identity import base_url, stable_id
from service.web.links import link_header
from service.web.negotiation import Representation
from service.web.operation import Answer, FormView, View

Values = Mapping[str, Any]
_PREFIXES = {"created": "", "updated": "Updated: ", "deleted": "Deleted: "}


def of_list(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the forms of a type's list as a feed: what was recorded last comes first, unless ``sort`` is given."""
    return {
        each: FormView(partial(_feed_of_list, context, record_type, each), {"sort": "-recorded_at"})
        for each in (ATOM, JSON_FEED)
    }


def of_revisions(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the forms of the revisions of a record as a feed, an entry for each."""
    return {each: partial(_feed_of_revisions, context, record_type, each) for each in (ATOM, JSON_FEED)}


def of_changes(context: Context) -> dict[Representation, View]:
    """Return the forms of the change feed: an entry for each change, the newest first."""
    return {each: partial(_feed_of_changes, context, each) for each in (ATOM, JSON_FEED)}


def feed_of(
    context: Context, form: Representation, title: str, entries: Iterable[Entry], next_url: str | None
) -> Feed:
    """Return the feed that the request in hand asks for.

    Its id is that of all its pages, in either form, wherever the service is.
    """
    base = base_url(context.settings)
    scope = own_url(format=None, limit=None, cursor=None, before=None)
    return Feed(
        id=stable_id(scope),
        title=title,
        url=base + own_url(format=form.name),
        alternate_url=base + own_url(format=None),
        entries=tuple(entries),
        next_url=base + next_url if next_url else None,
    )


def entry_of(
    context: Context,
    record_type: RecordType,
    document: dict[str, Any],
    *,
    title: str = "",
    note: str | None = None,
    url: str = "",
) -> Entry:
    """Return the entry of a record whose references are inlined.

    :param title: of the entry, where it is not the headline.
    :param note: what is said of it besides, where that is not its own note.
    :param url: path of what the entry tells of, where it is not the record.
    """
    line = headline(record_type, document)
    sources = cited_sources(citations_in(document))
    said = note or document["note"]
    path = url or document["self"]
    return Entry(
        id=stable_id(path),
        title=title or line,
        url=base_url(context.settings) + path,
        updated=document["recorded_at"],
        text=as_text(line, said, sources),
        html=as_html(line, said, sources),
        authors=tuple(document.get("authors") or ()),
        categories=categories_of(record_type, document),
    )


def entry_of_statement(
    context: Context,
    path: str,
    title: str,
    *,
    recorded_at: str,
    citations: Iterable[Mapping[str, Any]],
    categories: tuple[str, ...],
    note: str | None = None,
) -> Entry:
    """Return the entry of a part of a record, or of all of it, whose sources are inlined.

    :param path: of what the entry tells of, with the JSON Pointer to a part as its fragment.
    """
    sources = cited_sources(citations)
    return Entry(
        id=stable_id(path),
        title=title,
        url=base_url(context.settings) + path,
        updated=recorded_at,
        text=as_text(title, note, sources),
        html=as_html(title, note, sources),
        categories=categories,
    )


def categories_of(record_type: RecordType, document: dict[str, Any]) -> tuple[str, ...]:
    """Return the type of a record, and its values in those of the type's filters that take a choice."""
    return chosen_values(record_type.name, record_type.filters, document)


def chosen_values(
    first: str, filters: Iterable[Filter | PartFilter], document: dict[str, Any]
) -> tuple[str, ...]:
    """Return a category, and the values of a document in those filters that take a choice."""
    found = [first]
    for declared in filters:
        if isinstance(declared.field, Enumeration) and declared.of is not None:
            found += [value for value in declared.of(document) if value]
    return tuple(dict.fromkeys(found))


def _feed_of_list(context: Context, record_type: RecordType, form: Representation, values: Values) -> Answer:
    found = read_list(context, record_type, values, references_of(record_type, context.shapes))
    following = own_url(cursor=found.next_cursor, format=form.name) if found.next_cursor else None
    entries = [entry_of(context, record_type, document) for document in found.read()]
    title = f"Peninsula: {record_type.path.replace('_', ' ')}"
    return found.asked.answer(feed_of(context, form, title, entries, following), found.next_cursor)


def _feed_of_revisions(
    context: Context, record_type: RecordType, form: Representation, record_id: str, values: Values
) -> Answer:
    answer = history.list_record_revisions(context, record_type, record_id, values)
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, values)
        document = orjson.loads(last_body(connection, record_type.name, record_id, at))
        inline_references(context, connection, record_type, [document], at)
    line = headline(record_type, document)
    entries = [_revision(context, record_type, record_id, line, each) for each in answer.content["items"]]
    cursor = answer.content["next_cursor"]
    following = own_url(cursor=cursor, format=form.name) if cursor else None
    feed = feed_of(context, form, f"Peninsula: revisions of {line}", entries, following)
    return Answer(feed, answer.headers)


def _revision(
    context: Context, record_type: RecordType, record_id: str, line: str, revision: dict[str, Any]
) -> Entry:
    places = [
        each["path"] for each in revision["patch"] if each["path"] not in ("", "/revision", "/recorded_at")
    ]
    said = [f"Revision {revision['revision']} of {line}: {revision['operation']} by {revision['actor']}."]
    said += [f"Reason: {revision['reason']}"] if revision["reason"] else []
    said += [f"Changed: {', '.join(dict.fromkeys(places))}"] if places else []
    is_deletion = revision["operation"] == "deleted"
    return Entry(
        id=stable_id(revision["self"]),
        title=f"Revision {revision['revision']}, {revision['operation']}: {line}",
        url=base_url(context.settings) + revision["self"],
        updated=revision["recorded_at"],
        text="\n".join(said),
        html=as_html(said[0], "\n".join(said[1:]), ()),
        authors=(revision["actor"],),
        categories=(record_type.name, revision["operation"]),
        deletion=stable_id(url_of(record_type, record_id)) if is_deletion else "",
    )


def _feed_of_changes(context: Context, form: Representation, values: Values) -> Answer:
    limit = values.get("limit", parameters.DEFAULT_LIMIT)
    with context.database.reading(snapshot=True) as connection:
        asked = changes.read_query(context, connection, values)
        found, older = read_newest(
            connection,
            after=max(asked.after, asked.oldest),
            upto=asked.upto,
            limit=limit,
            types=asked.types,
        )
        entries = _entries_of_changes(context, connection, found, asked.at)
    following = own_url(before=str(older)) if older is not None else None
    in_form = own_url(before=str(older), format=form.name) if older is not None else None
    feed = feed_of(context, form, "Peninsula: changes", entries, in_form)
    return Answer(feed, {"Link": link_header({"next": following})} if following else {})


def _entries_of_changes(
    context: Context, connection: Connection, found: list[FeedEntry], at: int | None
) -> list[Entry]:
    documents = [orjson.loads(each.body) for each in found]
    for record_type in context.registry:
        of_type = [
            document for each, document in zip(found, documents, strict=True) if each.type == record_type.name
        ]
        if of_type:
            inline_references(context, connection, record_type, of_type, at)
    return [_change(context, each, document) for each, document in zip(found, documents, strict=True)]


def _change(context: Context, change: FeedEntry, document: dict[str, Any]) -> Entry:
    record_type = context.registry.named(change.type)
    path = url_of(record_type, change.id)
    line = headline(record_type, document)
    entry = entry_of(
        context,
        record_type,
        document | {"recorded_at": change.recorded_at},
        title=_PREFIXES[change.operation] + line,
        note=change.reason,
        url=f"{path}/revisions/{change.revision}",
    )
    if change.operation != "deleted":
        return entry
    return Entry(**{**vars(entry), "deletion": stable_id(path)})
