"""Facilities with few and with many observations, whose sources appeared in different ways."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

from benchmarks.population import FIRST_DAY, LAST_DAY, Observation, Population

FEW, MANY = 100, 10_000
# How the sources of a facility's observations appeared: within weeks of each day; in any year; all at once years later,
# as a data set does; and within weeks, with one observation in a hundred retracted.
WAYS = ("soon", "anyhow", "at-once", "taken-back")
_AT_ONCE, _EVERY = "data-set-2026", 100
_YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)


def facility_of(way: str, count: int) -> str:
    """Return the facility whose ``count`` observations became public in this way."""
    return f"{way}-{count}"


class Watched(Population):
    """For each way two facilities with the same components, of ``FEW`` and ``MANY`` observations."""

    def __init__(self, seed: int = 2018) -> None:
        super().__init__(seed)
        # Four, the median in the bundled data set: with more there are more states to report, and fewer of these would
        # occur in ``FEW`` observations than in ``MANY``, so that the answers would not be alike.
        components = min(self.components.values(), key=len)
        self.facilities = [facility_of(way, count) for way in WAYS for count in (FEW, MANY)]
        self.components = dict.fromkeys(self.facilities, components)
        self._months = {
            f"{year}-{month:02}": f"month-{year}-{month:02}" for year in _YEARS for month in range(1, 13)
        }

        for month, source in self._months.items():
            self._originals["source", source] = f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"
        self._originals["source", _AT_ONCE] = "2026-06-01"

    def bodies(self) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from super().bodies()
        for source, published in (
            *((source, month) for month, source in self._months.items()),
            (_AT_ONCE, "2026-06-01"),
        ):
            body = {"id": source, "title": source, "kind": "imagery_analysis", "published": published}
            yield "source", body

    def observations(self, count: int, first_seq: int, instant: str) -> Iterator[Observation]:
        """Yield all observations; ``count`` must be their number."""
        chance, taken = Random(self._seed + 2), Counter[str]()
        pool = [(way, size) for way in WAYS for size in (FEW, MANY) for _ in range(size)]
        assert count == len(pool)
        chance.shuffle(pool)
        self._facilities = [1.0]
        last: dict[str, str] = {}
        seen = Counter[str]()
        for number, (way, size) in enumerate(pool):
            facility = facility_of(way, size)
            self.facilities = [facility]
            document = self._observation(chance, taken, f"{instant[:20]}{number:06}Z")
            if way == "at-once":
                document["citations"] = [{**document["citations"][0], "source": _AT_ONCE}]
            elif way != "anyhow":
                day = document["date_latest"] or document["date_earliest"]
                month = min(
                    f"{LAST_DAY.year}-12", f"{int(day[:4]) + (day[5:7] == '12')}-{int(day[5:7]) % 12 + 1:02}"
                )
                document["citations"] = [{**document["citations"][0], "source": self._months[month]}]
            seen[facility] += 1
            if way == "taken-back" and seen[facility] % _EVERY == _EVERY // 2:
                relation = "retracts" if seen[facility] % (2 * _EVERY) < _EVERY else "supersedes"
                document["related"] = [
                    {"observation": last[facility], "relation": relation, "components": []}
                ]
            last[facility] = document["id"]
            self._originals["observation", document["id"]] = facility
            yield Observation(first_seq + number, document)
