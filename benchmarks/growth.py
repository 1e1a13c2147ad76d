"""How the time of a page grows with the record: every filter of observations, and pairs, in every order, at two sizes.

A page is asked of the application as Gunicorn would, by its WSGI callable, in this process: the whole of a request but
the socket. The databases of both sizes take turns, so that whatever else the machine does falls on both alike.
"""

from __future__ import annotations

import json
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from itsdangerous import URLSafeSerializer
from sqlalchemy import text
from werkzeug.test import EnvironBuilder

from benchmarks.databases import Databases
from benchmarks.population import Population
from service.app import create_app
from service.records.context import Context
from service.settings import Settings

PATH = "/v1/observations"
SORTS = ("-date", "date", "id", "-id", "recorded_at", "-recorded_at")
PAGES = ("first", "middle", "last")
LIMIT = 50
REACH = 1.5
# Past these PostgreSQL keeps a plan for a prepared statement: pages are timed as a running server answers them.
WARM_UP = 12
SLOW_SECONDS = 0.1
Values = dict[str, str]
Place = tuple[str | int, ...]


class Times(NamedTuple):
    """Seconds: by the clock on the wall, and computing, which leaves out what a busy machine makes a page wait for."""

    elapsed: float
    worked: float


class Size:
    """The application on a database of one size."""

    def __init__(self, url: str) -> None:
        app = create_app(replace(Settings(), database_url=url, dataset="none"))
        self._application = app.wsgi_app
        self._context: Context = app.extensions["peninsula"]
        with self._context.database.reading() as connection:
            rows = connection.execute(
                text(
                    "SELECT recorded_at, seq_from, id FROM revisions WHERE type = 'observation' ORDER BY recorded_at"
                )
            ).all()
        self.instants = [row[0] for row in rows]
        self._changes = {row[0]: int(row[1]) for row in rows}
        self.ids = sorted(row[2] for row in rows)
        self._backend = schedule_of_backend(self._context)

    def time(self, query: Values) -> Times:
        """Return how long a page takes."""
        environ = EnvironBuilder(PATH, query_string=query).get_environ()
        worked, started = self._worked(), time.perf_counter()
        for _ in self._application(environ, lambda *_: None):
            pass
        elapsed = time.perf_counter() - started
        return Times(elapsed, self._worked() - worked)

    def _worked(self) -> float:
        """Return the seconds that this thread has computed, and the PostgreSQL process that serves it."""
        backend = int(self._backend.read_text().split()[0]) / 1e9 if self._backend else 0.0
        return time.thread_time() + backend

    def get(self, query: Values) -> Any:
        """Return a page."""
        environ = EnvironBuilder(PATH, query_string=query).get_environ()
        status: list[str] = []
        body = b"".join(self._application(environ, lambda line, *_: status.append(line)))
        if status != ["200 OK"]:
            raise RuntimeError(f"{query}: {body.decode()}")
        return json.loads(body)

    def total(self, filters: Values) -> int:
        """Return how many observations there are of these filters."""
        return int(self.get({**filters, "limit": "1", "count": "true"})["total"])

    def query(self, filters: Values, sort: str, page: str) -> Values | None:
        """Return the parameters of a page; ``None`` where the list has fewer pages than that."""
        query = {**filters, "sort": sort, "limit": str(LIMIT)}
        first = self.get({**filters, "sort": sort, "limit": "1"})
        if page == "first":
            return query
        if first["next_cursor"] is None:
            return None
        backwards = sort[1:] if sort.startswith("-") else f"-{sort}"
        end = self.get({**filters, "sort": backwards, "limit": str(LIMIT + 1)})["items"]
        if len(end) <= LIMIT:
            return None
        last = self._place(end[-1], sort)
        place = last if page == "last" else self._between(self._place(first["items"][0], sort), last)
        _, (_, scope) = URLSafeSerializer("").loads_unsafe(first["next_cursor"])
        return {**query, "cursor": self._context.cursors.make(place, scope)}

    def _place(self, item: dict[str, Any], sort: str) -> Place:
        if sort.endswith("date"):
            return (item["date_earliest"] or item["date_latest"], item["id"])
        return (item["id"],) if sort.endswith("id") else (self._changes[item["recorded_at"]],)

    def _between(self, one: Place, other: Place) -> Place:
        """Return a place about half way between two; there need not be a record at it."""
        if len(one) == 2:
            days = [date.fromisoformat(str(place[0])).toordinal() for place in (one, other)]
            return (date.fromordinal(sum(days) // 2).isoformat(), "m")
        if isinstance(one[0], int):
            return ((one[0] + int(other[0])) // 2,)
        return (self.ids[(bisect_left(self.ids, one[0]) + bisect_left(self.ids, str(other[0]))) // 2],)


def filters_of(size: Size, population: Population, *, pairs: bool = False) -> dict[str, Values]:
    """Return filters by name: each that is documented, common and rare values of it, then perhaps pairs of two.

    Words are chosen by how many records hold them: a rare one is on about 20, a common one on two records of five.
    """
    facility, small = population.facilities[0], population.facilities[-1]
    here, everywhere = population.components[facility][0], "launch-pad"
    some = [size.ids[number * len(size.ids) // 50] for number in range(50)]
    instants = size.instants
    single = {
        "everything": {},
        "id": {"id": some[25]},
        "id (50)": {"id": ",".join(some)},
        "q rare": {"q": _word(size, population, 20)},
        "q mid": {"q": _word(size, population, 3000)},
        "q common": {"q": _word(size, population, int(len(size.ids) * 0.4))},
        "q prefix": {"q": f"{population.vocabulary[0][:6]}*"},
        "q two words": {"q": f"{population.vocabulary[30]} {population.vocabulary[31]}"},
        "source": {"source": population.sources[0]},
        "source rare": {"source": population.sources[-1]},
        "source (20)": {"source": ",".join(population.sources[:400:20])},
        "recorded_after half": {"recorded_after": instants[len(instants) // 2]},
        "recorded_after last 300": {"recorded_after": instants[-300]},
        "from": {"from": "2018-06-12"},
        "to": {"to": "2018-06-12"},
        "from, to a year": {"from": "2018-01-01", "to": "2018-12-31"},
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


def _word(size: Size, population: Population, wanted: int) -> str:
    """Return a word that is on about so many records; the vocabulary is in the order of use."""
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
    """Return, by dialect, the times of every page at both sizes, the slowest in comparison first."""
    small = databases.filled(dialects, sizes[0], tell)
    large = databases.filled(dialects, sizes[1], tell)
    return {
        dialect: _of_database((Size(small[dialect]), Size(large[dialect])), repeats, tell, only, pairs)
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
                # Where the smaller record has one page only, that is what the larger one's is compared with.
                queries[0] = queries[0] or sizes[0].query(filters[0][name], sort, "first")
                cases.append({"filter": name, "sort": sort, "page": page, **_timed(sizes, queries, repeats)})
        tell(f"{name}: {max(each['ratio'] for each in cases if each['filter'] == name):.2f}")
    cases.sort(key=lambda case: -case["ratio"])
    return {
        "cases": len(cases),
        "median_ratio": round(median(case["ratio"] for case in cases), 2),
        "above_reach": sum(case["ratio"] > REACH for case in cases),
        "slowest": cases[:100],
    }


def _timed(sizes: Sequence[Size], queries: Sequence[Any], repeats: int) -> dict[str, Any]:
    times: list[list[Times]] = [[], []]
    items = [len(size.get(query)["items"]) for size, query in zip(sizes, queries, strict=True)]
    # What takes this long needs no warm engine to be told too slow.
    slow = sizes[1].time(queries[1]).elapsed > SLOW_SECONDS
    for number in range(3 if slow else WARM_UP + repeats):
        for each, size in enumerate(sizes):
            took = size.time(queries[each])
            if slow or number >= WARM_UP:
                times[each].append(took)
    small, large = (
        Times(median(each.elapsed for each in found), median(each.worked for each in found))
        for found in times
    )
    return {
        "elapsed_ms": [round(small.elapsed * 1000, 3), round(large.elapsed * 1000, 3)],
        "worked_ms": [round(small.worked * 1000, 3), round(large.worked * 1000, 3)],
        "items": items,
        "elapsed_ratio": round(large.elapsed / small.elapsed, 2),
        "ratio": round(large.worked / small.worked, 2),
    }


def schedule_of_backend(context: Context) -> Path | None:
    """Return the file in which Linux tells how long PostgreSQL's process for our one connection has computed."""
    if context.database.is_sqlite:
        return None
    with context.database.reading() as connection:
        process = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    return Path(f"/proc/{process}/schedstat")
