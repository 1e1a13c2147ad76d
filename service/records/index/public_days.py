"""From which day a source was public, and how the terms of what rests on it hold that day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.records.schemas.fields import MOST_ITEMS

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
