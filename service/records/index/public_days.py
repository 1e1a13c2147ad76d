"""From which day a source was public, how the terms of what rests on it hold that day, and conditions on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.records.index.sql import Sql, no_semijoin
from service.records.schemas.fields import MOST_ITEMS

# The type of sources, and the field of the terms of those that a record cites.
SOURCE = "source"
# The field of the term ``id|day`` of a source: the day from which it is public, ``NEVER`` where that is not known.
PUBLIC_FROM, NEVER = "public_from", "9999-99-99"
# The field of the terms of the decade and the year in which a record was public first: of all before 1900 one, and of
# all that may be so after 2099, or never, another.
PUBLIC, _FIRST_YEAR, _LAST_YEAR = "public", 1900, 2100
# The field of the terms of the sources that a record cites in accounts of others alone: they do not report it.
IN_ACCOUNTS = "source_of_accounts"
# Where a key (``public_key``) has what: enough digits for as many places as a list can have.
_DIGITS = len(str(MOST_ITEMS))
PLACE_IN_KEY = slice(len("YYYY-MM-DD|"), len("YYYY-MM-DD|") + _DIGITS)
SOURCE_IN_KEY = slice(PLACE_IN_KEY.stop + 1, None)


def public_from(source: Mapping[str, Any]) -> str | None:
    """Return the day from which a source certainly was public: its latest possible date of publication.

    Where the page gives none, the day it was retrieved on has to have passed (PRODUCT.md, section 1, source).
    """
    if source.get("published") is not None:
        return source.get("published_latest")
    return source.get("retrieved_on_latest")


def public_key(day: str | None, place: int, source: str) -> str:
    """Return the sort key of a term for a place in a list that a source tells, by the day from which that is public."""
    return f"{day or NEVER}|{place:0{_DIGITS}}|{source}"


def public_terms(day: str) -> Iterator[tuple[str, str]]:
    """Yield the terms of the day from which a record was public, or of ``NEVER``."""
    year = _year(day)
    yield PUBLIC, f"{year // 10}"
    yield PUBLIC, f"{year}"


def public_terms_until(day: str) -> Iterator[tuple[str, str]]:
    """Yield the fewest terms of which each record has one that was public by an ISO date; some were so later."""
    year = _year(day)
    yield from ((PUBLIC, f"{decade}") for decade in range(_FIRST_YEAR // 10, year // 10))
    yield from ((PUBLIC, f"{each}") for each in range(year // 10 * 10, year + 1))


def public_terms_after(day: str) -> Iterator[tuple[str, str]]:
    """Yield the fewest terms of which each record has one that was not public by an ISO date; some were so earlier."""
    year = _year(day)
    yield from ((PUBLIC, f"{each}") for each in range(year, year // 10 * 10 + 10))
    yield from ((PUBLIC, f"{decade}") for decade in range(year // 10 + 1, _LAST_YEAR // 10 + 1))


def _year(day: str) -> int:
    return min(max(int(day[:4]), _FIRST_YEAR), _LAST_YEAR)


@dataclass(frozen=True)
class Public:
    """A source that the record cites, in accounts of others excepted, had certainly appeared by this ISO date.

    It never drives a scan.
    """

    until: str

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``, which may also be that of a moment of the record."""
        return (
            f"EXISTS (SELECT 1 FROM terms c WHERE c.seq_from = t.seq_from AND c.field = {sql.bind(SOURCE)} "
            f"AND {sql.held('c', partition)} AND {self.of(sql, 'c.value')} AND NOT EXISTS (SELECT 1 FROM terms a "
            f"WHERE a.seq_from = t.seq_from AND a.field = {sql.bind(IN_ACCOUNTS)} AND a.value = c.value "
            f"AND {sql.held('a', partition)}{no_semijoin(sql)}){no_semijoin(sql)})"
        )

    def of(self, sql: Sql, source: str, record_type: str | None = None) -> str:
        """Return the condition on a column that holds the id of a source, or of a record of another type."""
        record_type = record_type or sql.bind(SOURCE)
        last = f"{source} || {sql.bind('|' + self.until)}"
        probes = (
            f"EXISTS (SELECT 1 FROM terms p WHERE p.type = {record_type} AND p.field = {sql.bind(PUBLIC_FROM)} "
            f"AND p.value > {source} || '|' AND p.value <= {last} AND {sql.held('p', partition)}{no_semijoin(sql)})"
            for partition in sql.partitions
        )
        return f"({' OR '.join(probes)})"


@dataclass(frozen=True)
class CitesLater:
    """The record cites a source, anywhere, that had not certainly appeared by this ISO date; it never drives a scan."""

    until: str

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``, which may also be that of a moment of the record."""
        return (
            f"EXISTS (SELECT 1 FROM terms c WHERE c.seq_from = t.seq_from AND c.field = {sql.bind(SOURCE)} "
            f"AND {sql.held('c', partition)} AND NOT {Public(self.until).of(sql, 'c.value')}{no_semijoin(sql)})"
        )


@dataclass(frozen=True)
class Appeared:
    """The record, a source or the like, had certainly appeared by this ISO date; it never drives a scan."""

    until: str

    def probe(self, sql: Sql, partition: str) -> str:
        """Return the condition on the row ``t``."""
        return Public(self.until).of(sql, "t.id", ":type")
