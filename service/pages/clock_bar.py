"""The bar on every page that tells of which past it is, and sets another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from service.pages.addresses import Addresses, query_here
from service.pages.words import label, today
from service.records.http.answers import CLOCKS
from service.records.schemas import instants
from service.records.schemas.date_words import date_in_words


@dataclass(frozen=True)
class ClockField:
    """One clock: what it is called, and the day it is set to."""

    name: str
    label: str
    day: str


@dataclass(frozen=True)
class ClockBar:
    """The clocks of a page.

    :param said: what they are set to, in words.
    :param is_past: whether any is set.
    :param is_of_view: whether one of those is set by which views leave out what came later.
    :param unused: what those are called that are set and on which nothing depends that the page shows.
    :param action: where the form leads; ``kept`` are the other parameters of the page, which go along.
    :param now: the URL of the same page without clocks.
    :param latest: the last day that may be chosen.
    """

    said: str
    is_past: bool
    is_of_view: bool
    unused: tuple[str, ...]
    fields: tuple[ClockField, ...]
    action: str
    kept: tuple[tuple[str, str], ...]
    now: str
    latest: str


def clock_bar(to: Addresses, path: str, values: Mapping[str, Any], taken: Collection[str]) -> ClockBar:
    """Return the clock bar of the page at ``path``, whose view takes the clocks ``taken``."""
    given = {name: str(values.get(name, "")) for name in CLOCKS}
    return ClockBar(
        said=in_words(given),
        is_past=any(given.values()),
        is_of_view=any(given[name] for name in CLOCKS if name != "known_at"),
        unused=tuple(label(name) for name in CLOCKS if given[name] and name not in taken),
        fields=tuple(ClockField(name, label(name), given[name][:10]) for name in CLOCKS),
        action=to.root + path,
        kept=tuple(pair for pair in query_here() if pair[0] not in CLOCKS),
        now=to.here(**dict.fromkeys(CLOCKS)),
        latest=today(),
    )


def in_words(given: Mapping[str, str]) -> str:
    """Return in words what clocks are set to: ``As the public could know it on 1 August 2018``."""
    as_of, published, known_at = (given.get(name, "") for name in CLOCKS)
    if not (as_of or published or known_at):
        return f"As of today, {date_in_words(today())}"
    if published and as_of in ("", published):
        said = f"As the public could know it on {date_in_words(published)}"
    elif published:
        said = f"As it was on {date_in_words(as_of)}, by what was public on {date_in_words(published)}"
    elif as_of:
        said = f"As it was on {date_in_words(as_of)}"
    else:
        return f"As this service held it on {_moment(known_at)}"
    return f"{said}, as this service held it on {_moment(known_at)}" if known_at else said


def _moment(instant: str) -> str:
    moment = instants.parse(instant)
    return f"{date_in_words(moment.date().isoformat())} at {moment:%H:%M} UTC"
