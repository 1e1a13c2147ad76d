"""What a caller probably meant by a name that there is not."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# Nobody's typing error; to look for what was meant would only cost time.
_LONGEST = 60


def nearest(value: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, upper and lower case apart, or ``None``."""
    if len(value) > _LONGEST:
        return None
    by_folded: dict[str, str] = {}
    for each in known:
        by_folded.setdefault(each.casefold(), each)
    found = get_close_matches(value.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None
