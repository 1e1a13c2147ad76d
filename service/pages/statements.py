"""A record laid out for reading: what it states, field by field, each with what supports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from marshmallow import Schema, fields

from service.records.http.forms.columns import of_schema
from service.records.record_type import RecordType
from service.records.schemas.fields import Enumeration, PartReference, Reference, Text
from service.records.schemas.notations import (
    CalendarDate,
    Country,
    EdtfDate,
    Instant,
    Language,
    Url,
    pointers_meet,
)
from service.records.schemas.parts import (
    Alias,
    Citation,
    Claim,
    ClaimedValue,
    Party,
    Place,
    Quantity,
    TypedReference,
)

Document = Mapping[str, Any]
# What tells the parts of a list apart, in the order in which people would say it.
_TELLING = (
    "date",
    "component",
    "name",
    "title",
    "text",
    "system",
    "category",
    "status",
    "state",
    "presence",
    "facility",
)
# What opens or closes every record is shown in its own place.
_ELSEWHERE = frozenset({"id", "title", "name", "citations", "claims", "note", "same_as"})
# Of these nothing is told where there is nothing: they are relations, or exceptions from the rule.
_NONE_IS_AN_ANSWER = frozenset(
    {
        "aliases",
        "archived_url",
        "attendees",
        "authors",
        "carried_by",
        "corrected",
        "correction",
        "date_note",
        "delivered",
        "described_by",
        "disclosed",
        "other_locations",
        "relays",
        "to",
        "written",
    }
)
# Grades of the Admiralty scale, remarks and components of the same record, told apart from other numbers, choices and
# texts by their names.
_NAMED = {"credibility": "grade", "reliability": "grade", "note": "remark", "part_of": "component"}
_KINDS: tuple[tuple[type[fields.Field[Any]], str], ...] = (
    (Language, "language"),
    (Enumeration, "words"),
    (PartReference, "component"),
    (EdtfDate, "date"),
    (CalendarDate, "date"),
    (Instant, "instant"),
    (Country, "country"),
    (Url, "url"),
    (ClaimedValue, "claimed"),
    (Text, "text"),
    (fields.Boolean, "flag"),
    (fields.Number, "number"),
)
_PARTS: tuple[tuple[type[Schema], str], ...] = (
    (TypedReference, "address"),
    (Party, "party"),
    (Place, "place"),
    (Quantity, "quantity"),
    (Alias, "alias"),
)


@dataclass(frozen=True)
class Statement:
    """A field of a record or part that has a value.

    :param kind: which macro shows the value; ``part`` and ``parts`` are shown by ``inner``, ``list`` value by value.
    :param pointer: JSON Pointer to it in the record.
    :param inner: the statements of a part, or of each part of a list.
    :param citations: those that support just this.
    :param item: of a list, the kind of its values.
    :param record_type: of a reference, the type that it names.
    """

    name: str
    kind: str
    value: Any
    pointer: str
    inner: Sequence[Any] = ()
    citations: Sequence[Document] = ()
    item: str = ""
    record_type: str = ""


@dataclass(frozen=True)
class ListedPart:
    """One part of a list: ``head`` are those of its statements by which it is told apart, ``statements`` all others."""

    pointer: str
    head: Sequence[Statement]
    statements: Sequence[Statement]
    citations: Sequence[Document]

    @property
    def anchor(self) -> str:
        """What its place on the page is called."""
        return self.pointer[1:].replace("/", "-")


@dataclass(frozen=True)
class StatementGroup:
    """Statements of a record, one after another, that the same citations support."""

    statements: Sequence[Statement]
    citations: Sequence[Document]


def statements_of(record_type: RecordType, document: Document) -> list[Statement]:
    """Return what a record states, what is derived first, in the order of its schema, without what is null or empty."""
    declared = {**record_type.read_only, **of_schema(record_type.schema)}
    shown = {name: each for name, each in declared.items() if name not in _ELSEWHERE}
    return list(_statements(shown, document, "", document.get("citations", ())))


def grouped(statements: Iterable[Statement]) -> list[StatementGroup]:
    """Return statements with what supports them, which is shown once for all that it supports together."""
    groups = groupby(statements, key=lambda each: (each.kind == "parts" and each.name, list(each.citations)))
    return [StatementGroup(tuple(group), citations) for (_, citations), group in groups]


def listed_parts(statements: Iterable[Statement]) -> dict[str, ListedPart]:
    """Return the parts of lists among statements, by pointer."""
    found: dict[str, ListedPart] = {}
    for each in statements:
        if each.kind == "parts":
            found |= {part.pointer: part for part in each.inner}
        elif each.kind == "part":
            found |= listed_parts(each.inner)
    return found


def not_recorded(record_type: RecordType, document: Document) -> list[str]:
    """Return the fields of a record of which it holds nothing, so that nobody takes silence for an answer."""
    return [
        name
        for name, declared in record_type.schema().fields.items()
        if document.get(name) in (None, [])
        and name not in _ELSEWHERE | _NONE_IS_AN_ANSWER
        and not _is_relation(declared)
    ]


def general_citations(document: Document) -> list[Document]:
    """Return the citations of a record that support the whole of it."""
    return [each for each in document.get("citations", ()) if not each["supports"]]


def _statements(
    declared: Mapping[str, fields.Field[Any]], part: Document, place: str, cited: Sequence[Document]
) -> Iterator[Statement]:
    for name, each in declared.items():
        value = part.get(name)
        if value is None or value == [] or name.endswith(("_earliest", "_latest")):
            continue
        found = _statement(name, each, value, f"{place}/{name}", cited)
        if found is not None:
            yield found


def _statement(
    name: str, declared: fields.Field[Any], value: Any, pointer: str, cited: Sequence[Document]
) -> Statement | None:
    support = _supporting(cited, pointer)
    inner = declared.inner if isinstance(declared, fields.List) else declared
    many = inner is not declared
    if isinstance(inner, fields.Nested):
        schema = type(inner.schema)
        if issubclass(schema, Citation | Claim):
            return None
        # A part with more to it, such as a place with a standing, is shown member by member.
        kind = "extent" if name == "extent" else next((kind for each, kind in _PARTS if schema is each), "")
        if kind and many:
            return Statement(name, "list", value, pointer, citations=support, item=kind)
        if kind:
            return Statement(name, kind, value, pointer, citations=support)
        own = of_schema(schema)
        if not many:
            # What supports a member stands beside the member, but once where it supports them all.
            members = list(_statements(own, value, pointer, cited))
            if members and all(each.citations == members[0].citations for each in members):
                shared = members[0].citations
                members = [replace(each, citations=()) for each in members]
                return Statement(name, "part", value, pointer, members, shared)
            return Statement(name, "part", value, pointer, members)
        listed = [_listed(own, each, f"{pointer}/{index}", cited) for index, each in enumerate(value)]
        return Statement(name, "parts", value, pointer, listed)
    record_type = inner.record_type if isinstance(inner, Reference) else ""
    kind = "record" if record_type else _NAMED.get(name) or _kind(inner)
    if many:
        return Statement(name, "list", value, pointer, citations=support, item=kind, record_type=record_type)
    return Statement(name, kind, value, pointer, citations=support, record_type=record_type)


def _is_relation(declared: fields.Field[Any]) -> bool:
    """Tell whether a field leads to other records, which there need not be."""
    inner = declared.inner if isinstance(declared, fields.List) else declared
    if not isinstance(inner, fields.Nested):
        return isinstance(inner, Reference)
    schema = type(inner.schema)
    return schema is TypedReference or any(
        isinstance(each, Reference) and each.required for each in of_schema(schema).values()
    )


def _kind(declared: fields.Field[Any]) -> str:
    return next((kind for each, kind in _KINDS if isinstance(declared, each)), "text")


def _listed(
    declared: Mapping[str, fields.Field[Any]], part: Document, pointer: str, cited: Sequence[Document]
) -> ListedPart:
    found = [each for each in _statements(declared, part, pointer, ()) if each.name != "id"]
    if isinstance(declared.get("component"), PartReference) and part.get("component") is None:
        found.append(Statement("component", "component", None, f"{pointer}/component"))
    named = {each.name: each for each in found}
    head = [named[name] for name in _TELLING if name in named]
    others = [each for each in found if each not in head]
    citations = list(part.get("citations") or ()) or _supporting(cited, pointer)
    return ListedPart(pointer, head, others, citations)


def _supporting(cited: Sequence[Document], pointer: str) -> list[Document]:
    """Return the citations of a record that support the value at a pointer, or something in it."""
    return [each for each in cited if any(pointers_meet(pointer, place) for place in each["supports"])]
