"""README shows what was measured, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.report import PLOT, README, RESULTS, draw, with_table

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_table_in_readme_is_that_of_the_results() -> None:
    readme = README.read_text()
    assert with_table(readme, json.loads(RESULTS.read_text())) == readme


def test_the_picture_is_drawn_from_the_results(tmp_path: Path) -> None:
    drawn = tmp_path / "results.png"
    draw(json.loads(RESULTS.read_text()), drawn)
    assert drawn.read_bytes().startswith(PNG)
    assert PLOT.read_bytes().startswith(PNG)
