"""Consistent spelling of names: a second spelling must be an alias, or is a mistake."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator

from service.dataset.checks.record_set import DatasetError, Record, RecordSet, parts_of
from service.records.schemas.names import fold
from service.records.schemas.parts import Party, Place

_Use = tuple[Record, str, str]


def letters_of(name: str) -> str:
    """Return the letters and digits of a name, without case, diacritics, hyphens, spaces and other marks."""
    return "".join(character for character in fold(name) if character.isalnum())


def check_spelling(records: RecordSet) -> Iterator[DatasetError]:
    """Yield names of parties, places and publishers that are spelled differently in more places.

    A spelling that is an alias of a record is allowed.
    """
    aliases = {alias for record in records for alias in _aliases(record)}
    for uses in (_named(records, Party), _named(records, Place), _publishers(records)):
        yield from _slips([use for use in uses if use[2] not in aliases])


def check_names(records: RecordSet) -> Iterator[DatasetError]:
    """Yield systems and facilities with a name or alias that is the name of another of their type."""
    for record_type in ("system", "facility"):
        found = records.of(record_type)
        owners = {letters_of(record.document["name"]): record for record in reversed(found)}
        for record in found:
            names = [("/name", record.document["name"]), *_other_names(record)]
            for pointer, name in names:
                owner = owners.get(letters_of(name), record)
                if owner is not record:
                    yield record.finding(pointer, f"{name!r} is the name of {owner.file.path}")


def key_of(name: str) -> str:
    """Return the letters that identify a party, place or publisher, without a leading "the"."""
    return letters_of(name).removeprefix("the")


def _slips(uses: list[_Use]) -> Iterator[DatasetError]:
    spellings: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for _, _, name in uses:
        spellings[key_of(name)][name] += 1
    for record, pointer, name in uses:
        usual = max(spellings[key_of(name)].items(), key=_rank)[0]
        if name != usual:
            yield record.finding(pointer, f"{name!r} is spelled {usual!r} elsewhere")


def _rank(spelling: tuple[str, int]) -> tuple[int, str]:
    return spelling[1], spelling[0]


def _named(records: RecordSet, part: type[Party | Place]) -> Iterator[_Use]:
    for record in records:
        for pointer, found in parts_of(record, part):
            if found["name"]:
                yield record, f"{pointer}/name", found["name"]


def _publishers(records: RecordSet) -> Iterator[_Use]:
    for record in records.of("source"):
        if record.document["publisher"]:
            yield record, "/publisher", record.document["publisher"]
        for index, name in enumerate(record.document["relays"]):
            if (record.type.name, name) not in records.known:
                yield record, f"/relays/{index}", name


def _other_names(record: Record) -> Iterator[tuple[str, str]]:
    for index, alias in enumerate(record.document.get("aliases", ())):
        yield f"/aliases/{index}/name", alias["name"]


def _aliases(record: Record) -> Iterator[str]:
    yield from (name for _, name in _other_names(record))
    for component in record.document.get("components", ()):
        yield from (alias["name"] for alias in component["aliases"])
