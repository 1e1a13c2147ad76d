"""The page of a record: what it states beside what that rests on, what others claim, what names it, how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from service.pages.asked import Asked
from service.pages.figures import figure_of_record
from service.pages.names import line_of, read_records, title_of
from service.pages.parade_choice import parades_to_compare
from service.pages.statements import (
    ListedPart,
    general_citations,
    grouped,
    listed_parts,
    not_recorded,
    statements_of,
)
from service.pages.structured_data import event
from service.pages.words import korean, label, plural
from service.parades.record import PARADE
from service.records.headlines import Headline
from service.records.http.answers import resolve_known_at, url_of
from service.records.record_type import RecordType
from service.records.referrers import referrers_of
from service.web.operation import Answer

MOST_BACK_REFERENCES = 50


@dataclass(frozen=True)
class BackReference:
    """A record that names this one; ``date`` is EDTF, ``None`` where it has none."""

    path: str
    line: str
    korean: Markup
    date: str | None


@dataclass(frozen=True)
class BackReferences:
    """The records of one type that name a record, at most fifty of them."""

    title: str
    records: tuple[BackReference, ...]
    count: int


@dataclass(frozen=True)
class ClaimTopic:
    """What claims are about: ``part`` of a list of the record where it is one, ``link`` to where the page has it."""

    words: str
    part: ListedPart | None = None
    link: str = ""


def record_page(asked: Asked) -> Answer:
    """Return the page of a record."""
    record_type, document = asked.record_type, asked.document
    path = url_of(record_type, document["id"])
    statements = statements_of(record_type, document)
    return asked.page(
        (f"records/{record_type.path}.html", "record.html"),
        title_of(asked.context, record_type, document, asked.taken),
        trail=[(plural(record_type), f"/v1/{record_type.path}")],
        document=document,
        json_ld=event(asked, document),
        record_type=record_type,
        path=path,
        names=asked.names([document]),
        figure=figure_of_record(asked),
        parades=parades_to_compare(asked, document) if record_type is PARADE else (),
        groups=grouped(statements),
        not_recorded=not_recorded(record_type, document),
        general=general_citations(document),
        claims=_claims(document, listed_parts(statements)),
        back_references=_back_references(asked, document["id"]),
        views=_views(asked, path),
        references=[each for each in asked.forms if each.name in ("bibtex", "ris", "csl")],
    )


def _claims(
    document: dict[str, Any], listed: Mapping[str, ListedPart]
) -> list[tuple[ClaimTopic, list[dict[str, Any]]]]:
    """Return the claims by what they are about, those that answer others beside these.

    :param listed: the parts of the record that have a place on its page, by pointer.
    """
    claims = {claim["id"] or index: claim for index, claim in enumerate(document.get("claims", ()))}

    def root(claim: dict[str, Any]) -> dict[str, Any]:
        while claim["responds_to"] in claims:
            claim = claims[claim["responds_to"]]
        return claim

    order = {id(claim): number for number, claim in enumerate(claims.values())}
    groups: dict[str, list[dict[str, Any]]] = {}
    for claim in claims.values():
        first = root(claim)
        groups.setdefault(first["about"] or f"#{order[id(first)]}", []).append(claim)
    return [(_topic(about, listed), found) for about, found in groups.items()]


def _topic(about: str, listed: Mapping[str, ListedPart]) -> ClaimTopic:
    """Return what claims are about: a topic in words, or a place in the record by the names of its fields."""
    if about.startswith("#"):
        return ClaimTopic("")
    if not about.startswith("/"):
        return ClaimTopic(label(about))
    names = about.strip("/").split("/")
    pointers = ["/" + "/".join(names[:end]) for end in range(len(names), 0, -1)]
    part = next((listed[each] for each in pointers if each in listed), None)
    words = ", ".join(
        label(each).lower() if place else label(each) for place, each in enumerate(_fields(names))
    )
    return ClaimTopic(words, part, f"#{names[0]}" if part is None else f"#{part.anchor}")


def _fields(names: Sequence[str]) -> list[str]:
    return [each for each in names if not each.isdigit()]


def _back_references(asked: Asked, record_id: str) -> list[BackReferences]:
    """Return the records that name a record, by type, as held at ``known_at``."""
    context, record_type = asked.context, asked.record_type
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, asked.taken)
        rows = referrers_of(connection, record_type.name, record_id, at)
        found = []
        for name, group in groupby(rows, key=lambda row: row[0]):
            ids = [row[1] for row in group]
            of_type = context.registry.named(name)
            documents = read_records(context, connection, at, name, ids[:MOST_BACK_REFERENCES])
            records = tuple(_back_reference(of_type, each) for each in _by_date(of_type, documents.values()))
            if records:
                found.append(BackReferences(plural(of_type), records, len(ids)))
    return found


def _back_reference(record_type: RecordType, document: Mapping[str, Any]) -> BackReference:
    declared = record_type.declared(Headline)
    # Of a summit whose date is not set, the headline has that of its last step.
    date = document.get("date") if "date" in document or declared is None else declared.date(document)
    path = url_of(record_type, document["id"])
    return BackReference(path, line_of(record_type, document), korean(document), date)


def _by_date(record_type: RecordType, documents: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return records with the latest first, those without a date last."""

    def day(document: Mapping[str, Any]) -> str:
        bounds = record_type.date(dict(document)) if record_type.date else None
        return bounds.last if bounds else ""

    return sorted(documents, key=day, reverse=True)


def _views(asked: Asked, path: str) -> list[tuple[str, str]]:
    """Return the views of the record, (name, path): those of its type that are below it."""
    record_type = asked.record_type
    resources = record_type.views(asked.context) if record_type.views else []
    base = f"/v1/{record_type.path}/<id>/"
    return [
        (label(each.rule.removeprefix(base).replace("/", " ")), f"{path}/{each.rule.removeprefix(base)}")
        for each in resources
        if each.rule.startswith(base) and "GET" in each.operations
    ]
