"""Run the measurements, print them as tables, and write each to ``benchmarks/results.json`` when it is done."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import exchange, forms, growth, hits, ogc, pages, report, search, series, streams, views
from benchmarks.databases import HERE, open_databases
from benchmarks.load import generators
from benchmarks.machine import machine, telling
from benchmarks.results import Results, told

MEASUREMENTS = ("hits", "pages", "forms", "ogc", "series", "growth", "views", "search", "streams", "exchange")
DIALECTS = ("sqlite", "postgresql")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("what", nargs="*", help=f"of {', '.join(MEASUREMENTS)}; all if not given")
    parser.add_argument("--on", default=",".join(DIALECTS), help="databases, a comma list")
    parser.add_argument("--rounds", type=int, default=15, help="of hits and pages")
    parser.add_argument("--seconds", type=float, default=2, help="of load on each server in each round")
    parser.add_argument("--generator", choices=generators(), default=generators()[0])
    parser.add_argument(
        "--sizes",
        default="10000,100000,1000000",
        help="of the record, for all that grows; growth and views compare the first and the last",
    )
    parser.add_argument("--repeats", type=int, default=15, help="how often growth times each page")
    parser.add_argument("--only", default="", help="growth of the filters with this in their name")
    parser.add_argument("--imported", type=int, default=100_000, help="how many records exchange imports")
    parser.add_argument("--pairs", action="store_true", help="growth of pairs of filters too; takes long")
    parser.add_argument("--data", type=Path, default=HERE / "data", help="where databases are kept")
    parser.add_argument("--results", type=Path, default=HERE / "results.json")
    asked = parser.parse_args()
    what, dialects = asked.what or list(MEASUREMENTS), asked.on.split(",")
    if unknown := {*what, *dialects} - {*MEASUREMENTS, *DIALECTS}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    sizes = [int(size) for size in asked.sizes.split(",")]
    small, large = sizes[0], sizes[-1]
    tell = telling()
    results = Results(asked.results, machine())
    load = {"rounds": asked.rounds, "seconds": asked.seconds, "generator": asked.generator, "tell": tell}
    timed = {"repeats": asked.repeats, "tell": tell}
    few = {"rounds": min(asked.rounds, 3), "tell": tell}
    with open_databases(asked.data.absolute(), dialects) as databases:
        on = (databases, dialects)
        # What each measurement is called in the results, and who measures it.
        steps: dict[str, dict[str, Callable[[], Any]]] = {
            "hits": {"hits": lambda: hits.compare(databases, **load)},
            "pages": {"pages": lambda: pages.compare(*on, **load)},
            "forms": {"forms": lambda: forms.compare(**load)},
            "ogc": {"ogc": lambda: ogc.compare(databases, **load)},
            "series": {"series": lambda: series.compare(*on, sizes, **timed)},
            "growth": {
                "growth": lambda: growth.compare(
                    *on, (small, large), only=asked.only, pairs=asked.pairs, **timed
                )
            },
            "views": {"views": lambda: views.compare(*on, (small, large), **timed)},
            "search": {"search": lambda: search.compare(*on, sizes, **timed)},
            "streams": {"streams": lambda: streams.compare(*on, large, **few)},
            "exchange": {
                "import": lambda: exchange.compare_imports(*on, asked.imported, **few),
                "export": lambda: exchange.measure_exports(*on, large, tell),
                "exchange_growth": lambda: exchange.grow(*on, sizes, **few),
            },
        }
        for name in (each for each in MEASUREMENTS if each in what):
            for result, measure in steps[name].items():
                results.add(result, measure())
            if name in PRINTED:
                PRINTED[name](results.found)
    tell(f"written to {asked.results}")
    if asked.results == report.RESULTS:
        report.write()


def _print_hits(results: dict[str, Any]) -> None:
    found = results["hits"]
    print(f"\nThe same page from the cache ({found['bytes']:,} bytes)")
    print(
        f"{'':18}{'requests/s':>11}{'lowest':>9}{'highest':>9}{hits.BARE:>12}{hits.CACHING:>15}{'generator':>11}"
    )
    for name, each in found["contestants"].items():
        print(
            f"{name:18}{each['requests_a_second']:11.0f}{each['lowest']:9.0f}{each['highest']:9.0f}"
            f"{each[f'times_{hits.BARE}']:10.2f} ×{each[f'times_{hits.CACHING}']:13.2f} ×{each['generator_busy']:10.0%}"
        )


def _print_pages(results: dict[str, Any]) -> None:
    for dialect, figures in results["pages"].items():
        print(f"\nA page of 50 observations ({figures['bytes']:,} bytes), uncached, on {dialect}")
        print(f"{'':18}{'requests/s':>11}{'lowest':>9}{'highest':>9}{'service is':>12}{'generator':>11}")
        for name, each in figures["contestants"].items():
            print(
                f"{name:18}{each['requests_a_second']:11.0f}{each['lowest']:9.0f}{each['highest']:9.0f}"
                f"{each['service_is_times']:10.2f} ×{each['generator_busy']:10.0%}"
            )


def _print_growth(results: dict[str, Any]) -> None:
    for dialect, figures in results["growth"].items():
        small, large = figures["sizes"]
        print(
            f"\nPages at {large:,} against {small:,} observations on {dialect}: {figures['cases']} kinds, "
            f"median ratio {figures['median_ratio']}, {figures['above_reach']} above {growth.REACH}, "
            f"{figures['above_reach_beside_a_shorter_page']} more beside a shorter page"
        )
        for case in figures["slowest"]:
            if case["ratio"] > growth.REACH:
                few, many = case["worked_ms"]
                where = f"{case['filter']}, sort={case['sort']}, {case['page']} page"
                print(f"  {case['ratio']:7.2f}  {few:9.2f} → {many:9.2f} ms  {where} {case['items']}")


def _print_exchange(results: dict[str, Any]) -> None:
    for dialect, each in results["import"].items():
        print(
            f"\nImport of {each['records']:,} records on {dialect}: {each['ratio']} times the time of validation alone "
            f"(reach {exchange.IMPORT_REACH}), {each['worked_ratio']} times its work"
        )
    for dialect, each in results["export"].items():
        print(
            f"Export of {each['bytes']:,} bytes on {dialect} in {each['seconds']} s: "
            f"{each['over_idle_mib']} MiB over idle (reach {exchange.EXPORT_REACH_MIB})"
        )
    for dialect, grown in results["exchange_growth"].items():
        for each in grown:
            print(
                f"With {each['records']:,} observations on {dialect}: {told(each['imported_a_second'])} more imported "
                f"a second, {told(each['exported_a_second'])} exported, {each['over_idle_mib']} MiB over idle"
            )


# How the results of each are printed, of those that are.
PRINTED: dict[str, Callable[[dict[str, Any]], None]] = {
    "hits": _print_hits,
    "pages": _print_pages,
    "forms": lambda results: forms.print_tables(results["forms"]),
    "ogc": lambda results: ogc.print_tables(results["ogc"]),
    "growth": _print_growth,
    "views": lambda results: views.print_tables(results["views"]),
    "search": lambda results: search.print_tables(results["search"]),
    "streams": lambda results: streams.print_tables(results["streams"]),
    "exchange": _print_exchange,
}

if __name__ == "__main__":
    main()
