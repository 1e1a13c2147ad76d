"""Import beside validation alone, and the memory of an export: each in a process of its own, with cold caches."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from werkzeug.test import EnvironBuilder

from benchmarks.databases import Databases, context_of
from benchmarks.filling import write_named
from benchmarks.population import Document, Population
from service.app import create_app
from service.exchange import ndjson
from service.exchange.importing import import_entries
from service.observations.record import OBSERVATION
from service.records.documents import BOUNDS
from service.records.writing import dump
from service.storage.migrate import migrate

IMPORT_REACH, EXPORT_REACH_MIB = 2.5, 50
_SET_BY_THE_SERVICE = ("type", "revision", "recorded_at", "self")
T = TypeVar("T")


def compare_imports(
    databases: Databases, dialects: Sequence[str], count: int, *, rounds: int, tell: Callable[[str], None]
) -> dict[str, Any]:
    """Return, by dialect, the seconds that an import of ``count`` observations takes and validating them does."""
    lines = databases.folder / f"import_{count}.ndjson"
    with lines.open("wb") as file:
        for body in bodies(count):
            file.write(dump({"type": OBSERVATION.name, **body}).encode() + b"\n")
    found: dict[str, Any] = {}
    for dialect in dialects:
        validated, imported = [], []
        for number in range(rounds):
            databases.drop(dialect, "import")
            url = databases.url(dialect, "import")
            validated.append(_aside(validate, count))
            imported.append(_aside(import_file, url, str(lines)))
            tell(f"import on {dialect}, round {number + 1}: {imported[-1] / validated[-1]:.2f}")
        databases.drop(dialect, "import")
        found[dialect] = {
            "records": count,
            "validation_s": [round(each, 2) for each in validated],
            "import_s": [round(each, 2) for each in imported],
            "ratio": round(median(imported) / median(validated), 2),
        }
    lines.unlink()
    return found


def measure_exports(
    databases: Databases, dialects: Sequence[str], count: int, tell: Callable[[str], None]
) -> dict[str, Any]:
    """Return, by dialect, how far the memory of a process rises over idle while it exports ``count`` observations."""
    urls = databases.filled(dialects, count, tell)
    return {dialect: _aside(export, urls[dialect]) for dialect in dialects}


def bodies(count: int) -> list[Document]:
    """Return observations as a client sends them."""
    made = islice(Population().observations(count, 1, "2026-01-01T00:00:00.000000Z"), count)
    return [
        {name: value for name, value in _sent(each.document).items() if name not in _SET_BY_THE_SERVICE}
        for each in made
    ]


def _sent(value: Any) -> Any:
    if isinstance(value, list):
        return [_sent(each) for each in value]
    if isinstance(value, dict):
        return {name: _sent(each) for name, each in value.items() if not name.endswith(BOUNDS)}
    return value


def validate(count: int) -> float:
    """Return the seconds that Marshmallow takes to load so many bodies."""
    found, schema = bodies(count), OBSERVATION.schema()
    started = time.perf_counter()
    for body in found:
        schema.load(body)
    return time.perf_counter() - started


def import_file(url: str, path: str) -> float:
    """Return the seconds that an import of a file into an empty database takes."""
    context = context_of(url)
    migrate(context.database)
    write_named(context, Population())
    with Path(path).open("rb") as stream:
        started = time.perf_counter()
        import_entries(
            context, lambda _: ndjson.read_entries(stream, context.registry, context.settings), "benchmark"
        )
        took = time.perf_counter() - started
    context.engine.dispose()
    return took


def export(url: str) -> dict[str, Any]:
    """Return what an export of a database takes: seconds, bytes, and memory of its own over idle, in MiB.

    Pages of the database file that SQLite maps are the system's cache, given back when they are wanted: not counted.
    """
    app = create_app(context_of(url).settings)
    for _ in app.wsgi_app(EnvironBuilder("/v1/observations").get_environ(), lambda *_: None):
        pass
    idle = peak = _own_memory()
    started, sent = time.perf_counter(), 0
    for piece in app.wsgi_app(EnvironBuilder("/v1/export").get_environ(), lambda *_: None):
        sent += len(piece)
        peak = max(peak, _own_memory())
    return {
        "seconds": round(time.perf_counter() - started, 1),
        "bytes": sent,
        "idle_mib": round(idle, 1),
        "over_idle_mib": round(peak - idle, 1),
    }


def _own_memory() -> float:
    (line,) = (each for each in Path("/proc/self/status").read_text().splitlines() if "RssAnon" in each)
    return int(line.split()[1]) / 1024


def _aside(measure: Callable[..., T], *arguments: Any) -> T:
    """Return what a function returns in a process of its own."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, arguments)
