"""A generated record set of any size: facilities, sources and observations as they occur in the real one.

Everything follows from a seed, so that two databases of one size hold the same, and the larger of two sizes begins with
the content of the smaller. Documents are made as they are stored (all fields, in order): validating a million of them
would take an hour. ``tests/benchmarks/test_filling.py`` shows that the service makes the same documents of the same
bodies.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any, NamedTuple

from service.facilities.schema import KINDS

Document = dict[str, Any]

FACILITIES, SOURCES, VOCABULARY = 40, 400, 20_000
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2026, 12, 31)
_STRUCTURES = (
    "launch-pad", "gantry-tower", "engine-test-stand", "assembly-building", "fuel-bunkers", "reactor-hall",
    "cooling-tower", "centrifuge-hall", "reprocessing-plant", "waste-tanks", "north-portal", "south-portal",
    "west-portal", "command-centre", "guard-barracks", "main-gate", "rail-spur", "transfer-structure",
    "dry-dock", "submarine-pen", "test-barge", "vehicle-sheds", "storage-tunnels", "spoil-heap",
    "pumping-station", "power-plant", "laboratory", "admin-block", "observation-post", "helipad",
)  # fmt: skip
_METHODS = ("satellite_imagery", "ground_photo", "site_visit", "inspection", "official_statement", "sensor")
_METHOD_WEIGHTS = (880, 40, 15, 20, 40, 5)
_STATES = (
    ("integrity", "intact", 300), ("integrity", "modified", 90), ("integrity", "under_construction", 80),
    ("integrity", "partially_dismantled", 40), ("integrity", "rebuilding", 30), ("integrity", "rebuilt", 25),
    ("integrity", "dismantled", 20), ("integrity", "damaged", 15), ("integrity", "obscured", 60),
    ("integrity", "destroyed", 5), ("integrity", "unknown", 30), ("position", "in_place", 60),
    ("position", "relocated", 15), ("activity", "operating", 90), ("activity", "intermittent", 50),
    ("activity", "idle", 70), ("activity", "shut_down", 20),
)  # fmt: skip
_ACTIVITIES = ("vehicles", "crane", "construction", "demolition", "thermal", "personnel", "launch", "test")
_PROVIDERS = (("Airbus", "Pléiades", 0.5), ("Planet Labs", "SkySat", 0.72), ("Maxar", "WorldView-3", 0.31))
_SYLLABLES = (
    "ba", "cho", "dan", "eun", "gal", "hae", "jin", "kor", "lim", "mun",
    "nam", "ok", "pyo", "rak", "sol", "tae", "uk", "wol", "yon", "zi",
)  # fmt: skip


class Observation(NamedTuple):
    """A document with the number of the change that makes it."""

    seq: int
    document: Document


def _weights(count: int, steepness: float) -> list[float]:
    return list(accumulate(1 / (rank + 2.7) ** steepness for rank in range(count)))


class Population:
    """The records that follow from one seed."""

    def __init__(self, seed: int = 2018) -> None:
        chance = Random(seed)
        self.vocabulary = _vocabulary(VOCABULARY)
        self.facilities = [
            f"site-{_SYLLABLES[n % 20]}{_SYLLABLES[n * 7 % 19]}-{n:02}" for n in range(FACILITIES)
        ]
        self.components = {
            facility: sorted(chance.sample(_STRUCTURES, chance.randint(4, 12)))
            for facility in self.facilities
        }
        self.sources = [f"report-{chance.randint(2000, 2026)}-{n:03}" for n in range(SOURCES)]
        self._seed = seed
        self._originals = {("source", source): f"{source[7:11]}-12-31" for source in self.sources}
        self._words = _weights(VOCABULARY, 1.07)
        self._facilities = _weights(FACILITIES, 1.0)
        self._sources = _weights(SOURCES, 0.9)
        self._states = list(accumulate(weight for *_, weight in _STATES))

    def original(self, record_type: str, record_id: str) -> str | None:
        """Return the value of an existing record that index rows copy: a source's day, an observation's facility."""
        return self._originals.get((record_type, record_id))

    def bodies(self) -> Iterator[tuple[str, Document]]:
        """Yield the path and body of the records that observations name: sources and facilities."""
        chance = Random(self._seed + 1)
        for source in self.sources:
            year = source[7:11]
            yield (
                "source",
                {
                    "id": source,
                    "title": f"Report {source[-3:]}",
                    "kind": "imagery_analysis",
                    "published": year,
                },
            )
        for number, (facility, components) in enumerate(self.components.items()):
            latitude, longitude = round(37.6 + number % 8 * 0.6, 4), round(124.4 + number // 8 * 1.3, 4)
            yield (
                "facility",
                {
                    "id": facility,
                    "name": facility.replace("-", " ").title(),
                    "kind": KINDS[number % len(KINDS)],
                    "country": "PRK",
                    "place": {
                        "country": "PRK",
                        "latitude": latitude,
                        "longitude": longitude,
                        "precision": "site",
                    },
                    "components": [
                        {"id": each, "name": each.replace("-", " ").capitalize()} for each in components
                    ],
                    "citations": [{"source": chance.choice(self.sources)}],
                },
            )

    def observations(self, count: int, first_seq: int, instant: str) -> Iterator[Observation]:
        """Yield ``count`` observations, recorded in a random order of their dates, from change ``first_seq`` on.

        :param instant: ``recorded_at`` of the first; each of the others is a microsecond later.
        """
        chance = Random(self._seed + 2)
        taken: Counter[str] = Counter()
        start = instant[:17]
        for number in range(count):
            # A second has room for a million: the sizes measured here.
            recorded_at = f"{start}{int(instant[17:19]):02}.{number:06}Z"
            document = self._observation(chance, taken, recorded_at)
            yield Observation(first_seq + number, document)

    def _observation(self, chance: Random, taken: Counter[str], recorded_at: str) -> Document:
        facility = chance.choices(self.facilities, cum_weights=self._facilities)[0]
        components = self.components[facility]
        when, earliest, latest = _date(chance)
        base = f"{facility}-{earliest or latest}"
        taken[base] += 1
        record_id = base if taken[base] == 1 else f"{base}-{taken[base]}"
        provider, sensor, resolution = chance.choice(_PROVIDERS)
        aspects = chance.choices(_STATES, cum_weights=self._states, k=chance.choice((1, 1, 2, 3)))
        sources = dict.fromkeys(
            chance.choices(self.sources, cum_weights=self._sources, k=chance.choice((1, 1, 2)))
        )
        return {
            "type": "observation",
            "id": record_id,
            "revision": 1,
            "recorded_at": recorded_at,
            "self": f"/v1/observations/{record_id}",
            "facility": facility,
            "date": when,
            "date_earliest": earliest,
            "date_latest": latest,
            "method": chance.choices(_METHODS, _METHOD_WEIGHTS)[0],
            "imagery": [
                {
                    "provider": provider,
                    "sensor": sensor,
                    "acquired": when,
                    "acquired_earliest": earliest,
                    "acquired_latest": latest,
                    "resolution_m": resolution,
                }
            ],
            "findings": [
                {
                    "component": chance.choice(components),
                    "aspect": aspect,
                    "state": state,
                    "extent": {"low": 0.25, "high": 0.5} if state == "partially_dismantled" else None,
                    "description": self._sentence(chance, 10),
                    "credibility": chance.choice((None, 1, 2, 3)),
                    "alternatives": [],
                    "reversible": None,
                }
                for aspect, state, _ in aspects
            ],
            "activity": [
                {
                    "kind": chance.choice(_ACTIVITIES),
                    "component": chance.choice(components),
                    "level": chance.choice(("none", "low", "moderate", "high")),
                    "count": {"low": 2, "high": 5, "qualifier": "about"},
                    "note": None,
                }
            ]
            if chance.random() < 0.4
            else [],
            "related": [],
            "regarding": [],
            "citations": [
                {
                    "source": source,
                    "quote": self._sentence(chance, 14),
                    "locator": None,
                    "supports": ["/findings/0/state"],
                }
                for source in sources
            ],
            "same_as": [],
            "claims": [],
            "note": self._sentence(chance, 12) if chance.random() < 0.5 else None,
        }

    def _sentence(self, chance: Random, words: int) -> str:
        chosen = chance.choices(self.vocabulary, cum_weights=self._words, k=words)
        return f"{' '.join(chosen).capitalize()}."


def _vocabulary(count: int) -> list[str]:
    """Return distinct words of three or four syllables; the first are the most frequent."""
    words: list[str] = []
    for number in range(count):
        digits = [number % 20, number // 20 % 20, number // 400 % 20, number // 8000]
        words.append("".join(_SYLLABLES[(digit + place) % 20] for place, digit in enumerate(digits)))
    return words


def _date(chance: Random) -> tuple[str, str | None, str | None]:
    """Return an EDTF date and its bounds: mostly a day, else a month, a year, an interval, an open interval."""
    span = (LAST_DAY - FIRST_DAY).days
    # The number of observations rises from year to year.
    day = FIRST_DAY + timedelta(int(span * chance.random() ** 0.6))
    kind, iso = chance.random(), day.isoformat()
    if kind < 0.80:
        return iso, iso, iso
    if kind < 0.88:
        end = min(LAST_DAY, day + timedelta(int(chance.expovariate(1 / 40)) + 1)).isoformat()
        return (iso, iso, iso) if end == iso else (f"{iso}/{end}", iso, end)
    if kind < 0.91:
        return f"{iso}~", iso, iso
    if kind < 0.93:
        return iso[:4], f"{iso[:4]}-01-01", f"{iso[:4]}-12-31"
    month, first = iso[:7], f"{iso[:7]}-01"
    last = f"{month}-{monthrange(day.year, day.month)[1]}"
    if kind < 0.98:
        return month, first, last
    return (f"{month}/..", first, None) if kind < 0.99 else (f"../{month}", None, last)
