"""Which parades a parade may be compared with: those of the same country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from service.pages.asked import Asked
from service.parades.record import PARADE
from service.records.http.lists import read_rows
from service.records.schemas.date_words import date_in_words

_MOST = 100


@dataclass(frozen=True)
class ParadeChoice:
    """A parade that another may be compared with, in words."""

    id: str
    words: str


def parades_to_compare(asked: Asked, parade: dict[str, Any]) -> list[ParadeChoice]:
    """Return the other parades of the country of a parade as held at ``known_at``, at most a hundred, newest first."""
    values = {name: asked.values[name] for name in ("known_at",) if name in asked.values}
    found = read_rows(asked.context, PARADE, {**values, "country": (parade["country"],)}, None, _MOST)
    return [
        ParadeChoice(each["id"], f"{date_in_words(each['date'])}: {each['title']}")
        for each in found.read()
        if each["id"] != parade["id"]
    ]
