"""From which day a source was public, and how the terms of what rests on it hold that day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.records.schemas.fields import MOST_ITEMS

# The field of the term ``id|day`` of a source: the day from which it is public, ``NEVER`` where that is not known.
PUBLIC_FROM, NEVER = "public_from", "9999-99-99"
# The field of the slices of the day from which a record was public, and how much of it they have in common: its
# millennium, decade, year and month.
PUBLIC, _LENGTHS = "public", (1, 3, 4, 7)
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


def slices_of_public(day: str) -> Iterator[tuple[str, str]]:
    """Yield the slices that the day is in from which a record was public, as terms; none for ``NEVER``."""
    if day != NEVER:
        for length in _LENGTHS:
            yield PUBLIC, day[:length]


def slices_until(day: str) -> Iterator[tuple[str, str]]:
    """Yield the fewest slices that hold all days up to an ISO date; that of its own month holds later ones too."""
    yield from ((PUBLIC, f"{number}") for number in range(int(day[0])))
    yield from ((PUBLIC, f"{day[0]}{number:02}") for number in range(int(day[1:3])))
    yield from ((PUBLIC, f"{day[:3]}{number}") for number in range(int(day[3])))
    yield from ((PUBLIC, f"{day[:4]}-{number:02}") for number in range(1, int(day[5:7]) + 1))
