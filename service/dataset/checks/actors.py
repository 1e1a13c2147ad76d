"""Checks that parties name their actor, if the set has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, parts_of
from service.records.record_type import Document
from service.records.schemas.parts import Party


def check_actors(records: RecordSet) -> Iterator[DatasetError]:
    """Yield each party with a name or alias of an actor that does not name it in ``actor``.

    Both are of the same country, or the party has no country: a newspaper, for example. If several actors have the
    name, any of them is valid.
    """
    actors: dict[str, list[Document]] = defaultdict(list)
    for record in records.of("actor"):
        for each in (record.document, *record.document["aliases"]):
            actors[each["name"]].append(record.document)
    for record in records:
        yield from _of_record(record, actors)


def _of_record(record: Record, actors: dict[str, list[Document]]) -> Iterator[DatasetError]:
    for pointer, party in parts_of(record, Party):
        meant = [
            actor["id"]
            for actor in actors.get(party["name"], ())
            if party["country"] in (actor["country"], None)
        ]
        if meant and party["actor"] not in meant:
            yield record.finding(
                f"{pointer}/actor", f"must be {' or '.join(map(repr, meant))}, as {party['name']!r} is called"
            )
