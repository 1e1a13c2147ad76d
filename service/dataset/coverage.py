"""What a set covers, as two tables in service/dataset/README.md: from when until when, and how many records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from service.dataset.checks.record_set import RecordSet
from service.records.record_type import Registry
from service.records.schemas.coverage import Coverage

_UNDATED = "undated"


def coverage_tables(registry: Registry, records: RecordSet, coverage: Coverage | None) -> dict[str, str]:
    """Return the Markdown tables by the names of their markers: ``until`` and ``coverage``, which counts records."""
    return {"until": _until_table(registry, coverage or {}), "coverage": counts_table(registry, records)}


def _until_table(registry: Registry, coverage: Coverage) -> str:
    lines = [_row(("type", "from", "until")), "|---|---|---|"]
    for record_type in registry:
        told = coverage.get(record_type.name, {})
        lines.append(_row((record_type.path, told.get("from") or "", told.get("until") or "")))
    return "\n".join(lines)


def counts_table(registry: Registry, records: RecordSet) -> str:
    """Return a Markdown table with a row a year, that of a record's earliest day, and a column a type."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in records:
        dates = record.type.date(record.document) if record.type.date else None
        counts[dates.first[:4] if dates and dates.first else _UNDATED, record.type.path] += 1
    years = sorted({year for year, _ in counts})
    lines = [_row(("year", *registry.paths)), f"|---|{'---:|' * len(registry.paths)}"]
    lines += [_row((year, *(str(counts[year, path] or "") for path in registry.paths))) for year in years]
    lines.append(_row(("all", *(str(sum(counts[year, path] for year in years)) for path in registry.paths))))
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def with_tables(text: str, tables: Mapping[str, str]) -> str:
    """Return a text with each table between the two markers of its name; raises ``ValueError`` where there are none."""
    for name, table in tables.items():
        first, last = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        before, begin, rest = text.partition(first)
        _, end, after = rest.partition(last)
        if not begin or not end:
            raise ValueError(f"no {first} and {last} in it")
        text = f"{before}{begin}\n{table}\n{end}{after}"
    return text


def write_tables(path: Path, tables: Mapping[str, str]) -> None:
    """Write the tables between their markers in a file; raises ``ValueError`` where they are not there."""
    path.write_text(with_tables(path.read_text(encoding="utf-8"), tables), encoding="utf-8")
