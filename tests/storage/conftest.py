"""Databases for tests of storage itself, which do not begin with a migration."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def sqlite_database(tmp_path: Path) -> str:
    """The URL of an empty database on SQLite, not migrated: only a migration makes the file."""
    file = tmp_path / "peninsula.db"
    file.touch()
    return f"sqlite:///{file}"
