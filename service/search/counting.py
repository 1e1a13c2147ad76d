"""What counts of a record under the clocks: its passages, with the citations that each rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.evidence.citations import citations_of, own_citations
from service.evidence.publication import OwnPublicDay
from service.records.clocks import Clocks
from service.records.index.analysis import words_of
from service.records.index.indexing import names_of, references_of, reports, texts_of
from service.records.record_type import RecordType
from service.records.schemas.dates import DateBounds
from service.search.snippets import Passage

Document = dict[str, Any]


def passages(record_type: RecordType, record: Document, clocks: Clocks) -> list[Passage]:
    """Return the passages of a record that count, none where the record does not.

    A record counts once its date, or that of one of its moments, certainly had come by ``as_of``, and once a source it
    cites, anywhere but in accounts of others, had appeared by ``published_until``; what has a public day of its own, a
    source, from that day on.
    Of a record that counts, its names do; any other text does unless it is part of a moment that does not, or
    rests on sources none of which had appeared.
    """
    if (own := record_type.declared(OwnPublicDay)) is not None:
        return _of_source(record_type, record, clocks, own.day(record))
    left_out = _moments_left_out(record_type, record, clocks)
    if left_out is None:
        return []
    if clocks.published_until is not None and not any(
        clocks.is_public(each.id)
        for each in references_of(record_type, record)
        if reports(each, record_type.accounts) and not _is_within(each.pointer, left_out)
    ):
        return []
    names = set(names_of(record))
    found: list[Passage] = []
    for pointer, text in texts_of(record, record_type.schema):
        is_name = text in names and _is_top(pointer)
        cited = _citations(record, pointer, clocks)
        is_public = clocks.published_until is None or cited
        if is_name or (is_public and not _is_within(pointer, left_out)):
            found.append(Passage(pointer, text, cited, is_name and pointer != "/id"))
    return found


def words_in(found: list[Passage]) -> str:
    """Return the words of passages as the index has them, a space around each."""
    return f" {' '.join(words_of(passage.text for passage in found))} "


def _of_source(
    record_type: RecordType, source: Document, clocks: Clocks, appeared: str | None
) -> list[Passage]:
    days = [day for day in (clocks.as_of, clocks.published_until) if day is not None]
    if days and (appeared is None or appeared > min(days)):
        return []
    names = set(names_of(source))
    return [
        Passage(pointer, text, (), text in names and _is_top(pointer) and pointer != "/id")
        for pointer, text in texts_of(source, record_type.schema)
    ]


def _moments_left_out(record_type: RecordType, record: Document, clocks: Clocks) -> list[str] | None:
    """Return where the moments stand that do not count, ``None`` where the record does not by its dates."""
    if clocks.as_of is None or record_type.date is None:
        return []
    if record_type.moments is None:
        bounds = record_type.date(record)
        return [] if bounds is not None and _has_come(bounds, clocks.as_of) else None
    moments = list(record_type.moments(record))
    left_out = [each.pointer for each in moments if not _has_come(each.bounds, clocks.as_of)]
    return None if len(left_out) == len(moments) else left_out


def _has_come(bounds: DateBounds, day: str) -> bool:
    return bool(bounds.last) and bounds.last <= day


def _citations(record: Document, pointer: str, clocks: Clocks) -> list[dict[str, Any]]:
    """Return what a place rests on: the citation it is in, else those nearest around it, else the record's for it."""
    around: list[Mapping[str, Any]] = []
    value: Any = record
    names = pointer.split("/")[1:]
    for number, name in enumerate(names):
        value = value[int(name) if isinstance(value, list) else name]
        if isinstance(value, Mapping):
            if number and names[number - 1] == "citations":
                around.append({"citations": [value]})
            elif value.get("citations"):
                around.append(value)
    statement = around[-1] if around else {"citations": own_citations(record, pointer)}
    return citations_of(statement, record, clocks)


def _is_within(pointer: str, places: list[str]) -> bool:
    return any(f"{pointer}/".startswith(f"{place}/") for place in places)


def _is_top(pointer: str) -> bool:
    """Tell whether a place belongs to the names of a record, not to those of its parts."""
    return pointer.count("/") == 1 or pointer.startswith("/aliases/")
