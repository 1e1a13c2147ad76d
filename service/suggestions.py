"""Suggestions for misspelt names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# A longer value is not a misspelt name; looking for similar ones would only cost time.
_LONGEST = 60


def nearest(value: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, ignoring case, or ``None``."""
    if len(value) > _LONGEST:
        return None
    by_folded: dict[str, str] = {}
    for each in known:
        by_folded.setdefault(each.casefold(), each)
    matches = get_close_matches(value.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None
