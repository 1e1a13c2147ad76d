"""The same list in every form in which it is offered: from the cache, beside JSON; and pages of tables, uncached."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.contest import Contestant, Request, alternate, fetch, figures, serving, times
from benchmarks.pages import UNCACHED
from tests.full_record import load_full
from tests.servers import run_redis

JSON = "json"
# Summits are offered in all forms but references, which are of sources; a Parquet file has no pages.
HITS = {
    "/v1/summits?limit=50&format=": (
        JSON,
        "ndjson",
        "csv",
        "xlsx",
        "geojson",
        "atom",
        "jsonfeed",
        "calendar",
        "html",
    ),
    "/v1/summits?format=": ("parquet",),
    "/v1/sources?limit=50&format=": ("bibtex", "ris", "csl"),
}
TABLES = ("findings", "observations", "parades", "summits", "sources", "facilities")


def compare(*, rounds: int, seconds: float, generator: str, tell: Callable[[str], None]) -> dict[str, Any]:
    """Return the figures of hits by form and of uncached pages by list, each with its ratio to the same as JSON."""
    with tempfile.TemporaryDirectory() as name, run_redis() as redis:
        folder = Path(name)
        url = f"sqlite:///{folder / 'full.db'}"
        load_full(url)
        served = Contestant(
            "service",
            "service.wsgi:app",
            {
                "PENINSULA_DATABASE_URL": url,
                "PENINSULA_DATASET": "none",
                "PENINSULA_REDIS_URL": redis.url,
            },
        )
        with serving(served, folder) as address:

            def measured(requests: dict[str, Request], what: str) -> dict[str, list[Any]]:
                for request in requests.values():
                    fetch(request.url, request.headers)
                return alternate(
                    requests,
                    rounds=rounds,
                    seconds=seconds,
                    generator=generator,
                    tell=lambda told: tell(f"{what}: {told}"),
                )

            hits = {form: Request(f"{address}{path}{form}") for path, forms in HITS.items() for form in forms}
            sizes = {form: len(fetch(request.url)[0]) for form, request in hits.items()}
            loads = measured(hits, "hits of forms")
            found = figures(loads)
            for form, each in found.items():
                each["bytes"] = sizes[form]
                each["times_json"] = times(loads, form, JSON)
            pages: dict[str, Any] = {}
            for each in TABLES:
                path = f"{address}/v1/{each}?limit=50"
                loads = measured(
                    {form: Request(f"{path}&format={form}", UNCACHED) for form in (JSON, "csv")},
                    f"uncached pages of {each}",
                )
                pages[each] = figures(loads) | {"csv_times_json": times(loads, "csv", JSON)}
            return {"hits": found, "pages": pages}


def print_tables(found: dict[str, Any]) -> None:
    """Print the ratios."""
    print("\nA list from the cache, by form")
    for form, each in found["hits"].items():
        print(
            f"{form:12}{each['bytes']:9,} bytes{each['requests_a_second']:9.0f}/s{each['times_json']:8.2f} × JSON"
        )
    print("\nA page of 50, uncached: CSV beside JSON")
    for name, each in found["pages"].items():
        print(f"{name:14}{each['csv_times_json']:6.2f}")
