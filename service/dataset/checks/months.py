"""The months and years that a text names: "in May", "June 2018", "1994"."""

from __future__ import annotations

import calendar
import re

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_NAMED = re.compile(
    rf"\b({'|'.join(_MONTHS)})\b(?:\s+(?:of\s+)?((?:19|20)[0-9]{{2}})\b)?|\b((?:19|20)[0-9]{{2}})\b"
)
# "May" is a verb as well: the month stands after a preposition or a day, or before a year.
_BEFORE_MAY = re.compile(
    r"(?:\b(?:in|of|by|since|until|from|to|and|early|late|mid|before|after|about)\s+|[0-9]\s+)$",
    re.IGNORECASE,
)
_YEAR = len("YYYY")


def named_months(text: str, near: str) -> list[str]:
    """Return the months (``YYYY-MM``) and years (``YYYY``) that a text names, in its order.

    A month without a year is the one nearest to an ISO date: "in December" is of 2023 near 2023-10, of 2022 near
    2023-02.
    """
    found = []
    for match in _NAMED.finditer(text):
        month, year, alone = match.groups()
        if alone:
            found.append(alone)
        elif month == "May" and not year and not _BEFORE_MAY.search(text[: match.start()]):
            continue
        else:
            found.append(f"{year or _nearest_year(_MONTHS[month], near)}-{_MONTHS[month]:02}")
    return found


def _nearest_year(month: int, near: str) -> str:
    year, of = int(near[:_YEAR]), int(near[_YEAR + 1 : _YEAR + 3])
    distance = {other: abs((other - year) * 12 + month - of) for other in (year, year - 1, year + 1)}
    return str(min(distance, key=lambda other: distance[other]))
