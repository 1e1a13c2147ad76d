"""How views grow: a facility's status with its observations, under every clock; the timeline with the record set.

As in ``growth.py`` a view is requested from the application by its WSGI callable, alternating between the small case
and the large one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from benchmarks.application import Application, Query, Times
from benchmarks.databases import Databases
from benchmarks.growth import SLOW_SECONDS, WARM_UP
from benchmarks.population import Population
from benchmarks.results import ratio
from benchmarks.watched import FEW, MANY, WAYS, Watched, facility_of

STATUS_REACH, TIMELINE_REACH = 2.0, 1.5
# A third of the observations are dated before the one day, hardly any after the other.
BACK, RECENT = "2014-09-10", "2026-09-10"


def middle_of(application: Application) -> str:
    """Return the instant at which half of the changes had been recorded."""
    low, high = 0, 10_000_000
    while low < high:
        between = (low + high) // 2
        if application.get("/v1/changes", {"after": str(between), "limit": "1"})["items"]:
            low = between + 1
        else:
            high = between
    return str(
        application.get("/v1/changes", {"after": str(low // 2), "limit": "1"})["items"][0]["recorded_at"]
    )


def compare(
    databases: Databases,
    dialects: Sequence[str],
    sizes: tuple[int, int],
    *,
    repeats: int,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Return, by dialect, the times of the status at few and many observations, and of the timeline at both sizes."""
    watched = databases.filled(dialects, (FEW + MANY) * len(WAYS), tell, Watched)
    small, large = (databases.filled(dialects, size, tell) for size in sizes)
    found: dict[str, Any] = {}
    for dialect in dialects:
        one = Application(watched[dialect])
        found[dialect] = {"status": _status(one, repeats), "history": _history(one, repeats)}
        tell(f"status on {dialect}")
        found[dialect]["timeline"] = _timeline(
            (Application(small[dialect]), Application(large[dialect])), repeats
        )
        tell(f"timeline on {dialect}")
    return found


def clocks(application: Application) -> dict[str, Query]:
    """Return the clocks of the requests, by name: alone, recent and far in the past, and combined."""
    half = {"known_at": middle_of(application)}
    return {
        "no clock": {},
        "as_of": {"as_of": RECENT},
        "as_of back": {"as_of": BACK},
        "published_until": {"published_until": RECENT},
        "published_until back": {"published_until": BACK},
        "known_at": half,
        "as_of, published_until back": {"as_of": BACK, "published_until": BACK},
        "all three": {"as_of": RECENT, "published_until": BACK, **half},
    }


def _status(application: Application, repeats: int) -> list[dict[str, Any]]:
    return [
        {"way": way, "asked": name, **_of_facilities(application, way, "status", query, repeats)}
        for way in WAYS
        for name, query in clocks(application).items()
    ]


def _history(application: Application, repeats: int) -> list[dict[str, Any]]:
    asked = [{}, {"published_until": BACK}]
    return [
        {
            "way": way,
            "asked": ", ".join(query),
            **_of_facilities(application, way, "status/history", query, repeats),
        }
        for way in WAYS
        for query in asked
    ]


def _of_facilities(
    application: Application, way: str, view: str, query: Query, repeats: int
) -> dict[str, Any]:
    paths = [f"/v1/facilities/{facility_of(way, count)}/{view}" for count in (FEW, MANY)]
    return _timed([(application, path, query) for path in paths], repeats)


def questions(application: Application, population: Population) -> dict[str, Query]:
    """Return the requests to the timeline, by name."""
    some = application.get("/v1/timeline", {"to": RECENT, "limit": "1"})["items"][0]["record"]["id"]
    facility, small = population.facilities[0], population.facilities[-1]
    first = application.get("/v1/timeline", {})
    return {
        "first page": {},
        "second page": {"cursor": str(first["next_cursor"])},
        "oldest first": {"sort": "date"},
        "from, to a year": {"from": "2018-01-01", "to": "2018-12-31"},
        "to": {"to": BACK},
        "near": {"near": f"observations/{some}"},
        "kind": {"kind": "observation"},
        "facility": {"facility": facility},
        "facility small": {"facility": small},
        "country": {"country": "PRK"},
        **{f"country, {name}": {"country": "PRK", **query} for name, query in clocks(application).items()},
        **{
            f"facility, {name}": {"facility": facility, **query}
            for name, query in clocks(application).items()
        },
    }


def _timeline(sizes: tuple[Application, Application], repeats: int) -> list[dict[str, Any]]:
    asked = [questions(each, Population()) for each in sizes]
    return [
        {
            "asked": name,
            **_timed([(each, "/v1/timeline", asked[n][name]) for n, each in enumerate(sizes)], repeats),
        }
        for name in asked[0]
    ]


def _timed(cases: Sequence[tuple[Application, str, Query]], repeats: int) -> dict[str, Any]:
    times: list[list[Times]] = [[], []]
    # A view that takes this long is slow without any warm-up.
    slow = cases[1][0].time(*cases[1][1:]).elapsed > SLOW_SECONDS
    for number in range(3 if slow else WARM_UP + repeats):
        for kept, (application, path, query) in zip(times, cases, strict=True):
            took = application.time(path, query)
            if slow or number >= WARM_UP:
                kept.append(took)
    small, large = (
        Times(median(each.elapsed for each in found), median(each.worked for each in found))
        for found in times
    )
    return {
        "elapsed_ms": [round(small.elapsed * 1000, 3), round(large.elapsed * 1000, 3)],
        "worked_ms": [round(small.worked * 1000, 3), round(large.worked * 1000, 3)],
        "ratio": round(ratio(large.worked, small.worked), 2),
        # The length as JSON shows whether both answers contain as much.
        "length": [len(json.dumps(application.get(path, query))) for application, path, query in cases],
    }


def print_tables(found: dict[str, Any]) -> None:
    """Print every case, by dialect."""
    for dialect, views in found.items():
        for view, cases in views.items():
            reach = TIMELINE_REACH if view == "timeline" else STATUS_REACH
            above = sum(case["ratio"] > reach for case in cases)
            print(f"\n{view} on {dialect}: {above} of {len(cases)} above {reach}")
            for case in cases:
                few, many = case["worked_ms"]
                told = "{:,} → {:,} characters".format(*case["length"])
                name = f"{case.get('way', '')} {case['asked']}"
                print(f"  {case['ratio']:7.2f}  {few:9.2f} → {many:9.2f} ms  {name} ({told})")
