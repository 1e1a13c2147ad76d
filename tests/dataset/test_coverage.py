"""The tables of what the bundled record covers."""

from __future__ import annotations

from pathlib import Path

import service.dataset
from service.app import RECORD_TYPES
from service.dataset.checks.checking import check_set
from service.dataset.coverage import counts_table, coverage_tables, with_tables
from service.dataset.files import bundled, read_coverage_file
from service.records.record_type import Registry
from tests.dataset.files import SYSTEM, sound, write

REGISTRY = Registry(RECORD_TYPES)
README = Path(service.dataset.__file__).parent / "README.md"


def test_the_table_counts_records_by_type_and_year(tmp_path: Path) -> None:
    files = sound()
    files["sources/a-sequel-2019.yaml"] = {"title": "A sequel", "kind": "report", "published": "2019-01"}
    files[SYSTEM]["citations"] = [{"source": "a-sequel-2019"}]
    files["summits/panmunjom-2018-04.yaml"]["date"] = None
    records, faults = check_set(REGISTRY, [write(tmp_path, files)])

    assert faults == []
    assert counts_table(REGISTRY, records).splitlines() == [
        "| year | sources | systems | actors | summits | communications | parades | facilities | observations |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
        "| 2018 | 3 |  |  | 2 | 1 | 1 |  | 1 |",
        "| 2019 | 1 |  |  |  |  |  |  |  |",
        "| undated |  | 1 |  |  |  |  | 1 |  |",
        "| all | 4 | 1 | 0 | 2 | 1 | 1 | 1 | 1 |",
    ]


def test_the_readme_has_the_tables_of_today() -> None:
    """``make coverage`` writes it."""
    text = README.read_text(encoding="utf-8")
    records, _ = check_set(REGISTRY, bundled("full"))

    coverage, _ = read_coverage_file(REGISTRY, bundled("full"))

    assert with_tables(text, coverage_tables(REGISTRY, records, coverage)) == text
