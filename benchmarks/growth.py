"""How the time of a page grows with the number of records: every filter of observations, pairs and searches.

A page is requested from the application as by Gunicorn, through its WSGI callable, in this process: a complete request
except for the socket. The databases of both sizes alternate, so that other load on the machine affects both alike; of
the times measured the lowest counts, since other load only adds to them. Beside the time are counts that a busy machine
cannot change: steps of SQLite's virtual machine (work inside the full-text index is not included), pages that
PostgreSQL reads.

Words and instants are chosen for each size so that they are equally rare, or equally common, in both. Where a page of
the smaller record set is shorter all the same, there is less to fetch and to send: such cases are counted separately,
and listed with the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from statistics import median
from typing import Any

from benchmarks.application import Times
from benchmarks.databases import Databases
from benchmarks.population import Population
from benchmarks.results import ratio
from benchmarks.sizes import PATH, SEARCH, Size, Values

SORTS = ("-date", "date", "id", "-id", "recorded_at", "-recorded_at")
PAGES = ("first", "middle", "last")
REACH = 1.5
# After this many uses PostgreSQL reuses a plan for a prepared statement: pages are timed as on a running server.
WARM_UP = 12
SLOW_SECONDS = 0.1


def filters_of(size: Size, population: Population, *, pairs: bool = False) -> dict[str, Values]:
    """Return filters by name: each documented filter, with common and rare values, and optionally pairs of two.

    Words are chosen by how many records contain them: a rare one is in about 20 records, a common one in two of five.
    """
    facility, small = population.facilities[0], population.facilities[-1]
    here, everywhere = population.components[facility][0], "launch-pad"
    some = [size.ids[number * len(size.ids) // 50] for number in range(50)]
    instants = size.instants
    single = {
        "everything": {},
        "id": {"id": some[25]},
        "id (50)": {"id": ",".join(some)},
        "q rare": {"q": word_on(size, population, 20)},
        "q mid": {"q": word_on(size, population, 3000)},
        "q common": {"q": word_on(size, population, int(len(size.ids) * 0.4))},
        "q prefix": {"q": f"{population.vocabulary[0][:6]}*"},
        "q prefix of many": {"q": f"{population.vocabulary[0][:4]}*"},
        "q short prefix": {"q": f"{population.vocabulary[0][:2]}*"},
        "q two words": {"q": f"{population.vocabulary[30]} {population.vocabulary[31]}"},
        "source": {"source": population.sources[0]},
        "source rare": {"source": population.sources[-1]},
        "source (20)": {"source": ",".join(population.sources[:400:20])},
        "recorded_after half": {"recorded_after": instants[len(instants) // 2]},
        "recorded_after last 300": {"recorded_after": instants[-300]},
        "recorded_after last 3000": {"recorded_after": instants[-3000]},
        "from": {"from": "2018-06-12"},
        "to": {"to": "2018-06-12"},
        "from, to a year": {"from": "2018-01-01", "to": "2018-12-31"},
        "from, to months": {"from": "2018-03-20", "to": "2018-09-18"},
        "from, to a day": {"from": "2018-06-12", "to": "2018-06-12"},
        "facility": {"facility": facility},
        "facility small": {"facility": small},
        "facility (10)": {"facility": ",".join(population.facilities[::4])},
        "component": {"component": everywhere},
        "state": {"state": "intact"},
        "state rare": {"state": "destroyed"},
        "state (3)": {"state": "dismantled,rebuilding,damaged"},
        "method": {"method": "satellite_imagery"},
        "method rare": {"method": "sensor"},
        "bbox": {"bbox": "124,37,127,40"},
        "bbox small": {"bbox": "124.3,37.5,124.5,37.7"},
    }
    if not pairs:
        return single
    paired = {
        "q common": single["q common"],
        "q mid": single["q mid"],
        "source": single["source"],
        "recorded_after half": single["recorded_after half"],
        "from": single["from"],
        "from, to a year": single["from, to a year"],
        "facility": single["facility"],
        "component": {"component": here},
        "state": single["state"],
        "state rare": single["state rare"],
        "method": single["method"],
        "method rare": single["method rare"],
        "bbox": single["bbox"],
    }
    return single | {
        f"{one} + {other}": paired[one] | paired[other]
        for one, other in combinations(paired, 2)
        if paired[one].keys().isdisjoint(paired[other])
    }


def word_on(size: Size, population: Population, wanted: int) -> str:
    """Return a word that is in about so many records; the vocabulary is in order of frequency."""
    low, high = 0, len(population.vocabulary) - 1
    while low < high:
        middle = (low + high) // 2
        if size.total({"q": population.vocabulary[middle]}) > wanted:
            low = middle + 1
        else:
            high = middle
    return population.vocabulary[low]


def compare(
    databases: Databases,
    dialects: Sequence[str],
    sizes: tuple[int, int],
    *,
    repeats: int,
    tell: Callable[[str], None],
    only: str = "",
    pairs: bool = False,
) -> dict[str, Any]:
    """Return, by dialect, the times of every page at both sizes, sorted by descending ratio."""
    small = databases.filled(dialects, sizes[0], tell)
    large = databases.filled(dialects, sizes[1], tell)
    return {
        dialect: {
            "sizes": list(sizes),
            **_of_database((Size(small[dialect]), Size(large[dialect])), repeats, tell, only, pairs),
        }
        for dialect in dialects
    }


def _of_database(
    sizes: tuple[Size, Size], repeats: int, tell: Callable[[str], None], only: str, pairs: bool
) -> dict[str, Any]:
    population = Population()
    filters = [filters_of(size, population, pairs=pairs) for size in sizes]
    cases: list[dict[str, Any]] = []
    for name in filters[0]:
        if only and only not in name:
            continue
        for sort in SORTS:
            for page in PAGES:
                queries = [size.query(filters[n][name], sort, page) for n, size in enumerate(sizes)]
                if queries[1] is None:
                    continue
                # If the smaller record set has only one page, the page of the larger one is compared with that.
                queries[0] = queries[0] or sizes[0].query(filters[0][name], sort, "first")
                cases.append({"filter": name, "sort": sort, "page": page, **_timed(sizes, queries, repeats)})
        tell(f"{name}: {max(each['ratio'] for each in cases if each['filter'] == name):.2f}")
    for name in filters[0]:
        if not name.startswith("q ") or "+" in name or only not in f"search {name}":
            continue
        for page in ("first", "middle"):
            queries = [size.searched(filters[n][name]["q"], page) for n, size in enumerate(sizes)]
            if None not in queries:
                timed = _timed(sizes, queries, repeats, SEARCH)
                cases.append({"filter": f"search {name}", "sort": "rank", "page": page, **timed})
                tell(f"search {name}, {page}: {timed['ratio']:.2f}")
    cases.sort(key=lambda case: -case["ratio"])
    full = [case for case in cases if case["items"][0] >= case["items"][1]]
    return {
        "cases": len(cases),
        "median_ratio": round(median(case["ratio"] for case in cases), 2),
        "above_reach": sum(case["ratio"] > REACH for case in full),
        "above_reach_beside_a_shorter_page": sum(case["ratio"] > REACH for case in cases)
        - sum(case["ratio"] > REACH for case in full),
        "worst_by_filter": {
            name: max(case["ratio"] for case in cases if case["filter"] == name)
            for name in sorted({case["filter"] for case in cases})
        },
        "slowest": cases[:100],
    }


def _timed(sizes: Sequence[Size], queries: Sequence[Any], repeats: int, path: str = PATH) -> dict[str, Any]:
    times: list[list[Times]] = [[], []]
    items = [len(size.get(query, path)["items"]) for size, query in zip(sizes, queries, strict=True)]
    # A page that takes this long is slow without any warm-up.
    slow = sizes[1].time(queries[1], path).elapsed > SLOW_SECONDS
    for number in range(3 if slow else WARM_UP + repeats):
        for each, size in enumerate(sizes):
            took = size.time(queries[each], path)
            if slow or number >= WARM_UP:
                times[each].append(took)
    small, large = (
        Times(min(each.elapsed for each in found), min(each.worked for each in found)) for found in times
    )
    work = [size.work(query, path) for size, query in zip(sizes, queries, strict=True)]
    return {
        "elapsed_ms": [round(small.elapsed * 1000, 3), round(large.elapsed * 1000, 3)],
        "worked_ms": [round(small.worked * 1000, 3), round(large.worked * 1000, 3)],
        "items": items,
        "work": work,
        "elapsed_ratio": round(ratio(large.elapsed, small.elapsed), 2),
        "work_ratio": round(work[1] / max(work[0], 1), 2),
        "ratio": round(ratio(large.worked, small.worked), 2),
    }
