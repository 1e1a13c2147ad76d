"""The time of the first page of a search: rare and common words, phrases, exclusions, words that never occur together.

As in ``growth.py`` a page is requested from the application by its WSGI callable, in this process; the lowest of the
times counts. Beside it is the CPU time, which does not include the time that a busy machine makes a page wait.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.databases import Databases
from benchmarks.growth import word_on
from benchmarks.population import Population
from benchmarks.sizes import LIMIT, SEARCH, Size

# The target for the first page at a million records.
REACH_SECONDS = 1.0
# The number of records that contain a rare word, and the fraction that contain a common one.
RARE, COMMON = 20, 0.4


def queries_of(size: Size, population: Population) -> dict[str, str]:
    """Return queries by name; a rare word is in about 20 records, a common one in two of five."""
    everything = len(size.ids)
    common, middling = (word_on(size, population, int(everything * part)) for part in (COMMON, 0.05))
    rare = word_on(size, population, RARE)
    at = population.vocabulary.index(rare)
    also_common = population.vocabulary[population.vocabulary.index(common) + 1]
    return {
        "rare": rare,
        "middling": middling,
        "common": common,
        "rare and rare": f"{rare} {population.vocabulary[at - 1]}",
        "rare and common": f"{rare} {common}",
        "middling and common": f"{middling} {common}",
        "common and common": f"{common} {also_common}",
        "phrase": f'"{common} {also_common}"',
        "common without common": f"{common} -{also_common}",
        "no record has it": "zzzunheardof",
        "common beside what no record has": f"{common} zzzunheardof",
    }


def compare(
    databases: Databases,
    dialects: Sequence[str],
    sizes: Sequence[int],
    *,
    repeats: int,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Return, by dialect and size, the time of each query, in milliseconds."""
    found: dict[str, Any] = {dialect: {} for dialect in dialects}
    for count in sizes:
        urls = databases.filled(dialects, count, tell)
        for dialect in dialects:
            size = Size(urls[dialect])
            cases = {}
            for name, query in queries_of(size, Population()).items():
                asked = {"q": query, "limit": str(LIMIT)}
                times = [size.time(asked, SEARCH) for _ in range(max(repeats, 2))]
                page = size.get(asked, SEARCH)
                cases[name] = {
                    "first_ms": round(times[0].elapsed * 1000, 1),
                    "lowest_ms": round(min(each.elapsed for each in times) * 1000, 1),
                    "worked_ms": round(min(each.worked for each in times) * 1000, 1),
                    "items": len(page["items"]),
                    "matched": page["matched"],
                }
                tell(f"search {name} at {count:,} on {dialect}: {cases[name]}")
            found[dialect][str(count)] = cases
    return found


def print_tables(found: dict[str, Any]) -> None:
    """Print every query, by dialect and size."""
    for dialect, sizes in found.items():
        for count, cases in sizes.items():
            above = sum(case["lowest_ms"] > REACH_SECONDS * 1000 for case in cases.values())
            print(f"\nFirst page of search at {int(count):,} records on {dialect}: {above} above one second")
            for name, case in cases.items():
                times = f"{case['lowest_ms']:9.1f} ms (computing {case['worked_ms']:.1f}, first {case['first_ms']:.1f})"
                print(f"  {times}  {name}, {case['items']} results")
