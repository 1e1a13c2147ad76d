"""docs/performance.md shows what was measured, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.report import DOCUMENT, PLOT, RESULTS, draw, table, with_table

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_table_is_that_of_the_results() -> None:
    document = DOCUMENT.read_text()
    assert with_table(document, json.loads(RESULTS.read_text())) == document


def test_the_picture_is_drawn_from_the_results(tmp_path: Path) -> None:
    drawn = tmp_path / "results.png"
    draw(json.loads(RESULTS.read_text()), drawn)
    assert drawn.read_bytes().startswith(PNG)
    assert PLOT.read_bytes().startswith(PNG)


def test_import_and_export_are_in_the_table_at_each_size() -> None:
    series = [
        {"records": 10_000, "imported_a_second": 2_000, "exported_a_second": 40_000},
        {"records": 1_000_000, "imported_a_second": 1_500, "exported_a_second": 39_000},
    ]
    shown = table(
        {
            "machines": {"import": json.loads(RESULTS.read_text())["machines"]["pages"]},
            "import": {
                "sqlite": {"records": 100_000, "ratio": 2.4, "import_s": [50, 48], "validation_s": [20, 20]}
            },
            "export": {"postgresql": {"lines": 1_000_440, "over_idle_mib": 4.5}},
            "exchange_growth": {"sqlite": series},
        }
    )
    assert "| import of 100,000 records, SQLite | 2.40 times" in shown
    assert "| export of 1,000,440 records, PostgreSQL | 4.5 MiB over idle | at most 50 MiB |" in shown
    assert (
        "| with 1,000,000 observations stored, SQLite | 1,500 more imported a second, 39,000 exported |"
        in shown
    )
