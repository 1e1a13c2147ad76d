"""Results are written as they come, and what took no time is told as such."""

import json
from pathlib import Path

from benchmarks.results import Results, rate, ratio, told


def test_each_result_is_in_the_file_at_once_beside_older_ones(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    Results(path, {"name": "old"}).add("hits", 1)
    results = Results(path, {"name": "new"})
    results.add("pages", 2)
    assert json.loads(path.read_text()) == {
        "hits": 1,
        "pages": 2,
        "machines": {"hits": {"name": "old"}, "pages": {"name": "new"}},
    }
    results.add("export", None)
    assert json.loads(path.read_text())["export"] is None
    assert [each.name for each in tmp_path.iterdir()] == ["results.json"]


def test_what_took_no_time_or_was_nothing_has_no_rate() -> None:
    assert (rate(0, 1.0), rate(5, 0.0), rate(5, 2.0)) == (None, None, 2)
    assert (told(None), told(12345)) == ("too few to say how many", "12,345")
    assert ratio(0.0, 0.0) == 1
