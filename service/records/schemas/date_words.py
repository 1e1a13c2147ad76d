"""EDTF level 1 dates as people write them, and in the parts that reference managers want."""

from __future__ import annotations

import re

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIED = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*)?")


def date_in_words(text: str) -> str:
    """Return an EDTF level 1 date in words: ``20 July 2018``, ``about July 2018``, ``20–22 July 2018``.

    A time of day is left out. ``201X`` is ``the 2010s``, and the days that ``X`` leaves open are not told.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _one(start)
    if start in ("", ".."):
        return f"until {_one(end)}"
    if end in ("", ".."):
        return f"from {_one(start)}"
    return _interval(start, end)


def days_of(text: str) -> tuple[str, str] | None:
    """Return the first and last day, ISO dates, of a date that is known to the day; ``None`` of any other."""
    start, _, end = text.partition("/")
    first, last = _DAY.fullmatch(start), _DAY.fullmatch(end or start)
    return (first[1], last[1]) if first and last else None


def date_parts(text: str) -> tuple[tuple[int, ...], ...]:
    """Return year, month and day, as far as they are known, of an EDTF date, and of its end if it is an interval.

    Empty where the year is not known. A season is told by its year alone; an open end is left out.
    """
    found = []
    for side in text.split("/"):
        numbers: list[int] = []
        for place, number in enumerate(re.split(r"[-T]", side.rstrip("?~%"))[:3]):
            if not number.isdigit() or (place == 1 and number in _SEASONS):
                break
            numbers.append(int(number))
        if numbers:
            found.append(tuple(numbers))
    return tuple(found)


def is_approximate(text: str) -> bool:
    """Tell whether an EDTF date is qualified, or leaves digits open."""
    return any(mark in text for mark in "~?%X")


def _one(text: str) -> str:
    qualifier = _QUALIFIED.get(text[-1], "")
    year, *rest = text.rstrip("?~%").partition("T")[0].split("-")
    if "X" in year:
        first = year.replace("X", "0")
        year = f"the {first}s" if year.count("X") == 1 else f"{first}–{year.replace('X', '9')}"
    known = [part for part in rest if part != "XX"]
    if not known or rest[0] == "XX":
        return f"{qualifier}{year}"
    month = _SEASONS.get(known[0]) or _MONTHS[int(known[0]) - 1]
    day = f"{int(known[1])} " if len(known) == 2 else ""
    return f"{qualifier}{day}{month} {year}"


def _interval(start: str, end: str) -> str:
    days = days_of(f"{start}/{end}")
    if days is None:
        return f"{_one(start)} to {_one(end)}"
    first, last = days
    if first == last:
        return _one(first)
    if first[:7] == last[:7]:
        return f"{int(first[8:])}–{_one(last)}"
    if first[:4] == last[:4]:
        return f"{_one(first).rpartition(' ')[0]} – {_one(last)}"
    return f"{_one(first)} – {_one(last)}"
