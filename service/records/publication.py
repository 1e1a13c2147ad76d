"""What the public could know by a date: when each source had certainly appeared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from service.records.clocks import Clocks
from service.records.fields import MOST_ITEMS
from service.records.indexing import SOURCE
from service.records.reading import bodies_at

# The field of the term ``id|day`` of a source: the day from which it is public, ``NEVER`` where that is not known.
PUBLIC_FROM, NEVER = "public_from", "9999-99-99"
# Where a key (``public_key``) has what: enough digits for as many places as a list can have.
_DIGITS = len(str(MOST_ITEMS))
PLACE_IN_KEY = slice(len("YYYY-MM-DD|"), len("YYYY-MM-DD|") + _DIGITS)
SOURCE_IN_KEY = slice(PLACE_IN_KEY.stop + 1, None)


def clocks_of(
    connection: Connection, documents: Iterable[Mapping[str, Any]], values: Mapping[str, Any], at: int | None
) -> Clocks:
    """Return the clocks of a request, with the sources that these documents cite looked up where it asks for them."""
    until = values.get("published_until")
    if until is None:
        return Clocks(as_of=values.get("as_of"))
    cited = dict.fromkeys(source for document in documents for source in _cited(document))
    sources = bodies_at(connection, SOURCE, list(cited), at)
    public = {
        source for source, body in sources.items() if (day := public_from(body)) is not None and day <= until
    }
    return Clocks(values.get("as_of"), until, public.__contains__)


def public_from(source: Mapping[str, Any]) -> str | None:
    """Return the day from which a source certainly was public: its latest possible date of publication.

    Where the page gives none, the day it was retrieved on has to have passed (PRODUCT.md, section 1, source).
    """
    if source.get("published") is not None:
        return source.get("published_latest")
    return source.get("retrieved_on_latest")


def _cited(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for item in part:
            yield from _cited(item)
    elif isinstance(part, Mapping):
        for name, value in part.items():
            if name == "citations":
                yield from (citation["source"] for citation in value)
            elif isinstance(value, list | Mapping):
                yield from _cited(value)


def public_key(day: str | None, place: int, source: str) -> str:
    """Return the sort key of a term for a place in a list that a source tells, by the day from which that is public."""
    return f"{day or NEVER}|{place:0{_DIGITS}}|{source}"
