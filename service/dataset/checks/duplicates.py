"""Finds duplicates: by date and party, by what an observation shows, by a source's URL."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, bounds_of, overlap
from service.dataset.checks.spelling import letters_of
from service.records.record_type import Document


def check_duplicates(records: RecordSet) -> Iterator[DatasetError]:
    """Yield the later of two records that look like duplicates, with the name of the other."""
    yield from _overlapping(records.of("summit"), _meeting, "the same parties meet on the same date")
    yield from _overlapping(
        records.of("parade"), lambda each: each["country"], "the same country parades then"
    )
    yield from _equal(records.of("communication"), _message, "the same kind, sender, addressee and date")
    yield from _equal(records.of("observation"), _sightings, "the same component, date, method and source")
    yield from _equal(records.of("source"), _address, "the same url")


def _meeting(document: Document) -> Hashable:
    return frozenset(letters_of(party["name"]) for party in document["parties"])


def _message(document: Document) -> Iterable[Hashable]:
    sender, addressee = (
        letters_of(part["name"]) if part else None for part in (document["from"], document["to"])
    )
    return [(document["kind"], document["date"], sender, addressee)]


def _sightings(document: Document) -> Iterable[Hashable]:
    seen = (document["facility"], document["date"], document["method"])
    sources = {citation["source"] for citation in document["citations"]}
    components = {finding["component"] for finding in document["findings"]}
    return [(*seen, source, component) for source in sources for component in components]


def _address(document: Document) -> Iterable[Hashable]:
    return [document["url"]] if document["url"] else []


def _overlapping(
    records: list[Record], key: Callable[[Document], Hashable], what: str
) -> Iterator[DatasetError]:
    """Yield pairs with the same key and dates that can be the same day; an undated record has no duplicate."""
    dated = [(record, bounds_of(record.document, "date")) for record in records]
    for (one, first), (other, second) in combinations(dated, 2):
        same = key(one.document) == key(other.document)
        if same and first is not None and second is not None and overlap(first, second):
            yield other.finding("/date", f"looks like {one.file.path}: {what}")


def _equal(
    records: list[Record], keys: Callable[[Document], Iterable[Hashable]], what: str
) -> Iterator[DatasetError]:
    first: dict[Hashable, Record] = {}
    for record in records:
        others = {first.setdefault(key, record).file.path for key in keys(record.document)}
        for path in sorted(others - {record.file.path}):
            yield record.finding("", f"looks like {path}: {what}")
