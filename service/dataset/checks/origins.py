"""Credibility 1 means that two independent origins agree, however many sources report it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.dataset.checks.record_set import DatasetError, Record, RecordSet
from service.dataset.checks.spelling import key_of

CONFIRMED = 1
INDEPENDENT = 2

_Sources = Mapping[str, Mapping[str, Any]]


def check_origins(records: RecordSet) -> Iterator[DatasetError]:
    """Yield each finding and claim of credibility 1 whose sources have one origin (codebook, credibility)."""
    sources = {record.file.id: record.document for record in records.of("source")}
    for record in records:
        for pointer, cited in _confirmed(record):
            origins = {origin for source in cited for origin in origins_of(source, sources)}
            if len(origins) < INDEPENDENT:
                yield record.finding(
                    f"{pointer}/credibility",
                    "is 1, and its sources go back to one origin; make it 2, or cite a second, independent one",
                )


def origins_of(source_id: str, sources: _Sources, passed: frozenset[str] = frozenset()) -> set[str]:
    """Return the origins of a source: those that it relays, those of its original if it is a copy, else its publisher.

    An origin is the letters of a publisher's name, or the id of a source that names none. A cycle of sources that relay
    one another ends where it closes.
    """
    source = sources.get(source_id)
    if source is None or source_id in passed:
        return set()
    passed |= {source_id}
    if source["republishes"] is not None:
        return origins_of(source["republishes"], sources, passed)
    if not source["relays"]:
        return {key_of(source["publisher"] or source_id)}
    origins: set[str] = set()
    for name in source["relays"]:
        origins |= origins_of(name, sources, passed) if name in sources else {key_of(name)}
    return origins


def _confirmed(record: Record) -> Iterator[tuple[str, list[str]]]:
    """Yield the pointer and the sources of each part with credibility 1.

    A part without citations of its own rests on those of its record that support it, else on all of them.
    """
    for pointer, part in _parts(record.document, ""):
        if part.get("credibility") == CONFIRMED:
            citations = part.get("citations") or _supporting(record, pointer)
            yield pointer, [citation["source"] for citation in citations]


def _parts(part: Any, pointer: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(part, dict):
        yield pointer, part
        for name, value in part.items():
            yield from _parts(value, f"{pointer}/{name}")
    elif isinstance(part, list):
        for index, item in enumerate(part):
            yield from _parts(item, f"{pointer}/{index}")


def _supporting(record: Record, pointer: str) -> list[Any]:
    citations = record.document["citations"]
    named = [each for each in citations if any(_covers(given, pointer) for given in each["supports"])]
    return named or citations


def _covers(given: str, pointer: str) -> bool:
    return any(
        one == other or one.startswith(f"{other}/") for one, other in ((given, pointer), (pointer, given))
    )
