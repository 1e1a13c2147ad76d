"""The folder in which the workers of one server share their metrics."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from prometheus_client.multiprocess import mark_process_dead

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_NAME = "peninsula-metrics"
# In memory where possible: a busy disk would delay requests.
_MEMORY = Path("/dev/shm")  # noqa: S108 (the system's folder; ours in it is closed to others)


def share_metrics() -> None:
    """Create the folder, and set the variable that tells prometheus-client of it once this process has become Gunicorn.

    A folder that the operator has set is used unchanged. Folders of servers that were killed are removed.
    """
    if VARIABLE in os.environ:
        return
    parent = _MEMORY if os.access(_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    for folder in parent.glob(f"{_NAME}-*-*"):
        # Another server may remove the same folder at the same time.
        with suppress(FileNotFoundError):
            if folder.stat().st_uid == os.geteuid() and not _runs(int(folder.name.split("-")[2])):
                shutil.rmtree(folder, ignore_errors=True)
    os.environ[VARIABLE] = tempfile.mkdtemp(prefix=f"{_NAME}-{os.getpid()}-", dir=parent)


def forget_worker(process_id: int) -> None:
    """Remove the live gauges of a worker that has ended; its counters stay."""
    if VARIABLE in os.environ:
        mark_process_dead(process_id)  # type: ignore[no-untyped-call]


def remove_metrics() -> None:
    """Remove the folder if this process created it."""
    folder = Path(os.environ.get(VARIABLE, ""))
    if folder.name.startswith(f"{_NAME}-{os.getpid()}-"):
        shutil.rmtree(folder, ignore_errors=True)


def _runs(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
