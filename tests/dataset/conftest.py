"""The check of a set of data files, for every test of a rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from service.app import RECORD_TYPES
from service.dataset.checks.checking import check_set
from service.records.record_type import Registry
from tests.dataset.files import Files, write

REGISTRY = Registry(RECORD_TYPES)


@pytest.fixture
def faults(tmp_path: Path) -> Callable[[Files], list[str]]:
    def check(files: Files) -> list[str]:
        return check_set(REGISTRY, [write(tmp_path / "full", files)])[1]

    return check
