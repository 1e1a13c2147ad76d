"""What a record is found by: its terms, links, position, dates and words, read off the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from service.records.index.analysis import BOUNDARY, words_of
from service.records.index.calendar_blocks import terms_of_dates
from service.records.index.full_text_query import whole_word
from service.records.index.name_terms import terms_of_name
from service.records.index.part_terms import terms_of_part, terms_of_parts
from service.records.index.public_days import IN_ACCOUNTS, NEVER, SOURCE, public_terms
from service.records.index.word_conditions import NAME_MARK
from service.records.record_type import CopiedTerm, Document, Original, RecordType
from service.records.schemas.branches import SchemaBranch, branches, places
from service.records.schemas.fields import MOST_ITEMS, Enumeration, Reference, Slug, Text
from service.records.schemas.names import fold
from service.records.schemas.schema import references

# The field and value of the term that every record has.
EVERY = ""
# The ids of a record's parts that others may name: a facility's components.
PART = "part"
# The field of the term ``day|id`` of a record with fields that depend on the day: from that day on they are as stored.
SETTLED = "settled"
_NAMES = ("name", "title")
_MOMENTS = ".moments"
# Enough for as many parts as a list can have.
_DIGITS = len(str(MOST_ITEMS))


@dataclass(frozen=True)
class Named:
    """A place in a document that names another record, or a part of one."""

    pointer: str
    type: str
    id: str
    part: str | None = None


@dataclass(frozen=True)
class MomentEntries:
    """The rows that index a part with a date of its own; ``id`` tells the record and the part's place."""

    id: str
    sort_key: str
    terms: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Entries:
    """The rows that index one revision."""

    sort_key: str
    terms: frozenset[tuple[str, str]]
    links: tuple[Named, ...]
    position: tuple[float, float] | None
    words: str
    moments: tuple[MomentEntries, ...] = ()
    copied_terms: frozenset[CopiedTerm] = frozenset()
    whole_names: tuple[str, ...] = ()


def moments_of(record_type: str) -> str:
    """Return the type under which terms of the moments of this type's records are kept; no record type is called so."""
    return f"{record_type}{_MOMENTS}"


def is_moments(record_type: str) -> bool:
    """Tell whether terms under this type are those of moments."""
    return record_type.endswith(_MOMENTS)


def moment_id(record_id: str, number: int) -> str:
    """Return the id of a record's moment in terms; ids sort as the moments of one record are sent."""
    return f"{record_id}/{number:0{_DIGITS}}"


def moment_of(term_id: str) -> tuple[str, int]:
    """Return the record's id and the moment's number, from its id in terms."""
    record_id, _, number = term_id.partition("/")
    return record_id, int(number)


def entries(
    record_type: RecordType, document: Document, original: Original, named: tuple[Named, ...] | None = None
) -> Entries:
    """Return what the revision with this document is found by.

    ``original`` returns the values to copy of the records that it names; ``named`` are its references, where these are
    known.
    """
    named = tuple(references_of(record_type, document)) if named is None else named
    terms = {(EVERY, EVERY), *terms_of(record_type, document)}
    sources = dict.fromkeys(name.id for name in named if name.type == SOURCE)
    terms.update((SOURCE, source) for source in sources)
    reporting = {name.id for name in named if reports(name, record_type.accounts)}
    terms.update((IN_ACCOUNTS, source) for source in sources if source not in reporting)
    terms.update(
        public_terms(min((original(SOURCE, source) or NEVER for source in reporting), default=NEVER))
    )
    terms.update((PART, part) for part in (record_type.parts(document) if record_type.parts else ()))
    if record_type.settled_on:
        terms.add((SETTLED, f"{record_type.settled_on(document)}|{document['id']}"))
    sort_key = ""
    bounds = record_type.date(document) if record_type.date else None
    if bounds and bounds.first:
        sort_key = bounds.first
        terms.update(terms_of_dates(bounds.first, bounds.last))
    if record_type.name_of:
        sort_key = fold(record_type.name_of(document))
    return Entries(
        sort_key,
        frozenset(terms),
        named,
        record_type.position(document) if record_type.position else None,
        words_in(document, record_type.schema),
        tuple(_moments(record_type, document)),
        frozenset(record_type.copied_terms(document, original) if record_type.copied_terms else ()),
        tuple(dict.fromkeys(filter(None, map(whole_word, names_of(document))))),
    )


def terms_of(record_type: RecordType, document: Document) -> set[tuple[str, str]]:
    """Return the terms that the type gives a document: words and whole names where names are asked for by words."""
    named = {f.name for f in record_type.filters if f.match == "name"}
    terms: set[tuple[str, str]] = set()
    for field, value in record_type.found_by(document):
        terms.update(terms_of_name(field, value) if field in named else ((field, value),))
    for part_list in record_type.all_part_lists:
        terms.update(terms_of_parts(part_list, record_type.schema, document))
    return terms


def _moments(record_type: RecordType, document: Document) -> Iterator[MomentEntries]:
    moments = record_type.moments(document) if record_type.moments else ()
    lists = [each for each in record_type.part_lists if record_type.lists_by_own_date(each)]
    for number, moment in enumerate(moments):
        terms = {(EVERY, EVERY), *moment.terms, *terms_of_dates(moment.bounds.first, moment.bounds.last)}
        for each in lists:
            terms.update(terms_of_part(each, each.parts(document)[number]))
        yield MomentEntries(moment_id(document["id"], number), moment.bounds.first, frozenset(terms))


def reports(named: Named, accounts: Collection[str]) -> bool:
    """Tell whether a reference is a citation for the record itself, not for an account of others."""
    first, *rest = named.pointer.split("/")[1:]
    return named.type == SOURCE and rest[-1:] == ["source"] and first not in accounts


def references_of(record_type: RecordType, document: Mapping[str, Any]) -> Iterator[Named]:
    """Yield each reference in a document, in schema order; values of a wrong type are passed over."""
    for pointer, value, named in places(document, references(record_type.schema)):
        if isinstance(value, dict):
            value_type, value_id = value.get("type"), value.get("id")
            if isinstance(value_type, str) and isinstance(value_id, str):
                yield Named(pointer, value_type, value_id)
        elif not isinstance(value, str):
            continue
        elif named.record is not None:
            if isinstance(owner := document.get(named.record), str):
                yield Named(pointer, named.target or named.record, owner, value)
        elif named.target is not None:
            yield Named(pointer, named.target, value)


def words_in(document: Document, schema: type[Schema]) -> str:
    """Return the words of every text, identifier and enumeration value of a document, a space around each.

    Those of its names are there a second time, with ``NAME_MARK``.
    """
    words = words_of(text for _, text in texts_of(document, schema))
    marked = (word if word == BOUNDARY else f"{NAME_MARK}{word}" for word in words_of(names_of(document)))
    return f" {' '.join((*words, *marked))} "


def names_of(document: Document) -> Iterator[str]:
    """Yield what a record is called: its name or title, its other names, its id; nothing where it has no name."""
    own = [value for name in _NAMES if isinstance(value := document.get(name), str)]
    if own:
        yield from own
        yield from (each["name"] for each in document.get("aliases") or ())
        yield document["id"]


@cache
def has_names(schema: type[Schema]) -> bool:
    """Tell whether records of a schema have names."""
    return not schema().fields.keys().isdisjoint(_NAMES)


def texts_of(document: Mapping[str, Any], schema: type[Schema]) -> Iterator[tuple[str, str]]:
    """Yield the JSON Pointer and value of each text, identifier and enumeration value, in schema order."""
    for pointer, value, _ in places(document, _texts(schema)):
        yield pointer, value


@cache
def _texts(schema: type[Schema]) -> tuple[SchemaBranch[bool], ...]:
    """Return the branches that hold words; citing a source is not being about it."""

    def pick(_: str, field: fields.Field[Any]) -> bool | None:
        is_text = isinstance(field, Text | Slug | Enumeration)
        return (is_text and not (isinstance(field, Reference) and field.record_type == SOURCE)) or None

    return branches(schema, pick)
