"""The table and the picture in docs/performance.md, made from ``results.json`` alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.databases import HERE
from benchmarks.results import told
from benchmarks.sizes import PATH

RESULTS, PLOT, DOCUMENT = HERE / "results.json", HERE / "results.png", HERE.parent / "docs" / "performance.md"
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
Results = dict[str, Any]


def table(results: Results) -> str:
    """Return the machine and the ratios that PRODUCT requires, as Markdown; what was not measured is left out."""
    lines = [
        *dict.fromkeys(
            _told(results["machines"][what])
            for what in ("hits", "pages", "forms", "ogc", "streams", "import")
            if what in results
        )
    ]
    lines += [
        "Rates and ratios are medians over alternating rounds; the lowest and highest are beside each rate.",
        "",
        "| what | requests a second | beside | ratio | target |",
        "|---|---:|---|---:|---:|",
    ]
    lines += [
        f"| {' | '.join(row)} |"
        for row in (*_hits(results), *_pages(results), *_forms(results), *_features(results))
    ]
    if grown := [*_grown(results), *_searched(results)]:
        lines += ["", "| as the number of records grows | measured | target |", "|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in grown]
    if moved := [*_streamed(results), *_exchanged(results)]:
        lines += ["", "| many records at once | measured | target |", "|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in moved]
    return "\n".join(lines)


def _told(machine: Results) -> str:
    return (
        f"Measured {machine['measured_at'][:10]} on {machine['cores']} cores ({machine['processor']}), Python "
        f"{machine['python']}, Gunicorn {machine['gunicorn']} with one worker; load average "
        f"{machine['load_before']} before it began."
    )


def _hits(results: Results) -> Iterator[tuple[str, ...]]:
    found = results.get("hits", {}).get("contestants")
    if not found:
        return
    rows = (
        ("cached in the worker's memory", "service-hot-hit", "wsgi", "0.8"),
        ("cached in the worker's memory", "service-hot-hit", "flask-caching", "2.5"),
        ("the same, gzip", "service-gzip", "wsgi", ""),
        ("`304`", "service-304", "wsgi", "0.9"),
        ("cached in Redis only", "service-redis-hit", "flask-caching", ""),
        ("from the database (`no-cache`)", "service-miss", "flask-caching", ""),
    )
    for what, name, beside, reach in rows:
        ratio = found[name][f"times_{beside}"]
        yield what, _spread(found[name]), f"{_NAMES[beside]}: {_spread(found[beside])}", f"{ratio:.2f}", reach


def _pages(results: Results) -> Iterator[tuple[str, ...]]:
    for dialect, figures in results.get("pages", {}).items():
        found = figures["contestants"]
        for beside in ("flask-orm-json", "flask-orm-tables"):
            ratio = found[beside]["service_is_times"]
            yield (
                f"a page of 50, uncached, {_NAMES[dialect]}",
                _spread(found["service"]),
                f"{_NAMES[beside]}: {_spread(found[beside])}",
                f"{ratio:.2f}",
                "5",
            )


def _forms(results: Results) -> Iterator[tuple[str, ...]]:
    found = results.get("forms")
    if not found:
        return
    hits = found["hits"]
    for form, each in hits.items():
        if form != "json":
            yield (
                f"the list as `{form}` ({each['bytes'] / 1000:,.0f} kB), cached",
                _spread(each),
                f"as `json` ({hits['json']['bytes'] / 1000:,.0f} kB): {_spread(hits['json'])}",
                f"{each['times_json']:.2f}",
                "1",
            )
    for name, each in found["pages"].items():
        yield (
            f"50 {name} as `csv`, uncached",
            _spread(each["csv"]),
            f"as `json`: {_spread(each['json'])}",
            f"{each['csv_times_json']:.2f}",
            "0.8",
        )


def _features(results: Results) -> Iterator[tuple[str, ...]]:
    for collection, figures in results.get("ogc", {}).items():
        found = figures["contestants"]
        for name, what, reach in (("service-hit", "cached", "4"), ("service-miss", "uncached", "1")):
            yield (
                f"50 of {figures['features']:,} {collection} as features, {what}",
                _spread(found[name]),
                f"pygeoapi: {_spread(found['pygeoapi'])}",
                f"{found[name]['times_pygeoapi']:.2f}",
                reach,
            )


def _streamed(results: Results) -> Iterator[tuple[str, ...]]:
    for dialect, streams in results.get("streams", {}).items():
        for name, each in streams.items():
            if name != "export":
                yield (
                    f"`limit=all`: {each['lines']:,} {name}, {_NAMES[dialect]}",
                    f"{each['times_export']:.2f} of the items a second that the export writes, "
                    f"{each['over_idle_mib']:.1f} MiB over idle",
                    "at least 0.3, at most 50 MiB",
                )


def _grown(results: Results) -> Iterator[tuple[str, ...]]:
    for dialect, found in results.get("growth", {}).items():
        few, many = found["sizes"]
        yield (
            f"a page of {PATH} at {many:,} beside {few:,} observations, {_NAMES[dialect]}",
            f"median of {found['cases']} kinds {found['median_ratio']:.2f} times the time, worst "
            f"{max(found['worst_by_filter'].values()):.2f}; {found['above_reach']} of them above 1.5",
            "at most 1.5",
        )
    for dialect, found in results.get("views", {}).items():
        for view, reach in (("status", "2"), ("timeline", "1.5")):
            ratios = [case["ratio"] for case in found[view]]
            yield (
                f"{_VIEWS[view]}, {_NAMES[dialect]}",
                f"median of {len(ratios)} kinds {median(ratios):.2f} times the time, worst {max(ratios):.2f}",
                f"at most {reach}",
            )


def _searched(results: Results) -> Iterator[tuple[str, ...]]:
    for dialect, found in results.get("search", {}).items():
        for count, cases in found.items():
            phrase = cases["phrase"]["lowest_ms"]
            times = [case["lowest_ms"] for name, case in cases.items() if name != "phrase"]
            yield (
                f"first page of search at {int(count):,} records, {_NAMES[dialect]}",
                f"{len(times)} queries of one or two words {min(times):.0f} to {max(times):.0f} ms, median "
                f"{median(times):.0f}; a phrase of two common words {phrase:.0f} ms",
                "at most one second",
            )


def _exchanged(results: Results) -> Iterator[tuple[str, ...]]:
    for dialect, found in results.get("import", {}).items():
        yield (
            f"import of {found['records']:,} records, {_NAMES[dialect]}",
            f"{found['ratio']:.2f} times the time of Marshmallow validation alone "
            f"({median(found['import_s']):,.0f} s beside {median(found['validation_s']):,.0f} s)",
            "at most 2.5",
        )
    for dialect, found in results.get("export", {}).items():
        rise = f"{found['over_idle_mib']:.1f} MiB over idle"
        yield f"export of {found['lines']:,} records, {_NAMES[dialect]}", rise, "at most 50 MiB"
    for dialect, series in results.get("exchange_growth", {}).items():
        for found in series:
            yield (
                f"with {found['records']:,} observations stored, {_NAMES[dialect]}",
                f"{told(found['imported_a_second'])} more imported a second, "
                f"{told(found['exported_a_second'])} exported",
                "",
            )


_VIEWS = {
    "status": "status of a facility with 10,000 beside 100 observations",
    "timeline": "a page of the timeline, large beside small record set",
}
_NAMES = {
    "wsgi": "a bare WSGI callable",
    "flask": "a Flask view",
    "flask-caching": "Flask-Caching on the same Redis",
    "flask-orm-json": "Flask, ORM, Marshmallow (JSON columns)",
    "flask-orm-tables": "Flask, ORM, Marshmallow (child tables)",
    "sqlite": "SQLite",
    "postgresql": "PostgreSQL",
}


def _spread(figures: Results) -> str:
    return f"{figures['requests_a_second']:,.0f} ({figures['lowest']:,.0f}–{figures['highest']:,.0f})"


def draw(results: Results, path: Path) -> None:
    """Draw the throughput of all contestants, with the spread of their rounds; then how answers grow."""
    from matplotlib import colormaps
    from matplotlib.figure import Figure

    groups = [("One page of 50 observations, from the cache", results.get("hits", {}).get("contestants", {}))]
    groups += [
        (f"The same page, uncached, {_NAMES[dialect]}", figures["contestants"])
        for dialect, figures in results.get("pages", {}).items()
    ]
    grown = _lines(results)
    rows = len(groups) + len(grown)
    figure = Figure(figsize=(9, 2 + 2.6 * rows), layout="constrained")
    all_axes = figure.subplots(rows, 1, squeeze=False)[:, 0]
    for axes, (title, found) in zip(all_axes, groups, strict=False):
        names = list(found)[::-1]
        medians = [found[name]["requests_a_second"] for name in names]
        below = [found[name]["requests_a_second"] - found[name]["lowest"] for name in names]
        above = [found[name]["highest"] - found[name]["requests_a_second"] for name in names]
        colours = ["#1f5f8b" if name.startswith("service") else "#b8b8b8" for name in names]
        axes.barh(names, medians, xerr=(below, above), color=colours, ecolor="#444444", capsize=2)
        axes.set_title(title, loc="left", fontsize=10)
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_xlabel("requests a second, one worker; the lines span the rounds", fontsize=8)
    for axes, (title, sizes, lines) in zip(all_axes[len(groups) :], grown, strict=True):
        axes.set_prop_cycle(color=colormaps["tab20"].colors)
        for name, values in lines.items():
            axes.plot(sizes, values, marker="o", markersize=3, linewidth=1, label=name)
        axes.set_xscale("log")
        if max(map(max, lines.values())) > 100 * min(map(min, lines.values())):
            axes.set_yscale("log")
        else:
            axes.set_ylim(bottom=0)
        axes.set_title(title, loc="left", fontsize=10)
        axes.set_xlabel("observations in the record", fontsize=8)
        axes.legend(fontsize=6, loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=110)


def _lines(results: Results) -> list[tuple[str, list[int], dict[str, list[float]]]]:
    """Return the data of the line charts over the number of records: titles, sizes, and values by name."""
    found: list[tuple[str, list[int], dict[str, list[float]]]] = []
    for dialect, series in results.get("series", {}).items():
        title = f"Milliseconds of work for an answer, {_NAMES[dialect]}"
        found.append((title, series["sizes"], series["worked_ms"]))
    if exchanged := results.get("exchange_growth"):
        sizes = [each["records"] for each in next(iter(exchanged.values()))]
        lines = {
            f"{what.partition('_')[0]}, {_NAMES[dialect]}": [each[what] for each in series]
            for what in ("imported_a_second", "exported_a_second")
            for dialect, series in exchanged.items()
        }
        found.append(("Records imported and exported a second", sizes, lines))
    return found


def with_table(document: str, results: Results) -> str:
    """Return the document with the table of these results between its markers."""
    before, _, rest = document.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n{table(results)}\n{END}{after}"


def write(results_file: Path = RESULTS) -> None:
    """Write the table into the document and the picture beside the results."""
    results = json.loads(results_file.read_text())
    DOCUMENT.write_text(with_table(DOCUMENT.read_text(), results))
    draw(results, PLOT)
