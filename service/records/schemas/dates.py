"""EDTF level 1 dates (ISO 8601-2) and the strict bounds that filters and sorting use."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import Date

LONGEST = 64
"""In characters; the longest date of level 1, an interval of qualified days, is shorter."""

_QUALIFIER = "[?~%]?"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY_OF_MONTH = "(?:0[1-9]|[12][0-9]|3[01])"
_SEASON = "2[1-4]"
# As RFC 3339 has it: the end of a day is the next one's beginning.
_HOUR = "(?:[01][0-9]|2[0-3])"
_DATE = f"[0-9]{{4}}(?:-{_MONTH}(?:-{_DAY_OF_MONTH})?|-{_SEASON})?{_QUALIFIER}"
# From the right: the last digit of a year or the last two, the month, the day, or both (EDTF specification of the
# Library of Congress, level 1, "Unspecified digit(s) from the right"). The parser takes three digits of a year too.
_UNSPECIFIED = f"(?:[0-9]{{2}}[0-9X]X|[0-9]{{4}}-(?:XX|{_MONTH}-XX|XX-XX)){_QUALIFIER}"
_TIME = f"[0-9]{{4}}-{_MONTH}-{_DAY_OF_MONTH}T{_HOUR}:[0-5][0-9]:[0-5][0-9](?:Z|[+-]{_HOUR}(?::[0-5][0-9])?)?"
_INTERVAL = rf"(?:{_DATE}/(?:{_DATE}|\.\.)?|(?:\.\.)?/{_DATE})"
PATTERN = f"^(?:{_DATE}|{_UNSPECIFIED}|{_TIME}|{_INTERVAL})$"
"""What level 1 looks like within four-digit years, as a regular expression; the calendar allows less."""

_SHAPE = re.compile(PATTERN[1:-1])
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WINTER = re.compile("([0-9]{4})-24")
_OTHER_YEAR = re.compile("[Yy]-?[0-9]|-[0-9]|[0-9]{5,7}(?:-|$)")
_OUTSIDE_CALENDAR = re.compile("[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?:T[0-9:]+[Z0-9:+-]*)?[?~%]?")
_UNSPECIFIED_DIGITS = re.compile("[0-9XxUu]{4}(?:-[0-9XxUu]{2}){0,2}[?~%]?")
_EXAMPLES = "write 2018-09-09, 2018-09, 2018, 2018-09~, 2018-07?, 2018-07/.. or 2018-07-20/2018-07-22"


class InvalidDate(ValueError):
    """A text is no EDTF level 1 date; the message says why, in words for the client."""


class DateBounds(NamedTuple):
    """The first and last day that a date can mean, as ISO dates; ``None`` is an open end."""

    earliest: str | None
    latest: str | None

    @property
    def first(self) -> str:
        """The earliest day, an open end counting as the known one (PRODUCT.md, section 1, Dates)."""
        return self.earliest or self.latest or ""

    @property
    def last(self) -> str:
        """The latest day, an open end counting as the known one."""
        return self.latest or self.earliest or ""


def bounds(text: str) -> DateBounds:
    """Return the strict bounds of an EDTF level 1 date; raises ``InvalidDate``.

    Qualifiers (``~ ? %``) widen nothing. Both an open end (``..``) and an unknown one (nothing) are ``None``.
    A date and time, which level 0 has, is bounded by its calendar day as written. Winter (season 24) is the
    northern one: December to the February after it. Years are 0001 to 9999.
    """
    if not (_DAY.fullmatch(text) or _SHAPE.fullmatch(text)):
        raise InvalidDate(_hint(text))
    read = _read(text)
    if isinstance(read, str):
        raise InvalidDate(read)
    return read


@lru_cache(maxsize=65536)
def _read(text: str) -> DateBounds | str:
    """Return the bounds of what looks like a date, or why it is none: the parser takes milliseconds for each."""
    try:
        return _bounds(text)
    except InvalidDate as error:
        return str(error)


def _bounds(text: str) -> DateBounds:
    if _DAY.fullmatch(text):
        return DateBounds(*_days(text))
    if "T" in text:
        _parse(text)
        return bounds(text[:10])
    if "/" in text:
        return _interval(text)
    return DateBounds(*_days(text.rstrip("?~%")))


def _interval(text: str) -> DateBounds:
    start, end = (None if side in ("", "..") else bounds(side) for side in text.split("/"))
    earliest, latest = start and start.earliest, end and end.latest
    if earliest and latest and earliest > latest:
        raise InvalidDate(f"{text!r} ends before it starts")
    return DateBounds(earliest, latest)


def _days(text: str) -> tuple[str, str]:
    """Return the bounds of one date, season or date with unspecified digits."""
    if _DAY.fullmatch(text):
        # ISO 8601 proper, and nearly every date there is: the parser takes milliseconds, this a microsecond.
        day = _day(text, int(text[:4]), int(text[5:7]), int(text[8:])).isoformat()
        return day, day
    parsed = _parse(text)
    low, high = parsed.lower_strict(), parsed.upper_strict()
    earliest = _day(text, low.tm_year, low.tm_mon, low.tm_mday)
    latest = _day(text, high.tm_year, high.tm_mon, high.tm_mday)
    if winter := _WINTER.fullmatch(text):
        # The library ends winter with the year, for simplicity, which is no bound of a northern winter.
        latest = date.fromordinal(_day(text, int(winter[1]) + 1, 3, 1).toordinal() - 1)
    return earliest.isoformat(), latest.isoformat()


def _parse(text: str) -> Date:
    try:
        parsed = parse_edtf(text)
    except EDTFParseException as error:
        raise InvalidDate(_hint(text)) from error
    return parsed  # type: ignore[no-any-return]


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        reason = (
            "years go from 0001 to 9999" if not 1 <= year <= 9999 else "there is no such day in the calendar"
        )
        raise InvalidDate(f"{text!r}: {reason}") from error


def _hint(text: str) -> str:
    shown = repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
    if _OUTSIDE_CALENDAR.fullmatch(text):
        return f"{shown}: there is no such month, day or time in the calendar"
    if _OTHER_YEAR.match(text):
        return f"{shown}: years go from 0001 to 9999, in four digits"
    if _UNSPECIFIED_DIGITS.fullmatch(text):
        return (
            f"{shown}: X stands for the last one or two digits of a year, for a month or for a day, from the right, "
            "as in 201X, 20XX, 2004-XX, 1985-04-XX and 1985-XX-XX (EDTF level 1)"
        )
    if text.strip("./") == "":
        return f"{shown} has no known end: leave the date out where nothing is known of it"
    return f"{shown} is not an EDTF level 1 date: {_EXAMPLES}"
