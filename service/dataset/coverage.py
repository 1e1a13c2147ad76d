"""What a set covers: how many records of each type and year, as the table in service/dataset/README.md."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from service.dataset.checks.record_set import RecordSet
from service.records.record_type import Registry

BEGIN, END = "<!-- coverage:begin -->", "<!-- coverage:end -->"
_UNDATED = "undated"


def coverage_table(registry: Registry, records: RecordSet) -> str:
    """Return a Markdown table with a row a year, that of a record's earliest day, and a column a type."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in records:
        dates = record.type.date(record.document) if record.type.date else None
        counts[dates.first[:4] if dates and dates.first else _UNDATED, record.type.path] += 1
    years = sorted({year for year, _ in counts})
    lines = [_row("year", registry.paths), f"|---|{'---:|' * len(registry.paths)}"]
    lines += [_row(year, [str(counts[year, path] or "") for path in registry.paths]) for year in years]
    lines.append(_row("all", [str(sum(counts[year, path] for year in years)) for path in registry.paths]))
    return "\n".join(lines)


def _row(name: str, cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join((name, *cells))} |"


def with_table(text: str, table: str) -> str:
    """Return a text with the table between its two markers; raises ``ValueError`` where they are not there."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no {BEGIN} and {END} in it")
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def write_table(path: Path, table: str) -> None:
    """Write the table between the markers of a file; raises ``ValueError`` where they are not there."""
    path.write_text(with_table(path.read_text(encoding="utf-8"), table), encoding="utf-8")
