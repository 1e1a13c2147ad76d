"""The folder in which workers share their metrics, while other servers come and go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from service.operations import workers


def test_a_folder_that_another_server_removes_meanwhile_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As the folder stands in the list, and is gone when it is looked at.
    (tmp_path / "peninsula-metrics-1-gone").symlink_to(tmp_path / "nowhere")
    monkeypatch.setattr(workers, "_MEMORY", tmp_path)
    monkeypatch.delenv(workers.VARIABLE, raising=False)
    try:
        workers.share_metrics()
        assert Path(os.environ[workers.VARIABLE]).parent == tmp_path
    finally:
        # Set by what was tested, so that undoing the deletion would leave it.
        os.environ.pop(workers.VARIABLE, None)
