"""How the time of answers develops as the record set grows: one request of each kind, at every size, alternating."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from benchmarks.application import Times
from benchmarks.databases import Databases
from benchmarks.growth import WARM_UP, filters_of
from benchmarks.population import Population
from benchmarks.sizes import PATH, SEARCH, Size, Values
from benchmarks.views import BACK, RECENT

Question = tuple[str, Values]


def questions(size: Size, population: Population) -> dict[str, Question]:
    """Return the requests, by name: words, places and facilities are as frequent at every size."""
    filters = filters_of(size, population)
    facility = population.facilities[0]
    asked: dict[str, Question | None] = {
        "a page": _page(size, {}, "-date"),
        "a page by id": _page(size, {}, "id"),
        "by facility": _page(size, filters["facility"], "-date"),
        "by a rare state": _page(size, filters["state rare"], "-date"),
        "by source": _page(size, filters["source"], "-date"),
        "from, to a year": _page(size, filters["from, to a year"], "-date"),
        "in a box": _page(size, filters["bbox small"], "-date"),
        "two words": _page(size, filters["q two words"], "-date"),
        "recorded after": _page(size, filters["recorded_after last 300"], "-date"),
        "status": (f"/v1/facilities/{facility}/status", {}),
        "status, two clocks": (
            f"/v1/facilities/{facility}/status",
            {"as_of": RECENT, "published_until": BACK},
        ),
        "timeline": ("/v1/timeline", {"to": RECENT}),
        "timeline of a facility": ("/v1/timeline", {"facility": facility, "as_of": BACK}),
        "search": (SEARCH, {"q": population.vocabulary[30], "limit": "50"}),
    }
    return {name: question for name, question in asked.items() if question is not None}


def _page(size: Size, filters: Values, sort: str) -> Question | None:
    query = size.query(filters, sort, "middle") or size.query(filters, sort, "first")
    return None if query is None else (PATH, query)


def compare(
    databases: Databases,
    dialects: Sequence[str],
    sizes: Sequence[int],
    *,
    repeats: int,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Return, by dialect and question, the milliseconds that an answer takes at each size."""
    urls = [databases.filled(dialects, size, tell) for size in sizes]
    return {
        dialect: _of_database(dialect, [Size(each[dialect]) for each in urls], sizes, repeats, tell)
        for dialect in dialects
    }


def _of_database(
    dialect: str, grown: Sequence[Size], sizes: Sequence[int], repeats: int, tell: Callable[[str], None]
) -> dict[str, Any]:
    asked = [questions(each, Population()) for each in grown]
    found: dict[str, Any] = {}
    for name in asked[0]:
        times: list[list[Times]] = [[] for _ in grown]
        for number in range(WARM_UP + repeats):
            for kept, size, each in zip(times, grown, asked, strict=True):
                path, query = each[name]
                took = size.time(query, path)
                if number >= WARM_UP:
                    kept.append(took)
        found[name] = [round(median(each.worked for each in kept) * 1000, 3) for kept in times]
        tell(f"{dialect}, {name}: {', '.join(f'{each:.2f}' for each in found[name])} ms")
    return {"sizes": list(sizes), "worked_ms": found}
