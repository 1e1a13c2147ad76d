"""Instants as RFC 3339 text in UTC with microseconds: one width, so that text order is time order on any database."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

# RFC 3339, 5.6; ISO 8601 has more ways to write an instant, and Python reads most of them.
_SHAPE = re.compile(r"\d{4}-\d\d-\d\d[Tt](?:[01]\d|2[0-3]):\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def render(instant: datetime) -> str:
    """Return an aware datetime as ``2018-09-10T14:05:00.000000Z``."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def parse(text: str) -> datetime:
    """Return the instant that RFC 3339 text names; raises ``ValueError`` also where it has no offset."""
    if not _SHAPE.fullmatch(text):
        raise ValueError("not an RFC 3339 date-time with an offset")
    return datetime.fromisoformat(text.upper()).astimezone(UTC)


def now() -> str:
    """Return the present instant."""
    return render(datetime.now(UTC))


def after(text: str) -> str:
    """Return the next representable instant, a microsecond later."""
    return render(parse(text) + timedelta(microseconds=1))


def now_after(last: str) -> str:
    """Return the present instant, or the one after ``last`` where the clock has not passed that yet."""
    present = now()
    return present if present > last else after(last)
