"""Whole queries (``limit=all``) beside the export of the same database: the rate, and the memory over idle.

Rates are of the time that the process works: a million rows take minutes, in which other load on the machine changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from typing import Any

from benchmarks.databases import Databases
from benchmarks.exchange import export

RATE_REACH, MEMORY_REACH_MIB = 0.3, 50
EXPORT = "export"
# Of each observation some findings: at the largest size these are more than a million.
LIST = "findings"
# The formats, with what each item has once.
FORMATS = {"ndjson": b"\n", "csv": b"\n", "geojson": b'"type":"Feature",'}


def compare(
    databases: Databases, dialects: Sequence[str], count: int, *, rounds: int, tell: Callable[[str], None]
) -> dict[str, Any]:
    """Return, by dialect and stream, the rate with ``count`` observations, and its ratio to that of the export."""
    urls = databases.filled(dialects, count, tell)
    return {dialect: _of_database(dialect, urls[dialect], rounds, tell) for dialect in dialects}


def _of_database(dialect: str, url: str, rounds: int, tell: Callable[[str], None]) -> dict[str, Any]:
    streams = {EXPORT: ("/v1/export", "", b"\n")}
    streams |= {
        f"{LIST}, {form}": (f"/v1/{LIST}", f"limit=all&format={form}", mark) for form, mark in FORMATS.items()
    }
    best: dict[str, dict[str, Any]] = {}
    for number in range(rounds):
        for name, asked in streams.items():
            # Each in a process of its own: memory that one needed is not held against the next.
            with get_context("spawn").Pool(1) as pool:
                took = pool.apply(export, (url, *asked))
            if name not in best or took["worked_s"] < best[name]["worked_s"]:
                best[name] = took
            tell(f"{dialect}, {name}, round {number + 1}: {took}")
    rates = {name: each["lines"] / each["worked_s"] for name, each in best.items()}
    for name, each in best.items():
        each["items_a_second"] = round(rates[name])
        each["times_export"] = round(rates[name] / rates[EXPORT], 2)
    return best


def print_tables(found: dict[str, Any]) -> None:
    """Print the rates."""
    for dialect, streams in found.items():
        print(f"\nWhole queries on {dialect} (reach {RATE_REACH} × export, {MEMORY_REACH_MIB} MiB)")
        for name, each in streams.items():
            print(
                f"{name:24}{each['lines']:10,} items{each['items_a_second']:9,}/s{each['times_export']:7.2f} × export"
                f"{each['over_idle_mib']:7.1f} MiB over idle"
            )
