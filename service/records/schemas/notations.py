"""Fields for texts in a notation: dates, instants, countries, languages, URLs and JSON Pointers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, ClassVar
from urllib.parse import urlsplit

import langcodes
import pycountry

from service.records.schemas import dates
from service.records.schemas.field_errors import echo, refusal
from service.records.schemas.fields import String, is_visible

LONGEST_URL = 2_000


class Notation(String):
    """A text in a notation, which ``keywords`` tells to OpenAPI."""

    keywords: ClassVar[Mapping[str, Any]] = {}

    def __init__(
        self, description: str = "", *, metadata: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        super().__init__(description, metadata=dict(self.keywords) | dict(metadata or {}), **options)


class EdtfDate(Notation):
    """An EDTF level 1 date (ISO 8601-2); the part it is in serves its bounds beside it."""

    max_length = dates.LONGEST
    keywords: ClassVar[Mapping[str, Any]] = {
        "format": "edtf",
        "pattern": dates.PATTERN,
        "examples": ["2018-09-09"],
    }

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        try:
            dates.bounds(text)
        except dates.InvalidDate as error:
            raise refusal("invalid_date", f"{error}.") from error
        return text


class CalendarDate(Notation):
    """A calendar date, ``YYYY-MM-DD``."""

    max_length = 10
    keywords: ClassVar[Mapping[str, Any]] = {"format": "date"}

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        try:
            day = date.fromisoformat(text).isoformat()
        except ValueError:
            day = None
        if day != text:
            raise refusal("invalid_date", f"{echo(text)} is not a calendar date: write 2018-09-09.")
        return text


class Instant(Notation):
    """An RFC 3339 date-time, normalised to UTC with ``Z``."""

    max_length = 40
    keywords: ClassVar[Mapping[str, Any]] = {"format": "date-time"}
    _shape = re.compile(
        r"\d{4}-\d\d-\d\d[Tt](?:[01]\d|2[0-3]):\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", re.ASCII
    )

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        if self._shape.fullmatch(text) is None:
            raise refusal(
                "invalid_instant", f"{echo(text)} is not an RFC 3339 date-time: write 2018-02-08T02:30:00Z."
            )
        try:
            instant = datetime.fromisoformat(text.upper()).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise refusal("invalid_instant", f"{echo(text)}: there is no such date or time.") from error
        return instant.isoformat().replace("+00:00", "Z")


class Country(Notation):
    """An ISO 3166-1 alpha-3 code, checked against pycountry's list."""

    max_length = 3
    keywords: ClassVar[Mapping[str, Any]] = {"pattern": "^[A-Z]{3}$", "examples": ["PRK"]}

    def parse(self, value: Any) -> str:
        if isinstance(value, str) and value and value not in _countries():
            raise refusal(
                "invalid_country",
                f"{echo(value)} is not an ISO 3166-1 alpha-3 code: {_country_meant(value)}.",
            )
        return super().parse(value)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(country.alpha_3 for country in pycountry.countries)


def _country_meant(text: str) -> str:
    try:
        country = pycountry.countries.lookup(text[:100].strip())
    except LookupError:
        return "write PRK, KOR or USA, for example"
    return f"write {country.alpha_3} for {country.name}"


class Language(Notation):
    """A BCP 47 language tag (RFC 5646)."""

    max_length = 35
    keywords: ClassVar[Mapping[str, Any]] = {"examples": ["en", "ko", "zh-Hans"]}

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        if not _is_language(text):
            raise refusal(
                "invalid_language", f"{echo(text)} is not a BCP 47 language tag: write en, ko or zh-Hans."
            )
        return text


@lru_cache(maxsize=1024)
def _is_language(tag: str) -> bool:
    # langcodes reads underscores as hyphens, BCP 47 does not.
    return tag.isascii() and "_" not in tag and langcodes.tag_is_valid(tag)


class Url(Notation):
    """An absolute http or https URL (RFC 3986)."""

    max_length = LONGEST_URL
    keywords: ClassVar[Mapping[str, Any]] = {"format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[!-~]+$"}
    _characters = re.compile("[!-~]+")

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        if reason := self._error(text):
            raise refusal("invalid_url", f"{echo(text)} {reason}")
        return text

    def _error(self, text: str) -> str | None:
        if not text[:8].lower().startswith(("http://", "https://")):
            return "is not an absolute URL that begins with http:// or https://."
        if self._characters.fullmatch(text) is None:
            return "holds a space, a control character or a letter beyond ASCII: write it percent-encoded."
        try:
            parts = urlsplit(text)
            host, _ = parts.hostname, parts.port
        except ValueError:
            host = None
        return None if host else "names no host, or not a valid one."


class Pointer(Notation):
    """A JSON Pointer (RFC 6901) into the record it is in; the empty one is the whole record."""

    min_length = 0
    max_length = 500
    pattern = "^(/([^~/]|~[01])*)*$"
    keywords: ClassVar[Mapping[str, Any]] = {
        "format": "json-pointer",
        "pattern": pattern,
        "examples": ["/steps/0/date"],
    }
    _shape = re.compile(pattern[1:-1])

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        if self._shape.fullmatch(text) is None:
            raise refusal(
                "invalid_pointer", f'{echo(text)} is not a JSON Pointer: write "/steps/0/date", for example.'
            )
        return text


def pointers_meet(one: str, other: str) -> bool:
    """Tell whether one of two JSON Pointers leads to the place of the other, or into it."""
    one, other = f"{one}/", f"{other}/"
    return one.startswith(other) or other.startswith(one)


class Topic(Notation):
    """A JSON Pointer where it begins with a slash, else free text."""

    max_length = 500
    keywords: ClassVar[Mapping[str, Any]] = {"pattern": r"\S", "examples": ["/steps/0/date", "participants"]}
    _pointer = Pointer()

    def parse(self, value: Any) -> str:
        text = super().parse(value)
        if not is_visible(text):
            raise refusal("blank", "Must hold more than white space and invisible characters.")
        return self._pointer.parse(text) if text.startswith("/") else text
