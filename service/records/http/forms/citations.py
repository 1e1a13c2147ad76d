"""How to cite a record and what it rests on, for reference managers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from jsonpointer import EndOfList, JsonPointerException, resolve_pointer

from service.formats.bibtex import BIBTEX
from service.formats.csl import CSL
from service.formats.references import Bibliography, CitableWork, PublishedDate
from service.formats.ris import RIS
from service.records.citable import Publication
from service.records.context import Context
from service.records.headlines import citations_in, headline
from service.records.http.forms.statements import read_one
from service.records.http.lists import read_list
from service.records.record_type import RecordType, Registry
from service.records.schemas.date_words import date_parts, is_approximate
from service.records.schemas.notations import Pointer, pointers_meet
from service.web.identity import base_url
from service.web.links import url
from service.web.negotiation import Representation
from service.web.operation import Answer, View
from service.web.parameters import Parameter, parameter_error

Values = Mapping[str, Any]
Document = Mapping[str, Any]
FORMS = (BIBTEX, RIS, CSL)
NAMES = tuple(each.name for each in FORMS)
_SOURCE = "source"
POINTER = Parameter(
    "pointer",
    Pointer("JSON Pointer (RFC 6901) to a statement in the record: only what supports that is cited."),
    forms=NAMES,
)


def of_list(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the forms of a type's list as a bibliography, where its records stand for publications."""
    if record_type.declared(Publication) is None:
        return {}
    return dict.fromkeys(FORMS, partial(_bibliography_of_list, context, record_type))


def of_record(context: Context, record_type: RecordType) -> dict[Representation, View]:
    """Return the forms of a record as a bibliography: the record at its revision, and the sources that it cites.

    Of a record that stands for a publication it is the publication.
    """
    return dict.fromkeys(FORMS, partial(_bibliography_of_record, context, record_type))


def supporting_citations(document: Document, pointer: str) -> list[Document]:
    """Return the citations that support the statement at a JSON Pointer into a record.

    These are the ones of the innermost part there that has its own, else those of the record whose ``supports`` meet
    the place, else those that support the whole of it.
    """
    if not pointer:
        return list(citations_in(document))
    place = pointer
    while place:
        part = resolve_pointer(document, place)
        if isinstance(part, Mapping) and (own := list(citations_in(part))):
            return own
        place = place.rpartition("/")[0]
    cited: list[Document] = list(document.get("citations", ()))
    near = [
        each for each in cited if any(pointers_meet(pointer, supported) for supported in each["supports"])
    ]
    return near or [each for each in cited if not each["supports"]] or cited


def _check(document: Document, pointer: str) -> None:
    """Raise ``Problem`` 400 where nothing is at a pointer; RFC 6901's ``-`` is the place after the last of a list."""
    try:
        found = resolve_pointer(document, pointer)
    except JsonPointerException:
        found = None
    if pointer and (found is None or isinstance(found, EndOfList)):
        detail = f"Nothing is at {pointer[:100]!r} in this record: give a JSON Pointer such as /citations/0."
        raise parameter_error("pointer", "unknown_pointer", detail)


def _bibliography_of_list(context: Context, record_type: RecordType, values: Values) -> Answer:
    found = read_list(context, record_type, values)
    kind = record_type.declared(Publication)
    assert kind is not None
    references = tuple(_publication(kind, document, ()) for document in found.read())
    return found.asked.answer(Bibliography(references), found.next_cursor)


def _bibliography_of_record(
    context: Context, record_type: RecordType, record_id: str, values: Values
) -> Answer:
    document, plain = read_one(context, record_type, record_id, values)
    pointer = values.get("pointer", "")
    _check(plain, pointer)
    kind = record_type.declared(Publication)
    if kind is not None:
        return Answer(Bibliography((_publication(kind, document, ()),)))
    cited = supporting_citations(document, pointer)
    sources = _sources(context.registry, cited)
    return Answer(Bibliography((_record(context, record_type, document, pointer), *sources)))


def _record(context: Context, record_type: RecordType, document: dict[str, Any], pointer: str) -> CitableWork:
    """Return the reference to a record of this service at its revision."""
    revision, recorded_at = document["revision"], document["recorded_at"]
    pinned = base_url(context.settings) + url(document["self"], [("known_at", recorded_at)])
    return CitableWork(
        key=f"{record_type.path.replace('_', '-')}-{document['id']}-r{revision}",
        kind="dataset",
        title=headline(record_type, document),
        publisher="Peninsula",
        issued=_date(recorded_at[:10]),
        url=f"{pinned}#{pointer}" if pointer else pinned,
        version=f"revision {revision}",
        notes=(f"The statement at {pointer}",) if pointer else (),
    )


def _sources(registry: Registry, citations: Iterable[Document]) -> Iterator[CitableWork]:
    """Yield the sources of citations, each once with all that is quoted from it."""
    kind = registry.named(_SOURCE).declared(Publication)
    assert kind is not None
    sources: dict[str, Document] = {}
    notes: dict[str, dict[str, None]] = {}
    for each in citations:
        source = each["source"]
        if isinstance(source, Mapping):
            sources[source["id"]] = source
            said = [f"“{each['quote']}”"] if each["quote"] else []
            said += [f"({each['locator']})"] if each["locator"] else []
            notes.setdefault(source["id"], {}).update({" ".join(said): None} if said else {})
    for name, source in sources.items():
        yield _publication(kind, source, tuple(notes[name]))


def _publication(kind: Publication, source: Document, notes: tuple[str, ...]) -> CitableWork:
    return CitableWork(
        key=source["id"],
        kind=kind.kind(source),
        title=source["title"],
        authors=tuple(source["authors"]),
        publisher=source["publisher"],
        issued=_date(source["published"]),
        accessed=_date(source["retrieved_on"]),
        url=source["url"],
        archived_url=source["archived_url"],
        language=source["language"],
        notes=notes,
    )


def _date(edtf: str | None) -> PublishedDate | None:
    return None if edtf is None else PublishedDate(date_parts(edtf), edtf, is_approximate(edtf))
