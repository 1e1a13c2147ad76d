"""Import beside validation alone, the memory of an export, and how both grow: each in a process with cold caches.

Validation alone is the minimum for a loader without a database: each line of the file is read, parsed by ``orjson`` and
loaded by the Marshmallow schema of its record type, dates and their bounds included, one after another in one process;
loaded records are dropped at once. It does not include the checks of JSON beyond its grammar (duplicate keys, NUL,
depth), the checks across fields that need the registry, or references. The import reads the same file into a database
that holds the records that it names, until its commit has finished.

Both are given in seconds of elapsed time and of CPU time: the latter is that of the client alone, without PostgreSQL's,
and is more reliable on a machine with other load.

The growth of import is measured with a batch that is imported as a dry run (everything but the commit) into databases
that hold more and more records, and do not change.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple, TypeVar

import orjson
from werkzeug.test import EnvironBuilder

from benchmarks.databases import Databases, context_of
from benchmarks.filling import write_named
from benchmarks.population import Document, Population
from benchmarks.results import rate, ratio
from service.app import create_app
from service.exchange import ndjson
from service.exchange.importing import Options, import_entries
from service.observations.record import OBSERVATION
from service.records.documents import BOUNDS
from service.records.revisions import dump
from service.storage.migrate import migrate

IMPORT_REACH, EXPORT_REACH_MIB = 2.5, 50
GROWTH_BATCH = 5_000
_SET_BY_THE_SERVICE = ("type", "revision", "recorded_at", "self")
T = TypeVar("T")


class Took(NamedTuple):
    """Seconds of elapsed time, and of CPU time of this process."""

    elapsed: float
    worked: float


def compare_imports(
    databases: Databases, dialects: Sequence[str], count: int, *, rounds: int, tell: Callable[[str], None]
) -> dict[str, Any]:
    """Return, by dialect, the seconds that importing and that validating ``count`` observations takes.

    The two alternate; the ratio is the median of the ratios of the rounds.
    """
    lines = _lines(databases.folder / f"import_{count}.ndjson", bodies(count))
    found: dict[str, Any] = {}
    for dialect in dialects:
        validated, imported = [], []
        for number in range(rounds):
            databases.drop(dialect, "import")
            url = databases.url(dialect, "import")
            _aside(prepare, url)
            validated.append(_aside(validate, lines))
            imported.append(_aside(import_file, url, lines))
            tell(
                f"import on {dialect}, round {number + 1}: {ratio(imported[-1].elapsed, validated[-1].elapsed):.2f}"
            )
        databases.drop(dialect, "import")
        found[dialect] = {
            "records": count,
            "validation_s": [round(each.elapsed, 2) for each in validated],
            "import_s": [round(each.elapsed, 2) for each in imported],
            "validation_worked_s": [round(each.worked, 2) for each in validated],
            "import_worked_s": [round(each.worked, 2) for each in imported],
            "ratio": _ratio([each.elapsed for each in imported], [each.elapsed for each in validated]),
            "worked_ratio": _ratio([each.worked for each in imported], [each.worked for each in validated]),
        }
    Path(lines).unlink()
    return found


def measure_exports(
    databases: Databases, dialects: Sequence[str], count: int, tell: Callable[[str], None]
) -> dict[str, Any]:
    """Return, by dialect, how far the memory of a process rises over idle while it exports ``count`` observations."""
    urls = databases.filled(dialects, count, tell)
    return {dialect: _aside(export, urls[dialect]) for dialect in dialects}


def grow(
    databases: Databases,
    dialects: Sequence[str],
    sizes: Sequence[int],
    *,
    rounds: int,
    tell: Callable[[str], None],
) -> dict[str, list[dict[str, Any]]]:
    """Return, by dialect and number of stored observations, the rates at which a batch is imported and all exported."""
    urls = {size: databases.filled(dialects, size, tell) for size in sizes}
    # The batch has facilities and sources that exist, and ids that do not.
    batch = [body | {"id": f"{body['id']}-more"} for body in bodies(GROWTH_BATCH)]
    lines = _lines(databases.folder / "growth.ndjson", batch)
    found: dict[str, list[dict[str, Any]]] = {}
    for dialect in dialects:
        imported: dict[int, list[Took]] = {size: [] for size in sizes}
        for _ in range(rounds):
            for size in sizes:
                imported[size].append(_aside(rehearse, urls[size][dialect], lines))
        found[dialect] = []
        for size in sizes:
            seconds = median(each.elapsed for each in imported[size])
            exported = _aside(export, urls[size][dialect])
            found[dialect].append(
                {
                    "records": size,
                    "imported_a_second": rate(GROWTH_BATCH, seconds),
                    "import_worked_s": [round(each.worked, 2) for each in imported[size]],
                    "exported_a_second": rate(exported["lines"], exported["seconds"]),
                    "over_idle_mib": exported["over_idle_mib"],
                }
            )
            tell(f"{dialect}: {found[dialect][-1]}")
    Path(lines).unlink()
    return found


def _lines(path: Path, found: Iterable[Document]) -> str:
    with path.open("wb") as file:
        for body in found:
            file.write(dump({"type": OBSERVATION.name, **body}).encode() + b"\n")
    return str(path)


def _ratio(one: Sequence[float], other: Sequence[float]) -> float:
    return round(median(ratio(each, beside) for each, beside in zip(one, other, strict=True)), 2)


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


def validate(path: str) -> Took:
    """Return the time to parse the lines of a file and to load each with its schema."""
    schema = OBSERVATION.schema()
    with Path(path).open("rb") as stream:
        started = _clocks()
        for line in stream:
            body = orjson.loads(line)
            # This member selects the schema, and is not a field of it.
            del body["type"]
            schema.load(body)
        return _since(started)


def prepare(url: str) -> None:
    """Write the records that observations name into an empty database."""
    context = context_of(url)
    migrate(context.database)
    write_named(context, Population())
    context.engine.dispose()


def rehearse(url: str, path: str) -> Took:
    """Return the time of an import that stores nothing in the end."""
    return import_file(url, path, dry_run=True)


def import_file(url: str, path: str, *, dry_run: bool = False) -> Took:
    """Return the time to import a file into a database that holds the records that it names."""
    context = context_of(url)
    with Path(path).open("rb") as stream:
        started = _clocks()
        report = import_entries(
            context,
            lambda _: ndjson.read_entries(stream, context.registry, context.settings),
            "benchmark",
            Options(dry_run=dry_run),
        )
        took = _since(started)
    if report.count("created") != len(report.results):
        raise AssertionError("not all that was to be imported was new and without a fault")
    context.engine.dispose()
    return took


def _clocks() -> Took:
    return Took(time.perf_counter(), time.process_time())


def _since(started: Took) -> Took:
    now = _clocks()
    return Took(now.elapsed - started.elapsed, now.worked - started.worked)


def export(url: str, path: str = "/v1/export", query: str = "", mark: bytes = b"\n") -> dict[str, Any]:
    """Return the cost of an export, or of another stream: seconds, those of work, bytes, and MiB of memory over idle.

    ``mark`` is in each item once.

    Pages of the database file that SQLite maps belong to the system's page cache, which reclaims them when needed: they
    are not counted.
    """
    app = create_app(context_of(url).settings)
    for _ in app.wsgi_app(EnvironBuilder("/v1/observations").get_environ(), lambda *_: None):
        pass
    # As in a worker: service/wsgi.py.
    gc.collect()
    gc.freeze()
    idle = peak = _own_memory()
    started, sent, lines = _clocks(), 0, 0
    for piece in app.wsgi_app(EnvironBuilder(path, query_string=query).get_environ(), lambda *_: None):
        sent += len(piece)
        lines += piece.count(mark)
        peak = max(peak, _own_memory())
    took = _since(started)
    return {
        "seconds": round(took.elapsed, 4),
        "worked_s": round(took.worked, 4),
        "bytes": sent,
        "lines": lines,
        "idle_mib": round(idle, 1),
        "over_idle_mib": round(peak - idle, 1),
    }


def _own_memory() -> float:
    (line,) = (each for each in Path("/proc/self/status").read_text().splitlines() if "RssAnon" in each)
    return int(line.split()[1]) / 1024


def _aside(measure: Callable[..., T], *arguments: Any) -> T:
    """Return the result of a function that runs in a process of its own."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, arguments)
