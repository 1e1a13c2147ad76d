"""The page of a record: what it states beside what that rests on, what others claim, what names it, how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from service.pages.asked import Asked
from service.pages.figures import figure_of_record
from service.pages.names import line_of, title_of
from service.pages.parade_choice import parades_to_compare
from service.pages.statements import general_citations, grouped, statements_of
from service.pages.structured_data import event
from service.pages.words import korean, label, plural
from service.parades.record import PARADE
from service.records.http.answers import resolve_known_at, url_of
from service.records.reading import bodies_at
from service.records.referrers import referrers_of
from service.web.operation import Answer

MOST_BACK_REFERENCES = 50


@dataclass(frozen=True)
class BackReference:
    """A record that names this one."""

    path: str
    line: str
    korean: Markup


@dataclass(frozen=True)
class BackReferences:
    """The records of one type that name a record, at most fifty of them."""

    title: str
    records: tuple[BackReference, ...]
    count: int


def record_page(asked: Asked) -> Answer:
    """Return the page of a record."""
    record_type, document = asked.record_type, asked.document
    path = url_of(record_type, document["id"])
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
        groups=grouped(statements_of(record_type, document)),
        general=general_citations(document),
        claims=_claims(document),
        back_references=_back_references(asked, document["id"]),
        views=_views(asked, path),
        references=[each for each in asked.forms if each.name in ("bibtex", "ris", "csl")],
    )


def _claims(document: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the claims by what they are about, those that answer others beside these."""
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
    return [(_topic(about), found) for about, found in groups.items()]


def _topic(about: str) -> str:
    """Return what claims are about in words: a pointer by the names in it."""
    if about.startswith("#"):
        return ""
    if not about.startswith("/"):
        return about
    names = [str(int(each) + 1) if each.isdigit() else each for each in about.strip("/").split("/")]
    return label(" ".join(names))


def _back_references(asked: Asked, record_id: str) -> list[BackReferences]:
    """Return the records that name a record, by type, as held at ``known_at``."""
    context, record_type = asked.context, asked.record_type
    with context.database.reading(snapshot=True) as connection:
        at = resolve_known_at(connection, asked.taken)
        rows = referrers_of(connection, record_type.name, record_id, at)
        found = []
        for name, group in groupby(rows, key=lambda row: row[0]):
            ids = [row[1] for row in group]
            documents = bodies_at(connection, name, ids[:MOST_BACK_REFERENCES], at)
            of_type = context.registry.named(name)
            records = tuple(
                BackReference(
                    url_of(of_type, each), line_of(of_type, documents[each]), korean(documents[each])
                )
                for each in ids[:MOST_BACK_REFERENCES]
                if each in documents
            )
            if records:
                found.append(BackReferences(plural(of_type), records, len(ids)))
    return found


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
